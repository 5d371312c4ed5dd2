"""How fast a text is read, beside `dateparser.search`, and how the time grows with the text.

Times are CPU seconds of this process, so that what else the machine does weighs little.
"""

import math
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from statistics import linear_regression, median
from time import process_time

import yaml

from postil.dates import find_timexes
from postil.edtf import Edtf
from postil.model import BlockKind
from postil.pipeline import read_text
from postil.structure import find_blocks

from .rival import search

ROOT = Path(__file__).parents[1]
ROUNDS = 3
BOOKS = 1, 2, 5, 10
"""Millions of characters."""

_NOT_OF_A_BOOK = {BlockKind.NOISE, BlockKind.NOTE, BlockKind.PAGE, BlockKind.TABLE}

Text = tuple[str, str | None]
"""The characters, and the day they were written (ISO 8601) where it is known."""


def public_texts() -> list[Text]:
    """The archive's own texts and those of the test cases: short and long ones of many kinds."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("source_texts/*/text.txt"))]
    for path in sorted(ROOT.glob("tests/cases/*/*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        cases = content if isinstance(content, list) else [content]
        texts += [case["text"] for case in cases if isinstance(case, dict) and "text" in case]
    return [(text, None) for text in texts]


def print_speed(texts: Sequence[Text]) -> None:
    """Characters a second of each way to read, in turn on the same texts, and the ratio to dateparser's."""
    size = sum(len(text) for text, _ in texts)
    bodies = [
        [block for block in find_blocks(text) if block.kind not in (BlockKind.NOISE, BlockKind.TABLE)]
        for text, _ in texts
    ]

    def dates() -> None:
        for (text, written), body in zip(texts, bodies, strict=True):
            find_timexes(text, body, written=Edtf(written) if written else None, language="en")

    def whole() -> None:
        for text, written in texts:
            read_text(text, date=written)

    def dateparser() -> None:
        for text, written in texts:
            search(text, written)

    ways = {"Postil, dates alone": dates, "Postil, whole reading": whole, "dateparser.search": dateparser}
    read_text(texts[0][0])
    search(texts[0][0], None)
    rounds = [{name: _seconds(way) for name, way in ways.items()} for _ in range(ROUNDS)]
    print(f"\nSpeed on {len(texts)} texts, {size:,} characters; median of {ROUNDS} rounds, taken in turn")
    print(f"{'':24} {'characters/s':>13} {'times dateparser':>17}")
    for name in ways:
        each = median(size / times[name] for times in rounds)
        ratio = median(times["dateparser.search"] / times[name] for times in rounds)
        print(f"{name:24} {each:13,.0f} {ratio:17.1f}")


def print_growth(texts: Sequence[Text]) -> None:
    """The time that books of several sizes take, and the exponent by which it grows (1 is linear)."""
    print(
        f"\nGrowth: a book of so many million characters\n{'':24} {'seconds':>13} {'characters/s':>17} {'dates':>9}"
    )
    points = []
    for text, written in texts:
        read_text(text, date=written)
    for millions in BOOKS:
        text = book(texts, millions * 1_000_000)
        start = process_time()
        reading = read_text(text)
        seconds = process_time() - start
        points.append((math.log(len(text)), math.log(seconds)))
        print(f"{millions:24} {seconds:13.2f} {len(text) / seconds:17,.0f} {len(reading.dates):9,}")
    exponent = linear_regression(*zip(*points, strict=True)).slope
    print(f"{'exponent':24} {exponent:13.2f}")


def prose(text: str) -> str:
    """Its blocks without tables and what is no part of it: the foot of a page would swallow the rest of a book."""
    return "\n\n".join(block.of(text) for block in find_blocks(text) if block.kind not in _NOT_OF_A_BOOK)


def book(texts: Sequence[Text], size: int) -> str:
    """The texts one after another, again and again, cut off at so many characters."""
    parts, length = [], 0
    for text in cycle([prose(text) for text, _ in texts]):
        parts.append(text.strip() + "\n\n")
        length += len(parts[-1])
        if length >= size:
            return "".join(parts)[:size]
    raise ValueError("a book needs a text")


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
