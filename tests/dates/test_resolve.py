import pytest

from dates_in import dates_in
from postil.dates.resolve import READINGS
from postil.dates.rules import RULES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("about 1890", "1890~"), ("circa 890", "0890~"), ("before 1911", "../1911"), ("after May 1911", "1911-05/.."),
        ("since 4 August 1914", "1914-08-04/.."), ("until 1911", "../1911"), ("(1254?)", "1254?"), ("circa 1890–1895", "1890~/1895~"), ("since the mid-1980s", "198X/.."),
    ],
)  # fmt: skip
def test_what_stands_before_a_date_bounds_it(text: str, value: str) -> None:
    assert [found for _, found in dates_in(text)] == [value]


@pytest.mark.parametrize("text", ["31 April 1914", "29 February 1901", "30 February"])
def test_no_day_is_made_up(text: str) -> None:
    assert not any(value.count("-") == 2 for _, value in dates_in(text, "1914-01-01"))


def test_every_rule_can_be_read_and_every_reading_is_used() -> None:
    assert {rule.how for rule in RULES} == set(READINGS)
