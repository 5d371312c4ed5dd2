"""A note's body in the browser: the same elements, and the same faults, as in the built page."""

import html.entities
import os
import random
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page

from conftest import ROOT
from javascript import beside_scripts, results
from postil.markup import body_faults, render_body

MADE = int(os.environ.get("POSTIL_CASES", "2000"))
"""How many bodies are made of scraps; the page agrees with Python on hundreds of thousands."""
CASES = sorted((ROOT / "tests" / "cases" / "markdown").glob("*.yml"))
SCRAPS = (
    "*", "**", "_", "__", "***", "`", "``", "[", "]", "(", ")", "![", "](", "](http://a.b)", "](<x y>)", "<", ">",
    "<https://a.b/c?d=é>", "<a@b.cc>", "&amp;", "&#65;", "&#x1F600;", "&foo;", "&notit;", "&#0;", "\\", "\\\\", "\n",
    "\n\n", "  \n", " ", "   ", "    ", "\t", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "0. ", "> ", "a", "word", "é", "😀",
    "“", "。", "\u00a0", "\u3000", "mailto:", "https://", "%20", "%", "#", "@", ":", "'", '"', "(t)", "!", "&", "\u200b",
    "\x85", "\u2028", "中文", "<https://xn--bcher-kva.de/%C3%A4%2f>", "[a](https://bücher.example/ä 'z')",
    "[a]( <https://x.y>\n\"z\" )", "-\n", "\n  ", "\n    ", "\n > ", "\n>", "\n- ", "\n  - ",
)  # fmt: skip
ADDRESSES = (
    "http:", "https:", "HTTP:", "http:/", "mailto:", "//", "/", "a", "b.c", "é", "。", "xn--", "xn--bcher-kva", "xn--80ak6aa92e",
    "@", ":", "80", "[", "]", "::1", "fe80::", "v1.x", "%41", "%", "%E2%82%AC", "%ff", "%F0%9F%98%80", "?", "#", "&amp;",
    "&#10;", "\\", "(", ")", "😀", "中文", ".", "-", "_", "+", "ß", "İ", "~", "'", "℀", "ſ", "\u00ad", "1.2.3.4", "a" * 64,
    "%2525", "%00", "xn--a", "xn---", "xn--9999999", "tel:", "javascript:",
)  # fmt: skip

RENDERED = """(body) => {
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  const inner = (node) => [...node.childNodes].map(html).join("");
  const html = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join("");
    return `<${node.localName}${attributes}>` + (node.localName === "br" ? "" : `${inner(node)}</${node.localName}>`);
  };
  return [inner(it.render(body, document)), it.bodyFaults(body)];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with beside_scripts(browser) as page:
        yield page


def assert_same(page: Page, bodies: list[str]) -> None:
    given = results(page, "markdown.js", RENDERED, bodies)

    assert [
        (body, shown, faults)
        for body, (shown, faults) in zip(bodies, given, strict=True)
        if shown != render_body(body) or faults != list(body_faults(body))
    ] == []


def made(scraps: tuple[str, ...], count: int, forms: tuple[str, ...] = ("{}",)) -> list[str]:
    """Bodies put together from scraps, the same ones in each run."""
    chance = random.Random(len(scraps))
    return [
        chance.choice(forms).replace(
            "{}",
            "".join(chance.choices(chance.sample(scraps, chance.randint(2, 20)), k=chance.randint(2, 25))),
        )
        for _ in range(count)
    ]


def test_the_notes_of_the_archive(page: Page) -> None:
    notes = sorted((ROOT / "source_texts").glob("*/annotations/*.yml"))
    bodies = [yaml.safe_load(note.read_text(encoding="utf-8"))["body"] for note in notes]

    assert bodies
    assert_same(page, bodies)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_construct(page: Page, path: object) -> None:
    cases = yaml.safe_load((ROOT / str(path)).read_text(encoding="utf-8"))["cases"]

    assert [(case["body"], render_body(case["body"])) for case in cases] == [
        (case["body"], case["html"]) for case in cases
    ]
    assert_same(page, [case["body"] for case in cases])


def test_bodies_of_scraps(page: Page) -> None:
    assert_same(page, made(SCRAPS, MADE))


def test_addresses_of_scraps(page: Page) -> None:
    forms = (
        "<https://{}>",
        "<mailto:{}>",
        "[a](http://{})",
        "[a](<https://{}>)",
        "[a]({} 't')",
        "<{}>",
        "[a](http:/{})",
    )

    assert_same(page, made(ADDRESSES, MADE, forms))


def test_every_named_character(page: Page) -> None:
    names = sorted({name.rstrip(";") for name in html.entities.html5})

    assert_same(page, [f"&{name}; &{name}x; \\&{name};" for name in names])


def test_every_mark_beside_emphasis(page: Page) -> None:
    """Flanking depends on what is punctuation, of which Unicode gains some each year: up to version 14 here."""
    marks = [chr(code) for code in range(0x20, 0x3100) if chr(code).isprintable() or chr(code).isspace()]

    assert_same(page, [f"{mark}*a*{mark} a_b{mark}_ _{mark}c_d" for mark in marks])


@pytest.mark.parametrize(
    "scrap",
    ["[", "]", "*", "**a", "*_", "*a_ ", "_a ", ">", "> ", "`", "`a``b", "![", "[a](", "[a](<", "[a](x ", "<", "<a", "&a",
     "&#", "\\", "- ", "1. ", "\n>", "\n- a", "  - a\n", "> - ", "\n\n- ", "(", "[[a]", " ", "\t", "\n", "\u00a0", " \n",
     "\\\n", "&nbsp;", "` a", "a  \n"],
)  # fmt: skip
def test_hostile_bodies(page: Page, scrap: str) -> None:
    """A scrap without end, by itself and within words; and far more of it than a note may hold."""
    body, inside = (scrap * 5_000)[:5_000], f"a{(scrap * 5_000)[:4_998]}b"
    assert_same(page, [body, inside])

    clocked = """(body) => {
      const start = performance.now();
      it.render(body, document);
      it.bodyFaults(body);
      return performance.now() - start;
    }"""
    bodies = (body, inside, f"a{scrap * 60_000}b")
    times = [results(page, "markdown.js", clocked, [each] * 3) for each in bodies]

    assert max(map(min, times)) < 250  # milliseconds; a few on a quiet machine


def test_a_body_too_long_for_a_note_is_not_read(page: Page) -> None:
    bodies = ["*é*" * 2_000, "💧" * 5_001]
    given = results(page, "markdown.js", RENDERED, bodies)

    for body, (shown, faults) in zip(bodies, given, strict=True):
        assert shown == f"<p>{body.encode('utf-16-le')[:10_000].decode('utf-16-le')}…</p>"
        assert faults == list(body_faults(body)) == ["is longer than 5,000 characters; shorten it"]
