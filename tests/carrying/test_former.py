from dataclasses import replace

from made_texts import RECORD
from postil.carrying.former import last_place, unplaced_notes
from postil.edtf import Edtf
from postil.model import SourceText, Span
from postil.records import Annotation, Creator, Target

FIRST = "Test data. The old dam broke. The mill stood."
SECOND = "Test data. The old dam held. The mill stood."
NOW = "Test data. The mill stood."


def capture(text: str) -> SourceText:
    return SourceText("test", replace(RECORD, title="Test data"), text, text.encode())


def note(exact: str, name: str = "note", body: str = "Test data") -> Annotation:
    return Annotation(
        kind="gloss", target=Target(exact=exact), body=body, creator=Creator(name="Nobody"), created=Edtf("2026"),
        id=name, path=f"{name}.yml", line=3, body_line=4,
    )  # fmt: skip


def test_a_note_stands_in_the_newest_capture_that_has_its_words() -> None:
    former = [capture(SECOND), capture(FIRST)]

    assert last_place(Target(exact="old dam"), former) == (0, Span(15, 22))
    assert last_place(Target(exact="dam broke"), former) == (1, Span(19, 28))
    assert last_place(Target(exact="dam burst"), former) is None


def test_unplaced_notes_say_why_the_newest_captures_first() -> None:
    former = [capture(SECOND), capture(FIRST)]
    notes = [note("dam broke", "a"), note("old dam held", "b"), note("The mill stood", "c")]

    found, faults = unplaced_notes(capture(NOW), former, notes, ())

    assert faults == ()
    assert [(each.annotation.id, each.span.of(each.capture.text), each.why) for each in found] == [
        ("b", "old dam held", "the words are no longer in the text"),
        ("c", "The mill stood", "nobody has placed it yet"),
        ("a", "dam broke", "the words were changed"),
    ]


def test_a_note_whose_words_were_never_there_and_one_that_cannot_be_shown_are_faults() -> None:
    notes = [note("dam burst", "a"), note("old dam", "b", "![x](https://example.org/a.png)")]

    found, faults = unplaced_notes(capture(NOW), [capture(FIRST)], notes, ())

    assert found == ()
    assert [(fault.path, fault.line, fault.field) for fault in faults] == [
        ("b.yml", 4, "body"), ("a.yml", 3, "target.exact"),
    ]  # fmt: skip
