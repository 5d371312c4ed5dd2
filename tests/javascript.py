"""The site's scripts by themselves: an empty page beside them, which many cases are handed to at once."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Route

from conftest import ROOT

ASSETS = ROOT / "hooks" / "postil" / "site" / "theme" / "assets" / "postil"
HOST = "http://postil.test/"


@contextmanager
def beside_scripts(browser: Browser) -> Iterator[Page]:
    """An empty page that can import the site's scripts by name."""
    page = browser.new_page()

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(HOST)
        if name.endswith(".js"):
            route.fulfill(path=ASSETS / name, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Test</title>", content_type="text/html")

    page.route(HOST + "**", serve)
    page.goto(HOST)
    yield page
    page.close()


def results(page: Page, module: str, function: str, cases: list[Any]) -> list[Any]:
    """What the function, written in JavaScript with `it` for the module, gives for each of the cases."""
    script = f"""async (cases) => {{
      const it = await import("./{module}");
      return JSON.stringify(JSON.parse(cases).map({function}));
    }}"""
    given: list[Any] = json.loads(page.evaluate(script, json.dumps(cases)))
    return given
