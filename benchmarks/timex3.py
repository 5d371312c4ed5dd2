"""What Postil read, in the terms of TIMEX3, which is how the known corpora write dates down."""

import re
from datetime import date
from typing import NamedTuple

from postil.model import Timex

UNRESOLVED = "XXXX-XX-XX"
"""TIMEX3's value of a date that is no certain one of the calendar."""


class Mention(NamedTuple):
    """A stretch of text, as code points, and the TIMEX3 value that it is given."""

    start: int
    end: int
    value: str


_JOINTS = tuple(
    re.compile(joint)
    for joint in (
        r"\s(?:to|and|until|till|through|or)\s",
        r"\s*[–—]\s*",
        r"\s*/\s*",
        r"\s*(?<!\bmid)(?<!\bearly)(?<!\blate)-\s*",
    )
)
"""What stands between the two dates of a range; the surest first, for a hyphen stands within dates too."""

_PREPOSITIONS = re.compile(
    r"(?:(?:about|after|around|at|before|between|by|during|from|in|of|on|since|till|to|until)\s+)+", re.I
)
"""What leads to a date and is not marked as a part of it."""

_DATE = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_PARTS_OF_A_YEAR = {
    "21": "SP", "22": "SU", "23": "FA", "24": "WI",
    "33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2",
}  # fmt: skip


def mentions(timex: Timex) -> list[Mention]:
    """The dates that such a corpus marks in the printed words: a range gives both of its ends.

    Of a range with one end that end is printed. A range that prints one date ('early May 1942') gives the
    year, month, week or decade that it is a part of.
    """
    start = timex.start + lead(timex.text)
    match _dates(timex.value):
        case []:
            return [Mention(start, timex.end, UNRESOLVED)]
        case [one]:
            return [Mention(start, timex.end, value_of(one))]
        case [first, *_, last]:
            joint = _joint(timex.text, start - timex.start)
            if joint is None:
                return [Mention(start, timex.end, _shared(first, last))]
            before, after = joint
            return [
                Mention(start, timex.start + before, value_of(first)),
                Mention(timex.start + after, timex.end, value_of(last)),
            ]
    raise AssertionError


def lead(printed: str) -> int:
    """How many characters of the words only lead to the date."""
    match = _PREPOSITIONS.match(printed)
    return match.end() if match else 0


def value_of(edtf: str) -> str:
    """The TIMEX3 value of one EDTF date: of ``-0489`` it is ``BC0490``, of ``186X`` ``186``, of ``1848-21`` ``1848-SP``."""
    match = _DATE.fullmatch(_without_doubt(edtf))
    if match is None:
        return UNRESOLVED
    year, month, day = match.groups()
    if year.startswith("-") or year == "0000":
        figures = year.removeprefix("-")
        year = f"BC{int(figures) + 1:04}" if figures.isdigit() else f"BC{figures}"
    elif year != "XXXX":
        year = year.rstrip("X")
    return "-".join(part for part in (year, _PARTS_OF_A_YEAR.get(month, month), day) if part)


def _without_doubt(edtf: str) -> str:
    return re.sub("[~?%]", "", edtf)


def _dates(edtf: str) -> list[str]:
    """The dates that the value is made of; none where it is one of several (EDTF level 2, ``[…]``)."""
    value = _without_doubt(edtf)
    if value.startswith("["):
        return []
    return [part for part in re.split(r"/|,|\.\.", value.strip("{}")) if part]


def _joint(printed: str, start: int) -> tuple[int, int] | None:
    """Where the first date of a range ends and where the second begins; None where one date is printed."""
    for joint in _JOINTS:
        for match in reversed(list(joint.finditer(printed, start))):
            if start < match.start() and match.end() < len(printed):
                return match.start(), match.end()
    return None


def _shared(first: str, last: str) -> str:
    """What of the calendar both ends are in."""
    if week := _week(first, last):
        return week
    if first[:4] == last[:4] and first[0] != "-":
        same_month = first[:7] == last[:7] and len(first) >= 7
        return value_of(first[:7] if same_month else first[:4])
    decade_or_century = next((first[:length] for length in (3, 2) if first[:length] == last[:length]), None)
    return decade_or_century if decade_or_century and first[0] != "-" else UNRESOLVED


def _week(first: str, last: str) -> str | None:
    try:
        monday, sunday = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    if monday.isoweekday() != 1 or (sunday - monday).days != 6:
        return None
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"
