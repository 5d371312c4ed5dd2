"""`postil check`: every fault of an archive."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..errors import Fault
from ..export.summary import Links, summary
from ..pipeline import read_archive
from .changes import NoSuchCommit, changes_since


def _web_or_nothing(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """The address with one slash at its end."""
    if value and not value.startswith(("https://", "http://")):
        raise click.BadParameter(f"'{value}' is no web address.")
    return value and f"{value.rstrip('/')}/"


@click.command()
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
              help="The archive's folder, the one that holds source_texts/.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["human", "github", "json"]), default="human",
              help="How faults are printed: for people, as annotations of GitHub, or one JSON object a line.")  # fmt: skip
@click.option("--summary", "summary_file", type=click.Path(dir_okay=False, writable=True, path_type=Path), metavar="FILE",
              help="Also write what a change brings, each note beside its passage, as Markdown.")  # fmt: skip
@click.option("--changed-since", "base", default="", metavar="REF",
              help="The commit that the summary compares with; left out, it shows the whole archive.")  # fmt: skip
@click.option("--site-url", default="", envvar="SITE_URL", callback=_web_or_nothing, show_envvar=True,
              help="The site, to whose review page the summary links.")  # fmt: skip
@click.option("--raw-url", default="", envvar="POSTIL_RAW_URL", callback=_web_or_nothing, show_envvar=True,
              help="Where the raw files of what is checked lie, for the review page; left out, a reviewer gives the proposal's number there.")  # fmt: skip
def check(root: Path, form: str, summary_file: Path | None, base: str, site_url: str, raw_url: str) -> None:
    """Check everything under source_texts/; ends with 1 if anything is wrong."""
    if base and not summary_file:
        raise click.UsageError("--changed-since says what a summary shows; give --summary FILE too.")
    try:
        changed = changes_since(root, base) if base else None
    except NoSuchCommit as error:
        raise click.BadParameter(str(error), param_hint="'--changed-since'") from None
    archive, faults = read_archive(root)
    if summary_file:
        review = site_url and f"{site_url}review/"
        _write(summary_file, summary(archive, faults, changed, Links(review, raw_url)))
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


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise click.FileError(str(path), hint=error.strerror) from None


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
