import pytest

from postil.dates.number_words import counted, ordinal, roman


@pytest.mark.parametrize(
    ("printed", "number"), [("13th", 13), ("1er", 1), ("first", 1), ("Twentieth", 20), ("5", 5), ("x", None)]
)
def test_ordinals(printed: str, number: int | None) -> None:
    assert ordinal(printed) == number


@pytest.mark.parametrize(
    ("printed", "number"), [("a", 1), ("An", 1), ("two", 2), ("15", 15), ("thirty", 30), ("several", None)]
)
def test_counts(printed: str, number: int | None) -> None:
    assert counted({"count": printed}) == number


@pytest.mark.parametrize(
    ("printed", "number"), [("XIX", 19), ("IVe", 4), ("XX", 20), ("I", 1), ("IX", 9), ("XIV", 14)]
)
def test_roman_figures(printed: str, number: int) -> None:
    assert roman(printed) == number
