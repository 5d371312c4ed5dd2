"""What lines say by their shape: a list, a table, verse, an indented quotation, what a speaker says."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from ..model import BlockKind
from ..vocabulary.datelines import is_closing
from .lines import OPENERS, Line, Lines, Ruling, is_chinese

_HEAD = 90
"""So many characters of a line are looked at for a label, a bullet or a number."""
_BULLET = re.compile(
    r"(?P<mark>[-*•‣◦▪–·○●■□])\s{1,8}\S|(?P<open>\(?)(?:(?P<number>\d{1,3})|(?P<letter>[a-zA-Z])|(?P<roman>[ivx]{1,5}))[.)]\s{1,8}\S"
    r"|(?P<hanzi>[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳])\s?\S"
)
_GAP = re.compile(r"\S(?:\s*\t\s*| {3,})(?=\S)|[^\s.](?:\s?\.){4,}\s?(?=\S)|\S\s\|\s(?=\S)")
_RULE = re.compile(r"[-=+|_:\s]{3,}")
_NAMED = r"(?:(?:The|Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Rev|Gen|Col|Capt|Sen)\b\.?\s)?[^\W\d_a-z][\w’'-]{0,20}\.?(?:\s(?:of\s|de\s|van\s|von\s)?[^\W\d_a-z][\w’'-]{0,20}\.?){0,3}"
_LABEL = re.compile(
    rf"(?P<colon>{_NAMED})\s?(?:[(\[][^()\[\]]{{1,40}}[)\]])?\s?:\s*(?=\S|\Z)"
    r"|(?P<stop>[^\W\d_a-z]{2}[^\W\d_a-z.’' -]{0,28}(?:\([^()]{1,30}\))?)(?:\.|\s\([^()]{1,40}\)\.?)\s?(?:[—–-]\s?|\s|\Z)(?=[^\W_a-z]|[\"“(\[—–‘']|\Z)"
    r"|(?P<short>(?!Mrs?\b|Dr\b|St\b|No\b|Nos\b|Ms\b|Prof\b|Rev\b|Gen\b|Col\b|Capt\b)[A-Z][a-z]{1,7})\.\s(?=[A-Z\"“'‘O])"
    r"|(?P<letter>[QA])\.\s{1,4}(?=\S)"
    r"|(?P<hanzi>[\u4e00-\u9fff·]{1,8})[:：]\s?(?=\S)"
)  # fmt: skip
_NO_SPEAKER = re.compile(
    r"(?:date|time|place|from|to|cc|subject|re|source|notes?|photo|image|caption|editor|updated|published|title|author|chapter|part|"
    r"correction|present|absent|apologies|attendees|in attendance|agenda|attachment|address|tel|phone|e-?mail|website|price|total|figure|table|example|answer|warning|location|venue|来源|作者|时间|编辑|图|注)\.?",
    re.I,
)
"""Words with a colon that name a field, not a person."""
_WIDEST_VERSE, _VERSE = 80, 60
_CHINESE_VERSE = re.compile(r"[\u4e00-\u9fff，、？！]{3,16}[，。；？！、]?")


def speaker(line: Line) -> str | None:
    """The label that the line begins with as a speaker's turn does, if any."""
    head = line.words[:_HEAD]
    if head[0].islower() or not head[0].isalpha() or not (":" in head or "." in head or "：" in head):
        return None
    match = _LABEL.match(head)
    if not match:
        return None
    label = next(filter(None, match.groups()))
    return None if _NO_SPEAKER.fullmatch(label) else f"{match.lastgroup}:{label.strip()}"


def find_speakers(lines: Sequence[Line]) -> frozenset[str]:
    """The labels of those who speak in the text: they come back, they are many, and they follow one another."""
    labels = [(at, label) for at, line in enumerate(lines) if (label := speaker(line))]
    times = Counter(label for _, label in labels)
    forms = Counter(label.partition(":")[0] for label in times.elements() if times[label] > 1)
    again = {label for label, count in times.items() if count > 1}
    styles = {_style(label) for label in again}
    if len(labels) < 3 or not again:
        return frozenset()
    turns = [at for at, label in labels if forms[label.partition(":")[0]] > 1]
    paragraphs = sum(line.blank > 0 or line.indent > 0 for line in lines) + 1
    if len(turns) < 3 or len(turns) * 5 < min(paragraphs, len(lines)):
        return frozenset()
    return frozenset(
        label
        for label in times
        if label in again or (_style(label) in styles and not label.startswith("short"))
    )


def _style(label: str) -> tuple[str, bool]:
    """How a label is printed: its form, and whether in capitals."""
    form, _, name = label.partition(":")
    return form, any(word.isupper() and len(word) > 2 for word in name.split())


def _bullet(words: str) -> re.Match[str] | None:
    head = words[:7]
    if head[0].isalpha() and "." not in head and ")" not in head:
        return None
    return _BULLET.match(words[:_HEAD])


def bullet(line: Line) -> str | None:
    """What sort of mark a list item opens with: the mark itself, or the form of its number."""
    match = _bullet(line.words)
    if not match:
        return None
    return match["mark"] or f"{match['open'] or ''}{match.lastgroup}"


def number(line: Line) -> int | None:
    """The number that a list item opens with."""
    match = _bullet(line.words)
    return int(match["number"]) if match and match["number"] else None


def has_columns(line: Line) -> bool:
    """Whether wide gaps, tabs, bars or dotted leaders stand within the line."""
    words = line.words
    gap = "   " in words or "\t" in words or " | " in words or "...." in words or " . ." in words
    return gap and bool(_GAP.search(words))


def is_rule(line: Line) -> bool:
    """Whether the line draws a line."""
    return line.words[0] in "-=+|_:" and bool(_RULE.fullmatch(line.words))


def shape(group: Lines, margin: int = 0) -> Ruling | None:
    """What the lines themselves say; None where they are an ordinary paragraph or a single line."""
    lines = group.lines
    if group.count < 2:
        return None
    return _list(lines) or _table(lines) or _quoted(lines) or verse(lines) or _set_in(group, margin)


def _list(lines: Sequence[Line]) -> Ruling | None:
    marks = [bullet(line) for line in lines]
    items = [mark for mark in marks if mark]
    if len(items) < 2 or not marks[0] or Counter(items).most_common(1)[0][1] < 2:
        return None
    hanging = all(mark or line.indent > lines[0].indent for mark, line in zip(marks, lines, strict=True))
    counting = [n for line in lines if (n := number(line)) is not None]
    if (
        not hanging
        and not (len(counting) == len(items) and _counts_up(counting))
        and items[0] not in "-*•‣◦▪·○●■□"
    ):
        return None
    if len(counting) == len(items) and not _counts_up(counting):
        return None
    return Ruling(BlockKind.LIST, "each item has a number" if counting else "each item has a mark before it")


def _counts_up(numbers: Sequence[int]) -> bool:
    return all(second == first + 1 for first, second in itertools.pairwise(numbers))


def _table(lines: Sequence[Line]) -> Ruling | None:
    cells = sum(has_columns(line) for line in lines)
    ruled = sum(is_rule(line) for line in lines)
    if cells >= 2 and (cells + ruled) * 3 >= len(lines) * 2:
        return Ruling(BlockKind.TABLE, "columns set apart by wide gaps, tabs, bars or dots")
    return None


def _quoted(lines: Sequence[Line]) -> Ruling | None:
    if all(line.words[0] == ">" for line in lines):
        return Ruling(BlockKind.QUOTE, "marked with > at each line")
    return None


def verse(lines: Sequence[Line]) -> Ruling | None:
    """Short lines that each begin anew and are not sentences or names: verse."""
    widths = [line.columns for line in lines]
    if max(widths) > _WIDEST_VERSE or median(widths) > _VERSE:
        return None
    if all(_CHINESE_VERSE.fullmatch(line.words) for line in lines) and max(widths) - min(widths) <= 4:
        return Ruling(BlockKind.VERSE, "short lines of one length")
    size = len(lines)
    if size < 3 or (size < 4 and max(widths) > _VERSE) or lines[0].words.isascii() is None:
        return None
    if sum(line.begins for line in lines) < size or sum(line.words.isupper() for line in lines) * 3 > size:
        return None
    if not all(line.words.lstrip(OPENERS)[:1].isalpha() for line in lines):
        return None
    closed = sum(line.words[-1] in ".。" for line in lines[:-1])
    marked = sum(line.words.rstrip("\"'”’)")[-1:] in ",;:.!?—-" for line in lines)
    spaces = median([line.words.count(" ") + 1 for line in lines])
    in_stanza = max(line.indent for line in lines) > 0
    if closed * 4 > (size - 1) * 3 or marked * 4 < size or spaces < (3 if in_stanza or size > 4 else 4):
        return None
    if any(is_closing("\n".join(line.words for line in lines[at:])) for at in range(max(0, size - 3), size)):
        return None
    return Ruling(BlockKind.VERSE, "short lines that each begin with a capital")


SET_IN = Ruling(BlockKind.QUOTE, "all its lines are set in")


def _set_in(group: Lines, margin: int) -> Ruling | None:
    lines = group.lines
    indents = [line.indent for line in lines]
    if min(indents) < margin + 3 or is_chinese(lines[0].words):
        return None
    if max(indents) - min(indents) > 8 and not max(line.columns for line in lines) > _VERSE:
        return None
    return None if is_closing(group.words) else SET_IN
