"""Whole builds: what MkDocs, the hook and the archive make together."""

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from conftest import ROOT
from postil.site import adapter
from postil.site.aside import aside_of
from postil.site.security import with_policy

Builder = Callable[..., Path]


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "pagefind" not in path.parts
    }


def break_a_note(archive: Path) -> Path:
    path = sorted(archive.glob("source_texts/*/annotations/*.yml"))[0]
    lines = [
        "target: {exact: words that stand nowhere}" if "exact" in line else line
        for line in path.read_text().split("\n")
    ]
    path.write_text("\n".join(line for line in lines if not line.startswith("target:") or "exact" in line))
    return path


def test_a_strict_build_of_a_sound_archive_passes(builder: Builder, archive: Path) -> None:
    site = builder()

    (identifier,) = (path.name for path in (archive / "source_texts").iterdir() if path.is_dir())
    for page in ("index.html", f"texts/{identifier}/index.html", "timeline/index.html", "photographs/index.html",
                 "notes/index.html", "search/index.html", "about/index.html", "404.html", "sitemap.xml",
                 f"texts/{identifier}/text.txt", "pagefind/pagefind.js"):  # fmt: skip
        assert (site / page).is_file(), page


def test_the_same_archive_gives_the_same_bytes(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = files_of(builder())
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")

    second = files_of(builder())

    assert first == second


def test_the_real_archive_built_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, time zone, locale and hash seed; in processes of their own, as `make site` does it."""
    sites = []
    for name, place in (
        ("one", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("another folder", {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        root = tmp_path / name
        root.mkdir()
        shutil.copy(ROOT / "mkdocs.yml", root)
        for folder in ("docs", "hooks", "source_texts"):
            shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **place}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        subprocess.run(command, cwd=root, env=environment, check=True)
        sites.append(files_of(root / "site"))

    assert sites[0] == sites[1]


def test_every_page_has_its_policy_and_no_inline_style_or_handler(builder: Builder) -> None:
    for name, content in files_of(builder()).items():
        if name.endswith(".html"):
            page = content.decode()
            assert '<meta http-equiv="Content-Security-Policy"' in page, name
            assert " style=" not in page and "<style" not in page and " onclick=" not in page, name


def test_a_faulty_note_fails_the_build_with_its_place_and_leaves_the_last_good_site(
    builder: Builder, archive: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = files_of(builder())
    path = break_a_note(archive)

    with pytest.raises(Abort):
        builder()

    (error,) = [
        r.getMessage()
        for r in caplog.records
        if r.name == "mkdocs.hooks.postil" and r.levelno == logging.ERROR
    ]
    assert error.startswith(f"{path.relative_to(archive).as_posix()}:")
    assert "target.exact: the quoted words do not stand in the text (0 places)" in error
    assert files_of(archive / "site") == before
    assert not aside_of(archive / "site").exists()


def test_serve_shows_what_is_sound_beside_what_is_not(
    builder: Builder, archive: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = break_a_note(archive)

    site = builder("serve", strict=False, site_dir=str(archive / "served"))

    sound = [path.stem for path in archive.glob("source_texts/*/annotations/*.yml") if path != broken]
    (page,) = (path.read_text(encoding="utf-8") for path in site.glob("texts/*/index.html"))
    assert all(f'id="note-{name}"' in page for name in sound) and sound
    assert f'id="note-{broken.stem}"' not in page
    assert any("words do not stand in the text" in record.getMessage() for record in caplog.records)


def test_a_page_that_loses_a_character_fails_the_build(
    builder: Builder, archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = files_of(builder())
    # MkDocs keeps the hook's functions, not the module: what they call is looked up at each call.
    monkeypatch.setattr(
        "postil.site.adapter.with_policy",
        lambda html, theme, hosts=(): (
            with_policy(html, theme, hosts).replace("\u00a0", " ").replace(" the ", " teh ")
        ),
    )

    with pytest.raises(Abort):
        builder()

    assert any(
        "the page does not show the text as captured" in record.getMessage() for record in caplog.records
    )
    assert files_of(archive / "site") == before


def test_a_warning_fails_a_strict_build_and_the_last_good_site_still_stands(
    builder: Builder, archive: Path
) -> None:
    before = files_of(builder())
    (archive / "docs" / "about.md").write_text("[nowhere](nowhere.md)\n")

    with pytest.raises(Abort):
        builder()

    assert files_of(archive / "site") == before


def test_links_from_handwritten_pages_to_places_in_texts_are_checked(
    builder: Builder, archive: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (identifier,) = (path.name for path in (archive / "source_texts").iterdir() if path.is_dir())
    (archive / "docs" / "about.md").write_text(
        f"[a](texts/{identifier}.md#p1) [b](texts/{identifier}.md#p999)\n"
    )

    with pytest.raises(Abort):
        builder()

    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len([message for message in warnings if "#p999" in message]) == 1
    assert not any("#p1'" in message for message in warnings)


def test_a_search_that_cannot_be_made_costs_nothing_else(
    builder: Builder, archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")

    site = builder(strict=False)

    assert (site / "index.html").is_file()
    assert any("The search index was not made" in record.getMessage() for record in caplog.records)


def test_a_note_added_while_serving_is_there_at_the_next_build(builder: Builder, archive: Path) -> None:
    site = builder("serve", strict=False, site_dir=str(archive / "served"))
    path = sorted(archive.glob("source_texts/*/annotations/*.yml"))[0]
    path.with_name("second-thoughts.yml").write_text(path.read_text())

    builder("serve", strict=False, site_dir=str(archive / "served"))

    (page,) = (file.read_text(encoding="utf-8") for file in site.glob("texts/*/index.html"))
    assert 'id="note-second-thoughts"' in page


def test_settings_that_would_break_the_site_are_refused_in_words(
    builder: Builder, archive: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        builder(use_directory_urls=False)

    assert any("use_directory_urls is off" in record.getMessage() for record in caplog.records)
    with pytest.raises(PluginError, match="--dirty leaves pages out"):
        adapter.on_startup(command="build", dirty=True)


def test_what_a_killed_build_left_behind_is_not_published(builder: Builder, archive: Path) -> None:
    left = aside_of(archive / "site")
    left.mkdir()
    (left / "stale.html").write_text("left by a build that was killed")

    assert not (builder() / "stale.html").exists()


def test_a_site_behind_a_link_is_replaced_where_it_is(
    builder: Builder, archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "published").mkdir()
    (archive / "site").symlink_to(tmp_path / "published")

    builder()
    builder()

    assert (archive / "site").is_symlink()
    assert (tmp_path / "published" / "index.html").is_file()


def test_texts_of_every_language_are_in_one_index(builder: Builder, archive: Path) -> None:
    for path in archive.glob("source_texts/*/record.yml"):
        path.write_text(path.read_text().replace("language: en", "language: fr"))

    entry = json.loads((builder() / "pagefind" / "pagefind-entry.json").read_text())

    assert list(entry["languages"]) == ["en"]


def test_a_token_in_the_repository_s_address_stands_on_no_page(builder: Builder) -> None:
    site = builder(repo_url="https://tess:s3cret@github.com/example/postil/")

    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]

    assert not any("s3cret" in page for page in pages)
    assert any("https://github.com/example/postil" in page for page in pages)
