""" "This is wrong": the address of the repository's form, filled in with what was read and a review to start from."""

import re

import yaml

from ..model import AnnotatedDocument, Thing
from ..reviews import in_yaml, key_of, object_of, said_of, telling_words
from .forge import Forge

_QUOTES = (90, 45, 20, 8)
"""How much is quoted, at first and where the address would be too long."""
_LATIN = re.compile(r"[a-z0-9]+")


def report_address(forge: Forge | None, document: AnnotatedDocument, thing: Thing) -> str:
    """Where to say that the thing was read wrongly; empty where the archive has no forge."""
    if not forge:
        return ""
    address = ""
    for most in _QUOTES:
        exact, *_ = _quote(document.source.text, thing, most)
        address = forge.issue_address("error.yml", f"error: {exact}", _fields(document, thing, most))
        if len(address) <= forge.most:
            break
    return address


def proposal(document: AnnotatedDocument, thing: Thing, most: int = _QUOTES[0]) -> str:
    """A review of the thing to fill in, its file's name at its head.

    The context of the quote is short and not proved to be enough; the check says so where it is not.
    """
    exact, prefix, suffix = _quote(document.source.text, thing, most)
    judged = (verdict.thing for verdict in document.verdicts if key_of(verdict.thing) == key_of(thing))
    saw, value = (
        _without_label(said_of(each, document.source.text)) for each in (next(judged, thing), thing)
    )
    review = {
        "decision": "correct",
        "object": object_of(thing),
        "target": {
            name: words for name, words in (("exact", exact), ("prefix", prefix), ("suffix", suffix)) if words
        },
        "saw": saw,
        "value": value,
        "reason": "",
        "creator": {"name": ""},
        "created": "",
    }
    name = "-".join(_LATIN.findall(exact.lower()))[:40].strip("-") or str(thing.start)
    written = yaml.dump(review, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**6)
    return f"# source_texts/{document.source.identifier}/reviews/{object_of(thing)}-{name}.yml\n{written}"


def _without_label(said: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in said.items() if name != "label"}


class _Plain(yaml.SafeDumper):
    """Writes what stands twice twice; the archive's YAML has no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _fields(document: AnnotatedDocument, thing: Thing, most: int) -> dict[str, str]:
    """The fields of .github/ISSUE_TEMPLATE/error.yml, by their ids."""
    exact, prefix, suffix = _quote(document.source.text, thing, most)
    return {
        "text": document.source.identifier,
        "object": object_of(thing),
        "words": f"{prefix}[{exact}]{suffix}",
        "read": in_yaml(said_of(thing, document.source.text)),
        "proposal": proposal(document, thing, most),
    }


def _quote(text: str, thing: Thing, most: int) -> tuple[str, str, str]:
    """Words that mean the thing, ``most`` characters at most, and some of what stands around them, each on one line."""
    span = telling_words(thing)
    words = text[span.start : min(span.end, span.start + most)]
    if span.end - span.start > most:
        words = words.rpartition(" ")[0] or words
    start, end = span.end - len(text[span.start : span.end].lstrip()), span.start + len(words.rstrip())
    before, after = _line(text[max(0, start - most // 3) : start]), _line(text[end : end + most // 3])
    return (
        _line(text[start:end]),
        before.partition(" ")[2] if start > most // 3 else before,
        after.rpartition(" ")[0] if end + most // 3 < len(text) else after,
    )


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
