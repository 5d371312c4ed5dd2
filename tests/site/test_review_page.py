import json
import re
from typing import Any

import pytest

from postil.model import AnnotatedDocument, Archive
from postil.site.forge import forge_of
from postil.site.render import Renderer, SitePage, SiteSettings
from postil.site.review_page import review_pages

REPOSITORY = "https://github.com/example/postil"


def page_of(repo_url: str, *documents: AnnotatedDocument) -> SitePage:
    settings = SiteSettings("Test archive", "Test data.", "", repo_url, forge_of(repo_url))
    (made,) = review_pages(Archive(documents), settings, Renderer(settings, "2026-11-24").page)
    return made


def data_of(page: SitePage) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="postil-review">(.*?)</script>', page.content)
    assert found
    return dict(json.loads(found[1]))


def test_the_page_may_ask_the_forge_s_raw_host_and_none_other(document: AnnotatedDocument) -> None:
    page = page_of(REPOSITORY, document)

    assert page.uri == "review.md"
    assert page.hosts == ("https://raw.githubusercontent.com",)
    assert data_of(page) == {
        "texts": [["flood-at-testford", "Test data: The Flood at Testford"]],
        "kinds": data_of(page)["kinds"],
        "most": 64 * 1024,
        "forge": {
            "label": "GitHub",
            "raw": "https://raw.githubusercontent.com/example/postil/{ref}/{path}",
            "pull": "refs/pull/{number}/head",
        },
        "project": "example/postil",
    }
    assert ["capture-note", "On the capture"] in data_of(page)["kinds"]


@pytest.mark.parametrize(
    ("repo_url", "host"),
    [
        ("https://gitlab.com/group/sub/postil", "https://gitlab.com"),
        ("https://codeberg.org/example/postil", "https://codeberg.org"),
    ],
)
def test_of_another_forge_it_is_the_forge_itself(repo_url: str, host: str) -> None:
    assert page_of(repo_url).hosts == (host,)


@pytest.mark.parametrize("repo_url", ["", "https://git.example.org/a/b"])
def test_where_no_forge_is_known_nobody_is_asked(document: AnnotatedDocument, repo_url: str) -> None:
    page = page_of(repo_url, document)

    assert page.hosts == ()
    assert data_of(page)["forge"] is None
    assert 'name="pull"' not in page.content and 'name="file"' not in page.content
    assert 'name="disk"' in page.content and 'name="pasted"' in page.content


def test_without_a_script_it_says_where_to_look(document: AnnotatedDocument) -> None:
    content = page_of(REPOSITORY, document).content
    without = content.split("<p data-review-without>")[1].split("</p>")[0]

    assert "This page needs JavaScript" in without
    assert "at GitHub: the summary of its check shows each note beside its passage" in without
    assert content.count(" hidden>") == 3  # what only a script can fill
