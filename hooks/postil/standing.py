"""How far a note can be trusted and who answers for it: what git records of its file, and what follows from that.

A note is *proposed* until somebody else has read it, then *reviewed*, and *validated* by a second reader; any change of
its file begins again (docs/decisions/0016-two-readers.md).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from .records import INVISIBLE, Creator

_NOREPLY = re.compile(r"(?:[0-9]+\+)?([a-z0-9-]+)@users\.noreply\.github\.com")
_ROBOTS = re.compile(r"(?:no-?reply|web-flow)@.*")
_UNSEEN = str.maketrans("", "", INVISIBLE)


class NoteState(StrEnum):
    """How many people have read a note as it is now, beside its authors: none, one, two or more."""

    PROPOSED = "proposed"
    REVIEWED = "reviewed"
    VALIDATED = "validated"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom git names; the address tells people apart and is never shown."""

    name: str
    email: str = ""

    @property
    def handle(self) -> str:
        """The handle at GitHub, where the address gives it away; else empty."""
        found = _NOREPLY.fullmatch(self.email.lower())
        return found[1] if found else ""

    @property
    def is_robot(self) -> bool:
        """Whether it is a forge or a program that stands here and no person."""
        return self.name.endswith("[bot]") or bool(_ROBOTS.fullmatch(self.email.lower()))

    @property
    def keys(self) -> frozenset[str]:
        """What the person is known by; two who share one of these are taken for the same."""
        return _keys(self.name, self.handle) | ({f"<{self.email.lower()}>"} if self.email else frozenset())


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that changed what the file says."""

    commit: str
    author: Person
    day: str
    """As the author's clock had it: ``YYYY-MM-DD``."""


@dataclass(frozen=True, slots=True)
class History:
    """What git records of one file."""

    changes: tuple[Change, ...]
    """Those of what it says, oldest first; at least one."""
    authors: tuple[Person, ...]
    """Who made those changes, alone or with others, in order."""
    readers: tuple[Person, ...]
    """Who vouches for the file as it is now, in order; its authors may be among them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A note's state, and the people who brought it there."""

    state: NoteState
    readers: tuple[Person, ...]
    history: History


def standing_of(history: History, creator: Creator) -> Standing:
    """Counts as readers the people who are neither authors by git nor the creator whom the file names."""
    known = _keys(creator.name, creator.github or "").union(*(author.keys for author in history.authors))
    readers = []
    for reader in history.readers:
        if not reader.is_robot and reader.keys and known.isdisjoint(reader.keys):
            readers.append(reader)
            known |= reader.keys
    state = (NoteState.PROPOSED, NoteState.REVIEWED, NoteState.VALIDATED)[min(len(readers), 2)]
    return Standing(state, tuple(readers), history)


def _keys(name: str, handle: str) -> frozenset[str]:
    plain = " ".join(unicodedata.normalize("NFKC", name.translate(_UNSEEN)).casefold().split())
    return frozenset(key for key in (plain, handle and f"@{handle.lower()}") if key)
