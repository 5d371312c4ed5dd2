import pytest

from dates_in import dates_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained on April 13.", "2020-04-13"), ("It rained on April 17.", "2019-04-17"), ("It rains on April 17.", "2020-04-17"),
        ("It will open on May 3.", "2020-05-03"), ("It rained in December.", "2019-12"), ("It opens in June.", "2020-06"),
        ("It rained last March.", "2020-03"), ("It rained in January of last year.", "2019-01"), ("It rained at Easter.", "2020-04-12"),
        ("It rained at Christmas.", "2019-12-25"), ("It rained on Monday, May 1.", "2017-05-01"), ("It rained on February 29.", "2020-02-29"),
    ],
)  # fmt: skip
def test_a_report_of_16_april_2020_looks_back_and_ahead_from_that_day(text: str, value: str) -> None:
    found = [value for _, value in dates_in(text, "2020-04-16")]

    assert found == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began in May 1901. On June 3 it ended.", "1901-06-03"), ("It began in November 1901. In February it ended.", "1902-02"),
        ("It began in the spring of 1943. On July 2 it ended.", "1943-07-02"), ("In August and September 1914 it rained.", "1914-09"),
        ("On 28 and 29 August 1918 it rained.", "1918-08-29"), ("In 1916 it rained at Easter.", "1916-04-23"),
        ("Easter Monday, 1916", "1916-04-24"), ("It began in 1901. The mill was of 1750. In June it ended.", "1901-06"),
    ],
)  # fmt: skip
def test_a_narrative_goes_on_from_the_date_before(text: str, value: str) -> None:
    assert dates_in(text)[-1][1] == value


def test_without_any_year_it_stays_open() -> None:
    assert dates_in("On June 3 it ended.") == [("June 3", "XXXX-06-03")]
    assert dates_in("On Good Friday it ended.") == [("Good Friday", "XXXX")]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("3 May 1200 BC", "en", "-1199-05-03"), ("März 1200 v. Chr.", "de", "-1199-03"), ("en 1200 av. J.-C.", "fr", "-1199"),
        ("May １９１４", "en", "1914-05"), ("１９８９年4月", "zh", "1989-04"), ("يناير ٢٠٢٠", "ar", "2020-01"),
        ("2018年夏天.", "zh", "2018-22"), ("2018年, 次年.", "zh", "2019"),
    ],
)  # fmt: skip
def test_eras_and_figures_of_other_languages(text: str, language: str, value: str) -> None:
    assert [found for _, found in dates_in(text, language=language)][-1:] == [value]


def test_a_year_between_the_entries_of_a_diary_is_theirs() -> None:
    diary = "Jan 1, 1862\n\nRain.\n\nFeb. 3\n\nFog.\n\nDec. 31\n\nSo it ends.\n\n1863\n\nJan. 1\n\nSnow, as yesterday."

    assert [value for _, value in dates_in(diary, "1902")] == [
        "1862-01-01", "1862-02-03", "1862-12-31", "1863", "1863-01-01", "1862-12-31",
    ]  # fmt: skip
