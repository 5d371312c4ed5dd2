from hypothesis import given
from hypothesis import strategies as st

from postil.cli.columns import printable, table

COLUMNS = (("No", 3), ("Words", 9))


def test_long_cells_stand_on_several_lines_and_nothing_is_added_at_the_ends() -> None:
    assert list(table(COLUMNS, [("1", "the river rose"), ("", "x")])) == [
        "No   Words",
        "---  ---------",
        "1    the river",
        "     rose",
        "     x",
    ]


def test_words_without_spaces_are_cut_and_wide_letters_take_two_places() -> None:
    assert list(table(COLUMNS, [("1", "abcdefghijkl"), ("二", "二〇二〇年四月")]))[2:] == [
        "1    abcdefghi",
        "     jkl",
        "二   二〇二〇",
        "     年四月",
    ]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=60)), max_size=5))
def test_all_that_is_in_the_cells_is_printed(rows: list[tuple[str, str]]) -> None:
    printed = "".join("".join(table(COLUMNS, rows)).split())

    assert sorted(printed) == sorted(
        "NoWords" + "-" * 12 + "".join("".join(cell.split()) for row in rows for cell in row)
    )


def test_words_that_are_printed_are_one_line_and_command_no_terminal() -> None:
    assert printable(" a\x1b[31m\tb\n\u00a0c\u202e \u009bd\u200d ") == "a[31m b c d"


@given(st.text())
def test_whatever_is_printed_can_be_printed(words: str) -> None:
    assert printable(words).isprintable()
