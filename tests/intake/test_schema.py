import pytest

from postil.intake.schema import build, json_schema, sound_parts
from postil.intake.strict_yaml import read_yaml
from postil.records import Creator, Note, Record, Target

NOTE = """\
kind: context
target:
  exact: the river rose
body: Test data.
creator:
  name: Tess Tester
created: 2026-11-23
"""


def faults_of(yaml: str) -> list[str]:
    note, faults = build(Note, "a.yml", read_yaml("a.yml", yaml.encode()))
    assert note is None
    return [str(fault) for fault in faults]


def test_a_sound_file_is_its_noun() -> None:
    note, faults = build(Note, "a.yml", read_yaml("a.yml", NOTE.encode()))

    assert faults == []
    assert isinstance(note, Note)
    assert (note.target, note.creator) == (Target(exact="the river rose"), Creator(name="Tess Tester"))
    assert (note.motivation, note.references, note.language) == ("commenting", (), "en")


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (NOTE.replace("kind: context\n", ""), "a.yml:1: kind: is missing; write context"),
        (
            NOTE.replace("  exact: the river rose", "  prefix: On"),
            "a.yml:2: target.exact: is missing; write as of April 13",
        ),
        (
            NOTE.replace("  name: Tess Tester", "  github: tess"),
            "a.yml:5: creator.name: is missing; write Ada Lovelace",
        ),
        (
            NOTE.replace("kind: context", "kind: remark"),
            "a.yml:1: kind: 'remark' is not one of the words used here; write one of context, correction, source, "
            "dispute, gloss, person, place, organization, event, capture-note",
        ),
        (NOTE + "langauge: en\n", "a.yml:8: langauge: is no field here; did you mean 'language'?"),
        (
            NOTE + "x: y\n",
            "a.yml:8: x: is no field here; the fields are motivation, kind, label, target, body, references, creator, created, language",
        ),
        (
            NOTE.replace("  name: Tess Tester", "  name: Tess Tester\n  twitter: tess"),
            "a.yml:7: creator.twitter: is no field here; the fields are name, github, orcid",
        ),
        (
            NOTE.replace("body: Test data.", "body:"),
            "a.yml:4: body: is empty; write it, as in The count was …",
        ),
        (
            NOTE.replace("body: Test data.", "body: [Test data]"),
            "a.yml:4: body: must be a text; write The count was …",
        ),
        (
            NOTE.replace("body: Test data.", f"body: {'x' * 5001}"),
            "a.yml:4: body: is longer than 5,000 characters; shorten it",
        ),
        (
            NOTE.replace("  name: Tess Tester", "  name: Tess Tester\n  github: '@tess'"),
            "a.yml:7: creator.github: '@tess' has not the right form; write ada",
        ),
        (
            NOTE.replace("created: 2026-11-23", "created: [2026-11-23]"),
            "a.yml:7: created: must be a text; write 2026-11-23",
        ),
        (
            NOTE.replace("  exact: the river rose", "  exact: ' \u200b'"),
            "a.yml:3: target.exact: is empty; write it, as in as of April 13",
        ),
        (
            NOTE.replace("  name: Tess Tester", "  name: Tess Tester\n  orcid: ٠٠٠٠-0002-1825-0097"),
            "a.yml:7: creator.orcid: '٠٠٠٠-0002-1825-0097' has not the right form; write 0000-0002-1825-0097",
        ),
        (NOTE + "references: a book\n", "a.yml:8: references: must be a list"),
        (
            NOTE + "references: [a book]\n",
            "a.yml:8: references.1: must be a mapping of fields; write {title: Situation report 82}",
        ),
        (
            NOTE + "references:\n" + "  - title: a book\n" * 21,
            "a.yml:8: references: has more than 20 entries; keep the best",
        ),
        (
            NOTE.replace("created: 2026-11-23", "created: 2026-11-31"),
            "a.yml:7: created: '2026-11-31' is no day of the calendar; 2026-11 has 30 days",
        ),
        (
            "Test data.\n",
            "a.yml:1: must be a mapping of fields; write {kind: context, target: {exact: as of April 13}, "
            "body: The count was …, creator: {name: Ada Lovelace}, created: 2026-11-23}",
        ),
    ],
)
def test_a_fault_says_where_and_what_to_write(wrong: str, fault: str) -> None:
    assert faults_of(wrong) == [fault]


def test_all_faults_of_a_file_are_said_at_once() -> None:
    faults = faults_of("kind: remark\ntarget:\n  exact: ''\n  suffx: a\ncreator: {}\n")

    assert [fault.partition("; ")[0] for fault in faults] == [
        "a.yml:1: kind: 'remark' is not one of the words used here",
        "a.yml:3: target.exact: is empty",
        "a.yml:4: target.suffx: is no field here",
        "a.yml:1: body: is missing",
        "a.yml:5: creator.name: is missing",
        "a.yml:1: created: is missing",
    ]


def test_a_file_that_is_no_yaml_has_the_faults_of_that() -> None:
    assert faults_of("kind: a: b") == [
        "a.yml:1: is not YAML: mapping values are not allowed in this context; check the indentation, "
        "and put quotes around a text that holds ': ' or ' #'"
    ]


@pytest.mark.parametrize(
    ("noun", "required"),
    [
        (Note, ["kind", "target", "body", "creator", "created"]),
        (Record, ["title", "creator", "publisher", "date", "language", "source", "rights", "type", "captured", "encoding", "sha256"]),
    ],
)  # fmt: skip
def test_the_schema_for_editors_names_what_is_needed(noun: type, required: list[str]) -> None:
    schema = json_schema(noun)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == required
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("noun", [Note, Record])
def test_every_field_is_described_to_editors(noun: type) -> None:
    schema = json_schema(noun)

    for part in (schema, *schema["$defs"].values()):
        assert all(field["description"] for field in part["properties"].values())


@pytest.mark.parametrize(
    ("wrong", "parts"),
    [
        (NOTE.replace("context", "contxt"), {"target": Target(exact="the river rose"), "body": "Test data."}),
        (NOTE.replace("exact", "exakt"), {"body": "Test data."}),
        (NOTE.replace("body: Test data.", "body: [Test data.]"), {"target": Target(exact="the river rose")}),
        (NOTE.replace("body: Test data.\n", ""), {"target": Target(exact="the river rose")}),
        ("[target, body]", {}),
        ("no: yaml: here", {}),
    ],
)
def test_what_is_sound_of_a_faulty_file_is_given_back(wrong: str, parts: dict[str, object]) -> None:
    assert sound_parts(Note, read_yaml("a.yml", wrong.encode()), "target", "body") == parts
