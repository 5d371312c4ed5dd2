"""A note as the file that people review: read strictly, it gives the same note."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ..edtf import Edtf
from ..records import INVISIBLE, Note, Target

_PLAIN = re.compile(r"[A-Za-z](?:[\w ,.;()/&+-]*[\w.)])?|https?://[\w./~%+=&?-]+[\w/]", re.ASCII)
"""What stands in YAML without quotation marks, and is read as the very same characters."""
_DAY = re.compile(r"[1-9][0-9]{3}(?:-[0-9]{2}){0,2}")
_WORDS = {"y", "yes", "n", "no", "on", "off", "true", "false", "null"}
"""What other readers of YAML take for something else than a text."""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def note_yaml(note: Note) -> str:
    """The note's file: its fields in their order, what they leave unsaid left out, anything odd in quotation marks."""
    return "\n".join(_mapping(note, Note, "")) + "\n"


def target_yaml(target: Target) -> str:
    """The lines of a target as they stand in a note's file."""
    return "\n".join(("target:", *_mapping(target, target, "  "))) + "\n"


def _mapping(noun: Any, form: Any, indent: str) -> Iterator[str]:
    for each in fields(form):
        value = getattr(noun, each.name)
        if value in (None, "", ()):
            continue
        if is_dataclass(value):
            yield f"{indent}{each.name}:"
            yield from _mapping(value, value, f"{indent}  ")
        elif isinstance(value, tuple):
            yield f"{indent}{each.name}:"
            for item in value:
                first, *rest = _mapping(item, item, f"{indent}    ")
                yield from (f"{indent}  - {first.lstrip(' ')}", *rest)
        elif each.name == "body" and _is_block(value):
            yield f"{indent}body: |"
            yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
        else:
            yield f"{indent}{each.name}: {_scalar(value)}"


def _scalar(value: str) -> str:
    plain = _DAY if isinstance(value, Edtf) else _PLAIN
    if plain.fullmatch(value) and value.lower() not in _WORDS:
        return str(value)
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char == " " or (char.isprintable() and char not in INVISIBLE):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_block(body: str) -> bool:
    """Whether the lines can stand as they are: all to be seen, none beginning the block or ending with a space."""
    return not body.startswith(" ") and all(
        line == line.rstrip() and all(map(_shows, line)) for line in body.split("\n")
    )


def _shows(char: str) -> bool:
    return _escaped(char) in (char, '\\"', "\\\\")
