"""Finds the words that a note or a review speaks of: exactly one place, or the reason why not.

Words are compared after folding: white space of any kind is one space, curly quotation marks and apostrophes
are straight, all dashes are hyphens, soft hyphens and other invisible characters are gone, and the rest is in
Unicode's form NFC (UAX #15). A word hyphenated at the end of a line is read in three ways: as printed, joined, and
joined with its hyphen. Positions are always those of the canonical text. No match is ever accepted for being close.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from .model import Anchor, Orphan, Span
from .records import INVISIBLE, Annotation, Target

_FOLD = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-"),
    **dict.fromkeys(map(ord, INVISIBLE), ""),
}
_BREAK = re.compile(r"(?<=[\w\u0300-\u036f])[-‐\u00ad]([^\S\n]*+\n[^\S\n]*+)(?=\w)")
"""The hyphen, perhaps a soft one, of a word that goes on in the next line."""
_HARD, _SOFT = "\ud800", "\ud801"
"""Stand for such a hyphen, and for the space that is left of a soft one; no text holds them."""
_CONTEXT = 64
_MOST = 300
"""More context than so many characters is of no use to a contributor."""
_MANY = 1_000
"""Places beyond so many are not counted."""
_TELLING = 12
"""So many characters of a quote must be found for a message to say what stands around them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and the span of the canonical text behind each of its characters."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    marked: str
    """The text with the hyphens of words broken at line ends marked, and so the spaces where they are soft."""


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The text as quotes are compared; deleted characters belong to no place."""
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
    printed = "".join(out)
    for found in _BREAK.finditer(text):
        at = bisect_left(starts, found.start())
        out[at] = _HARD if out[at] == "-" else _SOFT
    return Folded(printed, tuple(starts), tuple(ends), "".join(out))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Runs that NFC never composes across: a character with those that follow it and may join it."""
    start = end = 0
    for at, char in enumerate(text):
        if char in INVISIBLE:
            continue
        if end and not _joins(char):
            yield start, end
            end = 0
        start, end = (start if end else at), at + 1
    if end:
        yield start, end


def _joins(char: str) -> bool:
    """Whether NFC may compose the character with one before it."""
    return char >= "\u0300" and (
        unicodedata.combining(char) > 0 or "\u1160" <= char <= "\u11ff" or char in _second_parts()
    )


@cache
def _second_parts() -> frozenset[str]:
    parts = (unicodedata.decomposition(chr(code)).split() for code in range(0x20000))
    return frozenset(chr(int(pair[1], 16)) for pair in parts if len(pair) == 2 and pair[0][0] != "<")


def joined(text: str) -> str:
    """The text with words that are hyphenated at line ends put together after their hyphens, for a search to find."""
    return _BREAK.sub(lambda found: found[0][0], text)


def match_quote(target: Target, text: str) -> Iterator[Span]:
    """Every place where the quote stands in its context, in reading order, however the ends of lines are read.

    White space at the ends of the quote is no part of the place, and is not looked for without context there.
    """
    here = fold(text)
    quote = fold(target.prefix + target.exact + target.suffix)
    first, last = _words(quote, len(target.prefix), len(target.prefix) + len(target.exact))
    if first == last:
        return
    before = first if target.prefix else 0
    sought = quote.text[first - before : None if target.suffix else last]
    for start, end in _places(here, sought, before, before + last - first):
        if not _within_cluster(here, start) and not _within_cluster(here, end):
            yield Span(here.starts[start], here.ends[end - 1])


def _places(here: Folded, sought: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the sought characters from the first to the last stand, wherever all of them do."""
    if here.marked == here.text:
        at = here.text.find(sought)
        while at != -1:
            yield at + first, at + last
            at = here.text.find(sought, at + 1)
        return
    pattern = _over_breaks(sought, first, last)
    found = pattern.search(here.marked)
    while found:
        yield found.span(1)
        found = pattern.search(here.marked, found.start() + 1)


def _over_breaks(sought: str, first: int, last: int) -> re.Pattern[str]:
    """The sought characters, a group around those from first to last, each broken word read in every way."""
    parts = []
    for at, char in enumerate(sought):
        before, after = sought[at - 1 : at], sought[at + 1 : at + 2]
        if _in_word(before) and _in_word(char):
            parts.append(f"(?:{_HARD} |{_SOFT})?")
        parts.append("(" * (at == first))
        if char == "-":
            whole = _in_word(before) and _in_word(after)
            parts.append(f"(?:-|{_HARD} |{_SOFT})" if whole else f"[-{_HARD}]")
        else:
            parts.append(f"[ {_SOFT}]" if char == " " else re.escape(char))
        parts.append(")" * (at == last - 1))
    return re.compile("".join(parts))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_" or (char != "" and unicodedata.combining(char) > 0)


def _within_cluster(folded: Folded, at: int) -> bool:
    """Whether a place lies between a letter and a mark that belongs to it."""
    return 0 < at < len(folded.starts) and folded.starts[at] == folded.starts[at - 1]


def _words(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """The folded characters from one place to another, without the spaces at their ends."""
    first, last = bisect_left(folded.starts, start), bisect_left(folded.starts, end)
    while first < last and folded.text[first] == " " and not _within_cluster(folded, first + 1):
        first += 1
    while first < last and folded.text[last - 1] == " ":
        last -= 1
    return first, last


def describe(span: Span, text: str, most: int | None = None) -> Target:
    """The quote of the span with the shortest context, in whole words, that makes it occur once.

    White space and invisible characters at the ends of the span are left out. The prefix grows and the suffix
    with it; the end of the text is context enough where nothing else is. With ``most`` the context stops growing
    at so many characters, unique or not.
    """
    here = fold(text)
    first, last = _words(here, span.start, span.end)
    if first == last:
        return Target(exact=span.of(text))
    span = Span(here.starts[first], here.ends[last - 1])
    exact = span.of(text)
    before, after = span.start, span.end
    target = Target(exact=exact)
    while list(islice(match_quote(target, text), 2)) != [span] and (before > 0 or after < len(text)):
        if most and max(span.start - before, after - span.end) > most:
            break
        before = _word_start(text, before)
        after = _word_end(text, after)
        target = Target(exact=exact, prefix=text[before : span.start], suffix=text[span.end : after])
    return target


def anchor(annotation: Annotation, text: str) -> Anchor | Orphan:
    """The note on its words; an orphan says how many places there are and what to write."""
    place = locate(annotation.target, text)
    return Anchor(annotation, place) if isinstance(place, Span) else Orphan(annotation, place)


def locate(target: Target, text: str) -> Span | str:
    """The one place of the quote, or why it has none: how many places there are and what to write."""
    match list(islice(match_quote(target, text), _MANY + 1)):
        case [span]:
            return span
        case []:
            return _missing(target, text)
        case spans:
            return _ambiguous(target.exact, spans, text)


def _ambiguous(quote: str, spans: list[Span], text: str) -> str:
    choices = []
    for number, span in enumerate(spans[:3], 1):
        target = describe(span, text, _MOST)
        if len(target.prefix) + len(target.suffix) > _MOST:
            return (
                f"the quoted words stand in {_many(spans)} places with their context, and what stands around them is "
                "the same over and over; quote a longer passage, to where it changes"
            )
        printed = "" if _line(target.exact) == _line(quote).strip() else target.exact
        parts = [
            f'{name}: "{_line(words)}"'
            for name, words in (("exact", printed), ("prefix", target.prefix), ("suffix", target.suffix))
            if words
        ]
        choices.append(f"for place {number} {' and '.join(parts)}")
    more = "" if len(spans) <= 3 else "; and more" if len(spans) > _MANY else f"; and {len(spans) - 3} more"
    return (
        f"the quoted words stand in {_many(spans)} places with their context; add "
        + "; or ".join(choices)
        + more
    )


def _missing(target: Target, text: str) -> str:
    if (target.prefix or target.suffix) and (
        alone := list(islice(match_quote(Target(exact=target.exact), text), _MANY + 1))
    ):
        return (
            f"the quoted words stand in {_many(alone)} {'place' if len(alone) == 1 else 'places'}, but not with this "
            "prefix and suffix; "
            + ("leave both out" if len(alone) == 1 else "copy the context from the text")
        )
    words = fold(target.exact).text.strip()
    ways = (text, _BREAK.sub("", text)) if _BREAK.search(text) else (text,)
    agreeing = ((here, *_agreement(words, here)) for here in (fold(way).text.strip() for way in ways))
    here, start, end = max(agreeing, key=lambda each: max(each[1:]))
    missing = "the quoted words do not stand in the text (0 places)"
    if max(start, end) < min(_TELLING, len(words)):
        return f"{missing}; copy them from the text"
    if start >= end:
        at = here.index(words[:start]) + start
        return f'{missing}; after "{words[:start][-40:]}" {_reads(here[at : at + 40], "ends")}'
    at = here.index(words[len(words) - end :])
    return (
        f'{missing}; before "{words[len(words) - end :][:40]}" {_reads(here[max(0, at - 40) : at], "begins")}'
    )


def _many(spans: list[Span]) -> str:
    return str(len(spans)) if len(spans) <= _MANY else f"more than {_MANY:,}"


def _agreement(words: str, here: str) -> tuple[int, int]:
    """How many characters of the words stand in the text, from their beginning and from their end."""
    return (
        _longest(len(words), lambda length: words[:length] in here),
        _longest(len(words), lambda length: words[len(words) - length :] in here),
    )


def _reads(words: str, at_the_edge: str) -> str:
    return f'it reads "{words}", write that' if words else f"the text {at_the_edge} there"


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
