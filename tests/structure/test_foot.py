import pytest

from postil.model import BlockKind
from postil.structure.foot import called, read_foot
from postil.structure.grouping import find_layout, group_lines
from postil.structure.lines import Ruling, read_lines

BODY = "The river rose.[1]\n\nThe river rose all night, and by morning the lower town was under water. Nobody had slept.2\n\n"


def kinds(text: str) -> list[str]:
    lines = read_lines(f"By Ann Lee\n\n{BODY}{text}")
    groups = group_lines(lines, find_layout(lines), {}, frozenset())
    return [ruling.kind.value for ruling in read_foot(groups, 1, [Ruling(BlockKind.BYLINE, "")])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Lee is a miller.", ["note"]),
        ("Jan Berzin is a miller.", []),
        ("(Originally appeared in The Gazette)", ["note"]),
        ("Translated by Jan Berzin", ["note"]),
        ("The author is a miller.", ["note"]),
        ("[1] It had rained.", ["note"]),
        ("2 The priest did.", ["note"]),
        ("3 The priest did.", []),
        ("Notes\n\n1. It had rained.\n\n2. It had not.", ["heading", "note", "note"]),
        ("Related\n\nThe wall", ["noise", "noise"]),
        ("(Editor: Jan Berzin)\n\n© 1921", ["noise", "noise"]),
        ("*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nAnything. At all.", ["noise", "noise"]),
        ("It fell.", []),
    ],
)
def test_the_foot_speaks_about_the_text(text: str, found: list[str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("mark", "words", "calls"),
    [("2", "slept.2", True), ("2", "slept (2)", True), ("2", "slept2 and", True), ("2", "2 boats", False), ("2", "12 boats", False), ("2", "A2-road", False), ("2", "", False)],
)  # fmt: skip
def test_a_note_is_called_where_its_mark_stands_behind_a_word(mark: str, words: str, calls: bool) -> None:
    assert called(mark, words) == calls
