"""What several tests need: cases that are files, and archives to break."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

TESTS = Path(__file__).parent
ROOT = TESTS.parent
MINIMAL = TESTS / "archives" / "minimal"


def cases(folder: str) -> Callable[[Any], Any]:
    """Runs a test once for each file of ``tests/cases/<folder>/``; it gets the file's content as ``case``.

    Every scalar is a string. A file that is a list holds several cases.
    """
    found = []
    for path in sorted((TESTS / "cases" / folder).glob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for number, case in enumerate(content if isinstance(content, list) else [content], 1):
            name = f"{path.stem}-{number}" if isinstance(content, list) else path.stem
            found.append(pytest.param(case, id=name))
    assert found, f"no case in tests/cases/{folder}/"
    return pytest.mark.parametrize("case", found)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A copy of the smallest sound archive, to be broken."""
    root = tmp_path / "archive"
    shutil.copytree(MINIMAL, root)
    return root
