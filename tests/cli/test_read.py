import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from conftest import MINIMAL

Run = Callable[..., Result]
TEXT = "source_texts/flood-at-testford"


def test_what_is_found_in_a_text_is_printed(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive / TEXT)
    sha256 = hashlib.sha256(Path("text.txt").read_bytes()).hexdigest()

    result = run("read", "text.txt")

    assert result.exit_code == 0
    assert (
        result.output
        == f"""\
text.txt  (sha256 {sha256})
  title     Test Data: The Flood at Testford
  creator   Tess Tester
  source    The Testford Gazette
  date      2020-04-16
  blocks: 6
    title      Test Data: The Flood at Testford
    byline     By Tess Tester Source: The Testford Gazette Updated: 2020-04-16
    paragraph  This text is test data for Postil's own tests; nobody in it ever lived. On April 13 the r…
    caption    Test boats at the landing stage in Riga on April 15, 2020. TEST AGENCY
    heading    What was done about the water
    paragraph  The council of Testford met in the mill and sent for sand, rope and more boats. It thanke…
  captions: 1
    2020-04-15, Riga, TEST AGENCY: Test boats at the landing stage in Riga on April 15, 2020. TEST AGENCY
  dates: 3
    2020-04-16   “2020-04-16” (ISO day; as printed)
    2020-04-13   “April 13” (month day; the last one before 2020-04-16, the day of the text)
    2020-04-15   “April 15, 2020” (month day year; as printed)
  events: 2
    2020-04-13   the river rose at Testford, and by morning the lower town stood under water
    2020-04-15   Test boats at the landing stage in Riga on April 15, 2020
"""
    )


def test_what_is_not_found_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"It rained for weeks on end.")

    result = run("read", "a.txt")

    assert (
        result.output
        == """\
a.txt  (sha256 4bd5dd4f4d0a4d5b62a4c6a9f8e0f0f6)
  title     (not found)
  creator   (not found)
  source    (not found)
  date      (not found)
  blocks: 1
    paragraph  It rained for weeks on end.
  captions: 0
  dates: 0
  events: 0
""".replace("4bd5dd4f4d0a4d5b62a4c6a9f8e0f0f6", hashlib.sha256(b"It rained for weeks on end.").hexdigest())
    )


def test_what_is_found_is_one_object_a_line_for_programs(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive)
    text = Path(TEXT, "text.txt")
    Path("a.txt").write_bytes(b"It rained for weeks on end.")

    result = run("read", "--json", text, "a.txt")
    first, second = map(json.loads, result.output.splitlines())

    assert result.exit_code == 0
    assert list(first) == list(second) == ["file", "metadata", "blocks", "captions", "dates", "events"]
    assert list(first["metadata"]) == ["title", "creator", "source", "date"]
    assert [first["file"], second["file"]] == [str(text), "a.txt"]
    assert first["metadata"] == {
        "title": "Test Data: The Flood at Testford",
        "creator": ["Tess Tester"],
        "source": "The Testford Gazette",
        "date": "2020-04-16",
    }
    assert [date["value"] for date in first["dates"]] == ["2020-04-16", "2020-04-13", "2020-04-15"]
    (block,) = second["blocks"]
    assert (block["kind"], block["start"], block["end"], block["state"]) == ("paragraph", 0, 27, "machine")


def test_letters_of_every_script_are_printed_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("下雨了。\n\nOn 5 May 1921 the café closed. “Why?”", encoding="utf-8")

    assert "the café closed." in run("read", "--json", tmp_path / "a.txt").output


def test_a_day_a_language_and_an_encoding_can_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Le 5 août le café a fermé.".encode("windows-1252"))

    result = run(
        "read",
        "--json",
        "--date",
        "1921-09",
        "--language",
        "fr",
        "--encoding",
        "windows-1252",
        tmp_path / "a.txt",
    )

    (date,) = json.loads(result.output)["dates"]
    assert (date["text"], date["value"]) == ("5 août", "1921-08-05")


def test_a_day_that_is_none_is_refused(run: Run, archive: Path) -> None:
    result = run("read", "--date", "13 April", archive / TEXT / "text.txt")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: postil read [OPTIONS] FILES...\n")
    assert result.stderr.endswith(
        "\nError: Invalid value for --date: '13 April' is not an EDTF date; write a year, a month or a day, "
        "as in 1821, 1821-05 or 1821-05-03, with ~ for about and ? for uncertain\n"
    )


@pytest.mark.parametrize("name", ["utf-9", "undefined"])
def test_an_encoding_that_is_none_is_refused(run: Run, archive: Path, name: str) -> None:
    result = run("read", "--encoding", name, archive / TEXT / "text.txt")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        f"\nError: Invalid value for --encoding: '{name}' is no encoding; "
        "write utf-8, utf-16, windows-1252 or another name that Python knows\n"
    )


def test_a_file_of_another_encoding_is_named_and_the_others_are_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes("The café closed.".encode("windows-1252"))
    Path("b.txt").write_bytes(b"The mill closed.")

    result = run("read", "--json", "a.txt", "b.txt")

    assert result.exit_code == 1
    assert result.stderr == "a.txt: is not utf-8 (byte 7); name its encoding with --encoding\n"
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == ["b.txt"]


def test_a_file_that_is_not_there_cannot_be_read(run: Run) -> None:
    result = run("read", "nowhere.txt")

    assert result.exit_code == 2
    assert result.stderr.endswith("Error: Invalid value for 'FILES...': File 'nowhere.txt' does not exist.\n")


def test_reading_changes_nothing(run: Run, archive: Path) -> None:
    run("check", "--root", archive)
    run("read", archive / TEXT / "text.txt")

    for path in sorted(MINIMAL.rglob("*")):
        if path.is_file():
            assert (archive / path.relative_to(MINIMAL)).read_bytes() == path.read_bytes()


def test_control_characters_of_a_text_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Test Data\x1b[31m\n\nBy Tess\u202e Tester\n\nIt rained \x1b[31mred\u202e on\u00a05 May 1921.\n\n"
        "Boats in Ri\u202ega on 9 May 1921. TEST\x1b[31m AGENCY\n"
    )

    output = run("read", tmp_path / "a.txt").output

    assert "It rained [31mred on 5 May 1921." in output
    assert output.replace("\n", "").isprintable()
