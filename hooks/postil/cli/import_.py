"""`postil import`: notes of other tools, each placed to the letter or refused with its reason."""

import json
import sys
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import click

from ..drafts import make_note, place_draft, same_note
from ..intake.add_note import add_note
from ..intake.strict_json import MAX_JSON, JsonError
from ..intake.web_annotation import Draft, read_web_annotations
from ..model import AnnotatedDocument, SourceText, Span
from ..records import Note
from .columns import printable
from .texts import find_text, root_option

_LONGEST = 600


@click.command("import")
@click.argument("text_name", metavar="TEXT")
@click.argument("file", type=click.File("rb"))
@click.option("--kind", help="The kind of the notes that name none.")
@click.option("--creator", help="Who wrote the notes that name nobody.")
@click.option("--created", help="The day of those that name none, as EDTF.")
@click.option("--language", help="The language of those that name none, BCP 47; left out, en.")
@click.option("--source", "sources", multiple=True, metavar="ADDRESS",
              help="One more address of the text that the notes may speak of; once for each.")  # fmt: skip
@click.option(
    "--refused",
    type=click.File("w", encoding="utf-8"),
    help="Write what was refused into this file, as it came.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write no note.")
@root_option
def import_notes(
    text_name: str, file: IO[bytes], sources: tuple[str, ...], refused: IO[str] | None, dry_run: bool,
    root: Path, **defaults: str | None,
) -> None:  # fmt: skip
    """Make notes on a TEXT from the annotations in a FILE: W3C Web Annotations, such as drafts saved from the
    form on the page, or an export of Hypothesis.

    The quoted words of each must stand in one place of the text. What cannot be placed, or is no sound note, is named
    with its reason, the rest is written; ends with 1 if anything was refused. What is there already is left alone.
    """
    root, document = find_text(root, text_name)
    try:
        drafts = read_web_annotations(file.read(MAX_JSON + 1))
    except JsonError as error:
        raise click.ClickException(f"{printable(str(file.name))} {printable(str(error))}") from None
    made: list[tuple[Note, Span]] = []
    left: list[Draft] = []
    for draft in drafts:
        note, place, why = _note(draft, document.source, sources, defaults)
        if note is None or not isinstance(place, Span):
            left.append(draft)
            click.echo(f"{printable(draft.where)}: refused: {printable(why)[:_LONGEST]}", err=True)
            continue
        there = same_note(note, place, document)
        again = (note, place) in made
        made.append((note, place))
        path = there or ("" if again else _written(root, document, note, draft.name, dry_run))
        told = (
            "is there already"
            if there
            else "stands in the file twice"
            if again
            else "would be made"
            if dry_run
            else "is made"
        )
        click.echo(f"{printable(draft.where)}: {f'{path} ' if path else ''}{told}")
        for remark in draft.remarks:
            click.echo(f"  {printable(remark)[:_LONGEST]}", err=True)
    if refused:
        json.dump(
            [draft.item for draft in left if draft.item is not None], refused, ensure_ascii=False, indent=1
        )
    click.echo(f"{len(made)} of {len(drafts)} notes; {len(left)} refused.")
    sys.exit(1 if left else 0)


def _note(
    draft: Draft, source: SourceText, sources: tuple[str, ...], defaults: dict[str, str | None]
) -> tuple[Note | None, Span | str, str]:
    """The note and its place, or why there is none."""
    if draft.refusal:
        return None, "", draft.refusal
    if draft.source and not _speaks_of(draft.source, source, sources):
        return (
            None,
            "",
            f"speaks of {draft.source[:200]}; if that is this text, give the address with --source",
        )
    place = place_draft(draft, source)
    said = {**{name: value for name, value in defaults.items() if value}, **draft.fields}
    if isinstance(author := defaults.get("creator"), str) and author:
        given = draft.fields.get("creator")
        said["creator"] = {"name": author, **given} if isinstance(given, dict) else {"name": author}
    note, faults = make_note(said, place, source)
    return note, place, "; ".join(f"{fault.field}: {fault.message}" for fault in faults)


def _speaks_of(address: str, source: SourceText, more: tuple[str, ...]) -> bool:
    """Whether the address is the text's: its source, a kept copy, its page or file on any archive's site."""
    record = source.record
    page = f"/texts/{source.identifier}"
    known = [record.source, record.archived, record.original.source if record.original else None, *more]
    asked = _bare(address)
    return (
        address.startswith("./")
        or asked.endswith((page, f"{page}/text.txt"))
        or asked in {_bare(each) for each in known if each}
    )


def _bare(address: str) -> str:
    """The address without what does not tell one page from another."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = (parts.netloc or "").lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _written(root: Path, document: AnnotatedDocument, note: Note, name: str, dry_run: bool) -> str:
    if dry_run:
        return ""
    try:
        return add_note(root, document.source.identifier, note, name)
    except OSError as error:
        raise click.ClickException(f"the note cannot be written: {error}") from None
