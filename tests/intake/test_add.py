import errno
import os
from pathlib import Path

import pytest

from conftest import MINIMAL
from postil.intake.add import add_folder, name_fault, same_capture, taken_names
from postil.intake.folder import Folder, read_folders

FLOOD = MINIMAL / "source_texts" / "flood-at-testford"
CAPTURE = (FLOOD / "text.txt").read_bytes()
RECORD = (FLOOD / "record.yml").read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive without texts."""
    (tmp_path / "source_texts").mkdir()
    return tmp_path


def contents(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def test_a_sound_folder_is_made_of_these_very_bytes(root: Path) -> None:
    assert add_folder(root, "flood", CAPTURE, RECORD) == ()

    assert contents(root) == {
        "source_texts", "source_texts/flood", "source_texts/flood/text.txt", "source_texts/flood/record.yml",
    }  # fmt: skip
    assert (root / "source_texts/flood/text.txt").read_bytes() == CAPTURE


def test_what_the_check_would_refuse_is_not_made(root: Path) -> None:
    (fault,) = add_folder(root, "flood", CAPTURE + b"!", RECORD)

    assert "is not the capture that record.yml describes" in fault.message
    assert contents(root) == {"source_texts"}


def test_a_run_that_breaks_off_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        add_folder(root, "flood", CAPTURE, RECORD)

    assert contents(root) == {"source_texts"}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("flood-at-testford", "is there already; choose another name"),
        ("index", "is the name of the list of texts; choose another"),
        (
            "../flood",
            "is no good name for a folder; use small letters, digits and single hyphens, as in 2020-07-15-author",
        ),
        (
            "",
            "is no good name for a folder; use small letters, digits and single hyphens, as in 2020-07-15-author",
        ),
        ("a" * 101, "is too long a name for a folder (101 characters); write at most 100"),
        ("a" * 100, None),
        ("free", None),
    ],
)
def test_names_that_cannot_be_had_are_refused_with_the_reason(
    archive: Path, name: str, wrong: str | None
) -> None:
    before = contents(archive)

    assert name_fault(archive, name) == wrong
    if wrong:
        (fault,) = add_folder(archive, name, CAPTURE, RECORD)
        assert fault.message == wrong
        assert contents(archive) == before


def test_a_name_that_a_broken_link_has_is_taken(root: Path) -> None:
    (root / "source_texts" / "flood").symlink_to(root / "nowhere")

    assert taken_names(root) == {"flood"}
    assert name_fault(root, "flood") == "is there already; choose another name"


def test_a_capture_that_is_in_the_archive_is_found(archive: Path) -> None:
    assert same_capture(archive, CAPTURE) == "flood-at-testford"
    assert same_capture(archive, CAPTURE[:-1]) is None
    assert same_capture(archive, CAPTURE[:-1] + b"?") is None


def test_a_folder_that_somebody_makes_meanwhile_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(aside: Path) -> list[Folder]:
        (root / "source_texts/flood").mkdir()
        (root / "source_texts/flood/text.txt").write_bytes(b"Test data.")
        return read_folders(aside)

    monkeypatch.setattr("postil.intake.add.read_folders", overtaken)
    (fault,) = add_folder(root, "flood", CAPTURE, RECORD)

    assert str(fault) == "source_texts/flood: is there already; choose another name"
    assert contents(root) == {"source_texts", "source_texts/flood", "source_texts/flood/text.txt"}
    assert (root / "source_texts/flood/text.txt").read_bytes() == b"Test data."


@pytest.mark.parametrize("refused", ["tempfile.mkdtemp", "pathlib.Path.write_text", "pathlib.Path.rename"])
def test_what_the_system_refuses_is_a_fault_and_leaves_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def readonly(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(refused, readonly)
    (fault,) = add_folder(root, "flood", CAPTURE, RECORD)

    assert str(fault) == "source_texts/flood: cannot be made: Read-only file system"
    assert contents(root) == {"source_texts"}
