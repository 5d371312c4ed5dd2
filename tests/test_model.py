import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil import model
from postil.edtf import Edtf
from postil.model import Event, EventKind, Span, State, Timex, within
from strategies import texts, thorough

NOUNS = [noun for noun in vars(model).values() if isinstance(noun, type) and dataclasses.is_dataclass(noun)]


def test_a_span_gives_its_words() -> None:
    assert Span(11, 15).of("It was the best of times") == "best"


def test_a_span_counts_code_points() -> None:
    assert Span(1, 2).of("\U0001f30abc") == "b"


@pytest.mark.parametrize(
    ("other", "held"), [((2, 5), True), ((3, 4), True), ((1, 5), False), ((2, 6), False), ((5, 5), True)]
)
def test_a_span_holds_what_lies_within_it(other: tuple[int, int], held: bool) -> None:
    assert Span(2, 5).holds(Span(*other)) is held


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


@thorough
@given(texts, st.integers(0, 50), st.integers(0, 50))
def test_words_are_as_long_as_their_span_where_it_lies_in_the_text(
    text: str, start: int, length: int
) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))

    assert len(span.of(text)) == span.end - span.start


def test_an_event_is_called_by_the_place_of_its_date_and_happens_then() -> None:
    timex = Timex(17, 25, "April 13", Edtf("2020-04-13"), "month day", "as printed")
    event = Event(10, 40, label=Span(27, 39), timex=timex)

    assert (event.id, event.when) == ("e17", "2020-04-13")
    assert (event.kind, event.state) == (EventKind.STATEMENT, State.MACHINE)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_is_frozen_and_says_what_it_is(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert noun.__doc__ and not noun.__doc__.startswith(f"{noun.__name__}(")


def test_what_lies_in_a_span_is_found_without_its_neighbours() -> None:
    found = [Span(0, 2), Span(2, 5), Span(3, 4), Span(4, 9), Span(9, 10)]

    assert list(within(Span(2, 8), found)) == [Span(2, 5), Span(3, 4)]
    assert list(within(Span(0, 10), found)) == found
    assert list(within(Span(10, 12), found)) == []
