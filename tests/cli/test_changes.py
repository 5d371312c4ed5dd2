import os
import subprocess
from pathlib import Path

import pytest

from postil.cli.changes import NoSuchCommit, changes_since

NOTES = "source_texts/flood-at-testford/annotations"


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Tess Tester", "-c", "user.email=tess@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def commit(root: Path, message: str) -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def repository(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    git(archive, "init", "--quiet", "--initial-branch", "main")
    commit(archive, "The archive")
    return archive


def test_new_changed_and_gone_files_are_told_apart(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    (repository / NOTES / "council.yml").unlink()
    (repository / NOTES / "lower-town.yml").write_text("kind: place\n")
    (repository / NOTES / "new.yml").write_text("kind: place\n")
    (repository / "odd \n name “x”").write_text("")
    expected = {
        f"{NOTES}/council.yml": "gone",
        f"{NOTES}/lower-town.yml": "changed",
        f"{NOTES}/new.yml": "new",
    }

    assert changes_since(repository, "main") == expected  # nothing of it is committed yet

    commit(repository, "Notes")
    assert changes_since(repository, first) == {**expected, "odd \n name “x”": "new"}
    assert changes_since(repository, "HEAD") == {}


def test_what_the_base_did_since_is_no_change(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--create", "proposal")
    (repository / NOTES / "mine.yml").write_text("kind: place\n")
    commit(repository, "Mine")
    git(repository, "switch", "--quiet", "main")
    (repository / NOTES / "theirs.yml").write_text("kind: place\n")
    commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "proposal")

    assert changes_since(repository, "main") == {f"{NOTES}/mine.yml": "new"}

    git(repository, "merge", "--quiet", "--no-edit", "main")  # what a forge checks is the two merged
    assert changes_since(repository, "main") == {f"{NOTES}/mine.yml": "new"}


def test_a_renamed_note_is_gone_here_and_new_there(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    (repository / NOTES / "council.yml").rename(repository / NOTES / "the-council.yml")
    commit(repository, "Renamed")

    assert changes_since(repository, first) == {
        f"{NOTES}/council.yml": "gone",
        f"{NOTES}/the-council.yml": "new",
    }


def test_paths_are_those_of_the_archive_in_its_repository(tmp_path: Path, repository: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    (tmp_path / "outside").write_text("")
    (repository / ".git").rename(tmp_path / "elsewhere")
    commit(tmp_path, "All")
    (tmp_path / "outside").write_text("changed")
    (repository / NOTES / "new.yml").write_text("kind: place\n")

    assert changes_since(repository, "main") == {f"{NOTES}/new.yml": "new"}


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "", "main:source_texts", "0" * 40, "x\0y", "-h"])
def test_what_names_no_commit_is_refused(repository: Path, ref: str) -> None:
    with pytest.raises(NoSuchCommit, match="is no commit that git knows here"):
        changes_since(repository, ref)

    assert not (repository / "x").exists()


def test_a_history_of_its_own_is_refused(repository: Path) -> None:
    git(repository, "switch", "--quiet", "--orphan", "other")
    (repository / "other").write_text("")
    commit(repository, "Other")

    with pytest.raises(NoSuchCommit, match="have no commit in common"):
        changes_since(repository, "main")


def test_a_folder_in_no_repository_is_refused(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(archive.parent))

    with pytest.raises(NoSuchCommit):
        changes_since(archive, "main")
