"""Where a quote stands in its context (docs/anchors.md, "Matching"). No match is ever accepted for being close.

A word that is hyphenated at the end of a line is read in three ways: as printed, joined, and joined with its hyphen.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator

from ..model import Span
from ..records import Target
from .fold import Folded, fold, folded, key_of

_WORK = 1_000_000
"""So many characters, about, are compared with places that agree in all but hyphens and spaces."""


def match_quote(target: Target, text: str) -> Iterator[Span]:
    """Every place where the quote stands in its context, in reading order, however the ends of lines are read.

    White space at the ends of the quote is no part of the place, and is not looked for without context there. Where
    a text repeats itself very much in all but its hyphens and spaces, these make no difference any more.
    """
    here = fold(text)
    quote = folded(target.prefix + target.exact + target.suffix)
    first, last = quote.between(len(target.prefix), len(target.prefix) + len(target.exact))
    if first == last:
        return
    before = first if target.prefix else 0
    sought = quote.text[first - before : None if target.suffix else last]
    for start, end in search(here, sought, before, before + last - first):
        yield Span(here.starts[start], here.ends[end - 1])


def search(here: Folded, sought: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the sought characters from the first to the last stand, in whole clusters, wherever all of them do."""
    for start, end in _candidates(here, sought, first, last):
        start, end = here.trimmed(start, end)
        if start < end and not here.within_cluster(start) and not here.within_cluster(end):
            yield start, end


def _candidates(here: Folded, sought: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    key, at = key_of(sought) if here.breaks else ("", array("I"))
    if not key:
        for start in _all(sought, here.text):
            yield start + first, start + last
        return

    def roughly(found: int) -> tuple[int, int]:
        start = places[found + min(bisect_left(at, first), len(at) - 1)]
        end = places[found + max(bisect_left(at, last) - 1, 0)]
        return start, max(start, end) + 1

    whole, places = here.key
    enough = max(2, _WORK // len(key))
    nearly: list[int] = []
    for found in _all(key, whole):
        where = _reading(here, sought, at, found) if len(nearly) < enough else None
        if where:
            yield where(first), where(last - 1) + 1
        elif len(nearly) >= enough:
            yield roughly(found)
        else:
            nearly.append(found)
            if len(nearly) == enough:
                yield from map(roughly, nearly)


def _reading(here: Folded, sought: str, at: "array[int]", found: int) -> Callable[[int], int] | None:
    """Where each sought character stands in the text, at one place of its key; None where the two do not agree."""
    places = here.key[1]
    start = places[found] - at[0]
    if start < 0:
        return None
    if here.text.startswith(sought, start):
        return start.__add__
    end = places[found + len(at) - 1]
    if not here.text.startswith(sought[: at[0]], start) or not here.text.startswith(sought[at[-1] :], end):
        return None
    where = list(range(start, start + at[0]))
    for each in range(len(at) - 1):
        place = places[found + each]
        gap = sought[at[each] + 1 : at[each + 1]]
        printed = here.text[place + 1 : places[found + each + 1]]
        if gap != printed and not (place + 1 in here.breaks and gap in ("", "-")):
            return None
        where += range(place, place + 1 + len(gap))
    where += range(end, end + len(sought) - at[-1])
    return where.__getitem__


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at != -1:
        yield at
        at = text.find(words, at + 1)
