"""What hostile notes can try: each is refused, by file and line, or does nothing; and a good note beside it stands.

The attempts are data, in tests/cases/hostile_notes/; those on the file system are made here.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from conftest import MINIMAL, ROOT, TESTS
from inert_html import OF_BODIES, notes_in, offences
from postil.cli import main
from postil.errors import Fault
from postil.model import Archive
from postil.pipeline import read_archive
from postil.site.pages import archive_files, archive_pages
from postil.site.proof import difference
from postil.site.render import SitePage, SiteSettings

TEXT = Path("source_texts/flood-at-testford")
NOTES = TEXT / "annotations"
GOOD = {"council", "lower-town"}
SOUND = """\
kind: context
label: Test label
target: {exact: the river rose, prefix: "On April 13 "}
body: Test data.
references: [{title: A test reference, publisher: The Gazette, url: "https://example.org/a", archived: "https://example.org/b"}]
creator: {name: Tess Tester}
created: 2026-11-23
"""


def attempts(name: str) -> list[Any]:
    """The cases of the file, each called by its name."""
    found = yaml.load(
        (TESTS / "cases" / "hostile_notes" / f"{name}.yml").read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,
    )
    return [pytest.param(case, id=case["name"].replace(" ", "-")) for case in found]


def content(case: dict[str, str]) -> bytes:
    """The bytes of the attempt's file."""
    words = case.get("value", case.get("body", case.get("file", "")))
    words = case.get("before", "") + words * int(case.get("times", 1)) + case.get("after", "")
    if "file" in case:
        return words.encode()
    note = yaml.load(SOUND, Loader=yaml.BaseLoader)
    here = note
    *path, last = case.get("field", "body").split(".")
    for part in path:
        here = here[int(part)] if part.isdecimal() else here[part]
    here[last] = words
    # JSON is YAML, and every odd character has its escape there; a field a line.
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in note.items()).encode()


def placed(archive: Archive) -> set[str]:
    return {anchor.annotation.id for document in archive.documents for anchor in document.anchors}


def write(archive: Path, raw: bytes, name: str = "attempt.yml") -> Path:
    path = archive / NOTES / name
    path.write_bytes(raw)
    return path


def fault_of(archive: Path) -> tuple[list[Fault], set[str]]:
    """The faults, and the notes that stand; it takes no time worth speaking of."""
    start = time.process_time()
    found, faults = read_archive(archive)
    assert time.process_time() - start < 5
    return list(faults), placed(found)


@pytest.mark.parametrize("case", attempts("refused"))
def test_it_is_refused_in_its_file_at_its_line_and_the_good_notes_stand(
    archive: Path, case: dict[str, str]
) -> None:
    path = write(archive, content(case))

    faults, standing = fault_of(archive)

    assert standing == GOOD
    assert {fault.path for fault in faults} == {path.relative_to(archive).as_posix()}
    hit = next((fault for fault in faults if case["refused"] in f"{fault.field}: {fault.message}"), None)
    assert hit, [str(fault) for fault in faults]
    assert all(char.isprintable() for fault in faults for char in str(fault))
    if "field" in case and hit.line:
        assert case["field"].split(".")[0] in path.read_text().splitlines()[hit.line - 1]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with every attempt that does nothing, beside the good notes."""
    root = tmp_path_factory.mktemp("hostile") / "archive"
    shutil.copytree(MINIMAL, root)
    for number, parameter in enumerate(attempts("inert")):
        write(root, content(parameter.values[0]), f"attempt-{number}.yml")
    return root


@pytest.fixture(scope="module")
def pages(everything: Path) -> dict[str, SitePage]:
    """The pages of that archive."""
    archive, faults = read_archive(everything)
    assert [str(fault) for fault in faults] == []
    assert placed(archive) > GOOD
    settings = SiteSettings("Test archive", "Test data.", "https://example.org/")
    return {page.uri: page for page in archive_pages(archive, settings)}


INERT = attempts("inert")
OWN = {"search.md": ["<form>", "<noscript>"], "review.md": ["<form>", "<textarea>"]}
"""What pages have of themselves that no other has."""


def offences_of(pages: dict[str, SitePage]) -> dict[str, list[str]]:
    return {uri: found for uri, page in pages.items() if (found := offences(page.content, OWN.get(uri, ())))}


@pytest.mark.parametrize("number", range(len(INERT)), ids=[parameter.id for parameter in INERT])
def test_it_stands_on_the_page_and_does_nothing(pages: dict[str, SitePage], number: int) -> None:
    case = INERT[number].values[0]

    elements, addresses, words = notes_in(pages["texts/flood-at-testford.md"].content)[f"attempt-{number}"]

    assert elements <= OF_BODIES
    assert all(re.match(r"(?:https?://[^/@]+(?:/|$|[?#])|mailto:|#|\.\./)", address) for address in addresses)
    assert case["shows"] in words or case["shows"] in " ".join(words.split())
    assert case.get("leads", "") in " ".join(addresses)


def test_no_page_holds_anything_that_acts(pages: dict[str, SitePage]) -> None:
    assert offences_of(pages) == {}


def test_the_text_is_shown_as_it_was_captured(pages: dict[str, SitePage], everything: Path) -> None:
    (document,) = read_archive(everything)[0].documents

    assert difference(pages["texts/flood-at-testford.md"].content, document.source.text) is None


def test_what_is_offered_for_download_is_sound_json(everything: Path) -> None:
    archive, _ = read_archive(everything)
    files = [file for file in archive_files(archive) if file.uri.endswith(("json", "jsonld"))]

    assert len(files) == 2
    for file in files:
        assert json.loads(file.content)


def test_the_whole_site_builds_with_all_of_them(everything: Path, tmp_path: Path) -> None:
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"), "hooks": [str(ROOT / "hooks" / "mkdocs_events.py")], "nav": [], "not_in_nav": "",
        "theme": {"custom_dir": str(ROOT / "hooks" / "postil" / "site" / "theme")}, "docs_dir": str(tmp_path / "docs"),
        "site_dir": str(tmp_path / "site"),
    }  # fmt: skip
    (tmp_path / "docs").mkdir()
    (everything / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    environment = {**os.environ, "POSTIL_SEARCH": "0", "NO_MKDOCS_2_WARNING": "1"}

    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=everything,
        env=environment,
        check=True,
        timeout=300,
    )

    page = (tmp_path / "site/texts/flood-at-testford/index.html").read_text(encoding="utf-8")
    assert GOOD | {f"attempt-{number}" for number in range(len(INERT))} == set(notes_in(page))
    for path in (tmp_path / "site").rglob("*.html"):
        built = path.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in built, path
        assert "<script>alert" not in built, path
        assert f"{7 * 191} " not in built, path


def test_what_is_printed_of_all_that_is_refused_commands_nothing(archive: Path) -> None:
    for number, parameter in enumerate(attempts("refused")):
        write(archive, content(parameter.values[0]), f"attempt-{number}.yml")

    for form in ("human", "github", "json"):
        result = CliRunner().invoke(main, ["check", "--root", str(archive), "--format", form])
        assert result.exit_code == 1
        lines = result.output.splitlines()
        assert all(char.isprintable() for line in lines for char in line), form
        if form == "github":
            assert all(
                line.startswith("::error file=source_texts/flood-at-testford/annotations/attempt-")
                for line in lines
            )
        assert result.output.count("attempt-") >= len(attempts("refused"))


def test_there_are_many_attempts() -> None:
    names = [parameter.id for parameter in (*attempts("refused"), *INERT)]

    assert len(names) == len(set(names)) >= 160


BAD_NAMES = [
    "..yml", "...yml", "a..b.yml", "a b.yml", "A.yml", "é.yml", "-a.yml", "a-.yml", "a--b.yml", "a.yaml", "a.YML", "a", "a.yml.txt",
    "%2e%2e%2fa.yml", "..%2fa.yml", "a\nb.yml", "a\u202elmy.yml", "\x1b[31m.yml", "a\\b.yml", "<script>.yml", "a'b.yml", "a_b.yml",
    "con:.yml", "ａ.yml", "\u200b.yml", "a&b.yml", "::error::x.yml", "{{a}}.yml",
]  # fmt: skip


@pytest.mark.parametrize("name", BAD_NAMES, ids=ascii)
def test_a_name_that_leads_elsewhere_or_means_something_is_refused(archive: Path, name: str) -> None:
    hidden = name.startswith(".")
    write(archive, SOUND.encode(), name)

    faults, standing = fault_of(archive)

    assert standing == GOOD
    assert [fault.message[:15] for fault in faults] == ([] if hidden else ["is no good name"])
    assert all(char.isprintable() for fault in faults for char in str(fault))


OWN_IDS = ["p1", "title", "s1", "c1", "main", "ref", "note", "note-council", "ref-council", "provenance", "text", "search", "index",
           "read", "e1", "postil-page", "constructor", "0", "a" * 200]  # fmt: skip


def test_a_note_called_like_a_part_of_the_page_takes_no_place_of_its(archive: Path) -> None:
    for name in OWN_IDS:
        write(archive, SOUND.encode(), f"{name}.yml")
    found, faults = read_archive(archive)

    pages = {page.uri: page for page in archive_pages(found, SiteSettings("Test archive", "Test data."))}

    assert faults == ()
    assert placed(found) == GOOD | set(OWN_IDS)
    assert offences_of(pages) == {}


def linked_file(path: Path, elsewhere: Path) -> None:
    elsewhere.write_text(SOUND)
    path.symlink_to(elsewhere)


def linked_system_file(path: Path, elsewhere: Path) -> None:
    path.symlink_to("/etc/passwd")


def linked_nowhere(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere / "nowhere")


def linked_to_itself(path: Path, elsewhere: Path) -> None:
    path.symlink_to(path)


def linked_folder(path: Path, elsewhere: Path) -> None:
    elsewhere.mkdir()
    path.symlink_to(elsewhere)


def linked_device(path: Path, elsewhere: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path, elsewhere: Path) -> None:
    os.mkfifo(path)


def folder(path: Path, elsewhere: Path) -> None:
    path.mkdir()


def huge(path: Path, elsewhere: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def utf_16(path: Path, elsewhere: Path) -> None:
    path.write_bytes(SOUND.encode("utf-16"))


def bytes_of_nothing(path: Path, elsewhere: Path) -> None:
    path.write_bytes(bytes(60_000))


def overlong(path: Path, elsewhere: Path) -> None:
    """A slash in two bytes, which no UTF-8 has."""
    path.write_bytes(SOUND.encode() + b"# \xc0\xaf\n")


ODD_FILES = [linked_file, linked_system_file, linked_nowhere, linked_to_itself, linked_folder, linked_device, pipe, folder, huge,
             utf_16, bytes_of_nothing, overlong]  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize("make", ODD_FILES, ids=lambda make: make.__name__)
def test_a_file_that_is_no_plain_file_of_utf_8_is_refused_unread(
    archive: Path, tmp_path: Path, make: Callable[[Path, Path], None]
) -> None:
    make(archive / NOTES / "attempt.yml", tmp_path / "elsewhere")

    faults, standing = fault_of(archive)

    assert standing == GOOD
    assert {fault.path for fault in faults} == {f"{NOTES.as_posix()}/attempt.yml"}


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_folder_of_notes_that_is_a_link_is_refused_unread(archive: Path, tmp_path: Path) -> None:
    (archive / NOTES).rename(tmp_path / "elsewhere")
    (archive / NOTES).symlink_to(tmp_path / "elsewhere")

    faults, standing = fault_of(archive)

    assert [str(fault) for fault in faults] == [
        f"{NOTES.as_posix()}: is a symbolic link; put the file itself here"
    ]
    assert standing == set()
