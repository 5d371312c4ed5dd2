"""Searching, as a reader does it."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser_pages import PAGES, TEXT, Open


def search_from_the_header(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("result")


def result(page: Page, kind: str) -> Page:
    entry = page.locator(".results > li").filter(has_text=re.compile(f"^{kind}")).first
    entry.get_by_role("link").first.click()
    return page


@pytest.mark.parametrize("start", ["home", "reading", "timeline", "about"])
def test_every_page_s_header_leads_to_results(open_page: Open, start: str) -> None:
    page = open_page(PAGES[start])

    search_from_the_header(page, "Phnom Penh")

    assert "/archive/search/?q=Phnom" in page.url
    assert page.locator(".results > li").count() >= 1


@pytest.mark.parametrize(
    ("kind", "words", "landing"),
    [
        ("Caption", "Maputo", "figure"),
        ("Text", "empathizes", ".paragraph"),
        ("Note", "Nosocomial", ".note"),
        ("Event", "Extraordinary Summit", ".dated"),
    ],
)
def test_each_kind_is_found_and_lands_on_its_place(
    open_page: Open, kind: str, words: str, landing: str
) -> None:
    page = open_page(PAGES["home"])
    search_from_the_header(page, words)

    result(page, kind)

    page.wait_for_url(re.compile(rf"/texts/{TEXT}/(\?[^#]*)?#"))
    target = page.locator(":target")
    assert target.evaluate("(element, selector) => element.matches(selector)", landing)
    expect(target).to_be_in_viewport()


def test_a_passage_lands_on_the_very_paragraph_that_holds_the_words(open_page: Open) -> None:
    page = open_page("search/?q=teleconsultations")
    expect(page.get_by_role("status").first).to_contain_text("One result")

    result(page, "Text")

    assert "teleconsultations" in page.locator(":target").inner_text()


def test_results_can_be_narrowed_to_one_kind_and_the_address_keeps_it(open_page: Open) -> None:
    page = open_page(PAGES["results"])
    results = page.locator(".results > li")
    kinds = page.locator(".results > li > .result__kind")
    expect(kinds.filter(has_not_text="Note")).not_to_have_count(0)
    page.get_by_role("radio", name="Notes").check()
    expect(kinds.filter(has_not_text="Note")).to_have_count(0)
    expect(kinds.filter(has_text="Note")).not_to_have_count(0)
    notes = results.count()

    page.reload()

    assert page.get_by_role("radio", name="Notes").is_checked()
    expect(results).to_have_count(notes)


@pytest.mark.parametrize(
    ("words", "results"),
    [
        ("nosocomail", 0),
        ("coperation", 0),
        ('"highly influential international journals"', 1),
        ('"influential highly international journals"', 0),
    ],
)
def test_only_what_holds_the_words_is_a_result(open_page: Open, words: str, results: int) -> None:
    page = open_page(PAGES["search"])

    page.get_by_role("searchbox").fill(words)

    expect(page.get_by_role("status").first).to_contain_text(f"for “{words}”")
    assert page.locator(".results > li").count() == results


def test_a_name_s_result_shows_the_name(open_page: Open) -> None:
    page = open_page("search/?q=Li%20Lanjuan")
    expect(page.get_by_role("status").first).to_contain_text("2 results")

    for entry in page.locator(".results > li").all():
        assert "Lanjuan" in " ".join(entry.locator("mark").all_inner_texts())


def test_a_note_s_result_tells_the_source_s_words_from_the_editor_s(open_page: Open) -> None:
    page = open_page("search/?q=nosocomial&kind=note")
    entry = page.locator(".results > li").filter(has_text="acquired in a hospital")

    assert entry.locator("q").inner_text() == "preventing nosocomial transmission"
    assert "acquired in a hospital" in entry.locator(".result__body").inner_text()
    assert "acquired" not in entry.locator("q").inner_text()


def test_when_nothing_is_found_the_page_says_what_to_do(open_page: Open) -> None:
    page = open_page("search/?q=xylophone")

    expect(page.get_by_role("status").first).to_have_text(
        "Nothing was found for “xylophone”. Try fewer words, or another form of them."
    )


def test_when_the_index_is_out_of_reach_the_page_says_so(open_page: Open) -> None:
    page = open_page(PAGES["home"], allow="ailed")
    page.route("**/pagefind/**", lambda route: route.abort())

    page.goto(page.url + "search/?q=words")

    expect(page.get_by_role("status").first).to_contain_text("could not be loaded")


def test_hostile_words_are_only_words(open_page: Open) -> None:
    page = open_page("search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")

    expect(page.get_by_role("status").first).to_contain_text("for “<img src=x onerror=alert(1)>”")
    assert page.locator("main img").count() == 0


def test_nothing_of_the_search_is_fetched_before_it_is_used(open_page: Open) -> None:
    page = open_page(PAGES["reading"])

    assert not any(
        "pagefind" in name
        for name in page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
    )


def test_without_javascript_the_page_says_where_to_look(open_page: Open) -> None:
    page = open_page(PAGES["search"], javascript=False)

    assert page.locator("noscript p").is_visible()
