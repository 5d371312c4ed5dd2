"""What a printed date means: what it leaves out is taken from the right place, and that place is said.

A text tells its dates in one of two ways. A *report* looks at the world from the day it was written: 'in March' is
the last March, 'on Tuesday' this week's. A *narrative* goes on from date to date: 'in March' is the March of the
year it has come to. Which of the two a passage is, `telling` says.
"""

import re
from collections.abc import Callable

from ..edtf import Edtf
from ..errors import EdtfError
from . import pointing, stretches
from .grammar import Expression
from .scene import Reading, Scene, Slots
from .year_parts import date_of, dual, era_year

READINGS: dict[str, Callable[[Slots, Scene], Reading | None]] = {
    "date": date_of, "dual": dual, "era_year": era_year,
    "iso": stretches.iso, "compact": stretches.compact, "figures": stretches.figures, "days": stretches.days,
    "months": stretches.months, "seasons": stretches.seasons, "years": stretches.years, "decade": stretches.decade,
    "decade_of": stretches.decade_of, "decades": stretches.decades, "century": stretches.century,
    "centuries": stretches.centuries, "quarter": stretches.quarter,
    "weekday": pointing.weekday_alone, "weekday_day": pointing.weekday_day, "day_alone": pointing.day_alone,
    "instant": pointing.instant, "day_of": pointing.day_of, "relative": pointing.relative,
    "last_week": pointing.last_week, "ago": pointing.ago, "same_ago": pointing.same_ago, "after": pointing.after,
    "deictic": pointing.deictic,
}  # fmt: skip
"""How a rule is read, by `Rule.how`."""
_SPAN = re.compile(r"-?\d{4}(-\d\d){0,2}/-?\d{4}(-\d\d){0,2}")
_HALVES = {"first half": "-40", "second half": "-41", "latter half": "-41"}
"""EDTF level 2: the halves of a year."""


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


def _bounded(value: str, slots: Slots) -> str:
    """With what stands before the date: *about* 1890, *before* 1911, *since* 1949, the *first half of* 1918."""
    if slots.get("part_of", "").lower() in _HALVES and re.fullmatch(r"\d{4}", value):
        value += _HALVES[slots["part_of"].lower()]
    if "about" in slots and "/" not in value and value[0] != "[" and value[-1] not in "~X":
        value += "~"
    if "about" in slots and _SPAN.fullmatch(value):
        value = value.replace("/", "~/") + "~"
    if "/" in value or value[0] == "[":
        return value
    return f"{value}/.." if "onward" in slots else f"../{value}" if "until" in slots else value
