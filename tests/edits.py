"""Edits as editors make them, each keeping track of every character of the old text.

An edited text is its characters and, for each of them, its place in the old text; NEW where it was written anew.
Copies of a passage know of what they are copies. Where an edit might as well have happened a little earlier or later (the same text comes
of it), nobody who sees only the two texts can tell the two apart; each is a reading of the edit.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NEW = -1
COPIES = -2
"""The copy of the old text's character at 5 is at COPIES - 5."""
Tracked = list[tuple[str, int]]
"""Each character, and its place in the old text."""


@dataclass(frozen=True, slots=True)
class Splice:
    """At one place some characters are taken out, and others put in."""

    at: int
    taken: int
    put: tuple[tuple[str, int], ...] = ()

    def readings(self, text: Tracked) -> "Iterator[Splice]":
        """The splice itself, and those that make the same characters as early and as late as can be."""
        yield self
        if self.taken and self.put:
            head = _alike(text[self.at : self.at + self.taken], self.put)
            tail = _alike(text[self.at : self.at + self.taken][head:][::-1], self.put[head:][::-1])
            if head or tail:
                put = self.put[head : len(self.put) - tail]
                yield from Splice(self.at + head, self.taken - head - tail, put).readings(text)
        elif self.taken:
            end = self.at + self.taken
            back = _alike(text[: self.at][::-1], text[:end][::-1])
            forth = _alike(text[self.at :], text[end:])
            yield Splice(self.at - back, self.taken)
            yield Splice(self.at + forth, self.taken)
        elif self.put:
            back = _alike(text[: self.at][::-1], (text[: self.at] + list(self.put))[::-1])
            forth = _alike(text[self.at :], list(self.put) + text[self.at :])
            for by in (-back, forth):
                whole = self.apply(text)
                start = self.at + by
                yield Splice(start, 0, tuple((char, NEW) for char, _ in whole[start : start + len(self.put)]))

    def apply(self, text: Tracked) -> Tracked:
        """The text after it."""
        return [*text[: self.at], *self.put, *text[self.at + self.taken :]]


def _alike(one: Tracked | tuple[tuple[str, int], ...], other: Tracked | tuple[tuple[str, int], ...]) -> int:
    count = 0
    for (a, _), (b, _) in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def edited(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    """One edit of a kind that is drawn, as splices that follow one another."""
    return draw.choice(_EDITS)(text, draw, foreign)


def readings(text: Tracked, splices: list[Splice]) -> Iterator[Tracked]:
    """Every reading of the splices, one after the other; all give the same characters."""
    states = [text]
    for splice in splices:
        states = [made.apply(state) for state in states[:16] for made in splice.readings(state)]
    yield from states


def _word_bounds(text: Tracked) -> list[int]:
    chars = [char for char, _ in text]
    return [0] + [at for at in range(1, len(chars)) if chars[at - 1].isspace() and not chars[at].isspace()]


def _passage(text: Tracked, draw: random.Random) -> tuple[int, int]:
    """Some words, a sentence, or paragraphs."""
    bounds = [*_word_bounds(text), len(text)]
    first = draw.randrange(len(bounds) - 1)
    last = min(len(bounds) - 1, first + draw.choice((1, 2, 3, 8, 20, 60, 150)))
    return bounds[first], bounds[last]


def _fresh(chars: str) -> tuple[tuple[str, int], ...]:
    return tuple((char, NEW) for char in chars)


def _insert(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    start, end = _passage(_track(foreign), draw)
    return [Splice(draw.choice(_word_bounds(text)), 0, _fresh(foreign[start:end]))]


def _delete(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    start, end = _passage(text, draw)
    return [Splice(start, end - start)]


def _replace(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    start, end = _passage(text, draw)
    first, last = _passage(_track(foreign), draw)
    return [Splice(start, end - start, _fresh(foreign[first:last]))]


def _move(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    start, end = _passage(text, draw)
    cut = Splice(start, end - start)
    left = cut.apply(text)
    return [cut, Splice(draw.choice(_word_bounds(left)), 0, tuple(text[start:end]))]


def _duplicate(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    start, end = _passage(text, draw)
    copied = tuple((char, COPIES - place if place >= 0 else place) for char, place in text[start:end])
    return [Splice(draw.choice(_word_bounds(text)), 0, copied)]


def _typo(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    at = draw.randrange(len(text))
    other = draw.choice([char for char in "aeiou.,- " if char != text[at][0]])
    return [Splice(at, draw.choice((0, 1)), _fresh(other))]


_BEFORE = ("3,", "0.", "-", "1", "un-", "non-", "not ", "never ", "about 40 ", "the bishop ")
_BEHIND = (",000", ".5", "-", "1", "'t", "ness", " not", " never", " of 40", " the bishop")


def _grow(text: Tracked, draw: random.Random, foreign: str) -> list[Splice]:
    """A word that becomes part of another, or of a larger number; or gets a neighbour that turns what it says."""
    at = draw.choice(_word_bounds(text))
    if draw.choice((True, False)):
        return [Splice(at, 0, _fresh(draw.choice(_BEFORE)))]
    while at < len(text) and not text[at][0].isspace():
        at += 1
    return [Splice(at, 0, _fresh(draw.choice(_BEHIND)))]


_EDITS: tuple[Callable[[Tracked, random.Random, str], list[Splice]], ...] = (
    _insert, _delete, _replace, _move, _duplicate, _typo, _grow,
)  # fmt: skip


def _track(text: str) -> Tracked:
    return [(char, NEW) for char in text]
