"""`postil`, the command: a module for each of its words. The only part that knows click."""

import click

from .check import check
from .explain import explain
from .new import new
from .read import read
from .schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Turns plain-text sources into an annotated, searchable archive."""


for command in (new, check, read, explain, schema):
    main.add_command(command)
