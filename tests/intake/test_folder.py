import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.intake import folder as folder_module
from postil.intake.folder import IDENTIFIER, canonical_text, read_folders
from strategies import texts, thorough

TEXT = Path("source_texts/flood-at-testford")


def faults_of(root: Path) -> list[str]:
    return [str(fault) for folder in read_folders(root) for fault in folder.faults]


def test_a_sound_folder_is_a_source_text_with_its_notes(archive: Path) -> None:
    (folder,) = read_folders(archive)

    assert folder.faults == ()
    assert folder.source is not None
    assert folder.source.identifier == "flood-at-testford"
    assert folder.source.capture == (archive / TEXT / "text.txt").read_bytes()
    assert folder.source.text == folder.source.capture.decode()
    assert folder.source.record.sha256 == hashlib.sha256(folder.source.capture).hexdigest()
    assert [(note.id, note.path, note.line) for note in folder.annotations] == [
        ("council", f"{TEXT.as_posix()}/annotations/council.yml", 4),
        ("lower-town", f"{TEXT.as_posix()}/annotations/lower-town.yml", 4),
    ]


def test_an_archive_without_texts_is_told_what_to_make(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [
        "source_texts: is not there; make the folder and put a text's folder into it"
    ]


def test_an_archive_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "source_texts").mkdir()

    assert read_folders(tmp_path) == []


def test_folders_stand_in_the_order_of_their_names(archive: Path) -> None:
    for name in ("zebra", "apple", "1914"):
        (archive / TEXT).parent.joinpath(name).mkdir()

    paths = [folder.faults[0].path if folder.faults else TEXT.as_posix() for folder in read_folders(archive)]

    assert [path.split("/")[1] for path in paths] == ["1914", "apple", "flood-at-testford", "zebra"]


def test_hidden_files_are_nobody_s_business(archive: Path) -> None:
    for path in (Path("source_texts/.DS_Store"), TEXT / ".DS_Store", TEXT / "annotations/.gitkeep"):
        (archive / path).write_text("Test data.")

    assert faults_of(archive) == []


def test_a_text_needs_no_notes(archive: Path) -> None:
    for path in (archive / TEXT / "annotations").iterdir():
        path.unlink()
    (archive / TEXT / "annotations").rmdir()

    (folder,) = read_folders(archive)

    assert (folder.annotations, folder.faults) == ((), ())


def test_a_review_knows_the_lines_of_its_fields(archive: Path) -> None:
    (archive / TEXT / "reviews").mkdir()
    (archive / TEXT / "reviews" / "flood.yml").write_text(
        "decision: correct\nobject: date\ntarget:\n  exact: April 13\nsaw: {date: 2020-04-13}\nvalue:\n  date: 1999\n"
        "reason: Test data.\ncreator: {name: Tess Tester}\ncreated: 2026-11-23\n"
    )

    (folder,) = read_folders(archive)

    (review,) = folder.reviews
    assert (folder.faults, review.id, review.path) == ((), "flood", f"{TEXT.as_posix()}/reviews/flood.yml")
    fields = ("target.exact", "saw", "saw.date", "value.date", "value.place", "references")
    assert [review.line(field) for field in fields] == [4, 5, 5, 7, 6, 1]


@pytest.mark.parametrize(
    "name", ["text.txt", "record.yml", "annotations/council.yml", "annotations", "images/map.png", "."]
)
def test_a_symbolic_link_is_refused_wherever_it_stands(archive: Path, tmp_path: Path, name: str) -> None:
    """It would bring in whatever it points at: here a file or folder of the same content, outside of the archive."""
    path = archive / TEXT / name
    path.parent.mkdir(exist_ok=True)
    elsewhere = tmp_path / "elsewhere"
    if path.exists():
        path.rename(elsewhere)
    path.symlink_to(elsewhere)

    faults = faults_of(archive)

    assert faults == [f"{(TEXT / name).as_posix()}: is a symbolic link; put the file itself here"]


@pytest.mark.parametrize("name", ["text.txt", "record.yml", "."])
def test_what_a_symbolic_link_leads_to_is_not_read(archive: Path, tmp_path: Path, name: str) -> None:
    path = archive / TEXT / name
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")

    (folder,) = read_folders(archive)

    assert folder.source is None


def test_a_whole_archive_behind_a_symbolic_link_is_refused(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "source_texts").symlink_to(archive / "source_texts")

    assert faults_of(tmp_path / "linked") == ["source_texts: is a symbolic link; put the file itself here"]


def test_a_folder_where_a_file_belongs_is_said_to_be_one(archive: Path) -> None:
    (archive / TEXT / "annotations" / "third.yml").mkdir()

    assert faults_of(archive) == [f"{TEXT.as_posix()}/annotations/third.yml: cannot be read: Is a directory"]


def test_a_capture_of_any_size_up_to_the_limit_is_read(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (archive / TEXT / "text.txt").stat().st_size

    monkeypatch.setattr(folder_module, "MAX_CAPTURE", size)
    assert faults_of(archive) == []

    monkeypatch.setattr(folder_module, "MAX_CAPTURE", size - 1)
    assert faults_of(archive) == [
        f"{TEXT.as_posix()}/text.txt: {size} bytes are too many; keep the file under {size - 1}"
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252", "UTF8", "latin-1"]
)
def test_a_capture_is_decoded_as_its_record_says(archive: Path, encoding: str) -> None:
    raw = "Test Data: The Café\r\n\r\nThis is test data.\r".encode(encoding)
    record = archive / TEXT / "record.yml"
    (archive / TEXT / "text.txt").write_bytes(raw)
    lines = [
        line for line in record.read_text().splitlines() if not line.startswith(("sha256:", "encoding:"))
    ]
    record.write_text(
        "\n".join([*lines, f"sha256: {hashlib.sha256(raw).hexdigest()}", f"encoding: {encoding}"])
    )

    (folder,) = read_folders(archive)

    assert folder.faults == ()
    assert folder.source is not None
    assert folder.source.text == "Test Data: The Café\n\nThis is test data.\n"


@thorough
@given(
    texts.map(lambda text: text.replace("\r", "").lstrip("\ufeff")),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_line_ends_and_a_mark_at_the_head_are_all_that_is_changed(text: str, end: str, marked: bool) -> None:
    raw = ("\ufeff" if marked else "").encode() + text.replace("\n", end).encode()

    assert canonical_text(raw, "utf-8") == text


@pytest.mark.parametrize(
    "kept", ["\u00a0", "\u00ad", "\u200b", "\x85", "\u2028", "\x0b", "\x0c", "a\ufeffb", "e\u0301"]
)
def test_odd_characters_are_kept(kept: str) -> None:
    assert canonical_text(kept.encode(), "utf-8") == kept


def test_bytes_of_another_encoding_and_names_of_none_are_not_read() -> None:
    with pytest.raises(UnicodeDecodeError):
        canonical_text(b"caf\xe9", "utf-8")
    with pytest.raises(LookupError, match="'utf-9' is no encoding; write utf-8"):
        canonical_text(b"cafe", "utf-9")


@pytest.mark.parametrize("name", ["a", "1914", "2020-07-15-ma-xiaowei"])
def test_good_names(name: str) -> None:
    assert IDENTIFIER.fullmatch(name)


@pytest.mark.parametrize("name", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "é", "a/b", "..", "a\n", "٣"])
def test_bad_names(name: str) -> None:
    assert not IDENTIFIER.fullmatch(name)


@pytest.mark.parametrize("name", ["text.txt", "record.yml", "annotations/pipe.yml", "reviews/pipe.yml"])
def test_only_regular_files_are_read(archive: Path, name: str) -> None:
    """A pipe would be waited for without end."""
    path = archive / TEXT / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)

    assert faults_of(archive) == [f"{(TEXT / name).as_posix()}: is no regular file; put the file itself here"]
