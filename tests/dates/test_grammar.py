import itertools

import pytest
from hypothesis import given

from postil.dates.grammar import find_expressions
from postil.model import Span
from strategies import scraps, thorough


def test_an_expression_says_its_rule_its_slots_and_where_the_date_itself_begins() -> None:
    text = "It was over by the end of May 1916."
    (found,) = find_expressions(text, Span(0, len(text)), "en")

    assert (found.rule.name, found.of(text), text[found.core : found.end]) == (
        "month year",
        "the end of May 1916",
        "May 1916",
    )
    assert found.slots == {"part_of": "end", "month": "May", "year": "1916"}


@pytest.mark.parametrize("between", ["\n\n", "\t", " . ", "; ", " x "])
def test_words_that_something_parts_are_no_one_date(between: str) -> None:
    text = f"5 May{between}1916"

    assert "5 May" in [found.of(text) for found in find_expressions(text, Span(0, len(text)), "en")]


@pytest.mark.parametrize("between", [" ", "\n", "\u00a0", "  ", ", "])
def test_spaces_a_line_break_or_a_comma_part_nothing(between: str) -> None:
    text = f"5 May{between}1916"

    assert [found.of(text) for found in find_expressions(text, Span(0, len(text)), "en")] == [text]


@pytest.mark.parametrize(
    "unit", ["the of ", "5 May ", "1 ", "May ", "1914-", "the 5th of the ", "early ", "and "]
)
def test_long_runs_of_a_dates_words_are_read_in_one_pass(unit: str) -> None:
    text = unit * (200_000 // len(unit))

    assert all(found.end <= len(text) for found in find_expressions(text, Span(0, len(text)), "en"))


@thorough
@given(scraps)
def test_expressions_follow_one_another(text: str) -> None:
    found = find_expressions(text, Span(0, len(text)), "en")

    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(a.start <= a.core < a.end for a in found)
