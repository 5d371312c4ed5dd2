"""The search index: every reading page by its passages, and each caption, note and event as a result of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..anchoring import joined
from ..markup import plain_words
from ..model import AnnotatedDocument, Archive, State
from ..vocabulary.sentences import one_line
from .pagefind import Pagefind
from .passages import block_ids, place_notes
from .words import in_words


def build_index(archive: Archive, site: Path, language: str) -> int:
    """All in one index, of the site's language: a search must find texts of every other, too.

    A word hyphenated at the end of a line is indexed in one piece; the page itself stays as it is.
    Writes ``site/pagefind/``; gives back how many results it holds. Raises PagefindError.
    """
    with Pagefind() as service:
        index = service.call("NewIndex", config={"force_language": language})["index_id"]
        for document in archive.documents:
            uri = f"texts/{document.source.identifier}/index.html"
            page = (site / uri).read_text(encoding="utf-8")
            service.call("AddFile", index_id=index, file_path=uri, file_contents=joined(page))
        records = [record for document in archive.documents for record in records_of(document)]
        for record in records:
            service.call("AddRecord", index_id=index, **record)
        service.call("WriteFiles", index_id=index, output_path=str(site / "pagefind"))
    return len(archive.documents) + len(records)


def records_of(document: AnnotatedDocument) -> Iterator[dict[str, Any]]:
    """What of a text is found by itself: address, words, and the fields that results show and filter by."""
    text, record = document.source.text, document.source.record
    blocks = document.reading.blocks
    ids = {block.start: name for block, name in zip(blocks, block_ids(blocks), strict=True)}

    def entry(
        fragment: str, kind: str, voice: str, content: str, state: State | None = None, **meta: str
    ) -> dict[str, Any]:
        return {
            "url": f"/texts/{document.source.identifier}/#{fragment}",
            "content": one_line(joined(content)),
            "language": "unknown",  # Pagefind asks for one; the index is forced to the site's
            "meta": {"title": record.title, "kind": kind, **meta},
            "filters": {
                "kind": [kind],
                "voice": [voice],
                "text": [record.title],
                **({"state": [state]} if state else {}),
            },
            "sort": {},
        }

    for caption in document.reading.captions:
        fragment, words = ids[caption.start], caption.of(text)
        date = {"date": in_words(caption.date)} if caption.date else {}
        place = {"place": caption.place} if caption.place else {}
        yield entry(
            fragment, "caption", "source", words, caption.state, quote=one_line(words), **date, **place
        )
    for event in document.reading.events:
        words = event.of(text)
        yield entry(
            event.id,
            "event",
            "machine",
            words,
            event.state,
            quote=one_line(words),
            date=in_words(event.when),
        )
    for note in place_notes(document):
        written = note.anchor.annotation
        quote, body = note.anchor.span.of(text), plain_words(written.body)
        sources = [f"{item.publisher or ''} {item.title}" for item in written.references]
        content = " ".join((quote, body, *sources))
        yield entry(f"note-{note.id}", "note", "editor", content, quote=one_line(quote), note=written.kind,
                    body=" ".join((body, *sources)), creator=written.creator.name)  # fmt: skip
