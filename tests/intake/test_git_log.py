import subprocess
from pathlib import Path

import pytest

from postil.intake import git_log
from postil.intake.git_log import FileChange, read_log


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two commits: a note with odd trailers, then a link in its place and a file elsewhere."""
    note = tmp_path / "source_texts" / "flood" / "annotations" / "a\nb.yml"
    note.parent.mkdir(parents=True)
    run(tmp_path, "init", "-q", "-b", "main")
    note.write_text("one")
    message = "Subject\n\nReviewed-by: B\u200bea \u202e <b@test.example>\nReviewed-by: no address\nValidates: a/b\n and on\n"
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-q", "-m", message)
    note.unlink()
    note.symlink_to("elsewhere")
    (tmp_path / "other").write_text("x")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-q", "-m", "Second")
    return tmp_path


def run(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@test.example"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True)


def test_each_commit_is_told_with_its_people_trailers_and_files(root: Path) -> None:
    second, first = read_log(root)

    assert (second.parents, first.parents) == ((first.id,), ())
    assert (first.subject, first.author.name, first.committer.email) == ("Subject", "Ada", "ada@test.example")
    assert [(each.name, each.email) for each in first.reviewed_by] == [
        ("B\u200bea", "b@test.example"),
        ("no address", ""),
    ]
    assert first.validates == ("a/b and on",)
    (new,) = first.changes
    assert (new.path, new.before) == ("source_texts/flood/annotations/a\nb.yml", "")
    assert second.changes == (FileChange(new.path, new.after, ""),)


def test_a_history_that_is_too_long_is_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_log, "_MOST_BYTES", 100)

    assert read_log(root) == []


def test_a_git_that_does_not_end_is_ended(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = root / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent), prepend=":")
    monkeypatch.setattr(git_log, "_SECONDS", 0.2)

    assert read_log(root) == []


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("Validates: a/b", {}),
        ("Subject\nValidates: a/b", {}),
        ("Subject\n\nValidates: a/b\nand more words", {}),
        ("Subject\n\nValidates: a/b\n\nMore words", {}),
        ("Subject\r\n\r\nvalidates : a/b\r\n", {"validates": ["a/b"]}),
        (
            "Subject\n\nWords\n \nValidates: a/b\n\tand on\nX: \nVALIDATES: c",
            {"validates": ["a/b and on", "c"], "x": [""]},
        ),
    ],
)
def test_trailers_are_a_last_paragraph_of_nothing_else(message: str, found: dict[str, list[str]]) -> None:
    assert git_log._trailers(message) == found
