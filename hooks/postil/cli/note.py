"""`postil note`: the file of a note on quoted words."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..anchoring import locate
from ..drafts import make_note, places_of, same_note
from ..errors import Fault
from ..intake.add_note import add_note
from ..model import Span
from ..records import Target
from .texts import find_text, list_places, refuse, root_option

_REFERENCE = re.compile(r"([^<>]*)<([^<>]+)>\s*")
_FIRST_LINES = "\n<!-- Write the note above this line, in Markdown. Leave it empty to write none. -->\n"


@click.command()
@click.argument("text_name", metavar="TEXT")
@click.argument("quote")
@click.option("--kind", help="What the note does: context, correction, source, dispute, gloss, person …")
@click.option("--label", help="Whom or what it is about, as an index would have it.")
@click.option("--before", default="", help="Words right before the quote, where it stands in several places.")
@click.option("--after", default="", help="Words right after it.")
@click.option("--place", type=click.IntRange(min=1), help="Which of several places is meant.")
@click.option(
    "--body", help="The note, in Markdown; left out, it is read from standard input or written in an editor."
)
@click.option("--editor", is_flag=True, help="Write the note in your editor ($EDITOR).")
@click.option(
    "--reference",
    "references",
    multiple=True,
    metavar='"TITLE <ADDRESS>"',
    help="What it rests on; once for each.",
)
@click.option("--creator", "--name", "creator", help="Who wrote it; left out, the user.name of git.")
@click.option("--github", help="The author's handle at GitHub.")
@click.option("--orcid", help="The author's ORCID iD.")
@click.option(
    "--created",
    default=lambda: date.today().isoformat(),
    help="The day it was written, as EDTF; left out, today.",
)
@click.option("--language", help="Its language, BCP 47; left out, en.")
@click.option("--motivation", help="Its W3C motivation; left out, commenting.")
@click.option(
    "--id", "file_name", default="", help="The name of its file; left out, one is made from the quote."
)
@root_option
def note(
    text_name: str, quote: str, before: str, after: str, place: int | None, body: str | None, editor: bool,
    references: tuple[str, ...], creator: str | None, github: str | None, orcid: str | None, file_name: str, root: Path,
    **fields: str | None,
) -> None:  # fmt: skip
    """Make the file of a note on the words that QUOTE gives, with as much context as they need to occur once.

    TEXT is the text's identifier or the path of its folder. Everything that is wrong is said at once, and then nothing
    is written.
    """
    root, document = find_text(root, text_name)
    span = _place(Target(exact=quote, prefix=before, suffix=after), document.source.text, place)
    author = {"name": _git_name(root) if creator is None else creator, "github": github, "orcid": orcid}
    said: dict[str, Any] = {
        **{name: value for name, value in fields.items() if value},
        "body": _body(quote) if editor or (body is None and sys.stdin.isatty()) else _given(body),
        "creator": {name: value for name, value in author.items() if value},
    }
    if references:
        said["references"] = [_reference(each) for each in references]
    made, faults = make_note(said, span, document.source)
    if made is None or not isinstance(span, Span):
        refuse("nothing is written:", [_by_option(fault) for fault in faults])
    if there := same_note(made, span, document):
        click.echo(f"{there} says the very same")
        return
    try:
        click.echo(add_note(root, document.source.identifier, made, file_name))
    except OSError as error:
        raise click.ClickException(f"the note cannot be written: {error}") from None


def _place(target: Target, text: str, chosen: int | None) -> Span | str:
    """The one place, or the chosen one; of several without a choice all are shown."""
    found = places_of(target, text)
    if len(found) == 1 and chosen in (None, 1):
        return found[0]
    if chosen and chosen <= len(found):
        return found[chosen - 1]
    if not found:
        return str(locate(target, text))
    list_places(found, text)
    return f"the quoted words stand in {len(found)} places; choose one of them with --place, or add --before and --after"


def _body(quote: str) -> str:
    written = click.edit(f"\n{_FIRST_LINES}", extension=".md") or ""
    return written.partition(_FIRST_LINES.strip())[0].strip()


def _given(body: str | None) -> str:
    if body is not None:
        return body
    try:
        return sys.stdin.buffer.read(100_000).decode()
    except UnicodeDecodeError:
        raise click.ClickException("standard input is not UTF-8; save the note as UTF-8") from None


def _reference(words: str) -> dict[str, str]:
    found = _REFERENCE.fullmatch(words)
    return {"title": found[1].strip(), "url": found[2]} if found else {"title": words}


def _git_name(root: Path) -> str:
    try:
        asked = subprocess.run(
            ["git", "config", "user.name"], cwd=root, capture_output=True, text=True, timeout=10
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()


def _by_option(fault: Fault) -> Fault:
    """The fault, its field named as the command's options are."""
    return Fault("", 0, _OPTIONS.get(fault.field, fault.field), fault.message)


_OPTIONS = {"kind": "--kind", "label": "--label", "body": "--body", "creator": "--creator", "creator.name": "--creator",
            "creator.github": "--github", "creator.orcid": "--orcid", "created": "--created", "language": "--language",
            "motivation": "--motivation", "target.exact": "QUOTE"}  # fmt: skip
