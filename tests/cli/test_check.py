import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import TESTS
from postil.pipeline import read_archive

Run = Callable[..., Result]
INVALID = sorted(path for path in (TESTS / "archives" / "invalid").iterdir() if path.is_dir())
TEXT = "source_texts/flood-at-testford"


def test_a_sound_archive_is_counted(run: Run, archive: Path) -> None:
    result = run("check", "--root", archive)

    assert (result.exit_code, result.output) == (0, "1 text, 2 notes, 0 faults.\n")


def test_the_archive_of_this_folder_is_checked_by_itself(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive)

    assert run("check").output == "1 text, 2 notes, 0 faults.\n"


@pytest.mark.parametrize("fault", INVALID, ids=lambda path: path.name)
def test_each_fault_is_said_in_these_words(run: Run, archive: Path, fault: Path) -> None:
    """The folder's files are laid over the smallest sound archive; ``expected.txt`` is what people read then."""
    shutil.copytree(fault, archive, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    expected = (fault / "expected.txt").read_text(encoding="utf-8")

    result = run("check", "--root", archive)

    assert (result.exit_code, result.output) == (1, expected)
    *_, count = expected.splitlines()
    if not count.startswith("0 texts"):
        sound = {
            anchor.annotation.id
            for document in read_archive(archive)[0].documents
            for anchor in document.anchors
        }
        assert sound == {"council", "lower-town"}


def test_there_are_many_faults_to_try() -> None:
    assert len(INVALID) >= 25


def test_reviews_are_counted_where_there_are_any(run: Run, archive: Path) -> None:
    shutil.copytree(TESTS / "archives" / "invalid" / "review-changed", archive, dirs_exist_ok=True)
    (archive / TEXT / "reviews" / "changed.yml").unlink()

    assert run("check", "--root", archive).output == "1 text, 2 notes, 1 review, 0 faults.\n"


@pytest.fixture
def two_faults(archive: Path) -> Path:
    """An archive with a fault at a line of a file and one of a whole file."""
    (archive / "source_texts" / "odd: 100%, a\nb").write_text("Test data.")
    note = archive / TEXT / "annotations" / "council.yml"
    note.write_text(note.read_text().replace("kind: organization", "kind: organisation"))
    return archive


KINDS = "context, correction, source, dispute, gloss, person, place, organization, event, capture-note"


def test_faults_are_written_for_people(run: Run, two_faults: Path) -> None:
    result = run("check", "--root", two_faults)

    assert result.exit_code == 1
    assert result.output == (
        f"{TEXT}/annotations/council.yml:2: kind: 'organisation' is not one of the words used here; write one of {KINDS}\n"
        "source_texts/odd: 100%, a\\nb: is a loose file; put it into the folder of a text\n"
        "1 text, 1 note, 2 faults.\n"
    )


def test_faults_are_written_as_annotations_of_github(run: Run, two_faults: Path) -> None:
    result = run("check", "--root", two_faults, "--format", "github")

    assert result.exit_code == 1
    assert result.output == (
        f"::error file={TEXT}/annotations/council.yml,line=2::"
        f"kind: 'organisation' is not one of the words used here; write one of {KINDS}\n"
        "::error file=source_texts/odd%3A 100%25%2C a%0Ab,line=1::is a loose file; put it into the folder of a text\n"
    )


def test_faults_are_written_for_programs(run: Run, two_faults: Path) -> None:
    result = run("check", "--root", two_faults, "--format", "json")

    assert result.exit_code == 1
    assert result.output == (
        f'{{"path": "{TEXT}/annotations/council.yml", "line": 2, "field": "kind", '
        f'"message": "\'organisation\' is not one of the words used here; write one of {KINDS}"}}\n'
        '{"path": "source_texts/odd: 100%, a\\nb", "line": 0, "field": "", '
        '"message": "is a loose file; put it into the folder of a text"}\n'
    )


@pytest.mark.parametrize("form", ["github", "json"])
def test_of_a_sound_archive_programs_are_told_nothing(run: Run, archive: Path, form: str) -> None:
    result = run("check", "--root", archive, "--format", form)

    assert (result.exit_code, result.output) == (0, "")


def test_an_archive_that_is_not_there_cannot_be_checked(run: Run) -> None:
    result = run("check", "--root", "nowhere")

    assert result.exit_code == 2
    assert result.stderr.endswith("Error: Invalid value for '--root': Directory 'nowhere' does not exist.\n")
