from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import cases
from postil.model import Span
from postil.vocabulary.sentences import count_sentences, one_line, sentence_around, trimmed
from strategies import texts, thorough


@cases("sentences")
def test_sentences_are_counted(case: dict[str, Any]) -> None:
    assert count_sentences(case["text"]) == len(case["sentences"])


@cases("sentences")
def test_the_sentence_around_each_of_its_words_is_whole(case: dict[str, Any]) -> None:
    text, at = case["text"], 0

    for sentence in case["sentences"]:
        span = Span(text.index(sentence, at), text.index(sentence, at) + len(sentence))
        for inside in (Span(span.start, span.start + 1), Span(span.end - 1, span.end), span):
            assert sentence_around(text, Span(0, len(text)), inside).of(text) == sentence
        at = span.end


def test_a_sentence_ends_with_what_it_stands_in() -> None:
    text = "It rained. It stopped"

    assert sentence_around(text, Span(3, 9), Span(4, 5)) == Span(3, 9)


@pytest.mark.parametrize(
    ("text", "words"), [("  a b \n", "a b"), ("\u00a0a\u00a0", "a"), ("a", "a"), ("", ""), (" \n ", "")]
)
def test_white_space_at_the_ends_is_left_out(text: str, words: str) -> None:
    assert trimmed(text, Span(0, len(text))).of(text) == words


@thorough
@given(texts, st.data())
def test_the_sentence_holds_the_place_and_lies_in_its_span(text: str, data: st.DataObject) -> None:
    visible = [at for at, char in enumerate(text) if not char.isspace()]
    if not visible:
        assert count_sentences(text) == 0
        return
    at = data.draw(st.sampled_from(visible))

    sentence = sentence_around(text, Span(0, len(text)), Span(at, at + 1))

    assert sentence.start <= at < sentence.end <= len(text)
    assert count_sentences(text) >= 1


def test_words_are_put_on_one_line() -> None:
    assert one_line(" a\n\u00a0 b\t") == "a b"
