"""`postil schema`: what a note's or a record's file may hold, for editors."""

import json

import click

from ..intake import json_schema
from ..records import Note, Record


@click.command()
@click.argument("noun", type=click.Choice(["note", "record"]))
def schema(noun: str) -> None:
    """Print the JSON Schema of a note's or a record's file, for editors that check while one types."""
    click.echo(json.dumps(json_schema({"note": Note, "record": Record}[noun]), ensure_ascii=False, indent=2))
