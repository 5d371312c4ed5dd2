"""The command as a test calls it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from postil.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs `postil` with the arguments; what it prints and how it ends are in the result."""

    def run(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(
            main, [str(each) for each in arguments], prog_name="postil", input=input, catch_exceptions=False
        )

    return run
