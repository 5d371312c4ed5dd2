"""How well and how fast Postil reads: ``make bench-read [GOLD=folder] [ARGS="--only dates --dump"]``.

Every ``.jsonl`` of the folder is a corpus (`scoring` says what it holds). Each text of each corpus is read by one
and the same call, ``read_text(text, date=dct)``; no mode is given. Without a folder only speed and growth are measured.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from postil.pipeline import read_text

from .rival import search_mentions
from .scoring import CALENDAR, DAY, MarkedText, Score, differences, marked_texts, only
from .speed import print_growth, print_speed, public_texts
from .timex3 import Mention, mentions

PUBLISHED = {
    "news": (("HeidelTime, mode set by hand (news)", 83.2), ("HeidelTime, in its other mode", 38.6)),
    "narrative": (
        ("HeidelTime, mode set by hand (narratives)", 89.9),
        ("HeidelTime, in its other mode", 61.4),
    ),
}
"""Value F1 of calendar dates that others measured on the whole of these corpora; not measured here."""

WIDTH = 42
COLUMNS = ("texts", "dates", "found", "P", "R", "F1", "strict", "relaxed", "days")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, help="folder of .jsonl files with marked dates")
    parser.add_argument("--only", choices=("dates", "speed"), help="one half of it")
    parser.add_argument(
        "--dump", action="store_true", help="first what was missed, misread or made up, text by text"
    )
    options = parser.parse_args()
    corpora = (
        {path.stem: marked_texts(path) for path in sorted(options.gold.glob("*.jsonl"))}
        if options.gold
        else {}
    )
    if options.only != "speed":
        print_accuracy(corpora, dump=options.dump, rivals=options.only is None)
    if options.only != "dates":
        marked = [(each.text, each.written) for texts in corpora.values() for each in texts]
        print_speed(marked or public_texts())
        print_growth(marked or public_texts())


def print_accuracy(corpora: dict[str, list[MarkedText]], *, dump: bool, rivals: bool) -> None:
    """Calendar dates: precision, recall, F1 of their values; F1 of equal and of overlapping spans, and of days."""
    if corpora:
        print(f"{'Calendar dates':{WIDTH}}" + "".join(f"{name:>8}" for name in COLUMNS))
    for name, texts in corpora.items():
        found = [postil_mentions(each.text, each.written) for each in texts]
        if dump:
            _print_differences(name, texts, found)
        print(_row(f"{name}: Postil", texts, found))
        if rivals:
            theirs = [search_mentions(each.text, each.written) for each in texts]
            print(_row(f"{name}: dateparser.search", texts, theirs))
            for system, f1 in PUBLISHED.get(name, ()):
                print(f"{system:{WIDTH}}" + " " * 40 + f"{f1:8.1f}   as published")


def postil_mentions(text: str, written: str | None) -> list[Mention]:
    """What Postil reads, in the terms of the corpora."""
    return [mention for timex in read_text(text, date=written).dates for mention in mentions(timex)]


def _row(name: str, texts: Sequence[MarkedText], found: Sequence[Sequence[Mention]]) -> str:
    calendar, days = Score(), Score()
    for text, each in zip(texts, found, strict=True):
        calendar.add(only(CALENDAR, text.dates), only(CALENDAR, each))
        days.add(only(DAY, text.dates), only(DAY, each))
    figures = (
        calendar.precision(calendar.values), calendar.recall(calendar.values), calendar.f1(calendar.values),
        calendar.f1(calendar.spans), calendar.f1(calendar.met), days.f1(days.values),
    )  # fmt: skip
    counts = f"{len(texts):8}{calendar.marked:8}{calendar.found:8}"
    return f"{name:{WIDTH}}{counts}" + "".join(f"{figure:8.1f}" for figure in figures)


def _print_differences(name: str, texts: Sequence[MarkedText], found: Sequence[Sequence[Mention]]) -> None:
    for text, each in zip(texts, found, strict=True):
        lines = differences(text.text, only(CALENDAR, text.dates), only(CALENDAR, each))
        if lines:
            print(f"== {name} {text.name} ({text.written})", *lines, "", sep="\n")


if __name__ == "__main__":
    main()
