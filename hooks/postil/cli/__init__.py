"""`postil`, the command: a module for each of its words. The only part that knows click."""

import click

from .check import check
from .read import read
from .schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turns plain-text sources into an annotated, searchable archive."""


for command in (check, read, schema):
    main.add_command(command)
