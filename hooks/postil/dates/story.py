"""What a text has come to when a date is read."""

from ..edtf import Edtf
from ..model import Span
from .scene import Known


class Story:
    """What a text has come to: the date before, and the line of the story, which a glance aside does not move."""

    def __init__(self, written: Known | None) -> None:
        self.before: Known | None = None
        self.line: Known | None = None
        self.aside = False
        """Whether this block of a report has turned to a year long past, and tells on from there."""
        self.heads: Known | None = None
        """What the days at the heads of entries go on from: the last of them, or a year told since."""
        self.entry: Known | None = None
        """The day of the diary's entry."""
        self._now = written.year if written else None
        self._block: Span | None = None

    def comes_to(self, block: Span) -> None:
        """A new block turns back to the day of writing."""
        if block is not self._block:
            self._block, self.aside = block, False

    def enters(self, value: Edtf, words: str) -> None:
        """A new entry of a diary begins, of this day."""
        known = Known(value, f"“{' '.join(words.split())}”, the day of the entry")
        self.heads = known
        if known.is_day:
            self.entry = known

    def tell(self, value: Edtf, words: str, printed: bool, opens: bool) -> None:
        """Goes on to a date; ``opens`` says that its sentence begins with it."""
        known = Known(_origin(value), f"“{' '.join(words.split())}”")
        if known.day is None or known.value.startswith("XXXX"):
            return
        self.before = known
        if printed and opens and known.value.isdigit():
            self.heads = known
        if self._now is not None and known.year is not None:
            self.aside = known.year < self._now - 1 and (printed or self.aside)
        line = self.line
        if line is None or line.day is None or not printed or opens:
            self.line = self._kept(known)
            return
        step = known.day[0] - line.day[0]
        exact = known.value.latest is not None and known.value.latest[:2] == known.day[:2]
        if -_ASIDE_BACK[exact] <= step <= _ASIDE_ON[exact]:
            self.line = self._kept(known)

    def _kept(self, known: Known) -> Known:
        """The line's own month, where what is said now is only the year that it stands in."""
        line = self.line
        if (
            line
            and line.day
            and known.value.earliest
            and known.value.latest
            and (known.value.earliest <= line.day <= known.value.latest)
        ):
            return line
        return known


_ASIDE_BACK, _ASIDE_ON = {True: 100, False: 0}, {True: 100, False: 1}
"""So many years back or on from the line of the story is a glance aside, for a date with a month and a bare year."""


def _origin(value: Edtf) -> Edtf:
    """The date that those after it are counted from: of a span of years its first, of days and months its last."""
    if "/" in value:
        first, last = value.split("/")
        if first in ("", ".."):
            return Edtf(last)
        return Edtf(first if last in ("", "..") or len(last) <= 5 else last)
    return value
