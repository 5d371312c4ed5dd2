import pytest

from dates_in import dates_in
from postil.dates.context import beside, is_diary, order_of, tells_on, tense
from postil.dates.grammar import Expression, find_expressions
from postil.model import Span


def expressions(text: str) -> list[tuple[Span, Expression]]:
    span = Span(0, len(text))
    return [(span, found) for found in find_expressions(text, span, "en")]


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("It rained on Tuesday.", True, False), ("It fell on Tuesday.", True, False), ("It will rain on Tuesday.", False, True),
        ("It is to open on Tuesday, they said.", True, True), ("It will open, the council said on Tuesday.", True, False),
        ("It is closed until Tuesday.", True, True), ("It was closed until Tuesday.", True, False), ("Tuesday, fog.", False, False),
        ("It rained. It opens on Tuesday.", False, False),
    ],
)  # fmt: skip
def test_the_verbs_around_a_date_say_which_way_it_looks(text: str, past: bool, ahead: bool) -> None:
    span, found = expressions(text)[-1]

    assert tense(text, span, found) == (past, ahead)


def test_a_date_takes_the_year_of_the_one_it_is_joined_to() -> None:
    text = "On 3 October and 5 November 1914 it rained."
    near = beside(text, expressions(text), 0, "en")

    assert near is not None and (near.year, near.words) == (1914, "“5 November 1914”")


def test_a_date_far_away_lends_nothing() -> None:
    text = "In October it rained, and then, in November 1914, it froze."

    assert beside(text, expressions(text), 0, "en") is None


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("25/12/2019 and 4/5/2020", "dmy"),
        ("12/25/2019", "mdy"),
        ("25/12/2019, 12/25/2019", None),
        ("4/5/2020", None),
    ],
)
def test_the_figures_of_a_text_show_their_order(text: str, order: str | None) -> None:
    assert order_of(found for _, found in expressions(text)) == order


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("on July 2 they came", True),
        ("as of July they stay", False),
        ("since July it is so", False),
        ("on Tuesday", False),
        ("last July", False),
    ],
)
def test_a_story_goes_on_with_parts_of_a_year(text: str, tells: bool) -> None:
    assert tells_on(text, expressions(text)[0][1]) is tells


DIARY = "Monday, 4 August 1914\n\nFog. We leave on the 6th, they said yesterday.\n\nTuesday 5th\n\nRain.\n\nWednesday 6th\n\nWe left."
HISTORY = "On January 13, 1951 he came.\n\nOn March 2, 1951 he left.\n\nOn May 4, 1951 he came back. By January 9 he had won."


@pytest.mark.parametrize(("text", "diary"), [(DIARY, True), (HISTORY, False)])
def test_a_diary_is_known_by_the_days_that_its_blocks_begin_with(text: str, diary: bool) -> None:
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append(Span(at, at + len(block)))
        at += len(block) + 2
    printed = [(block, found) for block in blocks for found in find_expressions(text, block, "en")]

    assert is_diary(text, blocks, printed) is diary


def test_the_entry_of_a_diary_is_seen_from_its_own_day() -> None:
    assert ("yesterday", "1914-08-03") in dates_in(DIARY)
    assert ("Tuesday 5th", "1914-08-05") in dates_in(DIARY)
