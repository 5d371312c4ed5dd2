"""YAML as contributors may write it: every scalar a string, nothing clever.

No aliases, no tags, no duplicate keys, one document, a limit on size and depth. A faulty file is never half
read: all that can be said of it is said at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..errors import Fault

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12

Loc = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

# PyYAML's C parser where it was built, else its Python one: the same events from both.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class StrictYaml:
    """A file's value, the line (from 1) of every part of it, and what is wrong with it."""

    value: Value | None = None
    lines: dict[Loc, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """The line of the part, or of the nearest part that holds it."""
        while loc not in self.lines and loc:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_yaml(path: str, raw: bytes) -> StrictYaml:
    """The value in the bytes; ``value`` is None where they hold none, and ``faults`` says why."""
    result = StrictYaml()

    def fault(line: int, message: str) -> None:
        result.faults.append(Fault(path, line, "", message))

    if len(raw) > MAX_BYTES:
        fault(0, f"{len(raw):,} bytes are too many; keep the file under {MAX_BYTES:,}")
        return result
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault(raw[: error.start].count(b"\n") + 1, "is not UTF-8; save the file as UTF-8")
        return result
    try:
        for line, message in _refusals(text):
            fault(line, message)
        if not result.faults:
            node = yaml.compose(text, Loader=_LOADER)
            result.value = _value(node, (), result.lines, fault) if node else None
            if node is None:
                fault(1, "is empty; fill in the fields")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or "something is off").strip()
        fault(
            (mark.line if mark else 0) + 1,
            f"is not YAML: {problem}; check the indentation, and put quotes around a text that holds ': ' or ' #'",
        )
    except (yaml.YAMLError, ValueError) as error:
        odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, odd.start()) + 1 if odd else 1
        fault(line, f"is not YAML: {str(error).splitlines()[0]}; take out the odd character")
    if result.faults:
        result.value = None
    return result


def _refusals(text: str) -> Iterator[tuple[int, str]]:
    """What YAML allows and a contribution may not use; found before anything is built."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = _line(event.start_mark)
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents == 2:
                    yield line, "starts a second YAML document; keep one and take out what follows '---'"
            case yaml.AliasEvent():
                yield line, f"'*{event.anchor}' is an alias; write the value out"
            case yaml.ScalarEvent() | yaml.CollectionStartEvent():
                if event.tag is not None:
                    yield line, f"'{event.tag}' is a tag; leave it out, every value is read as text"
                if isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        yield line, f"is nested more than {MAX_DEPTH} deep; write it flat"
                        return
            case yaml.CollectionEndEvent():
                depth -= 1


def _line(mark: Any) -> int:
    return int(mark.line) + 1


def _value(node: yaml.Node, loc: Loc, lines: dict[Loc, int], fault: Callable[[int, str], None]) -> Value:
    """The node's value; notes the line of each part and reports keys that stand twice."""
    lines.setdefault(loc, _line(node.start_mark))
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*loc, index), lines, fault) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Value] = {}
        for key, value in node.value:
            line = _line(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                fault(line, "has a list or a mapping where a field's name belongs; write `name: value`")
                continue
            name = str(key.value)
            if name in mapping:
                fault(line, f"'{name}' stands twice; keep one (the other is on line {lines[*loc, name]})")
                continue
            lines[*loc, name] = line
            mapping[name] = _value(value, (*loc, name), lines, fault)
        return mapping
    return str(node.value)
