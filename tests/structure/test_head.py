import pytest

from postil.structure.grouping import find_layout, group_lines
from postil.structure.head import read_head
from postil.structure.lines import read_lines

BODY = "The river rose all night, and by morning the lower town was under water. Nobody had slept."


def kinds(text: str) -> list[str]:
    lines = read_lines(f"{text}\n\n{BODY}")
    return [
        ruling.kind.value
        for ruling in read_head(group_lines(lines, find_layout(lines), {}, frozenset()), frozenset())
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Flood", ["title"]),
        ("THE FLOOD.", ["title"]),
        ("The Flood\n\nA History\n\nBy Ann Lee", ["title", "title", "byline"]),
        ("The Flood\n\nby\n\nAnn Lee", ["title", "byline", "byline"]),
        ("The Flood\n\nHome > News\n\nThe Flood\n\nBy Ann Lee", ["title", "noise", "noise", "byline"]),
        ("Menu\nNews\nSport\n\nThe Flood", ["noise", "noise", "title"]),
        ("The Flood\n\nRiga, 5 May 1921", ["title", "dateline"]),
        ("The Flood\n\n5 May 1921", ["title", "dateline"]),
        ("Riga, 5 May 1921\n\nDear Jan,", ["dateline"]),
        ("My dear Sir", []),
        ("CHAPTER I", []),
        ("- one", []),
        ("[Illustration: a map]", []),
    ],
)
def test_the_head_goes_from_noise_to_dateline(text: str, found: list[str]) -> None:
    assert kinds(text) == found


def test_nothing_has_no_head() -> None:
    assert read_head([], frozenset()) == []
