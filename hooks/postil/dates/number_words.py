"""Numbers as words, ordinals and Roman figures."""

import re

from .scene import Slots

_NUMBERS = [
    "a",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
]
TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
         "nineties": 9, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip


def ordinal(printed: str) -> int | None:
    word = printed.lower()
    if word in _ORDINALS:
        return _ORDINALS.index(word)
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else None


def counted(slots: Slots) -> int | None:
    word = slots["count"].lower()
    if word.isdigit():
        return int(word)
    return 1 if word in ("a", "an") else _NUMBERS.index(word) if word in _NUMBERS else TENS.get(word)


def roman(printed: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[char] for char in printed if char in "IVX"]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
