"""Which dated statements are events of the timeline, and how each is called in the text's own words."""

import re
from collections.abc import Iterator, Sequence

from .model import Block, BlockKind, Caption, Event, EventKind, Span, Timex, within
from .vocabulary.sentences import sentence_around, trimmed

_TELLING = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST, BlockKind.SPEECH, BlockKind.CAPTION}
"""Only what tells of the world makes events: no head, no heading, no note about the text itself."""

_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-]\s|(?=\s(?:in which|which|where|who)\b)")
_OPENING = re.compile(r"(?:\w+\s+){0,2}")
_AFTER_DATE = re.compile(r",?\s*")
_LEADING = re.compile(r"[,;:–—\s-]*")
_SHORTEST, _LONGEST = 40, 140


def find_events(
    text: str, blocks: Sequence[Block], timexes: Sequence[Timex], captions: Sequence[Caption]
) -> tuple[Event, ...]:
    """One event for each sentence that a date stands in, in the order of the text.

    A sentence with several dates makes one event, at the first of them. A caption with a date is the event
    of its photograph.
    """
    photographs = {(caption.start, caption.end): caption for caption in captions}
    events: list[Event] = []
    for block in blocks:
        if block.kind not in _TELLING:
            continue
        caption = photographs.get((block.start, block.end))
        if caption:
            if caption.timex:
                words = trimmed(text, caption.words)
                label = _label(text, words, caption.timex)
                events.append(Event(words.start, words.end, label, caption.timex, EventKind.PHOTOGRAPH))
            continue
        for timex in within(block, timexes):
            if not (events and events[-1].end >= timex.end):
                sentence = sentence_around(text, block, timex)
                events.append(Event(sentence.start, sentence.end, _label(text, sentence, timex), timex))
    return tuple(events)


def _label(text: str, sentence: Span, timex: Timex) -> Span:
    """The clause that the date stands in, or the one that a date at the sentence's head leads to.

    Where that has no word, it is the sentence.
    """
    opening = _OPENING.match(text, sentence.start, timex.start)
    if opening and opening.end() == timex.start:
        start = _AFTER_DATE.match(text, timex.end, sentence.end).end()  # type: ignore[union-attr]
        end = next(
            (at for at in _clause_ends(text, start, sentence.end) if at - start >= _SHORTEST), sentence.end
        )
    else:
        starts = [sentence.start, *_clause_ends(text, sentence.start, timex.start)]
        start = next((at for at in reversed(starts) if timex.end - at >= _SHORTEST), sentence.start)
        end = next(_clause_ends(text, timex.end, sentence.end), sentence.end)
    if end - start > _LONGEST:
        space = text.rfind(" ", start, start + _LONGEST)
        end = space if space > start else start + _LONGEST
    label = trimmed(text, Span(_LEADING.match(text, start, end).end(), end))  # type: ignore[union-attr]
    return label if any(map(str.isalnum, label.of(text))) else sentence


def _clause_ends(text: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _CLAUSE_END.finditer(text, start, end))
