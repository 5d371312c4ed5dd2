import pytest

from postil.edtf import Edtf
from postil.site.words import in_words, machine_readable


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2020-04-13", "13 April 2020"),
        ("2020-04", "April 2020"),
        ("1821", "1821"),
        ("0476", "476"),
        ("1821~", "about 1821"),
        ("1821-05?", "May 1821?"),
        ("1890%", "about 1890?"),
        ("193X", "1930s"),
        ("1914/1918", "1914 to 1918"),
        ("../2020-04-13", "until 13 April 2020"),
        ("2020-01-03/..", "from 3 January 2020"),
        ("XXXX-04-13", "13 April, year not known"),
        ("2020-21", "spring 2020"),
        ("[2020-04-03,2020-04-24]", "3 April 2020 or 24 April 2020"),
    ],
)
def test_a_date_is_said_without_losing_its_uncertainty(when: str, words: str) -> None:
    assert in_words(Edtf(when)) == words


def test_months_are_in_the_interface_s_language() -> None:
    assert in_words(Edtf("1871-05-01"), "fr") == "1 mai 1871"


@pytest.mark.parametrize("when", ["2020", "2020-04", "2020-04-13"])
def test_html_can_say_a_year_a_month_and_a_day(when: str) -> None:
    assert machine_readable(Edtf(when)) == when


@pytest.mark.parametrize("when", ["1821~", "193X", "1914/1918", "-0489", "XXXX-04-13", "0000"])
def test_what_html_cannot_say_is_not_rounded_off(when: str) -> None:
    assert machine_readable(Edtf(when)) is None


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("1921-21", "spring 1921"), ("2020-33", "first quarter of 2020"), ("1918-41", "second half of 1918"), ("17XX", "18th century"),
        ("-02XX", "3rd century BC"), ("-0489", "490 BC"), ("-0489-09", "September 490 BC"), ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"), ("[2020-04-05,2020-05-04]", "5 April 2020 or 4 May 2020"), ("1945-11/1946-02", "November 1945 to February 1946"),
    ],
)  # fmt: skip
def test_parts_of_years_centuries_and_years_before_christ_have_words(when: str, words: str) -> None:
    assert in_words(Edtf(when)) == words
