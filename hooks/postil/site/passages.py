"""A text as the reading page shows it: blocks of flat segments, and between them what stands between them.

Marks may overlap, elements may not cross: every block is cut at every edge of a note or a date, and each piece
knows what lies over it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Anchor, AnnotatedDocument, Block, BlockKind, Caption, Event, Span, Timex, within

_ID = {BlockKind.TITLE: "title", BlockKind.HEADING: "s", BlockKind.CAPTION: "c", BlockKind.NOISE: "x",
       BlockKind.BYLINE: "b", BlockKind.DATELINE: "b", BlockKind.PAGE: "f"}  # fmt: skip

_LINED = {BlockKind.VERSE, BlockKind.TABLE, BlockKind.LIST, BlockKind.SPEECH, BlockKind.NOISE}
_COLUMNS = re.compile(r"\S(?:\t| {3})\s*\S")
_SHORT_LINE = 60


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with its number on the page."""

    number: int
    anchor: Anchor

    @property
    def id(self) -> str:
        """The note's own id."""
        return self.anchor.annotation.id


@dataclass(frozen=True, slots=True)
class Segment:
    """Some characters, and what lies over them."""

    text: str
    notes: tuple[PlacedNote, ...]
    closing: tuple[PlacedNote, ...]
    timex: Timex | None
    event: Event | None
    """The event of this date, else the first whose sentence these characters belong to."""
    opens_date: bool
    told: tuple[str, ...]
    """The ids of all the events that these characters tell of."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its id and number, its segments, the notes that end in it, and the characters after it."""

    id: str
    number: int | None
    block: Block
    segments: tuple[Segment, ...]
    notes: tuple[PlacedNote, ...]
    caption: Caption | None
    gap: str
    keeps_lines: bool
    """Whether its line breaks and columns say something: lines of prose that were only filled do not."""


def place_notes(document: AnnotatedDocument) -> tuple[PlacedNote, ...]:
    """The notes as their numbers follow one another in the text; those on folded noise come last."""
    noise = [block for block in document.reading.blocks if block.kind is BlockKind.NOISE]

    def order(anchor: Anchor) -> tuple[bool, int, int]:
        return any(block.holds(anchor.span) for block in noise), anchor.span.end, anchor.span.start

    anchors = sorted(document.anchors, key=order)
    return tuple(PlacedNote(number, anchor) for number, anchor in enumerate(anchors, 1))


def find_passages(document: AnnotatedDocument) -> tuple[Passage, ...]:
    """The whole text: the segments and gaps, joined, are the canonical text from its first block on.

    What stands before the first block can only be white space; `leading_gap` gives it.
    """
    text, reading = document.source.text, document.reading
    notes = place_notes(document)
    captions = {caption.start: caption for caption in reading.captions}
    by_date = {event.timex.start: event for event in reading.events}
    passages = []
    for index, (block, name) in enumerate(zip(reading.blocks, block_ids(reading.blocks), strict=True)):
        following = reading.blocks[index + 1].start if index + 1 < len(reading.blocks) else len(text)
        passages.append(
            Passage(
                id=name,
                number=int(name[1:]) if name[0] == "p" and name[1:].isdecimal() else None,
                block=block,
                segments=tuple(_segments(text, block, notes, reading.dates, reading.events, by_date)),
                notes=_ending_in(block, notes),
                caption=captions.get(block.start),
                gap=text[block.end : following],
                keeps_lines=_keeps_lines(block, text),
            )
        )
    return tuple(passages)


def block_ids(blocks: Sequence[Block]) -> Iterator[str]:
    """What each block is called on its page: ``p1`` for the first paragraph, ``s1`` for the first heading …

    A block that goes on with the one before has no number of its own: ``p1-2`` is the second part of ``p1``.
    """
    counts: dict[str, int] = {}
    parts: dict[str, int] = {}
    for block in blocks:
        letter = _ID.get(block.kind, "p")
        if block.continues and letter in counts:
            whole = f"{letter}{counts[letter]}"
            parts[whole] = parts.get(whole, 1) + 1
            yield f"{whole}-{parts[whole]}"
            continue
        counts[letter] = counts.get(letter, 0) + 1
        yield letter if letter == "title" and counts[letter] == 1 else f"{letter}{counts[letter]}"


def leading_gap(document: AnnotatedDocument) -> str:
    """The white space before the first block."""
    blocks = document.reading.blocks
    return document.source.text[: blocks[0].start] if blocks else document.source.text


def _keeps_lines(block: Block, text: str) -> bool:
    words = block.of(text)
    rows = words.split("\n")
    if block.kind in _LINED or _COLUMNS.search(words):
        return True
    return len(rows) > 1 and max(map(len, rows)) <= _SHORT_LINE


def _ending_in(block: Block, notes: Sequence[PlacedNote]) -> tuple[PlacedNote, ...]:
    return tuple(note for note in notes if block.start < note.anchor.span.end <= block.end)


def _segments(
    text: str, block: Block, notes: Sequence[PlacedNote], timexes: Sequence[Timex], events: Sequence[Event],
    by_date: Mapping[int, Event],
) -> Iterator[Segment]:  # fmt: skip
    here = [
        note for note in notes if note.anchor.span.start < block.end and block.start < note.anchor.span.end
    ]
    dates, told = within(block, timexes), within(block, events)
    edges = {block.start, block.end}
    for span in (*(note.anchor.span for note in here), *dates, *told):
        edges |= {at for at in (span.start, span.end) if block.start < at < block.end}
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        timex = next((timex for timex in dates if timex.holds(piece)), None)
        own = by_date.get(timex.start) if timex else None
        here_told = [event for event in told if event.holds(piece) and event is not own]
        tellers = [own, *here_told] if own else here_told
        yield Segment(
            text=piece.of(text),
            notes=tuple(note for note in here if note.anchor.span.holds(piece)),
            closing=tuple(note for note in here if note.anchor.span.end == end),
            timex=timex,
            event=tellers[0] if tellers else None,
            opens_date=timex is not None and timex.start == start,
            told=tuple(event.id for event in tellers),
        )
