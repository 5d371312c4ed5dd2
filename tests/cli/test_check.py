import shutil
import subprocess
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


def test_a_summary_is_written_beside_what_is_printed(run: Run, two_faults: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"

    result = run("check", "--root", two_faults, "--format", "github", "--summary", summary)

    assert (result.exit_code, result.output.count("::error")) == (1, 2)
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("<h2>Postil: 2 faults</h2>\n")
    assert "lower-town.yml" in written and "this is the whole archive" in written


def test_a_summary_of_a_change_links_to_the_review_page(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org")
    monkeypatch.setenv("POSTIL_RAW_URL", "https://raw.example.org/o/r/0123")
    who = ["-c", "user.name=Tess Tester", "-c", "user.email=tess@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (
        ["init", "--quiet"],
        ["add", "source_texts"],
        [*who, "commit", "--quiet", "--message", "All"],
    ):
        subprocess.run(["git", *arguments], cwd=archive, check=True)
    note = archive / TEXT / "annotations" / "council.yml"
    note.write_text(note.read_text().replace("no such", "no"))
    summary = tmp_path / "summary.md"

    result = run("check", "--root", archive, "--summary", summary, "--changed-since", "HEAD")

    assert (result.exit_code, result.output) == (0, "1 text, 2 notes, 0 faults.\n")
    written = summary.read_text(encoding="utf-8")
    assert "Changed note: organization" in written and "lower-town.yml" not in written
    assert (
        "https://example.org/review/?text=flood-at-testford&amp;file=https%3A%2F%2Fraw.example.org%2Fo%2Fr%2F0123%2F"
        in written
    )


def test_nothing_to_compare_with_is_no_base(run: Run, archive: Path, tmp_path: Path) -> None:
    """A workflow that merges nothing gives an empty name."""
    summary = tmp_path / "summary.md"

    assert run("check", "--root", archive, "--summary", summary, "--changed-since", "").exit_code == 0
    assert "this is the whole archive" in summary.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--changed-since", "main"], "--changed-since says what a summary shows; give --summary FILE too."),
        (["--summary", "x.md", "--changed-since", "nowhere"], "'nowhere' is no commit that git knows here"),
        (["--summary", "."], "File '.' is a directory."),
        (
            ["--summary", "x.md", "--site-url", "example.org/"],
            "'example.org/' is no web address.",
        ),
        (["--summary", "x.md", "--raw-url", "javascript:1"], "'javascript:1' is no web address."),
    ],
)
def test_wrong_options_of_a_summary_are_named_before_anything_is_read(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.chdir(archive)

    result = run("check", *options)

    assert result.exit_code == 2
    assert said in result.stderr
    assert not (archive / "x.md").exists()


def test_a_summary_that_cannot_be_written_is_said(run: Run, archive: Path) -> None:
    result = run("check", "--root", archive, "--summary", archive / "nowhere" / "x.md")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Could not open file")
