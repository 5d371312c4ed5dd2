from pathlib import Path

import pytest

from benchmarks import check
from postil.pipeline import read_archive


def made(root: Path, number: int) -> dict[str, bytes]:
    check.make_archive(root, number)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.*"))}


def test_the_archives_are_sound_have_as_many_notes_as_asked_and_are_always_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "NOTES_OF_A_TEXT", 20)
    monkeypatch.setattr(check, "LENGTH", 4_000)

    assert made(tmp_path / "one", 30) == made(tmp_path / "two", 30)
    archive, faults = read_archive(tmp_path / "one")
    assert faults == ()
    assert [len(document.anchors) for document in archive.documents] == [20, 10]


def test_a_table_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(check, "LENGTH", 4_000)

    check.print_growth((10, 20))

    head, *rows, exponent = capsys.readouterr().out.splitlines()
    assert head.split() == ["notes", "CPU", "seconds", "elapsed", "notes/s", "texts", "faults"]
    assert [(row.split()[0], row.split()[-1]) for row in rows] == [("10", "0"), ("20", "0")]
    assert exponent.startswith(" exponent")
