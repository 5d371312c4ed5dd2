"""The pinned Pagefind still speaks the protocol that `postil.site.pagefind` speaks."""

import json
from pathlib import Path

import pytest

from postil.site.pagefind import Pagefind, PagefindError


def test_pages_and_records_become_one_index(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<html lang="en"><body data-pagefind-body><h1>One</h1><p>words</p></body></html>'
    )

    with Pagefind() as service:
        index = service.call("NewIndex", config={})["index_id"]
        assert service.call("AddDir", index_id=index, path=str(tmp_path), glob=None)["page_count"] == 1
        service.call("AddRecord", index_id=index, url="/x/#y", content="more words", language="en",
                     meta={"title": "Two"}, filters={"kind": ["note"]}, sort={})  # fmt: skip
        service.call("WriteFiles", index_id=index, output_path=str(tmp_path / "pagefind"))

    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text())
    assert entry["version"] == "1.5.2"
    assert entry["languages"]["en"]["page_count"] == 2


def test_an_error_is_raised_in_pagefind_s_own_words() -> None:
    with Pagefind() as service, pytest.raises(PagefindError, match="index"):
        service.call("AddDir", index_id=99, path="nowhere", glob=None)


def test_a_program_that_dies_is_noticed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")

    with Pagefind() as service, pytest.raises(PagefindError):
        service.call("NewIndex", config={})


def test_the_program_is_waited_for_until_its_last_bytes_are_written(tmp_path: Path) -> None:
    """It answers before they are: ended by force then, an index is now and then cut short."""
    with Pagefind() as service:
        index = service.call("NewIndex", config={})["index_id"]
        service.call("AddRecord", index_id=index, url="/x/", content="words", language="en",
                     meta={"title": "One"}, filters={}, sort={})  # fmt: skip
        service.call("WriteFiles", index_id=index, output_path=str(tmp_path))

    assert service._process.returncode == 0
    assert all(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
