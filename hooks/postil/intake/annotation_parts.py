"""The parts of an annotation as the fields of a note: bodies, references, author, day.

Clause numbers are those of the Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

import re
from dataclasses import dataclass, field
from typing import Any, get_args
from urllib.parse import unquote

from ..edtf import Edtf
from ..errors import EdtfError
from ..records import Kind, Motivation
from .to_markdown import html_to_markdown, plain_to_markdown

KINDS = frozenset(get_args(Kind))
MOTIVATIONS = frozenset(get_args(Motivation))
_ORCID = re.compile(r"https?://orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?", re.ASCII)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*|\S+@\S+")
_GITHUB = re.compile(r"https?://github\.com/([A-Za-z0-9-]{1,39})/?")

Fields = dict[str, Any]


@dataclass(slots=True)
class Told:
    """What the bodies of an annotation say."""

    words: list[str] = field(default_factory=list)
    references: list[Fields] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    kind: str | None = None
    motivation: str | None = None
    language: str | None = None
    refusal: str = ""


def read_bodies(bodies: list[Any]) -> Told:
    told = Told()
    for body in bodies:
        _tell(told, {"source": body, "purpose": "linking"} if isinstance(body, str) else body)
    return told


def _tell(told: Told, body: Any) -> None:
    """One body: words (3.2.4), a tag, or a resource with a purpose (4.1)."""
    if not isinstance(body, dict):
        told.refusal = "has a body that is neither words nor a resource"
        return
    purpose = next(map(term, many(body.get("purpose"))), None)
    value, source = body.get("value"), body.get("source")
    other = f"has a body of another kind, {told_of(body.get('type') or 'without a value')}; a note is words"
    if "items" in body:
        told.refusal = other
    elif source is not None and (value is not None or _holds_words(source)):
        told.refusal = "has a body of both words and a source; write the words as a body of their own"
    elif source is not None or (value is None and "id" in body):
        told.references.append(_reference(source or body.get("id")))
    elif not isinstance(value, str):
        told.refusal = other
    elif purpose == "tagging":
        if value in KINDS and told.kind is None:
            told.kind = value
        else:
            told.remarks.append(f"its tag is left out: {value}")
    elif purpose == "linking":
        reference = _reference({"dcterms:title": value, **body})
        told.references.append(reference)
        parts = [reference.get(name) for name in ("publisher", "title", "date")]
        if value not in (reference.get("title"), ", ".join(filter(None, map(text_of, parts)))):
            told.remarks.append(f"of a reference its words are left out: {value}")
    elif purpose == "replying":
        told.remarks.append(f"a reply to it is left out: {value}")
    else:
        try:
            told.words.append(_markdown(told, value, text_of(body.get("format"))))
        except ValueError as error:
            told.refusal = f"has a body of {error}; shorten it"
        told.motivation = told.motivation or (purpose if purpose in MOTIVATIONS else None)
        told.language = told.language or next(iter(many(body.get("language"))), None)


def _markdown(told: Told, value: str, form: str) -> str:
    kind = form.partition(";")[0].strip().lower()
    if kind in ("text/markdown", "text/x-markdown"):
        return value
    if kind in ("text/html", "application/xhtml+xml"):
        words = html_to_markdown(value)
        told.remarks.append(
            "was HTML: its words and the addresses of its links are kept, how they looked is not"
        )
        return words
    return plain_to_markdown(value)


def _reference(resource: Any) -> Fields:
    described = resource if isinstance(resource, dict) else {"id": resource}
    version = described.get("dcterms:hasVersion")
    address = described.get("id")
    return given({
        "title": described.get("dcterms:title") or described.get("label") or address,
        "publisher": described.get("dcterms:publisher"),
        "date": described.get("dcterms:date"),
        "url": address,
        "archived": version.get("id") if isinstance(version, dict) else version,
    })  # fmt: skip


def read_creator(value: Any) -> Fields:
    """The author (3.3.2); of several, who they are together. Nothing where nobody is said, no name where one has none."""
    agents = [_agent(agent) for agent in many(value) if agent]
    if not agents:
        return {}
    names = [", ".join(map(text_of, many(agent.get("name") or agent.get("nickname")))) for agent in agents]
    iris = [text_of(iri) for agent in agents for iri in (agent.get("id"), *many(agent.get("homepage")))]
    orcids = [found[1] for iri in iris if (found := _ORCID.fullmatch(iri))]
    githubs = [found[1] for iri in iris if (found := _GITHUB.fullmatch(iri))]
    alone = len(agents) == 1
    return {
        "name": ", ".join(names) if all(names) else "",
        "github": githubs[0] if alone and githubs else "",
        "orcid": orcids[0] if alone and orcids else "",
    }


def _agent(agent: Any) -> Fields:
    """A text is an address, or else a name."""
    if isinstance(agent, dict):
        return agent
    return {"id" if _IRI.fullmatch(text_of(agent)) else "name": agent}


def _holds_words(source: Any) -> bool:
    return isinstance(source, dict) and ("value" in source or "items" in source)


def read_created(item: Fields) -> Any:
    """The day of the moment, or the date that stands beside it as EDTF."""
    said = item.get("dcterms:date") or item.get("created")
    day = said[:10] if isinstance(said, str) and said[10:11] == "T" else said
    try:
        return Edtf(day) if isinstance(day, str) and day else day
    except EdtfError:
        return said


def given(fields: Fields) -> Fields:
    """The fields that say something."""
    parts = {name: given(value) if isinstance(value, dict) else value for name, value in fields.items()}
    return {
        name: [given(each) if isinstance(each, dict) else each for each in value]
        if isinstance(value, list)
        else value
        for name, value in parts.items()
        if value not in (None, "", [], {})
    }


def term(value: Any) -> str:
    return text_of(value).removeprefix("http://www.w3.org/ns/oa#").removeprefix("oa:")


def text_of(value: Any) -> str:
    return value if isinstance(value, str) else ""


def told_of(value: Any) -> str:
    return (
        unquote(value)[:120]
        if isinstance(value, str)
        else "somewhere else"
        if value is None
        else str(value)[:120]
    )


def many(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
