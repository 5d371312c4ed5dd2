import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anchored import Case, noted_texts, read_case, texts_and_spans
from conftest import cases
from postil.anchoring import anchor, describe, fold, locate, match_quote
from postil.edtf import Edtf
from postil.model import Anchor, Orphan, Span
from postil.records import Annotation, Creator, Target
from strategies import thorough

EDITS = 10_000


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
def test_a_case_of_the_specification_holds(case: dict[str, str]) -> None:
    known = read_case(case)

    if known.described:
        assert describe(known.described, known.text, known.most) == known.target
    elif known.place:
        assert locate(known.target, known.text, known.scope) == known.place
    else:
        reason = locate(known.target, known.text, known.scope)
        scope = known.scope or Span(0, len(known.text))
        assert reason == (known.orphan or reason) and isinstance(reason, str)
        assert sum(map(scope.holds, match_quote(known.target, known.text))) == known.places


def test_a_note_is_anchored_or_orphaned() -> None:
    text = "It was the best of times, it was the worst of times"

    placed = anchor(note_on(Target(exact="the best")), text)
    orphaned = anchor(note_on(Target(exact="of times")), text)

    assert isinstance(placed, Anchor) and placed.span == Span(7, 15)
    assert isinstance(orphaned, Orphan) and "2 places" in orphaned.reason


def test_a_passage_that_repeats_itself_asks_for_a_longer_quote() -> None:
    reason = locate(Target(exact="ha"), "ha " * 500)

    assert reason == (
        "the quoted words stand in 500 places with their context, and what stands around them is the same over and "
        "over; quote a longer passage, to where it changes"
    )


def test_places_beyond_a_thousand_are_not_counted() -> None:
    reason = locate(Target(exact="ha"), "ha " * 5_000)

    assert isinstance(reason, str) and "more than 1,000 places" in reason


@thorough
@given(texts_and_spans())
def test_what_is_described_stands_in_its_place(drawn: tuple[str, Span]) -> None:
    text, span = drawn

    assert locate(describe(span, text), text) == span


@thorough
@given(texts_and_spans(), st.integers(0, 5), st.integers(0, 5))
def test_a_scope_that_holds_the_place_keeps_it_and_no_other_does(
    drawn: tuple[str, Span], before: int, after: int
) -> None:
    text, span = drawn
    target = describe(span, text)

    assert locate(target, text, Span(max(0, span.start - before), span.end + after)) == span
    assert isinstance(locate(target, text, Span(span.start + 1, len(text))), str)
    assert isinstance(locate(target, text, Span(0, span.end - 1)), str)


@pytest.mark.parametrize("seed", range(4))
def test_text_put_in_or_taken_out_elsewhere_moves_no_note_to_other_words(seed: int) -> None:
    """A note is in its own place, as that moves with the edit, or in none."""
    rng = random.Random(seed)
    placed = wrong = 0
    for note in noted_texts(rng, EDITS // 4):
        edited = note.edit_elsewhere(rng)
        found = locate(note.target, edited.text)
        placed += found == edited.span
        wrong += isinstance(found, Span) and found != edited.span

    assert wrong == 0
    assert placed > EDITS // 4 * 0.95, placed


def test_an_edit_of_the_context_leaves_a_note_on_the_same_words_or_on_none() -> None:
    """It is only where the edit itself writes quote and context once more that these are another occurrence."""
    rng = random.Random("nearby")
    others = 0
    for note in noted_texts(rng, 1_000):
        edited = note.edit_nearby(rng)
        found = locate(note.target, edited.text)
        if isinstance(found, Span):
            assert fold(found.of(edited.text)).text == fold(note.target.exact).text
            others += found != edited.span

    assert others < 5


def test_a_case_says_what_it_expects() -> None:
    assert read_case({"text": "a b", "exact": "b", "found": "b", "start": "2"}) == Case(
        text="a b", target=Target(exact="b"), place=Span(2, 3)
    )
