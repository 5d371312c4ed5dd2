"""The grammar of calendar expressions: a table, the most specific rule first.

A rule has a name, a pattern, and an example with its reading, which is a test. A pattern's groups say what
is printed: ``year``, ``month`` (a name or figures), ``day``, ``decade``; ``that`` names a year by pointing at
one. What is not printed is for `find` to resolve.
"""

import re
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError


class Rule(NamedTuple):
    """One way to write a date; ``reading`` is the example's EDTF for a text of 16 April 2020."""

    name: str
    pattern: str
    example: str
    reading: str


RULES = (
    Rule("iso day", r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", "2020-07-15", "2020-07-15"),
    Rule("year month day", r"\b{year}(?:-| ){month}(?:-| ){day}", "2018-May-16", "2018-05-16"),
    Rule("day month year", r"\b{day},? (?:of )?{month},? {year}", "13 April 2020", "2020-04-13"),
    Rule("month day year", r"\b{month} (?:the )?{day},? {year}", "March 18, 2020", "2020-03-18"),
    Rule("month day of this or that year", r"\b{month} (?:the )?{day} of {that}", "January 3 of this year", "2020-01-03"),
    Rule("day month of this or that year", r"\b{day} (?:of )?{month} {that}", "3 January this year", "2020-01-03"),
    Rule("month year", r"\b{month},? (?:of )?{year}", "March 2020", "2020-03"),
    Rule("month of this or that year", r"\b{month} (?:of )?{that}", "January of last year", "2019-01"),
    Rule("month day", r"\b{month} (?:the )?{day}{no_year}", "April 13", "2020-04-13"),
    Rule("day month", r"\b{day} (?:of )?{month}{no_year}", "the 13th of April", "2020-04-13"),
    Rule("decade", r"\b[Tt]he (?:early |late |mid-)?(?P<decade>1\d\d0|20\d0)s\b", "the 1930s", "193X"),
    Rule("year after a preposition", r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|{part} of) (?:the year )?{year}(?! {units})", "in 1914", "1914"),
    Rule("year before a pause", r"\b(?:[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Oo]f) (?:the year )?{year}(?=\s*(?:[^\w\s]|\Z)| (?:and|to|until|onwards)\b)", "the war of 1914, and", "1914"),
    Rule("year of an issue", r"\bNo\. ?\d+, {year}", "No. 8, 2020", "2020"),
)  # fmt: skip

_PARTS = {
    # Neither end of a range (12–14 June, 3/4 March) is a day by itself. \x20 is a space and nothing else.
    "day": r"(?<!\d[-–/])(?<!\d\x20[-–/]\x20)(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,]\d| ?[-–/] ?\d)",
    "year": r"(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,-]?\d)",
    "no_year": r"(?!,? ['’]\d\d)",
    "that": r"(?P<that>(?:this|last|the same|that same|the following|next) year)\b",
    "part": r"(?:spring|summer|autumn|fall|winter|beginning|start|middle|end)",
    "units": r"(?:men|women|people|(?!(?:as|is|was|has|his|its|this|us|thus|does|always|across|besides|perhaps|towards)\b)[a-z]+s)\b",
}
_SPACE = r"(?:(?:[^\S\t\n]++\n?+|\n)[^\S\t\n]*+)"


@cache
def compiled(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules by name with the language's months; a space stands for spaces or for one line break."""
    names = sorted(month_names(language), key=len, reverse=True)
    month = "|".join(re.escape(name).replace("\\ ", " ") for name in names)
    parts = {**_PARTS, "month": rf"(?P<month>(?:{month})(?!\w))"}
    return tuple((rule.name, re.compile(_filled(rule.pattern, parts).replace(" ", _SPACE))) for rule in RULES)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], pattern)


@cache
def month_names(language: str) -> dict[str, int]:
    """The months' names and short names in the language, from CLDR; English where CLDR has none.

    A full stop belongs to a short name alone.
    """
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, LookupError, UnknownLocaleError):
        locale = Locale("en")
    full, short = _names(locale, "wide"), _names(locale, "abbreviated")
    if locale.language == "en":
        short |= {"Sept": 9, "SEPT": 9}
    return {**short, **{f"{name}.": number for name, number in short.items() if name not in full}, **full}


def _names(locale: Locale, width: str) -> dict[str, int]:
    return {
        form: number
        for context in ("format", "stand-alone")
        for number, printed in locale.months[context][width].items()
        for name in [printed.rstrip(".")]
        for form in (name, name.capitalize(), name.upper())
    }
