"""A day, month, season or feast, and the year that it is of."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from ..edtf import Day, days_in_month
from .lexicon import BEFORE_CHRIST, FEASTS, MOVABLE_FEASTS, SEASONS, lexicon
from .number_words import ordinal
from .pointing import pointed, shifted, weekday_of
from .scene import PRINTED, Known, Reading, Scene, Slots

_SEASON_BEGINS = {21: 3, 22: 6, 23: 9, 24: 12}
LEAP = 9
"""So many years at most lie from one 29 February to the next."""
_LONG_AGO, _SOON = 270, 60
"""Days."""
_ROUND = 3
"""A month so many months or more before the one that the story has come to is of the next year."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year: month and day, season, feast, or all of it."""

    month: int = 0
    day: int = 0
    feast: str = ""

    @classmethod
    def of(cls, slots: Slots, scene: Scene) -> "Part | None":
        if "feast" in slots:
            return cls(feast=slots["feast"].lower().replace("’", "'").replace("st. ", "st "))
        if "season" in slots:
            return cls(SEASONS[slots["season"].lower()])
        month = _month(slots["month"], scene.language) if "month" in slots else 0
        day = ordinal(slots["day"]) if "day" in slots else 0
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

    def open(self) -> str | None:
        """With its year left open; None for a day that no year has."""
        if self.feast in MOVABLE_FEASTS:
            return "XXXX"
        month, day = self._month_and_day(2000)
        if not self.exists(2000):
            return None
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


def printed_year(printed: str, scene: Scene) -> tuple[int | None, str]:
    if printed.isdigit():
        return int(printed), PRINTED
    near = scene.before or scene.written
    if near is None or near.day is None:
        return None, ""
    year = near.day[0] - near.day[0] % 100 + int(printed[1:])
    if scene.written and scene.written.day and year > scene.written.day[0]:
        year -= 100
    return year, f"“{printed}”: the century of {near.words}"


def is_before_christ(era: str) -> bool:
    """Whether the words count years backwards."""
    return era.lower().startswith(BEFORE_CHRIST)


def _left_open(when: Part, why: str) -> Reading | None:
    value = when.open()
    return (value, why) if value else None


def date_of(slots: Slots, scene: Scene) -> Reading | None:
    """Day, month, season or feast of a year, or the year alone, as much of it as is printed."""
    when = Part.of(slots, scene)
    if when is None:
        return None
    if "era" in slots:
        figures = int(slots["year"])
        year = 1 - figures if is_before_christ(slots["era"]) else figures
        return when.in_year(year), PRINTED
    if (printed := slots.get("year")) is not None:
        shown, basis = printed_year(printed, scene)
        return (when.in_year(shown), basis) if shown is not None else None
    if "year_now" in slots:
        return _of_year_now(when, slots["year_now"], scene)
    if "which" in slots:
        return _of_that(when, slots, scene)
    return _without_year(when, slots, scene)


_YEARS_NOW = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
"""Chinese words for a year counted from the date before."""
_YEARS_OF_WRITING = {"去年": -1, "今年": 0, "明年": 1}
"""And from the day of writing."""


def _of_year_now(when: Part, word: str, scene: Scene) -> Reading | None:
    known = scene.written if word in _YEARS_OF_WRITING else scene.before
    if known is None or known.year is None:
        return None
    year = known.year + (_YEARS_NOW | _YEARS_OF_WRITING)[word]
    return when.in_year(year), f"“{word}”, seen from {known.words}"


def dual(slots: Slots, scene: Scene) -> Reading | None:
    """*11 February 1731/2*: the year began in March then, and the later one is ours."""
    year = int(slots["year"]) + 1
    if year % 10 != int(slots["dual"]):
        return None
    return date_of({**slots, "year": f"{year}"}, scene)


def era_year(slots: Slots, scene: Scene) -> Reading | None:
    """*In 217*, where the text tells of years before Christ."""
    known, figures = scene.before, int(slots["year"])
    if known is None or known.day is None or known.day[0] > 0 or not 1 <= figures <= 999:
        return None
    return f"{1 - figures:05}" if figures > 1 else "0000", f"before Christ, as {known.words}"


def _of_that(when: Part, slots: Slots, scene: Scene) -> Reading | None:
    """*January of last year*, *that spring*, *next Easter*, *March last*."""
    word, unit = slots["which"].lower(), slots.get("unit", "")
    known = pointed(word, scene)
    if known is None:
        return _left_open(when, f"“{word}”: it is not known from when")
    shift, origin = known
    if origin.year is None or origin.day is None:
        return None
    if unit.startswith("year"):
        return when.in_year(origin.year + shift), f"“{word} {unit}”: {shifted(shift, 'year')} {origin.words}"
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


def _without_year(when: Part, slots: Slots, scene: Scene) -> Reading | None:
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
    return _left_open(when, "no year is printed, and none is known here")


def _seen_from(when: Part, weekday: int | None, written: Known, *, ahead: bool, past: bool) -> Reading | None:
    """The last one up to the day the text is of; the next one where the sentence looks ahead."""
    day = written.value.latest or written.day
    assert day is not None
    now = day if when.day or when.feast else (*day[:2], 1)
    back = (year for year in range(day[0], day[0] - LEAP, -1) if when.begins(year) <= day)
    on = (year for year in range(day[0], day[0] + LEAP) if when.begins(year) >= now)
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


def _nearer_ahead(when: Part, year: int, written: Known) -> bool:
    """Whether the last one is nearly a year ago and the next one near."""
    if not written.is_day or written.day is None or not 1 < year < 9998 or not when.exists(year + 1):
        return False
    here = date(*written.day)
    return (here - date(*when.begins(year))).days >= _LONG_AGO and (
        date(*when.begins(year + 1)) - here
    ).days <= _SOON


def _going_on(when: Part, weekday: int | None, before: Known) -> Reading | None:
    """The year that the text has come to; the year after where the months have gone round."""
    day = before.day
    assert day is not None
    month = 1 if before.value.endswith("-24") else day[1]  # a winter goes over into the next year
    first = day[0] + (when.begins(day[0])[1] + _ROUND < month)
    year = next((year for year in range(first, first + LEAP) if when.exists(year)), None)
    if year is None:
        return None
    if other := _on_weekday(when, weekday, (year, year + 1, year - 1, year + 2, year - 2)):
        return when.in_year(other), f"the year nearest to {before.words} in which it is that weekday"
    basis = "the year of {} before it" if year == day[0] else "on from {} before it"
    return when.in_year(year), basis.format(before.words)


def _on_weekday(when: Part, weekday: int | None, years: tuple[int, ...]) -> int | None:
    """The first of the years in which the day is that weekday, if it is not the very first."""
    if weekday is None or not when.day:
        return None
    fits = next(
        (year for year in years if when.exists(year) and weekday_of(when.begins(year)) == weekday), None
    )
    return None if fits == years[0] else fits
