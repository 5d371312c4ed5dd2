"""What two sequences have in common, in order: a patience diff over runs of several words.

Runs of words that stand once in either sequence hold it together; between them the search goes on, where more is
unique. What no run tells is left unmatched, so that the work stays near linear however the sequences are made.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_RUNS = (8, 3, 1)
"""So many words together are looked for, the longest first."""
_DEEPEST = 24
"""So often a gap is searched again for what is unique in it."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """So many words that stand in both, from these words on."""

    old: int
    new: int
    length: int


@dataclass(frozen=True, slots=True)
class _Gap:
    """A part of both sequences in which nothing is matched yet."""

    old: int
    old_end: int
    new: int
    new_end: int
    depth: int


def common_runs(old: Sequence[int], new: Sequence[int]) -> tuple[Run, ...]:
    """The longest runs of equal words, in the order of both sequences, none overlapping."""
    found: list[Run] = []
    gaps = [_Gap(0, len(old), 0, len(new), 0)]
    while gaps:
        gap = gaps.pop()
        head = _same(old, new, gap.old, gap.new, min(gap.old_end - gap.old, gap.new_end - gap.new))
        most = min(gap.old_end - gap.old, gap.new_end - gap.new) - head
        tail = _same_before(old, new, gap.old_end, gap.new_end, most)
        runs = [Run(gap.old, gap.new, head)] if head else []
        inner = _Gap(gap.old + head, gap.old_end - tail, gap.new + head, gap.new_end - tail, gap.depth + 1)
        between = list(_held(old, new, inner))
        runs += between
        if tail:
            runs.append(Run(gap.old_end - tail, gap.new_end - tail, tail))
        found += runs
        if between:
            gaps += _between(between, inner)
    return tuple(_merged(sorted(found)))


def _held(old: Sequence[int], new: Sequence[int], gap: _Gap) -> Iterator[Run]:
    """Runs around the pieces that stand once in either part of the gap, in an order that both have."""
    if gap.depth > _DEEPEST or gap.old == gap.old_end or gap.new == gap.new_end:
        return
    for length in _RUNS:
        pairs = _in_order(_unique_pairs(old, new, gap, length))
        if pairs:
            yield from _grown(old, new, gap, pairs)
            return


def _unique_pairs(old: Sequence[int], new: Sequence[int], gap: _Gap, length: int) -> list[tuple[int, int]]:
    here = _unique(old, gap.old, gap.old_end, length)
    there = _unique(new, gap.new, gap.new_end, length)
    return [(at, there[piece]) for piece, at in here.items() if at >= 0 and there.get(piece, -1) >= 0]


def _unique(words: Sequence[int], start: int, end: int, length: int) -> dict[tuple[int, ...], int]:
    """Where each piece of so many words stands; -1 where it stands more than once."""
    places: dict[tuple[int, ...], int] = {}
    for at in range(start, end - length + 1):
        piece = tuple(words[at : at + length])
        places[piece] = -1 if piece in places else at
    return places


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of the pairs that goes forward in both (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        pile = bisect_left(tops, there)
        before.append(last[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(there)
            last.append(index)
        else:
            tops[pile], last[pile] = there, index
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _grown(old: Sequence[int], new: Sequence[int], gap: _Gap, pairs: list[tuple[int, int]]) -> Iterator[Run]:
    """A run around each pair, as far as both sequences agree and no run before it reaches."""
    old_end, new_end = gap.old, gap.new
    for here, there in pairs:
        if here < old_end or there < new_end:
            continue
        back = _same_before(old, new, here, there, min(here - old_end, there - new_end))
        forth = _same(old, new, here, there, min(gap.old_end - here, gap.new_end - there))
        yield Run(here - back, there - back, back + forth)
        old_end, new_end = here + forth, there + forth


def _same(old: Sequence[int], new: Sequence[int], here: int, there: int, most: int) -> int:
    """How many words from these on are the same."""
    length = 0
    while length < most and old[here + length] == new[there + length]:
        length += 1
    return length


def _same_before(old: Sequence[int], new: Sequence[int], here: int, there: int, most: int) -> int:
    length = 0
    while length < most and old[here - length - 1] == new[there - length - 1]:
        length += 1
    return length


def _between(runs: Sequence[Run], gap: _Gap) -> Iterator[_Gap]:
    old, new = gap.old, gap.new
    for run in runs:
        yield _Gap(old, run.old, new, run.new, gap.depth)
        old, new = run.old + run.length, run.new + run.length
    yield _Gap(old, gap.old_end, new, gap.new_end, gap.depth)


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    """The same runs, those put together that follow one another at once in both."""
    held: Run | None = None
    for run in runs:
        if held and (held.old + held.length, held.new + held.length) == (run.old, run.new):
            held = Run(held.old, held.new, held.length + run.length)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held
