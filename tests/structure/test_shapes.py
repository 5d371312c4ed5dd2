import pytest

from postil.structure.lines import Lines, read_lines
from postil.structure.shapes import (
    bullet,
    find_speakers,
    has_columns,
    is_rule,
    number,
    shape,
    speaker,
    verse,
)


def shaped(text: str) -> str | None:
    found = shape(Lines(read_lines(text), 0))
    return found.kind.value if found else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- one\n- two", "list"),
        ("1. one\n2. two\n   and a half", "list"),
        ("1. one\n7. seven", None),
        ("a\t1\nb\t2", "table"),
        ("Bread .... 2d.\nFlour .... 4d.", "table"),
        ("> a\n> b", "quote"),
        ("    a river rose\n    and it fell", "quote"),
        ("床前明月光，\n疑是地上霜。", "verse"),
        ("John Smith\nAnn Lee\nJan Berzin", None),
        ("It rained.\nIt stopped.\nIt rained.", None),
        ("Yours very truly,\nwith all my heart,\nAnn Lee", None),
        ("one line", None),
    ],
)
def test_lines_show_what_they_are(text: str, kind: str | None) -> None:
    assert shaped(text) == kind


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("HAMLET. To be", "stop:HAMLET"),
        ("Q. Where?", "letter:Q"),
        ("The CHAIRMAN: Order.", "colon:The CHAIRMAN"),
        ("记者：您好", "hanzi:记者"),
        ("Source: Xinhua", None),
        ("the river: a song", None),
        ("It rained. It stopped.", None),
    ],
)
def test_a_turn_begins_with_who_speaks(words: str, label: str | None) -> None:
    assert speaker(read_lines(words)[0]) == label


def test_who_speaks_speaks_again() -> None:
    assert find_speakers(read_lines("Ann: One.\n\nJan: Two.\n\nAnn: Three.")) == {"colon:Ann", "colon:Jan"}
    assert find_speakers(read_lines("Ann: One.\n\nJan: Two.\n\nEva: Three.")) == frozenset()


@pytest.mark.parametrize(
    ("words", "mark", "counted"),
    [("- one", "-", None), ("12. one", "number", 12), ("(3) one", "(number", 3), ("b) one", "letter", None), ("12 men", None, None), ("and so on. It", None, None)],
)  # fmt: skip
def test_items_open_with_a_mark_or_a_number(words: str, mark: str | None, counted: int | None) -> None:
    line = read_lines(words)[0]

    assert (bullet(line), number(line)) == (mark, counted)


def test_columns_and_rules_make_tables() -> None:
    assert has_columns(read_lines("a    b")[0]) and not has_columns(read_lines("a  b")[0])
    assert is_rule(read_lines("---- ----")[0]) and not is_rule(read_lines("- one")[0])


def test_prose_is_no_verse() -> None:
    assert verse(read_lines("The river rose all night,\nand by morning the town\nwas under water.")) is None
