from dataclasses import replace

from made_texts import RECORD
from postil.anchoring import fold
from postil.carrying.former import last_places, unplaced_notes
from postil.edtf import Edtf
from postil.model import SourceText, Span
from postil.records import Annotation, Creator, Target

FIRST = "Test data. The old dam broke. By the river the mill stood."
SECOND = "Test data. The old dam held. By the river the mill stood."
NOW = "Test data. By the river the mill stood."


def capture(text: str) -> SourceText:
    return SourceText("test", replace(RECORD, title="Test data"), text, text.encode())


def note(exact: str, name: str = "note", body: str = "Test data") -> Annotation:
    return Annotation(
        kind="gloss", target=Target(exact=exact), body=body, creator=Creator(name="Nobody"), created=Edtf("2026"),
        id=name, path=f"{name}.yml", line=3, body_line=4,
    )  # fmt: skip


def test_a_note_stands_in_the_newest_capture_that_has_its_words() -> None:
    former = [capture(SECOND), capture(FIRST)]

    targets = [Target(exact=exact) for exact in ("old dam", "dam broke", "dam burst")]
    assert last_places(targets, former) == [(0, Span(15, 22)), (1, Span(19, 28)), None]


def test_unplaced_notes_say_why_the_newest_captures_first() -> None:
    former = [capture(SECOND), capture(FIRST)]
    notes = [note("dam broke", "a"), note("old dam held", "b"), note("the mill stood", "c")]

    found, faults = unplaced_notes(capture(NOW), former, notes, ())

    assert faults == ()
    assert [(each.annotation.id, each.span.of(each.capture.text), each.why) for each in found] == [
        ("b", "old dam held", "the words are no longer in the text"),
        ("c", "the mill stood", "nobody has placed it yet"),
        ("a", "dam broke", "the words were changed"),
    ]


def test_a_note_whose_words_were_never_there_and_one_that_cannot_be_shown_are_faults() -> None:
    notes = [note("dam burst", "a"), note("old dam", "b", "![x](https://example.org/a.png)")]

    found, faults = unplaced_notes(capture(NOW), [capture(FIRST)], notes, ())

    assert found == ()
    assert [(fault.path, fault.line, fault.field) for fault in faults] == [
        ("b.yml", 4, "body"), ("a.yml", 3, "target.exact"),
    ]  # fmt: skip


def test_each_capture_is_folded_once_however_many_there_are() -> None:
    former = [capture(f"Test data {number}. The old dam broke. {NOW}") for number in range(12)]
    notes = [note("The old dam broke", f"n{number}") for number in range(11)] + [note("data 11", "last")]
    fold.cache_clear()

    found, faults = unplaced_notes(capture(NOW), former, notes, ())

    assert (len(found), faults) == (12, ())
    assert fold.cache_info().misses <= 2 * len(former)
