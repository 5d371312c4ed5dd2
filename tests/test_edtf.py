from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.edtf import Day, Edtf, days_in_month
from postil.errors import EdtfError
from strategies import thorough


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        # Level 0, with the examples of https://www.loc.gov/standards/datetime/
        ("1985-04-12", (1985, 4, 12), (1985, 4, 12)),
        ("1985-04", (1985, 4, 1), (1985, 4, 30)),
        ("1985", (1985, 1, 1), (1985, 12, 31)),
        ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12)),
        ("1964/2008", (1964, 1, 1), (2008, 12, 31)),
        ("2004-06/2006-08", (2004, 6, 1), (2006, 8, 31)),
        ("2004/2005-02", (2004, 1, 1), (2005, 2, 28)),
        # Level 1
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
        ("2001-21", (2001, 3, 1), (2001, 5, 31)),
        ("1984?", (1984, 1, 1), (1984, 12, 31)),
        ("2004-06~", (2004, 6, 1), (2004, 6, 30)),
        ("2004-06-11%", (2004, 6, 11), (2004, 6, 11)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("1985-04-XX", (1985, 4, 1), (1985, 4, 30)),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
        ("1985-04-12/..", (1985, 4, 12), None),
        ("1985-04/", (1985, 4, 1), None),
        ("../1985", None, (1985, 12, 31)),
        ("/1985-04-12", None, (1985, 4, 12)),
        ("-1985", (-1985, 1, 1), (-1985, 12, 31)),
        # Level 2
        ("1950S2", (1950, 1, 1), (1950, 12, 31)),
        ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31)),
        ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
        ("2004?-06-~11", (2004, 6, 11), (2004, 6, 11)),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25)),
        ("2001-34", (2001, 4, 1), (2001, 6, 30)),
        ("2004-06-~01/2004-06-~20", (2004, 6, 1), (2004, 6, 20)),
        # What the dates of a text need
        ("XXXX-04-13", (0, 4, 13), (9999, 4, 13)),
        ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30)),
        ("2000-02-29", (2000, 2, 29), (2000, 2, 29)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("-0043-XX", (-43, 1, 1), (-43, 12, 31)),
        ("-0043-XX-XX", (-43, 1, 1), (-43, 12, 31)),
        ("-0043-03-XX", (-43, 3, 1), (-43, 3, 31)),
    ],
)
def test_a_date_keeps_its_characters_and_knows_its_days(
    text: str, earliest: Day | None, latest: Day | None
) -> None:
    when = Edtf(text)

    assert str(when) == text
    assert (when.earliest, when.latest) == (earliest, latest)


NO_DATE = "is not an EDTF date; write a year, a month or a day, as in 1821, 1821-05 or 1821-05-03, with ~ for about and ? for uncertain"  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", f"'' {NO_DATE}"),
        ("18-21", f"'18-21' {NO_DATE}"),
        ("964", f"'964' {NO_DATE}"),
        ("April 13", f"'April 13' {NO_DATE}"),
        ("circa 1890", f"'circa 1890' {NO_DATE}"),
        ("1930s", f"'1930s' {NO_DATE}"),
        (" 1821", f"' 1821' {NO_DATE}"),
        ("1821\n", f"'1821\n' {NO_DATE}"),
        ("2020-4-16", f"'2020-4-16' {NO_DATE}"),
        ("20200416", f"'20200416' {NO_DATE}"),
        ("1914/1918/1920", f"'1914/1918/1920' {NO_DATE}"),
        ("1914/then", f"'then' {NO_DATE}"),
        ("٢٠٢٠", f"'٢٠٢٠' {NO_DATE}"),
        ("２０２０-04", f"'２０２０-04' {NO_DATE}"),
        ("[..1760-12-03]", f"'[..1760-12-03]' {NO_DATE}"),
        ("1984-1X", f"'1984-1X' {NO_DATE}"),
        ("-0000", "'-0000' has no year; write 0000 for 1 BC"),
        ("-0000-03", "'-0000-03' has no year; write 0000 for 1 BC"),
        ("2001-13", "'2001-13' has no month 13; write 01 to 12"),
        ("2001-00", "'2001-00' has no month 00; write 01 to 12"),
        ("2001-42", "'2001-42' has no month 42; write 01 to 12"),
        ("2001-21-01", "'2001-21-01' has no month 21; write 01 to 12"),
        ("2001-02-29", "'2001-02-29' is no day of the calendar; 2001-02 has 28 days"),
        ("1900-02-29", "'1900-02-29' is no day of the calendar; 1900-02 has 28 days"),
        ("2020-04-31~", "'2020-04-31~' is no day of the calendar; 2020-04 has 30 days"),
        ("2020-04-00", "'2020-04-00' is no day of the calendar; 2020-04 has 30 days"),
        ("2005/2004", "'2005/2004' ends before it begins; write 2004/2005"),
        ("2005~/2004?", "'2005~/2004?' ends before it begins; write 2004?/2005~"),
        ("/", "'/' says nothing; give at least one end of the interval, as in 1914/.."),
        ("../..", "'../..' says nothing; give at least one end of the interval, as in 1914/.."),
        ("1" * 201, "an EDTF date of over 200 characters is not read; write a shorter one"),
    ],
)
def test_anything_else_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(EdtfError) as raised:
        Edtf(text)

    assert str(raised.value) == message


def test_dates_stand_in_the_order_of_time() -> None:
    in_order = ["../1700", "-0043-03-15", "1914-01-01", "1914", "1914/1918", "1914/..", "1914-07-28~", "1915"]
    shuffled = in_order[::-1]

    assert sorted(shuffled, key=lambda text: Edtf(text).order) == in_order


def test_an_edtf_is_the_string_that_was_written() -> None:
    assert isinstance(Edtf("1821~"), str)
    assert f"{Edtf('1821~')}" == "1821~"


@thorough
@given(st.dates())
def test_months_have_the_days_of_the_calendar(day: date) -> None:
    assert 28 <= days_in_month(day.year, day.month) >= day.day


years = st.integers(0, 9999).map("{:04}".format)
years_before_christ = st.integers(-9999, -1).map("{:05}".format)
unknown_years = st.integers(100, 999).map("{}X".format) | st.integers(10, 99).map("{}XX".format)
months = st.builds("{}-{:02}".format, years | years_before_christ, st.integers(1, 12))
days = st.dates().map(date.isoformat)
unknown_months = (years | years_before_christ).map("{}-XX".format)
unknown_days = months.map("{}-XX".format) | unknown_months.map("{}-XX".format)
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
certain = years | years_before_christ | unknown_years | months | days | unknown_months | unknown_days
single = st.builds("{}{}".format, certain, st.sampled_from(["", "", "~", "?", "%"])) | seasons
intervals = st.lists(single, min_size=2, max_size=2, unique=True).map(
    lambda pair: "/".join(sorted(pair, key=lambda text: Edtf(text).order)))  # fmt: skip
open_intervals = single.map("{}/..".format) | single.map("../{}".format) | single.map("{}/".format)


@thorough
@given(single | intervals | open_intervals)
def test_every_date_that_can_be_written_is_read(text: str) -> None:
    when = Edtf(text)

    assert str(when) == text
    assert when.earliest or when.latest
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@thorough
@given(st.text(max_size=30) | st.text("0123456789X-/~?%.YES[]{},TZ:+ ", max_size=25))
def test_any_other_string_is_refused_and_nothing_else_happens(text: str) -> None:
    try:
        when = Edtf(text)
    except EdtfError as error:
        assert (
            "write" in str(error) or "is no day of the calendar" in str(error) or "says nothing" in str(error)
        )
    else:
        assert str(when) == text
