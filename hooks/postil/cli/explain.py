"""`postil explain`: why a text was read as it was, line by line."""

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from ..edtf import Edtf
from ..errors import EdtfError
from ..intake import canonical_text, read_folder
from ..model import AnnotatedDocument, Caption, Event, Reading, Span, State, Timex, Verdict, within
from ..pipeline import read_document, read_text
from ..reviews import in_yaml, said_of, telling_words
from ..vocabulary.credits import FORMS
from .columns import printable, table

_LINE = re.compile(r"(?P<file>.+):(?P<line>\d{1,9})", re.DOTALL)
_COLUMNS = (("Line", 5), ("What", 9), ("Words", 34), ("Why", 46))
_EXCERPT = 100


class Row(NamedTuple):
    """One row of the table: where it stands in the text and what it concerns, what it is, its words, and why."""

    at: int
    span: Span
    what: str
    words: str
    why: str


@click.command()
@click.argument("place", metavar="FILE[:LINE]")
@click.option("--date", help="The day the text is of, as EDTF; left out, the record's or the text's own.")
@click.option("--language", help="The text's language, BCP 47; left out, the record's, else en.")
@click.option("--encoding", help="How the file is encoded; left out, as the record says, else utf-8.")
@click.option("--date-order", type=click.Choice(["dmy", "mdy", "ymd"]), help="How it writes days in figures.")
def explain(
    place: str, date: str | None, language: str | None, encoding: str | None, date_order: str | None
) -> None:
    """Say why each line of a text is what it is, how its dates were read, and what people decided of it.

    With a LINE only what concerns that line. A text of an archive, source_texts/<text>/text.txt, is read by its
    record and with its reviews.
    """
    path, line = _place(place)
    try:
        written = Edtf(date) if date is not None else None
    except EdtfError as error:
        raise click.BadParameter(str(error), param_hint="--date") from None
    document = None if encoding or date_order else _archived(path, written, language)
    if document:
        text, reading = document.source.text, document.reading
        record = document.source.record
        basis = (
            f"{record.original.date if record.original else record.date} by its record, in {record.language}"
        )
    else:
        text = _text(path, encoding or "utf-8")
        reading = read_text(text, date=written, language=language or "en", date_order=date_order)
        day = written or reading.metadata.date
        basis = f"{day or 'no known day'}, in {language or 'en'}"
    starts, shown = _line_starts(text), printable(str(path))
    if line > len(starts):
        raise click.BadParameter(f"{shown} has {len(starts)} lines, not {line}", param_hint="FILE:LINE")
    rows = list(_rows(text, reading, document.verdicts if document else ()))
    if line:
        end = starts[line] if line < len(starts) else len(text) + 1
        rows = [row for row in rows if row.span.start < end and row.span.end > starts[line - 1]]
    click.echo(f"{shown}: read as of {basis}.\n")
    if line and not rows:
        click.echo(f"Line {line} is blank.")
    else:
        _print(rows, starts)
    for misfit in document.misfits if document else ():
        said = printable(f"{misfit.review.id}: {misfit.field}: {misfit.reason}")
        click.echo(f"\nA review that does not fit, {said}")


def _place(place: str) -> tuple[Path, int]:
    """The file and the line, 0 for all of them; a file of that very name goes first."""
    if Path(place).is_file():
        return Path(place), 0
    match = _LINE.fullmatch(place)
    if match and Path(match["file"]).is_file():
        if int(match["line"]) == 0:
            raise click.BadParameter("lines are counted from 1", param_hint="FILE:LINE")
        return Path(match["file"]), int(match["line"])
    raise click.BadParameter(f"File '{place}' does not exist.", param_hint="FILE[:LINE]")


def _archived(path: Path, date: Edtf | None, language: str | None) -> AnnotatedDocument | None:
    """The text with its record and reviews, where it lies in an archive; its faults end the command."""
    path = path.resolve()
    if (
        path.name != "text.txt"
        or path.parent.parent.name != "source_texts"
        or not (path.parent / "record.yml").is_file()
    ):
        return None
    folder = read_folder(path.parents[2], path.parent)
    for fault in folder.faults:
        click.echo(str(fault), err=True)
    if not folder.source:
        sys.exit(1)
    record = folder.source.record
    record = replace(record, date=date, original=None) if date else record
    record = replace(record, language=language) if language else record
    return read_document(replace(folder.source, record=record), (), folder.reviews)


def _text(path: Path, encoding: str) -> str:
    try:
        return canonical_text(path.read_bytes(), encoding)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--encoding") from None
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{path}: is not {encoding} (byte {error.start}); name its encoding with --encoding"
        ) from None


def _rows(text: str, reading: Reading, verdicts: Sequence[Verdict]) -> Iterator[Row]:
    """Block by block: why it is what it is, and what was found in it."""
    captions = {caption.start: caption for caption in reading.captions}
    events = {event.id: event for event in reversed(reading.events)}
    starts = [block.start for block in reading.blocks]
    reviewed: defaultdict[int, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        reviewed[bisect_right(starts, verdict.thing.start)].append(verdict)
    for number, block in enumerate(reading.blocks, 1):
        yield _row(block, block.kind.value, block.of(text), _reviewed(block.rule, block.state))
        inside = list(_caption_rows(text, captions.get(block.start)))
        inside += [_date_row(timex) for timex in within(block, reading.dates)]
        inside += [_event_row(text, event, events) for event in within(block, reading.events)]
        inside += [_review_row(text, verdict) for verdict in reviewed[number]]
        yield from sorted(inside, key=lambda row: row.at)


def _row(span: Span, what: str, words: str, why: str) -> Row:
    return Row(span.start, span, what, words, why)


def _caption_rows(text: str, caption: Caption | None) -> Iterator[Row]:
    if not caption:
        return
    yield _row(caption, "picture", "", _reviewed(f"a {caption.kind.value}", caption.state))
    if caption.credit:
        span = caption.credit_span or caption
        yield _row(span, "credit", caption.credit, _credit_form(text, caption))
    if caption.place:
        yield _row(caption.place_span or caption, "place", caption.place, "where the picture was taken")
    for again in caption.again:
        yield _row(again, "again", again.of(text), "the same caption, captured once more")


def _credit_form(text: str, caption: Caption) -> str:
    span = caption.credit_span
    if not span:
        return "by a review"
    forms = (
        form.name
        for form in FORMS
        if (match := form.pattern.search(text, max(caption.start, caption.end - 200), caption.end))
        and match.span("name") == (span.start, span.end)
    )
    return f"form of the credit: {next(forms, 'on a line of its own')}"


def _date_row(timex: Timex) -> Row:
    return _row(
        timex,
        "date",
        timex.text,
        _reviewed(f"{timex.value}; rule “{timex.rule}”; {timex.basis}", timex.state),
    )


def _event_row(text: str, event: Event, events: Mapping[str, Event]) -> Row:
    inside = event.holds(event.timex)
    where = "with the date" if inside else "under the date"
    dated = f"{event.when}: a {event.kind.value} {where} “{event.timex.text}”"
    place = f"; in {event.place.of(text)}" if event.place else ""
    first = events.get(event.same_as or "")
    same = f"; told before, with the date “{first.timex.text}”" if first else ""
    at = event.timex.start if inside else event.start
    return Row(at, event, "event", event.label.of(text), _reviewed(dated + place + same, event.state))


def _review_row(text: str, verdict: Verdict) -> Row:
    review = verdict.review
    was = in_yaml(said_of(verdict.thing, text))
    now = f" to {in_yaml(review.value.given())}" if review.value else ""
    decided = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}[review.decision]
    disputed = " (disputed)" if verdict.state is State.DISPUTED else ""
    why = f"{was} {decided}{now} by {review.creator.name}, {review.created}{disputed}: {review.reason}"
    return _row(telling_words(verdict.thing), "review", review.id, why)


def _reviewed(why: str, state: State) -> str:
    return why if state is State.MACHINE else f"{why} ({state.value})"


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text) if match.end() < len(text))]


def _print(rows: Sequence[Row], starts: Sequence[int]) -> None:
    cells, before = [], 0
    for row in rows:
        line = bisect_right(starts, row.at)
        cells.append((str(line) if line != before else "", row.what, _excerpt(row.words), printable(row.why)))
        before = line
    for printed in table(_COLUMNS, cells):
        click.echo(printed)


def _excerpt(words: str) -> str:
    line = printable(words[: 2 * _EXCERPT])
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
