import pytest
from hypothesis import given

from postil.events.clauses import LONGEST, Clause, find_clauses, find_label, has_verb
from postil.model import Span
from strategies import texts, thorough


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("The mill burned, and the bells rang.", ["The mill burned,", " and the bells rang."]),
        ("The mill, the school and the bridge burned.", ["The mill, the school and the bridge burned."]),
        ("In May, the mill burned; in June, the school did.", ["In May, the mill burned;", " in June, the school did."]),
        ("The mill burned, and in June, it was rebuilt.", ["The mill burned,", " and in June, it was rebuilt."]),
        ("No verb here, none at all.", ["No verb here, none at all."]),
    ],
)  # fmt: skip
def test_each_clause_has_a_verb(sentence: str, clauses: list[str]) -> None:
    found = find_clauses(sentence, Span(0, len(sentence)), [])

    assert [sentence[each.start : each.end] for each in found] == clauses


def test_no_date_is_cut() -> None:
    sentence = "The mill burned on Monday, 5 May, 1921, and it was lost."
    date = Span(sentence.index("Monday"), sentence.index(", and"))

    (first, _) = find_clauses(sentence, Span(0, len(sentence)), [date])

    assert sentence[first.start : first.end].startswith("The mill burned on Monday, 5 May, 1921")


def test_may_is_a_month_and_no_verb() -> None:
    assert not has_verb("The Gazette, 4 May 1921", 0, 23)


@thorough
@given(texts)
def test_clauses_cover_the_sentence_and_a_label_lies_in_its_room(text: str) -> None:
    whole = Span(0, len(text))

    clauses = find_clauses(text, whole, [])
    label = find_label(text, Clause(0, len(text), True), whole, Span(0, 0))

    assert "".join(text[each.start : each.end] for each in clauses) == text
    assert whole.holds(label)
    assert label == whole or label.end - label.start <= LONGEST
