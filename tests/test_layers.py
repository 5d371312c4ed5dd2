"""The house's direction: which part may import which stands in pyproject.toml, and holds."""

import tomllib

import pytest
from importlinter.cli import lint_imports

import mkdocs_events
from conftest import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]


def test_every_import_runs_downward(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_cache=True) == 0


def test_no_new_module_escapes_the_contracts() -> None:
    modules = {
        f"postil.{path.stem}" for path in (ROOT / "hooks" / "postil").iterdir() if path.stem != "__init__"
    }
    modules -= {"postil.__pycache__", "postil.py"}

    for contract in CONTRACTS:
        if contract["type"] == "forbidden":
            named = set(contract["source_modules"])
            allowed = {"postil.site"} if "mkdocs" in contract["forbidden_modules"] else {"postil.cli"}
            assert named | allowed == modules, contract["name"]


def test_hooks_holds_one_module_and_one_package() -> None:
    """During loading MkDocs puts the folder first on sys.path: a `calendar.py` here would shadow Python's own."""
    beside = {path.name for path in (ROOT / "hooks").iterdir() if path.name != "__pycache__"}

    assert beside == {"mkdocs_events.py", "postil"}


def test_the_hook_file_hands_on_events_and_nothing_else() -> None:
    named = {name for name in vars(mkdocs_events) if not name.startswith("__")}

    assert named == set(mkdocs_events.__all__)
    assert all(name.startswith("on_") for name in named)


def test_every_module_has_its_tests() -> None:
    package, tests = ROOT / "hooks" / "postil", ROOT / "tests"

    missing = [
        expected
        for path in sorted(package.rglob("*.py"))
        if path.stem != "__init__"
        and not (expected := tests / path.relative_to(package).with_name(f"test_{path.stem}.py")).exists()
    ]

    assert [path.relative_to(ROOT).as_posix() for path in missing] == []


def test_every_test_of_a_module_has_its_module() -> None:
    package, tests = ROOT / "hooks" / "postil", ROOT / "tests"
    folders = [
        "cli",
        "anchoring",
        "carrying",
        "reviews",
        "events",
        "structure",
        "intake",
        "dates",
        "vocabulary",
        "export",
        "site",
    ]
    orphans = [
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in sorted((tests / folder).glob("test_*.py"))
        if not (package / folder / f"{path.stem.removeprefix('test_')}.py").exists()
    ]

    assert orphans == []
