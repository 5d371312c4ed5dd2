"""`postil note`: the file of a note on quoted words."""

import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..anchoring import locate
from ..drafts import MOST_PLACES, make_note, places_of, said, said_in
from ..errors import Fault
from ..intake.add_note import add_note, is_name
from ..model import SourceText, Span
from ..records import Note, Target
from .texts import find_text, list_places, refuse, root_option

_REFERENCE = re.compile(r"([^<>]*)<([^<>]+)>\s*")
_REMINDER = "<!-- Write the note in Markdown. This line is left out. Leave the rest empty to write none. -->"


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
    source = document.source
    span = _place(Target(exact=quote, prefix=before, suffix=after), source.text, place)
    author = {"name": _git_name(root) if creator is None else creator, "github": github, "orcid": orcid}
    to_write = editor or (body is None and sys.stdin.isatty())
    fields_said: dict[str, Any] = {
        **{name: value for name, value in fields.items() if value},
        "body": "?" if to_write else _given(body),
        "creator": {name: value for name, value in author.items() if value},
    }
    if references:
        fields_said["references"] = [_reference(each) for each in references]
    made = _made(fields_said, span, source, file_name)
    written = ""
    try:
        if to_write:
            written = _written()
            made = _made({**fields_said, "body": written}, span, source, file_name)
        if isinstance(span, Span) and (there := said_in(document).get(said(made, span))):
            click.echo(f"{there} says the very same")
            return
        click.echo(add_note(root, source.identifier, made, file_name))
    except (OSError, SystemExit) as error:
        if written:
            _save(written)
        if isinstance(error, SystemExit):
            raise
        raise click.ClickException(f"the note cannot be written: {error}") from None


def _made(fields_said: dict[str, Any], span: Span | str, source: SourceText, file_name: str) -> Note:
    """The note; where anything is wrong, all of it is said and the command ends."""
    made, faults = make_note(fields_said, span, source)
    faults = [_by_option(fault) for fault in faults]
    if file_name and not is_name(file_name):
        faults.append(
            Fault(
                "",
                0,
                "--id",
                f"'{file_name}' is no name of a file here; write a to z, 0 to 9 and single hyphens",
            )
        )
    if made is None or faults:
        refuse("nothing is written:", faults)
    return made


def _place(target: Target, text: str, chosen: int | None) -> Span | str:
    """The one place, or the chosen one; of several without a choice all are shown."""
    found = places_of(target, text)
    if len(found) == 1 and chosen in (None, 1):
        return found[0]
    if chosen and chosen <= len(found):
        return found[chosen - 1]
    if not found:
        return str(locate(target, text))
    if len(found) == 1:
        return "the quoted words stand in 1 place; leave --place out"
    list_places(found, text)
    places = f"more than {MOST_PLACES:,}" if len(found) > MOST_PLACES else str(len(found))
    return f"the quoted words stand in {places} places; choose one of them with --place, or add --before and --after"


def _written() -> str:
    """What is written in an editor."""
    return (click.edit(f"\n\n{_REMINDER}\n", extension=".md") or "").replace(_REMINDER, "").strip()


def _save(written: str) -> None:
    """Keeps what cannot become a note, and says where."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="postil-note-", suffix=".md", encoding="utf-8", delete=False
    ) as file:
        file.write(written + "\n")
    click.echo(f"what you wrote is kept in {file.name}", err=True)


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
