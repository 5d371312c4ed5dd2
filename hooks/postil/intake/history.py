"""The past of each note and review, from the archive's commits (docs/decisions/0016-two-readers.md).

The commits of the main line, which follow HEAD's first parents, are gone through from the first to the last; each
brings what it changed itself, or what the commits that it merged have changed. Who reads is told by the main line alone:
what the commits of a proposal say of anybody but their authors, the proposer may have written.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..standing import Change, History, Person
from .git_log import Commit, FileChange, read_log

_SORTS = ("annotations", "reviews")
_PULLED = re.compile(
    r"Merge (?:remote-tracking )?branch '(?:[^'/]+/)?(?:main|master|trunk)'(?! into '(?:main|master|trunk)')"
)
"""What git itself writes where somebody brings their own copy up to date: nothing was read for that."""


def read_history(root: Path) -> Mapping[str, History]:
    """The history of each file in ``source_texts/*/annotations``, ``reviews`` and ``unplaced/``, by path from the root.

    A file that git does not know, or not as it is now, has none; where no history is at hand, none has.
    """
    past = _Past(read_log(root))
    return {
        path: life.history()
        for path, life in sorted(past.lives.items())
        if _is_as_committed(root / path, life.content)
    }


@dataclass(slots=True)
class _Life:
    """One file, as far as the main line has come."""

    changes: list[Commit] = field(default_factory=list)
    authors: dict[Person, None] = field(default_factory=dict)
    readers: dict[Person, None] = field(default_factory=dict)
    content: str = ""
    step: int = 0
    """Where on the main line it came to say what it says."""

    def history(self) -> History:
        changes = tuple(Change(commit.id, commit.author, commit.day) for commit in self.changes)
        return History(changes, tuple(self.authors), tuple(self.readers))


class _Past:
    """The commits, and the files' lives that they make."""

    def __init__(self, commits: Sequence[Commit]) -> None:
        self.order = {commit.id: number for number, commit in enumerate(commits)}
        self.line = list(_first_parents(commits))[::-1]
        self.steps = {commit.id: step for step, commit in enumerate(self.line)}
        self.brings = self._when_brought(commits)
        self.written = {
            change.after for commit in commits if len(commit.parents) < 2 for change in commit.changes
        }
        brought: dict[int, list[Commit]] = defaultdict(list)
        for commit in commits:
            if commit.id in self.brings:
                brought[self.brings[commit.id]].append(commit)
        self.lives: dict[str, _Life] = {}
        for step, commit in enumerate(self.line):
            self._go_on(step, commit, brought[step])

    def _go_on(self, step: int, commit: Commit, brought: Sequence[Commit]) -> None:
        trails = _trails(brought)
        moves = dict(_moves(commit.changes))
        before = {path: self.lives.pop(path) for path in {*moves.values()} if path in self.lives}
        for change in commit.changes:
            if not change.after:
                self.lives.pop(change.path, None)
            elif _place(change.path):
                old = moves.get(change.path)
                life = before.get(old) if old else self.lives.get(change.path)
                if not life and not (change.before or old):
                    life = _Life()
                if life:  # what changes without ever having begun is not told of
                    self.lives[change.path] = life
                    if life.content != change.after:
                        self._write(life, step, commit, change, _trail(change.path, trails, self.order))
        if len(commit.parents) < 2 and _is_put_in_by_its_author(commit):
            for named in commit.validates:
                life = self.lives.get(_path_named(named))
                if life and life.step < step:
                    life.readers[commit.author] = None

    def _write(
        self, life: _Life, step: int, commit: Commit, change: FileChange, trail: Sequence[tuple[Commit, str]]
    ) -> None:
        """The file says something else now: who wrote it, and who vouches for it on its way to the main line."""
        made = [(each, after) for each, after in trail if len(each.parents) < 2 or after not in self.written]
        if change.after not in {after for _, after in made}:
            made.append((commit, change.after))
        life.changes += [each for each, _ in made]
        for each, _ in made:
            life.authors |= dict.fromkeys((each.author, *each.co_authors))
        life.content, life.step, life.readers = change.after, step, {}
        authors = frozenset[str]().union(*(author.keys for author in life.authors))
        if (
            len(commit.parents) > 1
            and not _PULLED.match(commit.subject)
            and _may_vouch(commit.author, authors)
        ):
            life.readers = dict.fromkeys((commit.author, *commit.reviewed_by))

    def _when_brought(self, commits: Sequence[Commit]) -> dict[str, int]:
        """At which step each commit beside the main line came into it."""
        steps: dict[str, int] = {}
        for commit in commits:
            at = self.steps.get(commit.id, steps.get(commit.id, -1))
            for parent in commit.parents if at >= 0 else ():
                if parent in self.order and parent not in self.steps:
                    steps[parent] = min(at, steps.get(parent, at))
        return steps


def _may_vouch(person: Person, authors: frozenset[str]) -> bool:
    return not person.is_robot and authors.isdisjoint(person.keys)


def _is_put_in_by_its_author(commit: Commit) -> bool:
    """Whether nobody else stands between; a forge that writes a commit has asked who its author is."""
    return commit.committer.is_robot or not commit.author.keys.isdisjoint(commit.committer.keys)


def _first_parents(commits: Sequence[Commit]) -> Iterator[Commit]:
    by_id = {commit.id: commit for commit in commits}
    commit = commits[0] if commits else None
    while commit:
        yield commit
        commit = by_id.get(commit.parents[0]) if commit.parents else None


def _place(path: str) -> tuple[str, str, str] | None:
    """Of which text, of which sort and of which name a file is; None for what is neither note nor review."""
    match path.split("/"):
        case ["source_texts", text, sort, name] if sort in _SORTS:
            return text, sort, name
        case ["source_texts", text, "unplaced", sort, name] if sort in _SORTS:
            return text, sort, name
    return None


def _moves(changes: Iterable[FileChange]) -> Iterator[tuple[str, str]]:
    """New paths and the old ones that they go on from: of one text and sort, and of the same name or content."""
    by_name: dict[tuple[str, ...], str] = {}
    by_content: dict[tuple[str, ...], list[str]] = defaultdict(list)
    new = []
    for change in changes:
        place = _place(change.path)
        if place and not change.after:
            by_name[place] = change.path
            by_content[(*place[:2], change.before)].append(change.path)
        elif place and not change.before:
            new.append((place, change))
    taken: set[str] = set()
    for how in ("name", "content"):
        for place, change in new:
            if change.path in taken:
                continue
            olds = [by_name.get(place)] if how == "name" else by_content[(*place[:2], change.after)]
            while olds:
                old = olds.pop()
                if old and old not in taken:
                    taken |= {old, change.path}
                    yield change.path, old
                    break


_Trails = Mapping[str, Sequence[tuple[Commit, str, str | None]]]


def _trails(brought: Sequence[Commit]) -> _Trails:
    """For each path the commits that wrote it, what they wrote, and where the file was before."""
    trails: dict[str, list[tuple[Commit, str, str | None]]] = defaultdict(list)
    for commit in brought:
        moves = dict(_moves(commit.changes))
        for change in commit.changes:
            if change.after:
                trails[change.path].append((commit, change.after, moves.get(change.path)))
    return trails


def _trail(path: str, trails: _Trails, order: Mapping[str, int]) -> list[tuple[Commit, str]]:
    """The commits beside the main line that wrote the file under this name and those before it, oldest first."""
    found: dict[str, tuple[Commit, str]] = {}
    names = {path: None}
    ahead = [path]
    while ahead:
        for commit, after, old in trails.get(ahead.pop(), ()):
            found.setdefault(commit.id, (commit, after))
            if old and old not in names:
                names[old] = None
                ahead.append(old)
    return sorted(found.values(), key=lambda each: -order[each[0].id])


def _path_named(named: str) -> str:
    """The file that is meant by its path or, as ``text/note``, by its text and its name."""
    _, folder, rest = named.rpartition("source_texts/")
    if folder:
        return folder + rest
    text, _, name = named.partition("/")
    return f"source_texts/{text}/annotations/{name.removesuffix('.yml')}.yml"


def _is_as_committed(path: Path, content: str) -> bool:
    """Whether the file on disk has the content, however its line ends were written out."""
    try:
        found = b"" if path.is_symlink() else path.read_bytes()
    except OSError:
        return False
    return any(_name_of(each, len(content)) == content for each in (found, found.replace(b"\r\n", b"\n")))


def _name_of(content: bytes, length: int) -> str:
    digest = hashlib.sha256 if length == 64 else hashlib.sha1
    return digest(b"blob %d\0" % len(content) + content).hexdigest()
