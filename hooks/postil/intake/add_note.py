"""Puts a note's file beside its text: a new one, whole; never over another."""

import os
import re
from bisect import bisect_left
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from anyascii import anyascii

from ..records import Note
from .folder import IDENTIFIER
from .note_yaml import note_yaml

_LONGEST_NAME = 50
_WORDS = 6
_MOST_FILES = 1_000_000


def is_name(name: str) -> bool:
    """Whether a note's file can be called so."""
    return len(name) <= _LONGEST_NAME * 2 and IDENTIFIER.fullmatch(name) is not None


def add_note(root: Path, identifier: str, note: Note, name: str = "") -> str:
    """Writes the note under the name, or where none is given or it is taken under one like it; gives back its path.

    The path is relative to the root. Raises OSError where the system, or a symbolic link in the way, lets nothing be
    written.
    """
    folder = root / "source_texts" / identifier / "annotations"
    for each in (folder, folder.parent, folder.parent.parent):
        if each.is_symlink():
            raise OSError(f"{each.name} is a symbolic link")
    folder.mkdir(exist_ok=True)
    raw = note_yaml(note).encode()
    base = name if is_name(name) else propose_name(note)

    def numbered(number: int) -> Path:
        return folder / f"{base if number == 1 else f'{base}-{number}'}.yml"

    for number in count(_free(numbered)):
        path = numbered(number)
        with suppress(FileExistsError):
            _add(path, raw)
            break
    return path.relative_to(root).as_posix()


def write_whole(path: Path, raw: bytes) -> None:
    """Writes the file aside and puts it in its place, so that nobody finds half of it. Raises OSError."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    aside.open("xb").close()
    try:
        aside.write_bytes(raw)
        aside.replace(path)
    except BaseException:
        aside.unlink()
        raise


def _add(path: Path, raw: bytes) -> None:
    """The same for a new file. Raises FileExistsError where there is one."""
    path.open("xb").close()
    try:
        write_whole(path, raw)
    except BaseException:
        path.unlink()
        raise


def _free(numbered: Callable[[int], Path]) -> int:
    """A number whose file is not there, found in few looks: 1, or one that follows a number whose file is."""
    if not os.path.lexists(numbered(1)):
        return 1
    return 2 + bisect_left(
        range(2, _MOST_FILES), True, key=lambda number: not os.path.lexists(numbered(number))
    )


def propose_name(note: Note) -> str:
    """A name for the note's file: whom it is about, else the first words it quotes, in a to z, digits and hyphens."""
    spelled = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii((note.label or note.target.exact)[:200]))
    words = re.sub(r"[^a-z0-9]+", " ", spelled.replace("'", "").lower()).split()
    name = "-".join(words[:_WORDS])
    return name[:_LONGEST_NAME].strip("-") or "note"
