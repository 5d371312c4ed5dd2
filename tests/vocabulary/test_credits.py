import pytest

from postil.model import Span
from postil.vocabulary.credits import FORMS, Credit, Form, find_credit

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


def credit_of(caption: str, *, bare: bool = True) -> str | None:
    credit = find_credit(caption, Span(0, len(caption)), bare=bare)
    return credit.name.of(caption) if credit else None


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_finds_who_is_credited_in_its_example(form: Form) -> None:
    assert credit_of(form.example) == CREDITED[form.name]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_no_earlier_form_takes_the_example_of_a_later_one(form: Form) -> None:
    first = next(each.name for each in FORMS if each.pattern.search(form.example))

    assert first == form.name


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_bare_name_is_a_credit_only_where_that_is_allowed(form: Form) -> None:
    assert (credit_of(form.example, bare=False) is None) == form.bare


@pytest.mark.parametrize(
    ("caption", "whole"),
    [
        ("Workers in Lima. [Photo/Agencies]", "[Photo/Agencies]"),
        ("A bridge in Riga. (Photo by A. Kalnins/LETA) ", "(Photo by A. Kalnins/LETA)"),
        ("A bridge in Riga. (A. Kalnins/LETA)", "(A. Kalnins/LETA)"),
        ("A bridge in Riga.\nPhoto: Anna Kalnina", "Photo: Anna Kalnina"),
        ("A bridge in Riga. Credit: Anna Kalnina.", "Credit: Anna Kalnina."),
        ("A bridge in Riga. Courtesy of the museum", "Courtesy of the museum"),
        ("A bridge in Riga. REUTERS", "REUTERS"),
    ],
)
def test_a_credit_is_all_that_says_so(caption: str, whole: str) -> None:
    credit = find_credit(caption, Span(0, len(caption)))

    assert credit and credit.whole.of(caption) == whole


@pytest.mark.parametrize(
    "caption",
    [
        "ARRIVE MONDAY. STOP",
        "In witness whereof I have set my hand.\nWOODROW WILSON",
        "See the second chapter (Genesis/Exodus)",
        "She came at noon (with Ann/Jan)",
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


def test_a_credit_may_be_all_of_the_span() -> None:
    assert find_credit("A bridge.\n\nPhoto: Ann Lee", Span(11, 25)) == Credit(Span(18, 25), Span(11, 25))


def test_only_the_end_of_the_span_is_looked_at() -> None:
    text = "A bridge. REUTERS Workers in Lima. AP"

    credit = find_credit(text, Span(0, 17))

    assert credit == Credit(Span(10, 17), Span(10, 17))
