"""Puts a new text's folder into the archive: whole and sound, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..errors import Fault
from .folder import IDENTIFIER, read_folders

_LONGEST_NAME = 100


def add_folder(root: Path, identifier: str, capture: bytes, record: str) -> tuple[Fault, ...]:
    """The capture, byte for byte, and its record as ``root/source_texts/<identifier>/``.

    It is made aside, checked as every folder is, and moved into its place when nothing is wrong with it;
    otherwise the archive stays as it was and the faults come back, what the system refused among them.
    """
    texts = root / "source_texts"
    if wrong := name_fault(root, identifier):
        return (Fault(f"source_texts/{identifier}", 0, "", wrong),)
    try:
        return _made(texts, identifier, capture, record)
    except OSError as error:
        wrong = name_fault(root, identifier) or f"cannot be made: {error.strerror or error}"
        return (Fault(f"source_texts/{identifier}", 0, "", wrong),)


def _made(texts: Path, identifier: str, capture: bytes, record: str) -> tuple[Fault, ...]:
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=texts))
    try:
        made = aside / "source_texts" / identifier
        made.mkdir(parents=True)
        (made / "text.txt").write_bytes(capture)
        (made / "record.yml").write_text(record, encoding="utf-8", newline="\n")
        (folder,) = read_folders(aside)
        if not folder.faults:
            made.rename(texts / identifier)
        return folder.faults
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def name_fault(root: Path, identifier: str) -> str | None:
    """Why the folder cannot be made under that name; None where it can."""
    if not IDENTIFIER.fullmatch(identifier):
        return "is no good name for a folder; use small letters, digits and single hyphens, as in 2020-07-15-author"
    if len(identifier) > _LONGEST_NAME:
        return (
            f"is too long a name for a folder ({len(identifier)} characters); write at most {_LONGEST_NAME}"
        )
    if identifier == "index":
        return "is the name of the list of texts; choose another"
    if os.path.lexists(root / "source_texts" / identifier):
        return "is there already; choose another name"
    return None


def taken_names(root: Path) -> set[str]:
    """What stands in ``root/source_texts`` under any name."""
    return {path.name for path in (root / "source_texts").iterdir()}


def same_capture(root: Path, capture: bytes) -> str | None:
    """The identifier of the text that has exactly these bytes; None where there is none."""
    return next(
        (path.parent.name for path in _captures(root, len(capture)) if path.read_bytes() == capture), None
    )


def _captures(root: Path, size: int) -> Iterator[Path]:
    for path in sorted((root / "source_texts").glob("[!.]*/text.txt")):
        if (
            path.is_file()
            and not path.is_symlink()
            and not path.parent.is_symlink()
            and path.stat().st_size == size
        ):
            yield path
