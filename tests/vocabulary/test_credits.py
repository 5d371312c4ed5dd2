"""Test data: the captions and the people are made up."""

import time

import pytest
from hypothesis import given

from postil.model import Span
from postil.vocabulary.credits import AGENCIES, FORMS, Credit, Form, find_credit
from strategies import texts, thorough

CREDITED = {
    "before the caption": "AFP",
    "in brackets, with what they did": "Agencies",
    "in brackets, after a colon": "NASA",
    "photo of an agency, in brackets": "AP Photo/Ann Lee",
    "name and agency, in brackets": "Ann Lee via AP",
    "handout": "Handout",
    "agency, in brackets": "Xinhua",
    "two names, in brackets": "A. Kalnins/Diena",
    "sent by": "新华社",
    "taken by, in brackets": "新华社记者 李安",
    "sent by, in brackets": "新华社",
    "source, in brackets": "视觉中国",
    "after the word photo": "Anna Kalnina",
    "after the word credit": "Anna Kalnina for The Gazette",
    "provided": "THE DAILY",
    "courtesy": "the museum",
    "taken by": "新华社记者 李安",
    "source": "视觉中国",
    "name and agency": "Anna Kalnina/Reuters",
    "two names in capitals": "ANNA KALNINA/DIENA",
    "two names": "Anna Kalnina/Diena",
    "bare agency": "REUTERS",
    "bare archive": "NATIONAL ARCHIVES",
    "copyright": "Anna Kalnina",
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
        ("A bridge in Riga. REUTERS/Ann Lee/File Photo", "REUTERS/Ann Lee/File Photo"),
        ("里加的一座桥。（新华社记者李安摄）", "（新华社记者李安摄）"),
        ("Image copyright AFP\nImage caption A bridge", "Image copyright AFP\nImage caption "),
        ("Image copyright AFP\n\nImage caption A bridge", "Image copyright AFP\n\nImage caption "),
    ],
)
def test_a_credit_is_all_that_says_so(caption: str, whole: str) -> None:
    credit = find_credit(caption, Span(0, len(caption)))

    assert credit and credit.whole.of(caption) == whole


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Workers mend a bridge. [Photo by Ann Lee/China Daily]", "Ann Lee/China Daily"),
        ("Workers mend a bridge. [Photo provided to gazette.example]", "gazette.example"),
        ("Workers mend a bridge (Xinhua photo by Ann Lee)", "Xinhua photo by Ann Lee"),
        ("Workers mend a bridge. [Photo: Ann Lee]", "Ann Lee"),
        ("Workers mend a bridge. (Courtesy of the museum)", "the museum"),
        ("(Photo by Ann Lee/AFP via Getty Images)", "Ann Lee/AFP via Getty Images"),
        ("Workers mend a bridge. Photograph: Ann Lee/The Gazette", "Ann Lee/The Gazette"),
        ("Photo : Jeanne Petit", "Jeanne Petit"),
        ("Foto: Anna Müller/dpa", "Anna Müller/dpa"),
        ("Illustration by Ann Lee", "Ann Lee"),
        ("Picture: PA", "PA"),
        ("Image copyright Getty Images", "Getty Images"),
        ("图为工人在修桥。视觉中国供图", "视觉中国"),
    ],
)
def test_credits_are_found_in_other_wordings(caption: str, name: str) -> None:
    assert credit_of(caption, bare=False) == name


@pytest.mark.parametrize(
    "caption",
    ["REUTERS", "XINHUA", "AP", "Workers mend a bridge\nAFP", "ANN LEE/REUTERS", "Ann Lee/AFP/Getty Images"],
)
def test_a_known_agency_may_stand_on_a_line_of_its_own(caption: str) -> None:
    assert credit_of(caption) == caption.split("\n")[-1]


@pytest.mark.parametrize(
    "caption",
    [
        "THE END",
        "It was over. THE END",
        "A parade of the USSR. USSR",
        "Sputnik",
        "BRITISH MUSEUM",
        "CHAPTER IX",
        "ARRIVE MONDAY. STOP",
        "In witness whereof I have set my hand.\nWOODROW WILSON",
        "See the second chapter (Genesis/Exodus)",
        "She came at noon (with Ann/Jan)",
        "He will come and/or write",
        "It was said. MEN AND/OR WOMEN",
        "He won. The Men's/Women's race",
        "A bridge in Riga.",
        "A bridge in Riga. (Anna Kalnina)",
        "A photo by the window was all that was left.",
        "He liked the photo: The End",
        "Image: Mars",
        "Image: a view of the bridge",
        "Map: Western Europe",
        "He said 5/6 of it was lost.",
        "Workers at the U.S.",
        "The bridge of 1921 (now gone)",
        "He spoke to Reuters",
        "Workers told AFP.",
        "All rights reserved. © 2020",
        "他在拍摄",
        "",
    ],
)
def test_what_credits_nobody_has_no_credit(caption: str) -> None:
    assert credit_of(caption) is None


def test_no_agency_is_named_twice() -> None:
    assert len(set(AGENCIES)) == len(AGENCIES)


def test_a_credit_may_be_all_of_the_span() -> None:
    assert find_credit("A bridge.\n\nPhoto: Ann Lee", Span(11, 25)) == Credit(Span(18, 25), Span(11, 25))


def test_only_the_end_of_the_span_is_looked_at() -> None:
    text = "A bridge. REUTERS Workers in Lima. AP"

    credit = find_credit(text, Span(0, 17))

    assert credit == Credit(Span(10, 17), Span(10, 17))


@thorough
@given(texts)
def test_a_credit_lies_in_the_span_and_its_name_in_it(text: str) -> None:
    span = Span(len(text) // 3, len(text))

    if credit := find_credit(text, span):
        assert span.holds(credit.whole) and credit.whole.holds(credit.name)
        assert credit.name.of(text).strip()


@pytest.mark.parametrize(
    "scrap",
    [
        "A",
        "A ",
        "A.",
        "Ann Lee/",
        "Photo: A ",
        "[",
        "(",
        "Credit…A ",
        "摄",
        "新华社发",
        "REUTERS ",
        "/",
        "A, B ",
        ". \n",
    ],
)
def test_no_span_takes_long(scrap: str) -> None:
    text = scrap * (1_000_000 // len(scrap))
    began = time.perf_counter()

    for end in ("", ")", "]", "AP"):
        find_credit(text + end, Span(0, len(text + end)))

    assert time.perf_counter() - began < 2
