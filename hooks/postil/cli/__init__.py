"""`postil`, the command: a module for each of its words. The only part that knows click."""

import click

from .anchor import anchor
from .check import check
from .explain import explain
from .import_ import import_notes
from .new import new
from .note import note
from .read import read
from .reanchor import reanchor
from .schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turns plain-text sources into an annotated, searchable archive."""


for command in (new, note, anchor, import_notes, check, read, explain, reanchor, schema):
    main.add_command(command)
