import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from captured_again import TEXT, add_former
from made_texts import NASTY
from postil.model import Archive
from postil.pipeline import read_archive
from postil.site import adapter
from postil.site.captures import capture_files, capture_pages, proved_pages
from postil.site.proof import difference
from postil.site.render import Renderer, SitePage, SiteSettings

Builder = Callable[..., Path]
ADDRESS = "texts/flood-at-testford"


@pytest.fixture
def captured_again(archive: Path) -> Path:
    """The smallest archive, whose text had one more sentence, and a note on it."""
    now = (archive / TEXT / "text.txt").read_text(encoding="utf-8")
    before = now.replace("It thanked", "The old dam broke. It thanked").replace("winter came", "winter comes")
    add_former(archive, before.encode())
    folder = archive / TEXT / "unplaced" / "annotations"
    folder.mkdir(parents=True)
    (folder / "dam.yml").write_text(
        "kind: gloss\ntarget: {exact: The old dam broke}\nbody: '*Test data* <b>'\n"
        "creator: {name: Tess Tester}\ncreated: 2026\n"
    )
    assert read_archive(archive)[1] == ()
    return archive


def pages_of(archive: Archive) -> dict[str, SitePage]:
    page = Renderer(SiteSettings("Test archive", "Test data."), "2026-11-23").page
    return {each.uri: each for each in capture_pages(archive, page)}


def test_a_text_that_was_captured_once_has_none_of_these_pages(archive: Path) -> None:
    read, _ = read_archive(archive)

    assert pages_of(read) == {}
    assert list(capture_files(read)) == []
    assert list(proved_pages(read.documents[0])) == [(f"{ADDRESS}/", read.documents[0].source.text)]


def test_the_pages_of_a_text_that_was_captured_again(captured_again: Path) -> None:
    read, _ = read_archive(captured_again)
    (document,) = read.documents
    name = document.former[0].record.sha256[:8]

    pages = pages_of(read)

    assert list(pages) == [
        f"{ADDRESS}/captures.md",
        f"{ADDRESS}/captures/{name}.md",
        f"{ADDRESS}/unplaced.md",
    ]
    changes = pages[f"{ADDRESS}/captures.md"].content
    assert "<del>The old dam broke. </del>" in changes
    assert "<del>comes</del><ins>came</ins>" in changes
    assert "captured twice." in changes
    assert "2 notes on words that both captures have in the same place." in changes
    assert '<a href="../unplaced/#dam">dam</a>' in changes
    unplaced = pages[f"{ADDRESS}/unplaced.md"].content
    assert '<mark class="noted">The old dam broke</mark>' in unplaced
    assert "Why: the words are no longer in the text." in unplaced
    assert "<em>Test data</em> &lt;b&gt;" in unplaced
    former = pages[f"{ADDRESS}/captures/{name}.md"]
    assert difference(former.content, document.former[0].text) is None
    assert difference(former.content, document.source.text) is not None
    assert "was-dam" in former.anchors
    assert all("<script" not in page.content and " style=" not in page.content for page in pages.values())


def test_what_is_said_of_notes_is_true_of_their_words(archive: Path) -> None:
    """One in its place, one whose words stood elsewhere, one on words that are new."""
    now = (archive / TEXT / "text.txt").read_text(encoding="utf-8")
    head, council, rest = now.partition("The council of Testford")
    assert council
    for before, said in (
        (f"{head}A council{rest}", "1 note on words that the older capture does not have"),
        (
            f"{council} was asked.\n\n{head}A council{rest}",
            "1 note on words that both captures have, but not",
        ),
    ):
        shutil.rmtree(archive / TEXT / "captures", ignore_errors=True)
        record = archive / TEXT / "record.yml"
        record.write_text(re.sub(r"replaces: .*\n", "", record.read_text(encoding="utf-8")), encoding="utf-8")
        add_former(archive, before.encode(), b"Test data.")
        read, faults = read_archive(archive)

        changes = pages_of(read)[f"{ADDRESS}/captures.md"].content

        assert faults == ()
        assert "1 note on words that both captures have in the same place." in changes
        assert said in changes
        assert "captured 3 times." in changes


@pytest.mark.parametrize("text", NASTY)
def test_any_former_capture_is_shown_whole(archive: Path, text: str) -> None:
    add_former(archive, text.encode())
    read, faults = read_archive(archive)
    (document,) = read.documents
    if faults:
        pytest.skip("no page can show it")

    (page,) = [page for uri, page in pages_of(read).items() if "/captures/" in uri]

    assert difference(page.content, document.former[0].text) is None


def test_the_built_site_holds_and_proves_them(
    captured_again: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTIL_SEARCH", "0")
    site = builder()

    (former,) = read_archive(captured_again)[0].documents[0].former
    folder = site / ADDRESS / "captures" / former.record.sha256[:8]
    assert (folder / "text.txt").read_bytes() == former.capture
    reading = (site / ADDRESS / "index.html").read_text(encoding="utf-8")
    assert '<a href="captures/">1 former capture, and what changed</a>' in reading
    assert '<a href="unplaced/">1 note without a place</a>' in reading
    for page in (site / ADDRESS).rglob("index.html"):
        for link in re.findall(r'href="(\.\.?/[^"#?]*|[a-z]+/)[#"]', page.read_text(encoding="utf-8")):
            target = (page.parent / link).resolve()
            assert target.exists() or ADDRESS not in target.as_posix(), (page, link)
    shutil.rmtree(site)


def test_a_former_capture_that_is_not_shown_whole_ends_the_build(
    captured_again: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("POSTIL_SEARCH", "0")
    (document,) = read_archive(captured_again)[0].documents
    address = f"{ADDRESS}/captures/{document.former[0].record.sha256[:8]}/"
    monkeypatch.setattr(
        adapter, "proved_pages", lambda document: [(address, document.former[0].text.replace("dam", "dike"))]
    )

    with pytest.raises(Abort):
        builder()
    assert f"{address}: the page does not show the text as captured" in caplog.text
