import pytest

from postil.vocabulary.english import FUNCTION_WORDS, is_verb


@pytest.mark.parametrize("word", ["was", "burned", "rang", "opens", "undertook"])
def test_verbs(word: str) -> None:
    assert is_verb(word)


@pytest.mark.parametrize("word", ["hundred", "red", "bed", "united", "may", "march", "mill", "am"])
def test_no_verbs(word: str) -> None:
    assert not is_verb(word)


def test_a_month_is_no_small_word() -> None:
    assert "may" not in FUNCTION_WORDS
