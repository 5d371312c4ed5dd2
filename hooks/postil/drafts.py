"""From what somebody wrote to a note that `postil check` passes: placed to the letter, sound in every field, or refused.

A draft's quote must stand in one place. Its context may have lost its white space on the way, as on pages that run
paragraphs together; what it says in characters must all agree. A position is believed only of the very capture.
"""

from dataclasses import fields
from itertools import islice
from typing import Any

from .anchoring import describe, fold, locate, match_quote
from .errors import Fault
from .intake.schema import build
from .intake.strict_yaml import StrictYaml
from .intake.web_annotation import Draft
from .markup import body_faults
from .model import AnnotatedDocument, SourceText, Span
from .records import Note, Target

Said = tuple[object, ...]

MOST_PLACES = 1_000
"""Places beyond so many are not looked at."""


def places_of(target: Target, text: str) -> list[Span]:
    """Every place of the quote with its context, in the order of the text; no more than ``MOST_PLACES`` and one."""
    return list(islice(match_quote(target, text), MOST_PLACES + 1))


def place_draft(draft: Draft, source: SourceText) -> Span | str:
    """The one place that the draft speaks of, or why it has none."""
    quote = draft.fields.get("target")
    if not isinstance(quote, dict) or not isinstance(quote.get("exact"), str):
        return "quotes no words; a note speaks of words"
    target = Target(
        **{name: part for name, part in quote.items() if name in _PARTS and isinstance(part, str)}
    )
    text = source.text
    found = places_of(target, text)
    if len(found) != 1:
        alone = places_of(Target(exact=target.exact), text)
        if len(alone) <= MOST_PLACES and (target.prefix or target.suffix):
            found = [place for place in alone if _agrees(place, target, text)]
        if len(found) != 1 and draft.sha256 == source.record.sha256:
            found = [place for place in found if place == draft.position]
    return found[0] if len(found) == 1 else str(locate(target, text))


_PARTS = ("exact", "prefix", "suffix")


def _agrees(place: Span, target: Target, text: str) -> bool:
    """Whether every character of the context stands around the place, whatever white space is between them."""
    prefix, suffix = _dense(target.prefix), _dense(target.suffix)
    before = text[max(0, place.start - 4 * len(target.prefix) - 200) : place.start]
    after = text[place.end : place.end + 4 * len(target.suffix) + 200]
    return _dense(before).endswith(prefix) and _dense(after).startswith(suffix)


def _dense(words: str) -> str:
    return "".join(fold(words).text.split())


def make_note(said: dict[str, Any], place: Span | str, source: SourceText) -> tuple[Note | None, list[Fault]]:
    """The note of these fields on the words at the place, or everything that is wrong with it.

    ``said`` is what a note's file would hold; its target gives way to the shortest one that fits the place.
    """
    value = dict(said)
    if isinstance(place, Span):
        target = describe(place, source.text)
        value["target"] = {name: part for name in _PARTS if (part := getattr(target, name))}
        if locate(target, source.text) != place:
            place = "the quoted words cannot be told from others like them; quote a longer passage"
    else:
        value.setdefault("target", {"exact": "?"})
    note, faults = build(Note, "", StrictYaml(value=value))
    faults = [fault for fault in faults if isinstance(place, Span) or not fault.field.startswith("target")]
    if isinstance(place, str):
        faults.append(Fault("", 0, "target.exact", place))
    if isinstance(body := value.get("body"), str):
        faults += [Fault("", 0, "body", message) for message in body_faults(body)]
    return (None, faults) if faults else (note, [])


def said(note: Note, place: Span) -> Said:
    """What the note says of which words; the same for two notes only if they differ in nothing but how they quote."""
    return place, *(getattr(note, each.name) for each in fields(Note) if each.name != "target")


def said_in(document: AnnotatedDocument) -> dict[Said, str]:
    """What is said of the text already, and the path of the first file that says it."""
    return {
        said(anchor.annotation, anchor.span): anchor.annotation.path for anchor in reversed(document.anchors)
    }
