from dataclasses import fields

import pytest

from postil.intake.schema import build, json_schema
from postil.intake.strict_yaml import StrictYaml, Value
from postil.records import Annotation, Decision, Note, Record, Reference, Review, Target

RECORD: dict[str, Value] = {
    "title": "Test data",
    "creator": "Tess Tester",
    "publisher": "The Testford Gazette",
    "date": "2020-04-16",
    "language": "en",
    "source": "https://example.org/test-data",
    "rights": "Public domain",
    "type": "article",
    "captured": "2026-11-23",
    "encoding": "utf-8",
    "sha256": "0" * 64,
}


def record_with(field: str, value: Value) -> Record | str:
    """The record, or what is wrong with the field."""
    record, faults = build(Record, "record.yml", StrictYaml(value={**RECORD, field: value}))
    if record:
        return record
    (fault,) = faults
    assert fault.field == field
    return fault.message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", "http://example.org"),
        ("source", "https://example.org:8080/a/b?c=d#e"),
        ("source", "https://例え.example/テスト"),
        ("encoding", "windows-1252"),
        ("language", "en-GB"),
        ("language", "zh-Hant-TW"),
        ("date", "1821~"),
        ("date", "1914/1918"),
        ("date_order", "dmy"),
        ("sha256", "0123456789abcdef" * 4),
        ("title", "Letters, 1821–1830: “To a friend”"),
        ("title", "x" * 1000),
    ],
)
def test_a_sound_value_is_kept_as_it_was_written(field: str, value: str) -> None:
    record = record_with(field, value)

    assert isinstance(record, Record)
    assert getattr(record, field) == value


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        *(
            ("source", address, f"'{address}' is not a web address; write it in full, as in https://example.org/page")
            for address in (
                "", "example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "https://", "https:///a",
                "https://tess@example.org", "https://:x@example.org", "https://@example.org", "http:/example.org", "http:a@example.org",
                "https:///example.org", "https://example.org\\@example.com", "https://:80/", "https://[::1", "https://example.org/a b", "https://example.org/<a>",
                'https://example.org/"', "https://example.org/\n",
            )
        ),
        ("language", "English", "'English' has not the right form; write en"),
        ("language", "en_GB", "'en_GB' has not the right form; write en"),
        ("sha256", "A" * 64, f"'{'A' * 64}' has not the right form; write 9f86d081…"),
        ("sha256", "0" * 63, f"'{'0' * 63}' has not the right form; write 9f86d081…"),
        ("date_order", "us", "'us' is not one of the words used here; write one of dmy, mdy, ymd"),
        ("title", " \n", "is empty; write it, as in The Long Telegram"),
        ("title", "x" * 1001, "is longer than 1,000 characters; shorten it"),
        ("title", "Test data\nThe Flood", "is more than one line; write it on one"),
        ("source", "https://example.org/\u202egnp.exe", "holds the invisible character U+202E; take it out"),
        ("source", "https://example.org/\x07", "holds the invisible character U+0007; take it out"),
        *(
            ("encoding", name, f"'{name}' is no encoding; write utf-8, utf-16, windows-1252 or another name that Python knows")
            for name in ("utf-9", "hex", "rot13", "undefined", "unicode_escape", "raw_unicode_escape", "idna", "punycode")
        ),
        ("title", "a\u202eb", "holds the invisible character U+202E; take it out"),
        ("title", "a\u2066b", "holds the invisible character U+2066; take it out"),
        ("title", "a\x00b", "holds the invisible character U+0000; take it out"),
        ("title", "a\x1bb", "holds the invisible character U+001B; take it out"),
    ],
)  # fmt: skip
def test_an_unsound_value_is_refused_with_what_to_write(field: str, value: str, message: str) -> None:
    assert record_with(field, value) == message


@pytest.mark.parametrize("field", ["creator", "translator", "subject"])
def test_one_name_may_stand_for_a_list_of_one(field: str) -> None:
    alone, listed = record_with(field, "Tess Tester"), record_with(field, ["Tess Tester"])

    assert isinstance(alone, Record)
    assert alone == listed
    assert getattr(alone, field) == ("Tess Tester",)


def test_white_space_around_a_line_is_left_out() -> None:
    record = record_with("title", "  Test data\n")

    assert isinstance(record, Record)
    assert record.title == "Test data"


def test_white_space_within_a_quotation_s_context_is_kept() -> None:
    target, _ = build(
        Target, "a.yml", StrictYaml(value={"exact": "river", "prefix": "the ", "suffix": " rose"})
    )

    assert target == Target(exact="river", prefix="the ", suffix=" rose")


def test_a_mark_of_direction_that_scripts_need_is_kept() -> None:
    reference, _ = build(Reference, "a.yml", StrictYaml(value={"title": "שלום\u200f!"}))

    assert reference == Reference(title="שלום\u200f!")


def test_an_annotation_is_a_note_with_its_place() -> None:
    added = {field.name for field in fields(Annotation)} - {field.name for field in fields(Note)}

    assert {"id", "path", "line"} <= added


DECISION: dict[str, Value] = {
    "decision": "correct",
    "object": "caption",
    "target": {"exact": "Boats"},
    "saw": {"kind": "photograph", "date": "2020"},
    "value": {"date": "none", "place": "Riga"},
    "reason": "Test data.",
    "creator": {"name": "Tess Tester"},
    "created": "2026-11-23",
}


def test_a_decision_gives_what_is_written_and_nothing_else() -> None:
    decision, faults = build(Decision, "a.yml", StrictYaml(value=DECISION))

    assert faults == [] and decision and decision.value
    assert decision.saw.given() == {"kind": "photograph", "date": "2020"}
    assert decision.value.given() == {"date": "none", "place": "Riga"}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "decision",
            "agree",
            "'agree' is not one of the words used here; write one of confirm, correct, reject",
        ),
        (
            "object",
            "dates",
            "'dates' is not one of the words used here; write one of block, date, caption, event",
        ),
        ("saw", "2020", "must be a mapping of fields; write {date: 2020-04-13}"),
        ("reason", " ", "is empty; write it, as in The sentence before says so."),
    ],
)
def test_an_unsound_decision_is_refused_with_what_to_write(field: str, value: Value, message: str) -> None:
    _, faults = build(Decision, "a.yml", StrictYaml(value={**DECISION, field: value}))

    assert [(fault.field, fault.message) for fault in faults] == [(field, message)]


def test_a_date_that_is_neither_a_date_nor_none_is_refused() -> None:
    _, faults = build(Decision, "a.yml", StrictYaml(value={**DECISION, "value": {"date": "never"}}))

    assert [fault.field for fault in faults] == ["value.date"]
    assert faults[0].message.startswith("'never' is not an EDTF date; write ")


def test_a_review_is_a_decision_with_its_place() -> None:
    assert {field.name for field in fields(Review)} == {field.name for field in fields(Decision)} | {
        "id",
        "path",
        "lines",
    }


def test_editors_are_told_that_a_correction_needs_a_value_and_nothing_else_has_one() -> None:
    schema = json_schema(Decision)

    assert schema["if"]["properties"]["decision"] == {"const": "correct"}
    assert (schema["then"], schema["else"]) == ({"required": ["value"]}, {"not": {"required": ["value"]}})
