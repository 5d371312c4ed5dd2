"""Reads `source_texts/`: one folder for one text, nothing followed out of it, nothing believed unread."""

import hashlib
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..errors import Fault
from ..model import SourceText
from ..records import Annotation, Decision, Note, Record, Review, Target, text_encoding
from .schema import Noun, build, sound_parts
from .strict_yaml import MAX_BYTES, StrictYaml, read_yaml

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_CAPTURE = 64 * 1024 * 1024
_FOLDERS = {"annotations", "reviews", "images", "captures", "unplaced"}
_FILES = {"text.txt", "record.yml"}
_YAML = {".yml", ".yaml"}
UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""Characters that no page can show; tabs, vertical tabs and form feeds are none of them."""


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is sound of a note or a review that has faults, so that all of them can be said at once."""

    path: str
    target: Target | None
    line: int
    """The line of its file where the quoted words stand."""
    body: str | None
    """A note's; None for a review."""
    body_line: int


@dataclass(frozen=True, slots=True)
class Folder:
    """What one folder of `source_texts/` holds; the text is None where a fault stands in its way."""

    source: SourceText | None
    annotations: tuple[Annotation, ...]
    faults: tuple[Fault, ...]
    reviews: tuple[Review, ...] = ()
    remainders: tuple[Remainder, ...] = ()


def read_folders(root: Path) -> list[Folder]:
    """Every folder of ``root/source_texts`` in the order of the names; whatever is wrong is in its faults."""
    texts = root / "source_texts"
    if texts.is_symlink():
        return [Folder(None, (), (_symlink("source_texts"),))]
    if not texts.is_dir():
        fault = Fault("source_texts", 0, "", "is not there; make the folder and put a text's folder into it")
        return [Folder(None, (), (fault,))]
    return [read_folder(root, path) for path in sorted(texts.iterdir()) if not path.name.startswith(".")]


def canonical_text(raw: bytes, encoding: str) -> str:
    """The capture's characters: strictly decoded, a byte-order mark dropped, CRLF and CR read as LF.

    Raises UnicodeDecodeError, and LookupError where the encoding is none.
    """
    text = raw.decode(text_encoding(encoding))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_folder(root: Path, folder: Path) -> Folder:
    """One folder of ``root/source_texts``."""
    faults: list[Fault] = []
    name = folder.relative_to(root).as_posix()
    if folder.is_symlink():
        return Folder(None, (), (_symlink(name),))
    if not folder.is_dir():
        return Folder(None, (), (Fault(name, 0, "", "is a loose file; put it into the folder of a text"),))
    if folder.name == "index":
        faults.append(Fault(name, 0, "", "is the name of the list of texts; choose another"))
    if not IDENTIFIER.fullmatch(folder.name):
        faults.append(
            Fault(
                name,
                0,
                "",
                "is no good name for a folder; use small letters, digits and single "
                f"hyphens, as in {_suggestion(folder.name)}",
            )
        )
    faults += _strangers(root, folder)
    source = read_capture(root, folder, folder.name, faults)
    remainders: list[Remainder] = []
    annotations = tuple(read_annotations(root, folder / "annotations", faults, remainders))
    reviews = tuple(read_reviews(root, folder / "reviews", faults, remainders))
    return Folder(source, annotations, tuple(faults), reviews, tuple(remainders))


def read_capture(root: Path, folder: Path, identifier: str, faults: list[Fault]) -> SourceText | None:
    """The text.txt and record.yml of the folder, the bytes proved by their hash; None where a fault stands in the way."""
    record = _read_record(root, folder / "record.yml", faults)
    capture = _read_bytes(root, folder / "text.txt", MAX_CAPTURE, faults)
    if record is None or capture is None:
        return None
    text = _decode(f"{folder.relative_to(root).as_posix()}/text.txt", record, capture, faults)
    return SourceText(identifier, record, text, capture) if text is not None else None


def _read_record(root: Path, path: Path, faults: list[Fault]) -> Record | None:
    raw = _read_bytes(root, path, MAX_BYTES, faults)
    if raw is None:
        return None
    name = path.relative_to(root).as_posix()
    record, wrong = build(Record, name, read_yaml(name, raw))
    faults += wrong
    return record


def read_annotations(
    root: Path, folder: Path, faults: list[Fault], remainders: list[Remainder] | None = None
) -> Iterator[Annotation]:
    """The sound notes of the folder; what is wrong with the others, and what is not, is added to the two lists."""
    for path, note, yaml in _read_files(root, folder, Note, "a note", faults, remainders):
        yield Annotation(
            **_values(note),
            id=path.stem,
            path=path.relative_to(root).as_posix(),
            line=yaml.line(("target", "exact")),
            body_line=yaml.line(("body",)),
        )


def read_reviews(
    root: Path, folder: Path, faults: list[Fault], remainders: list[Remainder] | None = None
) -> Iterator[Review]:
    """The sound reviews of the folder; what is wrong with the others, and what is not, is added to the two lists."""
    for path, decision, yaml in _read_files(root, folder, Decision, "a review", faults, remainders):
        lines = {".".join(map(str, loc)): line for loc, line in yaml.lines.items()}
        yield Review(**_values(decision), id=path.stem, path=path.relative_to(root).as_posix(), lines=lines)


def _values(noun: Note | Decision) -> dict[str, Any]:
    return {field.name: getattr(noun, field.name) for field in fields(noun)}


def _read_files(
    root: Path,
    folder: Path,
    noun: type[Noun],
    called: str,
    faults: list[Fault],
    remainders: list[Remainder] | None,
) -> Iterator[tuple[Path, Noun, StrictYaml]]:
    """Each sound file of the folder, in the order of the names, with what it describes."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for path in sorted(folder.iterdir()):
        name = path.relative_to(root).as_posix()
        if path.name.startswith("."):
            continue
        well_named = path.suffix == ".yml" and IDENTIFIER.fullmatch(path.stem)
        if not well_named:
            faults.append(
                Fault(
                    name,
                    0,
                    "",
                    f"is no good name for {called}; use small letters, digits and single "
                    f"hyphens, as in {_suggestion(path.stem)}.yml",
                )
            )
            if path.suffix.lower() not in _YAML:
                continue
        raw = _read_bytes(root, path, MAX_BYTES, faults)
        if raw is None:
            continue
        yaml = read_yaml(name, raw)
        described, wrong = build(noun, name, yaml)
        faults += wrong
        if described and well_named:
            yield path, described, yaml
        elif remainders is not None:
            remainders.append(_remainder(name, noun, yaml))


def _remainder(path: str, noun: type, yaml: StrictYaml) -> Remainder:
    parts = sound_parts(noun, yaml, "target", "body") if noun is Note else sound_parts(noun, yaml, "target")
    return Remainder(
        path,
        parts.get("target"),
        yaml.line(("target", "exact")),
        parts.get("body"),
        yaml.line(("body",)),
    )


def _decode(path: str, record: Record, raw: bytes, faults: list[Fault]) -> str | None:
    """The canonical text, if the bytes are the ones the record speaks of and can be shown whole."""
    found = hashlib.sha256(raw).hexdigest()
    before = len(faults)
    if found != record.sha256:
        faults.append(
            Fault(
                path,
                0,
                "",
                f"is not the capture that record.yml describes: its SHA-256 is {found}, the "
                f"record says {record.sha256}; bring the capture back, or record a new one",
            )
        )
    try:
        text = canonical_text(raw, record.encoding)
    except UnicodeDecodeError as error:
        faults.append(
            Fault(
                path,
                raw[: error.start].count(b"\n") + 1,
                "",
                f"is not {record.encoding} (byte {error.start}); write the right encoding into record.yml",
            )
        )
        return None
    if not text.strip():
        faults.append(Fault(path, 0, "", "is empty; put the captured text into it"))
    if odd := UNSHOWABLE.search(text):
        faults.append(
            Fault(
                path,
                text.count("\n", 0, odd.start()) + 1,
                "",
                f"holds the character U+{ord(odd[0]):04X}, "
                "which no page can show; capture the text again without it",
            )
        )
    return text if len(faults) == before else None


def _strangers(root: Path, folder: Path) -> Iterator[Fault]:
    """Symbolic links anywhere below, and files that nobody will read."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        inside = path.relative_to(folder)
        if path.is_symlink():
            yield _symlink(name)
        elif len(inside.parts) == 1 and not path.name.startswith("."):
            known = path.name in (_FOLDERS if path.is_dir() else _FILES)
            if not known:
                yield Fault(
                    name,
                    0,
                    "",
                    "has no meaning here; a text's folder holds text.txt, record.yml, "
                    "annotations/, reviews/, images/, captures/ and unplaced/",
                )


def _read_bytes(root: Path, path: Path, most: int, faults: list[Fault]) -> bytes | None:
    name = path.relative_to(root).as_posix()
    if path.is_symlink():  # _strangers has said so
        return None
    try:
        status = path.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            faults.append(Fault(name, 0, "", "is no regular file; put the file itself here"))
            return None
        if size > most:
            faults.append(Fault(name, 0, "", f"{size:,} bytes are too many; keep the file under {most:,}"))
            return None
        return path.read_bytes()
    except FileNotFoundError:
        faults.append(Fault(name, 0, "", "is not there; every text's folder has one"))
    except OSError as error:
        faults.append(Fault(name, 0, "", f"cannot be read: {error.strerror or error}"))
    return None


def _symlink(name: str) -> Fault:
    return Fault(name, 0, "", "is a symbolic link; put the file itself here")


def _suggestion(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "2020-07-15-author"
