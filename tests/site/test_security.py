import base64
import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.site.security import with_policy


def policy_of(page: str) -> dict[str, str]:
    content = page.split('Content-Security-Policy" content="', 1)[1].split('"', 1)[0]
    return dict(directive.split(" ", 1) for directive in content.split("; "))


def test_the_policy_is_the_first_thing_in_the_head() -> None:
    page = with_policy("<html><head>\n<title>x</title></head></html>", "")

    assert page.startswith(
        '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    )


def test_nothing_but_the_site_itself_may_be_asked() -> None:
    policy = policy_of(with_policy("<head></head>", ""))

    assert policy == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "object-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
    }


def test_inline_scripts_are_allowed_by_their_hash_alone() -> None:
    code = "document.title = 'x'"
    theme = f"<head></head><script>{code}</script>"
    page = with_policy(theme, theme)

    expected = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert policy_of(page)["script-src"] == f"'self' 'wasm-unsafe-eval' 'sha256-{expected}'"


def test_files_and_data_need_no_hash() -> None:
    theme = '<head></head><script src="a.js"></script><script type="application/json">{}</script>'
    page = with_policy(theme, theme)

    assert "sha256" not in policy_of(page)["script-src"]


def test_a_script_that_came_in_with_the_archive_s_words_is_not_allowed() -> None:
    page = with_policy(
        "<head></head><script>good()</script><p><script>bad()</script></p>", "<script>good()</script><p></p>"
    )

    assert policy_of(page)["script-src"].count("sha256") == 1
    assert policy_of(page) == policy_of(with_policy("<head></head>", "<script>good()</script>"))


def test_a_page_that_asks_another_host_names_it_and_changes_nothing_else() -> None:
    plain = policy_of(with_policy("<head></head>", ""))
    asking = policy_of(with_policy("<head></head>", "", ("https://raw.example.org",)))

    assert asking == {**plain, "connect-src": "'self' https://raw.example.org"}


def test_of_all_pages_only_the_review_page_asks_another_host(
    builder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "https://github.com/example/postil")
    monkeypatch.setenv("POSTIL_SEARCH", "0")
    site = builder()

    asked = {
        path.relative_to(site).as_posix(): policy_of(path.read_text(encoding="utf-8"))["connect-src"]
        for path in site.rglob("*.html")
    }

    assert len(asked) > 8
    assert {path: hosts for path, hosts in asked.items() if hosts != "'self'"} == {
        "review/index.html": "'self' https://raw.githubusercontent.com"
    }


def test_the_review_page_is_in_no_menu_no_search_engine_and_no_search(
    builder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "https://github.com/example/postil")
    site = builder()
    pages = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }

    hidden = [path for path, page in pages.items() if '<meta name="robots" content="noindex">' in page]
    assert hidden == ["review/index.html"]
    assert 'href="../review/"' not in "".join(pages.values())
    fragments = [gzip.decompress(path.read_bytes()) for path in (site / "pagefind").rglob("*.pf_fragment")]
    assert len(fragments) > 3
    assert not any(b"review/" in fragment for fragment in fragments)
