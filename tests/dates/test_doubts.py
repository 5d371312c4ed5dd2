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
