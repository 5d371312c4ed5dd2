import pytest

from dates_in import dates_in


@pytest.mark.parametrize(
    "text",
    [
        "He may go in the march, in an august company.", "April Jones met June Carter.", "The October Revolution",
        "an army of 1500 men, 1200 towns and 1984 people", "page 1984, Section 2010, Resolution 1244, Flight 1812",
        "the 2030 Agenda for Sustainable Development", "Regulation (EU) 2016/679", "It cost $1984 or £1750.",
        "2016-2017-2018", "the Easter Rising", "Christmas Island", "020 7946 1918", "the 13th Division",
        "two days before the feast", "1,984 of them", "1984.5 tons", "model 1911", "about 1914 men",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates_in(text, "2020-04-16") == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It fell in 1914.", "1914"), ("the war of 1914, and after", "1914"), ("(1914)", "1914"), ("1914 was cold.", "1914"),
        ("In 1914 troops marched.", "1914"), ("the 1941 campaign", "1941"), ("In October Nixon went.", "October"),
        ("by May it was over", "May"), ("on the 13th, at noon", "the 13th"), ("at Easter he came", "Easter"),
        ("founded about 1910 by him", "about 1910"),
    ],
)  # fmt: skip
def test_what_stands_like_a_date_is_one(text: str, printed: str) -> None:
    assert [words for words, _ in dates_in(text, "2020-04-16")] == [printed]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Easter 1000 BC", "en"), ("the 1200s BC", "en"), ("im 1. Jahrhundert v. Chr.", "de"), ("IIe siècle avant J.-C.", "fr"),
        ("V веке до н. э.", "ru"), ("siglo V a. C.", "es"), ("公元前1200年3月", "zh"),
    ],
)  # fmt: skip
def test_what_is_before_christ_and_has_no_rule_is_not_read_as_after(text: str, language: str) -> None:
    assert dates_in(text, language=language) == []


@pytest.mark.parametrize("text", ["He came on 30 February.", "It ends on the 31st of April."])
def test_a_day_that_no_year_has_is_none(text: str) -> None:
    assert dates_in(text) == []
