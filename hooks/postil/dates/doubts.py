"""What looks like a date and is none: counts, pages, names that hold years, months that are people."""

import re

from ..model import Span
from .grammar import Expression

_LEADS_TO_YEAR = re.compile(
    r"(?:\b(?:in|since|by|as|so|established|founded|est\.|until|till|til|during|throughout|from|after|before|between|to|through|for|into|around|about|early|late"
    r"|mid|end|and|or|as of|circa|ca?\.|year|years|jahre?|ann[ée]e|año|ano|anno|en|em|im|seit|depuis|desde|nel|в|с|до)\s*|\bof (?:the year )?|[(\[]\s?)\Z",
    re.IGNORECASE,
)
"""What may stand before a number of four figures that is a year."""
_NAMES_A_NUMBER = re.compile(
    r"(?:\b(?:pages?|pp?\.|nos?\.|numbers?|sections?|sec\.|§+|articles?|art\.|chapters?|flights?|rooms?|routes?|highways?|route|road"
    r"|regulations?|resolutions?|directives?|decrees?|laws?|acts?|bills?|cases?|lots?|box|hill|point|model|type|class|psalm|line|lines|exhibits?|items?|plates?|catalogue|inventory"
    r"|vol\.|volume|fig\.|figure|table|tel\.?|phone|isbn|id|height|about|some|nearly|almost|over|than|least|most|only|another"
    r"|total of|population of|number of|army of|force of|height of|distance of|sum of|crew of|price of|cost of|garrison of"
    r"|fleet of|strength of|average of|maximum of|minimum of|loss of|length of|depth of|altitude of|weight of)\s+)\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[\s-]+(?:(?:[a-z]+(?:ed|ing|al|an|ern|ish|ese)\s+)?"
    r"(?!(?:as|is|was|has|his|its|this|us|thus|does|always|across|besides|perhaps|towards|afterwards|onwards|others|sees|saws|brings|marks|begins|witnesses)\b)"
    r"[a-z]{2,}(?:s|men|women|people|children|cattle|sheep|feet|head|horse|foot)|"
    r"(?:men|women|people|km|m|cm|mm|kg|lb|lbs|ft|hp|am|pm|hrs|o'clock|tons?|dead|killed|wounded|miles?|metres?|meters?|yards?|acres?|odd|or so|more))\b"
)
_VERB_AFTER = re.compile(
    r"\s*(?:[,;:.)\]–—]|\Z|(?:was|were|is|saw|also|had|has|would|marked|brought|began|ended|proved|and|to|the|when|that|as|by|with|in|on|at)\b)"
)
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?:;—–\n]['\"”’)]*\s*|^\s*)\Z")
_LEADS_TO_MONTH = re.compile(
    r"\b(?:in|during|since|until|till|throughout|after|before|im|en|em|nel|au|в|с)\s\Z", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|his|her|its|their|our|my|this|that|he|she|they|it|we|I|you|which|when|[a-z]+ing)\b|[^\W\d_a-z])"
)
_MODAL_AFTER = re.compile(r"\s+(?:be|have|not|also|well|never|only|yet|I|he|she|we|they|you|it)\b")
_NOUN_AFTER = re.compile(r"\s+[^\W\d_A-Z]")
_AFTER_DAY = re.compile(
    r"\s*(?:[.,;:)!?—–]|\Z|(?:and|the|they|he|she|it|we|I|in|at|to|when|a|an|our|his|their|was|were|by|with|from|that|there|all|after|before|of (?:this|that|the|last|next))\b)"
)


_BEFORE_IT = {"part", "part_of", "onward", "until", "about"}
"""The slots of what stands before a date and makes it one: *early*, *since*, *before*, *about*."""


_ERA_AFTER = re.compile(
    r"\s{0,2}(?:(?:or|and)\s\d{1,4}\s)?(?:B\.?\s?C\b|v(?:or|\.)\s?(?:Chr|u\.)|av(?:ant|\.)\s?J|a\.\s?(?:de\s)?C\.|a(?:vanti|ntes de)\sC|до\sн|до\sР)"
)
_ERA_BEFORE = re.compile("(?:公元前|西元前|紀元前|纪元前)\\Z")


def is_date(text: str, expression: Expression, within: Span) -> bool:
    """Whether the words, which have the shape of a date, are one where they stand."""
    if "era" not in expression.slots and (
        _ERA_AFTER.match(text, expression.end, within.end)
        or _ERA_BEFORE.search(text, max(within.start, expression.start - 4), expression.start)
    ):
        return False  # a year before Christ of a shape that no rule has
    check = _CHECKS.get(expression.rule.name)
    return check is None or check(text, expression, within)


def _name_begins(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital follows right behind."""
    word = _WORD_AFTER.match(text, start, end)
    return word is not None and word[1].isupper()


_WORD_AFTER = re.compile(r"\s{1,3}([^\W\d_])\w")


def _is_year(text: str, year: Expression, within: Span) -> bool:
    start = max(within.start, year.core - 24)
    before, after = text[start : year.core], text[year.end : min(year.end + 40, within.end)]
    printed = year.slots["year"]
    if not printed.isdigit():  # ’44
        return bool(_LEADS_TO_YEAR.search(before)) or bool(_BEFORE_IT & set(year.slots))
    if _NAMES_A_NUMBER.search(text, max(within.start, year.start - 24), year.start):
        return False
    round_number = printed.endswith("00")
    counted = _COUNTED.match(after)
    if counted and (round_number or not re.search(r"\b[Ii]n\s\Z", before)):
        return False
    if _BEFORE_IT & set(year.slots):
        return not (round_number and _NOUN_AFTER.match(after) and not {"part", "part_of"} & set(year.slots))
    if re.search(r"\b(?:of|for|to|and|or|del?|du|di|do|da|von|vom|und|et|y|e)\s\Z", before):
        return bool(_VERB_AFTER.match(after)) if round_number else not _name_begins(after, 0, len(after))
    if _LEADS_TO_YEAR.search(before):
        return True
    if re.search(r"\b[Tt]he\s\Z|\b(?:his|her|its|their|a|that|this)\s\Z|’s\s\Z|'s\s\Z", before):
        return (
            not _name_begins(after, 0, len(after)) and not round_number and bool(re.match(r"\s+[a-z]", after))
        )
    return (
        not round_number
        and bool(_VERB_AFTER.match(after))
        and (bool(_SENTENCE_BEGINS.search(before)) or bool(re.search(r"[,;]\s\Z", before)))
    )


def _is_era_year(text: str, year: Expression, within: Span) -> bool:
    """*In 217, …* may be a year, *in 217 ships* is none."""
    return bool(_PAUSE.match(text, year.end, within.end))


_PAUSE = re.compile(
    r"\s*(?:[.,;:)\]–—]|\Z)|\s(?:the|he|she|they|it|and|when|a|his|her|their|with|by|in|at|to)\b|\s[^\W\d_a-z]"
)


def _are_years(text: str, years: Expression, within: Span) -> bool:
    """*1914–1918* is a span of years, *2016-2017-2018* is something else, *1200–1500 men* are a count."""
    start = max(within.start, years.start - 24)
    return not (
        _LONGER_FIGURES.search(text, start, years.start)
        or _STILL_FIGURES.match(text, years.end, within.end)
        or _NAMES_A_NUMBER.search(text, start, years.start)
        or _COUNTED.match(text, years.end, within.end)
    )


_LONGER_FIGURES = re.compile(r"\d\s?[-–/.]\s?\Z")
_STILL_FIGURES = re.compile(r"\s?[-–/.]\s?\d")


def _is_month(text: str, month: Expression, within: Span) -> bool:
    """*In October Nixon went* is a month, *the October Revolution*, *April Jones* and *that may be* are none."""
    before = text[max(within.start, month.start - 24) : month.start]
    if _LEADS_TO_MONTH.search(before):
        return True
    if _name_begins(text, month.end, within.end):
        return "which" in month.slots or bool(_BEFORE_IT & set(month.slots))
    return "which" not in month.slots or not _MODAL_AFTER.match(text, month.end, within.end)


def _is_feast(text: str, feast: Expression, within: Span) -> bool:
    """*The Easter Rising* and *Christmas Island* are names."""
    return not _name_begins(text, feast.end, within.end)


def _is_bc(text: str, year: Expression, within: Span) -> bool:
    return not _MARGIN.search(text, max(within.start, year.core - 4), year.core)


_LASTS = re.compile("[内內后後前间間里之以]")
"""What follows a number of days in Chinese, not a day."""
_MARGIN = re.compile(r"±\s*\Z")


def _is_day(text: str, day: Expression, within: Span) -> bool:
    return bool(_AFTER_DAY.match(text, day.end, within.end))


def _is_counted_from(text: str, counted: Expression, within: Span) -> bool:
    """*Two days before* is counted from the date before it, *two days before the feast* is not."""
    return counted.slots["which"].lower() not in ("before", "after", "following", "previous") or not (
        _OBJECT.match(text, counted.end, within.end)
    )


_CHECKS = {
    "so long before or after": _is_counted_from,
    "the day before or after": _is_counted_from,
    "year": _is_year,
    "year of the era told of": _is_era_year,
    "day month year under 1000": _is_era_year,
    "years": _are_years,
    "month": _is_month,
    "feast": _is_feast,
    "day alone": _is_day,
    "day with its mark": lambda text, day, within: not _LASTS.match(text, day.end),
    "year BC": _is_bc,
}
