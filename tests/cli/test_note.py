import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
TEXT = "flood-at-testford"
NOTES = Path("source_texts") / TEXT / "annotations"
SOUND = ("--kind", "context", "--body", "Test data.", "--creator", "Tess Tester", "--created", "2026-11-23")


def test_a_note_is_a_file_that_the_check_passes(run: Run, archive: Path) -> None:
    result = run("note", TEXT, "lower town", "--after", " slept", *SOUND, "--label", "Lower Town", "--github", "tess",
                 "--reference", "A log <https://example.org/log>", "--reference", "A book", "--root", archive)  # fmt: skip

    assert (result.exit_code, result.stdout) == (0, f"{NOTES.as_posix()}/lower-town-2.yml\n")
    assert (archive / NOTES / "lower-town-2.yml").read_text(encoding="utf-8") == (
        "motivation: commenting\nkind: context\nlabel: Lower Town\n"
        'target:\n  exact: "lower\\xa0town"\n  suffix: " slept"\n'
        "body: |\n  Test data.\n"
        "references:\n  - title: A log\n    url: https://example.org/log\n  - title: A book\n"
        "creator:\n  name: Tess Tester\n  github: tess\ncreated: 2026-11-23\nlanguage: en\n"
    )
    assert run("check", "--root", archive).output == "1 text, 3 notes, 0 faults.\n"


def test_of_several_places_one_is_chosen(run: Run, archive: Path) -> None:
    unsaid = run("note", TEXT, "lower town", *SOUND, "--root", archive)
    chosen = run("note", TEXT, "lower town", *SOUND, "--root", archive, "--place", "2")

    assert unsaid.exit_code == 1
    assert "   2  line " in unsaid.stderr
    assert (
        "QUOTE: the quoted words stand in 2 places; choose one of them with --place, or add --before and --after"
        in unsaid.stderr
    )
    assert chosen.exit_code == 0
    assert "slept" in (archive / NOTES / "lower-town-2.yml").read_text(encoding="utf-8")


def test_the_body_may_come_from_standard_input(run: Run, archive: Path) -> None:
    result = run(
        "note",
        TEXT,
        "The council",
        "--kind",
        "gloss",
        "--creator",
        "Tess",
        "--root",
        archive,
        input="Some *words*.\n",
    )

    assert result.exit_code == 0
    assert "body: |\n  Some *words*.\n" in (archive / NOTES / "the-council.yml").read_text(encoding="utf-8")


def test_a_body_that_is_no_utf_8_is_refused(run: Run, archive: Path) -> None:
    result = run(
        "note",
        TEXT,
        "The council",
        "--kind",
        "gloss",
        "--creator",
        "Tess",
        "--root",
        archive,
        input=b"caf\xe9",
    )

    assert result.exit_code == 1
    assert result.stderr == "Error: standard input is not UTF-8; save the note as UTF-8\n"


@pytest.mark.skipif(os.name != "posix", reason="the editor is a shell script")
def test_the_body_may_be_written_in_an_editor(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\n{ echo "From the editor."; cat "$1"; } > "$1.new" && mv "$1.new" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))

    result = run(
        "note", TEXT, "The council", "--kind", "gloss", "--creator", "Tess", "--editor", "--root", archive
    )

    assert result.exit_code == 0
    assert "body: |\n  From the editor.\ncreator" in (archive / NOTES / "the-council.yml").read_text(
        encoding="utf-8"
    )


def test_the_author_is_who_git_says(run: Run, archive: Path) -> None:
    subprocess.run(["git", "init", "-q", archive], check=True)
    subprocess.run(["git", "-C", archive, "config", "user.name", "Tess of Git"], check=True)

    result = run("note", TEXT, "The council", "--kind", "gloss", "--body", "Test data.", "--root", archive)

    assert result.exit_code == 0
    assert "name: Tess of Git\n" in (archive / NOTES / "the-council.yml").read_text(encoding="utf-8")


def test_everything_wrong_is_said_at_once_and_nothing_is_written(run: Run, archive: Path) -> None:
    before = sorted((archive / NOTES).iterdir())

    result = run("note", TEXT, "the upper town", "--kind", "remark", "--body", "[a]()", "--creator", "\u202eT", "--orcid", "1",
                 "--created", "1.1.2026", "--language", "english!", "--reference", "A <ftp://example.org>", "--root", archive)  # fmt: skip

    assert result.exit_code == 1
    assert [line.split(":")[0].strip() for line in result.stderr.splitlines()] == [
        "nothing is written", "--kind", "references.1.url", "--creator", "--orcid", "--created", "--language", "QUOTE", "--body",
    ]  # fmt: skip
    assert sorted((archive / NOTES).iterdir()) == before


def test_the_same_note_is_made_once(run: Run, archive: Path) -> None:
    first = run("note", TEXT, "The council", *SOUND, "--root", archive)
    again = run("note", TEXT, "The council", *SOUND, "--root", archive)

    assert (first.stdout, again.stdout) == (
        f"{NOTES.as_posix()}/the-council.yml\n",
        f"{NOTES.as_posix()}/the-council.yml says the very same\n",
    )


@pytest.mark.parametrize("name", ["../../escaped", "/tmp/escaped", "A b"])
def test_a_name_that_is_none_is_refused(run: Run, archive: Path, name: str) -> None:
    result = run("note", TEXT, "The council", *SOUND, "--id", name, "--root", archive)

    assert result.exit_code == 1
    assert f"--id: '{name}' is no name of a file here" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="the editor is a shell script")
def test_what_was_written_in_an_editor_is_never_lost(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\ntouch "{tmp_path}/opened"\necho "![a](https://example.org/b.png) below" >> "$1"\n'
    )
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    options = ("--creator", "Tess", "--editor", "--root", archive)

    before = run("note", TEXT, "The council", "--kind", "remark", *options)
    opened_before = (tmp_path / "opened").exists()
    after = run("note", TEXT, "The council", "--kind", "gloss", *options)

    assert (before.exit_code, opened_before) == (1, False)
    assert (after.exit_code, "--body: has an image" in after.stderr) == (1, True)
    (kept,) = tmp_path.glob("postil-note-*.md")
    assert kept.read_text(encoding="utf-8") == "![a](https://example.org/b.png) below\n"
    assert f"what you wrote is kept in {kept}" in after.stderr
