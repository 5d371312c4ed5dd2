"""Puts a note's file beside its text: a new one, whole; never over another."""

import re
from contextlib import suppress
from itertools import count
from pathlib import Path

from anyascii import anyascii

from ..records import Note
from .folder import IDENTIFIER
from .note_yaml import note_yaml

_LONGEST_NAME = 50
_WORDS = 6


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
    base = name if IDENTIFIER.fullmatch(name) and len(name) <= _LONGEST_NAME * 2 else propose_name(note)
    for number in count(1):
        path = folder / f"{base if number == 1 else f'{base}-{number}'}.yml"
        with suppress(FileExistsError), path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(note_yaml(note))
            break
    return path.relative_to(root).as_posix()


def propose_name(note: Note) -> str:
    """A name for the note's file: whom it is about, else the first words it quotes, in a to z, digits and hyphens."""
    spelled = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii((note.label or note.target.exact)[:200]))
    words = re.sub(r"[^a-z0-9]+", " ", spelled.replace("'", "").lower()).split()
    name = "-".join(words[:_WORDS])
    return name[:_LONGEST_NAME].strip("-") or "note"
