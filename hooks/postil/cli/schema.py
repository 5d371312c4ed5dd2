"""`postil schema`: what a note's, a record's or a review's file may hold, for editors."""

import json

import click

from ..intake import json_schema
from ..records import Decision, Note, Record

_NOUNS: dict[str, type] = {"note": Note, "record": Record, "review": Decision}


@click.command()
@click.argument("noun", type=click.Choice(list(_NOUNS)))
def schema(noun: str) -> None:
    """Print the JSON Schema of a note's, a record's or a review's file, for editors that check while one types."""
    click.echo(json.dumps(json_schema(_NOUNS[noun]), ensure_ascii=False, indent=2))
