"""Cases of anchoring as they are written in YAML, texts to anchor in, and edits of them."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from postil.anchoring import describe, fold
from postil.model import Span
from postil.records import Target
from strategies import texts

BLOCKS = (
    " ", " ", " ", " ", "\n", "\n\n", "\u00a0", "\u202f", "\t", "\u2028", "-\n", "-\n", "\u00ad\n", "\u00ad", "\u200b", "\u200d",
    "\ufeff", "\u202e", "\x07", "\x85", "a", "a", "b", "ab", "the", "the", "co", "operate", "re", "sign", "-", "–", "—", "\u2010", "’",
    "“", ".", ",", "é", "e\u0301", "\u0301", "\u0323", "q\u0323\u0307", "\u1112\u1161\u11ab", "한", "中国", "中", "国", "。", "\u3000", "ไทย",
    "हिन्दी", "שָׁלוֹם", "كَتَبَ", "قال", "👩\u200d🔬", "👍🏽", "🇫🇷", "❤\ufe0f", "😀", "𝔘", "𠮷", "x" * 70, "ʼ", "_", "1914", "\u212b", "\u0958",
    "\u09c7\u09be", "\u1e9b\u0323",
)  # fmt: skip
"""What makes comparing hard."""
WORDS = (
    "the", "river", "rose", "and", "fell", "by", "night", "while", "people", "slept", "in", "town", "中国", "人", "é", "e\u0301",
    "co-", "re\u00adsign", "“so”", "😀", "קול",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A text, and what is said of a quote or a span of it."""

    text: str
    target: Target
    scope: Span | None = None
    place: Span | None = None
    places: int | None = None
    orphan: str | None = None
    described: Span | None = None
    most: int | None = None


def read_case(case: Mapping[str, Any]) -> Case:
    """A case as docs/anchors.md says how it is written; every scalar is a string."""
    start = int(case["start"]) if "start" in case else None
    return Case(
        text=case["text"],
        target=Target(exact=case["exact"], prefix=case.get("prefix", ""), suffix=case.get("suffix", "")),
        scope=_span(case.get("scope")),
        place=Span(start, start + len(case["found"])) if start is not None else None,
        places=int(case["places"]) if "places" in case else None,
        orphan=case.get("orphan"),
        described=_span(case.get("span")),
        most=int(case["most"]) if "most" in case else None,
    )


def _span(numbers: list[str] | None) -> Span | None:
    return Span(int(numbers[0]), int(numbers[1])) if numbers else None


nasty = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=40).map("".join)
repetitive = st.text("ab .\n\u00a0", min_size=1, max_size=60)
hyphenated = st.lists(st.sampled_from(["a", "b", "-", "-\n", "\u00ad\n", " "]), min_size=1, max_size=40).map(
    "".join
)


def visible_spans(text: str) -> list[Span]:
    """The clusters of a text that are not white space, in its order."""
    here = fold(text)
    seen = (at for at in range(len(here.text)) if not here.is_space(at))
    return sorted({Span(here.starts[at], here.ends[at]) for at in seen})


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a span of it that begins and ends with something that can be seen."""
    text = draw(texts | repetitive | nasty | hyphenated)
    visible = visible_spans(text)
    assume(visible)
    first, last = sorted((draw(st.sampled_from(visible)), draw(st.sampled_from(visible))))
    return text, Span(first.start, last.end)


@dataclass(frozen=True)
class Edited:
    """A text after an edit, and where the noted words have moved."""

    text: str
    span: Span


@dataclass(frozen=True)
class Noted:
    """A text with a quote of some of its words."""

    text: str
    span: Span
    target: Target

    def edit_elsewhere(self, rng: random.Random) -> Edited:
        """The text with something put in, taken out or put in its place, before or after the quote and its context."""
        return self._edit(
            rng,
            0,
            self.span.start - len(self.target.prefix),
            self.span.end + len(self.target.suffix),
            len(self.text),
        )

    def edit_nearby(self, rng: random.Random) -> Edited:
        """The same right before or after the noted words, whether or not that is their context."""
        start, end = self.span.start, self.span.end
        return self._edit(rng, max(0, start - 15), start, end, min(len(self.text), end + 15))

    def _edit(self, rng: random.Random, first: int, start: int, end: int, last: int) -> Edited:
        before = rng.random() * (start - first + last - end) < start - first
        low, high = (first, start) if before else (end, last)
        at = rng.randint(low, high)
        to = min(high, at + rng.choice([0, 0, 1, 5, 30, 200]))
        copied = rng.randrange(len(self.text))
        put = rng.choice(["", " ", "\n", _words(rng, 3), _words(rng, 30), self.text[copied : copied + 40]])
        moved = len(put) - (to - at) if before else 0
        return Edited(
            self.text[:at] + put + self.text[to:], Span(self.span.start + moved, self.span.end + moved)
        )


def noted_texts(rng: random.Random, count: int) -> Iterator[Noted]:
    """So many quotes in texts of few words, where a word alone stands in many places."""
    text, visible = "", list[Span]()
    for number in range(count):
        if number % 50 == 0:
            text = _words(rng, 120)
            visible = visible_spans(text)
        first = rng.randrange(len(visible) - 30)
        span = Span(visible[first].start, visible[first + rng.randrange(30)].end)
        yield Noted(text, span, describe(span, text))


def _words(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(WORDS) + rng.choice([" ", " ", " ", "\n", ", ", "-\n"]) for _ in range(count))
