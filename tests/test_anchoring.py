import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import cases
from postil.anchoring import anchor, describe, fold, match_quote
from postil.edtf import Edtf
from postil.model import Anchor, Orphan, Span
from postil.records import Annotation, Creator, Target
from strategies import texts, thorough

repetitive = st.text("ab .\n\u00a0", min_size=1, max_size=60)
accented = st.text("ae\u0301\u00e9 \u00ad\u200b'’\u201c-–\n\u1100\u1161\u11a8", min_size=1, max_size=40)


def note_on(target: Target) -> Annotation:
    return Annotation(
        kind="context",
        target=target,
        body="Test data.",
        creator=Creator(name="Tess Tester"),
        created=Edtf("2026-11-23"),
        id="test",
        path="test.yml",
        line=3,
        body_line=4,
    )


@cases("anchoring")
def test_a_quote_stands_in_one_place_or_the_note_says_why_not(case: dict[str, str]) -> None:
    note = note_on(Target(exact=case["exact"], prefix=case.get("prefix", ""), suffix=case.get("suffix", "")))

    placed = anchor(note, case["text"])

    match placed:
        case Anchor(span=span):
            assert (span.of(case["text"]), str(span.start)) == (case["found"], case["start"])
        case Orphan(reason=reason):
            assert reason == case["orphan"]


def test_every_place_is_found_in_reading_order() -> None:
    text = "It was the best of times, it was the worst of times"

    assert list(match_quote(Target(exact="of times"), text)) == [Span(16, 24), Span(43, 51)]


def test_a_quote_without_words_stands_nowhere() -> None:
    assert list(match_quote(Target(exact=" \n"), "It was the best of times")) == []


def test_context_grows_by_whole_words_until_the_quote_is_alone() -> None:
    text = "it was the age of wisdom, it was the age of foolishness"

    assert describe(Span(7, 14), text) == Target(exact="the age", prefix="it was ", suffix=" of wisdom,")
    assert describe(Span(18, 24), text) == Target(exact="wisdom")


def test_what_cannot_be_seen_at_the_ends_is_not_described() -> None:
    text = "a co\u00adop\u00ad \u200bb"

    assert describe(Span(1, 9), text) == Target(exact="co\u00adop")


def test_what_has_no_words_is_described_by_itself() -> None:
    assert describe(Span(1, 3), "a \u200b") == Target(exact=" \u200b")


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a span of it that begins and ends with something that can be seen."""
    text = draw(texts | repetitive | accented)
    folded = fold(text)
    visible = [at for at, char in enumerate(folded.text) if char != " "]
    assume(visible)
    first, last = sorted((draw(st.sampled_from(visible)), draw(st.sampled_from(visible))))
    return text, Span(folded.starts[first], folded.ends[last])


@thorough
@given(texts_and_spans())
def test_what_is_described_is_found_again_and_nothing_else(drawn: tuple[str, Span]) -> None:
    text, span = drawn

    assert list(match_quote(describe(span, text), text)) == [span]


@thorough
@given(texts_and_spans())
def test_a_quote_is_found_where_it_stands_and_has_context_where_it_stands_twice(
    drawn: tuple[str, Span],
) -> None:
    text, span = drawn
    bare = list(match_quote(Target(exact=span.of(text)), text))

    assert span in bare
    assert len(bare) == 1 or describe(span, text) != Target(exact=span.of(text))


@thorough
@given(texts | accented)
def test_folded_places_run_forward_through_the_whole_text(text: str) -> None:
    folded = fold(text)

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert all(
        first <= second for places in (folded.starts, folded.ends) for first, second in pairwise(places)
    )


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a\u00a0 \n\tb", "a b"),
        ("“‘it’s’”", "\"'it's'\""),
        ("1914–18—", "1914-18-"),
        ("co\u00adop\u200berate", "cooperate"),
        ("cafe\u0301", "caf\u00e9"),
        ("ﬁne CAPITALS", "ﬁne CAPITALS"),
        ("A\u00ad\u0300", "\u00c0"),
        ("\u09c7\u09be", "\u09cb"),
    ],
)
def test_what_counts_as_the_same(text: str, folded: str) -> None:
    assert fold(text).text == folded


@thorough
@given(texts)
def test_composed_and_decomposed_texts_are_compared_alike(text: str) -> None:
    assume("\u00ad" not in text and "\u200b" not in text and "\ufeff" not in text)

    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


def test_a_passage_that_repeats_itself_asks_for_a_longer_quote() -> None:
    orphan = anchor(note_on(Target(exact="ha")), "ha " * 500)

    assert isinstance(orphan, Orphan)
    assert orphan.reason == (
        "the quoted words stand in 500 places with their context, and what stands around them is the same over and "
        "over; quote a longer passage, to where it changes"
    )


def test_a_letter_with_a_mark_is_not_the_letter() -> None:
    text = "q\u0323 or \u05d1\u05bc\u05d0"

    assert list(match_quote(Target(exact="q"), text)) == []
    assert list(match_quote(Target(exact="\u05d1"), text)) == []
    assert list(match_quote(Target(exact="q\u0323"), text)) == [Span(0, 2)]


def test_a_space_that_bears_a_mark_is_no_edge() -> None:
    assert list(match_quote(Target(exact=" \u1160"), "a \u1160")) == [Span(1, 3)]
