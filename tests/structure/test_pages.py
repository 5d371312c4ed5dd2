import pytest

from postil.structure.lines import read_lines
from postil.structure.pages import find_pages, is_ornament


def pages(text: str) -> list[str]:
    lines = read_lines(text)
    return [lines[at].words for at in sorted(find_pages(lines))]


@pytest.mark.parametrize(
    "words", ["[page 2]", "[Pg 12]", "- 12 -", "— 12 —", "{12}", "[fol. 3v]", "Page 12 of 30", "(p. 7)", "第 12 页", "* * *", "-----"]
)  # fmt: skip
def test_some_print_says_what_it_is(words: str) -> None:
    assert pages(f"The river rose.\n\n{words}\n\nIt fell.") == [words]


@pytest.mark.parametrize(
    "words", ["12", "1921", "page after page", "[sic]", "- one", "p", "12 boats came.", "IV", "..."]
)
def test_what_does_not_say_it_is_text(words: str) -> None:
    assert pages(f"The river rose.\n\n{words}\n\nIt fell.") == []


def test_a_number_in_the_middle_of_a_sentence_is_a_page_s() -> None:
    assert pages("the river\n\n12\n\nrose all night") == ["12"]


def test_numbers_that_count_up_from_the_middle_of_a_book_are_pages() -> None:
    body = "The river rose.\n\nIt fell.\n\nIt rose.\n\n"

    assert pages(f"{body}11\n\n{body}12\n\n{body}13\n\n{body}") == ["11", "12", "13"]
    assert pages(f"1\n\n{body}2\n\n{body}3\n\n{body}") == []
    assert pages(f"1914\n\n{body}1915\n\n{body}1916\n\n{body}") == []


def test_a_head_that_comes_back_with_a_higher_number_is_a_page_s() -> None:
    body = "The river rose.\n\nIt fell.\n\nIt rose.\n\n"

    assert pages(f"Of Floods   11\n\n{body}Of Floods   12\n\n{body}") == ["Of Floods   11", "Of Floods   12"]
    assert pages(f"Boats 11\n\n{body}Sheep 12\n\n{body}") == []


def test_only_ornaments_part_what_stands_around_them() -> None:
    lines = read_lines("a\n\n* * *\n\nb\n\n[page 2]\n\nc")

    assert [is_ornament(rule) for rule in find_pages(lines).values()] == [True, False]
