"""Finds the calendar expressions of a text and says what they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..edtf import Edtf
from ..model import Span, Timex
from .composed import Composed
from .context import beside, heads_entry, is_diary, order_of, place_in_sentence, tells_on, tense
from .doubts import is_date
from .grammar import find_expressions
from .resolve import resolve
from .scene import PRINTED, Known, Scene
from .story import Story
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
    order = order or order_of(expression for _, expression in printed)
    known = Known(written, f"{written}, the day of the text") if written else None
    if known and known.year is None:
        known = None
    reports = are_reports([expression for _, expression in printed], known.year if known else None)
    story = Story(known)
    last: Timex | None = None
    diary = is_diary(text, within, printed)
    for number, (span, expression) in enumerate(printed):
        same, opens = place_in_sentence(text, span, expression, last)
        heads = diary and heads_entry(text, span, expression)
        story.comes_to(span)
        past, ahead = tense(text, span, expression)
        aside = story.aside and not ahead and tells_on(text, expression)
        entry = story.entry if not heads else None
        scene = Scene(
            written=entry or known,
            before=story.heads or story.before if heads else story.before,
            line=(story.heads or story.line) if heads else story.before if same or aside else story.line,
            beside=beside(text, printed, number, language),
            report=bool(entry) or (not heads and reports[number] and not aside),
            ahead=ahead,
            past=past or entry is not None,
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
        if heads:
            story.enters(value, last.text)


_UNCERTAIN = re.compile(r"\?[)\],;]")
"""A question mark that speaks of the date: *(1254?)*."""


_RANGE = re.compile(
    r"\s*(?:\b(?:to|until|till|through|bis|zum|au|al|по|hasta|jusqu['’](?:en|au|à))\b|[-–—至到])\s*(?:the\s)?"
)
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
            value = Edtf(f"{waiting.value.removesuffix('/..')}/{timex.value}")
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
    begins = first.value.removesuffix("/..")  # since May 1914 to June 1915
    if not (_WHOLE.fullmatch(begins) and _WHOLE.fullmatch(last.value)) or len(gap) < last.start - first.end:
        return False
    if not _RANGE.fullmatch(gap) and not (
        _AND.fullmatch(gap) and _BETWEEN.search(text, max(0, first.start - 16), first.start)
    ):
        return False
    start, end = first.value.earliest, last.value.latest
    return start is not None and end is not None and Edtf(begins).order < last.value.order and start < end
