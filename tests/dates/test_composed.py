import unicodedata

from hypothesis import given

from dates_in import dates_in
from postil.dates.composed import Composed
from postil.records import INVISIBLE
from strategies import texts, thorough


def test_plain_text_is_read_as_it_is() -> None:
    composed = Composed("On 5 May it rained.")

    assert (composed.text, composed.original(3, 8), composed.here(3)) == ("On 5 May it rained.", (3, 8), 3)


def test_accents_are_composed_and_the_unseen_left_out_and_every_place_is_known() -> None:
    text = "le 5 fe\u0301vri\u00ader\u200b 1999"
    composed = Composed(text)
    start = composed.text.index("février")

    assert composed.text == "le 5 février 1999"
    assert text[slice(*composed.original(start, start + 7))] == "fe\u0301vri\u00ader"
    assert composed.here(len(text)) == len(composed.text)


@thorough
@given(texts)
def test_what_is_composed_comes_back_to_its_own_words(text: str) -> None:
    composed = Composed(text)
    marked = [at for at, char in enumerate(composed.text) if char.isalnum()]

    for at in marked[:50]:
        start, end = composed.original(at, at + 1)
        seen = "".join(char for char in text[start:end] if char not in INVISIBLE)
        assert unicodedata.normalize("NFC", seen) == unicodedata.normalize("NFC", composed.text[at])


def test_dates_are_found_through_soft_hyphens_and_decomposed_accents() -> None:
    assert dates_in("le 3 de\u0301cembre 1804", language="fr") == [("3 de\u0301cembre 1804", "1804-12-03")]
    assert dates_in("in Jan\u00aduary 1867") == [("Jan\u00aduary 1867", "1867-01")]


def test_dates_are_found_in_words_broken_at_line_ends() -> None:
    assert dates_in("on 14 Sep-\ntember 1556, in No-\n  vember") == [
        ("14 Sep-\ntember 1556", "1556-09-14"),
        ("No-\n  vember", "1556-11"),
    ]
