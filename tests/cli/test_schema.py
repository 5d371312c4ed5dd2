import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(("noun", "field"), [("note", "target"), ("record", "sha256"), ("review", "saw")])
def test_the_schemas_for_editors_are_printed(run: Run, noun: str, field: str) -> None:
    result = run("schema", noun)

    assert result.exit_code == 0
    assert json.loads(result.output)["properties"][field]["description"]


@pytest.mark.parametrize(
    "arguments", [["-h"], ["check", "-h"], ["read", "-h"], ["explain", "-h"], ["schema", "-h"]]
)
def test_help_is_to_be_had(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.exit_code == 0
    assert result.output.startswith("Usage: postil ")
