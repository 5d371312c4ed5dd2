"""The table of contents: how one text is read, and how the archive is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .anchoring import anchor
from .captions import read_captions
from .dates import find_timexes
from .edtf import Edtf
from .errors import Fault
from .events import find_events
from .intake import read_folders
from .markup import body_faults
from .metadata import read_metadata
from .model import Anchor, AnnotatedDocument, Archive, BlockKind, Orphan, Reading, SourceText
from .records import Annotation
from .structure import find_blocks

_HEAD = {BlockKind.BYLINE, BlockKind.DATELINE}
_BODY = set(BlockKind) - _HEAD - {BlockKind.NOISE, BlockKind.TABLE}
"""Where dates are looked for; the figures of a table are read across its cells by nobody."""


def read_text(text: str, *, date: Edtf | str | None = None, language: str = "en") -> Reading:
    """Everything that is found in the canonical text.

    ``date`` is the day the text is of, as EDTF (EdtfError if it is none); left out, it is the date of the
    text's own byline or dateline, where that is printed in full.
    """
    blocks = find_blocks(text)
    head = find_timexes(text, [b for b in blocks if b.kind in _HEAD], written=None, language=language)
    metadata = read_metadata(text, blocks, head)
    written = Edtf(date) if date is not None else metadata.date
    body = [block for block in blocks if block.kind in _BODY]
    timexes = sorted(
        (*head, *find_timexes(text, body, written=written, language=language)), key=lambda t: t.start
    )
    captions = read_captions(text, blocks, timexes)
    events = find_events(text, blocks, timexes, captions)
    return Reading(metadata, blocks, captions, tuple(timexes), events)


def read_document(source: SourceText, annotations: Sequence[Annotation]) -> AnnotatedDocument:
    """One text of the archive, read by what its record says, with its notes on their words."""
    record = source.record
    written = record.original.date if record.original else record.date
    reading = read_text(source.text, date=written, language=record.language)
    placed = [anchor(annotation, source.text) for annotation in annotations]
    anchors = sorted(
        (each for each in placed if isinstance(each, Anchor)),
        key=lambda each: (each.span.start, each.span.end, each.annotation.id),
    )
    orphans = tuple(each for each in placed if isinstance(each, Orphan))
    return AnnotatedDocument(source, reading, tuple(anchors), orphans)


def read_archive(root: Path) -> tuple[Archive, tuple[Fault, ...]]:
    """All that is sound in ``root/source_texts``, and every fault of the rest, in the order of their places."""
    documents: list[AnnotatedDocument] = []
    faults: list[Fault] = []
    for folder in read_folders(root):
        bodies = [
            Fault(annotation.path, annotation.body_line, "body", message)
            for annotation in folder.annotations
            for message in body_faults(annotation.body)
        ]
        faults += [*folder.faults, *bodies]
        if folder.source is None:
            continue
        document = read_document(folder.source, folder.annotations)
        faults += [
            Fault(orphan.annotation.path, orphan.annotation.line, "target.exact", orphan.reason)
            for orphan in document.orphans
        ]
        documents.append(_without_notes(document, {fault.path for fault in bodies}))
    return Archive(tuple(documents)), tuple(sorted(faults))


def _without_notes(document: AnnotatedDocument, paths: set[str]) -> AnnotatedDocument:
    return replace(
        document,
        anchors=tuple(each for each in document.anchors if each.annotation.path not in paths),
        orphans=tuple(each for each in document.orphans if each.annotation.path not in paths),
    )
