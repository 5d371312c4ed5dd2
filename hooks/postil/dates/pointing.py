"""Dates that are told by pointing: from the day of writing (*last month*) or from the date before (*the next day*)."""

from datetime import date, timedelta

from ..edtf import Day, days_in_month
from .lexicon import DEICTIC, lexicon
from .number_words import counted, ordinal
from .scene import Known, Reading, Scene, Slots

_SHIFT = {"this": 0, "current": 0, "present": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
"""Words that point from the day the text is of."""
_SHIFT_FROM_BEFORE = {
    "that": 0, "same": 0, "that same": 0, "this same": 0, "very same": 0, "following": 1, "ensuing": 1, "next": 1,
    "very next": 1, "subsequent": 1, "after": 1, "later": 1, "previous": -1, "preceding": -1, "prior": -1, "before": -1,
    "earlier": -1,
}  # fmt: skip
"""Words that point from the date before them in the text."""
_MODULE = {"day": 1, "week": 7, "fortnight": 14}


def pointed(word: str, scene: Scene) -> tuple[int, Known] | None:
    """Where a word points: so many steps from a date that is known."""
    told = None if scene.report else scene.before
    if word in _SHIFT and scene.written and (scene.report or scene.before is None):
        return _SHIFT[word], scene.written
    if word in _SHIFT_FROM_BEFORE:
        origin = scene.before or scene.written
        return (_SHIFT_FROM_BEFORE[word], origin) if origin else None
    return (_SHIFT[word], told) if told and word in ("this", "current") else None


def shifted(shift: int, unit: str) -> str:
    return {0: f"the {unit} of", -1: f"the {unit} before", 1: f"the {unit} after"}[shift]


def relative(slots: Slots, scene: Scene) -> Reading | None:
    """*last month*, *that same year*, *the following day*, *the end of the year*."""
    word, unit = slots.get("which", "that").lower(), slots["unit"].lower().rstrip("s")
    known = pointed(word, scene)
    if "which" not in slots and scene.report and scene.written:
        known = 0, scene.written
    if known is None or slots["unit"].lower().endswith("s"):
        return None
    shift, origin = known
    value = moved(origin, unit, shift)
    return (value, f"“{word} {unit}”: {shifted(shift, unit)} {origin.words}") if value else None


def last_week(slots: Slots, scene: Scene) -> Reading | None:
    return relative({"which": "last", "unit": "week"}, scene)


def moved(origin: Known, unit: str, shift: int) -> str | None:
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
        if not 12 <= at < 120_000:
            return None
        return f"{at // 12:04}-{at % 12 + 1:02}"
    if start != end:
        return None
    if unit == "day":
        here = days_on(start, shift)
        return here.isoformat() if here else None
    weekday = weekday_of(start)
    monday = None if weekday is None else days_on(start, _MODULE.get(unit, 7) * shift - weekday)
    sunday = days_on((monday.year, monday.month, monday.day), 6) if monday else None
    return f"{monday.isoformat()}/{sunday.isoformat()}" if monday and sunday else None


def ago(slots: Slots, scene: Scene) -> Reading | None:
    return _counted_from(slots, scene.written, -1) if scene.report else None


def same_ago(slots: Slots, scene: Scene) -> Reading | None:
    """*the same month a year ago*: of the month told of, not of the day of writing."""
    origin = scene.before or scene.written
    if origin is None or not scene.report:
        return None
    here = moved(origin, slots["unit"].lower(), 0)
    if here is None or not slots["unit2"].lower().startswith("year") or "/" in here:
        return None
    return f"{int(here[:4]) - (counted(slots) or 0):04}{here[4:]}", f"counted from {origin.words}"


def after(slots: Slots, scene: Scene) -> Reading | None:
    word = slots["which"].lower()
    back = word in ("earlier", "before", "previously")
    if word == "on" or (word in ("before", "after", "following") and not scene.before):
        return None
    return _counted_from(
        slots, scene.before if not (scene.report and not scene.before) else scene.written, -1 if back else 1
    )


def _counted_from(slots: Slots, origin: Known | None, sign: int) -> Reading | None:
    number, unit = counted(slots), slots["unit"].lower().rstrip("s")
    if origin is None or number is None:
        return None
    if unit in ("week", "fortnight"):
        if not origin.is_day or origin.day is None:
            return None
        day = days_on(origin.day, sign * number * _MODULE[unit])
        value = f"{day.isoformat()}~" if day else None
    else:
        value = moved(origin, unit, sign * number)
    return (value, f"counted from {origin.words}") if value else None


def days_on(day: Day, shift: int) -> date | None:
    """The day so many days on; None where it lies beyond the years 1 to 9999."""
    try:
        return date(*day) + timedelta(shift)
    except (ValueError, OverflowError):
        return None


def deictic(slots: Slots, scene: Scene) -> Reading | None:
    known = scene.written
    if not scene.report or known is None or not known.is_day or known.day is None:
        return None
    shift = DEICTIC[slots["deictic"].lower().replace("’", "'")]
    day = days_on(known.day, shift)
    return (day.isoformat(), f"seen from {known.words}") if day else None


def weekday_alone(slots: Slots, scene: Scene) -> Reading | None:
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
        day = here + timedelta(on)
    elif word in ("last", "past", "previous", "preceding"):
        day = here - timedelta(back or 7)
    elif word in ("next", "coming", "following", "ensuing"):
        day = here + timedelta(on or 7)
    elif known is scene.written and scene.report:
        day = here + timedelta(on) if scene.ahead else here - timedelta(back)
    elif known is scene.written:
        day = here - timedelta(back)
    else:
        day = here + timedelta(on)
    return day.isoformat(), f"that weekday, seen from {known.words}"


def weekday_day(slots: Slots, scene: Scene) -> Reading | None:
    """*Tuesday 25th*: the nearest month in which the day is that weekday."""
    wanted = lexicon(scene.language).weekdays.get(slots["weekday"].rstrip(".").lower())
    known = scene.written if scene.report or not scene.before else scene.before
    day = ordinal(slots["day"])
    if known is None or known.day is None or wanted is None or day is None:
        return None
    months = _months_from(known, back=known is scene.written and not scene.ahead)
    for year, month in months:
        if day <= days_in_month(year, month) and weekday_of((year, month, day)) == wanted:
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


def weekday_of(day: Day) -> int | None:
    return date(*day).weekday() if 1 <= day[0] <= 9999 else None


def day_alone(slots: Slots, scene: Scene) -> Reading | None:
    day = ordinal(slots["ordinal_day"])
    known = next(
        (
            each
            for each in (scene.written if scene.report else scene.before, scene.line)
            if each and each.value.count("-") >= 1
        ),
        None,
    )
    if known is None or known.day is None or day is None:
        return None
    year, month = known.day[:2]
    if known is scene.written and day > (known.value.latest or known.day)[2] and not scene.ahead:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year:04}-{month:02}-{day:02}", f"the month of {known.words}"


def instant(slots: Slots, scene: Scene) -> Reading | None:
    known = scene.written
    day = ordinal(slots["day"])
    if known is None or known.day is None or known.value.count("-") < 1 or day is None:
        return None
    shift = {"i": 0, "u": -1, "p": 1}[slots["month_now"][0].lower()]
    at = known.day[0] * 12 + known.day[1] - 1 + shift
    words = {0: "the month of", -1: "the month before", 1: "the month after"}[shift]
    return f"{at // 12:04}-{at % 12 + 1:02}-{day:02}", f"“{slots['month_now']}”: {words} {known.words}"


def day_of(slots: Slots, scene: Scene) -> Reading | None:
    if slots["unit"] != "month":
        return None
    month = relative({"which": "that", **slots}, scene)
    day = ordinal(slots["day"])
    return (f"{month[0]}-{day:02}", month[1]) if month and day else None
