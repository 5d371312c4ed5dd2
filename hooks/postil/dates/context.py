"""What stands around a date: its sentence, its verbs, the date next to it, the order of the figures in the text."""

import re
from collections.abc import Iterable, Sequence

from ..edtf import Edtf
from ..model import Span, Timex
from ..vocabulary.english import tells_of_past
from .grammar import Expression
from .lexicon import lexicon
from .scene import Known


def tells_on(text: str, expression: Expression) -> bool:
    """Whether it is a part of a year that a story can go on with: no weekday, no *last year*."""
    slots = expression.slots
    if "which" in slots or not {"month", "feast", "season"} & set(slots):
        return False
    return not _UP_TO_NOW.search(text, max(0, expression.start - 8), expression.core)


_UP_TO_NOW = re.compile(r"\b(?:since|as of)\s\Z", re.IGNORECASE)
_CLAUSE_OPENS = re.compile(
    r"[\s\"“‘'(]*(?:(?:\w+,? )?(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Ff]rom|[Dd]uring|[Aa]s of|[Uu]ntil|[Tt]he|[Aa]fter|[Ss]ince)\s+)?(?:the\s+)?"
)


def place_in_sentence(
    text: str, span: Span, expression: Expression, before: Timex | None
) -> tuple[bool, bool]:
    """Whether the date stands in one sentence with the one before it, and whether its sentence begins with it."""
    start = before.end if before and before.end > span.start else span.start
    ends = list(_SENTENCE.finditer(text, max(start, expression.start - 400), expression.start))
    same = before is not None and start > span.start and not ends and expression.start - start < 400
    begins = ends[-1].end() if ends else span.start
    opens = (bool(ends) or start == span.start) and bool(
        _CLAUSE_OPENS.fullmatch(text, begins, expression.start)
    )
    return same, opens


_AHEAD = re.compile(
    r"\b(?:will|shall|won't|to be|is to|are to|may be|might|(?:is|are) expected|expects?|scheduled|due|upcoming|expected to|plans? to|planned for|would take place)\b|’ll\b|'ll\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|announced|reported|confirmed|warned|wrote|added|stated)\b"
)
_CLAUSE_ENDS = re.compile(r"[.!?;,]['\"”’)]*\s|\s(?:and|but|while)\s")
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s")


def tense(text: str, span: Span, expression: Expression) -> tuple[bool, bool]:
    """Whether the sentence tells of the past, and whether of what is to come, as far as the verbs around the date say."""
    before = text[max(span.start, expression.start - 120) : expression.start]
    ends = [match.end() for match in _SENTENCE.finditer(before)]
    before = before[ends[-1] :] if ends else before
    after = _SENTENCE.split(text[expression.end : min(span.end, expression.end + 100)], maxsplit=1)[0]
    past = any(tells_of_past(word) for part in (before, after) for word in _WORD.findall(part))
    if expression.slots.get("until", "").lower() in ("until", "till", "til"):
        return past, not _PAST.search(before)
    ahead = list(_AHEAD.finditer(before))
    if ahead:
        return past, not _PAST.search(before, ahead[-1].end())
    clause = _CLAUSE_ENDS.split(after, maxsplit=1)[0]
    return past, bool(_AHEAD.search(clause)) and not past


_WORD = re.compile(r"\b[a-z]+\b")
_JOINED = re.compile(
    r"\s*(?:,|and|or|to|through|until|till|bis|und|au|et|al|hasta|y|по|и|-|–|—|, and)\s*(?:the )?"
)


def beside(text: str, printed: Sequence[tuple[Span, Expression]], number: int, language: str) -> Known | None:
    """The date right after this one, where it prints the year for both."""
    _span, here = printed[number]
    if number + 1 == len(printed) or "year" in here.slots:
        return None
    _, following = printed[number + 1]
    year = following.slots.get("year", "")
    if not (year.isdigit() and len(year) == 4) or "era" in following.slots or "month" not in following.slots:
        return None
    gap = text[here.end : following.start]
    if len(gap) <= 12 and _JOINED.fullmatch(gap):
        return Known(
            Edtf(_with_month(year, following, language)), f"“{' '.join(following.of(text).split())}”"
        )
    return None


def _with_month(year: str, expression: Expression, language: str) -> str:
    month = lexicon(language).months.get(expression.slots["month"].rstrip(".").lower(), 0)
    return f"{year}-{month:02}" if month else year


_ENTRIES = 3
"""So many blocks that begin with a day make a diary."""


def is_diary(text: str, within: Sequence[Span], printed: Sequence[tuple[Span, Expression]]) -> bool:
    """Whether the text is of entries under their days: a diary, a log; a fifth of its blocks and more begin with one."""
    heads = sum(heads_entry(text, span, expression) for span, expression in printed)
    return heads >= _ENTRIES and heads * 5 >= len(within)


def heads_entry(text: str, span: Span, expression: Expression) -> bool:
    """Whether a day, a month and its number or a weekday and a number, is the first thing in its block."""
    slots = expression.slots
    day = "iso" in slots or ("day" in slots and ("month" in slots or "weekday" in slots))
    before = text[span.start : min(expression.start, span.start + _INDENT)]
    return (
        day
        and "day2" not in slots
        and expression.start - span.start <= _INDENT
        and not any(char.isalnum() for char in before)
    )


_INDENT = 8


def order_of(printed: Iterable[Expression]) -> str | None:
    """The order that the text's own dates in figures show, where they agree."""
    orders = set()
    for expression in printed:
        if figures := expression.slots.get("figures"):
            first, second, *_ = map(int, re.split(r"[./-]", figures))
            if first <= 31 and second <= 31 and (first > 12) != (second > 12):
                orders.add("dmy" if first > 12 else "mdy")
    return orders.pop() if len(orders) == 1 else None
