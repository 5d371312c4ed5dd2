"""A text as it is read for dates: accents composed, words broken at line ends joined, what cannot be seen left out.

Every place is known in the original.
"""

import re
import unicodedata
from bisect import bisect_left

from ..records import INVISIBLE

_UNSEEN = re.compile(f"[{INVISIBLE}]")
_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n[^\S\n]{0,20}(?=[^\W\d_])")
_ANY = re.compile(rf"{_MARKED.pattern}|{_UNSEEN.pattern}|{_BROKEN.pattern}")


class Composed:
    """The text to read, and where its characters stand in the text as it is (offsets in code points)."""

    def __init__(self, text: str) -> None:
        self.text = self._whole = text
        self._places: list[int] | None = None
        if not _UNSEEN.search(text) and not _MARKED.search(text) and not _BROKEN.search(text):
            return
        characters: list[str] = []
        places: list[int] = []
        at = 0
        for match in _ANY.finditer(text):
            characters += text[at : match.start()]
            places += range(at, match.start())
            at = match.end()
            if match[0][0] != "-" and match[0] not in INVISIBLE:
                composed = unicodedata.normalize("NFC", match[0])
                characters += composed
                places += [match.start()] * len(composed)
        characters += text[at:]
        places += range(at, len(text) + 1)
        self.text, self._places = "".join(characters), places

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters stand in the text as it is, what cannot be seen at their end left out."""
        if self._places is None:
            return start, end
        last = self._places[end]
        while self._whole[last - 1] in INVISIBLE:
            last -= 1
        return self._places[start], last

    def here(self, at: int) -> int:
        """Where a place of the text as it is comes to stand here."""
        return at if self._places is None else bisect_left(self._places, at)
