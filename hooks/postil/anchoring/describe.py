"""A quote for words, with the fewest words of context that make it occur once (docs/anchors.md, "Describing")."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ..model import Span
from ..records import Target
from .fold import Folded, fold, writable
from .match import search

_UNSPACED = (
    range(0x0E00, 0x0F00),  # Thai, Lao
    range(0x1000, 0x10A0),  # Burmese
    range(0x1780, 0x1800),  # Khmer
    range(0x2E80, 0xA000),  # Chinese and Japanese
    range(0xF900, 0xFB00),
    range(0xFF00, 0xFFF0),
    range(0x20000, 0x40000),
)
"""Scripts that put no spaces between words; each of their characters counts as one."""
_LONGEST_WORD = 64
"""Clusters; a longer run counts as several words."""
_FEW = 10
"""So many words of context are shared out between the two sides in every way; more grow on both alike."""


def describe(span: Span, text: str, most: int | None = None) -> Target:
    """The quote of the span, with the fewest words of context that make it occur once.

    The span is widened to whole clusters; white space and invisible characters at its ends are left out. With
    ``most``, no further word is taken where a side of the context has so many characters: the quote may then occur
    more than once. What no note may hold is left out or written as a space.
    """
    here = fold(text)
    first, last = here.trimmed(bisect_right(here.ends, span.start), bisect_left(here.starts, span.end))
    if first >= last:
        return Target(exact=span.of(text))
    start, end = here.starts[first], here.ends[last - 1]

    def goes_on(at: int) -> bool:
        side = start - here.starts[at] if at <= first else here.ends[at - 1] - end
        return most is None or side < most

    def occurs_once(left: int, right: int) -> bool:
        return len(list(islice(search(here, here.text[left:right], first - left, last - left), 2))) == 1

    before, after = _words_before(here, first, goes_on), _words_after(here, last, goes_on)
    lefts, rights = [first, *islice(before, _FEW)], [last, *islice(after, _FEW)]
    left, right = _few(lefts, rights, occurs_once) or _many([*lefts, *before], [*rights, *after], occurs_once)
    return Target(
        exact=writable(text[start:end]),
        prefix=writable(text[here.starts[left] : start]) if left < first else "",
        suffix=writable(text[end : here.ends[right - 1]]) if right > last else "",
    )


_Edges = Sequence[int]
"""Where the context may end on one side: without it, after one word, after two …"""
_Test = Callable[[int, int], bool]


def _few(lefts: _Edges, rights: _Edges, is_enough: _Test) -> tuple[int, int] | None:
    """The edges with the fewest words between them that are enough, then with the fewest before."""
    for words in range(_FEW + 1):
        if is_enough(lefts[min(words, len(lefts) - 1)], rights[min(words, len(rights) - 1)]):
            for before in range(words + 1):
                if before < len(lefts) and words - before < len(rights):
                    left, right = lefts[before], rights[words - before]
                    if is_enough(left, right):
                        return left, right
    return None


def _many(lefts: _Edges, rights: _Edges, is_enough: _Test) -> tuple[int, int]:
    """As many words on both sides as are enough; then those before that are not needed are cut, then those after."""
    both = _least(
        max(len(lefts), len(rights)) - 1,
        lambda words: is_enough(lefts[min(words, len(lefts) - 1)], rights[min(words, len(rights) - 1)]),
    )
    lefts, rights = lefts[: both + 1], rights[: both + 1]
    left = lefts[_least(len(lefts) - 1, lambda words: is_enough(lefts[words], rights[-1]))]
    return left, rights[_least(len(rights) - 1, lambda words: is_enough(left, rights[words]))]


def _least(most: int, is_enough: Callable[[int], bool]) -> int:
    """The least number that is enough, where every greater one is; ``most`` where none is."""
    low, step = 0, 1
    while low + step < most and not is_enough(low + step):
        low, step = low + step, step * 2
    return low + bisect_left(range(low, min(low + step, most)), True, key=is_enough)


def _words_before(here: Folded, at: int, goes_on: Callable[[int], bool]) -> Iterator[int]:
    while at > 0 and goes_on(at):
        while at > 0 and here.is_space(at - 1):
            at -= 1
        length = 0
        while at > 0 and length < _LONGEST_WORD and not here.is_space(at - 1):
            start = at - 1
            while here.within_cluster(start):
                start -= 1
            if length and (_is_unspaced(here, start) or _is_unspaced(here, at)):
                break
            at = start
            length += 1
        yield at


def _words_after(here: Folded, at: int, goes_on: Callable[[int], bool]) -> Iterator[int]:
    end = len(here.text)
    while at < end and goes_on(at):
        while at < end and here.is_space(at):
            at += 1
        length, taken = 0, at
        while at < end and length < _LONGEST_WORD and not here.is_space(at):
            if length and (_is_unspaced(here, at) or _is_unspaced(here, taken)):
                break
            taken = at
            at += 1
            while here.within_cluster(at):
                at += 1
            length += 1
        yield at


def _is_unspaced(here: Folded, at: int) -> bool:
    code = ord(here.text[at])
    return code >= _UNSPACED[0].start and any(code in script for script in _UNSPACED)
