import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given

from conftest import cases
from postil.edtf import Edtf
from postil.events import find_events
from postil.model import Block, BlockKind, Caption, EventKind, Span, Timex
from postil.pipeline import read_text
from strategies import scraps, thorough


@cases("events")
def test_dated_statements_are_events(case: dict[str, Any]) -> None:
    text = case["text"]

    events = read_text(text, date=case.get("date"), language=case.get("language", "en")).events

    labels = {event.id: event.label.of(text) for event in events}
    found = [
        {
            "when": event.when,
            "kind": event.kind,
            "quote": event.of(text),
            "label": event.label.of(text),
            "place": event.place.of(text) if event.place else "",
            "same_as": labels[event.same_as] if event.same_as else "",
        }
        for event in events
    ]
    assert [
        {key: event[key] for key in expected} for event, expected in zip(found, case["expect"], strict=True)
    ] == case["expect"]


def test_a_caption_of_two_blocks_that_was_captured_twice_is_one_event() -> None:
    text = "Boats cross the town on 5 May 1921.\n\nREUTERS\n\nBoats cross the town on 5 May 1921."
    first, credit, second = Span(0, 35), Span(37, 44), Span(46, len(text))
    timexes = [_day(text, text.index("5 May")), _day(text, text.rindex("5 May"))]
    blocks = [Block(each.start, each.end, BlockKind.CAPTION) for each in (first, credit, second)]
    caption = Caption(0, 44, words=first, timex=timexes[0], again=(second,))

    (event,) = find_events(text, blocks, timexes, [caption])

    assert event.kind is EventKind.PHOTOGRAPH
    assert (event.of(text), event.timex) == (text[:35], timexes[0])


def test_a_date_of_which_nothing_is_known_makes_no_event() -> None:
    text = "That day the mill burned down."
    timex = Timex(0, 8, "That day", Edtf("XXXX"), "that day", "nothing is known")

    assert find_events(text, [Block(0, len(text), BlockKind.PARAGRAPH)], [timex], []) == ()


def _day(text: str, at: int) -> Timex:
    return Timex(at, at + 10, text[at : at + 10], Edtf("1921-05-05"), "day month year", "as printed")


@pytest.mark.parametrize(
    "text",
    [
        "1 May 1921 " * 40_000,
        "- 1 May 1921 it rained\n" * 20_000,
        "(in 1921 " * 40_000,
        "The mill burned on 1 May 1921, and " * 10_000,
        "The mill burned on 1 May 1921. " * 10_000,
    ],
)
def test_the_time_grows_with_the_text(text: str) -> None:
    spans = [match.span() for match in re.finditer(r"1 May 1921|1921", text)]
    timexes = [Timex(*span, text[slice(*span)], Edtf("1921"), "year", "as printed") for span in spans]
    kind = BlockKind.LIST if text.startswith("-") else BlockKind.PARAGRAPH
    start = process_time()

    find_events(text, [Block(0, len(text), kind)], timexes, [])

    assert process_time() - start < 20


@thorough
@given(scraps)
def test_an_event_quotes_a_block_or_a_caption_and_its_label_and_place_are_parts_of_it(text: str) -> None:
    reading = read_text(text)

    whole = (*reading.blocks, *reading.captions)
    assert len({event.id for event in reading.events}) == len(reading.events)
    for event in reading.events:
        assert event.holds(event.label)
        assert any(map(str.isalnum, event.label.of(text)))
        assert event.place is None or event.holds(event.place)
        assert event.of(text) == event.of(text).strip() != ""
        assert any(each.holds(event) for each in whole)
