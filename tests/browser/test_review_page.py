"""The review page: a proposed note on its words, and what hostile proposals and addresses come to."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Error, Locator, Page, Request, Route, expect

from conftest import MINIMAL, ROOT
from postil.site.forge import forge_of

TEXT = "flood-at-testford"
HOST = "https://raw.githubusercontent.com"
FOLDER = f"source_texts/{TEXT}/annotations"
AT = f"{HOST}/example/postil/0123abc/{FOLDER}/boats.yml"
SOUND: dict[str, Any] = {
    "motivation": "commenting",
    "kind": "correction",
    "target": {"exact": "boats came from the next village"},
    "body": "*Test data.* There were no [boats](https://example.org/boats).",
    "references": [
        {
            "title": "A test reference",
            "publisher": "The Testford Gazette",
            "date": "2020-04",
            "url": "https://example.org/reference",
            "archived": "https://archive.example.org/reference",
        }
    ],
    "creator": {"name": "Tess Tester"},
    "created": "2026-11-23",
    "language": "en",
}


def written(**more: Any) -> str:
    return str(yaml.safe_dump({**SOUND, **more}, allow_unicode=True, sort_keys=False))


@dataclass
class Desk:
    """A reviewer's browser: what the raw host answers, and whom the page asked."""

    page: Page
    address: str
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def answer(self, address: str, body: str | bytes, **more: Any) -> None:
        headers = {"access-control-allow-origin": "*", **more.pop("headers", {})}
        self.answers[address] = {"body": body, "headers": headers, "content_type": "text/plain", **more}

    def open(self, query: str = "") -> None:
        self.page.goto(f"{self.address}review/{query}")

    def review(self, body: str | bytes, **more: Any) -> None:
        """Opens the link to a proposal with this content, and waits until it is shown."""
        self.answer(AT, body, **more)
        self.open(f"?text={TEXT}&file={AT}")
        expect(self.page.locator("[data-review-status]")).to_have_text(re.compile(r"shown\.$"))

    @property
    def foreign(self) -> list[str]:
        return [each for each in self.asked if not each.startswith((self.address, "data:", "blob:"))]

    @property
    def marked(self) -> str:
        return "".join(self.page.locator(".noted--proposed").all_text_contents())

    @property
    def faults(self) -> str:
        return "\n".join(self.page.locator(".finding li").all_text_contents())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The smallest archive's site, of a repository at GitHub, served below a path."""
    folder = tmp_path_factory.mktemp("review")
    shutil.copytree(MINIMAL, folder / "source")
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "hooks": [str(ROOT / "hooks" / "mkdocs_events.py")],
        "theme": {"custom_dir": str(ROOT / "hooks" / "postil" / "site" / "theme")},
        "nav": [{"About": "about.md"}],
        "not_in_nav": "",
    }
    (folder / "source" / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (folder / "source" / "docs").mkdir()
    (folder / "source" / "docs" / "about.md").write_text("# About\n\nTest data.\n", encoding="utf-8")
    environment = {
        **os.environ, "NO_MKDOCS_2_WARNING": "1", "POSTIL_SEARCH": "0", "REPO_URL": "https://github.com/example/postil",
    }  # fmt: skip
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(folder / "server" / "archive"),
    ]
    done = subprocess.run(
        command, cwd=folder / "source", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder / "server"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/archive/"
        server.shutdown()


@pytest.fixture
def desk_of(browser: Browser, place: str) -> Iterator[Callable[..., Desk]]:
    contexts = []

    def made(**more: Any) -> Desk:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **more})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        desk = Desk(page, place)

        def answer(route: Route) -> None:
            known = desk.answers.get(route.request.url)
            if known:
                route.fulfill(**known)
            else:
                route.fulfill(status=404, body="", headers={"access-control-allow-origin": "*"})

        page.route(lambda address: not address.startswith(place), answer)

        def asked(request: Request) -> None:
            desk.asked.append(request.url)

        def wrong(error: Error) -> None:
            desk.errors.append(str(error))

        def refuse(dialog: Dialog) -> None:
            desk.errors.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("request", asked)
        page.on("pageerror", wrong)
        page.on("dialog", refuse)
        return desk

    yield made
    for context in contexts:
        context.close()


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Iterator[Desk]:
    made = desk_of()
    yield made
    assert made.errors == []


# --- a sound proposal ---


def test_a_note_is_drawn_on_its_words(desk: Desk) -> None:
    desk.review(written())

    assert desk.marked == "boats came from the next village"
    note = desk.page.locator(".note--proposed")
    assert note.locator(".note__kind").text_content() == "Correction"
    assert note.locator(".note__state").text_content() == "Proposed, not reviewed"
    assert note.locator(".note__body em").text_content() == "Test data."
    link = note.get_by_role("link", name="boats")
    assert link.get_attribute("href") == "https://example.org/boats"
    assert link.get_attribute("rel") == "nofollow ugc noopener"
    assert (
        note.locator(".references").inner_text()
        == "The Testford Gazette, A test reference, April 2020 (kept copy)."
    )
    assert note.get_by_role("link", name="kept copy").get_attribute("rel") == "nofollow ugc noopener"
    assert note.locator(".note__foot").text_content() == "Tess Tester, 23 November 2026"
    expect(note).to_be_focused()
    expect(note).to_be_in_viewport()


def test_a_band_says_that_it_is_not_reviewed_wherever_one_reads(desk: Desk) -> None:
    desk.review(written())
    band = desk.page.locator("[data-review-band]")

    expect(band).to_contain_text("Proposed, not reviewed. These words are not the archive’s.")
    for where in ("0", "document.body.scrollHeight"):
        desk.page.evaluate(f"scrollTo(0, {where})")
        expect(band).to_be_in_viewport() if where != "0" else expect(band).to_be_visible()


def test_the_note_stands_as_the_built_page_has_it(desk: Desk) -> None:
    """The words, the kind, the references and the author of the merged note, by its own file."""
    merged = (MINIMAL / FOLDER / "lower-town.yml").read_text(encoding="utf-8")
    desk.review(merged)
    proposed, built = desk.page.locator(".note--proposed"), desk.page.locator("#note-lower-town")

    def said(note: Locator, part: str) -> str:
        return " ".join(note.locator(part).inner_text().split())

    for part in (".note__kind", ".note__quote", ".note__body", ".references"):
        assert said(proposed, part) == said(built, part)
    assert said(built, ".note__foot").startswith(said(proposed, ".note__foot"))
    for part in (".note__body", ".references"):
        links = "links => links.map(link => [link.href, link.rel])"
        assert proposed.locator(f"{part} a").evaluate_all(links) == built.locator(f"{part} a").evaluate_all(
            links
        )
    assert "paragraph 1" in str(desk.page.locator(".finding").text_content())


def test_what_the_check_finds_is_said(desk: Desk) -> None:
    desk.review(written())
    finding = str(desk.page.locator(".finding").text_content())

    assert "No fault was found." in finding
    assert "boats.yml" in finding and "example/postil at 0123abc" in finding
    assert "once, in paragraph 1" in finding and "takes the place" not in finding

    desk.answer(AT.replace("boats", "council"), written())
    desk.open(f"?text={TEXT}&file={AT.replace('boats', 'council')}")
    expect(desk.page.locator(".finding")).to_contain_text(
        "It takes the place of the note that has this name now."
    )


def test_words_over_two_paragraphs_are_drawn_and_the_text_stays(desk: Desk, place: str) -> None:
    exact = "before dark.\n\n\nTest boats at the landing stage"
    desk.review(written(target={"exact": exact}))
    page = desk.page

    assert "".join(desk.marked.split()) == "".join(exact.split())
    shown = page.evaluate(
        """async () => {
          const { textOf } = await import(new URL("../assets/postil/page_text.js", location.href));
          return textOf(document.querySelector("[data-postil-text]"));
        }"""
    )
    assert shown == (MINIMAL / "source_texts" / TEXT / "text.txt").read_text(encoding="utf-8")


def test_links_of_the_text_lead_where_they_lead_on_its_page(desk: Desk, place: str) -> None:
    desk.review(written())

    links = desk.page.locator("[data-postil-text] a.dated").evaluate_all(
        "links => links.map(link => link.href)"
    )
    assert links and all(link.startswith(f"{place}timeline/#") for link in links)


def test_nobody_is_asked_but_the_raw_host_for_the_one_file(desk: Desk) -> None:
    desk.open()
    expect(desk.page.get_by_label("The text")).to_be_visible()
    assert desk.foreign == []

    desk.review(written())
    assert desk.foreign == [AT]


def test_a_fork_s_file_and_a_proposal_s_state_may_be_read(desk: Desk) -> None:
    for address in (
        f"{HOST}/somebody/postil/my-note/{FOLDER}/boats.yml",
        f"{HOST}/example/postil/refs/pull/12/head/{FOLDER}/boats.yml",
        f"{HOST}/example/postil/refs/heads/notes/on.boats/{FOLDER}/boats.yml",
    ):
        desk.answer(address, written())
        desk.open(f"?text={TEXT}&file={address}")
        expect(desk.page.locator(".note--proposed")).to_be_visible()
        assert desk.foreign[-1] == address


def test_a_proposal_is_found_by_its_number(desk: Desk) -> None:
    desk.answer(f"{HOST}/example/postil/refs/pull/12/head/{FOLDER}/boats.yml", written())

    desk.open(f"?text={TEXT}&name=boats.yml&pull=12")

    expect(desk.page.locator(".note--proposed")).to_be_visible()


def test_where_the_number_is_missing_the_page_asks_for_it_by_keyboard_alone(desk: Desk) -> None:
    desk.answer(f"{HOST}/example/postil/refs/pull/12/head/{FOLDER}/boats.yml", written())
    desk.open(f"?text={TEXT}&name=boats.yml")
    page = desk.page
    expect(page.get_by_role("status").first).to_contain_text("Write the number of the proposal.")
    expect(page.get_by_label("Its number")).to_be_focused()
    assert desk.foreign == []

    page.keyboard.type("12")
    page.keyboard.press("Enter")

    expect(page.locator(".note--proposed")).to_be_focused()
    assert page.url.endswith(f"/review/?text={TEXT}&pull=12&name=boats.yml")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # back to its words
    assert page.evaluate("location.hash") == "#ref-proposed:1"


def test_files_from_the_disk_are_shown_and_sent_nowhere(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "boats.yml").write_text(written(), encoding="utf-8")
    (tmp_path / "Odd Name.yml").write_text(written(target={"exact": "the school"}), encoding="utf-8")
    desk.open()

    desk.page.get_by_label("Files from your disk").set_input_files(
        [tmp_path / "boats.yml", tmp_path / "Odd Name.yml"]
    )
    desk.page.get_by_role("button", name="Show it in its place").click()

    expect(desk.page.locator(".note--proposed")).to_have_count(2)
    assert desk.page.locator(".noted--proposed").all_text_contents() == [
        "the school",
        "boats came from the next village",
    ]
    assert "small letters, digits and single hyphens" in desk.faults
    assert desk.foreign == []


def test_a_bad_file_takes_no_good_one_with_it(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "boats.yml").write_text(written(), encoding="utf-8")
    (tmp_path / "huge.yml").write_bytes(b"#" * 70_000)
    (tmp_path / "odd.yml").write_bytes(b"\xff")
    desk.open()

    desk.page.get_by_label("Files from your disk").set_input_files(sorted(tmp_path.glob("*.yml")))
    desk.page.get_by_role("button", name="Show it in its place").click()

    expect(desk.page.locator(".note--proposed")).to_have_count(1)
    assert desk.marked == "boats came from the next village"
    assert "too large for a note" in desk.faults and "no text in UTF-8" in desk.faults


def test_one_proposal_after_another_leaves_nothing_behind(desk: Desk) -> None:
    desk.open()
    for words in ("the school", "the mill"):
        desk.page.locator("[data-review-fold]").evaluate("fold => { fold.open = true; }")
        desk.page.get_by_label("Or its content, pasted").fill(written(target={"exact": words, "suffix": " "}))
        desk.page.get_by_role("button", name="Show it in its place").click()
        expect(desk.page.locator("[data-review-fold]")).not_to_have_attribute("open", "")

    assert desk.page.locator("[data-postil-text]").count() == 1
    assert desk.page.locator(".finding").count() == 1
    assert desk.foreign == []


# --- a proposal with faults ---


def test_words_that_stand_in_two_places_are_drawn_in_none(desk: Desk) -> None:
    desk.review(written(target={"exact": "the river"}))

    assert desk.marked == ""
    assert "target.exact: the quoted words stand in 2 places" in desk.faults
    expect(desk.page.locator("[data-review-unplaced] .note--proposed")).to_be_visible()
    expect(desk.page.locator("[data-review-band]")).to_contain_text("P1: one fault")


def test_words_that_are_not_in_the_text_are_said(desk: Desk) -> None:
    desk.review(written(target={"exact": "the town of Nowhere"}))

    assert desk.marked == ""
    assert "do not stand in the text (0 places)" in desk.faults


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("kind: [", "Line "),
        ("a: &a [x]\nb: *a\n", "cannot read"),
        ("kind: place\nkind: person\n", "kind"),
        ("!!python/object/apply:os.system ['true']\n", "cannot read"),
        ("<!doctype html><script>document.title = 'pwned'</script>", ""),
        ("", ""),
        ("just words", "cannot read"),
        (written(kind="correktion"), "'correktion' is not one of the words used here"),
        (written(**{"__proto__": {"kind": "place"}}), "__proto__"),
        (written(constructor="x", hasOwnProperty="x"), "constructor"),
        (written(created="yesterday"), "is not a date as used here"),
        (written(body="![x](https://example.org/x.png)"), "has an image"),
        (written(creator={"name": "a\u202eb"}), "U+202E"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(desk: Desk, content: str, said: str) -> None:
    desk.review(content)

    assert said in desk.faults
    assert desk.page.locator(".finding--wrong").count() == 1
    assert desk.page.title().startswith("A proposed note in its place")


# --- a hostile proposal ---

ATTACKS = [
    "<script>document.title = 'pwned'</script>",
    "<img src=x onerror=\"document.title = 'pwned'\">",
    "<svg/onload=document.title='pwned'>",
    "<iframe srcdoc='x'></iframe><style>*{display:none}</style>",
    "[words](javascript:document.title='pwned')",
    "[words](JaVaScRiPt&colon;document.title='pwned')",
    "<javascript:document.title='pwned'>",
    "[words](data:text/html,<script>alert(1)</script>)",
    "[words](https://user@evil.example/)",
    "![x](https://evil.example/x.png) words",
    "</div></div><h1>Reviewed and approved</h1>",
    "&lt;script&gt;document.title = 'pwned'&lt;/script&gt;",
    "> " * 60 + "deep",
    "[" * 2000 + "words",
    "*" * 3000 + "words",
    "\u2066\u202ereversed\u2069 words",
]


@pytest.mark.parametrize("around", ["", "as context"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_proposal_says_does_nothing(desk: Desk, attack: str, around: str) -> None:
    line = " ".join(attack.split())[:900]
    desk.review(
        written(
            body=attack,
            creator={"name": line, "github": line, "orcid": line},
            references=[{"title": line, "publisher": line, "date": line, "url": line, "archived": line}],
            kind=line,
            language=line,
            target={"exact": "boats came from the next village"}
            | ({"prefix": line, "suffix": line} if around else {}),
        )
    )
    desk.page.wait_for_load_state("networkidle")

    assert desk.page.title().startswith("A proposed note in its place")
    assert desk.foreign == [AT]
    for holder in (".note--proposed", ".finding", "[data-review-band]"):
        assert (
            desk.page.locator(f"{holder} :is(script, img, svg, iframe, style, h1, form, object)").count() == 0
        )
    links = desk.page.locator(".note--proposed a, .finding a").evaluate_all(
        "links => links.map(link => link.getAttribute('href')).filter(href => !href.startsWith('#'))"
    )
    assert links == (["https://evil.example/x.png"] if attack.startswith("!") else [])


def test_quoted_words_cannot_take_markup_in(desk: Desk) -> None:
    desk.review(written(target={"exact": "<img src=x onerror=alert(1)>"}))

    assert desk.page.locator(".note__quote").last.text_content() is not None
    assert desk.page.locator(".note--proposed img").count() == 0


def test_a_file_of_any_name_is_shown_as_text(desk: Desk) -> None:
    desk.open()
    file: Any = {
        "name": "<img src=x onerror=alert(1)>.yml",
        "mimeType": "text/html",
        "buffer": written().encode(),
    }

    desk.page.get_by_label("Files from your disk").set_input_files(file)
    desk.page.get_by_role("button", name="Show it in its place").click()

    expect(desk.page.locator(".finding code")).to_have_text("<img src=x onerror=alert(1)>.yml")


# --- hostile addresses and answers ---

REFUSED = [
    f"https://evil.example/example/postil/main/{FOLDER}/boats.yml",
    f"https://raw.githubusercontent.com.evil.example/example/postil/main/{FOLDER}/boats.yml",
    f"https://raw.githubusercontent.com@evil.example/example/postil/main/{FOLDER}/boats.yml",
    f"https://raw.githubusercontent.com:444/example/postil/main/{FOLDER}/boats.yml",
    f"http://raw.githubusercontent.com/example/postil/main/{FOLDER}/boats.yml",
    f"//raw.githubusercontent.com/example/postil/main/{FOLDER}/boats.yml",
    f"https:\\\\raw.githubusercontent.com/example/postil/main/{FOLDER}/boats.yml",
    f"{HOST}/example/postil/main/x y/{FOLDER}/boats.yml",
    f"{HOST}/example/other/main/{FOLDER}/boats.yml",
    f"{HOST}/evil/other/postil/main/{FOLDER}/boats.yml",
    f"{HOST}/example/postil-evil/main/{FOLDER}/boats.yml",
    f"{HOST}/example/postil/{FOLDER}/boats.yml",
    f"{HOST}/example/postil/../../evil/repo/main/{FOLDER}/boats.yml",
    f"{HOST}/example/postil/%2e%2e/%2e%2e/evil/repo/main/{FOLDER}/boats.yml",
    f"{HOST}/example/postil/main/../{FOLDER}/boats.yml",
    f"{HOST}/example/postil/main/source_texts/other-text/annotations/boats.yml",
    f"{HOST}/example/postil/main/source_texts/{TEXT}/reviews/boats.yml",
    f"{HOST}/example/postil/main/{FOLDER}/Boats.yml",
    f"{HOST}/example/postil/main/{FOLDER}/boats.yml?x=1",
    f"{HOST}/example/postil/main/{FOLDER}/boats.yml#x",
    f"{HOST}/example/postil/main/{FOLDER}/boats.yaml",
    f"{HOST}/example/postil/main/{FOLDER}/a/boats.yml",
    f"{HOST}/example/postil//{FOLDER}/boats.yml",
    f"{HOST}/example/postil/main/{'x' * 1_000}/{FOLDER}/boats.yml",
    "javascript:alert(1)",
    "data:text/plain,kind: place",
    "blob:https://evil.example/1",
    "file:///etc/passwd",
    f"../texts/{TEXT}/",
]


def test_no_other_address_is_let_through(desk: Desk) -> None:
    desk.open()
    let_through = desk.page.evaluate(
        """async ([addresses, text]) => {
          const { readAddress } = await import(new URL("../assets/postil/proposal.js", location.href));
          const { forge, project } = JSON.parse(document.getElementById("postil-review").textContent);
          return addresses.filter((address) => {
            try {
              return readAddress(address, forge, project, text);
            } catch (error) {
              return !error.message.startsWith("This page does not fetch from that address.");
            }
          });
        }""",
        [[*REFUSED, AT], TEXT],
    )

    assert let_through == [AT]


@pytest.mark.parametrize("address", [REFUSED[0], REFUSED[2], REFUSED[8], REFUSED[12], REFUSED[-1]])
def test_no_other_address_is_fetched(desk: Desk, address: str) -> None:
    desk.open()
    desk.page.evaluate(
        "([text, file]) => { location.search = new URLSearchParams({ text, file }); }", [TEXT, address]
    )

    expect(desk.page.get_by_role("status").first).to_contain_text(
        "This page does not fetch from that address."
    )
    assert desk.foreign == []
    assert desk.page.locator("[data-review-place]").is_hidden()


@pytest.mark.parametrize(
    "repo_url", ["https://gitlab.com/group/sub/postil", "https://codeberg.org/example/postil"]
)
def test_addresses_of_other_forges_are_made_and_read_alike(desk: Desk, repo_url: str) -> None:
    forge = forge_of(repo_url)
    assert forge
    project = repo_url.split("/", 3)[3]
    desk.open()
    made, name, came = desk.page.evaluate(
        """async ([forge, project, text]) => {
          const { addressOf, readAddress } = await import(new URL("../assets/postil/proposal.js", location.href));
          const made = addressOf(forge, { text, name: "boats", pull: "12" });
          const { name, from } = readAddress(made, forge, project, text);
          return [made, name, from];
        }""",
        [{"raw": forge.raw, "pull": forge.pull}, project, TEXT],
    )

    assert made.startswith(forge.raw_host + "/api/")
    assert (name, came) == ("boats", f"{project} at {forge.pull.replace('{number}', '12')}")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?text=nowhere&name=boats&pull=1", "There is no such text on this site."),
        ("?text=__proto__&name=boats&pull=1", "There is no such text on this site."),
        (f"?text={TEXT}/../x&name=boats&pull=1", "There is no such text on this site."),
        (f"?text={TEXT}&name=boats&pull=1/../../x", "The number of a proposal is written in figures"),
        (f"?text={TEXT}&name=boats&pull=0", "The number of a proposal is written in figures"),
        (f"?text={TEXT}&name=../../boats&pull=1", "The name of a note has small letters"),
        (f"?text={TEXT}&name=boats%3Fx&pull=1", "The name of a note has small letters"),
        (f"?text={TEXT}&name=boats&pull=1&file={AT}", "The link names two proposals"),
    ],
)
def test_wrong_queries_are_refused_with_the_reason(desk: Desk, query: str, said: str) -> None:
    desk.open(query)

    expect(desk.page.get_by_role("status").first).to_contain_text(said)
    assert desk.foreign == []


def test_what_is_not_there_is_said(desk: Desk) -> None:
    desk.open(f"?text={TEXT}&file={AT}")

    expect(desk.page.get_by_role("status").first).to_contain_text("The file is not there")


def test_a_redirection_is_not_followed(desk: Desk) -> None:
    """The test's server sends a folder without its slash to the one with it."""
    desk.open()
    ask = """address => import(new URL("../assets/postil/proposal.js", location.href))
      .then(({ fetchText }) => fetchText(address, 65536)).then(() => "read", (error) => error.message)"""

    assert desk.page.evaluate(ask, f"{desk.address}texts/") == "read"
    assert "leads elsewhere" in desk.page.evaluate(ask, f"{desk.address}texts")


@pytest.mark.parametrize("size", [64 * 1024 + 1, 3_000_000])
def test_a_file_too_large_is_given_up(desk: Desk, size: int) -> None:
    desk.answer(AT, b"#" * size)

    desk.open(f"?text={TEXT}&file={AT}")

    expect(desk.page.get_by_role("status").first).to_contain_text(
        "too large for a note, which has 65,536 bytes"
    )


def test_bytes_that_are_no_text_are_refused(desk: Desk) -> None:
    desk.answer(AT, b"kind: \xff\xfe")

    desk.open(f"?text={TEXT}&file={AT}")

    expect(desk.page.get_by_role("status").first).to_contain_text("The file is no text in UTF-8.")


def test_html_is_read_as_text_whatever_it_is_served_as(desk: Desk) -> None:
    desk.review("<script>document.title = 'pwned'</script>", content_type="text/html")

    assert desk.page.title().startswith("A proposed note in its place")


def test_no_cookie_and_no_address_of_ours_goes_along(desk: Desk) -> None:
    sent: list[Request] = []
    desk.page.context.add_cookies([{"name": "mine", "value": "1", "url": HOST}])

    def keep(request: Request) -> None:
        if request.url == AT:
            sent.append(request)

    desk.page.on("request", keep)

    desk.review(written())

    (headers,) = [request.all_headers() for request in sent]
    assert "cookie" not in headers and "referer" not in headers


def test_the_policy_holds_whatever_the_page_does(desk: Desk, place: str) -> None:
    ask = "address => fetch(address).then(() => 'asked', () => 'refused')"
    desk.answer(AT, "x")
    desk.open()
    assert desk.page.evaluate(ask, "https://evil.example/") == "refused"
    assert desk.page.evaluate(ask, AT) == "asked"

    desk.page.goto(f"{place}texts/{TEXT}/")
    assert desk.page.evaluate(ask, AT) == "refused"


# --- for everybody ---


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk_of: Callable[..., Desk], scheme: str, width: int
) -> None:
    desk = desk_of(viewport={"width": width, "height": 844}, color_scheme=scheme)
    desk.open()
    assert Axe().run(desk.page).violations_count == 0

    for content in (written(), written(kind="no", target={"exact": "the river"})):
        desk.review(content)
        results = Axe().run(desk.page)
        assert results.violations_count == 0, results.generate_report()
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_page_says_where_to_look(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of(java_script_enabled=False)
    desk.open(f"?text={TEXT}&file={AT}")
    assert desk.foreign == []

    expect(desk.page.get_by_text("This page needs JavaScript")).to_be_visible()
    expect(desk.page.get_by_role("button", name="Show it in its place")).to_be_hidden()
    expect(desk.page.locator("[data-review-band]")).to_be_hidden()
