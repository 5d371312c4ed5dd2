"""The panel of drafts and the form that writes them, on a page of the archive."""

from playwright.sync_api import Page

from browser_pages import Open

READING = "texts/2020-07-15-ma-xiaowei/"
BODY = "Test data with *weight* and [a link](https://example.org/)"


def written(page: Page) -> None:
    """Writes a note on the first passage, and closes it."""
    page.locator(".add-note").first.click()
    page.locator("dialog.note-form").get_by_label("Note", exact=True).fill(BODY)
    page.keyboard.press("Escape")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_the_keyboard_comes_back_to_the_draft_and_nothing_stale_is_kept(open_page: Open) -> None:
    page = open_page(READING)
    written(page)
    drafts = page.get_by_role("region", name="Your drafts")
    body = page.locator("dialog.note-form").get_by_label("Note", exact=True)
    drafts.get_by_text("Test data with weight and a link").wait_for()

    opener = drafts.get_by_role("button", name="Open")
    opener.click()
    body.fill(BODY + "!")
    opener.click()
    assert body.input_value() == BODY + "!"
    page.keyboard.press("Escape")
    assert focused(page) == "Open"

    opener.click()
    drafts.get_by_role("button", name="Delete").click()
    assert not page.locator("dialog.note-form").is_visible()
    assert drafts.get_by_role("listitem").count() == 0
    page.keyboard.press("Enter")  # Undo
    assert focused(page) == "Open"

    page.keyboard.press("Enter")
    body.fill("")
    page.keyboard.press("Escape")
    assert drafts.get_by_role("listitem").count() == 0


def test_an_untouched_form_leaves_what_another_tab_kept(open_page: Open) -> None:
    page = open_page(READING)
    written(page)
    drafts = page.get_by_role("region", name="Your drafts")
    drafts.get_by_role("button", name="Open").click()
    other = page.context.new_page()
    other.goto(page.url)
    theirs = other.get_by_role("region", name="Your drafts")
    theirs.get_by_role("button", name="Open").click()
    other.locator("dialog.note-form").get_by_label("Note", exact=True).fill("Test data, newer")
    other.keyboard.press("Escape")
    drafts.get_by_text("Test data, newer").wait_for()

    page.bring_to_front()
    page.keyboard.press("Escape")

    assert drafts.get_by_role("listitem").count() == 1
    assert drafts.get_by_text("Test data, newer").is_visible()
