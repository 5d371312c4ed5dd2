"""Finds the calendar expressions of a text and resolves what they leave out."""

import re
from collections.abc import Sequence

from ..edtf import Edtf
from ..errors import EdtfError
from ..model import Span, Timex
from .rules import compiled, month_names

_CANDIDATE = re.compile(r"\d")
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
    taken: list[tuple[str, re.Match[str]]] = []
    for name, pattern in compiled(language):
        for match in pattern.finditer(text, span.start, span.end):
            start, end = _extent(match)
            if all(end <= _extent(other)[0] or _extent(other)[1] <= start for _, other in taken):
                taken.append((name, match))
    return sorted(taken, key=lambda item: _extent(item[1]))


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
    month = printed.get("month", "")
    number = int(month) if month.isdigit() else month_names(language).get(month.rstrip("."), 0)
    monthday = (f"-{number:02}" if number else "") + (
        f"-{int(printed['day']):02}" if "day" in printed else ""
    )
    year, basis = _year(printed, monthday, before, written)
    try:
        value = Edtf(f"{printed['decade'][:3]}X" if "decade" in printed else year + monthday)
    except EdtfError:  # 31 April: printed, but no day of any calendar
        return None
    return Timex(start, end, match.string[start:end], value, rule, basis)


def _year(
    printed: dict[str, str], monthday: str, before: Timex | None, written: Edtf | None
) -> tuple[str, str]:
    """The year, in four figures, and in a few words where it comes from."""
    if "year" in printed or "decade" in printed:
        return printed.get("year", ""), "as printed"
    if that := printed.get("that"):
        words = " ".join(that.split())
        shift = _SHIFT[words.removesuffix(" year")]
        if words.startswith("th") and words != "this year" and before and before.value[:4].isdigit():
            return f"{int(before.value[:4]) + shift:04}", f"“{words}”: after “{before.text}”"
        if written and written.latest:
            return f"{written.latest[0] + shift:04}", f"“{words}”: the text is of {written}"
        return "XXXX", f"“{words}”: it is not known of when the text is"
    if written and written.latest:
        year = written.latest[0]
        late = tuple(int(part) for part in monthday[1:].split("-")) > written.latest[1:]
        return f"{year - late:04}", f"the last one before {written}, which the text is of"
    if before and before.value[:4].isdigit():
        return before.value[:4], f"the year of “{before.text}” before it"
    return "XXXX", "no year is printed, and it is not known of when the text is"
