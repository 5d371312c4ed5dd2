"""Which lines belong together: paragraphs between blank lines, set in, run on, or a line each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..vocabulary.bylines import byline_form
from ..vocabulary.capture_noise import HEAD_NOISE, compiled, is_of
from ..vocabulary.datelines import is_closing, is_date, is_dateline, is_salutation
from . import shapes
from .headings import is_strong
from .lines import Line, Lines, columns, is_chinese
from .pictures import is_credit_line, says_picture

_HEAD_LINES = 14
_WRAPPED = 60
"""A line of a list this wide may run over to the next."""
_UNFILLED = 110
"""A line wider than this was not broken to a width."""
_DATELINES, _FIELDS, _CLOSING = 4, 8, 4
"""So many lines has the place and day of a letter at most, a byline whose lines each name a field, and a letter's closing."""
_FIELD = re.compile(r"[^\W\d_][\w ]{2,24}:\s\S")
_HEAD_NOISE = compiled(HEAD_NOISE)


class Layout(NamedTuple):
    """How the text is set: the width to which its lines are broken (0 where they are not), its margin, and by how
    much a line may fall short though the next word had room."""

    width: int
    margin: int
    ragged: int


def find_layout(lines: Sequence[Line]) -> Layout:
    """The layout that most lines keep."""
    inner = sorted(line.columns for line, following in pairwise(lines) if following.blank == 0)
    width = inner[len(inner) * 9 // 10] if len(inner) >= 6 else 0
    width = width if 40 <= width <= _UNFILLED else 0
    indents = sorted(line.indent for line in lines)
    spare = sorted(
        room(line, following, width)
        for line, following in pairwise(lines)
        if width and following.blank == 0 and following.continues and line.columns * 2 > width
    )
    ragged = max(0, spare[len(spare) * 9 // 10]) if spare else 0
    return Layout(width, indents[len(indents) // 8] if indents else 0, ragged)


def group_lines(
    lines: Sequence[Line], layout: Layout, pages: Mapping[int, str], speakers: frozenset[str]
) -> list[Lines]:
    """All lines, in order, as they belong together; the head or number of a page stands alone."""
    groups: list[Lines] = []
    for start, end in _runs(lines, pages):
        run = lines[start:end]
        after = lines[end].blank if end < len(lines) else 0
        following = lines[end].words if end < len(lines) else ""
        cuts = [0, *_cuts(run, start, layout, speakers, following), len(run)] if len(run) > 1 else [0, 1]
        for first, last in pairwise(cuts):
            groups.append(Lines(run[first:last], after if last == len(run) else 0))
    return groups


def _runs(lines: Sequence[Line], pages: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].blank or at in pages or at - 1 in pages:
            yield start, at
            start = at


def _cuts(
    run: Sequence[Line], start: int, layout: Layout, speakers: frozenset[str], following: str
) -> list[int]:
    """Where, within lines that no blank one parts, something new begins."""
    fixed = (
        _turns(run, speakers)
        | _pictures(run)
        | (_head_lines(run, start, following) if start < _HEAD_LINES else set())
    )
    fixed |= _stretches(run)
    edges = [0, *sorted(fixed - {0}), len(run)]
    found: list[int] = []
    for first, last in pairwise(edges):
        if first:
            found.append(first)
        part = run[first:last]
        if len(part) > 1 and not (speakers and shapes.speaker(part[0]) in speakers):
            found += (first + cut for cut in _prose_cuts(part, layout))
    return found


def _turns(run: Sequence[Line], speakers: frozenset[str]) -> set[int]:
    return {at for at, line in enumerate(run) if shapes.speaker(line) in speakers} if speakers else set()


def _pictures(run: Sequence[Line]) -> set[int]:
    """Around lines that say that they belong to a picture; credits go with the words above them."""
    found: set[int] = set()
    for at, line in enumerate(run):
        if says_picture(line.words):
            found |= {at, at + 1}
            if at and is_credit_line(run[at - 1].words) and not is_credit_line(line.words):
                found -= {at}
    return found - {len(run)}


def _head_lines(run: Sequence[Line], start: int, following: str) -> set[int]:
    """Around each line of noise, byline or dateline at the head of a text; a letter's place and day stay whole."""
    if is_dateline(" ".join(line.words for line in run)[:300]) or _names_fields(run):
        return set()
    if (
        len(run) <= _DATELINES
        and is_salutation(following)
        and is_dateline(", ".join(line.words.rstrip(",") for line in run))
    ):
        return set()
    found: set[int] = set()
    for at, line in enumerate(run[: _HEAD_LINES - start]):
        words = line.words
        dated = not shapes.has_columns(line) and (is_dateline(words) or is_date(words))
        if dated or is_of(_HEAD_NOISE, words) or byline_form(words):
            found |= {at, at + 1}
    return found - {len(run)}


def _names_fields(run: Sequence[Line]) -> bool:
    """Whether each line names a field and what is in it, one of them as a byline does."""
    return (
        2 <= len(run) <= _FIELDS
        and all(len(line.words) <= 100 and _FIELD.match(line.words) for line in run)
        and sum(bool(byline_form(line.words)) for line in run) >= 1
    )


def _stretches(run: Sequence[Line]) -> set[int]:
    """Around each list and table within the lines."""
    found: set[int] = set()
    at = 0
    while at < len(run):
        end = _list_end(run, at) or _table_end(run, at)
        if end:
            found |= {at, end}
            at = end
        else:
            at += 1
    return found - {len(run)}


def _list_end(run: Sequence[Line], start: int) -> int | None:
    """Where the list ends that begins with the line, if one does: two items or more, their numbers counting up."""
    mark = shapes.bullet(run[start])
    if not mark:
        return None
    items, end = 1, start + 1
    last = shapes.number(run[start])
    wrapped = run[start].columns > _WRAPPED
    while end < len(run):
        line = run[end]
        same = shapes.bullet(line) == mark
        number = shapes.number(line) if same else None
        if same and number is not None and last is not None and number != last + 1:
            break
        if not same and line.indent <= run[start].indent and not (wrapped and line.continues):
            break
        items += same
        last = number if number is not None else last
        wrapped = line.columns > _WRAPPED
        end += 1
    return end if items >= 2 else None


def _table_end(run: Sequence[Line], start: int) -> int | None:
    end = start
    while end < len(run) and (shapes.has_columns(run[end]) or shapes.is_rule(run[end])):
        end += 1
    return end if (end - start >= 2 and shapes.has_columns(run[end - 1])) or end - start >= 3 else None


def _prose_cuts(part: Sequence[Line], layout: Layout) -> list[int]:
    """Where a paragraph begins within lines of prose: set in, after a line left short, or at each line."""
    whole = Lines(part, 0)
    if shapes.shape(whole, layout.margin) or (len(part) <= _CLOSING and is_closing(whole.words)):
        return []
    widths = [line.columns for line in part]
    if max(widths) > _UNFILLED:
        return _unfilled_cuts(part)
    width = max(*widths, layout.width)
    margin = min(line.indent for line in part)
    lead = _first_lines(part, margin)
    ragged = max(
        [
            layout.ragged,
            *(room(one, two, width) for one, two in pairwise(part) if not (one.ends and two.begins)),
        ]
    )
    return [
        at
        for at in range(1, len(part))
        if at in lead
        or _new_after_short(part[at - 1], part[at], width, ragged)
        or _after_heading(part, at, width)
    ]


def _first_lines(part: Sequence[Line], margin: int) -> set[int]:
    """The lines that are set in as the first of a paragraph is."""
    if is_chinese(part[0].words) and any(line.indent for line in part):
        return {at for at, line in enumerate(part) if line.indent}
    indented = [at for at, line in enumerate(part) if line.indent > margin]
    if not indented or len(indented) * 2 > len(part) + 1:
        # most lines are set in: the others begin, and these hang
        if margin >= 2 and not indented:
            return {at for at in range(1, len(part)) if part[at - 1].ends}
        return {at for at in indented if at and part[at - 1].ends and part[at].begins} if indented else set()
    return {
        at
        for at in indented
        if at and part[at].begins and (part[at - 1].ends or part[at].indent - margin <= 8)
    }


def _unfilled_cuts(part: Sequence[Line]) -> list[int]:
    """Every line, but stanzas among them stay whole."""
    cuts: list[int] = []
    at = 0
    while at < len(part):
        end = at
        while end < len(part) and part[end].columns <= _WRAPPED:
            end += 1
        if end - at >= 3 and shapes.verse(part[at:end]):
            cuts.append(at)
        else:
            end = max(end, at + 1)
            cuts += range(at, end)
        at = end
    return cuts[1:]


def _new_after_short(before: Line, line: Line, width: int, ragged: int) -> bool:
    """Whether the line before was left shorter than the others are, and a sentence ends there."""
    if not (before.ends and before.words[-1] not in ",;:—–-" and line.begins):
        return False
    return room(before, line, width) > ragged


def room(before: Line, line: Line, width: int) -> int:
    """How many columns stay free behind the first line if the next one's first word is put on it."""
    word = line.words.split(maxsplit=1)[0][:40]
    return width - before.columns - 1 - columns(word[:1] if is_chinese(word) else word)


def _after_heading(part: Sequence[Line], at: int, width: int) -> bool:
    """Whether the first line is a heading that no blank line parts from what it heads."""
    if at != 1 or not part[1].begins:
        return False
    first = part[0]
    return (is_strong(first.words) or is_date(first.words)) and room(first, part[1], width) > 0
