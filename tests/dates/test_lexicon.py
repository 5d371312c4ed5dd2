import pytest

from postil.dates.lexicon import figures, lexicon


@pytest.mark.parametrize(
    ("language", "name", "number"),
    [
        ("en", "april", 4), ("en", "apr", 4), ("en", "sept", 9), ("en", "decr", 12), ("en-GB", "december", 12),
        ("fr", "avril", 4), ("de", "märz", 3), ("ru", "апреля", 4), ("ru", "апреле", 4), ("it", "maggio", 5),
        ("tlh", "april", 4), ("xx-nonsense", "may", 5),
    ],
)  # fmt: skip
def test_months_have_the_names_of_the_language(language: str, name: str, number: int) -> None:
    assert lexicon(language).months[name] == number


def words(text: str, language: str) -> list[str]:
    return [lexeme.of(text) for lexeme in lexicon(language).cut(text, 0, len(text))]


def test_a_text_is_cut_into_the_words_of_dates() -> None:
    assert words("Mayor May will march the 5th of Sept., 1914 or 1,984", "en") == [
        "May",
        "the",
        "5th",
        "of",
        "Sept.",
        "1914",
        "or",
    ]
    assert words("am 4. August", "de") == ["4", "August"]
    assert words("2020年4月13日", "zh") == ["2020", "年", "4", "月", "13", "日"]


def test_a_full_stop_belongs_to_a_short_name_alone() -> None:
    assert words("in May. in Sept. in April.", "en") == ["in", "May", "in", "Sept.", "in", "April"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("二〇二〇", "2020"), ("十三", "13"), ("二十", "20"), ("十", "10"), ("四", "4"), ("13", "13")],
)
def test_numbers_in_han_characters_are_figures(printed: str, value: str) -> None:
    assert figures(printed) == value
