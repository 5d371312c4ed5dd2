from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from postil.cli.texts import find_text, place_in_words
from postil.model import Span

Run = Callable[..., Result]
TEXT = "source_texts/flood-at-testford"


@pytest.mark.parametrize("name", ["", "text.txt", "annotations/council.yml"])
def test_a_text_is_named_by_its_folder_or_a_file_in_it(
    archive: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "/" in name:
        with pytest.raises(click.BadParameter, match="is no text of an archive"):
            find_text(Path(), str(archive / TEXT / name))
        return
    monkeypatch.chdir(archive)
    for path in (archive / TEXT / name, Path(TEXT) / name):
        root, document = find_text(Path("elsewhere"), str(path))
        assert root == archive
        assert document.source.identifier == "flood-at-testford"


def test_a_text_is_named_by_its_identifier(archive: Path) -> None:
    root, document = find_text(archive, "flood-at-testford")

    assert (root, document.source.identifier) == (archive, "flood-at-testford")
    assert len(document.anchors) == 2


@pytest.mark.parametrize("name", ["flood", "..", "../..", ".", "/", "a/b/c", "/tmp"])
def test_a_text_that_is_none_is_refused(archive: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)

    with pytest.raises(click.BadParameter):
        find_text(archive, name)


def test_a_text_that_cannot_be_read_says_why(run: Run, archive: Path) -> None:
    (archive / TEXT / "text.txt").write_text("Another text.")

    result = run("anchor", "flood-at-testford", "Another", "--root", archive)

    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"the text cannot be read:\n  {TEXT}/text.txt: is not the capture that record.yml describes"
    )


def test_a_faulty_note_stands_in_nobody_s_way(run: Run, archive: Path) -> None:
    (archive / TEXT / "annotations" / "council.yml").write_text("kind: [")

    assert run("anchor", "flood-at-testford", "The council", "--root", archive).exit_code == 0


def test_a_place_is_shown_on_one_line_that_cannot_command_a_terminal() -> None:
    text = "one\ntwo \x1b[31mred\x1b[0m \u202ethree\nfour"

    assert place_in_words(Span(4, 7), text) == "line 2: …one [two] [31mred[0m three four…"
