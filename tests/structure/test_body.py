import pytest

from postil.structure.body import read_body
from postil.structure.grouping import find_layout, group_lines
from postil.structure.lines import read_lines

PROSE = "The river rose all night, and by morning the lower town was under water. Nobody had slept."


def kinds(text: str) -> list[str]:
    lines = read_lines(text)
    layout = find_layout(lines)
    return [
        ruling.kind.value
        for ruling in read_body(group_lines(lines, layout, {}, frozenset()), layout, frozenset())
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (PROSE, ["paragraph"]),
        (f"I.\n\n{PROSE}", ["heading", "paragraph"]),
        (f"CHAPTER I.\n\nThe Rain.\n\n{PROSE}", ["heading", "heading", "paragraph"]),
        (
            f"{PROSE}\n\nA boat.\n\n[Photo/Xinhua]\n\n{PROSE}",
            ["paragraph", "caption", "caption", "paragraph"],
        ),
        (f"{PROSE}\n\n1. One wall.\n\n2. Two.\n\n{PROSE}", ["paragraph", "list", "list", "paragraph"]),
        (
            f"{PROSE}\n\n1. One wall.\n\n5. Five.\n\n{PROSE}",
            ["paragraph", "paragraph", "paragraph", "paragraph"],
        ),
        (
            f"{PROSE}\n\nYours truly,\n\nANN LEE\n\n{PROSE}",
            ["paragraph", "paragraph", "paragraph", "paragraph"],
        ),
        (f"{PROSE}\n\nADVERTISEMENT\n\n{PROSE}", ["paragraph", "noise", "paragraph"]),
        (f"{PROSE}\n\n[Footnote 1: It had rained.]\n\n{PROSE}", ["paragraph", "note", "paragraph"]),
        (f"{PROSE}\n\nRiga, 5 May 1921\n\n{PROSE}", ["paragraph", "dateline", "paragraph"]),
    ],
)
def test_each_group_is_what_it_and_its_neighbours_say(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_nothing_is_nothing() -> None:
    assert kinds("") == []
