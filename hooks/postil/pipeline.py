"""The table of contents: how one text is read, and how the archive is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .anchoring import anchor, locate
from .captions import read_captions
from .carrying import unplaced_notes
from .dates import find_timexes
from .edtf import Edtf
from .errors import Fault
from .events import find_events
from .intake import Remainder, read_folders, read_former
from .markup import body_faults
from .metadata import read_metadata
from .model import (
    Anchor,
    AnnotatedDocument,
    Archive,
    BlockKind,
    Misfit,
    Orphan,
    PlacedReview,
    Reading,
    SourceText,
    Span,
    Verdict,
)
from .records import Annotation, Review
from .reviews import (
    dispute_captions,
    review_blocks,
    review_captions,
    review_dates,
    review_events,
    without_captions,
)
from .structure import find_blocks

_HEAD = {BlockKind.BYLINE, BlockKind.DATELINE}
_BODY = set(BlockKind) - _HEAD - {BlockKind.NOISE, BlockKind.TABLE, BlockKind.PAGE}
"""Where dates are looked for; the figures of a table are read across its cells by nobody, the heads of pages by none."""


def read_text(
    text: str, *, date: Edtf | str | None = None, language: str = "en", date_order: str | None = None
) -> Reading:
    """Everything that is found in the canonical text.

    ``date`` is the day the text is of, as EDTF (EdtfError if it is none); left out, it is the date of the
    text's own byline or dateline, where that is printed in full. ``date_order`` is how it writes days in figures
    (dmy, mdy, ymd); left out, the text's own days say it, where they can.
    """
    return read_reviewed(text, (), date=date, language=language, date_order=date_order)[0]


def read_reviewed(
    text: str,
    reviews: Sequence[PlacedReview],
    *,
    date: Edtf | str | None,
    language: str,
    date_order: str | None,
) -> tuple[Reading, tuple[Verdict, ...], tuple[Misfit, ...]]:
    """The same with people's decisions, each applied before what it is about flows on; and what became of them.

    A corrected date is that of its event and its caption too, and in the head, where no ``date`` is given, the day of
    the text. Other dates that were counted from it stay as they were read.
    """
    blocks = review_blocks(text, find_blocks(text), reviews)
    heads = [block for block in blocks.found if block.kind in _HEAD]
    head_dates = find_timexes(text, heads, written=None, language=language, order=date_order)
    of_heads = [review for review in reviews if _is_of(review, heads, head_dates)]
    head = review_dates(text, head_dates, of_heads)
    metadata = read_metadata(text, blocks.found, head.found)
    written = Edtf(date) if date is not None else metadata.date
    bodies = [block for block in blocks.found if block.kind in _BODY]
    of_bodies = [review for review in reviews if review not in of_heads]
    body = review_dates(
        text, find_timexes(text, bodies, written=written, language=language, order=date_order), of_bodies
    )
    dates = tuple(sorted((*head.found, *body.found), key=lambda timex: timex.start))
    captions = review_captions(text, read_captions(text, blocks.found, dates), reviews)
    blocks, captions = dispute_captions(blocks, captions)
    standing = without_captions(blocks.found, captions.verdicts)
    events = review_events(text, find_events(text, standing, dates, captions.found), reviews)
    stages = (blocks, head, body, captions, events)
    return (
        Reading(metadata, standing, captions.found, dates, events.found),
        tuple(verdict for stage in stages for verdict in stage.verdicts),
        tuple(misfit for stage in stages for misfit in stage.misfits),
    )


def _is_of(review: Span, heads: Sequence[Span], dates: Sequence[Span]) -> bool:
    """Whether the quoted words lie in one of the heads, or run over several and hold one of their dates."""
    return any(block.holds(review) for block in heads) or any(review.holds(date) for date in dates)


def read_document(
    source: SourceText, annotations: Sequence[Annotation], reviews: Sequence[Review] = ()
) -> AnnotatedDocument:
    """One text of the archive, read by what its record says, with its reviews and with its notes on their words."""
    record = source.record
    written = record.original.date if record.original else record.date
    located = [(review, locate(review.target, source.text)) for review in reviews]
    at_words = [
        PlacedReview(place.start, place.end, review) for review, place in located if isinstance(place, Span)
    ]
    nowhere = [Misfit(review, "target.exact", why) for review, why in located if isinstance(why, str)]
    reading, verdicts, misfits = read_reviewed(
        source.text, at_words, date=written, language=record.language, date_order=record.date_order
    )
    placed = [anchor(annotation, source.text) for annotation in annotations]
    anchors = sorted(
        (each for each in placed if isinstance(each, Anchor)),
        key=lambda each: (each.span.start, each.span.end, each.annotation.id),
    )
    orphans = tuple(each for each in placed if isinstance(each, Orphan))
    return AnnotatedDocument(source, reading, tuple(anchors), orphans, verdicts, (*nowhere, *misfits))


def read_archive(root: Path) -> tuple[Archive, tuple[Fault, ...]]:
    """All that is sound in ``root/source_texts``, and every fault of the rest, in the order of their places."""
    documents: list[AnnotatedDocument] = []
    faults: list[Fault] = []
    for folder in read_folders(root):
        notes: list[Annotation | Remainder] = [*folder.annotations, *folder.remainders]
        bodies = [
            Fault(note.path, note.body_line, "body", message)
            for note in notes
            if note.body is not None
            for message in body_faults(note.body)
        ]
        faults += [*folder.faults, *bodies]
        if folder.source is None:
            continue
        document = read_document(folder.source, folder.annotations, folder.reviews)
        former = read_former(root, folder)
        unplaced, lost = unplaced_notes(folder.source, former.captures, former.annotations, former.reviews)
        document = replace(document, former=former.captures, unplaced=unplaced)
        faults += [*former.faults, *lost]
        faults += [
            Fault(orphan.annotation.path, orphan.annotation.line, "target.exact", orphan.reason)
            for orphan in document.orphans
        ]
        faults += [
            Fault(each.path, each.line, "target.exact", place)
            for each in folder.remainders
            if each.target and isinstance(place := locate(each.target, folder.source.text), str)
        ]
        faults += [
            Fault(misfit.review.path, misfit.review.line(misfit.field), misfit.field, misfit.reason)
            for misfit in document.misfits
        ]
        documents.append(_without_notes(document, {fault.path for fault in bodies}))
    return Archive(tuple(documents)), tuple(sorted(faults))


def _without_notes(document: AnnotatedDocument, paths: set[str]) -> AnnotatedDocument:
    return replace(
        document,
        anchors=tuple(each for each in document.anchors if each.annotation.path not in paths),
        orphans=tuple(each for each in document.orphans if each.annotation.path not in paths),
    )
