from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anchored import texts_and_spans
from postil.anchoring import describe, match_quote
from postil.model import Span
from postil.records import Target
from strategies import thorough


def test_the_context_is_the_shortest_in_whole_words() -> None:
    text = "it was the age of wisdom, it was the age of foolishness"

    assert describe(Span(7, 14), text) == Target(exact="the age", suffix=" of wisdom,")
    assert describe(Span(18, 24), text) == Target(exact="wisdom")


def test_what_has_no_words_is_described_by_itself() -> None:
    assert describe(Span(1, 3), "a \u200b") == Target(exact=" \u200b")


@thorough
@given(texts_and_spans())
def test_what_is_described_is_found_again_and_nothing_else(drawn: tuple[str, Span]) -> None:
    text, span = drawn

    assert list(match_quote(describe(span, text), text)) == [span]


@given(st.text("ab ", max_size=50), st.text("ab ", max_size=50), st.integers(1, 20))
def test_no_further_word_is_taken_where_the_context_has_the_most(before: str, after: str, most: int) -> None:
    text, at = f"{before}a{after}", len(before)
    target = describe(Span(at, at + 1), text, most)

    assert Span(at, at + 1) in match_quote(target, text)
    assert len(target.prefix.strip().partition(" ")[2].lstrip()) < most
    assert len(target.suffix.strip().rpartition(" ")[0].rstrip()) < most


@pytest.mark.parametrize(
    "text", ["ha " * 66_000, "a-\na" * 50_000, "ab-\nab ab-ab abab" * 12_000, "中国" * 100_000]
)
def test_a_text_that_repeats_itself_is_described_in_time(text: str) -> None:
    before = process_time()
    target = describe(Span(99_000, 99_002), text)

    assert process_time() - before < 20
    assert len(target.prefix) + len(target.suffix) > 90_000
