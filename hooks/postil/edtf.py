"""Dates that may be uncertain, as the Extended Date/Time Format writes them.

The format is ISO 8601-2:2019, annex A; the Library of Congress describes it at
https://www.loc.gov/standards/datetime/. Levels 0 and 1 are read, and of level 2 what PyPI's `edtf` knows: no
open sets ([..1760]) and no digits of a month left open (1984-1X). The plain dates that are nearly all of an
archive take a short way round that library, and what it lets through (29 February 2001, an interval that runs
backwards) or trips over is refused here.
"""

import contextlib
import io
import re
from functools import lru_cache
from typing import Any, Self

from .errors import EdtfError

Day = tuple[int, int, int]
"""Year, month, day of the proleptic Gregorian calendar; year 0 is 1 BC (ISO 8601-1:2019, 4.2.1)."""

_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(?:(\d\d)|XX))?|-XX(?:-XX)?)?[~?%]?", re.ASCII)
"""A year, a month or a day, where XX stands for all of them; a doubt changes no bounds."""
_ANY_DAY = re.compile(r"(-?\d{4})-(0[1-9]|1[0-2])-(\d\d)", re.ASCII)
_DAY_OF_ANY_YEAR = re.compile(r"[\dX]{4}-(0[1-9]|1[0-2])-(\d\d)[~?%]?", re.ASCII)
_MAX_LENGTH = 200


class Edtf(str):
    """A valid EDTF string: the very characters that were written, and the days that they allow.

    Raises `EdtfError` for anything else. ``str(Edtf(s)) == s`` always.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        _bounds(text)
        return super().__new__(cls, text)

    @property
    def earliest(self) -> Day | None:
        """The first day the date may mean; None where the start is open or unknown."""
        return _bounds(str(self))[0]

    @property
    def latest(self) -> Day | None:
        """The last day the date may mean; None where the end is open or unknown."""
        return _bounds(str(self))[1]

    @property
    def order(self) -> tuple[Day, Day, str]:
        """What a chronology sorts by: first day, last day, the text; an open end is as far as can be."""
        return self.earliest or (-(10**9), 1, 1), self.latest or (10**9, 12, 31), str(self)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has in the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=65536)
def _bounds(text: str) -> tuple[Day | None, Day | None]:
    if len(text) > _MAX_LENGTH:
        raise EdtfError(f"an EDTF date of over {_MAX_LENGTH} characters is not read; write a shorter one")
    if plain := _PLAIN.fullmatch(text):
        return _plain_bounds(text, plain)
    if (day := _DAY_OF_ANY_YEAR.fullmatch(text)) and int(day[2]) > days_in_month(2000, int(day[1])):
        raise EdtfError(
            f"'{text}' is a day of no year; {day[1]} has {days_in_month(2000, int(day[1]))} days at most"
        )
    if text.count("/") == 1:
        return _interval_bounds(text)
    return _library_bounds(text)


def _plain_bounds(text: str, match: re.Match[str]) -> tuple[Day, Day]:
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if match[1] == "-0000":
        raise EdtfError(f"'{text}' has no year; write 0000 for 1 BC")
    if match[2] and not 1 <= month <= 12:
        if 21 <= month <= 41 and not match[3]:  # seasons and parts of a year: EDTF level 1 and 2
            return _library_bounds(text)
        raise EdtfError(f"'{text}' has no month {match[2]}; write 01 to 12")
    if match[3] and not 1 <= day <= days_in_month(year, month):
        raise EdtfError(
            f"'{text}' is no day of the calendar; {match[1]}-{match[2]} has {days_in_month(year, month)} days"
        )
    if match[3]:
        return (year, month, day), (year, month, day)
    if match[2]:
        return (year, month, 1), (year, month, days_in_month(year, month))
    return (year, 1, 1), (year, 12, 31)


def _interval_bounds(text: str) -> tuple[Day | None, Day | None]:
    first, last = text.split("/")
    if first in ("", "..") and last in ("", ".."):
        raise EdtfError(f"'{text}' says nothing; give at least one end of the interval, as in 1914/..")
    start = None if first in ("", "..") else _bounds(first)
    end = None if last in ("", "..") else _bounds(last)
    if start and end and start[0] and end[1] and end[1] < start[0]:
        raise EdtfError(f"'{text}' ends before it begins; write {last}/{first}")
    return start[0] if start else None, end[1] if end else None


def _library_bounds(text: str) -> tuple[Day, Day]:
    for match in _ANY_DAY.finditer(text):
        _plain_bounds(match[0], match)
    import edtf  # slow to load, and most archives never need it

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            date: Any = edtf.parse_edtf(text)
            if not text.isascii() or str(date).replace(" ", "") != text:
                raise ValueError("read as something else")
            first, last = sorted((_day(date.lower_strict()), _day(date.upper_strict())))
            return first, last
    except Exception:  # the library raises what it likes, TypeError and AttributeError among them
        raise EdtfError(
            f"'{text}' is not an EDTF date; write a year, a month or a day, "
            "as in 1821, 1821-05 or 1821-05-03, with ~ for about and ? for uncertain"
        ) from None


def _day(moment: Any) -> Day:
    year, month, day = moment[:3]
    return int(year), int(month), int(day)
