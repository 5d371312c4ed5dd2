import pytest

from postil.model import Span
from postil.vocabulary.credits import FORMS, Form, find_credit

CREDITED = {
    "in square brackets": "Agencies",
    "in round brackets": "A. Kalnins/LETA",
    "name and agency in brackets": "A. Kalnins/LETA",
    "handout": "Handout",
    "after the word photo": "Anna Kalnina",
    "courtesy": "the museum",
    "name and agency": "ANNA KALNINA/REUTERS",
    "bare agency": "REUTERS",
}


def credit_of(caption: str) -> str | None:
    span = find_credit(caption, Span(0, len(caption)))
    return span.of(caption) if span else None


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_finds_who_is_credited_in_its_example(form: Form) -> None:
    assert credit_of(form.example) == CREDITED[form.name]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_earlier_form_takes_the_example_of_a_later_one(form: Form) -> None:
    first = next(each.name for each in FORMS if each.pattern.search(form.example))

    assert first == form.name


@pytest.mark.parametrize(
    "caption",
    [
        "A bridge in Riga.",
        "A photo by the window was all that was left.",
        "He said 5/6 of it was lost.",
        "Workers at the U.S.",
        "The bridge of 1921 (now gone)",
        "REUTERS",
        "",
    ],
)
def test_what_credits_nobody_has_no_credit(caption: str) -> None:
    assert credit_of(caption) is None


def test_only_the_end_of_the_span_is_looked_at() -> None:
    text = "A bridge. REUTERS Workers in Lima. AP"

    span = find_credit(text, Span(0, 17))

    assert span == Span(10, 17)
