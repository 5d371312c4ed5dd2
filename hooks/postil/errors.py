"""What can be wrong with what people wrote: where it is, what it is, what to write instead."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one file of an archive.

    ``path`` is relative to the archive's root and written with ``/``; ``line`` counts from 1, 0 means the
    whole file; ``field`` is the dotted name of a YAML field, or empty.
    """

    path: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        said = f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"
        # Invisible characters of a hostile file must not command a terminal, nor the log of a workflow.
        return "".join(
            char if char.isprintable() else char.encode("unicode_escape").decode() for char in said
        )


class EdtfError(ValueError):
    """The text is no date in the Extended Date/Time Format; the message says what to write."""
