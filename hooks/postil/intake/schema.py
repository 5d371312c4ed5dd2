"""From a file's YAML to one of the nouns of `records`, or to every fault of that file."""

import difflib
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from ..errors import Fault
from .strict_yaml import Loc, StrictYaml

Noun = TypeVar("Noun")


def build(noun: type[Noun], path: str, yaml: StrictYaml) -> tuple[Noun | None, list[Fault]]:
    """The noun that the file describes, and the faults that stand in the way of it (one or the other)."""
    if yaml.faults:
        return None, yaml.faults
    try:
        described: Any = noun
        return _adapter(described).validate_python(yaml.value), []
    except ValidationError as error:
        return None, [_fault(noun, path, yaml, detail) for detail in error.errors(include_url=False)]


def sound_parts(noun: type, yaml: StrictYaml, *names: str) -> dict[str, Any]:
    """Those of the noun's fields that are sound by themselves, by name; for a file that is not sound as a whole."""
    parts: dict[str, Any] = {}
    written = yaml.value if isinstance(yaml.value, dict) else {}
    for name in filter(written.__contains__, names):
        with suppress(ValidationError):
            parts[name] = _field_adapter(noun, name).validate_python(written[name])
    return parts


def json_schema(noun: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the noun's files, for editors that complete and check while one types."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_schema(noun)}


@cache
def _adapter(noun: Any) -> TypeAdapter[Any]:
    return TypeAdapter(noun)


@cache
def _field_adapter(noun: Any, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(noun, include_extras=True)[name])


def _fault(noun: type, path: str, yaml: StrictYaml, detail: Any) -> Fault:
    loc: Loc = tuple(detail["loc"])
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
    return Fault(path, yaml.line(loc), name, _message(noun, loc, detail))


def _message(noun: type, loc: Loc, detail: Any) -> str:
    """What is wrong and what to write, in the words of somebody who never saw a program."""
    context = detail.get("ctx", {})
    example = _example(noun, loc)
    write = f"; write {example}" if example else ""
    match detail["type"]:
        case "postil":
            return str(context["message"])
        case "missing":
            return f"is missing{write}"
        case "unexpected_keyword_argument":
            return _unknown(noun, loc)
        case "literal_error":
            return f"'{detail['input']}' is not one of the words used here; write one of {_words(context['expected'])}"
        case "string_too_short":
            return f"is empty{f'; write it, as in {example}' if example else ''}"
        case "string_too_long":
            return f"is longer than {context['max_length']:,} characters; shorten it"
        case "too_long":
            return f"has more than {context['max_length']} entries; keep the best"
        case "string_pattern_mismatch":
            return f"'{detail['input']}' has not the right form{write}"
        case "string_type" | "is_instance_of":
            return f"must be a text{write}"
        case "tuple_type":
            return f"must be a list{write}"
        case _:
            return f"must be a mapping of fields{write}"


def _words(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")


def _unknown(noun: type, loc: Loc) -> str:
    names = list(_schema_at(noun, loc[:-1]).get("properties", {}))
    close = difflib.get_close_matches(str(loc[-1]), names, 1)
    return (
        f"is no field here; did you mean '{close[0]}'?"
        if close
        else f"is no field here; the fields are {', '.join(names)}"
    )


def _example(noun: type, loc: Loc) -> str:
    """What would be right at that place, in YAML's flow style; empty where the schema has no example."""
    schema = _schema_at(noun, loc)
    if "examples" in schema:
        return _flow(schema["examples"][0])
    parts = [f"{name}: {_example(noun, (*loc, name))}" for name in schema.get("required", ())]
    return "{" + ", ".join(parts) + "}" if parts else ""


def _flow(value: Any) -> str:
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)


def _schema_at(noun: type, loc: Loc) -> dict[str, Any]:
    """The part of the noun's JSON Schema that rules the place; empty where it knows no such place."""
    root = _schema(noun)
    here = root
    for part in loc:
        here = here.get("items", {}) if isinstance(part, int) else here.get("properties", {}).get(part, {})
        described = here
        for option in here.get("anyOf", ()):
            if option.get("type") != "null":
                here = option
        if "$ref" in here:
            here = root["$defs"][here["$ref"].rpartition("/")[2]]
        if "examples" in described:
            here = {**here, "examples": described["examples"]}
    return here


@cache
def _schema(noun: Any) -> dict[str, Any]:
    return _adapter(noun).json_schema()
