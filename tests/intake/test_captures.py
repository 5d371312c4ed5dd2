"""Each fault has an archive of its own in `tests/archives/invalid/`: those named `capture-…` and `unplaced-…`."""

from pathlib import Path

import pytest

from captured_again import TEXT, add_former
from postil.intake.captures import Former, read_former, short
from postil.intake.folder import read_folders


def former_of(archive: Path) -> Former:
    (folder,) = read_folders(archive)
    assert folder.faults == ()
    return read_former(archive, folder)


def test_a_text_that_was_captured_once_has_no_former_captures(archive: Path) -> None:
    assert former_of(archive) == Former((), (), (), ())


def test_the_chain_leads_through_all_former_captures(archive: Path) -> None:
    hashes = add_former(archive, b"Test data: third.\n", b"Test data: second.\n", b"Test data: first.\n")

    former = former_of(archive)

    assert former.faults == ()
    assert [capture.record.sha256 for capture in former.captures] == hashes
    assert [capture.capture for capture in former.captures][2] == b"Test data: first.\n"
    assert [short(capture) for capture in former.captures] == [each[:8] for each in hashes]


def test_unplaced_notes_are_read_beside_them(archive: Path) -> None:
    add_former(archive, b"Test data: the old dam broke.\n")
    folder = archive / TEXT / "unplaced" / "annotations"
    folder.mkdir(parents=True)
    (folder / "dam.yml").write_text(
        "kind: gloss\ntarget: {exact: dam}\nbody: Test data.\ncreator: {name: Tess Tester}\ncreated: 2026\n"
    )

    former = former_of(archive)

    assert [(note.id, note.path) for note in former.annotations] == [
        ("dam", f"{TEXT.as_posix()}/unplaced/annotations/dam.yml")
    ]


@pytest.mark.parametrize(
    "name", ["captures", "unplaced", "captures/{}", "captures/{}/text.txt", "unplaced/annotations"]
)
def test_a_symbolic_link_among_them_is_refused(archive: Path, tmp_path: Path, name: str) -> None:
    (sha256,) = add_former(archive, b"Test data.\n")
    path = archive / TEXT / name.format(sha256[:8])
    path.parent.mkdir(exist_ok=True)
    elsewhere = tmp_path / "elsewhere"
    if path.exists():
        path.rename(elsewhere)
    else:
        elsewhere.mkdir()
    path.symlink_to(elsewhere)

    (folder,) = read_folders(archive)

    assert [str(fault) for fault in folder.faults] == [
        f"{path.relative_to(archive).as_posix()}: is a symbolic link; put the file itself here"
    ]
    assert not any(
        capture.capture == b"Test data.\n" for capture in read_former(archive, folder).captures
    ) or (name == "unplaced" or name == "unplaced/annotations")
