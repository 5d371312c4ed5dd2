import pytest

from postil.structure.lines import Line, Lines, columns, is_chinese, read_lines


def line(words: str, indent: int = 0, blank: int = 0) -> Line:
    return Line(0, len(words), words, indent, blank, False, columns(words))


def test_lines_know_their_place_and_what_stands_before_them() -> None:
    assert read_lines("a\n\n\n  b \n\f\nc") == [
        Line(0, 1, "a", 0, 0, False, 1),
        Line(4, 8, "b", 2, 2, False, 1),
        Line(11, 12, "c", 0, 1, True, 1),
    ]


def test_a_tab_and_a_wide_space_are_wider_than_one_column() -> None:
    assert [each.indent for each in read_lines("\ta\n\u3000\u3000中")] == [8, 4]


@pytest.mark.parametrize(("words", "wide"), [("", 0), ("abc", 3), ("é", 1), ("中文", 4), ("a，", 3)])
def test_a_chinese_character_takes_two_columns(words: str, wide: int) -> None:
    assert columns(words) == wide


@pytest.mark.parametrize(
    ("words", "ends", "begins", "goes_on"),
    [
        ("The river.", True, True, False),
        ("the river", False, False, True),
        ("“Nobody slept!”", True, True, False),
        ("rose.[12]", True, False, True),
        ("河水上涨。", True, True, False),
        ("12 boats,", False, True, False),
    ],
)
def test_a_line_may_end_a_sentence_or_stand_in_its_middle(
    words: str, ends: bool, begins: bool, goes_on: bool
) -> None:
    assert (line(words).ends, line(words).begins, line(words).continues) == (ends, begins, goes_on)


def test_lines_that_stand_together_are_read_as_one() -> None:
    group = Lines([line("The river  rose.", blank=2), line("It fell.")], 1)

    assert (group.before, group.after, group.count, group.length) == (2, 1, 2, 25)
    assert group.on_one_line == "The river rose. It fell."
    assert group.sentences == 2 and group.is_prose
    assert not Lines([line("The river rose.")], 0).is_prose


@pytest.mark.parametrize(
    ("words", "chinese"), [("中文", True), ("“中文”", True), ("abc", False), ("é", False)]
)
def test_wide_characters_are_known(words: str, chinese: bool) -> None:
    assert is_chinese(words) == chinese
