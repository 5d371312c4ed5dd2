"""What a printed date means: what it leaves out is taken from the right place, and that place is said.

A text tells its dates in one of two ways. A *report* looks at the world from the day it was written: 'in March' is
the last March, 'on Tuesday' this week's. A *narrative* goes on from date to date: 'in March' is the March of the
year it has come to.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from ..edtf import Day, Edtf, days_in_month
from ..errors import EdtfError
from .grammar import Expression
from .lexicon import DEICTIC, FEASTS, MOVABLE_FEASTS, SEASONS, lexicon

_SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}
_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_ORDINALS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"]
_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
         "nineties": 9, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
_SHIFT = {"this": 0, "current": 0, "present": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
"""Words that point from the day the text is of."""
_SHIFT_FROM_BEFORE = {
    "that": 0, "same": 0, "that same": 0, "this same": 0, "very same": 0, "following": 1, "ensuing": 1, "next": 1,
    "very next": 1, "subsequent": 1, "after": 1, "later": 1, "previous": -1, "preceding": -1, "prior": -1, "before": -1,
    "earlier": -1,
}  # fmt: skip
"""Words that point from the date before them in the text."""
_HALVES = {"first half": "-40", "second half": "-41", "latter half": "-41"}
"""EDTF level 2: the halves of a year."""
_LEAP = 9
"""So many years at most lie from one 29 February to the next."""
_LONG_AGO, _SOON = 270, 60
"""Days."""
_ROUND = 6
"""A month so many months or more before the one that the story has come to is of the next year."""
_MODULE = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Known:
    """A date that others are counted from, and how it is called in a reader's words."""

    value: Edtf
    words: str

    @property
    def day(self) -> Day | None:
        """Its first day."""
        return self.value.earliest

    @property
    def year(self) -> int | None:
        """The year, if it can be no other."""
        first, last = self.value.earliest, self.value.latest
        return first[0] if first and last and first[0] == last[0] else None

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.day is not None and self.value.earliest == self.value.latest


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known where a date stands."""

    written: Known | None
    """The day the text is of."""
    before: Known | None
    """The date before it in the text."""
    line: Known | None
    """The date that the story has come to."""
    beside: Known | None
    """The date it is joined to: *August and September 1914*."""
    report: bool
    """Whether this passage looks back from the day it was written."""
    ahead: bool
    """Whether the sentence speaks of what is to come."""
    past: bool
    """Whether it has a verb that tells of the past."""
    order: str | None
    """How the text writes days in figures: dmy, mdy or ymd."""
    language: str


Reading = tuple[str, str]
"""EDTF, and in a few words what it rests on."""
PRINTED = "as printed"


def resolve(expression: Expression, scene: Scene) -> tuple[Edtf, str] | None:
    """The date and what it rests on; None for what is printed and is no date, or cannot be known."""
    read = READINGS[expression.rule.how](expression.slots, scene)
    if read is None:
        return None
    value, basis = read
    try:
        return Edtf(_bounded(value, expression.slots)), basis
    except EdtfError:  # 31 April: printed, but no day of any calendar
        return None


def _bounded(value: str, slots: dict[str, str]) -> str:
    if "about" in slots and "/" not in value and value[0] != "[" and value[-1] not in "~X":
        value += "~"
    if slots.get("part", "").lower() in _HALVES and re.fullmatch(r"\d{4}", value):
        value += _HALVES[slots["part"].lower()]
    if "/" in value or value[0] == "[":
        return value
    return f"{value}/.." if "onward" in slots else f"../{value}" if "until" in slots else value


def _date(slots: dict[str, str], scene: Scene) -> Reading | None:
    """Day, month, season or feast of a year, or the year alone, as much of it as is printed."""
    when = _Part.of(slots, scene)
    if when is None:
        return None
    if "era" in slots:
        figures = int(slots["year"])
        year = 1 - figures if slots["era"].upper().startswith("B") else figures
        return when.in_year(year), PRINTED
    if (printed := slots.get("year")) is not None:
        shown, basis = _printed_year(printed, scene)
        return (when.in_year(shown), basis) if shown is not None else None
    if "which" in slots:
        return _of_that(when, slots, scene)
    return _without_year(when, slots, scene)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a year: month and day, season, feast, or all of it."""

    month: int = 0
    day: int = 0
    feast: str = ""

    @classmethod
    def of(cls, slots: dict[str, str], scene: Scene) -> "_Part | None":
        if "feast" in slots:
            return cls(feast=slots["feast"].lower().replace("’", "'").replace("st. ", "st "))
        if "season" in slots:
            return cls(SEASONS[slots["season"].lower()])
        month = _month(slots["month"], scene.language) if "month" in slots else 0
        day = _ordinal(slots["day"]) if "day" in slots else 0
        if month is None or day is None or month > 12:
            return None
        return cls(month, day)

    def in_year(self, year: int) -> str:
        month, day = self._month_and_day(year)
        figures = f"{year:05}" if year < 0 else f"{year:04}"
        return figures + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")

    def begins(self, year: int) -> Day:
        month, day = self._month_and_day(year)
        return year, _SEASON_BEGINS.get(month, month) or 1, day or 1

    def exists(self, year: int) -> bool:
        month, day = self._month_and_day(year)
        return not day or day <= days_in_month(year, month)

    def open(self) -> str:
        if self.feast in MOVABLE_FEASTS:
            return "XXXX"
        month, day = self._month_and_day(2000)
        return "XXXX" + (f"-{month:02}" if 1 <= month <= 12 else "") + (f"-{day:02}" if day else "")

    def _month_and_day(self, year: int) -> tuple[int, int]:
        if self.feast in MOVABLE_FEASTS:
            if not 1 <= year <= 9999:
                return 0, 0
            moved = (easter(year) if year > 1582 else easter(year, 1)) + timedelta(MOVABLE_FEASTS[self.feast])
            return moved.month, moved.day
        return FEASTS[self.feast] if self.feast else (self.month, self.day)


def _month(printed: str, language: str) -> int | None:
    if printed.isdigit():
        return int(printed)
    return lexicon(language).months.get(printed.rstrip(".").lower())


def _ordinal(printed: str) -> int | None:
    word = printed.lower()
    if word in _ORDINALS:
        return _ORDINALS.index(word)
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else None


def _printed_year(printed: str, scene: Scene) -> tuple[int | None, str]:
    if printed.isdigit():
        return int(printed), PRINTED
    near = scene.before or scene.written
    if near is None or near.day is None:
        return None, ""
    year = near.day[0] - near.day[0] % 100 + int(printed[1:])
    if scene.written and scene.written.day and year > scene.written.day[0]:
        year -= 100
    return year, f"“{printed}”: the century of {near.words}"


def _of_that(when: _Part, slots: dict[str, str], scene: Scene) -> Reading | None:
    """*January of last year*, *that spring*, *next Easter*, *March last*."""
    word, unit = slots["which"].lower(), slots.get("unit", "")
    pointed = _pointed(word, scene)
    if pointed is None:
        return when.open(), f"“{word}”: it is not known from when"
    shift, origin = pointed
    if origin.year is None or origin.day is None:
        return None
    if unit.startswith("year"):
        return when.in_year(origin.year + shift), f"“{word} {unit}”: {_shifted(shift, 'year')} {origin.words}"
    if unit:
        return None
    basis = f"“{word}”: {origin.words}"
    here = origin.value.latest or origin.day
    years = range(origin.year - 2, origin.year + 3)
    if shift < 0:
        past = [
            year for year in years if when.begins(year) < origin.day and when.in_year(year) != origin.value
        ]
        return when.in_year(past[-1]), f"the last one before {origin.words}"
    if shift > 0:
        return when.in_year(
            next(year for year in years if when.begins(year) > here)
        ), f"the next one after {origin.words}"
    return when.in_year(origin.year), basis


def _pointed(word: str, scene: Scene) -> tuple[int, Known] | None:
    """Where a word points: so many steps from a date that is known."""
    told = None if scene.report else scene.before
    if word in _SHIFT and scene.written and (scene.report or scene.before is None):
        return _SHIFT[word], scene.written
    if word in _SHIFT_FROM_BEFORE:
        origin = scene.before or scene.written
        return (_SHIFT_FROM_BEFORE[word], origin) if origin else None
    return (_SHIFT[word], told) if told and word in ("this", "current") else None


def _shifted(shift: int, unit: str) -> str:
    return {0: f"the {unit} of", -1: f"the {unit} before", 1: f"the {unit} after"}[shift]


def _without_year(when: _Part, slots: dict[str, str], scene: Scene) -> Reading | None:
    if scene.beside and scene.beside.year is not None:
        year = scene.beside.year - (
            scene.beside.day is not None and when.begins(scene.beside.year) > scene.beside.day
        )
        return when.in_year(year), f"the year of {scene.beside.words} beside it"
    weekday = lexicon(scene.language).weekdays.get(slots.get("weekday", "").rstrip(".").lower())
    if scene.report and scene.written and scene.written.value.latest:
        return _seen_from(when, weekday, scene.written, ahead=scene.ahead, past=scene.past)
    if scene.line and scene.line.day:
        return _going_on(when, weekday, scene.line)
    if scene.written and scene.written.value.latest:
        return _seen_from(when, weekday, scene.written, ahead=scene.ahead, past=scene.past)
    return when.open(), "no year is printed, and none is known here"


def _seen_from(when: _Part, weekday: int | None, written: Known, *, ahead: bool, past: bool) -> Reading | None:
    """The last one up to the day the text is of; the next one where the sentence looks ahead."""
    day = written.value.latest or written.day
    assert day is not None
    now = day if when.day or when.feast else (*day[:2], 1)
    back = (year for year in range(day[0], day[0] - _LEAP, -1) if when.begins(year) <= day)
    on = (year for year in range(day[0], day[0] + _LEAP) if when.begins(year) >= now)
    year = next((year for year in (on if ahead else back) if when.exists(year)), None)
    if year is None:  # 30 February
        return None
    if other := _on_weekday(when, weekday, (year, year + 1, year - 1, year - 2)):
        year = other
        return when.in_year(year), f"the year nearest to {written.words} in which it is that weekday"
    if not ahead and not past and _nearer_ahead(when, year, written):
        ahead, year = True, year + 1
    side = "the next one from" if ahead else "the last one before"
    return when.in_year(year), f"{side} {written.words}"


def _nearer_ahead(when: _Part, year: int, written: Known) -> bool:
    """Whether the last one is nearly a year ago and the next one near."""
    if not written.is_day or written.day is None or not 1 < year < 9998 or not when.exists(year + 1):
        return False
    here = date(*written.day)
    return (here - date(*when.begins(year))).days >= _LONG_AGO and (date(*when.begins(year + 1)) - here).days <= _SOON


def _going_on(when: _Part, weekday: int | None, before: Known) -> Reading | None:
    """The year that the text has come to; the year after where the months have gone round."""
    day = before.day
    assert day is not None
    first = day[0] + (when.begins(day[0])[1] + _ROUND < day[1])
    year = next((year for year in range(first, first + _LEAP) if when.exists(year)), None)
    if year is None:
        return None
    if other := _on_weekday(when, weekday, (year, year + 1, year - 1)):
        return when.in_year(other), f"the year nearest to {before.words} in which it is that weekday"
    basis = "the year of {} before it" if year == day[0] else "on from {} before it"
    return when.in_year(year), basis.format(before.words)


def _on_weekday(when: _Part, weekday: int | None, years: tuple[int, ...]) -> int | None:
    """The first of the years in which the day is that weekday, if it is not the very first."""
    if weekday is None or not when.day:
        return None
    fits = next(
        (year for year in years if when.exists(year) and _weekday(when.begins(year)) == weekday), None
    )
    return None if fits == years[0] else fits


def _weekday(day: Day) -> int | None:
    return date(*day).weekday() if 1 <= day[0] <= 9999 else None


def _days(slots: dict[str, str], scene: Scene) -> Reading | None:
    first = _date(slots, scene)
    last = _date({**slots, "day": slots["day2"]}, scene)
    return _interval(first, last)


def _months(slots: dict[str, str], scene: Scene) -> Reading | None:
    last = _date({**slots, "month": slots["month2"]}, scene)
    if last is None:
        return None
    first = _date({**slots, "year": last[0][:4]} if last[0][:4].isdigit() else slots, scene)
    if first and first[0] > last[0] and last[0][:4].isdigit():  # November to February
        if "year" in slots:
            first = _date({**slots, "year": f"{int(last[0][:4]) - 1}"}, scene)
        else:
            first = _date({**slots, "year": f"{int(last[0][:4]) - 1}"}, scene)
    return _interval((first[0], last[1]) if first else None, last)


def _seasons(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _interval(_date(slots, scene), _date({**slots, "season": slots["season2"]}, scene))


def _season_over(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _date(slots, scene)


def _years(slots: dict[str, str], scene: Scene) -> Reading | None:
    first = _date(slots, scene)
    if first is None:
        return None
    if "short" in slots:
        year = int(first[0])
        last = year - year % 100 + int(slots["short"])
        return (f"{first[0]}/{last:04}", first[1]) if last > year else None
    return _interval(first, _date({**slots, "year": slots["year2"]}, scene))


def _interval(first: Reading | None, last: Reading | None) -> Reading | None:
    if first is None or last is None:
        return None
    if first[0] == last[0]:
        return first
    return (f"{first[0]}/{last[0]}", first[1]) if first[0][0] == "-" or first[0] < last[0] else None


def _year(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _date(slots, scene)


def _iso(slots: dict[str, str], scene: Scene) -> Reading:
    return slots["iso"], PRINTED


def _compact(slots: dict[str, str], scene: Scene) -> Reading:
    """ISO 8601-1:2019, 5.2.2.1: the basic format of a day."""
    return "-".join((slots["compact"][:4], slots["compact"][4:6], slots["compact"][6:])), PRINTED


def _figures(slots: dict[str, str], scene: Scene) -> Reading | None:
    """Day and month by the text's order; both where nothing says which (EDTF level 2: one of a set)."""
    printed = re.split(r"[./-]", slots["figures"])
    if len(printed[0]) == 4:
        return "-".join((printed[0], printed[1].zfill(2), printed[2].zfill(2))), PRINTED
    if len(printed[2]) not in (2, 4) or len(printed[0]) > 2:
        return None
    year, basis = _printed_year(printed[2] if len(printed[2]) == 4 else f"’{printed[2]}", scene)
    if year is None:
        return None
    a, b = int(printed[0]), int(printed[1])
    readings = {"dmy": (b, a), "mdy": (a, b)}
    if scene.order in readings:
        readings = {scene.order: readings[scene.order]}
    possible = sorted(
        {
            f"{year:04}-{m:02}-{d:02}"
            for m, d in readings.values()
            if 1 <= m <= 12 and 1 <= d <= days_in_month(year, m)
        }
    )
    if not possible:
        return None
    if len(possible) == 1:
        return possible[0], basis
    return f"[{','.join(possible)}]", "day and month may stand in either order"


def _decade(slots: dict[str, str], scene: Scene) -> Reading | None:
    if "decade" in slots:
        return f"{slots['decade'][:3]}X", PRINTED
    printed = slots["short_decade"].lower()
    ten = _TENS.get(printed) or int(re.sub(r"\D", "", printed)[0])
    near = scene.before or scene.written
    if near is None or near.day is None or near.day[0] < 100:
        return None
    century = near.day[0] // 100
    if scene.written and scene.written.day and century * 10 + ten > scene.written.day[0] // 10:
        century -= 1
    return f"{century:02}{ten}X", f"the century of {near.words}"


def _decade_of(slots: dict[str, str], scene: Scene) -> Reading | None:
    """*années 1930*, and in Chinese the decade of a century."""
    if "year" in slots:
        return (f"{slots['year'][:3]}X", PRINTED) if slots["year"].endswith("0") else None
    century, ten = int(slots["day"]), slots["short"]
    return (f"{century - 1:02}{ten[0]}X", PRINTED) if ten.endswith("0") and century <= 21 else None


def _decades(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _interval((f"{slots['decade'][:3]}X", PRINTED), (f"{slots['decade2'][:3]}X", PRINTED))


def _century(slots: dict[str, str], scene: Scene) -> Reading | None:
    number = _roman(slots["roman"]) if "roman" in slots else _ordinal(slots.get("ordinal") or slots["day"])
    if number is None or not 1 <= number <= 22:
        return None
    if slots.get("era", "").upper().startswith("B"):
        return f"-{number - 1:02}XX", PRINTED
    return f"{number - 1:02}XX", PRINTED


def _roman(printed: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[char] for char in printed if char in "IVX"]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _centuries(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _interval(_century(slots, scene), _century({"ordinal": slots["ordinal2"]}, scene))


def _quarter(slots: dict[str, str], scene: Scene) -> Reading | None:
    number = 4 if slots["ordinal"].lower() in ("last", "final") else _ordinal(slots["ordinal"])
    if number is None or not 1 <= number <= 4:
        return None
    if "year" in slots or "which" in slots:
        year = _date({key: value for key, value in slots.items() if key in ("year", "which", "unit")}, scene)
        return (f"{year[0]}-{32 + number}", year[1]) if year else None
    known = scene.written if scene.report else scene.before
    if known is None or known.day is None:
        return None
    year_, month = known.day[0], known.day[1]
    if (number - 1) * 3 + 1 > month and scene.report and not scene.ahead:
        year_ -= 1
    return f"{year_:04}-{32 + number}", f"seen from {known.words}"


def _weekday_alone(slots: dict[str, str], scene: Scene) -> Reading | None:
    wanted = lexicon(scene.language).weekdays.get(slots["weekday"].rstrip(".").lower())
    word = slots.get("which", "").lower()
    if wanted is None:
        return None
    known = scene.written if scene.report or not scene.before else scene.before
    if (
        word in ("that", "same", "following", "ensuing", "previous", "preceding")
        and scene.before
        and scene.before.is_day
    ):
        known = scene.before
    if known is None or not known.is_day or known.day is None or not 1 < known.day[0] < 9999:
        return None
    here = date(*known.day)
    back, on = (here.weekday() - wanted) % 7, (wanted - here.weekday()) % 7
    if word == "this":
        moved = here + timedelta(on)
    elif word in ("last", "past", "previous", "preceding"):
        moved = here - timedelta(back or 7)
    elif word in ("next", "coming", "following", "ensuing"):
        moved = here + timedelta(on or 7)
    elif known is scene.written and scene.report:
        moved = here + timedelta(on) if scene.ahead else here - timedelta(back)
    elif known is scene.written:
        moved = here - timedelta(back)
    else:
        moved = here + timedelta(on)
    return moved.isoformat(), f"that weekday, seen from {known.words}"


def _weekday_day(slots: dict[str, str], scene: Scene) -> Reading | None:
    """*Tuesday 25th*: the nearest month in which the day is that weekday."""
    wanted = lexicon(scene.language).weekdays.get(slots["weekday"].rstrip(".").lower())
    known = scene.written if scene.report or not scene.before else scene.before
    day = _ordinal(slots["day"])
    if known is None or known.day is None or wanted is None or day is None:
        return None
    months = _months_from(known, back=known is scene.written and not scene.ahead)
    for year, month in months:
        if day <= days_in_month(year, month) and _weekday((year, month, day)) == wanted:
            return (
                f"{year:04}-{month:02}-{day:02}",
                f"the month nearest to {known.words} in which it is that weekday",
            )
    year, month = months[0] if day >= known.day[2] or known is scene.written else months[1]
    return f"{year:04}-{month:02}-{day:02}", f"on from {known.words}; it is another weekday there"


def _months_from(known: Known, *, back: bool) -> list[tuple[int, int]]:
    """The month of the date and those next to it, the likelier first."""
    assert known.day is not None
    at = known.day[0] * 12 + known.day[1] - 1
    return [((at + step) // 12, (at + step) % 12 + 1) for step in ((0, -1, 1) if back else (0, 1, -1))]


def _day_alone(slots: dict[str, str], scene: Scene) -> Reading | None:
    day = _ordinal(slots["ordinal_day"])
    known = next(
        (each for each in (scene.written if scene.report else scene.before, scene.line) if each and each.value.count("-") >= 1),
        None,
    )
    if known is None or known.day is None or day is None:
        return None
    year, month = known.day[:2]
    if known is scene.written and day > (known.value.latest or known.day)[2] and not scene.ahead:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year:04}-{month:02}-{day:02}", f"the month of {known.words}"


def _instant(slots: dict[str, str], scene: Scene) -> Reading | None:
    known = scene.written
    day = _ordinal(slots["day"])
    if known is None or known.day is None or known.value.count("-") < 1 or day is None:
        return None
    shift = {"i": 0, "u": -1, "p": 1}[slots["month_now"][0].lower()]
    at = known.day[0] * 12 + known.day[1] - 1 + shift
    words = {0: "the month of", -1: "the month before", 1: "the month after"}[shift]
    return f"{at // 12:04}-{at % 12 + 1:02}-{day:02}", f"“{slots['month_now']}”: {words} {known.words}"


def _day_of(slots: dict[str, str], scene: Scene) -> Reading | None:
    if slots["unit"] != "month":
        return None
    month = _relative({"which": "that", **slots}, scene)
    day = _ordinal(slots["day"])
    return (f"{month[0]}-{day:02}", month[1]) if month and day else None


def _relative(slots: dict[str, str], scene: Scene) -> Reading | None:
    """*last month*, *that same year*, *the following day*, *the end of the year*."""
    word, unit = slots.get("which", "that").lower(), slots["unit"].lower().rstrip("s")
    pointed = _pointed(word, scene)
    if "which" not in slots and scene.report and scene.written:
        pointed = 0, scene.written
    if pointed is None or slots["unit"].lower().endswith("s"):
        return None
    shift, origin = pointed
    value = _moved(origin, unit, shift)
    return (value, f"“{word} {unit}”: {_shifted(shift, unit)} {origin.words}") if value else None


def _last_week(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _relative({"which": "last", "unit": "week"}, scene)


def _moved(origin: Known, unit: str, shift: int) -> str | None:
    """So many days, weeks, months or years on from a date, as exact as both allow."""
    start, end = origin.value.earliest, origin.value.latest
    if start is None or end is None:
        return None
    if unit == "year":
        base = end[0] if shift > 0 else start[0]
        return f"{base + shift:04}" if 0 < base + shift < 9999 else None
    if unit == "month":
        if start[:2] != end[:2]:
            return None
        at = start[0] * 12 + start[1] - 1 + shift
        return f"{at // 12:04}-{at % 12 + 1:02}"
    if start != end or not 1 < start[0] < 9999:
        return None
    here = date(*start)
    if unit == "day":
        return (here + timedelta(shift)).isoformat()
    monday = here - timedelta(here.weekday()) + timedelta(_MODULE.get(unit, 7) * shift)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _counted(slots: dict[str, str]) -> int | None:
    word = slots["count"].lower()
    if word.isdigit():
        return int(word)
    return 1 if word in ("a", "an") else _NUMBERS.index(word) if word in _NUMBERS else _TENS.get(word)


def _ago(slots: dict[str, str], scene: Scene) -> Reading | None:
    return _counted_from(slots, scene.written, -1) if scene.report else None


def _same_ago(slots: dict[str, str], scene: Scene) -> Reading | None:
    """*the same month a year ago*: of the month told of, not of the day of writing."""
    origin = scene.before or scene.written
    if origin is None or not scene.report:
        return None
    here = _moved(origin, slots["unit"].lower(), 0)
    if here is None or not slots["unit2"].lower().startswith("year") or "/" in here:
        return None
    return f"{int(here[:4]) - (_counted(slots) or 0):04}{here[4:]}", f"counted from {origin.words}"


def _after(slots: dict[str, str], scene: Scene) -> Reading | None:
    word = slots["which"].lower()
    back = word in ("earlier", "before", "previously")
    if word == "on" or (word in ("before", "after", "following") and not scene.before):
        return None
    return _counted_from(
        slots, scene.before if not (scene.report and not scene.before) else scene.written, -1 if back else 1
    )


def _counted_from(slots: dict[str, str], origin: Known | None, sign: int) -> Reading | None:
    number, unit = _counted(slots), slots["unit"].lower().rstrip("s")
    if origin is None or number is None:
        return None
    if unit in ("week", "fortnight"):
        if not origin.is_day or origin.day is None:
            return None
        moved = date(*origin.day) + timedelta(sign * number * _MODULE[unit])
        value: str | None = f"{moved.isoformat()}~"
    else:
        value = _moved(origin, unit, sign * number)
    return (value, f"counted from {origin.words}") if value else None


def _deictic(slots: dict[str, str], scene: Scene) -> Reading | None:
    known = scene.written
    if not scene.report or known is None or not known.is_day or known.day is None:
        return None
    shift = DEICTIC[slots["deictic"].lower().replace("’", "'")]
    return (date(*known.day) + timedelta(shift)).isoformat(), f"seen from {known.words}"


READINGS: dict[str, Callable[[dict[str, str], Scene], Reading | None]] = {
    "iso": _iso, "compact": _compact, "last_week": _last_week, "figures": _figures, "date": _date, "days": _days, "months": _months, "years": _years,
    "seasons": _seasons, "season_over": _season_over, "year": _year, "decade": _decade, "decade_of": _decade_of, "decades": _decades,
    "century": _century, "centuries": _centuries, "quarter": _quarter, "weekday": _weekday_alone,
    "weekday_day": _weekday_day, "day_alone": _day_alone, "instant": _instant, "day_of": _day_of,
    "relative": _relative, "ago": _ago, "same_ago": _same_ago, "after": _after, "deictic": _deictic,
}  # fmt: skip
