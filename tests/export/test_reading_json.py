import json

from hypothesis import given

from postil.export.reading_json import reading_object
from postil.pipeline import read_text
from strategies import scraps, thorough

TEXT = """\
The River Rises

By Ann Lee Source: The Gazette Updated: 2020-04-16

On April 13 the river rose at the mill. Nobody had slept.


Boats cross the lower town in Riga on April 15, 2020. REUTERS
"""


def test_a_reading_is_written_with_offsets_dates_and_the_words_themselves() -> None:
    found = reading_object(read_text(TEXT), TEXT)

    assert found["metadata"] == {
        "title": "The River Rises",
        "creator": ["Ann Lee"],
        "source": "The Gazette",
        "date": "2020-04-16",
    }
    assert [(block["kind"], block["start"], block["end"]) for block in found["blocks"]] == [
        ("title", 0, 15),
        ("byline", 17, 67),
        ("paragraph", 69, 126),
        ("caption", 129, 190),
    ]
    assert all(block["rule"] and block["state"] == "machine" for block in found["blocks"])
    assert found["captions"] == [
        {
            "start": 129,
            "end": 190,
            "kind": "photograph",
            "credit": "REUTERS",
            "date": "2020-04-15",
            "place": "Riga",
            "again": [],
            "state": "machine",
        }
    ]
    assert found["dates"][1] == {
        "start": 72,
        "end": 80,
        "text": "April 13",
        "value": "2020-04-13",
        "rule": "month day",
        "basis": "the last one before 2020-04-16, the day of the text",
        "state": "machine",
    }
    assert found["events"][0] == {
        "start": 69,
        "end": 108,
        "kind": "statement",
        "quote": "On April 13 the river rose at the mill.",
        "label": "the river rose at the mill",
        "date": "2020-04-13",
        "rule": "month day",
        "basis": "the last one before 2020-04-16, the day of the text",
        "place": None,
        "same_as": None,
        "state": "machine",
    }


def test_nothing_found_is_written_as_nothing() -> None:
    assert reading_object(read_text(""), "") == {
        "metadata": {"title": None, "creator": [], "source": None, "date": None},
        "blocks": [],
        "captions": [],
        "dates": [],
        "events": [],
    }


@thorough
@given(scraps)
def test_what_is_written_is_read_back_the_same_and_points_into_the_text(text: str) -> None:
    found = reading_object(read_text(text), text)

    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert all(text[date["start"] : date["end"]] == date["text"] for date in found["dates"])
    assert all(text[event["start"] : event["end"]] == event["quote"] for event in found["events"])
