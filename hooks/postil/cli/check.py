"""`postil check`: every fault of an archive."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..errors import Fault
from ..pipeline import read_archive


@click.command()
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
        reviews = sum(len(document.verdicts) for document in archive.documents)
        counts = [_count(texts, "text"), _count(notes, "note")]
        counts += [_count(reviews, "review")] if reviews else []
        click.echo(f"{', '.join([*counts, _count(len(faults), 'fault')])}.")
    if faults:
        sys.exit(1)


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
