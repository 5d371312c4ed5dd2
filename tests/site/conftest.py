"""Projects to build: the settings of the real one over an archive of a test's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import ROOT
from postil.model import AnnotatedDocument
from postil.pipeline import read_archive

Builder = Callable[..., Path]


@pytest.fixture
def document(archive: Path) -> AnnotatedDocument:
    """The text of the smallest archive, read."""
    return read_archive(archive)[0].documents[0]


@pytest.fixture
def builder(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Builds the smallest archive as MkDocs does, in this process; gives back where the site is."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "hooks": [str(ROOT / "hooks" / "mkdocs_events.py")],
        "theme": {"custom_dir": str(ROOT / "hooks" / "postil" / "site" / "theme")},
        "nav": [{"About": "about.md"}],
        "not_in_nav": "",
    }
    (archive / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (archive / "docs").mkdir()
    (archive / "docs" / "about.md").write_text("# About\n\nTest data.\n", encoding="utf-8")

    def run(command: Literal["build", "serve"] = "build", strict: bool = True, **options: Any) -> Path:
        config = load_config(str(archive / "mkdocs.yml"), strict=strict, **options)
        site = Path(config.site_dir)
        config.plugins.on_startup(command=command, dirty=False)
        try:
            build(config, serve_url="http://127.0.0.1/" if command == "serve" else None)
        finally:
            config.plugins.on_shutdown()
        return site

    return run
