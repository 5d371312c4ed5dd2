"""The text that a command is about, and its places in words."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from ..errors import Fault
from ..intake import read_folder
from ..intake.folder import IDENTIFIER
from ..model import AnnotatedDocument, Span
from ..pipeline import read_document
from .columns import printable

root_option = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
    help="The archive's folder, the one that holds source_texts/.",
)  # fmt: skip
_AROUND = 40
_SHOWN = 20


def find_text(root: Path, name: str) -> tuple[Path, AnnotatedDocument]:
    """The archive's folder and the text: its identifier under ``root``, or the path of its folder or of a file in it."""
    folder = root / "source_texts" / name
    if not IDENTIFIER.fullmatch(name):
        path = Path(name)
        folder = path if path.is_dir() else path.parent
        root = folder.absolute().parent.parent
        folder = root / "source_texts" / folder.absolute().name
        if folder.absolute() != (path if path.is_dir() else path.parent).absolute():
            raise click.BadParameter(f"'{printable(name)}' is no text of an archive", param_hint="TEXT")
    if not folder.is_dir():
        raise click.BadParameter(
            f"there is no text '{printable(name)}'; name a folder of source_texts/", param_hint="TEXT"
        )
    read = read_folder(root, folder)
    if read.source is None:
        refuse("the text cannot be read:", read.faults)
    return root, read_document(read.source, read.annotations)


def refuse(why: str, faults: Sequence[Fault]) -> NoReturn:
    """Says why and what is wrong, each on a line, and ends the command with 1."""
    click.echo(printable(why), err=True)
    for fault in faults:
        click.echo(f"  {printable(str(fault).removeprefix(': '))}", err=True)
    sys.exit(1)


def place_in_words(span: Span, text: str) -> str:
    """The line the span begins in and its words in what stands around them, on one line."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    line = text.count("\n", 0, span.start) + 1
    return printable(f"line {line}: …{before}[{span.of(text)}]{after}…")


def list_places(places: Sequence[Span], text: str) -> None:
    """The places by number, the first of very many."""
    for number, place in enumerate(places[:_SHOWN], 1):
        click.echo(f"  {number:>2}  {place_in_words(place, text)}", err=True)
    if len(places) > _SHOWN:
        click.echo("      and more; quote a longer passage", err=True)
