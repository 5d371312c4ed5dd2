"""The gold texts: what a careful reader finds in a text, and what the program must therefore find."""

from collections import Counter
from collections.abc import Iterator

import pytest

from conftest import ROOT
from gold import (
    ASPECTS,
    ROWS,
    Case,
    Finding,
    asked_for,
    aspects_of,
    expected_of,
    found_of,
    gold_cases,
    said_in,
    table,
)
from postil.edtf import Edtf
from postil.model import BlockKind, CaptionKind

GOLD = list(gold_cases())


def aspects_of_the_texts() -> Iterator[object]:
    for name, case in GOLD:
        for aspect in aspects_of(case):
            reason = case.get("falls_short", {}).get(aspect)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(case, aspect, id=f"{name}-{aspect}", marks=marks)


@pytest.mark.parametrize(("case", "aspect"), list(aspects_of_the_texts()))
def test_what_a_careful_reader_finds_is_found_and_nothing_else(case: Case, aspect: str) -> None:
    found, expected = found_of(aspect, case), expected_of(aspect, case)

    assert said(case, found) == said(case, expected)
    assert Counter(found) == Counter(expected)


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in GOLD])
def test_a_case_quotes_its_text_and_writes_dates_as_edtf(case: Case) -> None:
    stages = {aspect: expected_of(aspect, case) for aspect in aspects_of(case)}
    dated = {"metadata: date", "caption: date", "date: value", "event"}

    assert set(case) <= {"text", "date", "language", "date_order", "falls_short", *ASPECTS}
    assert set(case.get("falls_short", {})) <= set(stages)
    assert all(Edtf(each.said) for found in stages.values() for each in found if each.row in dated)
    assert {each.row for found in stages.values() for each in found} <= set(ROWS)


def test_the_texts_are_many_and_have_every_kind_of_block_and_of_caption() -> None:
    expected = [
        each for _, case in GOLD for aspect in ("blocks", "captions") for each in expected_of(aspect, case)
    ]

    assert len(GOLD) >= 64
    assert {f"block: {kind}" for kind in BlockKind} <= {each.row for each in expected}
    assert set(CaptionKind) == {each.said for each in expected if each.row == "caption: kind"}


def said(case: Case, findings: list[Finding]) -> list[str]:
    return sorted(f"{each.at.start:6} {each.row}: {said_in(case, each)}" for each in findings)


def test_the_documentation_shows_the_table_as_it_is() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")

    assert table(asked_for([])) in page, "print it anew: make gold"
