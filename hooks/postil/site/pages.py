"""Which pages the archive has, and what each of them holds."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from ..edtf import Edtf
from ..export.reading_json import reading_object
from ..export.web_annotation import annotation_collection
from ..model import AnnotatedDocument, Archive, BlockKind, Event, Thing, within
from ..reviews import key_of
from .captures import capture_files, capture_pages
from .contributors import contributors_pages
from .indexes import INDEXES, entry_addresses, find_entries, index_pages
from .passages import Passage, find_passages, leading_gap, place_notes
from .render import Renderer, SiteFile, SitePage, SiteSettings, entry_id
from .review_page import review_pages
from .words import in_words

NEWEST = 6


def archive_pages(archive: Archive, settings: SiteSettings) -> Iterator[SitePage]:
    """Every page, each rendered from its own template."""
    page = Renderer(settings, last_change(archive)).page
    texts = [_shelf_entry(document) for document in archive.documents]
    placed = [(document, place_notes(document)) for document in archive.documents]
    notes = [(document, note) for document, its_notes in placed for note in its_notes]
    newest = sorted(
        notes, key=lambda item: (item[1].anchor.annotation.created.order, item[1].id), reverse=True
    )
    events = [(document, event) for document in archive.documents for event in document.reading.events]
    captions: list[tuple[AnnotatedDocument, Passage]] = []
    indexes = find_entries(archive)
    addresses = entry_addresses(indexes)
    indexed = {
        document.source.identifier: {
            note.id: addresses.get((document.source.identifier, note.id), "") for note in its_notes
        }
        for document, its_notes in placed
    }
    counts = {
        "texts": len(texts),
        "notes": len(notes),
        "events": len(events),
        "photographs": sum(len(document.reading.captions) for document in archive.documents),
    }

    yield page(
        "index.md",
        "home.html",
        settings.name,
        "home",
        settings.description,
        texts=texts,
        newest=newest[:NEWEST],
        counts=counts,
    )
    yield page("texts/index.md", "texts.html", "Texts", "texts", "Every text of the archive.", texts=texts)
    for document, its_notes in placed:
        passages = find_passages(document)
        captions += [(document, passage) for passage in passages if passage.caption]
        record = document.source.record
        anchors = frozenset(passage.id for passage in passages) | {f"note-{note.id}" for note in its_notes}
        yield page(
            f"texts/{document.source.identifier}.md", "reading.html", record.title, "texts",
            record.description or ": ".join(filter(None, (", ".join(record.creator), record.title))),
            anchors | {event.id for event in document.reading.events}, _changed(document),
            document=document, record=record, passages=passages, leading=leading_gap(document),
            standing=archive.standing, indexed=indexed[document.source.identifier],
            has_title=any(passage.block.kind is BlockKind.TITLE for passage in passages),
            headings=[passage for passage in passages if passage.block.kind is BlockKind.HEADING],
            sha256=hashlib.sha256(document.source.capture).hexdigest(), size=len(document.source.capture),
        )  # fmt: skip
        reviewed = frozenset(f"review-{verdict.review.id}" for verdict in document.verdicts)
        yield page(
            f"texts/{document.source.identifier}/read.md", "read.html", f"What was read: {record.title}", "texts",
            f"What a machine read from “{record.title}”, by which rules, and what people said of it.", reviewed,
            _changed(document), document=document, record=record, place=_places(document, passages),
            parts_of_text=[block for block in document.reading.blocks if block.kind is not BlockKind.PARAGRAPH],
        )  # fmt: skip
    yield page("timeline.md", "timeline.html", "Timeline", "timeline", "Every dated statement, in the order of time.",
               frozenset(entry_id(document, event) for document, event in events), years=_years(events))  # fmt: skip
    yield page("photographs.md", "photographs.html", "Photographs", "photographs",
               "Every photograph that a text's captions speak of.", captions=captions)  # fmt: skip
    yield page("notes.md", "notes.html", "Notes", "notes", "Every note in the margins.",
               by_text=placed, count=len(notes), indexed=indexed, indexes=INDEXES.values(), standing=archive.standing)  # fmt: skip
    yield from index_pages(archive, indexes, page)
    yield from contributors_pages(archive, page)
    yield page(
        "search.md",
        "search.html",
        "Search",
        "search",
        "Search passages, captions, notes and events.",
    )
    yield from review_pages(archive, settings, page)
    yield from capture_pages(archive, page)


def archive_files(archive: Archive, site_url: str = "") -> Iterator[SiteFile]:
    """What a reading page offers for download: the capture, everything found in it as JSON, the notes as JSON-LD."""
    for document in archive.documents:
        folder = f"texts/{document.source.identifier}"
        yield SiteFile(f"{folder}/text.txt", document.source.capture)
        found = {
            "sha256": document.source.record.sha256,
            **reading_object(document.reading, document.source.text),
        }
        notes = annotation_collection(document, f"{site_url}{folder}/" if site_url else "", archive.standing)
        for name, content in (("reading.json", found), ("annotations.jsonld", notes)):
            yield SiteFile(
                f"{folder}/{name}", (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
            )
    yield from capture_files(archive)


def last_change(archive: Archive) -> str:
    """The last day on which anything in the archive changed, by what its files say."""
    return max((_changed(document) for document in archive.documents), default="1970-01-01")


def _changed(document: AnnotatedDocument) -> str:
    record = document.source.record
    notes = (anchor.annotation.created for anchor in document.anchors)
    reviews = (verdict.review.created for verdict in document.verdicts)
    dates = [record.captured, record.date, *notes, *reviews]
    days = [date.earliest for date in dates if date.earliest and 1970 <= date.earliest[0] <= 9999]
    return "{:04}-{:02}-{:02}".format(*max(days, default=(1970, 1, 1)))


def _shelf_entry(document: AnnotatedDocument) -> dict[str, Any]:
    return {
        "document": document,
        "record": document.source.record,
        "url": f"texts/{document.source.identifier}/",
        "notes": len(document.anchors),
        "events": len(document.reading.events),
        "photographs": len(document.reading.captions),
    }


def _years(events: list[tuple[AnnotatedDocument, Event]]) -> list[tuple[str, list[tuple[str, list[Any]]]]]:
    """Events by year and month, each heading once: what spans years before the year it begins with, under its own
    words; what spans months before the months, under the year alone.
    """

    def place(item: tuple[AnnotatedDocument, Event]) -> tuple[int, int, str, str]:
        when = item[1].when
        if when.earliest is None or when.latest is None:  # open on one side: in the year that is known
            known = when.earliest or when.latest
            return known[0] if known else 10**9, -1, in_words(when), ""
        (year, month, _), (last_year, last_month, _), _ = when.order
        if year != last_year:
            return year, -1, in_words(when), ""
        heading = str(year) if year > 0 else f"{1 - year} BC"
        if month != last_month:
            return year, 0, heading, ""
        return year, month, heading, in_words(Edtf(f"{year:04}-{month:02}")) if year > 0 else ""

    ordered = sorted(
        events, key=lambda item: (*place(item), item[1].when.order, item[0].source.identifier, item[1].start)
    )
    return [
        (heading, [(name, list(group)) for name, group in groupby(items, lambda item: place(item)[3])])
        for heading, items in groupby(ordered, lambda item: place(item)[2])
    ]


def _places(document: AnnotatedDocument, passages: Sequence[Passage]) -> Callable[[Thing], str]:
    """Where on its reading page a thing is shown, as a fragment."""
    reading = document.reading
    places = {
        key_of(date): passage.id for passage in passages for date in within(passage.block, reading.dates)
    }
    places |= {key_of(event.timex): event.id for event in reading.events}
    places |= {key_of(event): event.id for event in reading.events}
    places |= {key_of(passage.caption): passage.id for passage in passages if passage.caption}
    places |= {key_of(passage.block): passage.id for passage in passages}
    return lambda thing: places.get(key_of(thing), "")
