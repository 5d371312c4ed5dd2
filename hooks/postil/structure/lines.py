"""Lines, and lines that belong together: what every rule of the structure looks at."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from ..model import BlockKind
from ..vocabulary.sentences import count_sentences

_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]+")
_LONG = 400
ENDS = re.compile(r"""[.!?…:;。！？：；—–]["'”’»)\]」』*]{0,4}(?:\[\d{1,3}\]){0,3}\Z""")
"""What closes a sentence or a clause at the end of a line."""
OPENERS = "\"'“‘«([「『*_"


class Line(NamedTuple):
    """A line with words on it: where it stands, its words, its indentation, what stands before it."""

    start: int
    end: int
    words: str
    indent: int
    blank: int
    """How many blank lines stand before it."""
    feed: bool
    """Whether a form feed does."""
    columns: int
    """How wide the words are printed; a Chinese character takes two columns."""

    @property
    def ends(self) -> bool:
        """Whether a sentence or clause is closed at its end."""
        return bool(ENDS.search(self.words[-12:]))

    @property
    def begins(self) -> bool:
        """Whether something new can begin with it: it has no small letter first."""
        first = self.words.lstrip(OPENERS)[:1]
        return bool(first) and not first.islower()

    @property
    def continues(self) -> bool:
        """Whether it begins with a small letter, as only the middle of a sentence does."""
        return self.words.lstrip(OPENERS)[:1].islower()


class Ruling(NamedTuple):
    """What some lines are, and why, in a few words for a reader."""

    kind: BlockKind
    rule: str
    continues: bool = False


class Lines:
    """Lines that stand together, and how many blank ones stand around them."""

    __slots__ = ("_one_line", "_sentences", "after", "before", "count", "length", "lines", "words")

    def __init__(self, lines: Sequence[Line], after: int) -> None:
        self.lines = lines
        self.after = after
        self.before = lines[0].blank
        self.count = len(lines)
        self.words = lines[0].words if len(lines) == 1 else "\n".join([line.words for line in lines])
        """The words with the lines kept and white space at their ends gone."""
        self.length = sum([line.columns for line in lines]) + len(lines) - 1
        """How many columns the words take on one line."""
        self._one_line: str | None = None
        self._sentences = 0

    @property
    def on_one_line(self) -> str:
        """The words with one space between them."""
        if self._one_line is None:
            self._one_line = " ".join(self.words.split())
        return self._one_line

    @property
    def sentences(self) -> int:
        """How many sentences the words have."""
        if not self._sentences:
            self._sentences = count_sentences(self.words)
        return self._sentences

    @property
    def is_prose(self) -> bool:
        """Whether it reads as more than one sentence or runs over several long lines."""
        return self.length > _LONG or self.sentences > 1


def is_chinese(words: str) -> bool:
    """Whether the words begin with a wide character."""
    return not words.isascii() and bool(_WIDE.match(words.lstrip(OPENERS)[:1] or words))


def columns(words: str) -> int:
    """How wide the words are printed."""
    if words.isascii():
        return len(words)
    return len(words) + sum(len(run) for run in _WIDE.findall(words))


def read_lines(text: str) -> list[Line]:
    """The lines of the text that have words on them, with accents put together; places are those of the text."""
    found: list[Line] = []
    apart = not (text.isascii() or is_normalized("NFC", text))
    at = blank = 0
    feed = False
    for row in text.split("\n"):
        words = row.strip()
        if words:
            indent = 0
            if row[0] != words[0]:
                lead = row[: len(row) - len(row.lstrip())]
                indent = len(lead.expandtabs(8)) + lead.count("\u3000")
                feed = feed or "\f" in lead
            if apart and not words.isascii():
                words = normalize("NFC", words)
            width = len(words) if words.isascii() else columns(words)
            found.append(Line(at, at + len(row), words, indent, blank, feed, width))
            blank, feed = 0, False
        else:
            blank += 1
            feed = feed or "\f" in row
        at += len(row) + 1
    return found
