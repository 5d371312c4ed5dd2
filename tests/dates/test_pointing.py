import pytest

from dates_in import dates_in

FRIDAY = "1953-05-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came yesterday.", "1953-04-30"), ("He comes tomorrow.", "1953-05-02"), ("It was last month.", "1953-04"),
        ("It was last year.", "1952"), ("It fell last week.", "1953-04-20/1953-04-26"), ("It will be next month.", "1953-06"),
        ("He came on Tuesday.", "1953-04-28"), ("He will come on Tuesday.", "1953-05-05"), ("He came last Friday.", "1953-04-24"),
        ("Tuesday last he came.", "1953-04-28"), ("He came three days ago.", "1953-04-28"), ("It was two weeks ago.", "1953-04-17~"),
        ("It was five years ago.", "1948"), ("I have yours of the 5th ult.", "1953-04-05"), ("the meeting on the 10th prox.", "1953-06-10"),
        ("yours of the 1st inst. came", "1953-05-01"), ("on the 29th, at noon", "1953-04-29"), ("the 14th of last month", "1953-04-14"),
    ],
)  # fmt: skip
def test_from_the_day_of_writing(text: str, value: str) -> None:
    assert [found for _, found in dates_in(text, FRIDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fell on 4 August 1914. The next day he rose.", "1914-08-05"), ("It was built in 1904. The following year it burned.", "1905"),
        ("He fell on 4 August 1914. Two days later he rose.", "1914-08-06"), ("He fell on 4 August 1914. That same year he rose.", "1914"),
        ("He fell on 4 August 1914. On Thursday he rose.", "1914-08-06"), ("Tuesday, 4 August 1914. Fog. Wednesday 5th. Rain.", "1914-08-05"),
        ("He fell in 1914, and on 3 March of the following year he rose.", "1915-03-03"),
    ],
)  # fmt: skip
def test_from_the_date_before(text: str, value: str) -> None:
    assert dates_in(text)[-1][1] == value


@pytest.mark.parametrize(
    "text",
    [
        "He came yesterday.",
        "It was last month.",
        "It was two weeks ago.",
        "on the 29th, at noon",
        "He came on Tuesday.",
    ],
)
def test_nothing_is_guessed_where_nothing_is_known(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(
    "written",
    ["0000-01-01", "-0044-03-15", "0001-01-01", "9999-12-31", "-0043", "1914/1918", "19XX", "2020-21"],
)
def test_the_ends_of_the_calendar_are_no_stumbling_block(written: str) -> None:
    text = "It opened yesterday. Two weeks later it shut. Last week, last month, on Tuesday, tomorrow, next year, in May, last March."

    assert all(printed in text for printed, _ in dates_in(text, written))


def test_what_is_counted_from_a_day_before_christ_is_left_out() -> None:
    assert dates_in("Caesar died on 15 March 44 BC. Two weeks later Rome burned.") == [
        ("15 March 44 BC", "-0043-03-15")
    ]
