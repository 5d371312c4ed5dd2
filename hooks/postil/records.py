"""What people write in YAML about a source text: its record, notes on its words, reviews of what was read from it.

Each field carries a description and an example. The check, its messages and the JSON Schema for editors are
all made from these classes, so there is one place to change.
"""

import codecs
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from .edtf import Edtf
from .errors import EdtfError

_STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c"
"""What is not looked at where words are compared."""
MAX_BODY = 5_000
"""How long a note may be, in characters."""
NONE = "none"
"""What a review writes where something says nothing."""
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("postil", "{message}", {"message": message})


def unsafe(text: str) -> str | None:
    """What is wrong with a text that holds control characters or turns the direction of writing round."""
    found = _UNSAFE.search(text)
    return f"holds the invisible character U+{ord(found[0]):04X}; take it out" if found else None


def _safe(value: str) -> str:
    if wrong := unsafe(value):
        raise _wrong(wrong)
    return value


def _on_one_line(value: str) -> str:
    if len(value.splitlines()) > 1:
        raise _wrong("is more than one line; write it on one")
    return value


def _visible(value: str) -> str:
    if all(char.isspace() or char in INVISIBLE for char in value):
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return value


def text_encoding(name: str) -> str:
    """The name itself, where a text can be stored by it; a LookupError that says what to write where none can."""
    with suppress(LookupError, ValueError):
        "".encode(name)
        if codecs.lookup(name).name not in _ESCAPES:
            return name
    raise LookupError(
        f"'{name}' is no encoding; write utf-8, utf-16, windows-1252 or another name that Python knows"
    )


_ESCAPES = {"unicode-escape", "raw-unicode-escape", "idna", "punycode"}
"""Codecs that write a text by other characters: no file is stored so."""


def _encoding(value: str) -> str:
    try:
        return text_encoding(value)
    except LookupError as error:
        raise _wrong(str(error)) from None


def _edtf(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Edtf):
        try:
            return Edtf(value)
        except EdtfError as error:
            raise _wrong(str(error)) from None
    return value


def _edtf_or_none(value: str) -> str:
    if value != NONE:
        _edtf(value)
    return value


_HOST = re.compile(r"https?://[^/?#@\\]+(?:[/?#]|\Z)", re.I)
"""A host in full, and nothing before it that could be taken for it; a browser reads fewer slashes, or backslashes, as two."""


def has_host(address: str) -> bool:
    """Whether the address leads to a host of the web, and to the one that it seems to lead to."""
    try:
        return bool(_HOST.match(address) and urlsplit(address).hostname)
    except ValueError:
        return False


def _web_address(value: str) -> str:
    if not has_host(value) or re.search(r"[\s<>\"\\^`{|}]", value):
        raise _wrong(f"'{value}' is not a web address; write it in full, as in https://example.org/page")
    return value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000),
    AfterValidator(_safe),
    AfterValidator(_on_one_line),
    AfterValidator(_visible),
]
_Quoted = Annotated[str, StringConstraints(min_length=1, max_length=5_000), AfterValidator(_safe)]
_Body = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_BODY), AfterValidator(_safe)
]
_Date = Annotated[Edtf, BeforeValidator(_edtf), WithJsonSchema({"type": "string", "format": "edtf"})]
_DateOrNone = Annotated[
    str, AfterValidator(_edtf_or_none), WithJsonSchema({"type": "string", "format": "edtf"})
]
_Web = Annotated[
    str,
    StringConstraints(max_length=2_000),
    AfterValidator(_safe),
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "format": "uri"}),
]
_Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""BCP 47, the plain shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The earlier publication that a text reproduces or translates."""

    __pydantic_config__ = _STRICT

    title: Annotated[_Line | None, Field(description="Its title", examples=["Le Mouvement socialiste"])] = (
        None
    )
    publisher: Annotated[_Line, Field(description="Who published it", examples=["Qiushi Journal"])]
    issue: Annotated[_Line | None, Field(description="Which issue", examples=["No. 8, 2020"])] = None
    date: Annotated[_Date, Field(description="When, as EDTF", examples=["2020-04-16"])]
    language: Annotated[_Language | None, Field(description="In which language", examples=["zh"])] = None
    source: Annotated[_Web | None, Field(description="Its address", examples=["https://example.org/8"])] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a captured text: Dublin Core, and how it was captured."""

    __pydantic_config__ = _STRICT

    title: Annotated[_Line, Field(description="The title as printed", examples=["The Long Telegram"])]
    creator: Annotated[
        tuple[_Line, ...],
        BeforeValidator(_listed),
        Field(max_length=50, description="Who wrote it", examples=[["George F. Kennan"]]),
    ]
    publisher: Annotated[_Line, Field(description="Who published it", examples=["Qiushi Journal"])]
    date: Annotated[_Date, Field(description="When it was published, as EDTF", examples=["2020-07-15"])]
    language: Annotated[_Language, Field(description="Its language, BCP 47", examples=["en"])]
    source: Annotated[_Web, Field(description="The address it came from", examples=["https://example.org/a"])]
    rights: Annotated[_Line, Field(description="Who holds which rights", examples=["Public domain"])]
    type: Annotated[_Line, Field(description="What sort of text it is", examples=["article"])]
    captured: Annotated[_Date, Field(description="When it was captured, as EDTF", examples=["2026-11-23"])]
    encoding: Annotated[
        _Line, AfterValidator(_encoding), Field(description="How text.txt is encoded", examples=["utf-8"])
    ]
    sha256: Annotated[
        str,
        StringConstraints(pattern=r"^[0-9a-f]{64}$"),
        Field(description="SHA-256 of text.txt, 64 small hexadecimal digits", examples=["9f86d081…"]),
    ]
    archived: Annotated[
        _Web | None, Field(description="A kept copy", examples=["https://archive.example.org/a"])
    ] = None
    replaces: Annotated[
        str | None,
        StringConstraints(pattern=r"^[0-9a-f]{64}$"),
        Field(
            description="SHA-256 of the capture before this one, which is kept in captures/",
            examples=["2c26b46b…"],
        ),
    ] = None
    original: Annotated[Original | None, Field(description="The earlier publication")] = None
    translator: Annotated[
        tuple[_Line, ...],
        BeforeValidator(_listed),
        Field(max_length=50, description="Who translated it", examples=[["Rosemary Edmonds"]]),
    ] = ()
    description: Annotated[
        _Body | None, Field(description="A few sentences for the reader", examples=["A letter …"])
    ] = None
    subject: Annotated[
        tuple[_Line, ...],
        BeforeValidator(_listed),
        Field(max_length=50, description="Subjects", examples=[["diplomacy"]]),
    ] = ()
    date_order: Annotated[
        Literal["dmy", "mdy", "ymd"] | None,
        Field(description="How the text writes dates in figures", examples=["dmy"]),
    ] = None


Kind = Literal[
    "context", "correction", "source", "dispute", "gloss",
    "person", "place", "organization", "event", "capture-note",
]  # fmt: skip
"""What a note does: a finer word than its W3C motivation."""

Motivation = Literal[
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
]  # fmt: skip
"""W3C Web Annotation Vocabulary, 3.3 and following."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The words a note speaks of (W3C Web Annotation Data Model, 4.2.4 Text Quote Selector)."""

    __pydantic_config__ = _STRICT

    exact: Annotated[
        _Quoted,
        AfterValidator(_visible),
        Field(description="The words, as they stand in the text", examples=["as of April 13"]),
    ]
    prefix: Annotated[_Quoted, Field(description="Words right before them", examples=["worldwide "])] = ""
    suffix: Annotated[_Quoted, Field(description="Words right after them", examples=[". This has"])] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a note rests on."""

    __pydantic_config__ = _STRICT

    title: Annotated[_Line, Field(description="Its title", examples=["Situation report 82"])]
    publisher: Annotated[_Line | None, Field(description="Who published it", examples=["WHO"])] = None
    date: Annotated[_Date | None, Field(description="When, as EDTF", examples=["2020-04-11"])] = None
    url: Annotated[_Web | None, Field(description="Its address", examples=["https://example.org/82"])] = None
    archived: Annotated[
        _Web | None, Field(description="A kept copy", examples=["https://archive.example.org/82"])
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Creator:
    """Who wrote a note."""

    __pydantic_config__ = _STRICT

    name: Annotated[_Line, Field(description="A name or a pen name", examples=["Ada Lovelace"])]
    github: Annotated[
        str | None,
        StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$"),
        Field(description="A handle at GitHub", examples=["ada"]),
    ] = None
    orcid: Annotated[
        str | None,
        StringConstraints(pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$"),
        Field(description="An ORCID iD", examples=["0000-0002-1825-0097"]),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note as its author writes it, in a file of its own (W3C Web Annotation, in YAML)."""

    __pydantic_config__ = _STRICT

    motivation: Annotated[Motivation, Field(description="W3C motivation", examples=["commenting"])] = (
        "commenting"
    )
    kind: Annotated[Kind, Field(description="What the note does", examples=["context"])]
    label: Annotated[
        _Line | None,
        Field(description="Whom or what it is about, as an index would have it", examples=["Ada Lovelace"]),
    ] = None
    target: Annotated[Target, Field(description="The words it speaks of")]
    body: Annotated[_Body, Field(description="The note, in Markdown", examples=["The count was …"])]
    references: Annotated[tuple[Reference, ...], Field(description="What it rests on", max_length=20)] = ()
    creator: Annotated[Creator, Field(description="Who wrote it")]
    created: Annotated[_Date, Field(description="The day it was written", examples=["2026-11-23"])]
    language: Annotated[_Language, Field(description="Its language, BCP 47", examples=["en"])] = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Note):
    """A note with its place in the archive."""

    id: str
    """The name of its file, without the suffix."""
    path: str
    """Its file, from the archive's root."""
    line: int
    """The line of its file where the quoted words stand."""
    body_line: int
    """The line of its file where the body stands."""


Judgement = Literal["confirm", "correct", "reject"]
Object = Literal["block", "date", "caption", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is said of a thing that was read from a text: by the machine, or by whoever corrects it."""

    __pydantic_config__ = _STRICT

    kind: Annotated[_Line | None, Field(description="What a block or a picture is", examples=["heading"])] = (
        None
    )
    date: Annotated[
        _DateOrNone | None, Field(description="The date meant, as EDTF", examples=["2020-04-13"])
    ] = None
    place: Annotated[_Line | None, Field(description="Where", examples=["Baghdad"])] = None
    credit: Annotated[_Line | None, Field(description="Who made the picture", examples=["XINHUA"])] = None
    label: Annotated[
        _Line | None,
        Field(description="What an event is called, in words of its sentence", examples=["the river rose"]),
    ] = None

    def given(self) -> dict[str, str]:
        """The fields that are written, by name; one that says ``none`` among them."""
        return {
            each.name: str(said) for each in fields(self) if (said := getattr(self, each.name)) is not None
        }


_ONE_OF_THE_TWO = {
    "if": {"properties": {"decision": {"const": "correct"}}},
    "then": {"required": ["value"]},
    "else": {"not": {"required": ["value"]}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One editorial decision on one thing that was read from a text, in a file of its own."""

    __pydantic_config__ = ConfigDict(**_STRICT, json_schema_extra=_ONE_OF_THE_TWO)  # type: ignore[typeddict-item]

    decision: Annotated[Judgement, Field(description="What is decided", examples=["correct"])]
    object: Annotated[Object, Field(description="What sort of thing it is decided of", examples=["date"])]
    target: Annotated[Target, Field(description="The words the thing was read from")]
    saw: Annotated[
        Finding, Field(description="All that the machine said of it", examples=["{date: 2020-04-13}"])
    ]
    value: Annotated[
        Finding | None, Field(description="What is right instead", examples=["{date: 2019-04-13}"])
    ] = None
    reason: Annotated[
        _Body, Field(description="Why, in a sentence", examples=["The sentence before says so."])
    ]
    references: Annotated[tuple[Reference, ...], Field(description="What it rests on", max_length=20)] = ()
    creator: Annotated[Creator, Field(description="Who decided it")]
    created: Annotated[_Date, Field(description="The day it was decided", examples=["2026-11-23"])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Decision):
    """A decision with its place in the archive."""

    id: str
    """The name of its file, without the suffix."""
    path: str
    """Its file, from the archive's root."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of its file where each field stands, by the field's dotted name."""

    def line(self, name: str) -> int:
        """The line of the field, or of the nearest that holds it."""
        while name not in self.lines and "." in name:
            name = name.rpartition(".")[0]
        return self.lines.get(name, 1)
