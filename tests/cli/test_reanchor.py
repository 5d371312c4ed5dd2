import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from postil.pipeline import read_archive

Run = Callable[..., Result]
TEXT = Path("source_texts/flood-at-testford")
REVIEW = (
    "# Test data.\ndecision: confirm\nobject: date\ntarget:\n  exact: April 13\nsaw: {date: 2020-04-13}\n"
    "reason: Test data.\ncreator: {name: Tess Tester}\ncreated: 2026-11-23\n"
)


@pytest.fixture
def newfile(archive: Path, tmp_path: Path) -> Callable[..., Path]:
    """Makes a new capture of the archive's text: pairs of what stands there and what is to stand there instead."""

    def make(*pairs: tuple[str, str], encoding: str = "utf-8") -> Path:
        text = (archive / TEXT / "text.txt").read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / "new.txt"
        path.write_bytes(text.encode(encoding))
        return path

    return make


def files(root: Path) -> dict[str, bytes]:
    """All files of the archive, hidden ones too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_notes_are_carried_and_everything_else_is_kept(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    before = files(archive)
    new = newfile(
        ("next village before dark", "next village"), ("On April 13 the river", "On Monday the river")
    )

    result = run("reanchor", "flood-at-testford", new, "--captured", "2026-12-01", "--root", archive)

    assert result.exit_code == 0
    assert "2 placed, 0 to a person, 0 unplaced." in result.output
    after, folder = files(archive), TEXT.as_posix()
    assert after[f"{folder}/text.txt"] == new.read_bytes()
    assert after[f"{folder}/captures/d32950bf/text.txt"] == before[f"{folder}/text.txt"]
    assert after[f"{folder}/captures/d32950bf/record.yml"] == before[f"{folder}/record.yml"]
    for note in ("council", "lower-town"):
        name = f"{folder}/annotations/{note}.yml"
        assert after[name] == before[name]
    assert len(after) == len(before) + 2
    old = before[f"{folder}/record.yml"].decode().splitlines()
    lines = after[f"{folder}/record.yml"].decode().splitlines()
    assert [line for line in lines if line not in old] == [
        "captured: 2026-12-01",
        f"sha256: {hashlib.sha256(new.read_bytes()).hexdigest()}",
        f"replaces: {hashlib.sha256(before[f'{folder}/text.txt']).hexdigest()}",
    ]
    assert read_archive(archive)[1] == ()


def test_a_note_that_needs_another_context_gets_it_and_keeps_its_other_bytes(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    path = archive / TEXT / "annotations" / "lower-town.yml"
    raw = path.read_bytes().replace(b"and by", b"rose at Testford, and by")
    path.write_bytes(raw.replace(b"kind:", b"# Test data: a remark\nkind:  ").replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    context = b'\r\n  prefix: "rose at Testford, and by morning "'
    assert context in before

    result = run("reanchor", "flood-at-testford", newfile(("river rose", "river stood")), "--root", archive)

    assert "placed, context renewed" in result.output
    assert path.read_bytes() == before.replace(context, b"")
    assert read_archive(archive)[1] == ()


def test_what_a_person_must_decide_is_put_aside_with_the_command_that_places_it(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    note = (archive / TEXT / "annotations" / "council.yml").read_bytes()
    new = newfile(("The council of", "The great council of"))

    result = run("reanchor", "flood-at-testford", new, "--root", archive)

    assert "1 placed, 1 to a person, 0 unplaced." in result.output
    assert (archive / TEXT / "unplaced/annotations/council.yml").read_bytes() == note
    assert not (archive / TEXT / "annotations/council.yml").exists()
    ready = next(line.split() for line in result.output.splitlines() if "--place council" in line)
    assert run("reanchor", "flood-at-testford", "--root", archive).output.count("--place council=") == 1

    placed = run(*ready[1:], "--root", archive)

    assert (placed.exit_code, "placed by you" in placed.output) == (0, True)
    assert not (archive / TEXT / "unplaced/annotations/council.yml").exists()
    moved = (archive / TEXT / "annotations/council.yml").read_bytes()
    assert moved == note.replace(b"The council of Testford", b'"The great council of Testford"', 1)
    assert run("check", "--root", archive).output == "1 text, 2 notes, 0 faults.\n"
    assert run("reanchor", "flood-at-testford", "--root", archive).output == "Nothing waits for a place.\n"


def test_a_note_can_be_placed_along_with_the_new_capture(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    new = newfile(("The council of", "The great council of"))
    result = run(
        "reanchor", "flood-at-testford", new, "--place", 'council="great council"', "--root", archive
    )

    assert (result.exit_code, "2 placed, 0 to a person, 0 unplaced." in result.output) == (0, True)
    assert not (archive / TEXT / "unplaced").exists()


def test_on_a_terminal_the_person_is_asked(
    run: Run, archive: Path, newfile: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["postil.cli.reanchor"], "_on_a_terminal", lambda: True)
    new = newfile(("The council of", "The great council of"))

    result = run("reanchor", "flood-at-testford", new, "--root", archive, input="7\n1\n")

    assert "it was  “The council of Testford”" in result.output
    assert "1: " in result.output and "[The great council of Testford]" in result.output
    assert "2 placed, 0 to a person, 0 unplaced." in result.output
    (document,) = read_archive(archive)[0].documents
    assert [anchor.span.of(document.source.text) for anchor in document.anchors][
        1
    ] == "The great council of Testford"


def test_on_a_terminal_the_person_may_leave_it(
    run: Run, archive: Path, newfile: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["postil.cli.reanchor"], "_on_a_terminal", lambda: True)
    new = newfile(("The council of", "The great council of"))

    result = run("reanchor", "flood-at-testford", new, "--root", archive, input="\n")

    assert "1 placed, 1 to a person, 0 unplaced." in result.output
    assert (archive / TEXT / "unplaced/annotations/council.yml").exists()


def test_a_dry_run_changes_nothing(run: Run, archive: Path, newfile: Callable[..., Path]) -> None:
    before = files(archive)

    result = run(
        "reanchor", "flood-at-testford", newfile(("The council", "The mayor")), "--dry-run", "--root", archive
    )

    assert (result.exit_code, files(archive)) == (0, before)
    assert "1 placed, 1 to a person, 0 unplaced." in result.output
    assert result.output.endswith("Nothing was changed.\n")


@pytest.mark.parametrize(
    ("pairs", "where"),
    [
        ([("next village before dark", "next village")], "reviews"),
        ([("On April 13 the", "On the 13th the")], "unplaced/reviews"),
        ([("Updated: 2020-04-16", "Updated: 2022-04-16")], "reviews"),
    ],
)
def test_a_review_is_carried_where_its_thing_reads_the_same(
    run: Run, archive: Path, newfile: Callable[..., Path], pairs: list[tuple[str, str]], where: str
) -> None:
    """The record's date rules how a date without a year is read, so the byline changes nothing here."""
    (archive / TEXT / "reviews").mkdir()
    (archive / TEXT / "reviews/flood.yml").write_text(REVIEW, encoding="utf-8")

    result = run("reanchor", "flood-at-testford", newfile(*pairs), "--root", archive)

    assert result.exit_code == 0, result.output
    assert (archive / TEXT / where / "flood.yml").read_text(encoding="utf-8") == REVIEW
    assert read_archive(archive)[1] == ()


def test_a_review_whose_words_are_read_otherwise_now_is_put_aside(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    """The person says where the words stand, but "1921" after them makes another date of them."""
    (archive / TEXT / "reviews").mkdir()
    (archive / TEXT / "reviews/flood.yml").write_text(REVIEW, encoding="utf-8")

    result = run(
        "reanchor", "flood-at-testford", newfile(("April 13 the", "April 13, 1921, the")),
        "--place", 'reviews/flood="April 13"', "--root", archive,
    )  # fmt: skip

    assert "reviews/flood" in result.output and "is read as" in " ".join(result.output.split())
    assert (archive / TEXT / "unplaced/reviews/flood.yml").exists()
    assert read_archive(archive)[1] == ()


def test_a_third_capture_goes_on_the_chain(run: Run, archive: Path, newfile: Callable[..., Path]) -> None:
    for pair in (("before dark", "at dusk"), ("at dusk", "at night")):
        assert run("reanchor", "flood-at-testford", newfile(pair), "--root", archive).exit_code == 0

    (document,) = read_archive(archive)[0].documents
    assert [("before dark" in each.text, "at dusk" in each.text) for each in document.former] == [
        (False, True),
        (True, False),
    ]
    assert read_archive(archive)[1] == ()


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (None, (), "the capture is the same, byte for byte; nothing was changed"),
        (b"", (), "is empty"),
        (b"%PDF-1.7 test data", (), "is a PDF, not a plain text"),
        (b"Test\x00data", ("--encoding", "utf-8"), "holds the character U+0000, which no page can show"),
        (b"caf\xe9 d\xe9j\xe0", (), "does not say how it is encoded"),
        (b"caf\xe9", ("--encoding", "utf-8"), "--encoding: "),
        (b"cafe", ("--encoding", "utf-9"), "'utf-9' is no encoding"),
        (b"Test data.\n", ("--captured", "yesterday"), "--captured: 'yesterday' is not an EDTF date"),
        (b"Test data.\n", ("--place", "nobody=0:4"), "--place nobody: no such note is to be placed"),
        (b"Test data.\n", ("--captured", "2019"), "--captured: 2019 is before 2026-11-23"),
        (b"Test data.\n", ("--place", "council=0:400"), "there are no words at 0:400"),
        (b"Test data.\n", ("--place", "council=0:5"), "at 0:5 stands “Test”, and the note was written for"),
        (b"Test Test Test\n", ("--place", "council=4:5"), "there are no words at 4:5"),
    ],
)
def test_what_is_refused_changes_nothing(
    run: Run, archive: Path, tmp_path: Path, content: bytes | None, options: tuple[str, ...], message: str
) -> None:
    new = tmp_path / "new.txt"
    new.write_bytes((archive / TEXT / "text.txt").read_bytes() if content is None else content)
    before = files(archive)

    result = run("reanchor", "flood-at-testford", new, *options, "--root", archive)

    assert result.exit_code == 1
    assert message in result.output
    assert files(archive) == before


def test_a_former_capture_does_not_come_again(run: Run, archive: Path, newfile: Callable[..., Path]) -> None:
    first = (archive / TEXT / "text.txt").read_bytes()
    new = newfile(("before dark", "at dusk"))
    run("reanchor", "flood-at-testford", new, "--root", archive)
    new.write_bytes(first)

    result = run("reanchor", "flood-at-testford", new, "--root", archive)

    assert (result.exit_code, "is a former capture of this text already" in result.output) == (1, True)


def test_a_text_that_is_not_there_or_not_sound_is_left_alone(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    new = newfile(("before dark", "at dusk"))
    assert "there is no text 'no-such'" in run("reanchor", "no-such", new, "--root", archive).output
    (archive / TEXT / "annotations/council.yml").write_text("kind: gloss\n")

    result = run("reanchor", "flood-at-testford", new, "--root", archive)

    assert (result.exit_code, "is not sound, mend it first" in result.output) == (1, True)


@pytest.mark.parametrize("place", ["council", "council=5", "council=5:5", "council=9:5", "../x=1:2"])
def test_a_place_has_a_form(run: Run, archive: Path, place: str) -> None:
    result = run("reanchor", "flood-at-testford", "--place", place, "--root", archive)

    assert (result.exit_code, "write NOTE=START:END" in result.output) == (2, True)


def test_a_capture_in_another_encoding_is_read_as_the_option_says(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    new = newfile(("before dark", "at the café"), encoding="utf-16")

    assert run("reanchor", "flood-at-testford", new, "--root", archive).exit_code == 0

    (document,) = read_archive(archive)[0].documents
    assert document.source.capture == new.read_bytes()
    assert "café" in document.source.text


@pytest.mark.parametrize("error", [OSError(28, os.strerror(28)), KeyboardInterrupt()])
def test_where_the_system_fails_in_between_the_folder_is_as_it_was(
    run: Run,
    archive: Path,
    newfile: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
) -> None:
    new = newfile(("The council of", "The great council of"))
    before = files(archive)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if ".new-" in str(self):
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)

    result = run("reanchor", "flood-at-testford", new, "--root", archive)

    assert result.exit_code == 1
    assert "the system refused: No space left on device" in result.output or "Aborted!" in result.output
    assert files(archive) == before


@pytest.mark.parametrize("name", ["flood-at-testford/", ".", "..", "", "source_texts/..", "/", "no such"])
def test_only_the_name_or_the_folder_of_a_text_is_one(
    run: Run, archive: Path, newfile: Callable[..., Path], name: str
) -> None:
    before = files(archive)

    result = run("reanchor", name, newfile(("before dark", "at dusk")), "--root", archive)

    assert (result.exit_code in (1, 2), files(archive)) == (True, before)


def test_a_text_s_folder_will_do(run: Run, archive: Path, newfile: Callable[..., Path]) -> None:
    new = newfile(("before dark", "at dusk"))

    assert run("reanchor", f"{archive / TEXT}/", new).exit_code == 0

    assert (archive / TEXT / "text.txt").read_bytes() == new.read_bytes()
    assert read_archive(archive)[1] == ()


@pytest.mark.parametrize("name", ["captures", "unplaced", "unplaced/annotations"])
def test_nothing_is_written_through_a_link(
    run: Run, archive: Path, newfile: Callable[..., Path], tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (archive / TEXT / name).parent.mkdir(exist_ok=True)
    (archive / TEXT / name).symlink_to(outside)

    result = run(
        "reanchor", "flood-at-testford", newfile(("The council", "The great council")), "--root", archive
    )

    assert (result.exit_code, list(outside.iterdir())) == (1, [])


def test_what_waited_before_is_spoken_of(run: Run, archive: Path, newfile: Callable[..., Path]) -> None:
    first, second = ("The council of", "The great council of"), ("before dark", "at dusk")
    run("reanchor", "flood-at-testford", newfile(first), "--root", archive)

    result = run(
        "reanchor",
        "flood-at-testford",
        newfile(second, ("The great council", "The council")),
        "--root",
        archive,
    )

    assert "In unplaced/ 1 waited before" in result.output
    assert "[The council of Testford]" in run("reanchor", "flood-at-testford", "--root", archive).output


def test_a_date_of_several_days_is_written_so_that_it_is_read_again(
    run: Run, archive: Path, newfile: Callable[..., Path]
) -> None:
    new, days = newfile(("before dark", "at dusk")), "[2026-11-23,2026-11-24]"

    assert run("reanchor", "flood-at-testford", new, "--captured", days, "--root", archive).exit_code == 0

    assert f'captured: "{days}"\n' in (archive / TEXT / "record.yml").read_text(encoding="utf-8")
    assert read_archive(archive)[1] == ()
