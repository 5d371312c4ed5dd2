"""The reading page, as a reader uses it."""

from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from browser_pages import PAGES, TEXT, Open
from conftest import ROOT
from made_texts import NASTY, annotated
from postil.intake import canonical_text
from postil.model import Archive
from postil.pipeline import read_archive
from postil.site.forge import forge_of
from postil.site.pages import archive_pages
from postil.site.render import SiteSettings

CAPTURE = canonical_text((ROOT / "source_texts" / TEXT / "text.txt").read_bytes(), "utf-8")
SHOWN = """() => {
  const copy = document.querySelector("[data-postil-text]").cloneNode(true);
  for (const part of copy.querySelectorAll("[data-apparatus]")) part.remove();
  return copy.textContent;
}"""


def boxes(page: Page, selector: str) -> list[dict[str, Any]]:
    """The places of the visible elements that match, with their ids."""
    found: list[dict[str, Any]] = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => {
          const {left, right, top, bottom} = e.getBoundingClientRect();
          return {id: e.id, left, right, top, bottom};
        })""",
        selector,
    )
    return found


def test_the_browser_shows_the_capture_character_for_character(open_page: Open) -> None:
    assert open_page(PAGES["reading"]).evaluate(SHOWN) == CAPTURE


@pytest.mark.parametrize("text", NASTY)
def test_a_browser_shows_whatever_is_in_a_text_whole(browser: Browser, text: str) -> None:
    page = browser.new_page()
    made = {each.uri: each for each in archive_pages(Archive((annotated(text),)), SiteSettings("Test data"))}

    page.set_content(f"<!doctype html><meta charset=utf-8><body>{made['texts/test.md'].content}")

    assert page.evaluate(SHOWN) == text
    page.close()


def test_a_note_is_followed_from_its_words_to_the_margin_and_back_by_keyboard(open_page: Open) -> None:
    page = open_page(PAGES["reading"])
    call = page.locator(".paragraph a.call").first
    note = call.get_attribute("data-note")

    call.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#note-{note}")
    assert page.evaluate("document.activeElement.id") == f"note-{note}"

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#ref-{note}")
    assert page.evaluate("document.activeElement.id") == f"ref-{note}"


def test_every_number_in_the_text_has_its_note_and_every_note_its_number(open_page: Open) -> None:
    page = open_page(PAGES["reading"])
    order = page.evaluate("""[...document.querySelectorAll("a.call, .note")].map(e => e.dataset.note)""")

    assert set(order) == {name for name in order if order.count(name) == 2}


def test_in_the_margin_notes_stand_beside_the_text_and_never_on_one_another(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)
    notes, paragraphs = boxes(page, ".note"), boxes(page, ".paragraph")

    assert len(notes) >= 12
    assert min(note["left"] for note in notes) > max(paragraph["right"] for paragraph in paragraphs)
    for above, below in pairwise(sorted(notes, key=lambda note: note["top"])):
        assert above["bottom"] <= below["top"]


def test_a_note_starts_at_the_height_of_its_words_where_nothing_is_in_its_way(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)
    (note,) = boxes(page, "#note-cases-on-april-13")
    words = boxes(page, '.noted[data-notes~="cases-on-april-13"]')[0]

    assert abs(note["top"] - words["top"]) < 12


def test_opening_a_note_moves_the_others_out_of_its_way_and_closes_the_one_before(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)
    folded = page.get_by_role("button", name="Read on in note")
    assert folded.count() >= 5

    for number in range(5):
        folded.nth(number).click()
        notes = sorted(boxes(page, ".note"), key=lambda note: note["top"])
        assert all(above["bottom"] <= below["top"] for above, below in pairwise(notes))
        assert page.get_by_role("button", name="Less in note").count() == 1
    (end,) = boxes(page, ".text")
    assert notes[-1]["bottom"] <= end["bottom"] + 1


def test_the_keyboard_opens_a_folded_note_by_going_in(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)
    note = page.locator(".note.is-folded:not(.is-brief):has(.note__text a)").first
    name = note.get_attribute("id")

    note.locator(".note__text a").first.focus()

    assert "is-folded" not in (page.locator(f"#{name}").get_attribute("class") or "")


def test_a_note_is_folded_only_where_it_would_push_the_next_away(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)
    notes = sorted(boxes(page, ".note"), key=lambda note: note["top"])
    room = {one["id"]: two["top"] - one["bottom"] for one, two in pairwise(notes)}

    for note in page.locator(".note.is-folded:not(.is-brief)").all():
        hidden = note.locator(".note__text").evaluate("text => text.scrollHeight - text.clientHeight")
        assert room.get(note.get_attribute("id") or "", 0) < hidden


def test_on_a_narrow_screen_a_note_stands_below_its_block(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1200)
    paragraph = boxes(page, ".paragraph:has(+ .notes)")[0]
    note = boxes(page, ".paragraph + .notes .note")[0]

    assert note["top"] >= paragraph["bottom"]
    assert note["left"] >= paragraph["left"] - 1 and note["right"] <= paragraph["right"] + 1


def test_without_javascript_text_notes_and_sources_are_all_there(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280, javascript=False)

    assert page.locator(".paragraph").first.is_visible()
    for note in page.locator(".text > .notes .note").all():
        assert note.is_visible()
        box, body = note.bounding_box(), note.locator(".note__foot").bounding_box()
        assert box and body and body["y"] + body["height"] <= box["y"] + box["height"] + 1
    assert page.get_by_role("link", name="The capture, byte for byte").is_visible()


@pytest.mark.parametrize("name", ["timeline", "photographs", "notes"])
def test_without_javascript_lists_can_be_read(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name], javascript=False)
    items = page.locator(".event, .wall > li, .notelist > li")

    assert items.count() >= 3
    assert all(item.is_visible() for item in items.all())


def test_a_link_to_a_note_on_folded_noise_opens_it(open_page: Open) -> None:
    page = open_page(PAGES["reading"] + "#note-nav-search")

    assert page.locator("#note-nav-search").is_visible()
    assert page.locator("mark", has_text="Nav Search").is_visible()


def test_a_paragraph_s_number_is_its_address(open_page: Open) -> None:
    page = open_page(PAGES["reading"])

    page.get_by_role("link", name="Paragraph 2", exact=True).click()

    assert page.url.endswith("#p2")


def test_a_date_leads_to_the_timeline_and_the_timeline_back_to_its_sentence(open_page: Open) -> None:
    page = open_page(PAGES["reading"])

    page.get_by_role("link", name="March 26").click()
    assert "/timeline/#" in page.url
    target = page.locator(":target")
    assert "On March 26, President Xi" in target.inner_text()

    target.get_by_role("link").first.click()
    assert page.locator(":target").inner_text() == "March 26"
    assert page.locator(":target time").get_attribute("datetime") == "2020-03-26"


def test_a_link_to_an_event_lights_its_whole_sentence_well_below_the_edge(open_page: Open) -> None:
    page = open_page(PAGES["timeline"])
    entry = page.locator(".event").filter(has_text="From January 3")
    sentence = entry.locator("q").inner_text()

    page.goto(entry.get_by_role("link").first.evaluate("link => link.href"))

    lit = "".join(
        page.locator(".told.is-lit").evaluate_all("""parts => parts.map(part => {
      const copy = part.cloneNode(true);
      for (const call of copy.querySelectorAll("[data-apparatus]")) call.remove();
      return copy.textContent;
    })""")
    )
    assert " ".join(lit.split()) == sentence
    assert boxes(page, ":target")[0]["top"] > 100


def test_an_address_that_is_badly_encoded_does_no_harm(open_page: Open) -> None:
    assert open_page(PAGES["reading"] + "#%").locator(".paragraph").first.is_visible()


def test_captions_are_figures_that_say_the_photograph_is_missing(open_page: Open) -> None:
    page = open_page(PAGES["reading"])
    figures = page.locator("figure")

    assert figures.count() == 3
    assert all("Photograph not captured" in figure.inner_text() for figure in figures.all())


def test_on_paper_every_note_is_whole_and_in_the_flow(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)
    page.emulate_media(media="print")

    for note in page.locator(".text > .notes .note").all():
        assert note.evaluate("note => getComputedStyle(note).position") == "static"
        assert note.locator(".note__text").evaluate("text => text.scrollHeight <= text.clientHeight + 1")
    assert not page.locator(".masthead").is_visible()


def test_pointing_at_a_note_lights_its_words(open_page: Open) -> None:
    page = open_page(PAGES["reading"], width=1280)

    page.locator("#note-cases-on-april-13 .note__kind").hover()

    assert "is-lit" in (
        page.locator('.noted[data-notes~="cases-on-april-13"]').first.get_attribute("class") or ""
    )


def test_downloads_are_the_capture_byte_for_byte(open_page: Open) -> None:
    page = open_page(PAGES["reading"])

    with page.expect_download() as download:
        page.get_by_role("link", name="The capture, byte for byte").click()

    assert download.value.path().read_bytes() == (ROOT / "source_texts" / TEXT / "text.txt").read_bytes()


def test_what_was_read_is_one_click_away_says_its_state_and_leads_back_to_its_words(open_page: Open) -> None:
    page = open_page(PAGES["reading"], javascript=False)

    page.get_by_role("link", name="What was read", exact=True).click()
    assert page.url.endswith("/read/")
    entry = page.locator(".event").filter(has_text="April 13").filter(has_text="Read as")
    assert "By machine, not reviewed" in entry.first.inner_text()
    reviewed = page.locator(".event").filter(has=page.locator(".state--reviewed")).first
    assert "by The editors of Postil" in reviewed.inner_text()

    reviewed.get_by_role("link").first.click()
    assert page.locator(":target").inner_text().startswith("We are working to prevent inbound cases")


def test_this_is_wrong_opens_the_form_filled_in_without_javascript(browser: Browser, archive: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, body="Test data.")

    page = context.new_page()
    page.route("https://github.com/**", answer)
    made = {
        each.uri: each
        for each in archive_pages(
            read_archive(archive)[0], SiteSettings("Test data", forge=forge_of("https://github.com/a/b"))
        )
    }
    page.set_content(f"<!doctype html><meta charset=utf-8><body>{made['timeline.md'].content}")
    page.get_by_role("link", name="This is wrong").first.click()
    context.close()

    (address,) = asked
    filled = parse_qs(urlsplit(address).query)
    assert (filled["template"], filled["text"], filled["object"]) == (
        ["error.yml"],
        ["flood-at-testford"],
        ["event"],
    )
    assert "exact: April 13\n" in filled["proposal"][0]
