"""The clauses of a sentence, by its punctuation, its conjunctions and its verbs.

English is known by its verbs. In a sentence without any known verb nothing is divided: it is one clause.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Span
from ..vocabulary.english import COORDINATING, FUNCTION_WORDS, RELATIVE, TIME_WORDS, VERBS, is_verb

SHORTEST, LONGEST, ENOUGH = 20, 120, 100
"""How many characters a label should have; what must be cut is cut at `ENOUGH`."""

_BREAK = re.compile(
    r"[,;:](?=\s)|\s(?:[–—]|--?)(?=\s)|—|[，；：、]"
    r"|(?=\s(?:and|but|or|then|before|after|when|while|whereas|until|where|which|who)\s)"
)
_MARK = re.compile(r"[,;:](?=\s)|\s(?:[–—]|--?)(?=\s)|—|[，；：、]")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_LEADING = re.compile(
    r"(?:[\s,;:–—.，、；：。-]++|(?:and|but|then|so|yet|or|nor|while|whereas|however|finally|meanwhile|also|later)\b,?\s++)++",
    re.I,
)
_CONJUNCTION = re.compile(r"\s*+(?:and|but|or|then|while|whereas)\s++", re.I)
_DATE_CLOSES = re.compile(r"[\s,:;.，、：；。–—-]*")
_ARTICLE = re.compile(r"\ban?\s+\Z", re.I)
_OPEN = re.compile(r"\b(?:after|before|of|from|to)\Z", re.I)
"""What a relative date ends with that leads on to its object: five days after the fall of the town."""
_ALPHANUMERIC = re.compile(r"[^\W_]")
_POSSESSIVE = "'’"
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\Z|(?<=[\d)”’\"'])\.\Z|[,;:。，；：]\Z")


class Clause(NamedTuple):
    """A stretch of a sentence, and whether a verb of its own stands in it."""

    start: int
    end: int
    verb: bool


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether a known verb stands between the two places."""
    words = _WORD.findall(text[start:end].lower())
    return not VERBS.isdisjoint(words) or any(word.endswith("ed") and is_verb(word) for word in words)


def find_clauses(text: str, sentence: Span, dates: Sequence[Span]) -> list[Clause]:
    """The clauses, which cover the sentence in its order, each with a verb; one without where there is no verb.

    What has no verb of its own belongs to the clause behind it at the head of the sentence and after a
    conjunction ('In 1904, the mill burned'), else to the one before it. No date is cut.
    """
    clauses: list[Clause] = []
    opened: int | None = None
    pieces = list(_pieces(text, sentence, dates))
    starts = {date.start for date in dates}
    for number, (start, end) in enumerate(pieces):
        if has_verb(text, start, end):
            clauses.append(Clause(start if opened is None else opened, end, True))
            opened = None
        elif opened is None and (not clauses or _leads_on(text, pieces, number, starts)):
            opened = start
        elif opened is None:
            clauses[-1] = clauses[-1]._replace(end=end)
    if not clauses:
        return [Clause(sentence.start, sentence.end, False)]
    clauses[-1] = clauses[-1]._replace(end=sentence.end)
    return clauses


def _leads_on(text: str, pieces: Sequence[tuple[int, int]], number: int, dates: set[int]) -> bool:
    """Whether a piece without a verb belongs to the next one: 'and in 1916, | it burned', not 'and May 1916, | but'."""
    start, end = pieces[number]
    if number + 1 < len(pieces) and text[start - 1] == ";":
        return True
    conjunction = _CONJUNCTION.match(text, start, end)
    if conjunction is None or conjunction.end() in dates or number + 1 == len(pieces):
        return False
    return _first_word(text, *pieces[number + 1]) not in COORDINATING


def _pieces(text: str, sentence: Span, dates: Sequence[Span]) -> Iterator[tuple[int, int]]:
    start, ends = sentence.start, [date.end for date in dates]
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        at = match.end()
        date = bisect_right(ends, at)
        within_date = date < len(dates) and dates[date].start < at
        if at > start and not within_date:
            yield start, at
            start = at
    if start < sentence.end:
        yield start, sentence.end


def find_label(text: str, clause: Clause, room: Span, date: Span, starts: Sequence[int] = ()) -> Span:
    """A short stretch of ``room`` that tells what ``clause`` tells, from word to word.

    All of the room where that is short enough: the clause with what goes before and after it, up to the next
    event of the sentence. Words that only lead to the date are left out where the date comes first. A clause
    without a subject goes back to one of the ``starts``, where the clauses of the sentence begin.
    """
    whole = _bare(text, room.start, room.end, date)
    if whole.end - whole.start <= LONGEST:
        return whole
    label = _bare(text, clause.start, clause.end, date)
    for start in reversed([whole.start, *(at for at in starts if whole.start < at < clause.start)]):
        if label.end - start > LONGEST or not _leans_back(text, label):
            break
        label = Span(_after(_LEADING, text, start, label.end), label.end)
    if label.end - label.start < SHORTEST:
        label = Span(label.start, whole.end)
    return _cut(text, label) if label.end - label.start > LONGEST else label


def _leans_back(text: str, label: Span) -> bool:
    word = _first_word(text, label.start, label.end)
    return label.end - label.start < SHORTEST or is_verb(word) or word in RELATIVE


def _bare(text: str, start: int, end: int, date: Span) -> Span:
    """Without conjunctions and marks at its ends, and without the date where that opens it."""
    first = _after(_LEADING, text, start, end)
    if start <= date.start and date.end <= end and _leads(text, first, date.start):
        behind = _after(_DATE_CLOSES, text, date.end, end)
        word = _first_word(text, behind, end)
        leads_on = (
            text[behind : behind + 1] in _POSSESSIVE
            or not word
            or is_verb(word)
            or word in RELATIVE
            or word in COORDINATING
        )
        if (
            not leads_on
            and not _ARTICLE.search(text, max(first, date.start - 4), date.start)
            and not _OPEN.search(text, max(first, date.end - 8), date.end)
        ):
            first = behind
    last = first + len(text[first:end].rstrip())
    while last > first and (stop := _STOP.search(text, max(first, last - 4), last)):
        last = stop.start()
    return Span(first, last) if _ALPHANUMERIC.search(text, first, last) else Span(start, end)


def _leads(text: str, start: int, end: int) -> bool:
    return end - start < 60 and all(
        word in TIME_WORDS or word.isdigit() for word in re.findall(r"\w+", text[start:end].lower())
    )


def _cut(text: str, label: Span) -> Span:
    """Its first characters, up to a mark behind a verb or at least a word, and not on a word that leads on."""
    limit = label.start + ENOUGH
    marks = [match.start() for match in _MARK.finditer(text, label.start + ENOUGH // 2, limit)]
    space = max(text.rfind(" ", label.start, limit + 1), text.rfind("\n", label.start, limit + 1))
    if marks and has_verb(text, label.start, marks[-1]):
        end = marks[-1]
    else:
        end = space if space > label.start else limit
    while True:
        words = text[label.start : end].rstrip(" \n,;:–—-")
        end = label.start + len(words)
        head, _, last = words.replace("\n", " ").rpartition(" ")
        if not head or last.lower() not in FUNCTION_WORDS:
            return Span(label.start, end)
        end = label.start + len(head)


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _first_word(text: str, start: int, end: int) -> str:
    match = _WORD.search(text, start, end)
    return match[0].lower() if match else ""
