"""Pictures of the real pages for docs/contribute/: the site is built, its pages opened in Chromium, and used as a reader would.

`make pictures` takes them all; `make pictures ARGS=select` those whose names begin so.
"""

import functools
import http.server
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import find
from browser.palette import with_palette

ROOT = Path(__file__).parents[2]
TO = ROOT / "docs/assets/contribute"
MOST = 150_000
"""So many bytes at most a picture has."""
TEXT = "2020-07-15-ma-xiaowei"
WORDS = "The Lancet"
NOTE = "A weekly medical journal, published in London since 1823; Thomas Wakley founded it."
REFERENCE = {
    "title": "The Lancet",
    "publisher": "Encyclopaedia Britannica",
    "url": "https://www.britannica.com/topic/The-Lancet",
}
FILE = f"""kind: gloss
target:
  exact: {WORDS}
body: {NOTE}
references:
  - title: {REFERENCE["title"]}
    publisher: {REFERENCE["publisher"]}
    url: {REFERENCE["url"]}
creator:
  name: A reader
created: 2026-11-24
"""


def main(prefix: str = "") -> None:
    """Takes the pictures whose names begin with the prefix; one that is too large ends it."""
    TO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as address, _browser() as browser:
        for name, (width, height, (left, right), take) in PICTURES.items():
            if not name.startswith(prefix):
                continue
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
            )
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.goto(address)
            take(page, address)
            page.wait_for_timeout(400)  # what the pages do a moment later: the bar, the draft that is kept
            picture = with_palette(
                page.screenshot(clip={"x": left, "y": 0, "width": right - left, "height": height})
            )
            context.close()
            if len(picture) > MOST:
                raise SystemExit(f"{name}.png has {len(picture)} bytes; make the window smaller")
            (TO / f"{name}.png").write_bytes(picture)
            print(f"{name}.png  {right - left} × {height}  {len(picture):,} bytes")


def notes(page: Page, address: str) -> None:
    """The reading page: notes beside their words."""
    page.goto(f"{address}texts/{TEXT}/")
    _bring(page, "1.6 million")


def select(page: Page, address: str) -> None:
    """Words that are selected, and the bar below them."""
    page.goto(f"{address}texts/{TEXT}/")
    _bring(page, WORDS)
    _select(page, WORDS)
    page.locator(".offer__add").wait_for()


def form(page: Page, address: str) -> None:
    """The form, filled in."""
    select(page, address)
    page.locator(".offer__add").click()
    page.locator("#write_kind").select_option("gloss")
    page.locator("#write_body").fill(NOTE)
    page.locator("#write_references").click()
    for part, value in REFERENCE.items():
        page.locator(f".reference input[data-part={part}]").fill(value)
    page.locator("#write_name").fill("A reader")
    page.locator(".note-form").evaluate("panel => { panel.scrollTop = 0; }")
    page.locator("#write_head").focus()


def form_end(page: Page, address: str) -> None:
    """The end of the form: name, licence, and the way to the forge."""
    form(page, address)
    page.locator(".send__go").scroll_into_view_if_needed()
    page.locator(".note-form").evaluate("panel => { panel.scrollTop = panel.scrollHeight; }")


def review(page: Page, address: str) -> None:
    """A proposed note on its text, under the band."""
    page.goto(f"{address}review/?text={TEXT}")
    page.locator("[data-review-fold]").evaluate("fold => { fold.open = true; }")
    page.locator("#review-pasted").fill(FILE)
    page.locator("[data-review-form] button[type=submit]").click()
    page.locator(".note--proposed, [id='note-proposed:1']").first.wait_for()
    call = page.locator("[id='ref-proposed:1']")
    call.evaluate("call => scrollBy(0, call.getBoundingClientRect().top - innerHeight / 4)")


def _bring(page: Page, words: str) -> None:
    """The words, a third of the window from its top."""
    _range(page, words, "scrollBy(0, range.getBoundingClientRect().top - innerHeight / 3)")
    page.wait_for_timeout(300)


def _select(page: Page, words: str) -> None:
    _range(page, words, "const chosen = getSelection(); chosen.removeAllRanges(); chosen.addRange(range)")


def _range(page: Page, words: str, then: str) -> None:
    page.evaluate(
        f"""words => {{
          const article = document.querySelector("[data-postil-text]");
          const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {{
            const at = walk.currentNode.parentElement.closest("[data-apparatus]") ? -1 : walk.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + words.length);
            {then};
            return;
          }}
          throw new Error(`${{words}} is not in one piece of the text`);
        }}""",
        words,
    )


PICTURES: dict[str, tuple[int, int, tuple[int, int], Callable[[Page, str], None]]] = {
    "notes": (1280, 600, (100, 1200), notes),
    "select": (1280, 420, (100, 800), select),
    "form": (1440, 860, (320, 1440), form),
    "form-phone": (390, 780, (0, 390), form),
    "form-end": (1440, 640, (1040, 1440), form_end),
    "review": (1280, 760, (100, 1200), review),
}
"""Each picture: the width and height of the window, from where to where it is kept, what is done before it is taken."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The site as it would be published at GitHub, at an address of this machine."""
    environment = {
        "REPO_URL": "https://github.com/example/postil",
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "POSTIL_SEARCH": "0",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise SystemExit("the site could not be built")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def _browser() -> Iterator[Browser]:
    path = find()
    if not path:
        raise SystemExit("no Chromium; `make test` installs one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
