"""The kinds of pages, and how a test opens one."""

from collections.abc import Callable

from playwright.sync_api import Page

TEXT = "2020-07-15-ma-xiaowei"
PAGES = {
    "home": "",
    "texts": "texts/",
    "reading": f"texts/{TEXT}/",
    "read": f"texts/{TEXT}/read/",
    "timeline": "timeline/",
    "photographs": "photographs/",
    "notes": "notes/",
    "people": "people/",
    "places": "places/",
    "organizations": "organizations/",
    "contributors": "contributors/",
    "search": "search/",
    "results": "search/?q=Baghdad",
    "review": "review/",
    "about": "about/",
    "contribute": "contribute/",
    "architecture": "architecture/",
    "missing": "404.html",
}
"""Every kind of page, by name."""

Open = Callable[..., Page]
