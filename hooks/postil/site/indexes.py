"""The index pages: people, places and organizations that notes are about, where they stand, and where else."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from anyascii import anyascii

from ..anchoring import fold, joined, match_quote
from ..model import AnnotatedDocument, Archive, Block, BlockKind, Span
from ..records import Target
from ..vocabulary.sentences import one_line, sentence_around
from .passages import PlacedNote, block_ids, place_notes
from .render import SitePage

INDEXES = {
    "person": ("people", "People"),
    "place": ("places", "Places"),
    "organization": ("organizations", "Organizations"),
}
"""The kinds of notes that have an index: its address and its title."""

MOST_MENTIONS = 20
"""So many further mentions of an entry are shown for one text."""
MOST_CHARACTERS = 500_000_000
"""When so many characters have been looked through for further mentions, no more is looked for."""
_LONGEST = 400
_WORD = re.compile(r"[^\W_\u2e80-\U0003ffff]+")
"""A word as scripts with spaces have them; Chinese and its neighbours have none."""
_NO_PROSE = (BlockKind.NOISE, BlockKind.PAGE)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text with the sentence around them, and where a reader finds them."""

    document: AnnotatedDocument
    fragment: str
    before: str
    words: str
    after: str


@dataclass(slots=True)
class Entry:
    """What an index has under one heading."""

    heading: str
    notes: list[tuple[PlacedNote, Passage]] = field(default_factory=list)
    mentions: list[tuple[AnnotatedDocument, list[Passage], bool]] = field(default_factory=list)
    """For each text the places where the label stands too, and whether there are more than are shown."""

    @property
    def id(self) -> str:
        """Names the entry on its page; it is the id of the first note."""
        note, passage = self.notes[0]
        return f"{passage.document.source.identifier}--{note.id}"

    @property
    def label(self) -> str | None:
        """What the first of its notes that has a label calls it."""
        labels = (note.anchor.annotation.label for note, _ in self.notes)
        return next(filter(None, labels), None)

    @property
    def order(self) -> tuple[str, str]:
        """How the index is sorted: as the heading is written in plain letters."""
        return anyascii(self.heading).casefold(), self.heading


Indexes = Mapping[str, Sequence[Entry]]


def index_pages(archive: Archive, indexes: Indexes, page: Callable[..., SitePage]) -> Iterator[SitePage]:
    """A page for each index; every note of its kind stands on it, under its label or else under its quoted words."""
    for kind, (name, title) in INDEXES.items():
        found = indexes[kind]
        yield page(
            f"{name}.md", "index.html", title, "notes", f"The {title.lower()} that notes are about, and where they stand.",
            frozenset(entry.id for entry in found), heading=title, name=name, entries=found, indexes=INDEXES.values(),
            standing=archive.standing,
        )  # fmt: skip


def find_entries(archive: Archive, most: int = MOST_CHARACTERS) -> Indexes:
    """The entries of each kind in the order of the alphabet; notes of one kind and label share one."""
    by_label: dict[tuple[str, str], Entry] = {}
    placed = [(document, place_notes(document)) for document in archive.documents]
    for document, notes in placed:
        where = _Where(document)
        for note in notes:
            written = note.anchor.annotation
            if written.kind in INDEXES:
                heading = heading_of(note, document)
                entry = by_label.setdefault((written.kind, fold(heading).text.casefold()), Entry(heading))
                entry.notes.append((note, where.passage(note.anchor.span, f"note-{note.id}")))
    sought = [_Sought(entry, label) for entry in by_label.values() if (label := entry.label)]
    for document, _ in placed:
        most -= _find_mentions(document, sought)
        if most < 0:
            break
    found: dict[str, list[Entry]] = defaultdict(list)
    for (kind, _), entry in by_label.items():
        found[kind].append(entry)
    return {kind: sorted(found[kind], key=lambda entry: entry.order) for kind in INDEXES}


def heading_of(note: PlacedNote, document: AnnotatedDocument) -> str:
    """What an index calls the note: its label, else its quoted words."""
    return note.anchor.annotation.label or one_line(note.anchor.span.of(document.source.text))


def entry_addresses(indexes: Indexes) -> Mapping[tuple[str, str], str]:
    """The address of the entry of each note, by its text and its id."""
    return {
        (passage.document.source.identifier, note.id): f"{INDEXES[kind][0]}/#{entry.id}"
        for kind, found in indexes.items()
        for entry in found
        for note, passage in entry.notes
    }


class _Where:
    """Finds the sentence and the block of places in one text."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self.document = document
        blocks = document.reading.blocks
        self.blocks = list(zip(blocks, block_ids(blocks), strict=True))

    def block(self, at: int) -> tuple[Block, str] | None:
        """The block that holds the place, and its id."""
        before = bisect_right(self.blocks, at, key=lambda each: each[0].start)
        return self.blocks[before - 1] if before and at < self.blocks[before - 1][0].end else None

    def passage(self, span: Span, fragment: str = "") -> Passage:
        """The words with their sentence, of which no more is shown than a reader wants."""
        text = self.document.source.text
        found = self.block(span.start)
        sentence = sentence_around(text, found[0], span) if found else span
        start, end = max(sentence.start, span.start - _LONGEST), min(sentence.end, span.end + _LONGEST)
        before, after = text[start : span.start], text[span.end : max(end, span.end)]
        if start > sentence.start:
            before = "… " + before.partition(" ")[2]
        if end < sentence.end:
            after = after.rpartition(" ")[0] + " …"
        return Passage(self.document, fragment or (found[1] if found else ""), before, span.of(text), after)


class _Sought:
    """An entry with its label, made ready to be looked for in many texts."""

    def __init__(self, entry: Entry, label: str) -> None:
        self.entry, self.label = entry, label
        self.plain = fold(label).text.strip()
        self.words = frozenset(_WORD.findall(self.plain))


def _find_mentions(document: AnnotatedDocument, sought: Sequence[_Sought]) -> int:
    """Adds to each entry where else in the text its label stands as whole words, noise and heads of pages left out.

    Gives back how many characters were looked through.
    """
    text = document.source.text
    ways = {fold(text).text, fold(joined(text)).text}
    words = frozenset(word for way in ways for word in _WORD.findall(way))
    where = _Where(document)
    looked = len(text)
    for each in sought:
        if not each.words <= words:
            continue
        looked += len(text)
        if not any(each.plain in way for way in ways):
            continue
        spoken_of = [note.anchor.span for note, passage in each.entry.notes if passage.document is document]
        found = []
        for span in match_quote(Target(exact=each.label), text):
            block = where.block(span.start)
            apart = not any(span.start < other.end and other.start < span.end for other in spoken_of)
            if block and block[0].kind not in _NO_PROSE and apart and _whole(text, span):
                found.append(span)
                if len(found) > MOST_MENTIONS:
                    break
        if found:
            shown = [where.passage(span) for span in islice(found, MOST_MENTIONS)]
            each.entry.mentions.append((document, shown, len(found) > MOST_MENTIONS))
    return looked


def _whole(text: str, span: Span) -> bool:
    """Whether the words begin and end where words do: no letter or digit goes on from them."""
    before, after = text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1]
    return not any(len(edge) == 2 and _WORD.fullmatch(edge) for edge in (before, after))
