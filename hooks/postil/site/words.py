"""Dates in the words of the interface."""

import re
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from ..edtf import Edtf

_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(-?)(\d\d)XX")
_PARTS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "first quarter of", 34: "second quarter of",
          35: "third quarter of", 36: "fourth quarter of", 40: "first half of", 41: "second half of"}  # fmt: skip
"""Parts of a year, as EDTF numbers them (levels 1 and 2)."""
_OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_QUALIFIED = {None: "{}", "~": "about {}", "?": "{}?", "%": "about {}?"}
_HTML = re.compile(r"(?!0000)\d{4}(-\d\d){0,2}")


def in_words(when: Edtf, locale: str = "en") -> str:
    """The date as people write it, uncertainty kept; EDTF's own form where there are no plain words for it."""
    if plain := _PLAIN.fullmatch(when):
        return _QUALIFIED[plain[4]].format(_day(plain[1], plain[2], plain[3], locale))
    if decade := _DECADE.fullmatch(when):
        return f"{decade[1]}0s"
    if century := _CENTURY.fullmatch(when):
        return f"{_ordinal(int(century[2]) + 1)} century{' BC' if century[1] else ''}"
    if when.startswith("[") and ".." not in when:
        return " or ".join(in_words(Edtf(each), locale) for each in when[1:-1].split(","))
    if open_year := _OPEN_YEAR.fullmatch(when):
        day = date(2000, int(open_year[1]), int(open_year[2] or 1))
        words = format_date(day, "d MMMM" if open_year[2] else "MMMM", locale)
        return f"{words}, year not known"
    if when.count("/") == 1:
        first, last = when.split("/")
        if first in ("", ".."):
            return f"until {in_words(Edtf(last), locale)}"
        if last in ("", ".."):
            return f"from {in_words(Edtf(first), locale)}"
        return f"{in_words(Edtf(first), locale)} to {in_words(Edtf(last), locale)}"
    return str(when)


def direction(language: str) -> str:
    """Which way the language is written, as HTML's ``dir`` says it; ``auto`` where CLDR does not know."""
    try:
        return str(Locale.parse(language.replace("-", "_")).text_direction)
    except (ValueError, UnknownLocaleError):
        return "auto"


def machine_readable(when: Edtf) -> str | None:
    """What HTML's ``datetime`` attribute may hold (HTML Living Standard, 4.5.14), None for what it cannot say."""
    return str(when) if _HTML.fullmatch(when) else None


def _day(year: str, month: str | None, day: str | None, locale: str) -> str:
    number = int(year)
    shown = str(number) if number > 0 else f"{1 - number} BC"
    if month is None:
        return shown
    if int(month) > 12:
        return f"{_PARTS[int(month)]} {shown}" if int(month) in _PARTS else f"{year}-{month}"
    if number > 0:
        return format_date(date(number, int(month), int(day or 1)), "d MMMM y" if day else "MMMM y", locale)
    words = format_date(date(2000, int(month), int(day or 1)), "d MMMM" if day else "MMMM", locale)
    return f"{words} {shown}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
