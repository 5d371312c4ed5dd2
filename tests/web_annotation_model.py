"""What the W3C Web Annotation Data Model (Recommendation, 23 February 2017) says that a collection must be.

Each rule names its clause. Nothing is borrowed from the code under test.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
KEYS = {
    "@context", "accessibility", "audience", "body", "bodyValue", "cached", "canonical", "conformsTo", "created", "creator",
    "email", "email_sha1", "end", "endSelector", "exact", "first", "format", "generated", "generator", "homepage", "id",
    "items", "label", "language", "last", "modified", "motivation", "name", "next", "nickname", "partOf", "prefix", "prev",
    "purpose", "renderedVia", "rights", "refinedBy", "scope", "selector", "source", "sourceDate", "sourceDateEnd",
    "sourceDateStart", "start", "startIndex", "startSelector", "state", "styleClass", "stylesheet", "suffix", "target",
    "textDirection", "total", "type", "value", "via",
}  # fmt: skip
"""Appendix C: the keys that the model knows."""
PREFIXES = {"dc", "dcterms", "dctypes", "foaf", "oa", "rdf", "rdfs", "schema", "skos", "as", "xsd"}
"""Those that its context declares."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", re.ASCII)


def faults_of(collection: Any) -> list[str]:
    """Every MUST that the collection breaks, with its clause; none where it is valid."""
    return list(_collection(collection))


def _collection(it: Any) -> Iterator[str]:
    if not isinstance(it, dict):
        yield "5.1: a collection is an object"
        return
    yield from _keys(it)
    contexts = _many(it.get("@context"))
    yield from _must(CONTEXT in contexts, "5.1 @context: the model's must be one of them")
    yield from _must(_is_iri(it.get("id")), "5.1 id: exactly one IRI")
    yield from _must("AnnotationCollection" in _many(it.get("type")), "5.1 type: AnnotationCollection")
    yield from _must(all(isinstance(label, str) for label in _many(it.get("label"))), "5.1 label: a string")
    total = it.get("total", 0)
    yield from _must(_is_count(total), "5.1 total: a nonNegativeInteger")
    yield from _must("first" in it or not total, "5.1 first: exactly one where there are annotations")
    if "first" in it and not isinstance(it["first"], str):
        yield from _page(it["first"])
        yield from _must(len(it["first"].get("items", ())) == total, "5.1 total: as many as there are")


def _page(it: Any) -> Iterator[str]:
    yield from _must(_is_iri(it.get("id")), "5.2 id: exactly one IRI")
    yield from _must("AnnotationPage" in _many(it.get("type")), "5.2 type: AnnotationPage")
    yield from _must("@context" not in it, "5.2 @context: none within a collection")
    yield from _must(_is_count(it.get("startIndex", 0)), "5.2 startIndex: a nonNegativeInteger")
    items = it.get("items")
    yield from _must(isinstance(items, list) and len(items) >= 1, "5.2 items: an array of one or more")
    for item in _many(items):
        yield from _annotation(item)
    ids = [item.get("id") for item in _many(items)]
    yield from _must(len(ids) == len(set(ids)), "3.1 id: each its own")


def _annotation(it: Any) -> Iterator[str]:
    yield from _must(_is_iri(it.get("id")), "3.1 id: exactly one IRI")
    yield from _must("Annotation" in _many(it.get("type")), "3.1 type: Annotation")
    yield from _must(bool(_many(it.get("target"))), "3.1 target: one or more")
    yield from _must(not ("body" in it and "bodyValue" in it), "3.2.5 bodyValue: never with a body")
    yield from _must(set(_many(it.get("motivation"))) <= MOTIVATIONS, "3.3.5 motivation: one of the model's")
    for name in ("created", "modified", "generated"):
        if name in it:
            yield from _must(_is_moment(it[name]), f"3.3.1 {name}: one xsd:dateTime in UTC")
    yield from _must(all(map(_is_iri, _many(it.get("rights")))), "3.3.6 rights: an IRI")
    for agent in _many(it.get("creator")):
        yield from _must(isinstance(agent, dict) or _is_iri(agent), "3.3.2 creator: an agent")
        yield from _must("id" not in agent or _is_iri(agent["id"]), "3.3.2 id: not more than one IRI")
        yield from _must(
            set(_many(agent.get("type"))) <= {"Person", "Organization", "Software"}, "3.3.2 type"
        )
        yield from _must(all(map(_is_iri, _many(agent.get("homepage")))), "3.3.2 homepage: an IRI")
    for resource in (*_many(it.get("body")), *_many(it.get("target"))):
        yield from _resource(resource)


def _resource(it: Any) -> Iterator[str]:
    if isinstance(it, str):
        yield from _must(_is_iri(it), "3.2.1: an IRI")
        return
    kinds = _many(it.get("type"))
    yield from _must(set(_many(it.get("purpose"))) <= MOTIVATIONS, "3.3.5 purpose: one of the model's")
    yield from _must(
        "purpose" not in it or bool({"TextualBody", "SpecificResource"} & set(kinds)),
        "3.3.5, 4.1 purpose: of these two",
    )
    if "TextualBody" in kinds:
        yield from _must(isinstance(it.get("value"), str), "3.2.4 value: exactly one")
        yield from _must("source" not in it, "3.2.4: no specific resource")
    elif "SpecificResource" in kinds or "source" in it:
        yield from _must("source" in it and len(_many(it["source"])) == 1, "4 source: exactly one")
        for source in _many(it.get("source")):
            yield from _resource(source)
        yield from _must(all(map(_is_iri, _many(it.get("scope")))), "4.6 scope: a resource")
        for selector in _many(it.get("selector")):
            yield from SELECTORS.get(selector.get("type"), lambda _: iter(["4.2 type: a selector's"]))(
                selector
            )
        for state in _many(it.get("state")):
            yield from _state(state)
    else:
        yield from _must(_is_iri(it.get("id")), "3.2.3 id: exactly one IRI")


def _quote(it: Any) -> Iterator[str]:
    yield from _must(isinstance(it.get("exact"), str), "4.2.4 exact: exactly one")
    for name in ("prefix", "suffix"):
        yield from _must(isinstance(it.get(name, ""), str), f"4.2.4 {name}: not more than one")


def _position(it: Any) -> Iterator[str]:
    yield from _must(_is_count(it.get("start")), "4.2.5 start: exactly one nonNegativeInteger")
    yield from _must(_is_count(it.get("end")), "4.2.5 end: exactly one nonNegativeInteger")
    if _is_count(it.get("start")) and _is_count(it.get("end")):
        yield from _must(it["start"] <= it["end"], "4.2.5 end: after the start")


def _state(it: Any) -> Iterator[str]:
    yield from _must(it.get("type") == "TimeState", "4.3.1 type: TimeState")
    yield from _must(
        ("sourceDateStart" in it) == ("sourceDateEnd" in it), "4.3.1 sourceDateStart: never without its end"
    )
    yield from _must(
        not ("sourceDate" in it and "sourceDateStart" in it), "4.3.1 sourceDate: never with an interval"
    )
    for name in ("sourceDate", "sourceDateStart", "sourceDateEnd"):
        yield from _must(all(map(_is_moment, _many(it.get(name)))), f"4.3.1 {name}: an xsd:dateTime in UTC")
    yield from _must(all(map(_is_iri, _many(it.get("cached")))), "4.3.1 cached: a link")


SELECTORS: dict[Any, Callable[[Any], Iterator[str]]] = {
    "TextQuoteSelector": _quote,
    "TextPositionSelector": _position,
}


def _keys(it: Any) -> Iterator[str]:
    """A key that neither the model nor a declared prefix knows would be dropped by every JSON-LD processor."""
    if isinstance(it, list):
        for item in it:
            yield from _keys(item)
    if isinstance(it, dict):
        for name, value in it.items():
            yield from _must(
                name in KEYS or name.partition(":")[0] in PREFIXES, f"C: '{name}' has no meaning"
            )
            yield from _keys(value)


def _must(holds: bool, rule: str) -> Iterator[str]:
    if not holds:
        yield rule


def _many(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _is_iri(value: Any) -> bool:
    """An absolute IRI, or a reference that is one beside its document."""
    if not isinstance(value, str) or not value or re.search(r"[\s<>\"{}|\\^`]", value):
        return False
    parts = urlsplit(value)
    return bool(parts.scheme and (parts.netloc or parts.path)) or value.startswith("./")


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        return bool(datetime.fromisoformat(value))
    except ValueError:
        return False
