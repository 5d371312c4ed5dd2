import os
from dataclasses import replace
from pathlib import Path

import pytest

from postil.edtf import Edtf
from postil.intake.add_note import add_note, propose_name
from postil.intake.folder import IDENTIFIER, read_folders
from postil.records import Creator, Note, Target

NOTE = Note(
    kind="context",
    target=Target(exact="the river rose"),
    body="Test data.",
    creator=Creator(name="Tess Tester"),
    created=Edtf("2026-11-23"),
)
TEXT = "flood-at-testford"
FOLDER = Path("source_texts") / TEXT / "annotations"


def test_a_note_is_written_beside_its_text_and_read_again(archive: Path) -> None:
    path = add_note(archive, TEXT, NOTE)

    (folder,) = read_folders(archive)
    assert path == f"{FOLDER.as_posix()}/the-river-rose.yml"
    assert folder.faults == ()
    assert [note.body for note in folder.annotations if note.path == path] == ["Test data."]


def test_no_file_is_ever_written_over(archive: Path, tmp_path: Path) -> None:
    (archive / FOLDER / "council-2.yml").symlink_to(tmp_path / "elsewhere")
    before = (archive / FOLDER / "council.yml").read_bytes()

    path = add_note(archive, TEXT, NOTE, "council")

    assert path.endswith("/council-3.yml")
    assert (archive / FOLDER / "council.yml").read_bytes() == before
    assert not (tmp_path / "elsewhere").exists()


def test_a_free_number_is_found_in_few_looks(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(2, 301):
        (archive / FOLDER / f"council-{number}.yml").touch()
    looks: list[Path] = []
    lexists = os.path.lexists

    def counted(path: Path) -> bool:
        looks.append(path)
        return lexists(path)

    monkeypatch.setattr(os.path, "lexists", counted)

    assert add_note(archive, TEXT, NOTE, "council").endswith("/council-301.yml")
    assert len(looks) < 30


def test_what_cannot_be_written_leaves_nothing_behind(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, raw: bytes) -> int:
        raise OSError("no space left")

    before = sorted((archive / FOLDER).iterdir())
    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(OSError, match="no space left"):
        add_note(archive, TEXT, NOTE)
    assert sorted((archive / FOLDER).iterdir()) == before


@pytest.mark.parametrize("name", ["../council", "a/b", "/etc/x", "A", "", ".x", "a" * 200, "a..b", "é"])
def test_a_name_that_is_none_is_not_used(archive: Path, name: str) -> None:
    assert add_note(archive, TEXT, NOTE, name) == f"{FOLDER.as_posix()}/the-river-rose.yml"


def test_the_folder_of_notes_is_made_where_there_is_none(archive: Path) -> None:
    for path in (archive / FOLDER).iterdir():
        path.unlink()
    (archive / FOLDER).rmdir()

    assert (archive / add_note(archive, TEXT, NOTE)).is_file()


@pytest.mark.parametrize("name", [FOLDER, FOLDER.parent, "source_texts"])
def test_nothing_is_written_through_a_symbolic_link(archive: Path, tmp_path: Path, name: Path) -> None:
    (archive / name).rename(tmp_path / "elsewhere")
    (archive / name).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OSError, match="is a symbolic link"):
        add_note(archive, TEXT, NOTE)


@pytest.mark.parametrize(
    ("exact", "label", "name"),
    [
        ("The River rose — all night, at the mill", None, "the-river-rose-all-night-at"),
        ("世界卫生组织", None, "shi-jie-wei-sheng-zu-zhi"),
        ("…", None, "note"),
        ("the town", "Testford", "testford"),
        ("x" * 300, None, "x" * 50),
    ],
)
def test_a_file_is_called_by_its_label_or_its_first_words(exact: str, label: str | None, name: str) -> None:
    proposed = propose_name(replace(NOTE, target=Target(exact=exact), label=label))

    assert proposed == name
    assert IDENTIFIER.fullmatch(proposed)
