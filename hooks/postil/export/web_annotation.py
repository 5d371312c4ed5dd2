"""The notes on a text as W3C Web Annotations, in JSON-LD.

Clause numbers are those of the Web Annotation Data Model, W3C Recommendation of 23 February 2017. The whole is a
collection (5.1) with its one page (5.2) within it, for a page must not be empty and a text may have no notes. What
the model has no word for is said in Dublin Core and schema.org, whose prefixes the model's own context declares.
"""

from collections.abc import Callable
from typing import Any

from ..anchoring import describe
from ..edtf import Edtf
from ..model import Anchor, AnnotatedDocument, SourceText, Span
from ..records import Annotation, Creator, Reference
from ..standing import Standing

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
RIGHTS = "https://creativecommons.org/licenses/by/4.0/"
ORCID = "https://orcid.org/"
GITHUB = "https://github.com/"
_AROUND = 32
"""So many characters before and after a quote are given, more where fewer stand in several places."""

Json = dict[str, Any]
Standings = Callable[[Annotation], Standing | None]


def annotation_collection(
    document: AnnotatedDocument, address: str = "", standing: Standings = lambda _: None
) -> Json:
    """All notes of the document, in the order of the text, ready for `json.dumps`.

    ``address`` is where the text's page stands, with its last slash; left out, every address is relative to the
    file, which belongs beside that page. ``standing`` is what git says of a note, where that is known. Offsets are code points of the canonical text.
    """
    base = address or "./"
    items = [
        _annotation(anchor, document.source, base, standing(anchor.annotation)) for anchor in document.anchors
    ]
    page = {"id": f"{base}annotations.jsonld#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": f"{base}annotations.jsonld",
        "type": "AnnotationCollection",
        "label": f"Notes on: {document.source.record.title}",
        "rights": RIGHTS,
        "total": len(items),
        **({"first": page} if items else {}),
    }


def _annotation(anchor: Anchor, source: SourceText, base: str, standing: Standing | None) -> Json:
    """One note (3.1)."""
    note = anchor.annotation
    return {
        "id": f"{base}#note-{note.id}",
        "type": "Annotation",
        **({"label": note.label} if note.label else {}),
        "motivation": note.motivation,
        **_when(note.created),
        "creator": _person(note.creator),
        **(_past(standing, note.creator) if standing else {}),
        "rights": RIGHTS,
        "body": [
            {
                "type": "TextualBody",
                "purpose": note.motivation,
                "value": note.body,
                "format": "text/markdown",
                "language": note.language,
            },
            {"type": "TextualBody", "purpose": "tagging", "value": note.kind, "format": "text/plain"},
            *map(_reference, note.references),
        ],
        "target": {
            "type": "SpecificResource",
            "source": f"{base}text.txt",
            "scope": base,
            "selector": _selectors(anchor.span, source.text),
            "state": _state(source, base),
        },
    }


def _selectors(span: Span, text: str) -> list[Json]:
    """The quote with its context (4.2.4), and its place in code points (4.2.5)."""
    needed = describe(span, text)
    before = max(0, span.start - max(_AROUND, len(needed.prefix)))
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[before : span.start],
            "suffix": text[span.end : span.end + max(_AROUND, len(needed.suffix))],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _state(source: SourceText, base: str) -> Json:
    """Which capture the note speaks of (4.3.1), told from any other by its SHA-256."""
    record = source.record
    first, last = record.captured.earliest, record.captured.latest
    known = first and last and 1 <= first[0] <= last[0] <= 9999
    between = (
        {
            "sourceDateStart": "{:04}-{:02}-{:02}T00:00:00Z".format(*first),
            "sourceDateEnd": "{:04}-{:02}-{:02}T23:59:59Z".format(*last),
        }
        if known and first and last
        else {}
    )
    cached = [f"{base}text.txt", *filter(None, [record.archived])]
    return {"type": "TimeState", **between, "cached": cached, "schema:sha256": record.sha256}


def _when(created: Edtf) -> Json:
    """A day as the model wants it (3.3.1); any other date would say more there than is known, and stands as EDTF."""
    if (
        created.earliest
        and created.earliest == created.latest
        and str(created).isascii()
        and len(created) == 10
    ):
        return {"created": f"{created}T00:00:00Z"}
    return {"dcterms:date": str(created)}


def _past(standing: Standing, creator: Creator) -> Json:
    """How many have read the note, who else had a part in it, and the day it was last changed (3.3.1)."""
    people = [*standing.history.authors, *standing.readers]
    others = {person.name: person for person in people if person.name != creator.name and not person.is_robot}
    changes = standing.history.changes
    return {
        "schema:creativeWorkStatus": standing.state.value,
        **({"modified": f"{changes[-1].day}T00:00:00Z"} if len(changes) > 1 else {}),
        **({"dcterms:contributor": [{"type": "Person", "name": name} for name in others]} if others else {}),
    }


def _person(creator: Creator) -> Json:
    """The author (3.3.2)."""
    github = f"{GITHUB}{creator.github}" if creator.github else None
    known = {
        "id": f"{ORCID}{creator.orcid}" if creator.orcid else github,
        "type": "Person",
        "name": creator.name,
        "nickname": creator.github,
        "homepage": github,
    }
    return {name: value for name, value in known.items() if value}


def _reference(reference: Reference) -> Json:
    """What a note rests on: a resource with a purpose (4.1), or where it has no address the words alone (3.2.4)."""
    described = {
        "dcterms:title": reference.title,
        "dcterms:publisher": reference.publisher,
        "dcterms:date": str(reference.date) if reference.date else None,
        "dcterms:hasVersion": {"id": reference.archived} if reference.archived else None,
    }
    known = {name: value for name, value in described.items() if value}
    if reference.url:
        return {"type": "SpecificResource", "purpose": "linking", "source": {"id": reference.url, **known}}
    words = ", ".join(filter(None, (reference.publisher, reference.title, reference.date)))
    return {"type": "TextualBody", "purpose": "linking", "value": words, "format": "text/plain", **known}
