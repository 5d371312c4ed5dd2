"""Heads, feet and numbers of pages: print that stands between the lines of the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .lines import Line

_LONGEST = 80
_DECLARED = re.compile(
    r"[\[({<]\s?(?:page|pg|p|pp|fol|folio|ff?|leaf|Seite|S|стр)(?:\.?\s?\d{1,4}[rv]?|\.?\s[ivxlc]{1,7})\s?[\])}>]"
    r"|[-–—]{1,3}\s?\d{1,4}\s?[-–—]{1,3}|[{\[]\d{1,4}[rv]?[}\]]|[*·•~]\s?\d{1,4}\s?[*·•~]"
    r"|(?:page|seite|pág\.|стр\.)\s\d{1,4}(?:\s(?:of|/|von|de)\s\d{1,4})?|第\s?\d{1,4}\s?页(?:[，,/\s]{1,3}共\s?\d{1,4}\s?页)?",
    re.I,
)
"""Numbers that say that they are a page's."""
_ORNAMENT = re.compile(r"(?=.{3})(?:[*·•_~=#+–—-]\s{0,8}){3,40}|[*⁂❦§]{1,3}|(?:o0o|-o0o-|-oOo-)")
_BARE = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_HEADED = re.compile(
    r"(?P<left>\d{1,4})\s{1,40}(?P<title>[^\W\d].{1,58})|(?P<head>[^\W\d].{1,58}?)[\s.]{1,40}(?P<right>\d{1,4})"
)
_OPENS = frozenset("[({<-–—*·•~pPsSс第_=#+⁂❦§o")
"""What a line that says that it is print can begin with."""
_BETWEEN, _SHORT = "ornament between parts", 30
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_NEAR, _FAR, _YEAR = 3, 400, 1000
"""Lines to look past for the text around a page's end; lines that a page may have; what looks like a year."""


class _Mark(NamedTuple):
    """A line that may be a page's number, alone or with the running head."""

    line: int
    number: int
    head: str


def find_pages(lines: Sequence[Line]) -> dict[int, str]:
    """Which lines, by their place in the list, are print and no text; and why."""
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if len(line.words) <= _LONGEST and line.words[0] in _OPENS:
            if len(line.words) <= _SHORT and _DECLARED.fullmatch(line.words):
                found[at] = "number of a page"
            elif _ORNAMENT.fullmatch(line.words) and _stands_alone(lines, at):
                found[at] = _BETWEEN
    for chain in _chains(_marks(lines)):
        found |= _accepted(lines, chain)
    return found | _heads_beside(lines, found)


def is_ornament(rule: str) -> bool:
    """Whether a line is print for this reason that no sentence can run across."""
    return rule == _BETWEEN


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    return (lines[at].blank > 0 or at == 0) and (at + 1 == len(lines) or lines[at + 1].blank > 0)


def _marks(lines: Sequence[Line]) -> Iterator[_Mark]:
    for at, line in enumerate(lines):
        words = line.words
        if len(words) > _LONGEST or not (words[0].isdecimal() or words[-1].isdecimal() or len(words) <= 6):
            continue
        if _BARE.fullmatch(words):
            yield _Mark(at, int(words) if words.isdecimal() else _roman(words), "")
        elif match := _HEADED.fullmatch(words):
            head = (match["title"] or match["head"]).rstrip(" .")
            if all(word[0].isupper() for word in head.split() if len(word) > 3):
                yield _Mark(at, int(match["left"] or match["right"]), head)


def _roman(words: str) -> int:
    values = [_ROMAN[letter] for letter in words]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _chains(marks: Iterable[_Mark]) -> list[list[_Mark]]:
    """Marks whose numbers count up by one or two, a page's length apart."""
    chains: list[list[_Mark]] = []
    open_at: dict[int, list[_Mark]] = {}
    for mark in marks:
        chain = next(
            (
                open_at[before]
                for before in (mark.number - 1, mark.number - 2)
                if before in open_at and _NEAR <= mark.line - open_at[before][-1].line <= _FAR
            ),
            None,
        )
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(mark)
        open_at[mark.number] = chain
    return chains


def _accepted(lines: Sequence[Line], chain: Sequence[_Mark]) -> dict[int, str]:
    """The marks of the chain, where something besides the counting says that they are pages'."""
    if len(chain) == 1 and not _torn_or_feed(lines, chain[0].line):
        return {}
    heads = Counter(mark.head.casefold() for mark in chain if mark.head)
    torn = any(_torn_or_feed(lines, mark.line) for mark in chain)
    bare = [mark for mark in chain if not mark.head]
    first = chain[0].number
    running = {head for head, times in heads.items() if times > 1}
    counted = len(bare) >= 2 and 2 < first < _YEAR and len(bare) == len(chain)
    if not (torn or counted or running):
        return {}
    return {
        mark.line: "number of a page, counting up"
        if not mark.head
        else "running head of a page with its number"
        for mark in chain
        if not mark.head
        or mark.head.isupper()
        or mark.head.casefold() in running
        or _interrupts(lines, mark.line)
    }


def _torn_or_feed(lines: Sequence[Line], at: int) -> bool:
    return lines[at].feed or (at + 1 < len(lines) and lines[at + 1].feed) or _interrupts(lines, at)


def _interrupts(lines: Sequence[Line], at: int) -> bool:
    """Whether a sentence runs across the line: none is closed before it, and the middle of one comes after."""
    after = _text_near(lines[at + 1 : at + 1 + _NEAR])
    if after is None or not after.continues:
        return False
    before = _text_near(lines[max(0, at - _NEAR) : at][::-1])
    return before is not None and not before.ends


def _text_near(lines: Sequence[Line]) -> Line | None:
    for line in lines:
        if not _is_print(line):
            return line
    return None


def _is_print(line: Line) -> bool:
    """Whether it could be a head or a number; only passed over, never believed for that alone."""
    return len(line.words) <= _LONGEST and (line.words.isupper() or not any(map(str.isalpha, line.words)))


def _may_head(words: str) -> bool:
    return len(words) <= _LONGEST and (words.isupper() or words[-1] not in ".!?:,;。！？")


def _is_shouted(words: str) -> bool:
    return len(words) > 3 and words.isupper() and sum(map(str.isalpha, words)) * 2 > len(words)


def _heads_beside(lines: Sequence[Line], found: dict[int, str]) -> dict[int, str]:
    """Running heads on lines of their own beside a page's number: those that come back, or tear a sentence.

    One in capitals that stands elsewhere too, as the heading of a chapter, comes back.
    """
    beside = [
        near
        for at, rule in found.items()
        if rule != _BETWEEN
        for near in (at - 1, at + 1)
        if 0 <= near < len(lines) and near not in found and _may_head(lines[near].words)
    ]
    places: defaultdict[str, set[int]] = defaultdict(set)
    for near in beside:
        places[lines[near].words.casefold()].add(near)
    printed = {lines[near].words for near in beside if _is_shouted(lines[near].words)}
    again = Counter(line.words for line in lines if line.words in printed) if printed else Counter()
    return {
        near: "running head of a page"
        for near in beside
        if len(places[lines[near].words.casefold()]) > 1
        or again[lines[near].words] > 1
        or (lines[near].words.isupper() and len(lines[near].words) > 3 and _interrupts(lines, near))
    }
