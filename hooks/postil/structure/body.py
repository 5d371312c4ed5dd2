"""The body of a text: shapes, speakers, captions, notes and headings among the paragraphs."""

import itertools
import re
from collections.abc import Sequence
from statistics import median

from ..model import BlockKind
from ..vocabulary.capture_noise import INNER_NOISE, compiled, is_of
from ..vocabulary.datelines import is_closing, is_dateline
from ..vocabulary.end_notes import note_form
from . import shapes
from .foot import called, stands_once
from .grouping import Layout
from .headings import could_head, heading, is_chapter, names_chapter
from .lines import Lines, Ruling
from .pictures import caption, is_credit_line, usual_gap

_NOISE = compiled(INNER_NOISE)
_ITEM, _LONG_ITEM = 200, 400
"""So long is an item of a list that blank lines part, and of one whose numbers count up over three or more."""
_SIGN = re.compile(r"([*†‡]{1,3})\s{0,4}(?=[^\W_])")
_NOTE, _CALLS = 600, 2000
_PULL = re.compile(r"[\"“«„]\s?([^\"“”«»„]{30,240})\s?[\"”»“]")
_PULLED, _PULLED_OF, _PULLED_FROM, _MOST_PULLED = 260, 6000, 20, 100
"""So long is a pull quote and its paragraph, so many blocks from one another; so many are looked at."""
PULLED = Ruling(BlockKind.QUOTE, "a sentence of the text once more")
PARAGRAPH = Ruling(BlockKind.PARAGRAPH, "nothing says otherwise")


def read_body(
    groups: Sequence[Lines], layout: Layout, speakers: frozenset[str], gap: int = 0
) -> list[Ruling]:
    """What each group of the body is; ``gap`` is the usual number of blank lines in the whole text."""
    found: list[Ruling | None] = [_own_form(group, layout, speakers) for group in groups]
    _name_items(groups, found)
    _name_set_in(groups, found, layout)
    _name_stanzas(groups, found)
    _name_footnotes(groups, found)
    _name_captions(groups, found, layout, gap or usual_gap(groups))
    _name_pull_quotes(groups, found)
    _name_headings(groups, found)
    return [ruling or PARAGRAPH for ruling in found]


def _own_form(group: Lines, layout: Layout, speakers: frozenset[str]) -> Ruling | None:
    """What the group is whatever stands around it."""
    if speakers and (label := shapes.speaker(group.lines[0])) in speakers and label:
        return Ruling(BlockKind.SPEECH, f"begins with who speaks: {label.partition(':')[2]}")
    if found := shapes.shape(group, layout.margin):
        return found
    if group.length <= 140 and is_dateline(group.on_one_line):
        return Ruling(BlockKind.DATELINE, "place and day on a line of their own")
    if group.length <= 100 and is_of(_NOISE, group.on_one_line):
        return Ruling(BlockKind.NOISE, "line of a web page between the paragraphs")
    if note := note_form(group.on_one_line, at_the_end=False):
        return Ruling(BlockKind.NOTE, note.name)
    return None


def _name_items(groups: Sequence[Lines], found: list[Ruling | None]) -> None:
    """List items that blank lines part: short ones with the same mark, or numbers that count up, side by side."""
    marks = [
        shapes.bullet(group.lines[0]) if ruling is None or ruling.kind is BlockKind.LIST else None
        for group, ruling in zip(groups, found, strict=True)
    ]
    long_runs = _counting(groups, marks)
    for at, (one, other) in enumerate(itertools.pairwise(marks)):
        if not one or one != other:
            continue
        pair = groups[at], groups[at + 1]
        first, second = (
            shapes.number(pair[0].lines[-1]) or shapes.number(pair[0].lines[0]),
            shapes.number(pair[1].lines[0]),
        )
        if first is not None and second is not None and second != first + 1:
            continue
        counted = first is not None and second is not None and (at in long_runs or at + 1 in long_runs)
        if any(
            group.length > _ITEM or (group.sentences > 2 and not found[at + i])
            for i, group in enumerate(pair)
        ) and not (counted and all(group.length <= _LONG_ITEM for group in pair)):
            continue
        for i in (at, at + 1):
            found[i] = found[i] or Ruling(BlockKind.LIST, "item beside others with the same sort of mark")


def _counting(groups: Sequence[Lines], marks: Sequence[str | None]) -> set[int]:
    """The groups in the middle of three or more, side by side, whose numbers count up from one."""
    numbers = [
        shapes.number(group.lines[0]) if mark else None for group, mark in zip(groups, marks, strict=True)
    ]
    found: set[int] = set()
    run: list[int] = []
    for at, number in enumerate([*numbers, None]):
        if number is not None and number == len(run) + 1:
            run.append(at)
            continue
        if len(run) >= 3:
            found |= set(run)
        run = [at] if number == 1 else []
    return found


def _name_stanzas(groups: Sequence[Lines], found: list[Ruling | None]) -> None:
    """Short stanzas beside verse."""
    for at, group in enumerate(groups):
        beside = [found[near] for near in (at - 1, at + 1) if 0 <= near < len(groups)]
        if (
            (
                found[at] in (None, shapes.SET_IN)
                and group.count > 1
                and any(each and each.kind is BlockKind.VERSE for each in beside)
            )
            and all(line.begins and line.columns <= 70 for line in group.lines)
            and not is_closing(group.words)
        ):
            found[at] = Ruling(BlockKind.VERSE, "lines like those of the verse beside them")


def _name_set_in(groups: Sequence[Lines], found: list[Ruling | None], layout: Layout) -> None:
    """Single lines set in as far as the quotations of the same text are."""
    indents = {groups[at].lines[0].indent for at, ruling in enumerate(found) if ruling is shapes.SET_IN}
    for at, group in enumerate(groups):
        if (
            indents
            and found[at] is None
            and group.count == 1
            and group.lines[0].indent in indents
            and not is_closing(group.words)
        ):
            found[at] = Ruling(BlockKind.QUOTE, "set in like the quotations of the text")


def _name_footnotes(groups: Sequence[Lines], found: list[Ruling | None]) -> None:
    """Notes at the foot of a page, under the paragraph that calls them by their sign."""
    for at in range(1, len(groups)):
        mark = _SIGN.match(groups[at].words)
        if mark and found[at] is None and groups[at].length <= _NOTE:
            calling = [groups[near].words[-_CALLS:] for near in range(max(0, at - 3), at)]
            once = stands_once(mark[1], groups[at].words)
            if once and any(words.count(mark[1]) == 1 and called(mark[1], words) for words in calling):
                found[at] = Ruling(BlockKind.NOTE, "begins with the sign that a paragraph above calls it by")


def _name_pull_quotes(groups: Sequence[Lines], found: list[Ruling | None]) -> None:
    """A sentence in quotation marks that a paragraph has word for word, with no speaker named."""
    quoted = [
        at
        for at, group in enumerate(groups)
        if found[at] is None and group.length <= _PULLED and _PULL.fullmatch(group.on_one_line)
    ][:_MOST_PULLED]
    if not quoted:
        return
    near = {at: groups[max(0, at - _PULLED_FROM) : at + _PULLED_FROM] for at in quoted}
    for at, around in near.items():
        match = _PULL.fullmatch(groups[at].on_one_line)
        words = match[1].rstrip(".!?").casefold() if match else ""
        if any(
            len(words) < len(each.on_one_line) and words in each.on_one_line.casefold()
            for each in around
            if each is not groups[at] and each.length <= _PULLED_OF and each.is_prose
        ):
            found[at] = PULLED


def _name_captions(groups: Sequence[Lines], found: list[Ruling | None], layout: Layout, gap: int) -> None:
    for at, group in enumerate(groups):
        if found[at] and found[at].kind not in (BlockKind.QUOTE,):  # type: ignore[union-attr]
            continue
        before, after = _neighbour(groups, found, at - 1), _neighbour(groups, found, at + 1)
        ruling = caption(group, before, after, gap, filled=layout.width > 0)
        if ruling is None:
            continue
        if (
            at
            and group.count == 1
            and is_credit_line(group.on_one_line)
            and (above := _captioned(groups, found, at))
        ):
            found[at - 1] = above
            ruling = Ruling(BlockKind.CAPTION, ruling.rule, continues=True)
        found[at] = ruling


def _neighbour(groups: Sequence[Lines], found: Sequence[Ruling | None], at: int) -> Lines | None:
    if not 0 <= at < len(groups):
        return None
    known = found[at]
    return groups[at] if known is None or known.kind is not BlockKind.CAPTION else None


def _captioned(groups: Sequence[Lines], found: Sequence[Ruling | None], at: int) -> Ruling | None:
    """The block before a credit that stands alone, as the caption that is credited."""
    above = groups[at - 1]
    known = found[at - 1]
    if known and known.kind is BlockKind.CAPTION:
        return known
    if known or above.length > 400 or above.sentences > 2:
        return None
    return Ruling(BlockKind.CAPTION, f"credited on the line after it: {groups[at].on_one_line}")


def _name_headings(groups: Sequence[Lines], found: list[Ruling | None]) -> None:
    prose = [group.length for group in groups if group.is_prose]
    usual_length = median(prose) if prose else 0
    letters = sum(group.length for group in groups)
    shouted = sum(group.length for group in groups if group.words.isupper())
    shouting = shouted * 2 > letters
    open_groups = [at for at, ruling in enumerate(found) if ruling is None]
    for at in reversed(open_groups):
        after = groups[at + 1] if at + 1 < len(groups) else None
        known = found[at + 1] if after else None
        closes_letter = (at > 0 and is_closing(groups[at - 1].words)) or is_closing(groups[at].words)
        if not closes_letter:
            found[at] = heading(groups[at], after, known.kind if known else None, shouting=shouting)
    for at in range(1, len(groups)):
        above = found[at - 1]
        if (
            found[at] is None
            and above
            and above.rule == "numbered"
            and is_chapter(groups[at - 1].on_one_line)
        ) and names_chapter(groups[at], groups[at + 1] if at + 1 < len(groups) else None):
            found[at] = Ruling(BlockKind.HEADING, "short line under the number of a chapter")
    _name_sentences(groups, found, usual_length if len(prose) * 2 >= len(groups) else 0)


def _next(groups: Sequence[Lines], found: Sequence[Ruling | None], at: int) -> Lines | None:
    """What follows, a pull quote left out."""
    after = at + 2 if found[at + 1] == PULLED else at + 1
    return groups[after] if after < len(groups) and found[after] is None else None


def _name_sentences(groups: Sequence[Lines], found: list[Ruling | None], usual_length: float) -> None:
    """Whole sentences as headings, where all that stand alone stand over long paragraphs."""
    if not usual_length:
        return
    single = [at for at, group in enumerate(groups) if found[at] is None and not group.is_prose]
    heads = [
        at
        for at in single
        if at + 1 < len(groups)
        and (found[at + 1] is None or found[at + 1] == PULLED)
        and could_head(groups[at], _next(groups, found, at), usual_length)
    ]
    if len(heads) >= 2 and len(heads) * 5 >= len(single) * 4:
        for at in heads:
            found[at] = Ruling(BlockKind.HEADING, "one sentence over paragraphs many times its length")
