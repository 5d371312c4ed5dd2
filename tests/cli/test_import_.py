import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from postil.export.web_annotation import annotation_collection
from postil.pipeline import read_archive

Run = Callable[..., Result]
TEXT = "flood-at-testford"
NOTES = Path("source_texts") / TEXT / "annotations"


def row(exact: str, **changes: Any) -> dict[str, Any]:
    """A row as Hypothesis writes it, invented."""
    prefix, suffix = changes.pop("prefix", ""), changes.pop("suffix", "")
    return {
        "id": "Wq0", "created": "2026-11-23T10:11:12.123456+00:00", "user": "acct:tess@hypothes.is",
        "uri": "https://example.org/test-data", "text": "Test *data*.", "tags": ["context"],
        "target": [{"source": "https://example.org/test-data", "selector": [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        ]}],
        **changes,
    }  # fmt: skip


@pytest.fixture
def importing(run: Run, archive: Path, tmp_path: Path) -> Run:
    """Imports the value as a file."""

    def importing(value: Any, *options: str | Path) -> Result:
        path = tmp_path / "notes.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return run("import", TEXT, path, "--root", archive, *options)

    return importing


def files(archive: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (archive / NOTES).iterdir()}


def test_what_hypothesis_exports_becomes_notes(run: Run, archive: Path, importing: Run) -> None:
    rows = [
        row("lower town", prefix=" Testford, and by\n   morning the ", suffix=" stood under wa"),
        row("boats came from the next village", prefix="closed, and", suffix="before dark."),
    ]

    result = importing({"rows": rows, "total": 2})

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"note 1 (Wq0): {NOTES.as_posix()}/lower-town-2.yml is made\n"
        f"note 2 (Wq0): {NOTES.as_posix()}/boats-came-from-the-next-village.yml is made\n"
        "2 made, 0 there already, 0 refused.\n"
    )
    assert run("check", "--root", archive).output == "1 text, 4 notes, 0 faults.\n"


def test_what_is_refused_is_named_and_kept_and_the_rest_is_written(
    archive: Path, importing: Run, tmp_path: Path
) -> None:
    rows = [
        row("The council"),
        row("lower town"),
        row("the upper town"),
        row("The council", text="![a](https://example.org/a.png)", tags=[]),
        row("The council", uri="https://elsewhere.example/page"),
        row("The council", references=["Wq0"]),
    ]

    result = importing(rows, "--refused", tmp_path / "refused.json")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"note 1 (Wq0): {NOTES.as_posix()}/the-council.yml is made",
        "1 made, 0 there already, 5 refused.",
    ]
    refused = result.stderr.splitlines()
    assert [line.split(":")[0] for line in refused] == [f"note {number} (Wq0)" for number in range(2, 7)]
    for line, why in zip(refused, ["2 places", "0 places", "kind: is missing; write context; body: has an image",
                                   "speaks of https://elsewhere.example/page", "is a reply"], strict=True):  # fmt: skip
        assert why in line
    assert json.loads((tmp_path / "refused.json").read_text(encoding="utf-8")) == rows[1:]


def test_imported_again_nothing_changes(archive: Path, importing: Run) -> None:
    rows = [row("The council"), row("The council")]
    first = importing(rows)
    before = files(archive)

    again = importing(rows)

    assert "note 2 (Wq0): stands in the file twice" in first.stdout
    assert files(archive) == before
    assert again.stdout.count("the-council.yml is there already") == 2
    assert again.exit_code == 0


def test_a_dry_run_writes_nothing(archive: Path, importing: Run) -> None:
    before = files(archive)

    result = importing([row("The council")], "--dry-run")

    assert result.stdout == "note 1 (Wq0): would be made\n1 would be made, 0 there already, 0 refused.\n"
    assert files(archive) == before


def test_what_the_notes_do_not_say_is_given_for_all(archive: Path, importing: Run) -> None:
    item = row("The council", user=None, tags=[], created=None)

    alone = importing([item])
    given = importing(
        [item], "--kind", "gloss", "--creator", "Tess Tester", "--created", "2026-11", "--language", "de"
    )

    assert "kind: is missing" in alone.stderr
    assert given.exit_code == 0
    note = files(archive)["the-council.yml"]
    assert all(
        part in note
        for part in ("kind: gloss\n", "name: Tess Tester\n", "created: 2026-11\n", "language: de\n")
    )


def test_nobody_is_given_the_words_of_somebody_else(archive: Path, importing: Run) -> None:
    named = {"type": "Annotation", "bodyValue": "Test data.", "creator": "Ada Lovelace", "created": "2026-11-23",
             "target": {"selector": {"type": "TextQuoteSelector", "exact": "The council"}}}  # fmt: skip
    nameless = {**named, "creator": {"id": "https://orcid.org/0000-0002-1825-0097"}}

    result = importing([named, nameless], "--creator", "Ed", "--kind", "gloss")

    assert (result.exit_code, "note 2: refused: has an author without a name" in result.stderr) == (1, True)
    assert "name: Ada Lovelace\n" in files(archive)["the-council.yml"]
    assert not any("Ed\n" in note for note in files(archive).values())


def test_what_is_refused_is_kept_to_the_letter(importing: Run, tmp_path: Path) -> None:
    importing(r'[null, {"a": "\ud800", "b": 1.50}]', "--refused", tmp_path / "refused.json")

    assert (tmp_path / "refused.json").read_text() == '[\nnull,\n{"a": "\\ud800", "b": 1.50}\n]\n'
    assert sorted(path.name for path in tmp_path.glob("*refused*")) == ["refused.json"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/test-data", "http://www.example.org/test-data/#p3",
        "https://archive.example/texts/flood-at-testford/", "https://archive.example/a/texts/flood-at-testford/text.txt", "./text.txt",
    ],
)  # fmt: skip
def test_notes_of_the_text_are_known_by_its_addresses(importing: Run, address: str) -> None:
    assert importing([row("The council", uri=address)]).exit_code == 0


@pytest.mark.parametrize(
    "address",
    ["https://example.org/test-data?page=2", "https://example.org/", "urn:x-pdf:1", "http://[", "text"],
)
def test_notes_of_another_text_are_refused_unless_it_is_said_to_be_this_one(
    importing: Run, address: str
) -> None:
    assert "give the address with --source" in importing([row("The council", uri=address)]).stderr
    assert importing([row("The council", uri=address)], "--source", address).exit_code == 0


def test_what_was_exported_is_there_already_and_comes_back_with_its_names(
    archive: Path, importing: Run
) -> None:
    (document,) = read_archive(archive)[0].documents
    exported = annotation_collection(document)
    before = [(anchor.annotation.id, anchor.span, anchor.annotation.body) for anchor in document.anchors]

    there = importing(exported)
    for path in (archive / NOTES).iterdir():
        path.unlink()
    back = importing(exported)

    assert there.stdout.count("is there already") == 2
    assert back.exit_code == 0
    (again,) = read_archive(archive)[0].documents
    assert [(anchor.annotation.id, anchor.span, anchor.annotation.body) for anchor in again.anchors] == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "is not JSON"),
        ("[NaN]", "holds NaN"),
        ('[{"a": 1, "a": 2}]', "has 'a' twice in one object; keep one"),
        ("[" * 100_000, "is nested too deep"),
        ("3", "holds no notes"),
    ],
)
def test_a_file_that_is_none_is_refused(importing: Run, content: str, why: str) -> None:
    result = importing(content)

    assert result.exit_code == 1
    assert why in result.stderr


def test_what_a_hostile_file_says_cannot_command_a_terminal(importing: Run) -> None:
    result = importing(
        [
            row("\x1b[31mred", id="\x1b]0;title\x07\n::set-output name=a::b"),
            {"id": "\u202e", "type": "\x1b[2J"},
        ]
    )

    assert result.exit_code == 1
    assert all(char.isprintable() or char == "\n" for char in result.output)
    assert not any(line.startswith("::") for line in result.output.splitlines())


def test_a_name_in_an_id_leads_nowhere_else(archive: Path, importing: Run) -> None:
    (document,) = read_archive(archive)[0].documents
    exported = annotation_collection(document)
    for item, odd in zip(
        exported["first"]["items"], ["#note-../../../x", "#note-" + "a" * 5000], strict=True
    ):
        item["id"] = f"./{odd}"
    for path in (archive / NOTES).iterdir():
        path.unlink()

    importing(exported)

    assert sorted(files(archive)) == ["the-council-of-testford.yml", "the-lower-town-stood-under-water.yml"]
