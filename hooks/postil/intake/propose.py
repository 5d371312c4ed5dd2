"""What a new text's record could say: the text's own head, its bytes, and nothing beyond them."""

import hashlib
import re
from collections.abc import Collection, Mapping
from itertools import count

import yaml
from anyascii import anyascii

from ..errors import Fault
from ..model import Metadata
from ..records import Record
from ..vocabulary.languages import LikelyLanguage, likely_languages
from .schema import build
from .strict_yaml import StrictYaml, Value

Fields = dict[str, str | list[str]]
"""A record as it is written into YAML: every value a text or a list of texts, in the order of the file."""

_LONGEST_NAME = 60
_LONGEST_DATE = 30
_LONGEST_FIELD = 1_000
_ORDER = ("title", "creator", "publisher", "date", "language", "source", "rights", "type", "captured",
          "encoding", "sha256", "date_order")  # fmt: skip
_LANGUAGE_SAMPLE = 1 << 17
_ADDRESS = re.compile(
    r"(?:(?:URL|Source|From|Link|Retrieved from)\s?:\s?)?<?(https?://[^\s<>]{4,500})>?", re.I
)
_HEAD = 10
"""In so many lines at the head, and at the foot, an address that stands alone is the text's own."""


def propose_fields(capture: bytes, text: str, metadata: Metadata, *, encoding: str, captured: str) -> Fields:
    """What is known of the text without asking anybody; what is not known is left out."""
    language = propose_language(text)
    found: Fields = {
        "title": _one_line(metadata.title),
        "creator": [_one_line(name) for name in metadata.creator],
        "publisher": _one_line(metadata.source),
        "date": str(metadata.date or ""),
        "language": language.tag if language else "",
        "source": _address(text),
        "type": "text",
        "captured": captured,
        "encoding": encoding,
        "sha256": hashlib.sha256(capture).hexdigest(),
    }
    return {name: value for name, value in found.items() if value}


def propose_language(text: str) -> LikelyLanguage | None:
    """The language whose common words the text is full of; None where no language is clearly ahead of the others."""
    match likely_languages(text[:_LANGUAGE_SAMPLE]):
        case [best] if best.is_clear:
            return best
        case [best, second, *_] if best.is_clear and best.share > second.share:
            return best
        case _:
            return None


def propose_identifier(fields: Mapping[str, str | list[str]], name: str, taken: Collection[str]) -> str:
    """A name for the folder that is not taken: date and creator, without one the title, without both the file's name."""
    creator, title = fields.get("creator"), fields.get("title")
    author = creator[0] if creator else ""
    wording = _ascii(author) or _ascii(str(title or "")) or (_ascii(name) if not fields.get("date") else "")
    date = re.sub(r"[^0-9]+", "-", str(fields.get("date") or ""))[:_LONGEST_DATE].strip("-")
    base = "-".join(part for part in (date, wording) if part) or "text"
    forms = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(form for form in forms if form not in taken and form != "index")


def field_fault(fields: Mapping[str, str | list[str]], name: str) -> str | None:
    """What is wrong with one field of a record, and what to write; None where it is sound."""
    return next((fault.message for fault in _faults(fields) if fault.field.split(".")[0] == name), None)


def missing_fields(fields: Mapping[str, str | list[str]]) -> list[str]:
    """The fields that a record needs and these do not have, in the order of the file."""
    faults = _faults(fields)
    return [name for name in _ORDER if name not in fields and any(fault.field == name for fault in faults)]


def _faults(fields: Mapping[str, str | list[str]]) -> list[Fault]:
    values: dict[str, Value] = {
        name: [*value] if isinstance(value, list) else value for name, value in fields.items()
    }
    return build(Record, "", StrictYaml(value=values))[1]


def in_order(fields: Mapping[str, str | list[str]]) -> Fields:
    """The same fields in the order of the file."""
    return {name: fields[name] for name in _ORDER if name in fields}


def record_yaml(fields: Mapping[str, str | list[str]]) -> str:
    """The record's file; read strictly, it gives the same fields."""
    return yaml.safe_dump(
        in_order(fields), allow_unicode=True, sort_keys=False, default_flow_style=None, width=110
    )


def _one_line(words: str | None) -> str:
    return " ".join((words or "").split())[:_LONGEST_FIELD]


def _address(text: str) -> str:
    lines = [line.strip() for line in (text[:20_000] + "\n\n" + text[-20_000:]).split("\n") if line.strip()]
    found = (_ADDRESS.fullmatch(line) for line in (*lines[:_HEAD], *lines[-_HEAD:]))
    return next((match[1] for match in found if match), "")


def _ascii(words: str) -> str:
    """Small letters a to z, digits and single hyphens; other scripts are spelled in these."""
    spelled = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", anyascii(words[:200]))
    plain = re.sub(r"[^a-z0-9]+", "-", spelled.replace("'", "").lower()).strip("-")
    if len(plain) <= _LONGEST_NAME:
        return plain
    return plain[: _LONGEST_NAME + 1].rpartition("-")[0] or plain[:_LONGEST_NAME]
