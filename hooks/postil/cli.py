"""`postil`, the command: checks an archive, reads any text. The only module that knows click."""

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from .edtf import Edtf
from .errors import EdtfError, Fault
from .export.reading_json import reading_object
from .intake import canonical_text, json_schema
from .model import Reading
from .pipeline import read_archive, read_text
from .records import Note, Record


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turns plain-text sources into an annotated, searchable archive."""


@main.command()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
              help="The archive's folder, the one that holds source_texts/.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["human", "github", "json"]), default="human",
              help="How faults are printed: for people, as annotations of GitHub, or one JSON object a line.")  # fmt: skip
def check(root: Path, form: str) -> None:
    """Check everything under source_texts/; ends with 1 if anything is wrong."""
    archive, faults = read_archive(root)
    for fault in faults:
        click.echo(_FORMS[form](fault))
    if form == "human":
        texts, notes = len(archive.documents), sum(len(document.anchors) for document in archive.documents)
        click.echo(f"{_count(texts, 'text')}, {_count(notes, 'note')}, {_count(len(faults), 'fault')}.")
    if faults:
        sys.exit(1)


@main.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--date", help="The day the texts are of, as EDTF; left out, each text's own date.")
@click.option("--language", default="en", show_default=True, help="The texts' language, BCP 47.")
@click.option("--encoding", default="utf-8", show_default=True, help="How the files are encoded.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each file.")
def read(files: tuple[Path, ...], date: str | None, language: str, encoding: str, as_json: bool) -> None:
    """Print what is found in any text files: blocks, captions, dates, events."""
    try:
        written = Edtf(date) if date is not None else None
    except EdtfError as error:
        raise click.BadParameter(str(error), param_hint="--date") from None
    failed = False
    for path in files:
        raw = path.read_bytes()
        try:
            text = canonical_text(raw, encoding)
        except LookupError as error:
            raise click.BadParameter(str(error), param_hint="--encoding") from None
        except UnicodeDecodeError as error:
            click.echo(
                f"{path}: is not {encoding} (byte {error.start}); name its encoding with --encoding", err=True
            )
            failed = True
            continue
        reading = read_text(text, date=written, language=language)
        if as_json:
            click.echo(json.dumps({"file": str(path), **reading_object(reading, text)}, ensure_ascii=False))
        else:
            click.echo(f"{path}  (sha256 {hashlib.sha256(raw).hexdigest()})")
            _print_reading(reading, text)
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("noun", type=click.Choice(["note", "record"]))
def schema(noun: str) -> None:
    """Print the JSON Schema of a note's or a record's file, for editors that check while one types."""
    click.echo(json.dumps(json_schema({"note": Note, "record": Record}[noun]), ensure_ascii=False, indent=2))


def _print_reading(reading: Reading, text: str) -> None:
    metadata = reading.metadata
    for name, value in (("title", metadata.title), ("creator", "; ".join(metadata.creator)),
                        ("source", metadata.source), ("date", metadata.date)):  # fmt: skip
        click.echo(f"  {name:<10}{value or '(not found)'}")
    sections = {
        "blocks": [f"{block.kind.value:<10} {_excerpt(block.of(text))}" for block in reading.blocks],
        "captions": [
            f"{caption.date or 'no date'}, {caption.place or 'no place'}, {caption.credit or 'no credit'}: {_excerpt(caption.of(text))}"
            for caption in reading.captions
        ],
        "dates": [
            f"{timex.value:<12} “{_excerpt(timex.text)}” ({timex.rule}; {timex.basis})"
            for timex in reading.dates
        ],
        "events": [f"{event.when:<12} {_excerpt(event.label.of(text))}" for event in reading.events],
    }
    for name, lines in sections.items():
        click.echo(f"  {name}: {len(lines)}")
        for line in lines:
            click.echo(f"    {line}")


def _excerpt(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 90 else line[:89] + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _github(fault: Fault) -> str:
    """A workflow command; what it holds is escaped as GitHub's toolkit does it."""

    def escape(text: str, also: str = "") -> str:
        for char in "%\r\n" + also:
            text = text.replace(char, f"%{ord(char):02X}")
        return text

    message = f"{fault.field}: {fault.message}" if fault.field else fault.message
    return f"::error file={escape(fault.path, ':,')},line={max(fault.line, 1)}::{escape(message)}"


def _json(fault: Fault) -> str:
    return json.dumps(
        {"path": fault.path, "line": fault.line, "field": fault.field, "message": fault.message},
        ensure_ascii=False,
    )


_FORMS: dict[str, Callable[[Fault], str]] = {"human": str, "github": _github, "json": _json}
