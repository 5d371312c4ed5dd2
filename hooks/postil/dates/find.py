"""Finds the calendar expressions of a text and says what they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..edtf import Edtf
from ..model import Span, Timex
from .composed import Composed
from .doubts import is_date
from .grammar import Expression, find_expressions
from .lexicon import lexicon
from .resolve import PRINTED, Known, Scene, resolve
from .telling import are_reports


def find_timexes(
    text: str, within: Sequence[Span], *, written: Edtf | None, language: str, order: str | None = None
) -> tuple[Timex, ...]:
    """Every calendar expression in the spans, in the order of the text, none inside another.

    ``written`` is the day the text is of, ``order`` how it writes days in figures (dmy, mdy, ymd), if that is known.
    What is not printed is taken from ``written`` or from the date before it, whichever way the passage tells its dates;
    where neither can be, it stays open (``XXXX-04-13``) or the words are no date.
    """
    composed = Composed(text)
    spans = [Span(composed.here(span.start), composed.here(span.end)) for span in within]
    found = _joined(composed.text, _read(composed.text, spans, written, language, order))
    timexes = []
    for timex in found:
        start, end = composed.original(timex.start, timex.end)
        timexes.append(replace(timex, start=start, end=end, text=text[start:end]))
    return tuple(timexes)


def _read(
    text: str, within: Sequence[Span], written: Edtf | None, language: str, order: str | None
) -> Iterator[Timex]:
    printed = [
        (span, expression)
        for span in within
        for expression in find_expressions(text, span, language)
        if is_date(text, expression, span)
    ]
    order = order or _order_of(expression for _, expression in printed)
    known = Known(written, f"{written}, the day of the text") if written else None
    if known and known.year is None:
        known = None
    reports = are_reports([expression for _, expression in printed], known.year if known else None)
    story = _Story(known)
    last: Timex | None = None
    for number, (span, expression) in enumerate(printed):
        same, opens = _place(text, span, expression, last)
        story.comes_to(span)
        past, ahead = _tense(text, span, expression)
        aside = story.aside and not ahead and _tells(expression) and not _UP_TO_NOW.search(
            text, max(0, expression.start - 8), expression.core
        )
        scene = Scene(
            written=known,
            before=story.before,
            line=story.before if same or aside else story.line,
            beside=_beside(text, printed, number, language),
            report=reports[number] and not aside,
            ahead=ahead,
            past=past,
            order=order,
            language=language,
        )
        read = resolve(expression, scene)
        if read is None:
            continue
        value, basis = read
        end = expression.end
        if _UNCERTAIN.match(text, end, span.end) and _WHOLE.fullmatch(value):
            value, end = Edtf(f"{value}?"), end + 1
        last = Timex(expression.start, end, text[expression.start : end], value, expression.rule.name, basis)
        yield last
        story.tell(value, last.text, basis == PRINTED, opens)


def _tells(expression: Expression) -> bool:
    """Whether it is a part of a year that a story can go on with: no weekday, no *last year*."""
    slots = expression.slots
    return "which" not in slots and "instant" not in slots and bool({"month", "feast", "season"} & set(slots))


_UP_TO_NOW = re.compile(r"\b(?:since|as of)\s\Z", re.IGNORECASE)
_UNCERTAIN = re.compile(r"\?[)\],;]")
"""A question mark that speaks of the date: *(1254?)*."""


_RANGE = re.compile(r"\s*(?:\b(?:to|until|till|through|bis|zum|au|al|по)\b|[-–—至到])\s*(?:the\s)?")
_AND = re.compile(r"\s+and\s+(?:the\s)?")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?\Z")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s\Z")
_WHOLE = re.compile(r"-?\d{4}(-\d\d){0,2}")


def _joined(text: str, found: Iterable[Timex]) -> Iterator[Timex]:
    """The dates, where two of them are the ends of a span of time (*from 3 March to 5 May*) as one."""
    waiting: Timex | None = None
    for timex in found:
        if waiting and _are_ends(text, waiting, timex):
            basis = waiting.basis if waiting.basis == timex.basis else f"{waiting.basis}; {timex.basis}"
            value = Edtf(f"{waiting.value}/{timex.value}")
            start = waiting.start
            if led := _FROM.search(text, max(0, start - 8), start):
                start = led.start()
            rule = "from one date to another"
            yield Timex(start, timex.end, text[start : timex.end], value, rule, basis)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = timex
    if waiting:
        yield waiting


def _are_ends(text: str, first: Timex, last: Timex) -> bool:
    gap = text[first.end : min(last.start, first.end + 20)]
    if (
        not (_WHOLE.fullmatch(first.value) and _WHOLE.fullmatch(last.value))
        or len(gap) < last.start - first.end
    ):
        return False
    if not _RANGE.fullmatch(gap) and not (
        _AND.fullmatch(gap) and _BETWEEN.search(text, max(0, first.start - 16), first.start)
    ):
        return False
    start, end = first.value.earliest, last.value.latest
    return start is not None and end is not None and first.value.order < last.value.order and start < end


class _Story:
    """What a text has come to: the date before, and the line of the story, which a glance aside does not move."""

    def __init__(self, written: Known | None) -> None:
        self.before: Known | None = None
        self.line: Known | None = None
        self.aside = False
        """Whether this block of a report has turned to a year long past, and tells on from there."""
        self._now = written.year if written else None
        self._block: Span | None = None

    def comes_to(self, block: Span) -> None:
        """A new block turns back to the day of writing."""
        if block is not self._block:
            self._block, self.aside = block, False

    def tell(self, value: Edtf, words: str, printed: bool, opens: bool) -> None:
        """Goes on to a date; ``opens`` says that its sentence begins with it."""
        known = Known(_origin(value), f"“{' '.join(words.split())}”")
        if known.day is None or known.value.startswith("XXXX"):
            return
        self.before = known
        if self._now is not None and known.year is not None:
            self.aside = known.year < self._now - 1 and (printed or self.aside)
        line = self.line
        if line is None or line.day is None or not printed or opens:
            self.line = self._kept(known)
            return
        step = known.day[0] - line.day[0]
        exact = known.value.latest is not None and known.value.latest[:2] == known.day[:2]
        if -_ASIDE_BACK[exact] <= step <= _ASIDE_ON[exact]:
            self.line = self._kept(known)

    def _kept(self, known: Known) -> Known:
        """The line's own month, where what is said now is only the year that it stands in."""
        line = self.line
        if (
            line
            and line.day
            and known.value.earliest
            and known.value.latest
            and (known.value.earliest <= line.day <= known.value.latest)
        ):
            return line
        return known


_ASIDE_BACK, _ASIDE_ON = {True: 100, False: 0}, {True: 100, False: 1}
"""So many years back or on from the line of the story is a glance aside, for a date with a month and a bare year."""


def _origin(value: Edtf) -> Edtf:
    """The date that those after it are counted from: of a span of years its first, of days and months its last."""
    if "/" in value:
        first, last = value.split("/")
        if first in ("", ".."):
            return Edtf(last)
        return Edtf(first if last in ("", "..") or len(last) <= 5 else last)
    return value


_CLAUSE_OPENS = re.compile(
    r"[\s\"“‘'(]*(?:(?:\w+,? )?(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Ff]rom|[Dd]uring|[Aa]s of|[Uu]ntil|[Tt]he|[Aa]fter|[Ss]ince)\s+)?(?:the\s+)?"
)


def _place(text: str, span: Span, expression: Expression, before: Timex | None) -> tuple[bool, bool]:
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
_PAST = re.compile(r"\b(?:was|were|had|did|said|told|announced|reported|confirmed|warned|wrote|added|stated)\b")
_CLAUSE_ENDS = re.compile(r"[.!?;,]['\"”’)]*\s|\s(?:and|but|while)\s")
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s")


def _tense(text: str, span: Span, expression: Expression) -> tuple[bool, bool]:
    """Whether the sentence tells of the past, and whether of what is to come, as far as the verbs around the date say."""
    before = text[max(span.start, expression.start - 120) : expression.start]
    ends = [match.end() for match in _SENTENCE.finditer(before)]
    before = before[ends[-1] :] if ends else before
    after = text[expression.end : min(span.end, expression.end + 60)]
    end = _CLAUSE_ENDS.search(after)
    after = after[: end.start()] if end else after
    past = bool(_PAST.search(before) or _PAST.search(after) or _ED.search(before) or _ED.search(after))
    if expression.slots.get("until", "").lower() in ("until", "till", "til"):
        return past, not _PAST.search(before)
    ahead = list(_AHEAD.finditer(before))
    if ahead:
        return past, not _PAST.search(before, ahead[-1].end())
    return past, bool(_AHEAD.search(after)) and not past


_ED = re.compile(r"\b[a-z]{2,}(?:ed|ought|ew|ent|ook|ame|ell|ood|ote|old|oke|ose|ave|ade)\b")
"""What most English verbs of the past end in."""
_JOINED = re.compile(r"\s*(?:,|and|or|to|through|until|till|-|–|—|, and)\s*(?:the )?")
_ENDS_WITH_YEAR = {"year", "year2", "short"}


def _beside(
    text: str, printed: Sequence[tuple[Span, Expression]], number: int, language: str
) -> Known | None:
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


def _order_of(printed: Iterator[Expression]) -> str | None:
    """The order that the text's own dates in figures show, where they agree."""
    orders = set()
    for expression in printed:
        if figures := expression.slots.get("figures"):
            first, second, *_ = map(int, re.split(r"[./-]", figures))
            if first <= 31 and second <= 31 and (first > 12) != (second > 12):
                orders.add("dmy" if first > 12 else "mdy")
    return orders.pop() if len(orders) == 1 else None
