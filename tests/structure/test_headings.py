import pytest

from postil.model import BlockKind
from postil.structure.headings import could_head, heading, is_chapter, is_strong, names_chapter
from postil.structure.lines import Lines, read_lines

PROSE = Lines(
    read_lines("The river rose all night, and by morning the lower town was under water. Nobody had slept."),
    1,
)


def headed(words: str) -> bool:
    found = heading(Lines(read_lines(words), 1), PROSE, None, shouting=False)
    return found is not None and found.kind is BlockKind.HEADING


@pytest.mark.parametrize(
    "words",
    ["CHAPTER I", "Chapter One", "I.", "IV", "1.", "1. The Wall", "2.1 The Wall", "§ 12", "ARTICLE 231.", "THE WALL", "A. The wall",
     "What the mayor said", "Introduction", "5 May 1921", "一、加强领导", "第一章 总则", "SCENE II. A room in the castle."],
)  # fmt: skip
def test_headings_have_many_forms(words: str) -> None:
    assert headed(words)


@pytest.mark.parametrize(
    "words",
    ['"I went home to my mother"', "I went home to my mother", "She was gone", "12 men came to the door.", "1. The wall shall be built.", "and so on",
     "Dear Madam,", "The river rose;", "These came:", "Civil war broke out."],
)  # fmt: skip
def test_other_short_lines_are_none(words: str) -> None:
    assert not headed(words)


def test_capitals_say_nothing_where_all_is_in_capitals() -> None:
    assert heading(Lines(read_lines("THE WALL"), 1), PROSE, None, shouting=True) != heading(
        Lines(read_lines("THE WALL"), 1), PROSE, None, shouting=False
    )


def test_nothing_is_headed_by_the_last_line() -> None:
    assert heading(Lines(read_lines("THE WALL"), 0), None, None, shouting=False) is None


def test_strong_headings_and_chapters_are_told_from_lines() -> None:
    assert is_strong("THE WALL") and is_strong("II. The Wall") and not is_strong("The Wall")
    assert is_chapter("Chapter 3") and is_chapter("IV.") and not is_chapter("THE WALL")


def test_a_chapter_s_name_stands_under_its_number() -> None:
    assert names_chapter(Lines(read_lines("The Lee Shore."), 1), PROSE)
    assert not names_chapter(Lines(read_lines("It rained. It stopped."), 1), PROSE)


def test_a_sentence_heads_only_long_paragraphs() -> None:
    sentence = Lines(read_lines("The town has learnt."), 1)

    assert could_head(sentence, PROSE, 400) and not could_head(sentence, PROSE, 100)
    assert not could_head(sentence, None, 400)
