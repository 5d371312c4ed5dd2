import pytest
import yaml
from hypothesis import given

from notes import notes
from postil.intake.note_yaml import note_yaml
from postil.intake.schema import build
from postil.intake.strict_yaml import read_yaml
from postil.records import Note
from strategies import thorough


def read(text: str) -> tuple[Note | None, list[str]]:
    note, faults = build(Note, "a.yml", read_yaml("a.yml", text.encode()))
    return note, list(map(str, faults))


SIMPLE = """\
motivation: commenting
kind: context
target:
  exact: April 13
  prefix: "on "
body: |
  Not the 14th: "the day after".

  - *So* says the `log`
references:
  - title: "The log: part 2"
    date: 2020-04
    url: https://example.org/log?part=2
  - title: "Logbook #3"
creator:
  name: Tess Tester
  github: "no"
created: 2026-11-23
language: en
"""


def test_the_file_is_what_a_person_would_write() -> None:
    note, faults = read(SIMPLE)

    assert faults == []
    assert note is not None
    assert note_yaml(note) == SIMPLE


@thorough
@given(notes)
def test_what_is_written_is_read_as_the_same_note(note: Note) -> None:
    assert read(note_yaml(note)) == (note, [])


@thorough
@given(notes)
def test_other_readers_of_yaml_get_the_same_words(note: Note) -> None:
    """Dates apart, which they make days of."""
    read = yaml.safe_load(note_yaml(note))

    assert read["target"]["exact"] == note.target.exact
    assert read["body"].removesuffix("\\n").strip() == note.body.strip()
    assert read["creator"]["name"] == note.creator.name
    assert read["language"] == note.language


@thorough
@given(notes)
def test_nothing_invisible_is_left_in_the_file(note: Note) -> None:
    assert all(char.isprintable() or char == "\n" for char in note_yaml(note))


@pytest.mark.parametrize(
    "body",
    [
        " - " * 3 + "x",
        "one \ntwo",
        "one\n\ttwo",
        "one\n   \ntwo",
        "\u00ad",
        "a\u0085b",
        "- a",
        "|",
        "# a",
        "---",
    ],
)
def test_a_body_that_cannot_stand_as_it_is_goes_into_quotation_marks(body: str) -> None:
    note, _ = read(SIMPLE)
    assert note is not None
    odd = Note(**{**{name: getattr(note, name) for name in note.__slots__}, "body": body.strip()})

    assert read(note_yaml(odd)) == (odd, [])
