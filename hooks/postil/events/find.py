"""Which dated statements are events of the timeline, and how each is called in the text's own words.

**The rule.** An event is what a text says happened, or will happen, at a date: a date in a clause that has a verb,
or at the head of an entry ('1904: Fire at the mill'). No event is made of

- a date that names, cites or compares (`references`): the 2030 Agenda, Resolution 1244 (1999), than in 1990;
- a date in brackets with no statement of its own, unless it is a day;
- a question, and a date of which nothing at all is known (XXXX);
- a title, byline, dateline, page head, table, note about the text, or capture noise.

Each clause with a date of its own is one event; several dates of one clause are one, at the first of them.
A heading that is nothing but a date lends it to the first sentence of the entry below.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from ..model import Block, BlockKind, Caption, Event, EventKind, Span, Timex, within
from ..vocabulary.places import find_place
from ..vocabulary.sentences import sentence_around, trimmed
from .clauses import LONGEST, Clause, find_clauses, find_label, has_verb
from .mentions import link_mentions
from .references import dateline_end, is_reference

_TELLING = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST, BlockKind.SPEECH}
"""Only what tells of the world makes events; captions make those of their photographs."""
_HEADS = {BlockKind.HEADING, BlockKind.DATELINE, BlockKind.PARAGRAPH}
"""What may be the head of an entry; a dateline or a paragraph only where the text has several such heads."""
_PASSED_OVER = {BlockKind.PAGE, BlockKind.NOISE}

_ITEM = re.compile(r"^[^\S\n]*(?:[-*•–—]\s|\(?\w{1,3}[.)]\s|\d{4}\b)", re.M)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|is|was|were)\b", re.I)
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d[~?%]?")
_FAR = 200
"""So many characters off a bracket is looked for."""
_BACK = 6
"""So many clauses off the subject of a clause is looked for."""
_LETTERS = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PREPOSITION = re.compile(
    r"\b(?:in|on|by|from|since|until|till|during|before|after|at)\s+(?:the\s+)?\Z", re.I
)
_HEAD_WORDS = re.compile(
    r"(?:(?:on|the|of|in|night|day|morning|evening|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|[\W_])*+",
    re.I,
)
_SALUTATION = re.compile(r"(?:My )?(?:dear|dearest|sir|madam|gentlemen|your excellency)\b", re.I)


def find_events(
    text: str, blocks: Sequence[Block], timexes: Sequence[Timex], captions: Sequence[Caption]
) -> tuple[Event, ...]:
    """The events in the order of the text; later mentions of one are linked to the first (`Event.same_as`).

    A caption with a date is the event of its photograph.
    """
    of_captions = {caption.start: caption for caption in captions}
    again = {span.start for caption in captions for span in caption.again}
    known = [timex for timex in timexes if any(map(str.isdigit, timex.value))]
    events: list[Event] = []
    lent: Timex | None = None
    entries = _is_log(text, blocks, known)
    for block in blocks:
        if block.kind in _PASSED_OVER or block.start in again:
            continue
        dates = within(block, known)
        caption = of_captions.get(block.start)
        if caption or block.kind is BlockKind.CAPTION:
            events += _of_photograph(text, caption) if caption else []
        elif block.kind in _TELLING:
            told = list(_of_block(text, block, dates))
            if lent and not _dated_first(text, block, dates):
                events += _lent(text, block, lent)
            events += told
        lent = _lending(text, block, dates) if entries or block.kind is BlockKind.HEADING else None
    return link_mentions(text, events)


def _of_photograph(text: str, caption: Caption) -> list[Event]:
    if caption.timex is None:
        return []
    words = trimmed(text, caption.words)
    sentence = sentence_around(
        text, words, caption.timex if words.holds(caption.timex) else Span(words.start, words.start)
    )
    label = find_label(text, Clause(*_ends(sentence), False), sentence, caption.timex)
    event = Event(*_ends(words), label, caption.timex, EventKind.PHOTOGRAPH, place=caption.place_span)
    return [event]


def _of_block(text: str, block: Block, dates: Sequence[Timex]) -> Iterator[Event]:
    """The events of the sentences in which the dates stand; none ends within a date ('am 14. April')."""
    at = 0
    while at < len(dates):
        item = _item(text, block, dates[at])
        sentence = sentence_around(text, item, dates[at])
        after = at + 1
        while after < len(dates) and dates[after].start < sentence.end:
            if dates[after].end > sentence.end:
                sentence = Span(sentence.start, sentence_around(text, item, dates[after]).end)
            after += 1
        yield from _of_sentence(text, block, sentence, dates[at:after], dates)
        at = after


def _of_sentence(
    text: str, block: Block, sentence: Span, dates: Sequence[Timex], known: Sequence[Timex]
) -> Iterator[Event]:
    """The events of one sentence; ``known`` are all the dates of its block."""
    if text[sentence.end - 1] in "?？":
        return
    body = sentence
    if sentence.start == block.start and (end := dateline_end(text, sentence, dates[0])):
        body, dates = Span(end, sentence.end), dates[1:]
    telling = [date for date in dates if not is_reference(text, body, date)]
    if not telling:
        return
    if _only_dates(text, sentence, dates):
        entry = _sentence_after(text, block, sentence) if sentence.start == block.start else None
        if entry and not within(entry, known):
            whole = Span(sentence.start, entry.end)
            yield _event(text, whole, telling[0], Clause(*_ends(entry), True), entry)
        return
    clauses = _clauses(text, body, dates, telling)
    starts = [each.start for each in clauses]
    told = _told(text, body, telling, clauses)
    for number, (clause, date) in enumerate(told):
        start = told[number - 1][0].end if number else body.start
        end = told[number + 1][0].start if number + 1 < len(told) else body.end
        room = Span(min(start, clause.start), max(end, clause.end))
        here = bisect_right(starts, clause.start)
        yield _event(text, sentence, date, clause, room, starts[max(0, here - _BACK) : here])


def _clauses(text: str, body: Span, dates: Sequence[Timex], telling: Sequence[Timex]) -> list[Clause]:
    """The clauses; a short sentence with one date need not be divided."""
    if len(telling) == 1 and body.end - body.start <= LONGEST:
        return [Clause(*_ends(body), has_verb(text, body.start, body.end))]
    return find_clauses(text, body, dates)


def _told(
    text: str, body: Span, telling: Sequence[Timex], clauses: Sequence[Clause]
) -> list[tuple[Clause, Timex]]:
    """The clauses that tell of an event, each with its first date."""
    told: list[tuple[Clause, Timex]] = []
    for date in telling:
        clause = _clause_of(text, date, clauses, body)
        if clause and not (told and told[-1][0] == clause):
            told.append((clause, date))
    if clauses[0].verb:
        return told
    return [item for item in told[:1] if _tells_without_verb(text, body, item[1])]


def _event(
    text: str, sentence: Span, date: Timex, clause: Clause, room: Span, starts: Sequence[int] = ()
) -> Event:
    label = find_label(text, clause, room, date, starts)
    if not any(map(str.isalnum, label.of(text))):
        label = Span(*_ends(sentence))
    return Event(*_ends(sentence), label, date, place=find_place(text, room))


def _clause_of(text: str, date: Timex, clauses: Sequence[Clause], sentence: Span) -> Clause | None:
    """The clause that the date stands in; what stands in brackets is one only where it has a verb, or is a day."""
    around = clauses[max(0, bisect_right(clauses, date.start, key=lambda each: each.start) - 1)]
    bracket = _bracket(text, date, sentence)
    if bracket is None:
        return around
    if has_verb(text, bracket.start, bracket.end):
        return Clause(bracket.start, bracket.end, True)
    others = _LETTERS.search(text, bracket.start, date.start) or _LETTERS.search(text, date.end, bracket.end)
    return around if not others and _DAY.fullmatch(date.value) else None


def _bracket(text: str, date: Span, sentence: Span) -> Span | None:
    """What stands in the brackets around the date; those that are far away are not looked for."""
    first, last = max(sentence.start, date.start - _FAR), min(sentence.end, date.end + _FAR)
    opening = max(text.rfind(mark, first, date.start) for mark in "([（")
    if opening < 0 or any(text.find(mark, opening, date.start) >= 0 for mark in ")]）"):
        return None
    closing = min((at for mark in ")]）" if (at := text.find(mark, date.end, last)) >= 0), default=last)
    return Span(opening + 1, closing)


def _tells_without_verb(text: str, sentence: Span, date: Timex) -> bool:
    """Whether a sentence with no known verb tells something: an entry that its date opens, or another language."""
    others = [word for word in _LETTERS.findall(text, sentence.start, sentence.end) if word not in date.text]
    if _HAN.search(text, sentence.start, sentence.end):
        return sentence.end - sentence.start - (date.end - date.start) >= 4
    opens = date.start - sentence.start < 6 and len(others) >= 2
    if opens or _PREPOSITION.search(text[sentence.start : date.start]):
        return len(others) >= 2
    return len(others) >= 4 and not _ENGLISH.search(text, sentence.start, sentence.end)


def _only_dates(text: str, span: Span, dates: Sequence[Timex]) -> bool:
    """Whether there is nothing in it but dates, days of the week and what leads to them."""
    at = span.start
    for start, end in [*((date.start, date.end) for date in dates if span.holds(date)), (span.end, span.end)]:
        match = _HEAD_WORDS.match(text, at, start)
        if match is None or match.end() != start:
            return False
        at = end
    return True


def _sentence_after(text: str, block: Span, sentence: Span) -> Span | None:
    rest = trimmed(text, Span(sentence.end, block.end))
    return sentence_around(text, rest, Span(rest.start, rest.start)) if rest.start < rest.end else None


def _lending(text: str, block: Block, dates: Sequence[Timex]) -> Timex | None:
    """The date of a block that is nothing else: one date, and no span of time."""
    if block.kind not in _HEADS or len(dates) != 1 or "/" in dates[0].value:
        return None
    return dates[0] if _only_dates(text, block, dates) else None


def _is_log(text: str, blocks: Sequence[Block], known: Sequence[Timex]) -> bool:
    """Whether more than one block is nothing but a date, as in a diary, a log or annals."""
    heads = (
        block for block in blocks if block.kind in _HEADS and _lending(text, block, within(block, known))
    )
    return len(list(islice(heads, 2))) == 2


def _lent(text: str, block: Block, date: Timex) -> list[Event]:
    """The first sentence of an entry, at the date of its heading; the head of a letter lends nothing."""
    entry = sentence_around(text, _item(text, block, block), Span(block.start, block.start))
    if _SALUTATION.match(text, entry.start) or len(_LETTERS.findall(text, entry.start, entry.end)) < 2:
        return []
    return [_event(text, entry, date, Clause(*_ends(entry), False), entry)]


def _dated_first(text: str, block: Block, dates: Sequence[Timex]) -> bool:
    if not dates:
        return False
    first = sentence_around(text, _item(text, block, block), Span(block.start, block.start))
    return first.holds(dates[0])


def _item(text: str, block: Block, at: Span) -> Span:
    """The item of a list that the place is in; any other block as it is."""
    if block.kind is not BlockKind.LIST:
        return block
    starts = _items(text, block.start, block.end)
    number = bisect_right(starts, at.start)
    start = starts[number - 1] if number else block.start
    return trimmed(text, Span(start, starts[number] if number < len(starts) else block.end))


@lru_cache(maxsize=4)
def _items(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the items of the list begin; asked for again at each date of a long list."""
    return tuple(match.start() for match in _ITEM.finditer(text, start, end))


def _ends(span: Span | Clause) -> tuple[int, int]:
    return span.start, span.end
