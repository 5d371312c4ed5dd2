"""JSON of strangers (RFC 8259): of a decent size and depth, no name twice in an object, nothing that is no JSON."""

import json
from typing import Any

MAX_JSON = 16 * 1024 * 1024
MAX_DEPTH = 50
_LONGEST_INTEGER = 18


class Number(str):
    """A number that Python would write otherwise, as it stands in the file."""

    __slots__ = ()


class JsonError(ValueError):
    """The bytes hold nothing that is read here; the message says what to do."""


def read_json(raw: bytes) -> Any:
    """The value in the bytes; whole numbers of any sensible length are ints, all others `Number`."""
    if len(raw) > MAX_JSON:
        raise JsonError(f"{len(raw):,} bytes are too many; split the file, {MAX_JSON:,} are read at once")
    try:
        value = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=Number,
            parse_int=_integer,
        )
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise JsonError(f"is not UTF-8 (line {line}); save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise JsonError(f"is not JSON: {error.msg} (line {error.lineno}); export it again") from None
    except RecursionError:
        raise JsonError(_DEEP) from None
    if _is_deep(value):
        raise JsonError(_DEEP)
    return value


def json_text(value: Any) -> str:
    """The JSON of a value that was read, its numbers to the digit; on one line, save that a list has a line for each."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_written, value)) + "\n]\n"
    return _written(value)


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_written(name)}: {_written(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return value if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def _integer(digits: str) -> int | Number:
    return Number(digits) if len(digits) > _LONGEST_INTEGER or digits == "-0" else int(digits)


_DEEP = "is nested too deep; no notes are"


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        inner = (
            each.values() if isinstance(each, dict) else each
            for each in level
            if isinstance(each, dict | list)
        )
        level = [part for parts in inner for part in parts]
    return bool(level)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise JsonError(f"has '{twice[:40]}' twice in one object; keep one")
    return found


def _no_number(name: str) -> Any:
    raise JsonError(f"holds {name}, which is no number of JSON; take it out")
