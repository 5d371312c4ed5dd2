"""Which files of an archive are new, changed or gone since a commit, as git tells it."""

import os
import subprocess
from pathlib import Path

from ..export.summary import Change

_CHANGES: dict[str, Change] = {"A": "new", "D": "gone"}


class NoSuchCommit(ValueError):
    """There is nothing to compare with; the message says why."""


def changes_since(root: Path, ref: str) -> dict[str, Change]:
    """The files below ``root`` by their paths from there, with ``/``, that differ from where ``ref`` and what is
    checked out parted; files that git does not know yet are new.

    Raises NoSuchCommit where ``ref`` names none, or the folder is in no repository.
    """
    try:
        commit = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        ).strip()
    except (OSError, ValueError, subprocess.CalledProcessError):
        raise NoSuchCommit(f"'{ref}' is no commit that git knows here; fetch it, or write another") from None
    try:
        fork = _git(root, "merge-base", commit, "HEAD").strip()
    except subprocess.CalledProcessError:
        raise NoSuchCommit(f"'{ref}' and HEAD have no commit in common; fetch the whole history") from None
    listed = _git(
        root,
        "diff",
        "--name-status",
        "--no-renames",
        "--no-ext-diff",
        f"-O{os.devnull}",
        "-z",
        "--relative",
        fork,
        "--",
        ".",
    )
    fields = listed.split("\0")
    changes: dict[str, Change] = {
        path: _CHANGES.get(letter, "changed") for letter, path in zip(fields[::2], fields[1::2], strict=False)
    }
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "source_texts").split("\0")
    return changes | dict.fromkeys(filter(None, unknown), "new")


def _git(root: Path, *arguments: str) -> str:
    """What git prints; names that are no UTF-8 keep their bytes, as Python's own paths do."""
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True)
    return os.fsdecode(done.stdout)
