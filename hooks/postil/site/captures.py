"""The pages of what a text was before: its captures and what changed between them, and the notes left without a place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..anchoring import locate
from ..carrying import (
    Comparison,
    Passage,
    Placed,
    carry,
    changed_passages,
    compare,
    place_at,
    words_before,
)
from ..intake.captures import short
from ..model import Anchor, AnnotatedDocument, Archive, Metadata, Reading, SourceText, Span, UnplacedNote
from ..structure import find_blocks
from .passages import find_passages, leading_gap
from .render import SiteFile, SitePage

MOST = 400
"""So many passages of what changed are shown."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one capture changed of the one before it, and what became of the notes."""

    old: SourceText
    new: SourceText
    passages: tuple[Passage, ...]
    more: bool
    """Whether more changed than is shown."""
    certain: int
    """Notes on words that both captures have in one place, as certainly as a note is carried."""
    renewed: tuple[Anchor, ...]
    """Those of them whose context the old text does not have."""
    decided: tuple[Anchor, ...]
    """Notes whose words the old text has too, but not certainly in that place."""
    fresh: tuple[Anchor, ...]
    """Notes whose words the old text does not have."""
    unplaced: tuple[UnplacedNote, ...]


def capture_pages(archive: Archive, page: Callable[..., SitePage]) -> Iterator[SitePage]:
    """For each text that was captured more than once: the list of captures, each former one, and the unplaced notes."""
    for document in archive.documents:
        if not document.former:
            continue
        record, folder = document.source.record, f"texts/{document.source.identifier}"
        shared = {"document": document, "record": record, "short": short}
        yield page(
            f"{folder}/captures.md", "captures.html", f"Captures: {record.title}", "texts",
            f"Every capture of “{record.title}”, what changed between them, and which notes that touched.",
            steps=_steps(document), **shared,
        )  # fmt: skip
        for former in document.former:
            notes = [note for note in document.unplaced if note.capture == former]
            reading = Reading(Metadata(), tuple(find_blocks(former.text)), (), (), ())
            shown = AnnotatedDocument(
                former, reading, tuple(Anchor(note.annotation, note.span) for note in notes), ()
            )
            passages = find_passages(shown)
            yield page(
                f"{folder}/captures/{short(former)}.md", "capture.html", f"Former capture: {former.record.title}",
                "texts", f"“{former.record.title}” as it was captured before; there is a newer capture.",
                frozenset(passage.id for passage in passages) | {f"was-{note.annotation.id}" for note in notes},
                former=former, passages=passages, leading=leading_gap(shown), size=len(former.capture), **shared,
            )  # fmt: skip
        if document.unplaced:
            yield page(
                f"{folder}/unplaced.md", "unplaced.html", f"Unplaced notes: {record.title}", "texts",
                f"Notes on words that are no longer in “{record.title}”, or not for certain.",
                frozenset(note.annotation.id for note in document.unplaced),
                places=[(note, place_at(note.span, note.capture.text)) for note in document.unplaced], **shared,
            )  # fmt: skip


def capture_files(archive: Archive) -> Iterator[SiteFile]:
    """The former captures, byte for byte."""
    for document in archive.documents:
        for former in document.former:
            folder = f"texts/{document.source.identifier}/captures/{short(former)}"
            yield SiteFile(f"{folder}/text.txt", former.capture)


def proved_pages(document: AnnotatedDocument) -> Iterator[tuple[str, str]]:
    """The addresses of the pages that show a capture of the text whole, each with the canonical text it must show."""
    address = f"texts/{document.source.identifier}/"
    yield address, document.source.text
    for former in document.former:
        yield f"{address}captures/{short(former)}/", former.text


def _steps(document: AnnotatedDocument) -> list[Step]:
    """From each capture to the one after it, the newest first."""
    spans: dict[str, Span] = {anchor.annotation.id: anchor.span for anchor in document.anchors}
    steps = []
    for old, new in zip(document.former, (document.source, *document.former), strict=False):
        comparison = compare(old.text, new.text)
        steps.append(_step(document, old, new, comparison, spans))
    return steps


def _step(
    document: AnnotatedDocument,
    old: SourceText,
    new: SourceText,
    comparison: Comparison,
    spans: dict[str, Span],
) -> Step:
    """One step; the spans are those of the newer capture, and are left as those of the older one."""
    certain = 0
    renewed: list[Anchor] = []
    decided: list[Anchor] = []
    fresh: list[Anchor] = []
    for anchor in document.anchors:
        name, target = anchor.annotation.id, anchor.annotation.target
        if name not in spans:
            continue
        span = spans.pop(name)
        before = words_before(span, comparison)
        if before is not None:
            spans[name] = before
        if before is not None and isinstance(carry(target, before, comparison), Placed):
            certain += 1
            if locate(target, old.text) != before:
                renewed.append(anchor)
        else:
            words = comparison.new.form[slice(*comparison.new.places(span))]
            (decided if words in comparison.old.form else fresh).append(anchor)
    passages = changed_passages(comparison, MOST + 1)
    return Step(
        old, new, tuple(passages[:MOST]), len(passages) > MOST, certain, tuple(renewed), tuple(decided),
        tuple(fresh), tuple(note for note in document.unplaced if note.capture == old),
    )  # fmt: skip
