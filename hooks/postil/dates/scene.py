"""What is known where a date stands, and what a reading of it gives back."""

from dataclasses import dataclass

from ..edtf import Day, Edtf

Slots = dict[str, str]
"""What is printed in a rule's slots, by their names."""


@dataclass(frozen=True, slots=True)
class Known:
    """A date that others are counted from, and how it is called in a reader's words."""

    value: Edtf
    words: str

    @property
    def day(self) -> Day | None:
        """Its first day."""
        return self.value.earliest

    @property
    def year(self) -> int | None:
        """The year, if it can be no other."""
        first, last = self.value.earliest, self.value.latest
        return first[0] if first and last and first[0] == last[0] else None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.day is not None and self.value.earliest == self.value.latest


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where a date stands."""

    written: Known | None
    """The day the text is of."""
    before: Known | None
    """The date before it in the text."""
    line: Known | None
    """The date that the story has come to."""
    beside: Known | None
    """The date it is joined to: *August and September 1914*."""
    report: bool
    """Whether this passage looks back from the day it was written."""
    ahead: bool
    """Whether the sentence speaks of what is to come."""
    past: bool
    """Whether it has a verb that tells of the past."""
    order: str | None
    """How the text writes days in figures: dmy, mdy or ymd."""
    language: str


Reading = tuple[str, str]
"""EDTF, and in a few words what it rests on."""
PRINTED = "as printed"
