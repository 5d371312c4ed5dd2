"""Finds the words that a note speaks of: exactly one place, or the reason why not.

Words are compared after folding: white space of any kind is one space, curly quotation marks and apostrophes
are straight, all dashes are hyphens, soft hyphens and other invisible characters are gone, and the rest is in
Unicode's form NFC (UAX #15). Positions are always those of the canonical text. No match is ever accepted for
being close.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .model import Anchor, Orphan, Span
from .records import Annotation, Target

_FOLD = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c"), ""),
}
_CONTEXT = 64
_TELLING = 12
"""So many characters of a quote must be found for a message to say what stands around them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and the span of the canonical text behind each of its characters."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The text as quotes are compared; deleted characters belong to the one before them."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", text[start:end].translate(_FOLD))
        if piece.isspace():
            if out and out[-1] == " ":
                ends[-1] = end
                continue
            piece = " "
        for char in piece:
            out.append(char)
            starts.append(start)
            ends.append(end)
    return Folded("".join(out), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Runs that NFC never composes across: a character with the combining ones that follow it."""
    start = 0
    for at in range(1, len(text)):
        char = text[at]
        if char < "\u0300" or not (unicodedata.combining(char) or "\u1160" <= char <= "\u11ff"):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def match_quote(target: Target, text: str) -> Iterator[Span]:
    """Every place where the quote stands in its context, in reading order."""
    here = fold(text)
    quote = fold(target.prefix + target.exact + target.suffix)
    first = bisect_left(quote.starts, len(target.prefix))
    last = bisect_left(quote.starts, len(target.prefix) + len(target.exact))
    while first < last and quote.text[first] == " ":
        first += 1
    while first < last and quote.text[last - 1] == " ":
        last -= 1
    if first == last:
        return
    at = here.text.find(quote.text)
    while at != -1:
        yield Span(here.starts[at + first], here.ends[at + last - 1])
        at = here.text.find(quote.text, at + 1)


def describe(span: Span, text: str) -> Target:
    """The quote of the span with the shortest context, in whole words, that makes it occur once.

    The prefix grows and the suffix with it; the end of the text is context enough where nothing else is.
    """
    exact = span.of(text)
    before, after = span.start, span.end
    target = Target(exact=exact)
    while list(match_quote(target, text)) != [span] and (before > 0 or after < len(text)):
        before = _word_start(text, before)
        after = _word_end(text, after)
        target = Target(exact=exact, prefix=text[before : span.start], suffix=text[span.end : after])
    return target


def anchor(annotation: Annotation, text: str) -> Anchor | Orphan:
    """The note on its words; an orphan says how many places there are and what to write."""
    match list(match_quote(annotation.target, text)):
        case [span]:
            return Anchor(annotation, span)
        case []:
            return Orphan(annotation, _missing(annotation.target, text))
        case spans:
            return Orphan(annotation, _ambiguous(spans, text))


def _ambiguous(spans: list[Span], text: str) -> str:
    choices = []
    for number, span in enumerate(spans[:3], 1):
        target = describe(span, text)
        parts = [
            f'{name}: "{_line(words)}"'
            for name, words in (("prefix", target.prefix), ("suffix", target.suffix))
            if words
        ]
        choices.append(f"for place {number} {' and '.join(parts)}")
    more = "" if len(spans) <= 3 else f"; and {len(spans) - 3} more"
    return (
        f"the quoted words stand in {len(spans)} places with their context; add "
        + "; or ".join(choices)
        + more
    )


def _missing(target: Target, text: str) -> str:
    if (target.prefix or target.suffix) and (alone := list(match_quote(Target(exact=target.exact), text))):
        return (
            f"the quoted words stand in {len(alone)} {'place' if len(alone) == 1 else 'places'}, but not with this "
            "prefix and suffix; "
            + ("leave both out" if len(alone) == 1 else "copy the context from the text")
        )
    words, here = fold(target.exact).text.strip(), fold(text).text
    start = _longest(len(words), lambda length: words[:length] in here)
    end = _longest(len(words), lambda length: words[len(words) - length :] in here)
    missing = "the quoted words do not stand in the text (0 places)"
    if max(start, end) < min(_TELLING, len(words)):
        return f"{missing}; copy them from the text"
    if start >= end:
        at = here.index(words[:start]) + start
        return f'{missing}; after "{words[:start][-40:]}" it reads "{here[at : at + 40]}", write that'
    at = here.index(words[len(words) - end :])
    return f'{missing}; before "{words[len(words) - end :][:40]}" it reads "{here[max(0, at - 40) : at]}", write that'


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest length up to ``most`` that holds, where every shorter one does too."""
    return bisect_left(range(1, most + 1), True, key=lambda length: not holds(length))


def _line(words: str) -> str:
    return fold(words).text.replace("\\", "\\\\").replace('"', '\\"')


def _word_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    stop = max(0, at - _CONTEXT)
    while at > stop and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    stop = min(len(text), at + _CONTEXT)
    while at < stop and not text[at].isspace():
        at += 1
    return at
