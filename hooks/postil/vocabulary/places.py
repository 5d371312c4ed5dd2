"""Where something is said to be: the words of a text that name a place, as printed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..model import Span
from .gazetteer import Place, Standing, abbreviated, find_name, in_calendar, is_initials, kinds, usual_kinds

_CAPITAL = r"(?:(?![a-zß-öø-ÿа-я])[^\W\d_])"
_WORD = rf"(?:(?:St|Mt|Ft)\.|(?:[A-Z]\.){{2,4}}+|{_CAPITAL}[\w’'-]{{0,40}}+)"
_PARTICLE = r"(?:de|del|la|da|do|di|al|el|of|the|am|an der|sur|and)"
_RUN = re.compile(rf"{_WORD}(?:\s++(?:{_PARTICLE}\s++){{0,2}}{_WORD}){{0,7}}+")
_NAME_END = re.compile(r"(?<=[\w.])(?![\w.]|[’'-]\w)|(?=[’']s(?!\w))")
_DIRECTION = r"(?:(?:north|south|east|west|cent(?:er|re|ral))[\w-]{0,20}+\s++)"
_LED = re.compile(
    r"(?<![\w-])(?P<word>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Tt]hroughout|[Aa]cross|[Oo]ff|of|de"
    r"|[Bb]ei|[Dd]ans|[Ee]n|[ÀàВв]|[Aa]ux?|[Вв]о)\s++(?P<the>the\s++)?"
    rf"(?:{_DIRECTION}|downtown\s++){{0,2}}+(?={_CAPITAL})"
)
"""What leads to a place; 'of' and 'de' only to one that cannot be anything else, for much is of a place and not there."""
_WEAK = {"of", "de"}
_OPENING = re.compile(rf"(?:\A|(?<=\n)|(?<=[.,:;!?–—(]\s))(?={_CAPITAL})")
_BEFORE_COMMA = re.compile(rf"(?<![\w.’'-]){_WORD}(?:\s{_WORD}){{0,3}}+(?=,\s{{1,9}}+{_CAPITAL})")
_JOINT = re.compile(rf",\s++{_DIRECTION}?+|\s?(?P<bracket>\()")
_SHORT_STATE = re.compile(r"(?:[A-Z]\.){2}|[A-Z]{2}(?![\w.])|[A-Z][a-z]{2,7}\.")
_POSSESSIVE = re.compile(r"[’']s(?!\w)\s*+")
_NEXT_WORDS = re.compile(r"\s++(?P<words>\w{1,25}+(?:\s\w{1,25}+){0,2})")
_ARTICLE = re.compile(r"\s++(?:the|an?|his|her|its|their|this|that|to)(?!\w)")
_DAY = re.compile(
    rf",?\s*+[(\[]?(?:(?:on|in|am|im|le|el|den|du)\s++)?(?:{_CAPITAL}\w{{0,20}}+[.,]{{0,2}}\s++){{0,2}}+\d"
)
_BARE_YEAR = re.compile(r",?\s*+[(\[]?\d{3,4}(?!\d)")
_DASH = re.compile(r"\s*+(?::|—|[–-]{1,2}\s)")
_LEDGE = re.compile(r"\s*+(?:[,.;:)\]]|\Z|(?:on|in|during|at|as|after|before)\s)")

_HAN_LED = re.compile(r"(?:[在于於]|新华社)(?=[\u4e00-\u9fff]{2})")
_HAN_PART = re.compile(
    r"(?:(?![的一这那个在是有和与])[\u4e00-\u9fff]){1,5}?(?:自治州|市|县|縣|区|區|州|镇|村)"
)
_HAN_LONGEST = 12


class _Found(NamedTuple):
    """A place in the text: its words, what they can stand for, and what else is known of it."""

    span: Span
    place: Place
    chained: bool = False
    """Whether the region it lies in is part of it."""
    whole: bool = True
    """Whether it is all of a name, not the beginning of another one."""

    @property
    def exactness(self) -> int:
        """How well it says where: a city or a place in its region, an area, a name in another name."""
        if not self.whole:
            return 1
        return 3 if self.chained or not self.place.is_area else 2

    @property
    def is_certain(self) -> bool:
        return self.chained or self.place.standing is Standing.WHATEVER_FOLLOWS


def find_place(text: str, within: Span) -> Span | None:
    """The words of the span that say where it happened, with the region that follows; None if none do.

    A place that a day follows wins over others, a city over a country, the last over those before it. Only what
    a word of place leads to counts, or what stands alone before its region or a day.
    """
    for candidates in (_led, _led_in_chinese, _opening, _before_its_region):
        found = list(candidates(text, within))
        if found:
            return max(found, key=lambda each: _weight(text, each, within.end)).span
    return None


def _weight(text: str, found: _Found, limit: int) -> tuple[bool, int, int]:
    return _DAY.match(text, found.span.end, limit) is not None, found.exactness, found.span.start


def _led(text: str, within: Span) -> Iterator[_Found]:
    for match in _LED.finditer(text, within.start, within.end):
        found = _read(text, match.end(), within.end)
        if match["word"] in _WEAK:
            if found and found.is_certain and not found.place.is_area:
                yield found._replace(whole=False)
        elif found:
            if _suits(text, found, match["the"] is not None, within.end):
                yield found
        elif not match["the"] and (made := _unknown(text, match, within.end)):
            yield made


def _suits(text: str, found: _Found, article: bool, limit: int) -> bool:
    """Whether it is the place that a word leads to, with an article or without: areas have one, cities do not."""
    name = found.span.of(text)
    if article:
        return found.whole and (found.chained or found.place.is_area)
    return not is_initials(name) or _LEDGE.match(text, found.span.end, limit) is not None


def _opening(text: str, within: Span) -> Iterator[_Found]:
    """A place before a day, a dash or a colon where a sentence or a part of one begins.

    Before a bare year a name may be a person's; so may it before a dash.
    """
    for match in _OPENING.finditer(text, within.start, within.end):
        found = _read(text, match.end(), within.end)
        if found and found.whole:
            end = found.span.end
            dated = _DAY.match(text, end, within.end) is not None
            to_the_day = dated and not _BARE_YEAR.match(text, end, within.end)
            if to_the_day or (found.is_certain and (dated or _DASH.match(text, end, within.end))):
                yield found


def _before_its_region(text: str, within: Span) -> Iterator[_Found]:
    past = within.start
    for match in _BEFORE_COMMA.finditer(text, within.start, within.end):
        found = _read(text, match.start(), within.end) if match.start() >= past else None
        if found and found.chained:
            past = found.span.end
            yield found


def _read(text: str, start: int, limit: int) -> _Found | None:
    """The longest place that begins here, the regions it lies in included."""
    for end in _name_ends(text, start, limit):
        place = find_name(text[start:end])
        if place is None:
            continue
        end, chained = _past_regions(text, _past_kind(text, end, limit), limit, place)
        found = _Found(Span(start, end), place, chained, whole=chained or not _goes_on(text, end, limit))
        if chained or _stands(text, found, limit):
            return found
    return None


def _unknown(text: str, lead: re.Match[str], limit: int) -> _Found | None:
    """A name nobody knows, made a place by the word for its kind or by a country after it."""
    start = lead.end()
    end = next(_name_ends(text, start, limit), start)
    if end == start or any(in_calendar(word) for word in text[start:end].split()):
        return None
    past = _past_kind(text, end, limit, usual_kinds())
    if past > end or lead["word"].islower():
        joint = _JOINT.match(text, past, limit)
        area = _read(text, joint.end(), limit) if joint and not joint["bracket"] else None
        if area and area.whole and area.place.is_area and _LEDGE.match(text, area.span.end, limit):
            return _Found(Span(start, area.span.end), area.place, chained=True)
    return _Found(Span(start, past), _SOMEWHERE) if past > end else None


_SOMEWHERE = Place(Standing.AFTER_A_PREPOSITION, True, frozenset(), frozenset())


def _name_ends(text: str, start: int, limit: int) -> Iterator[int]:
    """Where a name that begins here can end, the last place first."""
    run = _RUN.match(text, start, limit)
    ends = [match.start() for match in _NAME_END.finditer(text, start + 1, run.end())] if run else []
    return reversed(ends)


def _past_regions(text: str, end: int, limit: int, place: Place) -> tuple[int, bool]:
    """Where the regions after a place end that it lies in, and whether there are any."""
    chained = False
    for _ in range(3):
        joint = _JOINT.match(text, end, limit)
        region = _region(text, joint.end(), limit, place) if joint else None
        if joint is None or region is None:
            break
        past, place = region
        if joint["bracket"]:
            return (past + 1, True) if text[past : past + 1] == ")" and past < limit else (end, chained)
        end, chained = past, True
    return end, chained


def _region(text: str, start: int, limit: int, inner: Place) -> tuple[int, Place] | None:
    """Where a region ends that begins here and that the place lies in, and what it is in turn."""
    short = _SHORT_STATE.match(text, start, limit)
    if short and abbreviated(short[0], inner.within):
        return short.end(), inner
    for end in _name_ends(text, start, limit):
        area = find_name(text[start:end])
        if area is None or not inner.lies_in(area):
            continue
        if possessive := _POSSESSIVE.match(text, end, limit):
            pasts = ((at, _past_kind(text, at, limit)) for at in _name_ends(text, possessive.end(), limit))
            return next(((past, area) for at, past in pasts if past > at), None)
        past = _past_kind(text, end, limit)
        return None if _goes_on(text, past, limit) else (past, area)
    return None


def _stands(text: str, found: _Found, limit: int) -> bool:
    """Whether the name is a place though nothing says in which region."""
    standing, end = found.place.standing, found.span.end
    if standing is Standing.WHATEVER_FOLLOWS:
        return found.whole or not found.place.is_area
    if standing is Standing.BESIDE_ITS_REGION or not found.whole:
        return False
    return not (
        _POSSESSIVE.match(text, end, limit)
        or _ARTICLE.match(text, end, limit)
        or found.span.of(text).lower() in _small_words(text)
    )


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Whether a capital follows that begins no date: then the name is the beginning of a longer one."""
    following = _NEXT_WORDS.match(text, end, limit)
    word = following["words"].split()[0] if following else ""
    return word[:1].isupper() and not in_calendar(word)


def _past_kind(text: str, end: int, limit: int, known: frozenset[str] | None = None) -> int:
    """Where the word for a place's kind ends ('province', 'Autonomous Region'), or ``end`` where none follows."""
    following = _NEXT_WORDS.match(text, end, limit)
    words = following["words"].split() if following else []
    for count in range(len(words), 0, -1):
        kind = " ".join(words[:count])
        if kind.lower() in (kinds() if known is None else known):
            return following.start("words") + len(kind) if following else end
    return end


@lru_cache(maxsize=4)
def _small_words(text: str) -> frozenset[str]:
    """The words that the text has in small letters: one of them is no name where it has a capital."""
    return frozenset(filter(str.islower, text.split()))


def _led_in_chinese(text: str, within: Span) -> Iterator[_Found]:
    """Names without a space between them: 在湖北省武汉市."""
    for match in _HAN_LED.finditer(text, within.start, within.end):
        start = match.end()
        ends = range(min(start + _HAN_LONGEST, within.end), start + 1, -1)
        known = ((end, place) for end in ends if (place := find_name(text[start:end])) and place.standing)
        end, place = next(known, (start, None))
        if place:
            yield _Found(Span(start, _past_parts(text, end, within.end)), place)


def _past_parts(text: str, end: int, limit: int) -> int:
    """Where the parts of a Chinese place end that follow its province or city: 省, 市, 县, 区 …"""
    if text[end : end + 1] in set("省市县縣区區州") and end < limit:
        end += 1
    while part := _HAN_PART.match(text, end, limit):
        end = part.end()
    return end
