"""The nouns: what a source text holds, what was found in it, what people said of it.

Every offset counts Unicode code points of the *canonical text*: the decoded bytes of the capture, a
byte-order mark dropped, CRLF and CR read as LF, nothing else touched. What people write about a text is in `records`.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from .edtf import Edtf
from .records import Annotation, Record, Review
from .standing import History, Standing, standing_of


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the canonical text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


Found = TypeVar("Found", bound=Span)


def within(span: Span, found: Sequence[Found]) -> Sequence[Found]:
    """Those that lie in the span, of what was found in the order of the text; the rest is not looked at."""
    first = bisect_left(found, span.start, key=lambda each: each.start)
    last = bisect_left(found, span.end, key=lambda each: each.start)
    return [each for each in found[first:last] if span.holds(each)]


class State(StrEnum):
    """How far an extracted statement can be trusted."""

    MACHINE = "machine"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"


class BlockKind(StrEnum):
    """What a block of lines is; the words are TEI's where TEI has one (head, figDesc, l, sp …)."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    QUOTE = "quote"
    LIST = "list"
    VERSE = "verse"
    TABLE = "table"
    SPEECH = "speech"
    NOTE = "note"
    PAGE = "page"
    """Heads, feet and numbers of pages (TEI's fw and pb): print, but no part of what is said."""
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Block(Span):
    """Whole lines of the text that belong together; every non-blank line is in exactly one block."""

    kind: BlockKind
    rule: str = "nothing says otherwise"
    """Why it is of this kind, in a few words for a reader."""
    continues: bool = False
    """Whether it goes on with the block before it, which the head or number of a page interrupts."""
    state: State = State.MACHINE


@dataclass(frozen=True, slots=True)
class Timex(Span):
    """A calendar expression (TIMEX3's DATE): as printed, what it means, and how that was read."""

    text: str
    value: Edtf
    rule: str
    basis: str
    state: State = State.MACHINE


class CaptionKind(StrEnum):
    """What sort of picture a caption speaks of."""

    PHOTOGRAPH = "photograph"
    FILE_PHOTOGRAPH = "file photograph"
    ILLUSTRATION = "illustration"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Caption(Span):
    """The words under a picture that the capture does not hold: who made it, when and where."""

    words: Span
    """All of it but the credit."""
    kind: CaptionKind = CaptionKind.PHOTOGRAPH
    credit: str | None = None
    date: Edtf | None = None
    place: str | None = None
    credit_span: Span | None = None
    timex: Timex | None = None
    place_span: Span | None = None
    again: tuple[Span, ...] = ()
    """Where the same caption was captured once more; those places are no captions of their own."""
    state: State = State.MACHINE


class EventKind(StrEnum):
    """What sort of entry of the timeline an event is."""

    STATEMENT = "statement"
    PHOTOGRAPH = "photograph"


@dataclass(frozen=True, slots=True)
class Event(Span):
    """A dated statement: the span is the sentence that makes it, the label a part of that sentence."""

    label: Span
    timex: Timex
    kind: EventKind = EventKind.STATEMENT
    place: Span | None = None
    """Where it happened, in the sentence's own words."""
    same_as: str | None = None
    """The id of the first mention in this text, where this is another one of the same event."""
    state: State = State.MACHINE

    @property
    def id(self) -> str:
        """Lasts as long as the capture: the place of its date in the text."""
        return f"e{self.timex.start}"

    @property
    def when(self) -> Edtf:
        """When it happened."""
        return self.timex.value


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a text says of itself (Dublin Core: title, creator, source, date)."""

    title: str | None = None
    creator: tuple[str, ...] = ()
    source: str | None = None
    date: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found in a text, each part in the order of the text."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    captions: tuple[Caption, ...]
    dates: tuple[Timex, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """One captured text: its canonical characters and its record."""

    identifier: str
    record: Record
    text: str
    capture: bytes
    """The capture, byte for byte."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A note and the one place in the text that it speaks of."""

    annotation: Annotation
    span: Span


@dataclass(frozen=True, slots=True)
class Orphan:
    """A note whose quoted words cannot be placed, and why."""

    annotation: Annotation
    reason: str


@dataclass(frozen=True, slots=True)
class UnplacedNote:
    """A note whose words are no longer in the text, or not for certain: where they stood, and why nobody carried it on."""

    annotation: Annotation
    capture: SourceText
    """The newest former capture that has the words."""
    span: Span
    """Where they stand in it."""
    why: str


Thing = Block | Timex | Caption | Event
"""What is read from a text and can be reviewed."""


@dataclass(frozen=True, slots=True)
class PlacedReview(Span):
    """A review at the words that it quotes."""

    review: Review


@dataclass(frozen=True, slots=True)
class Verdict:
    """A review that fits, and what it speaks of, as that was read before."""

    review: Review
    thing: Thing
    state: State
    """Disputed where another review of the same thing says otherwise; then nothing is changed."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A review that fits nothing which is read now: the field to look at, and why."""

    review: Review
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """One source text with all that was found in it and all that was said of it."""

    source: SourceText
    reading: Reading
    anchors: tuple[Anchor, ...]
    orphans: tuple[Orphan, ...]
    verdicts: tuple[Verdict, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    former: tuple[SourceText, ...] = ()
    """The captures before this one, the newest first."""
    unplaced: tuple[UnplacedNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """All the texts, in the order of their identifiers."""

    documents: tuple[AnnotatedDocument, ...]
    histories: Mapping[str, History] = field(default_factory=dict)
    """What git records of the notes' and reviews' files, by path; empty where no history is at hand."""

    def standing(self, written: Annotation | Review) -> Standing | None:
        """How far a note or review has come; None where git says nothing of it."""
        history = self.histories.get(written.path)
        return standing_of(history, written.creator) if history else None
