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

    The values must be such as need no quotation marks. Raises ValueError where the file cannot be changed so.
    """
    text = raw.decode()
    root = _mapping(text)
    if root.flow_style:
        raise ValueError("stands in braces; write one field a line")
    nodes = {key.value: value for key, value in root.value}
    there = [name for name in fields if name in nodes]
    last = max(there, key=lambda name: nodes[name].start_mark.index) if there else ""
    end = "\r\n" if "\r\n" in text else "\n"
    new = "".join(f"{end}{name}: {value}" for name, value in fields.items() if name not in nodes)
    edits = []
    for name in there:
        node = nodes[name]
        quote = node.style if node.style in ("'", '"') else ""
        edits.append((node.start_mark.index, _end(text, node), f"{quote}{fields[name]}{quote}"))
    if new:
        line = text.find("\n", _end(text, nodes[last])) if last else -1
        at = len(text.rstrip("\r\n")) if line < 0 else line - (text[line - 1] == "\r")
        edits.append((at, at, new))
    made = _edited(text, edits).encode()
    return _proved(raw, made, fields)


def with_target(raw: bytes, target: Target) -> bytes:
    """The file of a note or a review with that target; all else stays, to the byte. Raises ValueError where that fails."""
    text = raw.decode()
    node = next(value for key, value in _mapping(text).value if key.value == "target")
    wanted = {name: str(value) for name in _TARGET if (value := getattr(target, name))}
    for keep in (True, False):
        try:
            edit = _target_edit(text, node, wanted, keep)
            return _proved(raw, _edited(text, [edit]).encode(), {"target": dict(wanted)})
        except ValueError:
            if not keep:
                raise
    raise AssertionError


def _target_edit(
    text: str, node: yaml.MappingNode, wanted: Mapping[str, str], keep: bool
) -> tuple[int, int, str]:
    """Where the target stands, and what to write there; with ``keep`` values that stay are left as they are written."""
    written = {
        key.value: text[key.start_mark.index : _end(text, value)]
        for key, value in node.value
        if keep and value.value == wanted.get(key.value)
    }
    parts = [written.get(name) or f"{name}: {_quoted(value)}" for name, value in wanted.items()]
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


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _proved(raw: bytes, made: bytes, fields: Mapping[str, Value]) -> bytes:
    """The new bytes, if they say what the old ones said and these fields besides."""
    before, after = read_yaml("", raw).value, read_yaml("", made).value
    if not isinstance(before, dict) or after != {**before, **fields}:
        raise ValueError("could not be changed without changing more of it; write the target by hand")
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
    folder.rename(former)
    try:
        made.rename(folder)
    except OSError:
        former.rename(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _in_order(changes: Mapping[str, bytes | None]) -> Iterator[tuple[str, bytes | None]]:
    """What is taken away goes first."""
    yield from sorted(changes.items(), key=lambda item: item[1] is not None)
