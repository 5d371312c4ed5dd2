import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from postil.cli.explain import _rows
from postil.edtf import Edtf
from postil.model import Block, BlockKind, Event, Metadata, Reading, Span, State, Timex, Verdict
from postil.records import Creator, Finding, Review, Target

Run = Callable[..., Result]
TEXT = Path("source_texts/flood-at-testford")


def words(result: Result) -> str:
    """What is printed, on one line."""
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


def test_each_line_has_its_kind_and_why_and_each_date_its_rule(run: Run, archive: Path) -> None:
    result = run("explain", archive / TEXT / "text.txt")

    printed = words(result)
    assert ": read as of 2020-04-16 by its record, in en." in printed
    assert re.search(r"\n1 +title +Test Data: The Flood", result.output)
    assert re.search(r"\n3 +byline ", result.output)
    assert re.search(r"\n8 +caption ", result.output)
    assert re.search(r"\n +date +April 13 +2020-04-13; rule “month day”; ", result.output)
    assert re.search(
        r"\n +date +April 15, 2020 +2020-04-15; rule “month day year”; as printed", result.output
    )
    assert re.search(r"\n +event .*2020-04-13: a statement with", result.output)
    assert re.search(r"\n +credit +TEST AGENCY +form of the credit: ", result.output)
    assert re.search(r"\n +place +Riga ", result.output)
    assert max(map(len, result.output.splitlines()[2:])) <= 100


def test_a_line_alone_is_explained_alone(run: Run, archive: Path) -> None:
    result = run("explain", f"{archive / TEXT / 'text.txt'}:11")

    assert [line.split()[:2] for line in result.output.splitlines()[4:5]] == [["11", "heading"]]
    assert "April" not in result.output


def test_of_a_blank_line_there_is_nothing_to_explain(run: Run, archive: Path) -> None:
    assert "Line 2 is blank." in words(run("explain", f"{archive / TEXT / 'text.txt'}:2"))


@pytest.mark.parametrize(("line", "said"), [(14, "has 13 lines, not 14"), (0, "lines are counted from 1")])
def test_a_line_that_is_not_there_is_refused(run: Run, archive: Path, line: int, said: str) -> None:
    result = run("explain", f"{archive / TEXT / 'text.txt'}:{line}")

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_whose_name_looks_like_a_line_goes_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "C:7").write_text("It ended on 5 May 1921, and nobody had slept.")

    assert ": read as of no known day, in en." in words(run("explain", tmp_path / "C:7"))
    assert "1921-05-05" in words(run("explain", f"{tmp_path / 'C:7'}:1"))


def test_a_day_a_language_and_an_encoding_can_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Le 5 août le café a fermé.".encode("windows-1252"))
    options = ("--date", "1921-09", "--language", "fr", "--encoding", "windows-1252")

    printed = words(run("explain", *options, tmp_path / "a.txt"))

    assert "read as of 1921-09, in fr." in printed
    assert "5 août 1921-08-05" in printed


def test_the_day_and_the_language_of_a_record_can_be_replaced(run: Run, archive: Path) -> None:
    printed = words(run("explain", "--date", "1921-06-01", archive / TEXT / "text.txt"))

    assert "read as of 1921-06-01 by its record" in printed
    assert "April 13 1921-04-13" in printed


def test_reviews_are_told_and_those_that_do_not_fit_are_named(run: Run, archive: Path) -> None:
    written = "object: date\nreason: Test data.\ncreator: {name: Tess Tester}\ncreated: 2026-11-23\n"
    (archive / TEXT / "reviews").mkdir()
    (archive / TEXT / "reviews" / "right.yml").write_text(
        f"decision: reject\ntarget: {{exact: April 13}}\nsaw: {{date: 2020-04-13}}\n{written}"
    )
    (archive / TEXT / "reviews" / "gone.yml").write_text(
        f"decision: confirm\ntarget: {{exact: from the next village}}\nsaw: {{date: 1921}}\n{written}"
    )

    printed = words(run("explain", archive / TEXT / "text.txt"))

    assert "review right {date: '2020-04-13'} rejected by Tess" in printed
    assert "date April 13" not in printed
    assert "A review that does not fit, gone: target.exact: no date is read in the quoted words;" in printed


def test_a_faulty_record_is_named_and_ends_it(run: Run, archive: Path) -> None:
    record = archive / TEXT / "record.yml"
    record.write_text(record.read_text().replace("type: article\n", ""))

    result = run("explain", archive / TEXT / "text.txt")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "record.yml:1: type: is missing; write article" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.txt:3",), "File 'nowhere.txt:3' does not exist."),
        (("--date", "soon", "a.txt"), "'soon' is not an EDTF date"),
        (("--encoding", "utf-9", "a.txt"), "'utf-9' is no encoding"),
        (("a.txt",), "a.txt: is not utf-8 (byte 3); name its encoding with --encoding"),
    ],
)
def test_what_cannot_be_read_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes(b"caf\xe9")

    result = run("explain", *arguments)

    assert result.exit_code in (1, 2)
    assert said in result.stderr


def test_control_characters_of_a_text_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained \x1b[31mred\u202e on 5 May 1921.")

    output = run("explain", tmp_path / "a.txt").output

    assert "\x1b" not in output and "\u202e" not in output


def test_a_text_of_many_events_and_reviews_is_not_gone_through_for_each_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Test data: a thousand blocks, each with an event, each told before, each reviewed."""
    number = 1000
    line = "On 5 May 1921 it rained.\n\n"
    text = line * number
    spans = [(at, at + len(line) - 2) for at in range(0, len(text), len(line))]
    dates = [Timex(at + 3, at + 13, "5 May 1921", Edtf("1921-05-05"), "", "") for at, _ in spans]
    events = [
        Event(*span, Span(*span), date, same_as="e3" if date.start > 3 else None)
        for span, date in zip(spans, dates, strict=True)
    ]
    reading = Reading(
        Metadata(),
        tuple(Block(*span, BlockKind.PARAGRAPH) for span in spans),
        (),
        tuple(dates),
        tuple(events),
    )
    review = Review(
        decision="confirm", object="event", target=Target(exact="rained"), saw=Finding(date=Edtf("1921-05-05")),
        reason="Test data.", creator=Creator(name="Tess Tester"), created=Edtf("2026-11-23"), id="test", path="",
    )  # fmt: skip
    asked = 0

    def id_of(event: Event) -> str:
        nonlocal asked
        asked += 1
        return f"e{event.timex.start}"

    monkeypatch.setattr(Event, "id", property(id_of))
    rows = list(_rows(text, reading, [Verdict(review, event, State.REVIEWED) for event in events]))

    assert [sum(row.what == what for row in rows) for what in ("paragraph", "date", "event", "review")] == [
        number
    ] * 4
    assert sum("told before" in row.why for row in rows) == number - 1
    assert asked == number
