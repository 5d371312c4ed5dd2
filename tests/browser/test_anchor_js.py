"""The browser finds and describes the same words as Python: the cases of the specification, and texts made of scraps."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route

from anchored import BLOCKS, Case, read_case, visible_spans
from conftest import ROOT, TESTS
from postil.anchoring import describe, locate, match_quote
from postil.model import Span
from postil.records import Target

ASSETS = ROOT / "hooks" / "postil" / "site" / "theme" / "assets" / "postil"
PAIRS = 3_000
MANY = 1_000
ASK = """async asked => {
    const { describe, locate, matchQuote } = await import("/anchor.js");
    return asked.map(({ text, target, span, scope, most }) => span
        ? describe(span[0], span[1], text, most ?? undefined)
        : { found: locate(target, text, scope && { start: scope[0], end: scope[1] }), all: matchQuote(target, text) });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that can import the scripts of the site."""

    def serve(route: Route) -> None:
        path = ASSETS / route.request.url.rsplit("/", 1)[1]
        if path.suffix == ".js":
            route.fulfill(path=path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Test data</title>", content_type="text/html")

    context = browser.new_context()
    opened = context.new_page()
    opened.route("**/*", serve)
    opened.goto("http://postil.test/")
    yield opened
    context.close()


def known_cases() -> list[Case]:
    files = sorted((TESTS / "cases" / "anchoring").glob("*.yml"))
    return [
        read_case(case)
        for path in files
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    ]


def written(target: Target) -> dict[str, str]:
    return {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}


def pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def expected(case: Case) -> Any:
    if case.described:
        return written(case.target)
    return {"start": case.place.start, "end": case.place.end} if case.place else case.places


def test_the_cases_of_the_specification_hold(page: Page) -> None:
    cases = known_cases()
    asked = [
        {
            "text": case.text,
            "target": written(case.target),
            "span": pair(case.described),
            "scope": pair(case.scope),
            "most": case.most,
        }
        for case in cases
    ]
    answers = page.evaluate(ASK, asked)
    got = [answer if "exact" in answer else answer["found"] for answer in answers]

    assert len(cases) >= 80
    wrong = [
        (case, answer)
        for case, answer in zip(cases, got, strict=True)
        if answer != expected(case) and answer.get("places", answer) != expected(case)
    ]
    assert wrong == []


def made(count: int) -> list[tuple[str, Span]]:
    rng = random.Random("made")
    pairs: list[tuple[str, Span]] = []
    while len(pairs) < count:
        some = rng.sample(BLOCKS, rng.choice([2, 4, 12]))
        text = "".join(rng.choice(some) for _ in range(rng.randint(1, 60)))
        if visible := visible_spans(text):
            first, last = sorted(rng.choices(range(len(visible)), k=2))
            last = min(last, first + rng.choice([0, 1, 5]))
            pairs.append((text, Span(visible[first].start, visible[last].end)))
    return pairs


def test_python_and_the_browser_describe_alike_and_find_what_they_describe(page: Page) -> None:
    pairs = made(PAIRS)
    described = page.evaluate(ASK, [{"text": text, "span": pair(span)} for text, span in pairs])
    ours = [written(describe(span, text)) for text, span in pairs]

    assert [each for each in zip(pairs, ours, described, strict=True) if each[1] != each[2]] == []

    asked = [{"text": text, "target": target} for (text, _), target in zip(pairs, described, strict=True)]
    found = [answer["found"] for answer in page.evaluate(ASK, asked)]

    assert found == [{"start": span.start, "end": span.end} for _, span in pairs]


def test_python_and_the_browser_find_the_same_places(page: Page) -> None:
    """Quotes of one text are looked for in another made of the same scraps, with and without context and scope."""
    rng = random.Random("places")
    asked: list[dict[str, Any]] = []
    for text, span in made(PAIRS):
        start, end = max(0, span.start - rng.choice([0, 0, 1, 4])), span.end + rng.choice([0, 0, 1, 4])
        quote = {
            "exact": span.of(text),
            "prefix": text[start : span.start],
            "suffix": text[span.end : end],
        }
        if rng.random() < 0.5:  # other hyphens and spaces than in the text
            quote["exact"] = quote["exact"].replace(
                rng.choice(["-\n", "\u00ad\n", "-", " "]), rng.choice(["", "-"])
            )
        scope = sorted(rng.choices(range(len(text) + 1), k=2)) if rng.random() < 0.3 else None
        asked.append(
            {"text": text + rng.choice(["", "\n", " "]) + text[::-1], "target": quote, "scope": scope}
        )
    answers = page.evaluate(ASK, asked)

    different = []
    kinds = {"placed": 0, "nowhere": 0, "several": 0}
    for each, answer in zip(asked, answers, strict=True):
        target, text = Target(**each["target"]), each["text"]
        within = Span(*each["scope"]) if each["scope"] else None
        all_places = [[span.start, span.end] for span in match_quote(target, text)]
        place = locate(target, text, within)
        inside = [span for span in all_places if not within or within.holds(Span(*span))]
        ours: Any = (
            {"start": place.start, "end": place.end}
            if isinstance(place, Span)
            else min(len(inside), MANY + 1)
        )
        kinds["placed" if isinstance(place, Span) else "several" if inside else "nowhere"] += 1
        if answer["all"] != all_places or answer["found"].get("places", answer["found"]) != ours:
            different.append((each, answer, all_places))
    assert different == []
    assert min(kinds.values()) > PAIRS * 0.05, kinds


def test_what_is_described_in_a_long_text_that_repeats_itself_is_found(page: Page) -> None:
    text = "ha " * 66_000
    described = page.evaluate(ASK, [{"text": text, "span": [99_000, 99_002]}])[0]

    assert described == written(describe(Span(99_000, 99_002), text))


def test_the_module_asks_for_nothing() -> None:
    assert "import " not in Path(ASSETS / "anchor.js").read_text(encoding="utf-8")
