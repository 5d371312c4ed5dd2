"""What git records of `source_texts/`: every commit of HEAD, who made it and which files it changed, by one `git log`.

Nothing of the reader's settings counts, nor of the repository's own, nor a file that is not committed: the same commit
gives the same answer everywhere. Messages and names are other people's text; what would not be safe on a page is taken
out of a name.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from ..records import unsafe
from ..standing import Person

_SECONDS = 120
_MOST_BYTES = 256 * 1024 * 1024
_MOST_TRAILERS = 10_000
_LONGEST_NAME = 100
_ADDRESS = re.compile(r"([^<>]*)<([^<>\s]*)>")

_TRAILER = re.compile(r"([A-Za-z0-9-]+)[ \t]*:(.*)")
_TRAILERS = ("co-authored-by", "reviewed-by", "validates")

_FORMAT = "%x00".join(("%H", "%P", "%as", "%s", "%aN", "%aE", "%ae", "%cN", "%cE", "%ce", "%B"))
_FIELDS = _FORMAT.count("%x00") + 1
_GIT = (
    "git", "--no-pager", "--literal-pathspecs", "--no-replace-objects", "-c", "core.quotePath=false", "-c", "log.showRoot=true",
    "-c", "log.follow=false", "-c", "mailmap.file=", "-c", "mailmap.blob=HEAD:.mailmap",
)  # fmt: skip
_WHERE = ("rev-parse", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
_LOG = (
    "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--topo-order", "--full-history", "--sparse",
    "--diff-merges=first-parent", "--ignore-submodules=all", "--encoding=UTF-8", "--no-ext-diff", "--no-show-signature", "--no-notes",
    "--no-color", "--no-decorate", f"-O{os.devnull}", f"--format={_FORMAT}",
)  # fmt: skip
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # of a partial clone nothing is fetched
    "GIT_NO_LAZY_FETCH": "1",
}


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a commit did to a file, compared with its first parent; contents by git's names of them."""

    path: str
    """From the archive's root."""
    before: str
    """Empty where the file is new."""
    after: str
    """Empty where the file is gone."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; the people are those that `.mailmap` makes of them."""

    id: str
    parents: tuple[str, ...]
    day: str
    subject: str
    author: Person
    committer: Person
    co_authors: tuple[Person, ...]
    reviewed_by: tuple[Person, ...]
    validates: tuple[str, ...]
    """What its author says to have read: paths, or a text and a note as ``text/note``."""
    changes: tuple[FileChange, ...]


def read_log(root: Path) -> list[Commit]:
    """All commits that HEAD has come to, children before their parents.

    Empty where git is not to be had or will not speak, where there is no repository or no commit in it, and where
    the repository was cloned without its past, of which nothing could be told rightly.
    """
    where = _run(root, "-c", f"safe.directory={root.resolve()}", *_WHERE)
    shallow, _, rest = os.fsdecode(where).removesuffix("\n").partition("\n")
    folder, _, prefix = rest.partition("\n")
    if shallow != "false":
        return []
    # With git's own folder for a work tree, no .mailmap is found but the one that is committed.
    said = _run(
        Path(folder), f"--git-dir={folder}", f"--work-tree={folder}", *_LOG, f"--relative={prefix}",
        "HEAD", "--", f"{prefix}source_texts",
    )  # fmt: skip
    try:
        return _commits(said)
    except ValueError:
        return []


def _run(root: Path, *arguments: str) -> bytes:
    """What git says; empty where it fails, or says more or takes longer than is good."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LC_", "LANG"))
    }
    try:
        git = subprocess.Popen(
            [*_GIT, *arguments], cwd=root, env=environment | _ENVIRONMENT,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        return b""
    timer = Timer(_SECONDS, git.kill)
    timer.start()
    with git:
        assert git.stdout
        said = git.stdout.read(_MOST_BYTES + 1)
        if len(said) > _MOST_BYTES:
            git.kill()
    timer.cancel()
    return said if git.returncode == 0 and len(said) <= _MOST_BYTES else b""


def _commits(said: bytes) -> list[Commit]:
    """Each commit is so many fields, then two for each file: what was done, and the path."""
    headers: list[tuple[list[str], tuple[FileChange, ...]]] = []
    people: dict[str, Person] = {}
    parts = iter(said.split(b"\0"))
    part = next(parts, b"")
    while part:
        fields = [
            each.decode("utf-8", "replace")
            for each in (part, *(next(parts, b"") for _ in range(_FIELDS - 1)))
        ]
        changes: list[FileChange] = []
        part = next(parts, b"").lstrip(b"\n")
        while part.startswith(b":"):
            changes += _file_change(part.decode("ascii"), os.fsdecode(next(parts, b"")))
            part = next(parts, b"").lstrip(b"\n")
        headers.append((fields, tuple(changes)))
        for name, email, unmapped in (fields[4:7], fields[7:10]):
            people[unmapped.lower()] = Person(_clean(name), _clean(email))
    return [_commit(fields, changes, people) for fields, changes in headers]


def _commit(fields: list[str], changes: tuple[FileChange, ...], people: dict[str, Person]) -> Commit:
    id_, parents, day, subject, _, _, author, _, _, committer, message = fields
    trailers = _trailers(message)
    co_authors, reviewed_by, validates = (trailers.get(key, [])[:_MOST_TRAILERS] for key in _TRAILERS)
    return Commit(
        id_, tuple(parents.split()), day, subject, people[author.lower()], people[committer.lower()],
        tuple(_named(co_authors, people)), tuple(_named(reviewed_by, people)), tuple(filter(None, map(str.strip, validates))), changes,
    )  # fmt: skip


def _trailers(message: str) -> dict[str, list[str]]:
    """What the last paragraph says by keys in small letters; nothing where it says anything else, or is the only one."""
    *above, last = re.split(r"\n[ \t\r]*\n", message.strip())
    found: dict[str, list[str]] = {}
    for line in re.sub(r"\n[ \t]+", " ", last).split("\n") if above else ():
        trailer = _TRAILER.match(line)
        if not trailer:
            return {}
        found.setdefault(trailer[1].lower(), []).append(trailer[2].strip())
    return found


def _file_change(what: str, path: str) -> Iterator[FileChange]:
    """What is no regular file on a side is not there on that side."""
    mode_before, mode_after, before, after, _ = what[1:].split(" ")
    was, is_ = (mode.startswith("100") for mode in (mode_before, mode_after))
    if was or is_:
        yield FileChange(path, before if was else "", after if is_ else "")


def _named(trailers: list[str], people: dict[str, Person]) -> Iterator[Person]:
    """The people of ``Name <address>``; an address that a commit has too is whom the commit says."""
    for trailer in trailers:
        found = _ADDRESS.match(trailer)
        name, email = (found[1], found[2]) if found else (trailer, "")
        person = people.get(email.lower()) or Person(_clean(name), _clean(email))
        if person.keys:
            yield person


def _clean(words: str) -> str:
    """The words on one line, of a length to be shown, without what would control the page around them."""
    words = words[: 10 * _LONGEST_NAME]
    seen = "".join(" " if unsafe(char) else char for char in words) if unsafe(words) else words
    return " ".join(seen.split())[:_LONGEST_NAME].strip()
