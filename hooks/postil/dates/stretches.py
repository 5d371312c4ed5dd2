"""Stretches of time: days of a month, years, decades, centuries, quarters; and days in figures."""

import re

from ..edtf import days_in_month
from .number_words import TENS, ordinal, roman
from .scene import PRINTED, Reading, Scene, Slots
from .year_parts import date_of, is_before_christ, printed_year


def days(slots: Slots, scene: Scene) -> Reading | None:
    first = date_of(slots, scene)
    last = date_of({**slots, "day": slots["day2"]}, scene)
    return _interval(first, last)


def months(slots: Slots, scene: Scene) -> Reading | None:
    last = date_of({**slots, "month": slots["month2"]}, scene)
    if last is None:
        return None
    first = date_of({**slots, "year": last[0][:4]} if last[0][:4].isdigit() else slots, scene)
    if first and first[0] > last[0] and last[0][:4].isdigit():  # November to February
        first = date_of({**slots, "year": f"{int(last[0][:4]) - 1}"}, scene)
    return _interval((first[0], last[1]) if first else None, last)


def seasons(slots: Slots, scene: Scene) -> Reading | None:
    return _interval(date_of(slots, scene), date_of({**slots, "season": slots["season2"]}, scene))


def years(slots: Slots, scene: Scene) -> Reading | None:
    first = date_of(slots, scene)
    if first is None:
        return None
    if "short" in slots:
        year = int(first[0])
        last = year - year % 100 + int(slots["short"])
        return (f"{first[0]}/{last:04}", first[1]) if last > year else None
    return _interval(first, date_of({**slots, "year": slots["year2"]}, scene))


def _interval(first: Reading | None, last: Reading | None) -> Reading | None:
    if first is None or last is None:
        return None
    if first[0] == last[0]:
        return first
    return (f"{first[0]}/{last[0]}", first[1]) if first[0][0] == "-" or first[0] < last[0] else None


def iso(slots: Slots, scene: Scene) -> Reading:
    return slots["iso"], PRINTED


def compact(slots: Slots, scene: Scene) -> Reading:
    """ISO 8601-1:2019, 5.2.2.1: the basic format of a day."""
    return "-".join((slots["compact"][:4], slots["compact"][4:6], slots["compact"][6:])), PRINTED


def figures(slots: Slots, scene: Scene) -> Reading | None:
    """Day and month by the text's order; both where nothing says which (EDTF level 2: one of a set)."""
    printed = re.split(r"[./-]", slots["figures"])
    if len(printed[0]) == 4:
        return "-".join((printed[0], printed[1].zfill(2), printed[2].zfill(2))), PRINTED
    if len(printed[2]) not in (2, 4) or len(printed[0]) > 2:
        return None
    order = scene.order
    if order == "ymd" and len(printed[2]) == 2:  # 20/4/13
        printed, order = [*printed[1:], printed[0]], "mdy"
    year, basis = printed_year(printed[2] if len(printed[2]) == 4 else f"’{printed[2]}", scene)
    if year is None:
        return None
    a, b = int(printed[0]), int(printed[1])
    readings = {"dmy": (b, a), "mdy": (a, b)}
    if order in readings:
        readings = {order: readings[order]}
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


def decade(slots: Slots, scene: Scene) -> Reading | None:
    if "decade" in slots:
        return f"{slots['decade'][:3]}X", PRINTED
    printed = slots["short_decade"].lower()
    ten = TENS.get(printed) or int(re.sub(r"\D", "", printed)[0])
    near = scene.before or scene.written
    if near is None or near.day is None or near.day[0] < 100:
        return None
    century = near.day[0] // 100
    if scene.written and scene.written.day and century * 10 + ten > scene.written.day[0] // 10:
        century -= 1
    return f"{century:02}{ten}X", f"the century of {near.words}"


def decade_of(slots: Slots, scene: Scene) -> Reading | None:
    """*années 1930*, and in Chinese the decade of a century."""
    if "year" in slots:
        return (f"{slots['year'][:3]}X", PRINTED) if slots["year"].endswith("0") else None
    century, ten = int(slots["day"]), slots["short"]
    return (f"{century - 1:02}{ten[0]}X", PRINTED) if ten.endswith("0") and century <= 21 else None


def decades(slots: Slots, scene: Scene) -> Reading | None:
    return _interval((f"{slots['decade'][:3]}X", PRINTED), (f"{slots['decade2'][:3]}X", PRINTED))


def century(slots: Slots, scene: Scene) -> Reading | None:
    number = roman(slots["roman"]) if "roman" in slots else ordinal(slots.get("ordinal") or slots["day"])
    if number is None or not 1 <= number <= 22:
        return None
    if is_before_christ(slots.get("era", "")):
        return f"-{number - 1:02}XX", PRINTED
    return f"{number - 1:02}XX", PRINTED


def centuries(slots: Slots, scene: Scene) -> Reading | None:
    return _interval(century(slots, scene), century({"ordinal": slots["ordinal2"]}, scene))


def quarter(slots: Slots, scene: Scene) -> Reading | None:
    printed = (slots.get("ordinal") or slots["quarter_sign"][1:]).lower()
    number = 4 if printed in ("last", "final") else ordinal(printed)
    if number is None or not 1 <= number <= 4:
        return None
    if "year" in slots or "which" in slots:
        year = date_of(
            {key: value for key, value in slots.items() if key in ("year", "which", "unit")}, scene
        )
        return (f"{year[0]}-{32 + number}", year[1]) if year else None
    known = scene.written if scene.report else scene.before
    if known is None or known.day is None:
        return None
    year_, month = known.day[0], known.day[1]
    if (number - 1) * 3 + 1 > month and scene.report and not scene.ahead:
        year_ -= 1
    return f"{year_:04}-{32 + number}", f"seen from {known.words}"
