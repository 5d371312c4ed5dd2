"""Precision and recall of dates against texts in which people marked every time expression.

A file of such texts has one JSON object a line: ``doc``, ``dct`` (the day it was written, or null), ``text`` and
``timex``, a list of ``start``, ``end`` (code points), ``type`` and ``value``, both as in TIMEX3.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .timex3 import Mention

CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}")
"""The value of a year, a month or a day."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the dates in it by those who marked it; other types (TIME, DURATION, SET) are left out."""

    name: str
    written: str | None
    text: str
    dates: tuple[Mention, ...]


def marked_texts(path: Path) -> list[MarkedText]:
    """The texts of a ``.jsonl`` file."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        MarkedText(
            each["doc"],
            each["dct"],
            each["text"],
            tuple(Mention(t["start"], t["end"], t["value"]) for t in each["timex"] if t["type"] == "DATE"),
        )
        for each in documents
    ]


@dataclass(slots=True)
class Score:
    """How many dates were marked, were found, and of these how many agree, by how much."""

    marked: int = 0
    found: int = 0
    met: int = 0
    """Marked and found, the spans overlap."""
    spans: int = 0
    """… and are the same."""
    values: int = 0
    """… and have the same value."""

    def add(self, marked: Sequence[Mention], found: Sequence[Mention]) -> None:
        """Counts one text in."""
        self.marked += len(marked)
        self.found += len(found)
        for one, other in pairs(marked, found):
            self.met += 1
            self.spans += one[:2] == other[:2]
            self.values += one.value == other.value

    def precision(self, right: int) -> float:
        """In percent; 0 where nothing was found."""
        return 100 * right / self.found if self.found else 0.0

    def recall(self, right: int) -> float:
        """In percent; 0 where nothing was marked."""
        return 100 * right / self.marked if self.marked else 0.0

    def f1(self, right: int) -> float:
        """The harmonic mean of the two, in percent."""
        both = self.marked + self.found
        return 200 * right / both if both else 0.0


def only(form: re.Pattern[str], mentions: Iterable[Mention]) -> list[Mention]:
    """Those whose value has the form."""
    return [each for each in mentions if form.fullmatch(each.value)]


def pairs(marked: Sequence[Mention], found: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Each marked date with the one found for it: equal spans first, then from the left whatever overlaps most."""
    by_span: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, one in enumerate(marked):
        by_span[one.start, one.end].append(at)
    result: list[tuple[Mention, Mention]] = []
    free: list[Mention] = []
    alone = set(range(len(marked)))
    for other in found:
        if same := by_span.get((other.start, other.end)):
            at = same.pop(0)
            alone.discard(at)
            result.append((marked[at], other))
        else:
            free.append(other)
    for one in sorted((marked[at] for at in alone), key=lambda each: each[:2]):
        overlapping = [each for each in free if each.start < one.end and one.start < each.end]
        if overlapping:
            best = max(overlapping, key=lambda each: min(each.end, one.end) - max(each.start, one.start))
            free.remove(best)
            result.append((one, best))
    return result


def differences(
    text: str, marked: Sequence[Mention], found: Sequence[Mention], around: int = 60
) -> list[str]:
    """What the two do not agree on, a line each, with so many characters on both sides."""
    agreed = pairs(marked, found)
    met, matched = {one for one, _ in agreed}, {other for _, other in agreed}
    rows = [
        (one.start, "WRONG ", one, f"{one.value} <> {other.value}")
        for one, other in agreed
        if one.value != other.value
    ]
    rows += [(one.start, "MISSED", one, one.value) for one in marked if one not in met]
    rows += [(other.start, "SPURIOUS", other, other.value) for other in found if other not in matched]
    return [
        f"{what:8} {value:26} {_context(text, mention, around)}" for _, what, mention, value in sorted(rows)
    ]


def _context(text: str, mention: Mention, around: int) -> str:
    start, end = mention.start, mention.end
    words = text[max(0, start - around) : start] + "[" + text[start:end] + "]" + text[end : end + around]
    return words.replace("\n", "⏎")
