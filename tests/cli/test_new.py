import errno
import importlib
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from conftest import MINIMAL, ROOT

new_module = importlib.import_module("postil.cli.new")  # `postil.cli.new` itself is the command
Run = Callable[..., Result]
FLOOD = MINIMAL / "source_texts" / "flood-at-testford" / "text.txt"
REST = ("--source", "https://example.org/flood", "--rights", "Public domain; test data")
PLAIN = (*REST, "--title", "The Café", "--publisher", "The Gazette", "--date", "1921", "--creator", "Tess Tester",
         "--language", "en")  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive without texts, entered; beside it a text whose head says much."""
    (tmp_path / "source_texts").mkdir()
    (tmp_path / "flood.txt").write_bytes(FLOOD.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the command believe that somebody sits there."""
    monkeypatch.setattr(new_module, "_on_a_terminal", lambda: True)


def made(here: Path) -> list[str]:
    return sorted(path.name for path in (here / "source_texts").iterdir())


def record(here: Path, name: str) -> dict[str, object]:
    content = yaml.load((here / "source_texts" / name / "record.yml").read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(content, dict)
    return content


def test_a_script_says_what_the_text_does_not(run: Run, here: Path) -> None:
    result = run("new", "flood.txt", *REST, "--captured", "2026-11-23")

    assert (result.exit_code, result.stderr) == (0, "")
    assert (here / "source_texts/2020-04-16-tess-tester/text.txt").read_bytes() == FLOOD.read_bytes()
    assert result.output == (
        """\
source_texts/2020-04-16-tess-tester/ is made:
  title      Test Data: The Flood at Testford  (its head)
  creator    Tess Tester  (its head)
  publisher  The Testford Gazette  (its head)
  date       2020-04-16  (its head)
  language   en  (its words: the, and, at)
  source     https://example.org/flood
  rights     Public domain; test data
  type       text  (proposed)
  captured   2026-11-23
  encoding   utf-8  (its bytes)
  sha256     d32950bfe88b9b910247d988c6b054998dc25752486e005d9b321579ddea20a6  (its bytes)
Read through its record.yml; the next build shows the text.
"""
    )
    assert run("check").output == "1 text, 0 notes, 0 faults.\n"


def test_what_is_lacking_is_said_at_once_and_nothing_is_made(run: Run, here: Path) -> None:
    (here / "a.txt").write_bytes(b"It rained.")

    result = run("new", "a.txt", "--date", "5 May", "--language", "English")

    assert (result.exit_code, result.stdout, made(here)) == (2, "", [])
    assert result.stderr == (
        """\
a.txt: does not say everything that its record needs; give
  --date: '5 May' is not an EDTF date; write a year, a month or a day, as in 1821, 1821-05 or 1821-05-03, with ~ for about and ? for uncertain
  --language: 'English' has not the right form; write en
  --title: Title, as printed
  --creator: Who wrote it; nothing if nobody is named
  --publisher: Who published it
  --source: The address it came from
  --rights: Who holds which rights
"""
    )


def test_every_field_can_be_given(run: Run, here: Path) -> None:
    result = run("new", "flood.txt", "--id", "flood", "--creator", "Ann Lee", "--creator", "Jan Berzin", "--title",
                 "No: yes", "--publisher", "The Mill", "--date", "1821~", "--language", "no", "--type", "letter",
                 "--captured", "2020", "--encoding", "utf8", "--date-order", "dmy", *REST)  # fmt: skip

    assert result.exit_code == 0
    assert record(here, "flood") == {
        "title": "No: yes", "creator": ["Ann Lee", "Jan Berzin"], "publisher": "The Mill", "date": "1821~",
        "language": "no", "source": "https://example.org/flood", "rights": "Public domain; test data",
        "type": "letter", "captured": "2020", "encoding": "utf8",
        "sha256": "d32950bfe88b9b910247d988c6b054998dc25752486e005d9b321579ddea20a6", "date_order": "dmy",
    }  # fmt: skip
    assert run("check").exit_code == 0


def test_a_text_by_nobody_is_a_text_too(run: Run, here: Path) -> None:
    result = run("new", "flood.txt", "--creator", "", *REST)

    assert "  creator    (nobody named)\n" in result.output
    assert record(here, "2020-04-16-test-data-the-flood-at-testford")["creator"] == []


def test_standard_input_is_a_file_without_a_name(run: Run, here: Path) -> None:
    raw = "The café closed.\r\n".encode("windows-1252")

    result = run("new", "-", "--encoding", "windows-1252", *PLAIN, input=raw)

    assert result.exit_code == 0
    assert (here / "source_texts/1921-tess-tester/text.txt").read_bytes() == raw


def test_each_file_stands_for_itself(run: Run, here: Path) -> None:
    (here / "a.pdf").write_bytes(b"%PDF-1.7")
    (here / "b.txt").write_bytes(b"It rained.")

    result = run("new", "a.pdf", "flood.txt", "b.txt", "nowhere.txt", *REST)

    assert result.exit_code == 2
    assert made(here) == ["2020-04-16-tess-tester"]
    assert [line.split(":")[0] for line in result.stderr.splitlines() if not line.startswith(" ")] == [
        "a.pdf", "b.txt", "nowhere.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty; name a file with words in it"),
        (b" \r\n\t", "is empty; name a file with words in it"),
        ("\ufeff \n".encode("utf-16"), "is empty; name a file with words in it"),
        (b"a\x00b\x01c", "holds NUL bytes and is no UTF-16 or UTF-32 text; it is no plain text"),
        (
            b"One\ntwo\x01",
            "holds the character U+0001 in line 2, which no page can show; capture the text again without it",
        ),
        (
            b"\x89PNG\r\n\x1a\n\x00",
            "is a picture (PNG), not a plain text; copy the words out of it, or have them read by a text "
            "recognition, and save them as plain text",
        ),
        (
            b"\xef\xbb\xbfa\xff",
            "is in no encoding that can be told (not UTF-8 from byte 4 on); name it with --encoding",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(run: Run, here: Path, raw: bytes, said: str) -> None:
    (here / "a.txt").write_bytes(raw)

    result = run("new", "a.txt", *PLAIN)

    assert (result.exit_code, result.stdout, result.stderr, made(here)) == (1, "", f"a.txt: {said}\n", [])


def test_a_file_that_is_too_long_is_not_read_to_its_end(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_module, "MAX_CAPTURE", 1000)

    result = run("new", "/dev/zero", *PLAIN)

    assert (result.exit_code, result.stderr) == (
        1,
        "/dev/zero: is longer than 1,000 bytes; split it into several texts\n",
    )


def test_a_text_that_is_there_already_is_not_made_twice(run: Run, here: Path) -> None:
    run("new", "flood.txt", *REST)

    again = run("new", "flood.txt", "--id", "another", *REST)

    assert (again.exit_code, made(here)) == (1, ["2020-04-16-tess-tester"])
    assert again.stderr == (
        "flood.txt: is in the archive already, as source_texts/2020-04-16-tess-tester/; its bytes are the same\n"
    )


def test_a_folder_that_is_there_is_left_alone(run: Run, here: Path) -> None:
    (here / "source_texts" / "flood").mkdir()

    result = run("new", "flood.txt", "--id", "flood", *REST)

    assert (result.exit_code, list((here / "source_texts" / "flood").iterdir())) == (2, [])
    assert result.stderr == "flood.txt: --id: 'flood' is there already; choose another name\n"


def test_another_text_of_that_day_and_hand_gets_another_name(run: Run, here: Path) -> None:
    (here / "more.txt").write_bytes(FLOOD.read_bytes() + b"More.\n")

    run("new", "flood.txt", "more.txt", *REST)

    assert made(here) == ["2020-04-16-tess-tester", "2020-04-16-tess-tester-2"]


def test_several_encodings_are_not_chosen_from_in_a_script(run: Run, here: Path) -> None:
    (here / "a.txt").write_bytes(b"The caf\xe9 closed.")

    result = run("new", "a.txt", *PLAIN)

    assert (result.exit_code, made(here)) == (2, [])
    assert result.stderr == (
        """\
a.txt: may be in one of several encodings; name the one that reads right with --encoding:
  windows-1252  The café closed.
  mac-roman     The cafÈ closed.
  cp850         The cafÚ closed.
  cp437         The cafΘ closed.
"""
    )


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "the bytes are not utf-8 (byte 7); write windows-1252"),
        (
            "utf-9",
            "'utf-9' is no encoding; write utf-8, utf-16, windows-1252 or another name that Python knows",
        ),
    ],
)
def test_an_encoding_that_is_not_the_file_s_is_refused(
    run: Run, here: Path, encoding: str, said: str
) -> None:
    (here / "a.txt").write_bytes(b"The caf\xe9 closed.")

    result = run("new", "a.txt", "--encoding", encoding, *PLAIN)

    assert (result.exit_code, result.stderr) == (2, f"a.txt: --encoding: {said}\n")


def test_outside_of_an_archive_nothing_can_be_added(run: Run, here: Path) -> None:
    (here / "source_texts").rmdir()

    result = run("new", "flood.txt", *REST)

    assert result.exit_code == 2
    assert result.stderr.endswith(
        "Error: . holds no folder source_texts; name the archive's folder with --root\n"
    )


def test_one_name_is_for_one_file(run: Run, here: Path) -> None:
    result = run("new", "flood.txt", "b.txt", "--id", "flood")

    assert result.exit_code == 2
    assert result.stderr.endswith("Error: --id names one folder; give one file with it\n")


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_each_field_is_asked_for_with_what_is_proposed(run: Run, here: Path) -> None:
    answers = ["", "Ann Lee; Jan Berzin", "", "5 May", "1921-05", "", "", "https://example.org/a", "Public domain",
               "letter", "2020", "Flood", "flood"]  # fmt: skip

    result = run("new", "flood.txt", input="\n".join([*answers, ""]))

    assert result.exit_code == 0, result.output
    assert "Title, as printed [Test Data: The Flood at Testford]: " in result.output
    assert "  '5 May' is not an EDTF date; write a year" in result.output
    assert "  '' is not a web address; write it in full" in result.output
    assert "Name of the folder [1921-05-ann-lee]: Flood\n  is no good name for a folder" in result.output
    assert record(here, "flood") == {
        "title": "Test Data: The Flood at Testford", "creator": ["Ann Lee", "Jan Berzin"],
        "publisher": "The Testford Gazette", "date": "1921-05", "language": "en", "source": "https://example.org/a",
        "rights": "Public domain", "type": "letter", "captured": "2020", "encoding": "utf-8",
        "sha256": "d32950bfe88b9b910247d988c6b054998dc25752486e005d9b321579ddea20a6",
    }  # fmt: skip


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_one_chooses_the_encoding_that_reads_right(run: Run, here: Path) -> None:
    (here / "a.txt").write_bytes(b"The caf\x8e closed.")

    result = run("new", "a.txt", *PLAIN, "--type", "text", "--captured", "2026", input="utf-8\nmac-roman\n\n")

    assert result.exit_code == 0, result.output
    assert "Which line reads right?\n" in result.output
    assert "  the bytes are not utf-8 (byte 7); write " in result.output
    assert record(here, "1921-tess-tester")["encoding"] == "mac-roman"


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_one_can_break_off_and_nothing_is_made(run: Run, here: Path) -> None:
    result = run("new", "flood.txt", input="A title\n")

    assert (result.exit_code, made(here)) == (1, [])


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("flag", ["--yes", "-y", "--no-input"])
def test_at_a_terminal_one_can_ask_not_to_be_asked(run: Run, here: Path, flag: str) -> None:
    assert run("new", "flood.txt", flag, *REST).exit_code == 0


def test_a_real_terminal_is_one(here: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"\n\n\n\n\nhttps://example.org/flood\nPublic domain\n\n\n\n")

    result = subprocess.run(
        [sys.executable, "-c", "from postil.cli import main; main()", "new", "flood.txt"],
        stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)

    assert (result.returncode, made(here)) == (0, ["2020-04-16-tess-tester"])


def test_a_hostile_file_cannot_command_the_terminal(run: Run, here: Path) -> None:
    (here / "a.txt").write_bytes("The caf\u00e9 \u009b31m closed \u202e.".encode())

    result = run("new", "a.txt", *PLAIN[:4], "--title", "A\u202eB")

    assert result.exit_code == 2
    assert result.output.replace("\n", "").isprintable()


@pytest.mark.usefixtures("at_a_terminal")
def test_enter_takes_the_proposal_itself_not_what_is_shown_of_it(run: Run, here: Path) -> None:
    title = "Te\u00adst: \u0645\u06cc\u200c\u0634\u0648\u062f"
    (here / "flood.txt").write_text(FLOOD.read_text().replace("Test Data: The Flood at Testford", title))
    answers = ["", "", "", "", "", "https://example.org/a", "Public domain", "", "", "flood"]

    result = run("new", "flood.txt", input="\n".join([*answers, ""]))

    assert result.exit_code == 0, result.output
    assert "Title, as printed [Test: \u0645\u06cc\u0634\u0648\u062f]: " in result.output
    assert record(here, "flood")["title"] == title


@pytest.mark.usefixtures("at_a_terminal")
def test_a_faulty_option_is_named_and_not_proposed_again(run: Run, here: Path) -> None:
    options = (
        "--title",
        "A",
        "--creator",
        "B",
        "--publisher",
        "C",
        "--language",
        "en",
        "--type",
        "text",
        *REST,
    )

    result = run("new", "flood.txt", *options, "--captured", "2026", "--date", "bad", "--id", "Bad",
                 input="\n1921\n\nflood\n")  # fmt: skip

    assert result.exit_code == 0, result.output
    assert "  'bad' is not an EDTF date" in result.output
    assert "When it was published: " in result.output and "[bad]" not in result.output
    assert "Name of the folder: " in result.output and "[Bad]" not in result.output
    assert record(here, "flood")["date"] == "1921"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "",
            "'' is no good name for a folder; use small letters, digits and single hyphens, as in 2020-07-15-author",
        ),
        ("a" * 300, f"'{'a' * 300}' is too long a name for a folder (300 characters); write at most 100"),
    ],
)
def test_a_name_that_cannot_be_had_is_refused(run: Run, here: Path, name: str, said: str) -> None:
    result = run("new", "flood.txt", "--id", name, *REST)

    assert (result.exit_code, result.stderr, made(here)) == (2, f"flood.txt: --id: {said}\n", [])


def test_what_the_system_refuses_is_said_with_its_place(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run("new", "flood.txt", "--id", "flood", *REST)

    assert (result.exit_code, made(here)) == (1, [])
    assert result.stderr == "flood.txt: source_texts/flood: cannot be made: No space left on device\n"


def test_an_archive_that_cannot_be_read_is_named(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    run("new", "flood.txt", "--id", "flood", *REST)
    monkeypatch.setattr(Path, "read_bytes", denied)
    result = run("new", "flood.txt", *REST)

    assert (result.exit_code, made(here)) == (1, ["flood"])
    assert result.stderr == "flood.txt: source_texts/flood/text.txt cannot be read: Permission denied\n"


def test_an_encoding_that_was_given_is_not_said_to_be_found(run: Run, here: Path) -> None:
    assert (
        "  encoding   latin-1  (as given)\n" in run("new", "flood.txt", "--encoding", "latin-1", *REST).output
    )


@pytest.mark.parametrize("encoding", ["utf-16", "UTF16", "utf-16-le", "utf-32"])
def test_plain_utf_8_is_not_taken_for_chinese(run: Run, here: Path, encoding: str) -> None:
    (here / "a.txt").write_bytes(b"It rained on.")

    result = run("new", "a.txt", "--encoding", encoding, *PLAIN)

    assert (result.exit_code, made(here)) == (2, [])
    assert result.stderr == "a.txt: --encoding: reads as utf-8; leave --encoding out\n"


def test_utf_16_without_a_mark_can_be_named(run: Run, here: Path) -> None:
    (here / "a.txt").write_bytes("It rained.".encode("utf-16-le"))

    assert run("new", "a.txt", "--encoding", "utf-16-le", *PLAIN).exit_code == 0
