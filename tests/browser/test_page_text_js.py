"""The page's own reading of the text: the same characters, the same offsets as the canonical text."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from conftest import ROOT
from made_texts import NASTY, annotated
from postil.model import Archive
from postil.site.pages import archive_pages
from postil.site.render import SiteSettings

ASSETS = ROOT / "hooks" / "postil" / "site" / "theme" / "assets" / "postil"
HOST = "http://postil.test/"
TEXT = (
    "Test data\n\nOn April 13 the river rose 🌊 at Testford, 2020. Ada 👩‍🚀 saw e\u0301 it.\n\n"
    "中文句子。\u00a0A second\u00ad paragraph\n\nSoft end 𝔘\n"
)
Reader = Callable[[str, str, Any], Any]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page beside the scripts."""
    page = browser.new_page()

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(HOST).rpartition("/")[2]
        if name.endswith((".js", ".css")):
            route.fulfill(
                path=ASSETS / name, content_type="text/javascript" if name.endswith("js") else "text/css"
            )
        else:
            route.fulfill(body="<!doctype html><meta charset=utf-8><body>", content_type="text/html")

    page.route(HOST + "**", serve)
    page.goto(HOST)
    yield page
    page.close()


def show(page: Page, text: str, *spans: tuple[int, int]) -> None:
    """Puts the reading page of the text, with a note on each span, into the page."""
    made = {
        each.uri: each for each in archive_pages(Archive((annotated(text, *spans),)), SiteSettings("Test"))
    }
    page.evaluate(
        """async html => {
          document.body.innerHTML = html;
          globalThis.article = document.querySelector("[data-postil-text]");
          Object.assign(globalThis, await import("./page_text.js"));
        }""",
        made["texts/test.md"].content,
    )


def spans_of(text: str, count: int = 60) -> list[tuple[int, int]]:
    chance = random.Random(7)
    pairs = (sorted((chance.randint(0, len(text)), chance.randint(0, len(text)))) for _ in range(count))
    return [(start, end) for start, end in pairs if text[start:end].strip()]


@pytest.mark.parametrize("text", [*NASTY, TEXT])
def test_the_text_is_the_canonical_text(page: Page, text: str) -> None:
    show(page, text, (0, 0))

    assert page.evaluate("textOf(article)") == text


def test_notes_and_numbers_are_no_part_of_the_text(page: Page) -> None:
    at = TEXT.index("river")
    show(page, TEXT, (at, at + 5), (at - 4, at + 10))

    assert page.evaluate("textOf(article)") == TEXT
    assert page.locator(".call").count() == 2


def test_any_span_becomes_a_range_and_the_same_span_again(page: Page) -> None:
    at = TEXT.index("river")
    show(page, TEXT, (at, at + 5))

    spans = spans_of(TEXT)
    found = page.evaluate(
        "spans => spans.map(([start, end]) => spanOf(article, rangeOf(article, start, end)))", spans
    )

    assert [(each["start"], each["end"]) for each in found] == spans


def test_any_span_is_drawn_and_taken_out_again_without_a_trace(page: Page) -> None:
    at = TEXT.index("river")
    show(page, TEXT, (at, at + 5))
    before = page.evaluate("article.innerHTML")

    for start, end in spans_of(TEXT, 30):
        drawn = page.evaluate(
            """([start, end]) => {
              const marks = drawNote(article, start, end, "noted is-mine", "mine");
              const words = marks.map(mark => mark.textContent).join("");
              const text = textOf(article);
              eraseNote(marks);
              return {words, text, after: article.innerHTML};
            }""",
            [start, end],
        )

        assert "".join(drawn["words"].split()) == "".join(TEXT[start:end].split())
        assert drawn["text"] == TEXT
        assert drawn["after"] == before


def test_a_block_is_found_by_any_of_its_characters(page: Page) -> None:
    show(page, TEXT)

    for start, _ in spans_of(TEXT):
        block = page.evaluate("at => spanWithin(article, blockOf(article, at))", start)
        assert block["start"] <= start < block["end"] or not TEXT[start].strip()


SELECT = """([first, last]) => {
  const [from, to] = [first, last].map(selector => document.querySelector(selector));
  const range = document.createRange();
  range.setStart(from, 0);
  range.setEnd(to, to.childNodes.length);
  return spanOf(article, range);
}"""


def test_a_selection_that_begins_or_ends_in_the_apparatus_snaps_inward(page: Page) -> None:
    at = TEXT.index("river")
    show(page, TEXT, (at, at + 5))

    found = page.evaluate(SELECT, [".call", ".note__body"])

    assert TEXT[found["start"] : found["end"]].startswith(" rose 🌊")
    assert TEXT[found["start"] : found["end"]].rstrip().endswith("saw e\u0301 it.")


def test_a_selection_that_reaches_out_of_the_article_ends_with_it(page: Page) -> None:
    show(page, TEXT)

    assert page.evaluate(SELECT, [".kicker", ".provenance"]) == {"start": 0, "end": len(TEXT)}


def test_a_selection_without_words_of_the_text_is_none(page: Page) -> None:
    at = TEXT.index("river")
    show(page, TEXT, (at, at + 5))

    assert page.evaluate(SELECT, [".note__head", ".note__body"]) is None
    assert page.evaluate(SELECT, ["#provenance-head", ".provenance"]) is None
    assert page.evaluate("spanOf(article, rangeOf(article, 9, 11))") is None


def test_a_character_of_two_units_is_never_split(page: Page) -> None:
    show(page, TEXT)
    at = TEXT.index("🌊")

    found = page.evaluate(
        """at => {
          const range = rangeOf(article, at, at + 1);
          range.setStart(range.startContainer, range.startOffset + 1);
          return spanOf(article, range);
        }""",
        at,
    )

    assert found == {"start": at, "end": at + 1}
