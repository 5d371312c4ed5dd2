"""`postil read`: what is found in any text files."""

import hashlib
import json
import sys
from pathlib import Path

import click

from ..edtf import Edtf
from ..errors import EdtfError
from ..export.reading_json import reading_object
from ..intake import canonical_text
from ..model import Reading
from ..pipeline import read_text
from .columns import printable


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--date", help="The day the texts are of, as EDTF; left out, each text's own date.")
@click.option("--language", default="en", show_default=True, help="The texts' language, BCP 47.")
@click.option("--encoding", default="utf-8", show_default=True, help="How the files are encoded.")
@click.option(
    "--date-order", type=click.Choice(["dmy", "mdy", "ymd"]), help="How they write days in figures."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each file.")
def read(
    files: tuple[Path, ...],
    date: str | None,
    language: str,
    encoding: str,
    date_order: str | None,
    as_json: bool,
) -> None:
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
                f"{printable(str(path))}: is not {encoding} (byte {error.start}); "
                "name its encoding with --encoding",
                err=True,
            )
            failed = True
            continue
        reading = read_text(text, date=written, language=language, date_order=date_order)
        if as_json:
            click.echo(json.dumps({"file": str(path), **reading_object(reading, text)}, ensure_ascii=False))
        else:
            click.echo(f"{printable(str(path))}  (sha256 {hashlib.sha256(raw).hexdigest()})")
            _print_reading(reading, text)
    sys.exit(1 if failed else 0)


def _print_reading(reading: Reading, text: str) -> None:
    metadata = reading.metadata
    for name, value in (("title", metadata.title), ("creator", "; ".join(metadata.creator)),
                        ("source", metadata.source), ("date", metadata.date)):  # fmt: skip
        click.echo(f"  {name:<10}{printable(str(value or '')) or '(not found)'}")
    sections = {
        "blocks": [f"{block.kind.value:<10} {_excerpt(block.of(text))}" for block in reading.blocks],
        "captions": [
            f"{caption.date or 'no date'}, {printable(caption.place or 'no place')}, "
            f"{printable(caption.credit or 'no credit')}: {_excerpt(caption.of(text))}"
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
    line = printable(words)
    return line if len(line) <= 90 else line[:89] + "…"
