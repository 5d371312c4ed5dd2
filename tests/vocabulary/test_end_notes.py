import pytest

from postil.vocabulary.end_notes import AUTHOR_HEADS, FOOTNOTE, NOTE_HEADS, is_about, note_form


@pytest.mark.parametrize(
    "words",
    ["(Originally appeared in The Gazette)", "Translated by Jan Berzin", "Translated from the German by Jan Berzin", "Correction: It was the fourth.", "The author is a miller.",
     "This article was first published in 1921.", "Additional reporting by Jan Berzin", "Jan Berzin contributed to this report.", "（作者：水利部门负责人）", "Note: Four boats."],
)  # fmt: skip
def test_notes_at_the_end_have_many_forms(words: str) -> None:
    assert note_form(words, at_the_end=True) and not note_form(words, at_the_end=False)


@pytest.mark.parametrize(
    "words",
    [
        "Editor's note: It had rained.",
        "[Footnote 1: It had rained.]",
        "Transcriber's Note: Spelling was kept.",
    ],
)
def test_some_count_anywhere(words: str) -> None:
    assert note_form(words, at_the_end=False)


@pytest.mark.parametrize(
    "words",
    ["", "The river rose.", "The note lay on the table.", "Corrections were made", "Note: " + "a" * 2000],
)
def test_other_words_are_no_notes(words: str) -> None:
    assert note_form(words, at_the_end=True) is None


def test_who_somebody_is_stands_behind_the_name() -> None:
    assert is_about("Ann Lee is a miller.", ("Ann Lee",)) and is_about(
        "Dr. Lee teaches school.", ("Ann Lee",)
    )
    assert not is_about("Jan Berzin is a miller.", ("Ann Lee",)) and not is_about("Ann Lee is a miller.", ())


@pytest.mark.parametrize("words", ["[1] It", "[a] It", "1 It", "1. It", "* It", "† It", "(1) It", "① 水"])
def test_footnotes_begin_with_a_mark(words: str) -> None:
    assert FOOTNOTE.match(words)


def test_lines_may_head_the_notes() -> None:
    assert (
        NOTE_HEADS.fullmatch("Notes")
        and NOTE_HEADS.fullmatch("References:")
        and AUTHOR_HEADS.fullmatch("About the author")
    )
