"""A text as quotes are compared with it (docs/anchors.md, "Folding").

White space of any kind is one space, quotation marks and apostrophes are straight, all dashes are hyphens, what is
invisible is gone, and the rest is in Unicode's form NFC (UAX #15). Positions are always those of the text itself.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from ..records import INVISIBLE

_BLANK = "\t\v-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space, the end of a line left out, as it stands in a regular expression."""
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
_IGNORED = f"{INVISIBLE}{_CONTROLS}"
_WRITTEN = (
    (re.compile("[\v\f\x1c-\x1f\x85\u2028\u2029]"), " "),
    (re.compile(f"[{_CONTROLS}]"), ""),
)
"""What no note may hold, and what it writes instead."""
_FOLDS = (
    (re.compile(f"[{_BLANK}\n]"), " "),
    (re.compile("[‘’‚‛′ʼ＇]"), "'"),
    (re.compile("[“”„‟″«»＂]"), '"'),
    (re.compile("[‐‑‒–—―−﹘﹣－]"), "-"),
    (re.compile(f"[{_IGNORED}]"), ""),
)
_MOST_MARKS = 30
"""More marks than so many on one character begin another cluster (UAX #15, 13, Stream-Safe Text Process)."""
_GAP = re.compile("[ -]")
"""What may stand otherwise in a quote where a word is broken at the end of a line."""


@dataclass(frozen=True)
class Folded:
    """A text as it is compared, and the range of the text itself behind each of its characters."""

    text: str
    starts: "array[int]"
    ends: "array[int]"
    breaks: frozenset[int]
    """Where the hyphens of line ends stand in it, or the spaces that are left of soft ones."""

    @cached_property
    def key(self) -> tuple[str, "array[int]"]:
        """The text without spaces and hyphens, and where each of its characters stands."""
        return key_of(self.text)

    def within_cluster(self, at: int) -> bool:
        """Whether a place lies between a letter and a mark that belongs to it."""
        return 0 < at < len(self.starts) and self.starts[at] == self.starts[at - 1]

    def is_space(self, at: int) -> bool:
        """Whether white space stands there, and bears no mark."""
        return self.text[at] == " " and not self.within_cluster(at + 1)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The characters whose clusters begin from one offset of the text to another, outer spaces left out."""
        return self.trimmed(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The characters from one to another without the spaces at their ends."""
        while first < last and self.is_space(first):
            first += 1
        while first < last and self.is_space(last - 1):
            last -= 1
        return first, last


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The text as quotes are compared, kept for the next quote; ignored characters belong to no place."""
    return folded(text)


def folded(text: str) -> Folded:
    """The same, not kept: for what is compared once."""
    out: list[str] = []
    starts = array("I")
    ends = array("I")
    known: dict[str, str] = {}
    for found in _clusters().finditer(text):
        start, end = found.span()
        if found.lastgroup:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            out.append(found[0])
            continue
        cluster = found[0]
        piece = known.get(cluster)
        if piece is None:
            piece = known[cluster] = _fold_cluster(cluster)
        if piece == " " and out and out[-1] == " ":
            ends[-1] = end
            continue
        for _ in piece:
            starts.append(start)
            ends.append(end)
        out.append(piece)
    breaks = (bisect_left(starts, found.start()) for found in _broken(text))
    return Folded("".join(out), starts, ends, frozenset(breaks))


def joined(text: str) -> str:
    """The text with words that are hyphenated at line ends put together after their hyphens, for a search to find."""
    return _line_ends().sub(lambda found: found[0][0], text) if "\n" in text else text


@lru_cache(maxsize=8)
def unbroken(text: str) -> str | None:
    """The text with such words in one piece; None if it has none."""
    return _line_ends().sub("", text) if any(_broken(text)) else None


def writable(words: str) -> str:
    """What a note may hold of the words; what is left out or replaced makes no difference to where they stand."""
    for some, one in _WRITTEN:
        words = some.sub(one, words)
    return words


def key_of(text: str) -> tuple[str, "array[int]"]:
    """A folded text without spaces and hyphens, and where each of its characters stands in it."""
    at = array("I", (at for at, char in enumerate(text) if char not in " -"))
    return _GAP.sub("", text), at


def _fold_cluster(cluster: str) -> str:
    for some, one in _FOLDS:
        cluster = some.sub(one, cluster)
    return unicodedata.normalize("NFC", cluster)


def _broken(text: str) -> Iterator[re.Match[str]]:
    return _line_ends().finditer(text) if "\n" in text else iter(())


@cache
def _line_ends() -> re.Pattern[str]:
    """The hyphen, perhaps a soft one, of a word that goes on in the next line."""
    return re.compile(rf"(?<=[\w{_marks()}])[-‐\u00ad][{_BLANK}]*+\n[{_BLANK}]*+(?=\w)")


@cache
def _clusters() -> re.Pattern[str]:
    """A character with those that follow it and that NFC may compose with it; or, to be quick, a plain word."""
    cluster = f"[^{_IGNORED}](?:[{_IGNORED}]*[{_marks()}\u1160-\u11ff]){{0,{_MOST_MARKS}}}"
    return re.compile(rf"(?P<plain>[!-~]+)(?=[ -~\n])|{cluster}", re.DOTALL)


@cache
def _marks() -> str:
    """Unicode's marks (general category M); all stand in these parts of it."""
    codes = chain(range(0x300, 0x20000), range(0xE0100, 0xE01F0))
    return "".join(char for char in map(chr, codes) if unicodedata.category(char).startswith("M"))
