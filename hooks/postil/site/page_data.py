"""What a page of a text tells its scripts: which text it is, where its notes are proposed, what a note may hold."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ..model import AnnotatedDocument
from ..records import Note
from .forge import Forge

KINDS = {
    "context": ("Context", "What a reader should know to understand the words."),
    "correction": ("Correction", "The words say something that is not so."),
    "source": ("Source", "Where the words, or what they tell, come from."),
    "dispute": ("Dispute", "What the words say is contested; give each side."),
    "gloss": ("Gloss", "What a word or an expression means."),
    "person": ("Person", "Who is meant."),
    "place": ("Place", "Which place is meant."),
    "organization": ("Organization", "Which body is meant."),
    "event": ("Event", "What happened, and when."),
    "capture-note": (
        "On the capture",
        "What the capture did to the text: a slip, a gap, something left over.",
    ),
}
"""The kinds of notes: what a page calls each, and what it is for."""


def page_data(document: AnnotatedDocument, root: str, site_url: str, forge: Forge | None) -> dict[str, Any]:
    """The object in ``postil-page``; ``root`` is the way from the page to the site's first page."""
    record = document.source.record
    return {
        "text": document.source.identifier,
        "title": record.title,
        "language": record.language,
        "root": root,
        "site": site_url,
        "forge": forge.for_pages() if forge else {"kind": ""},
        "kinds": [[kind, label, purpose] for kind, (label, purpose) in KINDS.items()],
        "limits": _limits(),
    }


@cache
def _limits() -> dict[str, int]:
    """How many characters, and how many references, a note takes: what its schema says."""
    schema = TypeAdapter(Note).json_schema()
    target = schema["$defs"]["Target"]["properties"]
    return {
        "body": schema["properties"]["body"]["maxLength"],
        "exact": target["exact"]["maxLength"],
        "references": schema["properties"]["references"]["maxItems"],
    }
