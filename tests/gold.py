"""The gold texts of ``cases/reading``: what a careful reader finds in them, beside what the program finds.

Run as a program it prints how much of the one is in the other; with ``--misses``, every difference as well.
It leaves out the texts that are held out, unless ``--only=held_out`` asks for these alone; so for any file's name.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from inspect import signature
from pathlib import Path
from typing import Any

import yaml

from postil import read_text
from postil.model import BlockKind, Reading, Span

FOLDER = Path(__file__).parent / "cases" / "reading"
HELD_OUT = "held_out"
"""How the names of the files begin on which the program is never improved."""
ASPECTS = ("blocks", "metadata", "captions", "dates", "events")

Case = dict[str, Any]

_LEADS_TO_A_DATE = re.compile(r"(?:(?:the|from|year|le|la|el|der|dem|den)\s+)*", re.IGNORECASE)
_TOLD = {"date", "language", "date_order"} & set(signature(read_text).parameters)
"""What a record tells the reading of a text."""
_YEAR_IN_RUSSIAN = re.compile(r"\s+(?:год(?:а|у|ах|ов)?|г\.)\Z")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is in a text, or is said to be: where it stands, and what is said of it."""

    row: str
    """The row of the table that counts it."""
    at: Span
    said: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How many findings there should be, how many there are, and how many are right."""

    expected: int
    found: int
    right: int

    @property
    def shares(self) -> tuple[float | None, float | None, float | None]:
        """Precision, recall and F1, from 0 to 1; None where there is nothing to take a share of."""
        parts = (self.found, self.expected, (self.found + self.expected) / 2)
        precision, recall, f1 = (self.right / part if part else None for part in parts)
        return precision, recall, f1


def gold_cases() -> Iterator[tuple[str, Case]]:
    """Every gold text with its name: its file's, and its number in it. All values are strings."""
    for path in sorted(FOLDER.glob("*.yml")):
        cases = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        yield from ((f"{path.stem}-{number}", case) for number, case in enumerate(cases, 1))


def aspects_of(case: Case) -> tuple[str, ...]:
    """What the case says something of; one that names no captions says that there are none."""
    return tuple(aspect for aspect in ASPECTS if aspect in case or aspect == "captions")


def expected_of(aspect: str, case: Case) -> list[Finding]:
    """What a careful reader finds. ValueError if the case quotes what its text does not hold."""
    return list(_EXPECTED[aspect](case))


def found_of(aspect: str, case: Case) -> list[Finding]:
    """What the program finds, told of the text what its record would tell."""
    told = tuple((key, case[key]) for key in sorted(_TOLD) if key in case)
    return list(_FOUND[aspect](case, _read(case["text"], told)))


@lru_cache(maxsize=512)
def _read(text: str, told: tuple[tuple[str, str], ...]) -> Reading:
    return read_text(text, **dict(told))


# Places.


def _folded(words: str) -> str:
    return " ".join(words.split())


def _places(text: str, quotes: Iterable[str]) -> Iterator[Span]:
    """Where the quotes stand, each after the one before it and never within a word or a number."""
    at = 0
    for quote in quotes:
        place = re.compile(rf"(?<![0-9A-Za-z]){re.escape(quote)}(?![0-9A-Za-z])").search(text, at)
        if place is None:
            raise ValueError(f"'{quote}' does not stand in the text after its first {at} characters")
        at = place.end()
        yield Span(*place.span())


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _core(text: str, span: Span) -> Span:
    """The span without what may stand at the edge of a date or not: an article, Russian's word for year."""
    words = _YEAR_IN_RUSSIAN.sub("", span.of(text).rstrip())
    lead = _LEADS_TO_A_DATE.match(words)
    start = span.start + (lead.end() if lead and lead.end() < len(words) else 0)
    return Span(start, span.start + len(words))


def _met(span: Span, expected: Iterable[Span]) -> Span:
    """The first expected span that this one has a part of; itself if there is none."""
    return next((each for each in expected if each.start < span.end and span.start < each.end), span)


# What a careful reader finds.


def _block(kind: str, at: Span, continues: bool) -> Finding:
    return Finding(f"block: {kind}", at, "continues" if continues else "")


def _expected_blocks(case: Case) -> Iterator[Finding]:
    text, blocks = case["text"], case["blocks"]
    lines = iter(_lines(text))
    starts: list[int] = []
    for _, words, *_ in blocks:
        start = next((at for at, line in lines if line.lstrip().startswith(words)), None)
        if start is None:
            raise ValueError(f"no line after the {len(starts)} blocks before it begins with '{words}'")
        starts.append(start)
    for (kind, _, *more), start, end in zip(blocks, starts, [*starts[1:], len(text)], strict=True):
        yield _block(kind, _stripped(text, Span(start, end)), more == ["continues"])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _expected_metadata(case: Case) -> Iterator[Finding]:
    for field, value in case["metadata"].items():
        for said in value if isinstance(value, list) else [value]:
            yield Finding(f"metadata: {field}", Span(0, 0), _folded(said))


def _expected_captions(case: Case) -> Iterator[Finding]:
    blocks = [each.at for each in _expected_blocks(case) if each.row == "block: caption"]
    for caption in case.get("captions", []):
        at = next((each for each in blocks if caption["words"] in _folded(each.of(case["text"]))), None)
        if at is None:
            raise ValueError(f"no block that is a caption holds '{caption['words']}'")
        blocks = blocks[blocks.index(at) + 1 :]
        yield from _caption(at.start, {"kind": "photograph", **caption})


def _caption(start: int, said: dict[str, str]) -> Iterator[Finding]:
    at = Span(start, start)
    yield Finding("caption", at)
    for part in ("credit", "date", "place", "kind", "again"):
        if part in said:
            yield Finding(f"caption: {part}", at, _folded(said[part]))


def _expected_dates(case: Case) -> Iterator[Finding]:
    text = case["text"]
    for place, (_, value) in zip(
        _places(text, (words for words, _ in case["dates"])), case["dates"], strict=True
    ):
        yield from _date(_core(text, place), _core(text, place), value)


def _date(words: Span, at: Span, value: str) -> Iterator[Finding]:
    yield Finding("date: words", words)
    yield Finding("date: value", at, value)


def _expected_events(case: Case) -> Iterator[Finding]:
    for place, (_, value) in zip(
        _places(case["text"], (words for words, _ in case["events"])), case["events"], strict=True
    ):
        yield Finding("event", place, value)


# What the program finds.


def _found_blocks(case: Case, reading: Reading) -> Iterator[Finding]:
    for block in reading.blocks:
        yield _block(block.kind, _stripped(case["text"], block), block.continues)


def _found_metadata(case: Case, reading: Reading) -> Iterator[Finding]:
    metadata = reading.metadata
    said = [("title", metadata.title), ("source", metadata.source), ("date", metadata.date)]
    for field, value in [*said, *(("creator", name) for name in metadata.creator)]:
        if value:
            yield Finding(f"metadata: {field}", Span(0, 0), _folded(value))


def _found_captions(case: Case, reading: Reading) -> Iterator[Finding]:
    for caption in reading.captions:
        said = {"credit": caption.credit, "date": caption.date, "place": caption.place, "kind": caption.kind}
        said["again"] = str(len(caption.again)) if caption.again else None
        start = _stripped(case["text"], caption).start
        yield from _caption(start, {part: str(value) for part, value in said.items() if value})


def _found_dates(case: Case, reading: Reading) -> Iterator[Finding]:
    expected = [each.at for each in _expected_dates(case) if each.row == "date: words"]
    for timex in reading.dates:
        words = _core(case["text"], timex)
        yield from _date(words, _met(words, expected), timex.value)


def _found_events(case: Case, reading: Reading) -> Iterator[Finding]:
    expected = list(_expected_events(case))
    for event in reading.events:
        stated = [each for each in expected if event.holds(each.at)]
        same = [each.at for each in stated if each.said == event.when]
        yield Finding(
            "event", [*same, *(each.at for each in stated), Span(event.start, event.end)][0], event.when
        )


_EXPECTED: dict[str, Callable[[Case], Iterable[Finding]]] = {
    "blocks": _expected_blocks,
    "metadata": _expected_metadata,
    "captions": _expected_captions,
    "dates": _expected_dates,
    "events": _expected_events,
}
_FOUND: dict[str, Callable[[Case, Reading], Iterable[Finding]]] = {
    "blocks": _found_blocks,
    "metadata": _found_metadata,
    "captions": _found_captions,
    "dates": _found_dates,
    "events": _found_events,
}


# The table.

ROWS = (
    *(f"block: {kind}" for kind in BlockKind),
    *(f"metadata: {field}" for field in ("title", "creator", "source", "date")),
    "caption",
    *(f"caption: {part}" for part in ("credit", "date", "place", "kind", "again")),
    "date: words",
    "date: value",
    "event",
)


def scores(cases: Iterable[tuple[str, Case]]) -> dict[str, Score]:
    """The score of each row of the table, and of all of them together as ``all``."""
    expected, found, right = Counter[str](), Counter[str](), Counter[str]()
    for _, case in cases:
        for aspect in aspects_of(case):
            one, other = Counter(expected_of(aspect, case)), Counter(found_of(aspect, case))
            for counter, findings in ((expected, one), (found, other), (right, one & other)):
                counter.update(finding.row for finding in findings.elements())
    rows = {row: Score(expected[row], found[row], right[row]) for row in ROWS}
    return rows | {"all": Score(expected.total(), found.total(), right.total())}


def table(cases: Iterable[tuple[str, Case]]) -> str:
    """The scores in Markdown, shares in per cent."""
    head = ["what", "expected", "found", "right", "precision", "recall", "F1"]
    lines = [
        [row, *(str(n) for n in (score.expected, score.found, score.right))]
        + ["" if share is None else f"{100 * share:.1f}" for share in score.shares]
        for row, score in scores(cases).items()
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] + ["---"] * 6, *lines])


def misses(cases: Iterable[tuple[str, Case]]) -> Iterator[str]:
    """Every difference, a line each: the case, what is missing (-) or found without being there (+), its words."""
    for name, case in cases:
        for aspect in aspects_of(case):
            one, other = Counter(expected_of(aspect, case)), Counter(found_of(aspect, case))
            for sign, findings in (("-", one - other), ("+", other - one)):
                for finding in sorted(findings.elements(), key=lambda each: each.at):
                    yield f"{name} {sign} {finding.row}: {said_in(case, finding)}"


def said_in(case: Case, finding: Finding) -> str:
    """A finding in words, for a reader: what it says, and how the place begins where it stands."""
    at = finding.at if finding.at.start < finding.at.end else Span(finding.at.start, finding.at.start + 40)
    place = "" if finding.row.startswith("metadata") else repr(_folded(at.of(case["text"]))[:60])
    return " ".join(part for part in (finding.said, place) if part)


def asked_for(arguments: list[str]) -> list[tuple[str, Case]]:
    """The gold texts that the command line names, from ``--only=`` and how the name of a file begins."""
    only = next((each.removeprefix("--only=") for each in arguments if each.startswith("--only=")), None)
    return [
        (name, case)
        for name, case in gold_cases()
        if (name.startswith(only) if only is not None else not name.startswith(HELD_OUT))
    ]


if __name__ == "__main__":
    asked = asked_for(sys.argv[1:])
    if "--misses" in sys.argv[1:]:
        print("\n".join(misses(asked)), end="\n\n")
    print(table(asked))
