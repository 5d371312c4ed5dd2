from typing import Any

import pytest
from hypothesis import given

from conftest import cases
from postil.edtf import Edtf
from postil.events import find_events
from postil.model import Block, BlockKind, Timex
from postil.pipeline import read_text
from strategies import scraps, thorough


@cases("events")
def test_dated_statements_are_events(case: dict[str, Any]) -> None:
    text = case["text"]

    events = read_text(text, date=case.get("date")).events

    found = [
        {"when": event.when, "kind": event.kind, "quote": event.of(text), "label": event.label.of(text)}
        for event in events
    ]
    assert [
        {key: event[key] for key in expected} for event, expected in zip(found, case["expect"], strict=True)
    ] == case["expect"]


def test_a_long_label_ends_with_a_word() -> None:
    text = "The council of the lower town and the council of the upper town " * 3 + "met on 5 May 1921."
    timex = Timex(
        text.index("5 May"), len(text) - 1, "5 May 1921", Edtf("1921-05-05"), "day month year", "as printed"
    )

    (event,) = find_events(text, [Block(0, len(text), BlockKind.PARAGRAPH)], [timex], [])

    assert event.label.of(text) == text[:140].rpartition(" ")[0]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("In 1914 www.example.org/" + "x" * 150 + " was written.", "www.example.org/" + "x" * 124),
        ("He was born. On 11 November 1918. Then it was over.", "On 11 November 1918."),
        ("May 1", "May 1"),
    ],
)
def test_a_label_always_has_words(text: str, label: str) -> None:
    (event,) = read_text(text).events

    assert event.label.of(text) == label


@thorough
@given(scraps)
def test_an_event_quotes_a_sentence_of_one_block_and_its_label_is_a_part_of_it(text: str) -> None:
    reading = read_text(text)

    for event in reading.events:
        assert event.holds(event.label)
        assert event.holds(event.timex)
        assert event.of(text) == event.of(text).strip() != ""
        assert any(block.holds(event) for block in reading.blocks)
