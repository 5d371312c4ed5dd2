"""The search index: every reading page by its passages, and each caption, note and event as a result of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..markup import plain_words
from ..model import AnnotatedDocument, Archive, State
from .pagefind import Pagefind
from .passages import find_passages, passage_at, place_notes
from .words import in_words


def build_index(archive: Archive, site: Path) -> int:
    """Writes ``site/pagefind/``; gives back how many results it holds. Raises PagefindError."""
    with Pagefind() as service:
        index = service.call("NewIndex", config={})["index_id"]
        pages = service.call("AddDir", index_id=index, path=str(site), glob="texts/*/index.html")["page_count"]
        records = [record for document in archive.documents for record in records_of(document)]
        for record in records:
            service.call("AddRecord", index_id=index, **record)
        service.call("WriteFiles", index_id=index, output_path=str(site / "pagefind"))
    return int(pages) + len(records)


def records_of(document: AnnotatedDocument) -> Iterator[dict[str, Any]]:
    """What of a text is found by itself: address, words, and the fields that results show and filter by."""
    text, record = document.source.text, document.source.record
    passages = find_passages(document)

    def entry(fragment: str, kind: str, voice: str, content: str, state: State | None = None, **meta: str) -> dict[str, Any]:
        return {
            "url": f"/texts/{document.source.identifier}/#{fragment}",
            "content": content,
            "language": record.language.split("-")[0].lower(),
            "meta": {"title": record.title, "kind": kind, **meta},
            "filters": {
                "kind": [kind], "voice": [voice], "text": [record.title], **({"state": [state]} if state else {}),
            },
            "sort": {},
        }

    for caption in document.reading.captions:
        date = {"date": in_words(caption.date)} if caption.date else {}
        place = {"place": caption.place} if caption.place else {}
        fragment = passage_at(passages, caption).id
        yield entry(fragment, "caption", "source", caption.of(text), State.MACHINE, **date, **place)
    for event in document.reading.events:
        yield entry(event.id, "event", "machine", event.of(text), event.state, date=in_words(event.when))
    for note in place_notes(document):
        written = note.anchor.annotation
        content = f"{note.anchor.span.of(text)} · {plain_words(written.body)}"
        yield entry(f"note-{note.id}", "note", "editor", content,
                    note=written.kind, creator=written.creator.name)  # fmt: skip
