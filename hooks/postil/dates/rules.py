"""The grammar of calendar expressions: a table, the most specific rule first.

A rule has a name, a pattern, and an example with its reading, which is a test. A pattern's groups say what
is printed: ``year``, ``month`` (a name or figures), ``day``, ``decade``; ``that`` names a year by pointing at
one. What is not printed is for `find` to resolve.
"""

import re
from functools import cache
from typing import NamedTuple

from babel import Locale


class Rule(NamedTuple):
    """One way to write a date; ``reading`` is the example's EDTF for a text of 16 April 2020."""

    name: str
    pattern: str
    example: str
    reading: str


RULES = (
    Rule("iso day", r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", "2020-07-15", "2020-07-15"),
    Rule("year month day", r"\b{year}[- ]{month}[- ]{day}", "2018-May-16", "2018-05-16"),
    Rule("day month year", r"\b{day},? (?:of )?{month},? {year}", "13 April 2020", "2020-04-13"),
    Rule("month day year", r"\b{month} (?:the )?{day},? {year}", "March 18, 2020", "2020-03-18"),
    Rule("month day of a year pointed at", r"\b{month} (?:the )?{day} of {that}", "January 3 of this year", "2020-01-03"),
    Rule("day month of a year pointed at", r"\b{day} (?:of )?{month} {that}", "3 January this year", "2020-01-03"),
    Rule("month year", r"\b{month},? (?:of )?{year}", "March 2020", "2020-03"),
    Rule("month of a year pointed at", r"\b{month} (?:of )?{that}", "January of last year", "2019-01"),
    Rule("month day", r"\b{month} (?:the )?{day}", "April 13", "2020-04-13"),
    Rule("day month", r"\b{day} (?:of )?{month}", "the 13th of April", "2020-04-13"),
    Rule("decade", r"\b[Tt]he (?:early |late |mid-)?(?P<decade>1\d\d0|20\d0)s\b", "the 1930s", "193X"),
    Rule("year after a preposition", r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Oo]f) (?:the year )?{year}(?! [A-Z])", "in 1914", "1914"),
    Rule("year of an issue", r"\bNo\. ?\d+, {year}", "No. 8, 2020", "2020"),
)  # fmt: skip

_PARTS = {
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)",
    "year": r"(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,-]?\d)",
    "that": r"(?P<that>(?:this|last|the same|that same|the following|next) year)\b",
}


@cache
def compiled(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules by name with the language's months; a space stands for any white space."""
    names = sorted(month_names(language), key=len, reverse=True)
    month = rf"(?P<month>(?:{'|'.join(map(re.escape, names))})\b\.?)"
    return tuple(
        (rule.name, re.compile(rule.pattern.replace("{month}", month).replace("{day}", _PARTS["day"])
                               .replace("{year}", _PARTS["year"]).replace("{that}", _PARTS["that"]).replace(" ", r"\s+")))
        for rule in RULES
    )  # fmt: skip


@cache
def month_names(language: str) -> dict[str, int]:
    """The months' names and short names in the language, from CLDR; English where CLDR has none."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, LookupError):
        locale = Locale("en")
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                names.setdefault(name.rstrip("."), number)
                names.setdefault(name.rstrip(".").capitalize(), number)
    if locale.language == "en":
        names["Sept"] = 9
    return names
