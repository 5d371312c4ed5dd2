import re

import pytest

from postil.edtf import Edtf
from postil.events.references import RULES, Rule, dateline_end, is_reference
from postil.model import Span, Timex


def _date(text: str) -> Timex:
    """The first date of the text: a year, with a month or a day or neither."""
    match = re.search(r"(?:\d{1,2} )?(?:May )?(?:\d{1,2}, )?\d{4}", text)
    assert match
    return Timex(*match.span(), match[0], Edtf("1921"), "test", "as printed")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_a_reference(rule: Rule) -> None:
    text = f"Nobody slept. {rule.example}"

    assert is_reference(text, Span(text.index(rule.example), len(text)), _date(text))


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("The mill burned in May 1921.", False),
        ("In May 1921 Riga was under water.", False),
        ("In the spring of 1921 the mill burned.", False),
        ("The town was lost by the end of May 1921.", False),
        ("The 1921 flood destroyed the mill.", False),
        ("Nobody forgot the May 1921 flood.", True),
        ("They read the 1921 Act in the council.", True),
        ("They spoke of the Treaty of 1848.", True),
        ("The Treaty of 1848 was signed.", False),
        ("It is larger than it was in May 1921.", True),
    ],
)
def test_a_date_by_its_neighbours(text: str, reference: bool) -> None:
    assert is_reference(text, Span(0, len(text)), _date(text)) is reference


def test_a_dateline_ends_where_the_words_begin() -> None:
    text = "RIGA, May 3, 1921 (Baltic Press) — The river rose."
    timex = _date(text)

    assert dateline_end(text, Span(0, len(text)), timex) == text.index("The river")
    prose = "We came on May 3, 1921 — and left."
    assert dateline_end(prose, Span(0, len(prose)), _date(prose)) is None
