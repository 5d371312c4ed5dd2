from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from conftest import ROOT
from postil.site.forge import Forge, fill, forge_of

PATH = "source_texts/flood/annotations/a-note.yml"
CONTENT = "# é & = ? # + % 一 🌊\nkind: gloss\n"


def made(repo_url: str, kind: str = "", branch: str = "main") -> Forge:
    forge = forge_of(repo_url, kind, branch)
    assert forge
    return forge


@pytest.mark.parametrize(
    ("repo_url", "kind"),
    [
        ("https://github.com/ada/archive", "github"),
        ("https://github.com/ada/archive/", "github"),
        ("https://github.com/ada/archive.git", "github"),
        ("https://gitlab.com/ada/group/archive", "gitlab"),
        ("https://gitlab.example.org/ada/archive", "gitlab"),
        ("https://codeberg.org/ada/archive", "forgejo"),
        ("https://forgejo.example.org/ada/archive", "forgejo"),
        ("https://gitea.com/ada/archive", "gitea"),
        ("https://gitea.example.org:3000/ada/archive", "gitea"),
    ],
)
def test_a_forge_is_known_by_its_host(repo_url: str, kind: str) -> None:
    assert made(repo_url).kind == kind


@pytest.mark.parametrize(
    "repo_url",
    [
        "",
        "https://github.com",
        "https://example.org/ada/archive",
        "https://github.com.example.org/a/b",
        "ssh://git@github.com/ada/archive",
        "git@github.com:ada/archive.git",
        "nonsense",
    ],
)
def test_where_no_forge_is_known_there_is_none(repo_url: str) -> None:
    assert forge_of(repo_url) is None


@pytest.mark.parametrize("host", ["github.com", "gitlab.com", "gitea.example.org:3000", "codeberg.org"])
def test_who_may_fetch_the_repository_is_told_to_nobody(host: str) -> None:
    assert made(f"https://ada:secret@{host}/ada/archive") == made(f"https://{host}/ada/archive")


def test_another_host_s_forge_and_branch_are_named_in_the_settings() -> None:
    forge = made("https://code.example.org/ada/archive", "gitea", "trunk")

    assert forge.history_address(PATH) == f"https://code.example.org/ada/archive/commits/branch/trunk/{PATH}"
    assert forge_of("https://code.example.org/ada/archive", "no-such-forge") is None


@pytest.mark.parametrize(
    ("repo_url", "address", "query"),
    [
        ("https://github.com/ada/archive", "https://github.com/ada/archive/new/main",
         {"filename": PATH, "message": "A note", "value": CONTENT}),
        ("https://gitlab.com/ada/archive", "https://gitlab.com/ada/archive/-/new/main", {"file_name": PATH}),
        ("https://gitea.com/ada/archive", f"https://gitea.com/ada/archive/_new/main/{PATH}", {"value": CONTENT}),
        ("https://codeberg.org/ada/archive",
         "https://codeberg.org/ada/archive/_new/main/source_texts/flood/annotations",
         {"filename": "a-note.yml", "value": CONTENT}),
    ],
)  # fmt: skip
def test_the_page_for_a_new_file_is_filled_in(repo_url: str, address: str, query: dict[str, str]) -> None:
    forge = made(repo_url)
    folder, _, name = PATH.rpartition("/")

    parts = urlsplit(
        fill(forge.new_file, path=PATH, folder=folder, name=name, content=CONTENT, message="A note")
    )

    assert f"{parts.scheme}://{parts.netloc}{unquote(parts.path)}" == address
    assert {name: value for name, (value,) in parse_qs(parts.query).items()} == query
    assert forge.takes_content == (CONTENT in query.values())


@pytest.mark.parametrize(
    ("repo_url", "raw"),
    [
        ("https://github.com/ada/archive", f"https://raw.githubusercontent.com/ada/archive/refs/pull/7/head/{PATH}"),
        ("https://gitlab.com/ada/group/archive",
         "https://gitlab.com/api/v4/projects/ada%2Fgroup%2Farchive/repository/files/"
         f"{PATH.replace('/', '%2F')}/raw?ref=refs/merge-requests/7/head"),
        ("https://codeberg.org/ada/archive",
         f"https://codeberg.org/api/v1/repos/ada/archive/raw/{PATH}?ref=refs/pull/7/head"),
    ],
)  # fmt: skip
def test_a_proposed_file_is_read_as_it_is(repo_url: str, raw: str) -> None:
    forge = made(repo_url)

    assert fill(forge.raw, ref=fill(forge.pull, number="7"), path=PATH) == raw
    assert raw.startswith(forge.raw_host + "/")


@pytest.mark.parametrize(
    ("repo_url", "address", "query"),
    [
        ("https://github.com/ada/archive", "https://github.com/ada/archive/issues/new",
         {"template": "note.yml", "title": "note: x", "exact": "a & b", "body": "one\ntwo"}),
        ("https://codeberg.org/ada/archive", "https://codeberg.org/ada/archive/issues/new",
         {"template": ".github/ISSUE_TEMPLATE/note.yml", "title": "note: x", "field:exact": "a & b", "field:body": "one\ntwo"}),
        ("https://gitlab.com/ada/archive", "https://gitlab.com/ada/archive/-/issues/new",
         {"issue[title]": "note: x",
          "issue[description]": "**exact**\n\n    a & b\n\n**body**\n\n    one\n    two"}),
    ],
)  # fmt: skip
def test_the_form_for_issues_is_filled_in(repo_url: str, address: str, query: dict[str, str]) -> None:
    written = made(repo_url).issue_address("note.yml", "note: x", {"exact": "a & b", "body": "one\ntwo"})

    parts = urlsplit(written)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == address
    assert {name: value for name, (value,) in parse_qs(parts.query).items()} == query


def test_a_form_that_nothing_is_filled_into_has_no_query_of_its_own() -> None:
    assert made("https://github.com/a/b").issue_address("note.yml").endswith("/issues/new?template=note.yml")
    assert made("https://gitlab.com/a/b").issue_address("note.yml").endswith("/issues/new")


def test_every_form_that_is_asked_for_is_there() -> None:
    forge = made("https://codeberg.org/ada/archive")

    for form in ("note.yml", "error.yml", "text.yml"):
        (template,) = parse_qs(urlsplit(forge.issue_address(form)).query)["template"]
        assert (ROOT / template).is_file()
