"""The page that credits everybody: who wrote notes and reviews, and who read them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

from ..model import AnnotatedDocument, Archive
from ..records import Annotation, Creator, Review
from ..standing import NoteState, Person
from .passages import PlacedNote, place_notes
from .render import SitePage

Note = tuple[AnnotatedDocument, PlacedNote]


@dataclass(slots=True)
class Contributor:
    """Somebody, and what the archive owes to them."""

    creator: Creator
    notes: list[Note] = field(default_factory=list)
    decisions: Counter[str] = field(default_factory=Counter)
    """How many reviews of what was read they wrote, by text."""
    unplaced: Counter[str] = field(default_factory=Counter)
    """How many of their notes lost their words with a new capture, by text."""
    read: list[Note] = field(default_factory=list)
    """The notes of others that they vouch for, by what git records."""

    @property
    def kinds(self) -> list[tuple[str, list[Note]]]:
        """The notes they wrote, by kind, the kind with the most first."""
        found: dict[str, list[Note]] = {}
        for document, note in self.notes:
            found.setdefault(note.anchor.annotation.kind, []).append((document, note))
        return sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))


def contributors_pages(archive: Archive, page: Callable[..., SitePage]) -> Iterator[SitePage]:
    """One page, everybody in the order of the alphabet."""
    documents = {document.source.identifier: document for document in archive.documents}
    states = Counter(
        standing.state
        for document in archive.documents
        for anchor in document.anchors
        if (standing := archive.standing(anchor.annotation))
    )
    yield page(
        "contributors.md", "contributors.html", "Contributors", "notes", "Everybody who wrote or read the notes.",
        people=find_contributors(archive), documents=documents, states=[(state, states[state]) for state in NoteState if states[state]],
    )  # fmt: skip


def find_contributors(archive: Archive) -> Sequence[Contributor]:
    """Everybody, sorted by name: those whom the files name, and the readers whom git names."""
    people: dict[str, Contributor] = {}

    def of(creator: Creator) -> Contributor:
        return people.setdefault(_key(creator), Contributor(creator))

    placed = [(document, note) for document in archive.documents for note in place_notes(document)]
    for document, note in placed:
        of(note.anchor.annotation.creator).notes.append((document, note))
    for document in archive.documents:
        for review in {verdict.review.id: verdict.review for verdict in document.verdicts}.values():
            of(review.creator).decisions[document.source.identifier] += 1
        for unplaced in document.unplaced:
            of(unplaced.annotation.creator).unplaced[document.source.identifier] += 1
    by_name = {key: each for each in reversed(people.values()) for key in _names(each.creator)}
    for document, note in placed:
        for reader in _readers(archive, note.anchor.annotation):
            known = next((by_name[key] for key in sorted(reader.keys, reverse=True) if key in by_name), None)
            if not known:
                known = of(Creator(name=reader.name or reader.handle, github=reader.handle or None))
                by_name |= dict.fromkeys(reader.keys, known)
            known.read.append((document, note))
    return sorted(
        people.values(), key=lambda each: (anyascii(each.creator.name).casefold(), _key(each.creator))
    )


def _readers(archive: Archive, written: Annotation | Review) -> Sequence[Person]:
    standing = archive.standing(written)
    return standing.readers if standing else ()


def _names(creator: Creator) -> frozenset[str]:
    """What git may call the same person."""
    return Person(creator.name, f"{creator.github}@users.noreply.github.com" if creator.github else "").keys


def _key(creator: Creator) -> str:
    """By what two notes are of one creator: the iD, else the handle, else the name."""
    return creator.orcid or (
        f"@{creator.github.lower()}" if creator.github else min(_names(creator), default="")
    )
