import pytest

from postil.structure.grouping import find_layout, group_lines, room
from postil.structure.lines import read_lines


def groups(text: str) -> list[str]:
    lines = read_lines(text)
    return [group.words for group in group_lines(lines, find_layout(lines), {}, frozenset())]


def test_blank_lines_part_and_line_breaks_alone_do_not() -> None:
    assert groups("the river\nrose\n\nit fell") == ["the river\nrose", "it fell"]


def test_a_line_wider_than_any_page_is_a_paragraph() -> None:
    long = "The river rose all night, and by morning the lower town was under water, and nobody had slept, for the bells rang."

    assert groups(f"{long}\n{long}\nIt fell.") == [long, long, "It fell."]


def test_a_line_left_short_at_the_end_of_a_sentence_ends_a_paragraph() -> None:
    text = "The river rose all night, and by morning the lower town was under\nwater.\nNobody had slept, and nobody slept the next night either, it is\nsaid."

    assert len(groups(text)) == 2


def test_the_head_of_a_list_is_no_item() -> None:
    assert groups("These came:\n- one\n- two\nThat was all.") == [
        "These came:",
        "- one\n- two",
        "That was all.",
    ]


@pytest.mark.parametrize(("text", "free"), [("abc\nde", 4), ("abcdefgh\nij", -1)])
def test_room_is_what_the_next_word_would_leave(text: str, free: int) -> None:
    one, two = read_lines(text)

    assert room(one, two, 10) == free


def test_the_layout_is_that_of_most_lines() -> None:
    wrapped = read_lines(
        "\n".join(["the river rose all night and by morning the lower town was under water"] * 9)
    )

    assert find_layout(wrapped).width == len(wrapped[0].words)
    assert find_layout(read_lines("a\n\nb\n\nc")).width == 0
    assert find_layout([]).width == 0
