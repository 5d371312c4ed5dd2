import pytest

from postil.vocabulary.datelines import (
    is_closing,
    is_date,
    is_dateline,
    is_salutation,
    read_closing,
    read_opening,
    read_signature,
)


@pytest.mark.parametrize(
    "line",
    ["5 May 1921", "May 5th, 1921.", "Monday, May 3rd.", "Tuesday 25th", "2020-07-15 09:30", "13.4.2020", "2020年7月15日", "le 1er mai 1871", "13. April 2020",
     "13 апреля 2020 г.", "May 1921", "the 5th inst.", "Friday, 5 May, 10 a.m."],
)  # fmt: skip
def test_a_date_is_nothing_else(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "May",
        "1921",
        "I may go 5",
        "March on 12 towns",
        "May 5 was wet",
        "1.5",
        "Room 12",
        "5 May 1921 to the mayor",
    ],
)
def test_other_lines_are_no_dates(line: str) -> None:
    assert not is_date(line)


@pytest.mark.parametrize(
    "line",
    ["Washington, Nov. 21, 1864.", "Executive Mansion, Washington, Nov. 21, 1864.", "Camp near Falmouth, Va., Dec. 5th, 1862.", "Riga — 5 May 1921",
     "RIGA 5 MAY 1921", "12 Mill Street, Riga, 5 May 1921"],
)  # fmt: skip
def test_a_dateline_is_places_and_a_day(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Monday, May 3rd.",
        "The flood came on Monday, May 5",
        "But then, May 5",
        "Riga, the town of 1921",
        "the river, May 5",
        "CHAPTER 5",
    ],
)
def test_other_lines_are_no_datelines(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("BEIJING, May 16 (Xinhua) -- The river", {"place": "BEIJING", "date": "May 16", "source": "Xinhua"}),
        ("LONDON (Reuters) — The river", {"place": "LONDON", "source": "Reuters"}),
        (
            "新华社北京5月16日电（记者李明）河水",
            {"source": "新华社", "place": "北京", "date": "5月16日", "creator": "李明"},
        ),
        ("The river (the Daugava) rose", {}),
        ("", {}),
    ],
)
def test_the_opening_of_a_news_text_names_place_and_agency(words: str, fields: dict[str, str]) -> None:
    assert read_opening(words) == fields


@pytest.mark.parametrize(
    "words", ["Yours faithfully,", "I am, Sir,\nYour obedient servant,", "With kind regards", "此致\n敬礼"]
)
def test_letters_close_with_a_formula(words: str) -> None:
    assert is_closing(words)


@pytest.mark.parametrize(
    "words", ["", "I am glad of it.", "With the boats came bread", "Best of all was the bread."]
)
def test_other_words_close_none(words: str) -> None:
    assert not is_closing(words)


@pytest.mark.parametrize(
    ("words", "name"), [("A. Lincoln.", "A. Lincoln"), ("(Signed) Jan Berzin", "Jan Berzin"), ("ANN LEE", "ANN LEE"), ("and went home", None), ("", None)]
)  # fmt: skip
def test_a_signature_is_a_name(words: str, name: str | None) -> None:
    assert read_signature(words) == name


# Test data
@pytest.mark.parametrize(
    "line",
    [
        "一九一九年五月六日　北京",
        "北京，2020年4月14日",
        "Camp near Riga, Decr. 3d, 1854",
        "Riga, Novr. 2d, 1811",
    ],
)
def test_places_and_days_of_old_and_of_chinese_letters_are_datelines(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    ["Dear Madam,--", "My dear Mother", "Ma chère Louise,", "Lieber Bruder!", "Милая Маша!", "吾兄如晤："],
)
def test_a_letter_opens_with_a_salutation(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize("line", ["", "Dearth", "Lieber heute als morgen", "Chère France"])
def test_another_line_is_no_salutation(line: str) -> None:
    assert not is_salutation(line)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Dein treuer Bruder\nFerdinand", "Ferdinand"),
        ("Your obedient servants,\nLee, Berzin & Co.", "Lee, Berzin & Co."),
        ("Твой Антон Р.", "Антон Р."),
        ("Yours faithfully,", None),
    ],
)
def test_a_closing_is_signed_on_its_last_line(words: str, name: str | None) -> None:
    assert is_closing(words)
    assert read_closing(words) == name


def test_a_chinese_signature_is_the_name_in_its_formula() -> None:
    assert read_signature("弟 子明 顿首") == "子明"
