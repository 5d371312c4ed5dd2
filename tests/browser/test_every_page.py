"""What holds for each kind of page: quiet, accessible, never wider than the screen, nothing without its words."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser_pages import PAGES, Open


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_quiet_and_axe_finds_nothing(open_page: Open, name: str, scheme: str) -> None:
    page = open_page(PAGES[name], scheme=scheme)
    page.wait_for_load_state("networkidle")

    results = Axe().run(page)

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name], width=390)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [320, 390, 768, 1219, 1220, 1440, 2000])
def test_the_reading_page_fits_every_width(open_page: Open, width: int) -> None:
    page = open_page(PAGES["reading"], width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_main_one_first_heading_and_a_name(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name])

    assert page.locator("main").count() == 1
    assert page.locator("h1").count() == 1
    assert page.title().strip()


@pytest.mark.parametrize("name", ["reading", "timeline", "photographs", "notes", "home", "texts"])
def test_the_menu_leads_everywhere_without_javascript(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name], javascript=False)

    for label, path in [
        ("Timeline", "timeline/"),
        ("Photographs", "photographs/"),
        ("Notes", "notes/"),
        ("About", "about/"),
    ]:
        page.get_by_role("navigation", name="Archive").get_by_role("link", name=label).click()
        assert page.url.endswith(f"/archive/{path}")


def test_the_reader_s_choice_of_dark_is_kept(open_page: Open) -> None:
    page = open_page(PAGES["home"])
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)

    page.get_by_role("button", name="Dark page").click()

    dark = page.evaluate(paper)
    assert dark != light
    page.goto(page.url + PAGES["reading"])
    assert page.evaluate(paper) == dark
    assert page.get_by_role("button", name="Dark page").get_attribute("aria-pressed") == "true"


def test_the_first_tab_offers_to_skip_to_the_content(open_page: Open) -> None:
    page = open_page(PAGES["reading"])

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
