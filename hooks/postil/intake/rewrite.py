"""Changes some fields of a file that a person wrote, and leaves every other byte as it is; and puts a changed folder in place."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from ..errors import Fault
from ..records import Target
from .strict_yaml import Value, read_yaml

_TARGET = ("exact", "prefix", "suffix")


def with_fields(raw: bytes, fields: Mapping[str, str]) -> bytes:
    """The YAML file with these values, written where the old ones stood; new fields follow the last that was there.

    Values that YAML would read as something else are put in quotation marks. Raises ValueError where that fails.
    """
    text = raw.decode()
    root = _mapping(text)
    if root.flow_style:
        raise ValueError("stands in braces; write one field a line")
    nodes = {key.value: value for key, value in root.value}
    there = [name for name in fields if name in nodes]
    last = max(there, key=lambda name: nodes[name].start_mark.index) if there else ""
    end = "\r\n" if "\r\n" in text else "\n"
    new = "".join(f"{end}{name}: {_plain(value)}" for name, value in fields.items() if name not in nodes)
    edits = []
    for name in there:
        node = nodes[name]
        value = _plain(fields[name])
        quote = node.style if node.style in ("'", '"') and value == fields[name] else ""
        edits.append((node.start_mark.index, _end(text, node), f"{quote}{value}{quote}"))
    if new:
        line = text.find("\n", _end(text, nodes[last])) if last else -1
        at = len(text.rstrip("\r\n")) if line < 0 else line - (text[line - 1] == "\r")
        edits.append((at, at, new))
    made = _edited(text, edits).encode()
    return _proved(raw, made, fields)


def with_target(raw: bytes, target: Target) -> bytes:
    """The file of a note or a review with that target; all else stays, to the byte. Raises ValueError where that fails.

    A value that changes is written where the old one stood; a context that is gone takes its line along. Only a target
    that cannot be changed so, such as one in braces, is written anew as a whole.
    """
    text = raw.decode()
    node = next(value for key, value in _mapping(text).value if key.value == "target")
    wanted = {name: str(value) for name in _TARGET if (value := getattr(target, name))}
    try:
        return _proved(
            raw, _edited(text, _value_edits(text, node, wanted)).encode(), {"target": dict(wanted)}
        )
    except ValueError:
        edit = _target_edit(text, node, wanted)
        return _proved(raw, _edited(text, [edit]).encode(), {"target": dict(wanted)})


def _value_edits(text: str, node: yaml.MappingNode, wanted: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Where the values stand that change, and what to write there, one field a line."""
    if node.flow_style:
        raise ValueError("stands in braces")
    edits = []
    for key, value in node.value:
        end = _end(text, value)
        if key.value not in wanted:
            line = text.rfind("\n", 0, key.start_mark.index) + 1
            edits.append((line, text.find("\n", end) + 1 or len(text), ""))
        elif value.value != wanted[key.value]:
            edits.append((value.start_mark.index, end, _quoted(wanted[key.value])))
    first, last = node.value[0][0].start_mark, _end(text, node.value[-1][1])
    there = {key.value for key, _ in node.value}
    joint = ("\r\n" if "\r\n" in text else "\n") + " " * first.column
    new = "".join(f"{joint}{name}: {_quoted(value)}" for name, value in wanted.items() if name not in there)
    line = text.find("\n", last)
    at = len(text) if line < 0 else line - (text[line - 1] == "\r")
    return [*edits, (at, at, new)] if new else edits


def _target_edit(text: str, node: yaml.MappingNode, wanted: Mapping[str, str]) -> tuple[int, int, str]:
    """Where the target stands, and what to write there instead."""
    parts = [f"{name}: {_quoted(value)}" for name, value in wanted.items()]
    start = node.start_mark.index
    if node.flow_style:
        return start, node.end_mark.index, "{" + ", ".join(parts) + "}"
    end = "\r\n" if "\r\n" in text else "\n"
    joint = end + " " * node.start_mark.column
    return start, max(_end(text, value) for _, value in node.value), joint.join(parts)


def _mapping(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("is no mapping of fields")
    return node


def _end(text: str, node: yaml.Node) -> int:
    """Where the value ends; a block takes the line ends after it along, which are not its own here."""
    end = int(node.end_mark.index)
    return len(text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def _quoted(value: str) -> str:
    return str(yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10**6)).strip()


def _plain(value: str) -> str:
    """The value as it is written, in quotation marks only where it needs them."""
    return value if read_yaml("", f"x: {value}\n".encode()).value == {"x": value} else _quoted(value)


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _proved(raw: bytes, made: bytes, fields: Mapping[str, Value]) -> bytes:
    """The new bytes, if they say what the old ones said and these fields besides."""
    before, after = read_yaml("", raw).value, read_yaml("", made).value
    if not isinstance(before, dict) or after != {**before, **fields}:
        raise ValueError("could not be changed without changing more of it; write it by hand")
    return made


def replace_folder(
    root: Path, identifier: str, changes: Mapping[str, bytes | None], check: Callable[[Path], Sequence[Fault]]
) -> tuple[Fault, ...]:
    """The text's folder with these files written, and those of None taken away; or as it was, and the faults.

    The new folder is made whole beside the old one and checked there, by a function that is given the root of an
    archive of that folder alone. Then the two change places. If the machine stops in between, both are still there:
    the old one is `.former-…` in source_texts/ then. Raises OSError where the system refuses.
    """
    texts = root / "source_texts"
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=texts))
    try:
        made = aside / "source_texts" / identifier
        shutil.copytree(texts / identifier, made, symlinks=True)
        for name, content in _in_order(changes):
            path = made / name
            if content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        if faults := tuple(check(aside)):
            return faults
        _swap(texts / identifier, made)
        return ()
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _swap(folder: Path, made: Path) -> None:
    former = folder.with_name(f".former-{folder.name}-{os.getpid()}")
    try:
        folder.rename(former)
        made.rename(folder)
    except BaseException:  # an interrupt too
        if former.exists() and not folder.exists():
            former.rename(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _in_order(changes: Mapping[str, bytes | None]) -> Iterator[tuple[str, bytes | None]]:
    """What is taken away goes first."""
    yield from sorted(changes.items(), key=lambda item: item[1] is not None)
