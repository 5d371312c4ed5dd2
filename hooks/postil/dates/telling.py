"""Which way a passage tells its dates: as a report, seen from the day of writing, or as a narrative, from date to date."""

from collections.abc import Sequence

from .grammar import Expression

_FADE = 0.85
"""How much less each sign further away weighs; a date that is no sign of either does not lead away from one."""
_WHICH = -1.0
"""What *this*, *last* and *next* weigh."""
_ENOUGH = 2.0
"""So much in favour of a narrative makes one."""


def are_reports(printed: Sequence[Expression], written: int | None) -> list[bool]:
    """For each expression, whether its passage is a report: it points from the day of writing (*today*, *on Tuesday*,
    *last month*) more than it prints years, those long past above all. ``written`` is the year
    of writing; where that is not known, none is.
    """
    if written is None:
        return [False] * len(printed)
    weights = [_weight(expression, written) for expression in printed]
    forward, backward = _faded(weights), _faded(weights[::-1])[::-1]
    return [f + b - w < _ENOUGH for f, b, w in zip(forward, backward, weights, strict=True)]


def _weight(expression: Expression, now: int) -> float:
    year = expression.slots.get("year", "")
    if "era" in expression.slots:
        return 1.0
    if year.isdigit():
        return 1.0 if int(year) < now - 2 else 0.25 if int(year) <= now else 0.0
    return _POINTING.get(
        expression.rule.how,
        _WHICH if expression.slots.get("which", "").lower() in ("this", "last", "next") else 0.0,
    )


_POINTING = {
    "deictic": -2.0,
    "weekday": -1.0,
    "instant": -2.0,
    "ago": -0.5,
    "last_week": -1.0,
    "decade": 0.5,
    "century": 0.5,
}


def _faded(weights: Sequence[float]) -> list[float]:
    total, totals = 0.0, []
    for weight in weights:
        total = (total * _FADE if weight else total) + weight
        totals.append(total)
    return totals
