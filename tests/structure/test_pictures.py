import pytest

from postil.structure.lines import Lines, read_lines
from postil.structure.pictures import caption, is_credit_line, says_picture, usual_gap

PROSE = Lines(
    read_lines("The river rose all night, and by morning the lower town was under water. Nobody had slept."),
    1,
)


def why(words: str) -> str | None:
    found = caption(Lines(read_lines(words), 1), PROSE, PROSE, 1, filled=False)
    return found.rule if found else None


@pytest.mark.parametrize(
    "words",
    ["[Illustration: The bridge]", "FILE PHOTO: The bridge", "Image caption The bridge", "Fig. 2. The bridge", "bridge-01.jpg", "The bridge. [Photo/Xinhua]",
     "The bridge. (AP Photo/Ann Lee)", "Photo: Ann Lee", "REUTERS", "Ann Lee is seen on the bridge of the town.", "Ann Lee (L) and Jan Berzin on the bridge in Riga.",
     "The mayor visits the lower town of Riga on May 5, 2021.", "图为群众在转移途中。新华社记者 王芳 摄"],
)  # fmt: skip
def test_captions_say_or_show_that_they_are(words: str) -> None:
    assert why(words)


@pytest.mark.parametrize(
    "words",
    ["A photograph taken from the tower shows the roofs, the wall and nothing else.", "The mayor visited the lower town on May 5, 2021.",
     "Figure 2 shows that the river rose.", "The picture of the town was dark.", "This treaty shall enter into force on 1 January 1995.", "He came and/or went."],
)  # fmt: skip
def test_sentences_of_the_body_are_none(words: str) -> None:
    assert why(words) is None


def test_a_credit_may_stand_alone() -> None:
    assert is_credit_line("(Xinhua/Ann Lee)") and is_credit_line("Photo by Ann Lee") and is_credit_line("AP")
    assert not is_credit_line("(and/or)") and not is_credit_line("The river rose")


def test_some_lines_say_that_they_belong_to_a_picture() -> None:
    assert says_picture("Image copyright Reuters") and not says_picture("Images of war")


def test_the_usual_gap_is_a_small_one() -> None:
    groups = [Lines(read_lines("\n" * gap + "a"), 0) for gap in (0, 1, 1, 2, 1)]

    assert usual_gap(groups) == 1
    assert usual_gap([]) == 1
