import pytest

from dates_in import dates_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12–14 June 1944", "1944-06-12/1944-06-14"), ("the night of 3/4 March 1916", "1916-03-03/1916-03-04"),
        ("June 12 to 14, 1944", "1944-06-12/1944-06-14"), ("between January and March 1946", "1946-01/1946-03"),
        ("November–February 1946", "1945-11/1946-02"), ("1914–18", "1914/1918"), ("1914/15", "1914/1915"), ("from 1861 to 1865", "1861/1865"),
        ("490–480 BC", "-0489/-0479"), ("12 BC–AD 4", "-0011/0004"), ("from March 3 to May 5, 1917", "1917-03-03/1917-05-05"),
        ("28 June–3 July 1863", "1863-06-28/1863-07-03"), ("the 1930s", "193X"), ("mid-1990s", "199X"), ("the late 18th century", "17XX"),
        ("the 17th to 18th centuries", "16XX/17XX"), ("the first quarter of 2020", "2020-33"), ("the first half of 1918", "1918-40"),
        ("winter 1914/15", "1914-24"), ("from December 28 to January 3, 1864", "1863-12-28/1864-01-03"),
    ],
)  # fmt: skip
def test_stretches_of_time(text: str, value: str) -> None:
    assert dates_in(text) == [(text, value)]


@pytest.mark.parametrize("text", ["1918–1914", "1944-06-14/1944", "14–12 June 1944"])
def test_no_stretch_runs_backwards(text: str) -> None:
    assert all("/" not in value for _, value in dates_in(text))


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("4/5/2020", None, "[2020-04-05,2020-05-04]"), ("4/5/2020", "dmy", "2020-05-04"), ("4/5/2020", "mdy", "2020-04-05"),
        ("13/4/2020", None, "2020-04-13"), ("4/13/2020", None, "2020-04-13"), ("5/5/2020", None, "2020-05-05"),
        ("13.4.2020", "mdy", None), ("20200413", None, "2020-04-13"), ("2020/4/13", None, "2020-04-13"),
    ],
)  # fmt: skip
def test_days_in_figures(text: str, order: str | None, value: str | None) -> None:
    assert [found for _, found in dates_in(text, order=order)] == ([value] if value else [])


def test_the_text_itself_may_show_its_order() -> None:
    assert dates_in("from 25/12/2019 on, and on 4/5/2020 too") == [
        ("25/12/2019", "2019-12-25"),
        ("4/5/2020", "2020-05-04"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("desde 1914 hasta 1918", "es", "1914/1918"), ("depuis 1914 jusqu'en 1918", "fr", "1914/1918"),
        ("seit Mai 1914 bis Juni 1915", "de", "1914-05/1915-06"), ("С 5 мая по 7 июня 1914 года", "ru", "1914-05-05/1914-06-07"),
    ],
)  # fmt: skip
def test_since_and_until_are_one_stretch(text: str, language: str, value: str) -> None:
    assert [found for _, found in dates_in(text, language=language)] == [value]


@pytest.mark.parametrize(
    ("text", "value"), [("1/2/03", "2001-02-03"), ("20/04/13", "2020-04-13"), ("2020/4/13", "2020-04-13")]
)
def test_years_first_by_the_record(text: str, value: str) -> None:
    assert dates_in(text, "2020-01-01", order="ymd") == [(text, value)]
