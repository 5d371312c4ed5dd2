from itertools import pairwise
from typing import Any

from hypothesis import given

from conftest import cases
from postil.dates import find_timexes
from postil.edtf import Edtf
from postil.model import Span
from strategies import scraps, thorough


@cases("dates")
def test_dates_are_read_as_a_reader_of_the_text_would(case: dict[str, Any]) -> None:
    text = case["text"]
    written = Edtf(case["date"]) if "date" in case else None

    timexes = find_timexes(text, [Span(0, len(text))], written=written, language=case.get("language", "en"))

    found = [
        {"text": each.text, "value": each.value, "rule": each.rule, "basis": each.basis} for each in timexes
    ]
    assert [each["text"] for each in found] == [each["text"] for each in case["expect"]]
    for each, expected in zip(found, case["expect"], strict=True):
        assert {key: each[key] for key in expected} == expected


def test_only_the_spans_are_read() -> None:
    text = "On 5 May 1921 it rained. On 6 May 1921 it stopped."

    timexes = find_timexes(text, [Span(25, len(text))], written=None, language="en")

    assert [timex.text for timex in timexes] == ["6 May 1921"]


def test_a_date_says_what_it_was_resolved_against() -> None:
    text = "On April 13 it rained. On 5 May 1921 it stopped."

    timexes = find_timexes(text, [Span(0, len(text))], written=Edtf("2020-04-16"), language="en")

    assert [timex.basis for timex in timexes] == [
        "the last one before 2020-04-16, the day of the text",
        "as printed",
    ]


@thorough
@given(scraps)
def test_no_date_stands_in_another_and_each_is_printed_there(text: str) -> None:
    timexes = find_timexes(text, [Span(0, len(text))], written=Edtf("2020-04-16"), language="en")

    assert all(first.end <= second.start for first, second in pairwise(timexes))
    assert all(timex.text == timex.of(text) != "" for timex in timexes)
