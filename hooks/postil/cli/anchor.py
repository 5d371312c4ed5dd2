"""`postil anchor`: where in a text a quote stands, and how a note would quote it."""

import sys
from pathlib import Path

import click

from ..anchoring import describe, fold, locate
from ..drafts import places_of
from ..intake.note_yaml import target_yaml
from ..model import AnnotatedDocument, Span
from ..records import Target
from ..vocabulary.sentences import sentence_around
from .columns import printable
from .texts import find_text, list_places, root_option


@click.command()
@click.argument("text_name", metavar="TEXT")
@click.argument("quote")
@click.option("--prefix", default="", help="Words right before the quote.")
@click.option("--suffix", default="", help="Words right after it.")
@root_option
def anchor(text_name: str, quote: str, prefix: str, suffix: str, root: Path) -> None:
    """Say where in a TEXT the QUOTE stands, and the shortest target that finds it; ends with 1 unless that is one place.

    TEXT is the text's identifier or the path of its folder.
    """
    if not fold(quote).text.strip():
        raise click.BadParameter("holds no words; write those that the text has", param_hint="QUOTE")
    _, document = find_text(root, text_name)
    text = document.source.text
    target = Target(exact=quote, prefix=prefix, suffix=suffix)
    found = places_of(target, text)
    if len(found) == 1:
        _tell(document, found[0])
        return
    click.echo(printable(str(locate(target, text))), err=True)
    list_places(found, text)
    sys.exit(1)


def _tell(document: AnnotatedDocument, span: Span) -> None:
    text = document.source.text
    block = next((block for block in document.reading.blocks if block.holds(span)), None)
    where = f"a {block.kind.value}" if block else "several blocks"
    click.echo(
        f"characters {span.start:,} to {span.end:,}, line {text.count(chr(10), 0, span.start) + 1}, in {where}"
    )
    if block:
        click.echo(f"  {printable(sentence_around(text, block, span).of(text))}")
    click.echo(target_yaml(describe(span, text)), nl=False)
