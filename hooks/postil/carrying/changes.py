"""What changed between two captures, paragraph by paragraph, for people to read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal

from .compare import Comparison, Side

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = 100
"""So many characters of what did not change are shown on either side of a change."""
_LONGEST = 4_000
"""So many characters of one change are shown."""

Kind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """Some words that stand in both captures, in the old one only, or in the new one only."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with changes, or a line of context for so many paragraphs without any."""

    changes: tuple[Change, ...]
    unchanged: int = 0


def changed_passages(comparison: Comparison, most: int) -> list[Passage]:
    """What changed, in the order of the text, what did not being folded; after ``most`` passages the rest is left out."""
    return list(islice(_passages(comparison), most))


def changes(comparison: Comparison) -> Iterator[Change]:
    """All of the new capture in order, with what of the old one is gone before what came instead.

    The words of what is the same and what was added, joined, are the new text from its first word on.
    """
    old, new = comparison.old, comparison.new
    at_old = at_new = 0
    for run in comparison.runs:
        yield from _piece("removed", old, at_old, run.old)
        yield from _piece("added", new, at_new, run.new)
        yield from _piece("same", new, run.new, run.new + run.length)
        at_old, at_new = run.old + run.length, run.new + run.length
    yield from _piece("removed", old, at_old, len(old.words))
    yield from _piece("added", new, at_new, len(new.words))


def _piece(kind: Kind, side: Side, word: int, after: int) -> Iterator[Change]:
    if word < after:
        end = side.starts[side.words[after][0]] if after < len(side.words) else len(side.text)
        yield Change(kind, side.text[side.starts[side.words[word][0]] : end])


def _passages(comparison: Comparison) -> Iterator[Passage]:
    for unchanged, group in groupby(_paragraphs(changes(comparison)), _is_unchanged):
        if not unchanged:
            for paragraph in group:
                yield Passage(tuple(_shortened(paragraph)))
            continue
        paragraphs = list(group)
        words = " ".join(paragraphs[-1][-1].text.split())
        shown = words if len(words) <= _LINE else "… " + words[-_LINE:].partition(" ")[2]
        yield Passage((Change("same", shown),), len(paragraphs))


def _paragraphs(pieces: Iterator[Change]) -> Iterator[list[Change]]:
    paragraph: list[Change] = []
    for piece in pieces:
        *ended, rest = _PARAGRAPH_END.split(piece.text)
        for part in ended:
            yield [*paragraph, *_words(piece.kind, part)]
            paragraph = []
        paragraph += _words(piece.kind, rest)
    if paragraph:
        yield paragraph


def _words(kind: Kind, text: str) -> list[Change]:
    return [Change(kind, text)] if text.strip() else []


def _is_unchanged(paragraph: Sequence[Change]) -> bool:
    return all(change.kind == "same" for change in paragraph)


def _shortened(paragraph: Sequence[Change]) -> Iterator[Change]:
    for at, change in enumerate(paragraph):
        if change.kind != "same":
            yield _cut(change, _LONGEST, _LONGEST)
        else:
            yield _cut(change, _LINE if at else 0, _LINE if at < len(paragraph) - 1 else 0)


def _cut(change: Change, head: int, tail: int) -> Change:
    """The change without its middle, where that is long."""
    text = change.text
    if len(text) <= head + tail + _LINE:
        return change
    first = text[:head].rpartition(" ")[0] if head else ""
    last = text[len(text) - tail :].partition(" ")[2] if tail else ""
    return Change(change.kind, f"{first} … {last}")
