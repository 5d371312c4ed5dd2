"""Finds the calendar expressions of a text and resolves what they leave out."""

import re
from collections.abc import Sequence

from ..edtf import Edtf, days_in_month
from ..errors import EdtfError
from ..model import Span, Timex
from .rules import compiled, month_names

_CANDIDATE = re.compile(r"\d|\byear\b")
_LEAP = 8
"""So many years at most lie from one 29 February to the next."""
_SHIFT = {"this": 0, "last": -1, "next": 1, "the following": 1, "that same": 0, "the same": 0}


def find_timexes(
    text: str, within: Sequence[Span], *, written: Edtf | None, language: str
) -> tuple[Timex, ...]:
    """Every calendar expression in the spans, in the order of the text, none inside another.

    What is printed without a year goes back from ``written``, the day the text is of; where that is unknown,
    it takes the year of the date before it; where there is none, the year stays open (``XXXX-04-13``).
    """
    found: list[Timex] = []
    for span in within:
        for name, match in _matches(text, span, language):
            timex = _resolve(name, match, found[-1] if found else None, written, language)
            if timex:
                found.append(timex)
    return tuple(found)


def _matches(text: str, span: Span, language: str) -> list[tuple[str, re.Match[str]]]:
    """The rules' matches: the earlier rule of the table wins where two meet."""
    if not _CANDIDATE.search(text, span.start, span.end):
        return []
    found: list[tuple[str, re.Match[str]]] = []
    taken = bytearray(span.end - span.start)
    for name, pattern in compiled(language):
        for match in pattern.finditer(text, span.start, span.end):
            start, end = (at - span.start for at in _extent(match))
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append((name, match))
    return sorted(found, key=lambda item: _extent(item[1]))


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """From the first to the last printed part; a preposition before a bare year is not part of the date."""
    groups = [match.span(name) for name, value in match.groupdict().items() if value is not None]
    if set(match.re.groupindex) == {"year"}:
        return groups[0]
    return match.start(), match.end()


def _resolve(
    rule: str, match: re.Match[str], before: Timex | None, written: Edtf | None, language: str
) -> Timex | None:
    printed = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = _extent(match)
    month = " ".join(printed.get("month", "").split())
    monthday = (
        int(month) if month.isdigit() else month_names(language).get(month, 0),
        int(printed.get("day", 0)),
    )
    year, basis = _year(printed, monthday, before, written)
    try:
        value = Edtf(f"{printed['decade'][:3]}X" if "decade" in printed else _edtf(year, *monthday))
    except EdtfError:  # 31 April: printed, but no day of any calendar
        return None
    return Timex(start, end, match.string[start:end], value, rule, basis)


def _edtf(year: int | None, month: int, day: int) -> str:
    figures = "XXXX" if year is None else f"{year:0{5 if year < 0 else 4}}"
    return figures + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _year(
    printed: dict[str, str], monthday: tuple[int, int], before: Timex | None, written: Edtf | None
) -> tuple[int | None, str]:
    """The year, if it is known, and in a few words where it comes from."""
    if "year" in printed or "decade" in printed:
        return int(printed.get("year", 0)), "as printed"
    last = _one_year(before.value) if before else None
    now = _one_year(written) if written else None
    if that := printed.get("that"):
        words = " ".join(that.split())
        shift = _SHIFT[words.removesuffix(" year")]
        if words.startswith("th") and words != "this year" and before and last is not None:
            return last + shift, f"“{words}”: after “{before.text}”"
        if now is not None:
            return now + shift, f"“{words}”: the text is dated {written}"
        return None, f"“{words}”: it is not known of when the text is"
    if written and written.latest and now is not None:
        year = now - (monthday > written.latest[1:])
        possible = (
            each for each in range(year, year - _LEAP, -1) if monthday[1] <= days_in_month(each, monthday[0])
        )
        return next(possible, year), f"the last one before {written}, the date of the text"
    if before and last is not None:
        return last, f"the year of “{before.text}” before it"
    return None, "no year is printed, and it is not known of when the text is"


def _one_year(date: Edtf) -> int | None:
    """The year of a date that allows no other."""
    first, last = date.earliest, date.latest
    return first[0] if first and last and first[0] == last[0] else None
