"""Notes that other tools wrote, as drafts: W3C Web Annotations and Hypothesis' JSON.

Clause numbers are those of the Web Annotation Data Model, W3C Recommendation of 23 February 2017. A draft is not
believed: it has its place and becomes a note elsewhere, or it is refused for a reason. Nothing is left out unsaid.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ..model import Span
from .annotation_parts import (
    KINDS,
    MOTIVATIONS,
    Fields,
    given,
    many,
    read_bodies,
    read_created,
    read_creator,
    term,
    text_of,
    told_of,
)
from .strict_json import JsonError, read_json

MAX_NOTES = 10_000
_CONTEXT = 1_000
"""So much of a prefix and a suffix is looked at; what is nearest to the quote counts."""
_ACCOUNT = re.compile(r"acct:([^@\s]{1,100})@\S{1,200}")
_NOTE = re.compile(r"#note-([a-z0-9-]{1,100})$")


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wrote of some words of a text, as it came."""

    where: str
    """Which one of the file's it is, for people."""
    item: Any = field(repr=False)
    """The very JSON."""
    fields: Fields = field(default_factory=dict)
    """As a note's file would have them; the target is the quote with the context that it came with."""
    position: Span | None = None
    """Where the tool saw it, in whatever it counted."""
    sha256: str = ""
    """The capture that the position was counted in, where that is said."""
    source: str = ""
    """The address of what it speaks of, where that is said."""
    name: str = ""
    """What its file was called, where that is known."""
    is_missing: bool = False
    """Whether it stands for notes that the file speaks of and does not hold."""
    remarks: tuple[str, ...] = ()
    """What was changed or left out."""
    refusal: str = ""
    """Why it can be no note, whatever its place."""


def read_web_annotations(raw: bytes) -> list[Draft]:
    """A draft for each thing in the file that is, or should be, a note. Raises JsonError where the file is none."""
    drafts = []
    for number, item in enumerate(_items(read_json(raw)), 1):
        if number > MAX_NOTES:
            raise JsonError(f"holds more than {MAX_NOTES:,} notes; split the file")
        drafts.append(_draft(f"note {number}", item))
    return drafts


def _items(value: Any) -> Iterator[Any]:
    """Each note of the file."""
    if isinstance(value, list):
        yield from value
        return
    if not isinstance(value, dict):
        raise JsonError(
            "holds no notes; give an AnnotationPage, a list of annotations or an export of Hypothesis"
        )
    kinds = many(value.get("type"))
    lists = [name for name in _LISTS if value.get(name) is not None]
    said = [*lists, "target"] if "target" in value else lists
    if lists and len(said) > 1:
        raise JsonError(f"holds notes in its {' and in its '.join(said)}; make a file of each")
    if "AnnotationCollection" in kinds and not lists:
        if _is_more(value.get("total"), 0) or value.get("last") is not None:
            raise JsonError(_elsewhere(value.get("last")))
        return
    yield from _listed(value, *lists) if lists else [value]


_LISTS = ("first", "items", "rows", "annotations")
"""What holds the notes: of a collection, of a page, of an answer of Hypothesis, of its export."""


def _listed(value: Fields, name: str) -> Iterator[Any]:
    """What stands in the list of that name, and what the file says is elsewhere."""
    page = value[name]
    if name == "first":
        if not isinstance(page, dict):
            raise JsonError(_elsewhere(page))
        listed = list(_items({**page, "type": "AnnotationPage", "items": page.get("items") or []}))
    else:
        listed = many(page)
    yield from (*listed, *many(value.get("replies")))
    if value.get("next"):
        yield _Missing(f"the notes go on in {told_of(value['next'])}; import that, too")
    elif _is_more(value.get("total"), len(listed)) and not any(isinstance(each, _Missing) for each in listed):
        yield _Missing(
            f"the file holds {len(listed)} of {value['total']} notes; get the others and import them, too"
        )


def _elsewhere(page: Any) -> str:
    return f"is a collection without its pages; import them one by one, from {told_of(page)}"


def _is_more(total: Any, held: int) -> bool:
    """Whether a total, in whatever way it is written, is more than what is held."""
    try:
        return float(str(total)) > held
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Missing:
    """Stands for notes that the file speaks of and does not hold."""

    why: str


def _draft(where: str, item: Any) -> Draft:
    if isinstance(item, _Missing):
        return Draft("further notes", None, is_missing=True, refusal=item.why)
    if not isinstance(item, dict):
        return Draft(where, item, refusal="is no annotation; it should be an object with a target and a body")
    called = item.get("id")
    draft = Draft(f"{where} ({told_of(called)})" if called else where, item)
    told = [name for name in ("text", "body", "bodyValue") if item.get(name) not in (None, "", [])]
    if len(told) > 1:
        return replace(draft, refusal=f"says something in its {' and in its '.join(told)}; keep one of them")
    if told in ([], ["text"]) and ("user" in item or "uri" in item):
        return _of_hypothesis(draft, item)
    return _of_w3c(draft, item)


def _of_w3c(draft: Draft, item: Fields) -> Draft:
    """An annotation by the model (3.1)."""
    words = item.get("bodyValue")
    bodies = [{"value": words}] if words else many(item.get("body"))
    told = read_bodies(bodies)
    motivations = [term(each) for each in many(item.get("motivation"))]
    motivation = next((each for each in motivations if each in MOTIVATIONS), None)
    creator = read_creator(item.get("creator"))
    refusal = (
        _REPLY
        if "replying" in motivations
        else _NAMELESS
        if creator and not creator["name"]
        else told.refusal
    )
    made = given({
        "motivation": motivation or told.motivation,
        "kind": told.kind,
        "label": item.get("label"),
        "body": "\n\n".join(told.words),
        "references": told.references,
        "creator": creator,
        "created": read_created(item),
        "language": told.language,
    })  # fmt: skip
    name = _NOTE.search(text_of(item.get("id")))
    draft = replace(
        draft, fields=made, remarks=tuple(told.remarks), name=name[1] if name else "", refusal=refusal
    )
    return _with_target(draft, many(item.get("target")))


def _of_hypothesis(draft: Draft, item: Fields) -> Draft:
    """A row of Hypothesis' API or of its export: its body is Markdown, its place a selector of the model's."""
    if item.get("references"):
        return replace(draft, refusal=_REPLY)
    tags = [text_of(tag) for tag in many(item.get("tags"))]
    kind = next((tag for tag in tags if tag in KINDS), None)
    info = item.get("user_info")
    account = _ACCOUNT.fullmatch(text_of(item.get("user")))
    shown = text_of(info.get("display_name")) if isinstance(info, dict) else ""
    name = shown or (account[1] if account else "")
    made = given({
        "kind": kind,
        "body": item.get("text"),
        "creator": {"name": name},
        "created": read_created(item),
    })  # fmt: skip
    others = [tag for tag in tags if tag != kind]
    remarks = (f"its tags are left out: {', '.join(others)}",) if others else ()
    refusal = _NAMELESS if item.get("user") and not name else ""
    draft = replace(draft, fields=made, remarks=remarks, source=text_of(item.get("uri")), refusal=refusal)
    return _with_target(draft, many(item.get("target")))


_REPLY = "is a reply to another note; say it in a note of your own on the words themselves"
_NAMELESS = "has an author without a name; write the name into the file"


def _with_target(draft: Draft, targets: list[Any]) -> Draft:
    """The draft with the quote (4.2.4), the position (4.2.5) and the capture (4.3) of its one target."""
    if len(targets) != 1:
        why = (
            "speaks of several places; write a note for each"
            if targets
            else "speaks of nothing; it has no target"
        )
        return replace(draft, refusal=draft.refusal or why)
    target = targets[0] if isinstance(targets[0], dict) else {"id": targets[0]}
    source = target.get("source", target.get("id"))
    draft = replace(
        draft, source=draft.source or text_of(source.get("id") if isinstance(source, dict) else source)
    )
    quotes = [each for each in _refined(target.get("selector")) if isinstance(each.get("exact"), str)]
    words = [
        {
            "exact": each["exact"],
            "prefix": text_of(each.get("prefix"))[-_CONTEXT:],
            "suffix": text_of(each.get("suffix"))[:_CONTEXT],
        }
        for each in quotes
    ]
    if why := (
        "quotes no words (TextQuoteSelector); a note speaks of words"
        if not quotes
        else "speaks of a part of its quote (refinedBy); quote that part alone, with what stands around it"
        if any(each.get("refinedBy") for each in quotes)
        else "has several quotes that differ; keep one"
        if any(each != words[0] for each in words)
        else ""
    ):
        return replace(draft, refusal=draft.refusal or why)
    span = next((span for each in many(target.get("selector")) if (span := _position(each))), None)
    states = [each for each in many(target.get("state")) if isinstance(each, dict)]
    sha256 = next(
        (text_of(each["schema:sha256"]) for each in states if "schema:sha256" in each), draft.sha256
    )
    return replace(draft, fields={**draft.fields, "target": words[0]}, position=span, sha256=sha256)


def _refined(selector: Any) -> Iterator[Fields]:
    """The selectors, and those that refine them (4.2.9)."""
    left = list(many(selector))
    while left:
        each = left.pop()
        if isinstance(each, dict):
            yield each
            left += many(each.get("refinedBy"))


def _position(selector: Any) -> Span | None:
    """The span of a TextPositionSelector that nothing refines; None for any other."""
    if not isinstance(selector, dict) or selector.get("refinedBy"):
        return None
    start, end = selector.get("start"), selector.get("end")
    if selector.get("type") != "TextPositionSelector" or type(start) is not int or type(end) is not int:
        return None
    return Span(start, end) if 0 <= start < end else None
