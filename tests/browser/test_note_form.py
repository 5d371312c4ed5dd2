"""From words of the text to a proposal at the forge, and from there to the note on the built page."""

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

from browser_pages import Open
from conftest import MINIMAL, ROOT
from postil.cli import main
from postil.pipeline import read_archive
from postil.site.forge import forge_of

TEXT = "flood-at-testford"
READING = f"texts/{TEXT}/"
REPO = "https://github.com/example/archive"
NASTY = (
    "",
    "   ",
    "'",
    '"quoted" and \\back\\slash',
    "# not a comment",
    "key: value",
    "- a list\n- of two",
    "no",
    "2020-04-13",
    "null\n~\n...\n---\n",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](https://example.org/x.png)",
    "\u202eevil\u202c \u2066x\u2069",
    "a\u0000b\u0007c\u2028d\u0085e",
    "&amp; &#x3C; %0A%00 +plus+ {{ x }} {% raw %} ${y}",
    "e\u0301 🌊 👩‍🚀 中文 العربية \ufeff\u200b",
    "!!python/object/apply:os.system ['true'] &a *a <<: *a",
    "| literal\n  > folded\n\ttab\t",
    "> > > > > > deep\n\n- - - - - - deeper",
    "x" * 6_000,
)


def build(archive: Path) -> Path:
    """Builds the archive as it is published, at the forge of `REPO`; gives back where the site stands."""
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": "Test data",
        "repo_url": REPO,
        "site_url": "https://archive.example.org/",
        "hooks": [str(ROOT / "hooks" / "mkdocs_events.py")],
        "theme": {"custom_dir": str(ROOT / "hooks" / "postil" / "site" / "theme")},
        "nav": [{"About": "about.md"}],
        "not_in_nav": "",
    }
    (archive / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (archive / "docs").mkdir(exist_ok=True)
    (archive / "docs" / "about.md").write_text("# About\n\nTest data.\n", encoding="utf-8")
    site = archive.parent / "server" / "archive"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "POSTIL_SEARCH": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=archive, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the smallest archive, for proposed notes to be put into."""
    root = tmp_path_factory.mktemp("form") / "archive"
    shutil.copytree(MINIMAL, root)
    return root


@pytest.fixture(scope="module")
def address(archive: Path) -> Iterator[str]:
    """Where its site is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(build(archive).parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/archive/"
        server.shutdown()


def check(archive: Path) -> None:
    """`postil check` passes."""
    done = CliRunner().invoke(main, ["check", "--root", str(archive)])
    assert done.exit_code == 0, done.output


def select(page: Page, words: str) -> None:
    """Selects the words with the mouse, from their first character to their last."""
    (left, top, right, bottom) = page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector("[data-postil-text]"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0 || walker.currentNode.parentElement.closest("[data-apparatus]")) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            range.startContainer.parentElement.scrollIntoView({block: "center"});
            const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)];
            return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
          }
        }""",
        words,
    )
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()


def form(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Add a note")


def write(page: Page, body: str = "Test data. *So* it was.", name: str = "Tess Tester") -> None:
    form(page).get_by_label("Note", exact=True).fill(body)
    form(page).get_by_label("Name or pen name").fill(name)


def proposed(page: Page, press: Callable[[Locator], None] = lambda link: link.click()) -> tuple[str, str]:
    """The path and the content that the forge's page is opened with."""

    def answer(route: Route) -> None:
        route.fulfill(body="Test data", content_type="text/plain")

    page.context.route("https://github.com/**", answer)
    link = form(page).get_by_role("link", name="Propose this note on GitHub")
    form(page).locator(".send__go[href^='https:']").wait_for()
    with page.expect_popup() as popup:
        press(link)
    popup.value.wait_for_load_state()
    parts = urlsplit(popup.value.url)
    popup.value.close()
    assert parts.path == "/example/archive/new/main"
    query = {name: value for name, (value,) in parse_qs(parts.query, strict_parsing=True).items()}
    assert set(query) == {"filename", "message", "value"}
    return query["filename"], query["value"]


def put(archive: Path, path: str, content: str) -> Path:
    """Puts the proposed file where a merge would."""
    assert path.startswith(f"source_texts/{TEXT}/annotations/")
    place = archive / path
    place.write_text(content, encoding="utf-8")
    return place


def note_of(archive: Path, path: str) -> Any:
    (document,) = read_archive(archive)[0].documents
    return next(anchor for anchor in document.anchors if anchor.annotation.path == path)


def test_words_selected_with_the_mouse_become_a_note_on_the_page(open_page: Open, archive: Path) -> None:
    page = open_page(READING)
    select(page, "the mill and the school")
    page.get_by_role("region", name="Selected words").get_by_role("button", name="Add a note").click()
    assert form(page).get_by_label("Words").input_value() == "the mill and the school"
    assert page.locator("mark.is-chosen").all_inner_texts() == ["the mill and the school"]
    form(page).get_by_label("Kind").select_option("correction")
    write(page, "Test data. It **never** closed.\n\n- one\n- two")
    form(page).get_by_role("button", name="Add a reference").click()
    form(page).get_by_label("Title").fill("The Testford Gazette")
    form(page).get_by_label("Address").fill("https://example.org/gazette")
    form(page).get_by_label("GitHub handle").fill("@tess")

    path, content = proposed(page)

    assert content.startswith(
        f"# See it in its place: https://archive.example.org/review/?text={TEXT}&name=correction-"
    )
    place = put(archive, path, content)
    check(archive)
    anchor = note_of(archive, path)
    assert (
        anchor.span.of((MINIMAL / "source_texts" / TEXT / "text.txt").read_text())
        == "the mill and the school"
    )
    assert anchor.annotation.creator.github == "tess"
    build(archive)
    again = open_page(READING)
    note = again.locator(f"#note-{place.stem}")
    assert note.locator("strong").inner_text() == "never"
    assert (
        note.get_by_role("link", name="The Testford Gazette").get_attribute("href")
        == "https://example.org/gazette"
    )
    assert again.locator(f'mark[data-notes~="{place.stem}"]').inner_text() == "the mill and the school"


def test_words_that_stand_twice_get_their_context_by_themselves(open_page: Open, archive: Path) -> None:
    page = open_page(READING)
    select(page, "the next village")
    page.locator(".offer__add").click()
    status = form(page).locator("#write_exact-place")
    assert status.inner_text().startswith(
        "The note speaks of the 1st of the 2 places where these words stand: "
    )
    assert "and boats came from the next village before dark." in status.inner_text()
    assert status.locator("strong").inner_text() == "the next village"
    write(page)

    path, content = proposed(page)

    target = yaml.safe_load(content)["target"]
    assert target["exact"] == "the next village" and (target.get("prefix") or target.get("suffix"))
    put(archive, path, content)
    check(archive)


def test_all_of_it_by_keyboard_alone(open_page: Open, archive: Path) -> None:
    page = open_page(READING)

    def reach(selector: str) -> None:
        for _ in range(80):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not come to {selector}")

    reach("#p1 .add-note")
    page.keyboard.press("Enter")
    form(page).wait_for()
    assert page.evaluate("document.activeElement.id") == "write_kind"
    page.keyboard.type("Gl")
    reach("#write_body")
    page.keyboard.type("Test data, by keyboard.")
    reach("#write_references")
    page.keyboard.press("Enter")
    page.keyboard.type("A reference")
    reach("#write_name")
    page.keyboard.type("Tess Tester")
    reach(".send__go")
    path, content = proposed(page, lambda _: page.keyboard.press("Enter"))

    written = yaml.safe_load(content)
    assert (written["kind"], written["references"]) == ("gloss", [{"title": "A reference"}])
    assert written["target"]["exact"].startswith("This text is test data")
    put(archive, path, content)
    check(archive)
    page.keyboard.press("Escape")
    assert form(page).count() == 0
    assert page.evaluate("document.activeElement.matches('#p1 .add-note')")


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_a_passage_has_its_button_and_the_form_is_a_sheet(
    open_page: Open, archive: Path, width: int
) -> None:
    page = open_page(READING, width=width, has_touch=True, is_mobile=True)
    button = page.get_by_role("button", name="Add a note to paragraph 2")
    box = button.bounding_box()
    assert box and box["height"] >= 44 and box["width"] >= 44
    button.tap()
    form(page).wait_for()
    sheet = form(page).bounding_box()
    assert sheet and (sheet["x"], sheet["width"]) == (0, width)
    form(page).get_by_text("Choose by sentence").tap()
    form(page).get_by_role("checkbox").nth(1).tap()
    assert "thanked the next village" not in form(page).get_by_label("Words").input_value()
    form(page).get_by_role("checkbox").nth(1).tap()
    assert "thanked the next village" in form(page).get_by_label("Words").input_value()
    write(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert form(page).evaluate("form => form.scrollWidth <= form.clientWidth")
    for control in form(page).locator("input, select, textarea").all():
        if control.is_visible() and control.get_attribute("type") != "checkbox":
            assert float(control.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) >= 16
    path, content = proposed(page, lambda link: link.tap())
    put(archive, path, content)
    check(archive)


def test_on_a_phone_selected_words_are_offered_at_the_foot_of_the_screen(open_page: Open) -> None:
    page = open_page(READING, width=390, has_touch=True, is_mobile=True)
    page.evaluate(
        """() => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector("#p1"));
          getSelection().addRange(range);
        }"""
    )

    bar = page.get_by_role("region", name="Selected words")
    bar.wait_for()
    box = bar.bounding_box()
    assert box and box["y"] + box["height"] == 844 and box["width"] == 390
    assert (bar.locator("q").text_content() or "").startswith("This text is test data for Postil")


def test_whatever_is_typed_into_every_field_the_file_passes_the_check(open_page: Open, archive: Path) -> None:
    page = open_page(READING)
    sound = {"write_body": "Test data.", "write_name": "Tess", "write_language": "en"}
    paths = set()
    for nasty in NASTY:
        page.locator("#p1 .add-note").click()
        form(page).get_by_role("button", name="Add a reference").click()
        for control in (
            form(page).locator("input[type=text], input[type=url], textarea:not([readonly])").all()
        ):
            control.evaluate(
                """(control, value) => {
                  control.focus();
                  control.value = value;
                  control.dispatchEvent(new Event("input", {bubbles: true}));
                  control.dispatchEvent(new Event("change", {bubbles: true}));
                }""",
                nasty,
            )
        page.wait_for_timeout(300)
        form(page).locator(".send__go:visible, .send__page:visible").first.click()
        assert form(page).get_by_role("group", name="Before it can be sent").is_visible()
        form(page).get_by_label("Words").fill("the river rose at Testford")
        page.wait_for_timeout(600)
        unsaid = form(page).evaluate(
            """(form, sound) => {
              const wrong = [...form.querySelectorAll("[aria-invalid=true]")];
              const said = each => each.getAttribute("aria-describedby").split(" ").at(-1);
              const unsaid = wrong.filter(each => !document.getElementById(said(each)).textContent);
              for (const control of wrong) {
                control.value = sound[control.id] ?? (control.dataset.part === "title" ? "Test data" : "");
                control.dispatchEvent(new Event("input", {bubbles: true}));
              }
              return unsaid.map(control => control.id);
            }""",
            sound,
        )
        assert unsaid == []
        page.wait_for_timeout(400)
        assert form(page).locator("[aria-invalid=true]").count() == 0, nasty
        content = form(page).locator("#write_file").input_value()
        path = page.evaluate("document.querySelector('.send__path').textContent")
        put(archive, path, content)
        paths.add(path)
        page.keyboard.press("Escape")

    check(archive)
    assert len(paths) >= 15
    build(archive)


def test_faults_are_said_at_their_fields_and_in_a_summary(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    form(page).get_by_label("ORCID").fill("123")
    form(page).get_by_role("link", name="Propose this note").click()

    summary = form(page).get_by_role("group", name="Before it can be sent")
    assert summary.get_by_role("button").count() == 3
    assert page.evaluate("document.activeElement.id") == "write_faults"
    name = form(page).get_by_label("Name or pen name")
    assert name.get_attribute("aria-invalid") == "true"
    described = (name.get_attribute("aria-describedby") or "").split()
    assert page.locator(f"#{described[-1]}").inner_text() == "Write your name, or a pen name."
    summary.get_by_role("button", name="Name or pen name").click()
    assert page.evaluate("document.activeElement.id") == "write_name"
    page.keyboard.type("Tess")
    summary.get_by_role("button", name="Name or pen name").wait_for(state="detached")
    assert summary.get_by_role("button").count() == 2


def test_words_that_are_not_in_the_text_cannot_be_sent(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    write(page)
    form(page).get_by_label("Words").fill("no such words stand here")
    page.get_by_text("These words do not stand in the text. Copy them").wait_for()
    assert page.locator("mark.is-chosen").count() == 0
    form(page).get_by_label("Words").fill("the mill and the schoolhouse")
    page.get_by_text("After “the mill and the” it reads “school were closed, and boats …”.").wait_for()

    form(page).get_by_role("link", name="Propose this note").click()

    assert form(page).get_by_role("group", name="Before it can be sent").is_visible()


def test_of_words_in_several_places_one_is_chosen(open_page: Open) -> None:
    page = open_page(READING)
    page.locator(".text__byline .add-note").click()
    form(page).get_by_label("Words").fill("the next village")
    places = form(page).locator(".words__choices button")
    places.first.wait_for()
    assert places.count() == 2
    assert "It thanked the next village, where the lower\xa0town slept" in places.nth(1).inner_text()
    form(page).get_by_label("Words").fill("the")
    form(page).get_by_text("more; write more of the words").wait_for()
    assert places.count() == 12
    form(page).get_by_label("Words").fill("the next village")
    form(page).get_by_text("more; write more of the words").wait_for(state="detached")

    places.nth(1).click()

    assert page.locator("mark.is-chosen").count() == 1
    assert page.locator("#p2 mark.is-chosen").count() == 1


def test_the_preview_is_what_the_site_will_show(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    write(page, "**a** [b](https://example.org/) <i>c</i>")

    preview = form(page).get_by_role("group", name="As it will look")
    preview.locator("strong").wait_for()
    assert preview.locator("a").get_attribute("href") == "https://example.org/"
    assert preview.locator("i").count() == 0


def test_a_note_that_is_too_long_is_copied_or_downloaded(open_page: Open, archive: Path) -> None:
    page = open_page(READING, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#p1 .add-note").click()
    write(page, "Test data " * 450)
    form(page).get_by_text("too long for an address").wait_for()
    assert not form(page).get_by_role("link", name="Propose this note").is_visible()

    form(page).get_by_role("button", name="Copy the file").click()
    form(page).get_by_text("Copied.").wait_for()
    form(page).get_by_text("Is it on its way?").wait_for()
    form(page).get_by_label("Name or pen name").fill("Another name")
    form(page).get_by_text("Copied.").wait_for(state="detached")
    assert not form(page).get_by_text("Is it on its way?").is_visible()
    form(page).get_by_label("Name or pen name").fill("Tess Tester")
    copied = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as saved:
        form(page).get_by_role("button", name="Download the file").click()
    content = saved.value.path().read_text(encoding="utf-8")

    assert content == copied
    opened = form(page).get_by_role("link", name="page for a new file").get_attribute("href") or ""
    query = parse_qs(urlsplit(opened).query)
    assert query["filename"] == [f"source_texts/{TEXT}/annotations/{saved.value.suggested_filename}"]
    issue = form(page).get_by_role("link", name="issue form").get_attribute("href") or ""
    assert len(issue) <= 4_000 and parse_qs(urlsplit(issue).query)["text"] == [TEXT]
    put(archive, query["filename"][0], content)
    check(archive)


def at_forge(page: Page, repo_url: str, **more: str) -> None:
    """Opens the page as a build for another repository writes it."""
    forge = forge_of(repo_url)

    def rewrite(route: Route) -> None:
        answer = route.fetch()
        html = answer.text()
        start = html.index('id="postil-page">') + len('id="postil-page">')
        end = html.index("</script>", start)
        data = json.loads(html[start:end]) | more
        data["forge"] = forge.for_pages() if forge else {"kind": ""}
        route.fulfill(
            response=answer, body=html[:start] + json.dumps(data).replace("<", "\\u003c") + html[end:]
        )

    page.route(f"**/{READING}", rewrite)
    page.reload()


@pytest.mark.parametrize(
    ("repo_url", "label", "start"),
    [
        ("https://gitea.com/a/b", "Gitea", f"https://gitea.com/a/b/_new/main/source_texts/{TEXT}/annotations/context-"),
        ("https://codeberg.org/a/b", "Forgejo", f"https://codeberg.org/a/b/_new/main/source_texts/{TEXT}/annotations?filename=context-"),
    ],
)  # fmt: skip
def test_another_forge_has_an_address_of_its_own(
    open_page: Open, archive: Path, repo_url: str, label: str, start: str
) -> None:
    page = open_page(READING)
    at_forge(page, repo_url)
    page.locator("#p1 .add-note").click()
    write(page)
    form(page).locator(".send__go[href^='https:']").wait_for()

    href = form(page).get_by_role("link", name=f"Propose this note on {label}").get_attribute("href") or ""

    assert href.startswith(start)
    parts = urlsplit(href)
    query = parse_qs(parts.query)
    folder = unquote(parts.path).partition("/main/")[2]
    path = folder if folder.endswith(".yml") else f"{folder}/{query['filename'][0]}"
    put(archive, path, query["value"][0])
    check(archive)


def test_where_the_forge_takes_no_content_it_is_copied_and_the_page_is_opened_with_its_name(
    open_page: Open,
) -> None:
    page = open_page(READING)
    at_forge(page, "https://gitlab.com/a/group/b")
    page.locator("#p1 .add-note").click()
    write(page)
    form(page).locator(".send__page[href^='https:']").wait_for()

    href = (
        form(page).get_by_role("link", name="Open GitLab’s page for a new file").get_attribute("href") or ""
    )

    assert href.startswith(
        f"https://gitlab.com/a/group/b/-/new/main?file_name=source_texts/{TEXT}/annotations/context-"
    )
    assert form(page).get_by_role("button", name="Copy the file").is_visible()
    assert not form(page).locator(".send__go").is_visible()


def test_without_a_forge_the_file_is_kept_and_names_no_address_that_only_this_machine_has(
    open_page: Open,
) -> None:
    page = open_page(READING)
    at_forge(page, "", site="")
    page.locator("#p1 .add-note").click()
    write(page)

    form(page).get_by_text("names no repository").wait_for()
    with page.expect_download() as saved:
        form(page).get_by_role("button", name="Download the file").click()
    assert saved.value.suggested_filename.endswith(".yml")
    assert saved.value.path().read_text(encoding="utf-8").startswith("motivation: commenting\n")
    assert form(page).locator(".send a:visible").count() == 0


def test_a_draft_outlives_escape_and_reload_and_is_removed_when_it_is_sent(open_page: Open) -> None:
    page = open_page(READING)
    select(page, "sand, rope")
    page.locator(".offer__add").click()
    write(page, "Test data, not done yet")
    page.keyboard.press("Escape")
    page.reload()

    drafts = page.get_by_role("region", name="Your drafts")
    assert drafts.get_by_text("sand, rope").is_visible()
    drafts.get_by_role("button", name="Open").click()
    assert form(page).get_by_label("Note", exact=True).input_value() == "Test data, not done yet"
    assert form(page).get_by_label("Name or pen name").input_value() == "Tess Tester"
    assert page.locator("mark.is-chosen").all_inner_texts() == ["sand, rope"]

    proposed(page)
    assert drafts.get_by_role("listitem").count() == 1
    form(page).get_by_role("button", name="Yes, remove the draft").click()
    assert not drafts.is_visible()


def test_several_drafts_go_into_one_file_that_import_takes(open_page: Open, tmp_path: Path) -> None:
    page = open_page(READING)
    for words in ("more boats", "the river fell"):
        select(page, words)
        page.locator(".offer__add").click()
        write(page, f"Test data on {words}")
        page.keyboard.press("Escape")
    drafts = page.get_by_role("region", name="Your drafts")
    assert drafts.get_by_role("listitem").count() == 2

    with page.expect_download() as saved:
        drafts.get_by_role("button", name="Download all").click()

    read = json.loads(saved.value.path().read_text(encoding="utf-8"))
    text = (MINIMAL / "source_texts" / TEXT / "text.txt").read_text()
    assert (read["@context"], read["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    quoted = []
    for item in read["items"]:
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert item["creator"] == {"type": "Person", "name": "Tess Tester"}
        quoted.append(quote["exact"])
    assert quoted == ["more boats", "the river fell"]
    root = tmp_path / "archive"
    shutil.copytree(MINIMAL, root)
    done = CliRunner().invoke(main, ["import", TEXT, str(saved.value.path()), "--root", str(root)])
    assert done.exit_code == 0, done.output
    check(root)
    assert len(list((root / "source_texts" / TEXT / "annotations").iterdir())) == 4


def test_a_deleted_draft_comes_back(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    write(page)
    page.keyboard.press("Escape")
    drafts = page.get_by_role("region", name="Your drafts")

    drafts.get_by_role("button", name="Delete").click()
    assert drafts.get_by_role("listitem").count() == 0
    drafts.get_by_role("button", name="Undo").click()
    assert drafts.get_by_role("listitem").count() == 1


def test_a_form_in_which_nothing_was_written_leaves_no_draft(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    form(page).wait_for()
    page.keyboard.press("Escape")

    assert form(page).count() == 0
    assert not page.get_by_role("region", name="Your drafts").is_visible()


@pytest.fixture
def refusing(browser: Browser, address: str) -> Iterator[Page]:
    """A browser that lets pages keep nothing."""
    context: BrowserContext = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = context.new_page()
    page.goto(address + READING)
    yield page
    context.close()


def test_a_browser_that_keeps_nothing_still_writes_notes(refusing: Page, archive: Path) -> None:
    page = refusing
    page.locator("#p1 .add-note").click()
    write(page)
    page.get_by_text("keeps no drafts").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("region", name="Your drafts").get_by_role("button", name="Open").click()

    path, content = proposed(page)

    put(archive, path, content)
    check(archive)


def test_while_the_form_is_open_selected_words_take_the_place_of_the_others(open_page: Open) -> None:
    page = open_page(READING, width=1440)
    page.locator("#p1 .add-note").click()
    write(page)
    page.locator(".text__title").click()
    select(page, "more boats")
    page.get_by_role("button", name="Use these words").click()

    assert page.evaluate("document.activeElement.id") == "write_exact"
    assert form(page).get_by_label("Words").input_value() == "more boats"
    assert form(page).get_by_label("Note", exact=True).input_value() == "Test data. *So* it was."


@pytest.mark.parametrize("width", [1220, 1440, 1000])
def test_the_form_stands_beside_the_text(open_page: Open, width: int) -> None:
    page = open_page(READING, width=width)
    page.locator("#p1 .add-note").click()
    panel, paragraph = form(page).bounding_box(), page.locator("#p1").bounding_box()

    assert panel and paragraph and paragraph["x"] + paragraph["width"] <= panel["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_with_the_form_open(open_page: Open, scheme: str, width: int) -> None:
    page = open_page(READING, width=width, scheme=scheme)
    page.locator("#p1 .add-note").click()
    write(page)
    form(page).get_by_role("button", name="Add a reference").click()
    form(page).get_by_text("Choose by sentence").click()
    form(page).get_by_text("Other ways").click()
    form(page).get_by_label("ORCID").fill("1")
    form(page).get_by_role("link", name="Propose this note").click()
    page.wait_for_timeout(300)

    results = Axe().run(page)

    assert results.violations_count == 0, results.generate_report()


def test_without_javascript_the_way_is_the_issue_form(open_page: Open) -> None:
    page = open_page(READING, javascript=False)

    link = page.get_by_role("link", name="Add a note to this text")
    assert link.get_attribute("href") == f"{REPO}/issues/new?template=note.yml&text={TEXT}"
    assert page.get_by_role("button", name="Add a note").count() == 0


def test_nothing_of_it_is_printed(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    write(page)
    page.emulate_media(media="print")

    assert not form(page).is_visible()
    assert page.locator(".add-note:visible").count() == 0


def test_words_over_several_passages_are_one_quote(open_page: Open, archive: Path) -> None:
    page = open_page(READING)
    page.evaluate(
        """() => {
          const [first, last] = ["#p1", "#p2"].map(each => document.querySelector(each));
          const range = document.createRange();
          range.setStart(first, 0);
          range.setEnd(last, last.childNodes.length);
          getSelection().addRange(range);
        }"""
    )
    page.locator(".offer__add").click()
    form(page).get_by_text("They are many: mark only those that you speak of.").wait_for()
    write(page)

    path, content = proposed(page)

    quoted = yaml.safe_load(content)["target"]["exact"]
    assert quoted.startswith("This text is test data") and quoted.endswith("before another winter came.")
    assert "Test boats" in quoted and "Add a note" not in quoted
    put(archive, path, content)
    check(archive)


def test_where_the_form_cannot_be_fetched_the_page_shows_the_way_without_it(open_page: Open) -> None:
    page = open_page(READING, allow="net::ERR_FAILED")
    page.route("**/note_form.js", lambda route: route.abort())
    page.locator("#p1 .add-note").click()

    page.wait_for_timeout(300)
    box = page.locator("#provenance").bounding_box()
    assert box and 0 <= box["y"] < 844
    assert form(page).count() == 0


def test_the_keyboard_comes_from_selected_words_to_the_bar_and_to_the_passage_s_button(
    open_page: Open,
) -> None:
    page = open_page(READING)
    select(page, "sand, rope")
    bar = page.get_by_role("region", name="Selected words")
    bar.wait_for()
    page.locator("#p2 .add-note").focus()
    page.keyboard.press("Enter")
    assert form(page).get_by_label("Words").input_value() == "sand, rope"
    assert not bar.is_visible()

    page.keyboard.press("Escape")
    page.reload()
    select(page, "more boats")
    bar.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.offer__add')")
    page.keyboard.press("Escape")
    assert not bar.is_visible()


def test_where_the_page_shows_other_words_than_the_text_nothing_is_offered(open_page: Open) -> None:
    page = open_page(READING)
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.querySelector("#p1"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode())
            walker.currentNode.data = walker.currentNode.data.replace("This text is test data", "Das sind Daten der Probe");
        }"""
    )
    select(page, "sand, rope")
    page.get_by_role("status").get_by_text("perhaps by a translation").wait_for()
    assert not page.get_by_role("region", name="Selected words").is_visible()
    page.get_by_role("button", name="Close").click()

    page.locator("#p2 .add-note").click()

    page.get_by_role("button", name="Reload").click()
    page.locator("#p2 .add-note").click()
    form(page).wait_for()


def test_a_middle_click_opens_a_sound_note_and_no_other(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    form(page).get_by_role("link", name="Propose this note").click(button="middle")
    assert form(page).get_by_role("group", name="Before it can be sent").is_visible()
    assert form(page).locator(".send a[href]").count() == 0
    assert len(page.context.pages) == 1

    write(page)
    form(page).locator(".send__go[href^='https:']").wait_for()
    with page.context.expect_page():
        form(page).get_by_role("link", name="Propose this note").click(button="middle")

    assert form(page).get_by_text("Is it on its way?").is_visible()


def test_faults_of_references_are_said_at_their_rows_and_those_of_all_at_the_list(open_page: Open) -> None:
    page = open_page(READING)
    page.locator("#p1 .add-note").click()
    write(page)
    for at in range(2):
        form(page).get_by_role("button", name="Add a reference").click()
        form(page).get_by_label("Title").nth(at).fill("\u2066" if at == 0 else "Test data")
    form(page).get_by_label("Address").nth(1).fill("nowhere")
    form(page).get_by_role("link", name="Propose this note").click()
    summary = form(page).get_by_role("group", name="Before it can be sent")
    assert summary.get_by_role("button").all_inner_texts() == [
        "Address: This is not a web address; write it in full, as in https://example.org/page."
    ]
    assert form(page).get_by_label("Address").nth(0).get_attribute("aria-invalid") is None
    summary.get_by_role("button").click()
    assert page.evaluate("document.activeElement === document.querySelectorAll('[data-part=url]')[1]")

    form(page).get_by_label("Address").nth(1).fill("")
    form(page).get_by_label("Title").nth(1).fill("")
    summary.wait_for(state="hidden")
    assert form(page).locator("[aria-invalid]").count() == 0
    form(page).get_by_label("Title").nth(1).fill("Test data")
    form(page).get_by_label("Address").nth(1).fill("nowhere")
    form(page).get_by_role("link", name="Propose this note").click()

    address = "https://example.org/" + "x" * 1_900
    for at in range(20):
        if at > 1:
            form(page).get_by_role("button", name="Add a reference").click()
        for label, value in (("Title", "😀" * 1_000), ("Address", address), ("Kept copy", address)):
            form(page).get_by_label(label).nth(at).fill(value)
    summary.get_by_role("button", name="References: They are too much for one file").click()
    assert page.evaluate("document.activeElement.matches('fieldset')")


def test_an_orcid_is_seen_whole_and_the_head_covers_no_field(open_page: Open) -> None:
    page = open_page(READING, width=1440)
    page.locator("#p1 .add-note").click()
    orcid = form(page).get_by_label("ORCID")
    orcid.fill("0000-0002-1825-0097")
    assert orcid.evaluate("input => input.scrollWidth <= input.clientWidth")

    for width, height in ((1440, 844), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        form(page).get_by_label("Language of the note").focus()
        for control in ("github", "orcid", "name", "references", "body", "kind"):
            page.keyboard.press("Shift+Tab")
            assert page.evaluate("document.activeElement.id") == f"write_{control}"
            assert page.evaluate(
                """() => {
                  const {left, top, width} = document.activeElement.getBoundingClientRect();
                  return document.elementFromPoint(left + width / 2, top + 2) === document.activeElement;
                }"""
            )


def test_a_note_may_have_the_name_of_a_part_of_the_form(open_page: Open, archive: Path) -> None:
    notes = archive / "source_texts" / TEXT / "annotations"
    names = ("body", "kind", "exact", "name", "form-head", "body-fault", "name-fault")
    for name in names:
        shutil.copy(notes / "council.yml", notes / f"{name}.yml")
    build(archive)
    page = open_page(READING)
    before = page.locator(".note").all_text_contents()
    page.locator("#p1 .add-note").click()
    form(page).get_by_label("Kind").select_option("gloss")
    form(page).get_by_role("link", name="Propose this note").click()
    assert form(page).get_by_text("Write the note.", exact=True).is_visible()
    write(page)
    form(page).get_by_label("Words").fill("sand, rope")

    assert page.locator(".note").all_text_contents() == before and len(before) > len(names)
    doubled = """() => {
      const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    }"""
    assert page.evaluate(doubled) == []
