"""`postil import`: notes of other tools, each placed to the letter or refused with its reason."""

import sys
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import click

from ..drafts import Said, make_note, place_draft, said, said_in
from ..intake.add_note import add_note, write_whole
from ..intake.strict_json import MAX_JSON, JsonError, json_text
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
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was refused into this file, as it came.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write no note.")
@root_option
def import_notes(
    text_name: str, file: IO[bytes], sources: tuple[str, ...], refused: Path | None, dry_run: bool,
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
    known = said_in(document)
    made: set[Said] = set()
    left: list[Draft] = []
    for draft in drafts:
        note, place, why = _note(draft, document.source, sources, defaults)
        if note is None or not isinstance(place, Span):
            left.append(draft)
            click.echo(f"{printable(draft.where)}: refused: {printable(why)[:_LONGEST]}", err=True)
            continue
        says = said(note, place)
        if there := known.get(says):
            path, told = there, "is there already"
        elif says in made:
            path, told = "", "stands in the file twice"
        else:
            path, told = (
                _written(root, document, note, draft.name, dry_run),
                "would be made" if dry_run else "is made",
            )
            made.add(says)
        click.echo(f"{printable(draft.where)}: {f'{path} ' if path else ''}{told}")
        for remark in draft.remarks:
            click.echo(f"  {printable(remark)[:_LONGEST]}", err=True)
    if refused:
        _keep(refused, [draft.item for draft in left if not draft.is_missing])
    there_already = len(drafts) - len(left) - len(made)
    click.echo(
        f"{len(made)} {'would be ' if dry_run else ''}made, {there_already} there already, {len(left)} refused."
    )
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
    given: dict[str, Any] = {name: value for name, value in defaults.items() if value}
    if "creator" in given:
        given["creator"] = {"name": given["creator"]}
    note, faults = make_note({**given, **draft.fields}, place, source)
    return note, place, "; ".join(f"{fault.field}: {fault.message}" for fault in faults)


def _keep(path: Path, items: list[Any]) -> None:
    """What was refused as it came, half characters too, in a file that is there whole or not at all."""
    raw = json_text(items).encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(raw)
        else:
            write_whole(path, raw)
    except OSError as error:
        raise click.ClickException(f"what was refused cannot be written: {error}") from None


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
