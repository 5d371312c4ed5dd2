"""Dates in the words of the interface."""

import re
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from ..edtf import Edtf

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?")
_DECADE = re.compile(r"(\d{3})X")
_OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_QUALIFIED = {None: "{}", "~": "about {}", "?": "{}?", "%": "about {}?"}
_HTML = re.compile(r"(?!0000)\d{4}(-\d\d){0,2}")


def in_words(when: Edtf, locale: str = "en") -> str:
    """The date as people write it, uncertainty kept; EDTF's own form where there are no plain words for it."""
    if plain := _PLAIN.fullmatch(when):
        return _QUALIFIED[plain[4]].format(_day(plain[1], plain[2], plain[3], locale))
    if decade := _DECADE.fullmatch(when):
        return f"{decade[1]}0s"
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
    if year == "0000" or month is None:
        return str(int(year))
    if int(month) > 12:
        return f"{year}-{month}"
    return format_date(date(int(year), int(month), int(day or 1)), "d MMMM y" if day else "MMMM y", locale)
