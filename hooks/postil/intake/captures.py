"""Reads what a text was before: its former captures, and the notes and reviews that no longer have a place.

Each capture but the first names the one it replaces, by its hash. That chain leads from the text through every folder
of `captures/`; a folder it does not reach is nobody's, and a fault.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import Fault
from ..model import SourceText
from ..records import Annotation, Review
from .folder import Folder, read_annotations, read_capture, read_reviews

SHORT = 8
"""So many digits of its hash are the name of a capture's folder."""
_UNPLACED = {"annotations", "reviews"}
_FIELD = re.compile(rb"^replaces\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Former:
    """The former captures of a text, the newest first, and what people said of words that are no longer in it."""

    captures: tuple[SourceText, ...]
    annotations: tuple[Annotation, ...]
    reviews: tuple[Review, ...]
    faults: tuple[Fault, ...]


def read_former(root: Path, folder: Folder) -> Former:
    """The `captures/` and `unplaced/` of a folder that was read; its text must be sound."""
    assert folder.source
    path = root / "source_texts" / folder.source.identifier
    faults: list[Fault] = []
    captures = _captures(root, path / "captures", folder.source, faults)
    chain = tuple(_chain(root, path, folder.source, captures, faults))
    faults += _strangers(root, path / "unplaced", _UNPLACED, "unplaced/ holds annotations/ and reviews/")
    annotations = tuple(read_annotations(root, path / "unplaced" / "annotations", faults))
    reviews = tuple(read_reviews(root, path / "unplaced" / "reviews", faults))
    placed = {each.id for each in folder.annotations}, {each.id for each in folder.reviews}
    for said, there in ((annotations, placed[0]), (reviews, placed[1])):
        faults += [
            Fault(
                each.path,
                0,
                "",
                "has the name of a file that is placed; keep one of the two, or rename this one",
            )
            for each in said
            if each.id in there
        ]
    return Former(chain, annotations, reviews, tuple(faults))


def short(capture: SourceText) -> str:
    """The name of the capture's folder, once it is a former one."""
    return capture.record.sha256[:SHORT]


def _captures(root: Path, path: Path, current: SourceText, faults: list[Fault]) -> dict[str, SourceText]:
    """The sound captures by their hashes."""
    found: dict[str, SourceText] = {}
    if not path.is_dir() or path.is_symlink():
        return found
    for folder in sorted(path.iterdir()):
        name = folder.relative_to(root).as_posix()
        if folder.name.startswith(".") or folder.is_symlink():
            continue
        if not folder.is_dir():
            faults.append(
                Fault(name, 0, "", "is a loose file; captures/ holds a folder for each former capture")
            )
            continue
        faults += _strangers(
            root, folder, {"text.txt", "record.yml"}, "a capture has text.txt and record.yml"
        )
        capture = read_capture(root, folder, current.identifier, faults)
        if capture is None:
            continue
        if folder.name != short(capture):
            wrong = f"is not named for its capture; the folder's name must be {short(capture)}"
            faults.append(Fault(name, 0, "", wrong))
        elif capture.record.sha256 == current.record.sha256:
            faults.append(Fault(name, 0, "", "is the text as it is now; take the folder out"))
        else:
            found[capture.record.sha256] = capture
    return found


def _chain(
    root: Path, path: Path, current: SourceText, captures: Mapping[str, SourceText], faults: list[Fault]
) -> Iterator[SourceText]:
    """From the text backward, as far as the chain leads."""
    left = dict(captures)
    capture, record = current, path / "record.yml"
    while replaced := capture.record.replaces:
        if replaced not in left:
            again = replaced in captures or replaced == current.record.sha256
            wrong = (
                "leads in a circle, back to a later capture; write the SHA-256 of the capture before, or leave it out"
                if again
                else f"names a capture that is not there; bring captures/{replaced[:SHORT]}/ back, or leave it out"
            )
            faults.append(Fault(record.relative_to(root).as_posix(), _line(record), "replaces", wrong))
            break
        capture = left.pop(replaced)
        record = path / "captures" / short(capture) / "record.yml"
        yield capture
    for capture in left.values():
        wrong = (
            "is no capture that this text ever replaced; write its SHA-256 as `replaces` into the record of the "
            "capture that came after it, or take the folder out"
        )
        name = (path / "captures" / short(capture)).relative_to(root).as_posix()
        faults.append(Fault(name, 0, "", wrong))


def _line(record: Path) -> int:
    raw = record.read_bytes()
    found = _FIELD.search(raw)
    return raw[: found.start()].count(b"\n") + 1 if found else 1


def _strangers(root: Path, path: Path, known: set[str], holds: str) -> Iterator[Fault]:
    if not path.is_dir() or path.is_symlink():
        return
    for inside in sorted(path.iterdir()):
        if inside.name not in known and not inside.name.startswith(".") and not inside.is_symlink():
            yield Fault(inside.relative_to(root).as_posix(), 0, "", f"has no meaning here; {holds}")
