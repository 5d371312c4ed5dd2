import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anchored import nasty
from postil.anchoring import fold, joined
from postil.anchoring.fold import folded, unbroken, writable
from postil.records import unsafe
from strategies import texts, thorough


@thorough
@given(texts | nasty)
def test_folded_places_run_forward_through_the_whole_text(text: str) -> None:
    here = fold(text)

    assert len(here.text) == len(here.starts) == len(here.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(here.starts, here.ends, strict=True))
    assert all(first <= second for places in (here.starts, here.ends) for first, second in pairwise(places))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a\u00a0 \n\tb", "a b"),
        ("“‘it’s’”", "\"'it's'\""),
        ("1914–18—", "1914-18-"),
        ("co\u00adop\u200berate", "cooperate"),
        ("cafe\u0301", "caf\u00e9"),
        ("ﬁne CAPITALS", "ﬁne CAPITALS"),
        ("A\u00ad\u0300", "\u00c0"),
        ("\u09c7\u09be", "\u09cb"),
        ("a\u202eb\x07c", "abc"),
        ("a\x1c\x85b", "a b"),
    ],
)
def test_what_counts_as_the_same(text: str, folded: str) -> None:
    assert fold(text).text == folded


@thorough
@given(texts)
def test_composed_and_decomposed_texts_are_compared_alike(text: str) -> None:
    assume(not _holds_ignored(text))

    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


def _holds_ignored(text: str) -> bool:
    return any(folded(char).text == "" for char in text)


def test_clusters_are_what_unicode_may_compose() -> None:
    """Every second part of a canonical composition is a mark, or a Hangul vowel or final."""
    pairs = (unicodedata.decomposition(chr(code)).split() for code in range(0x110000))
    seconds = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    marks = {char for char in map(chr, range(0x110000)) if unicodedata.category(char).startswith("M")}

    assert all(len(set(fold(f"a{char}").starts)) == 1 for char in seconds | marks)


def test_white_space_is_pythons() -> None:
    spaces = {char for char in map(chr, range(0x110000)) if folded(char).text == " "}

    assert spaces == {char for char in map(chr, range(0x110000)) if char.isspace()}


@thorough
@given(texts | nasty)
def test_what_is_written_is_safe_and_folds_alike(text: str) -> None:
    assert unsafe(writable(text)) is None
    assert folded(writable(text)).text == folded(text).text


def test_broken_words_are_put_together() -> None:
    assert joined("the confer-\n  ence, pre- and post-war") == "the confer-ence, pre- and post-war"
    assert unbroken("the confer-\n  ence") == "the conference"
    assert unbroken("pre- and post-war\n") is None


@given(st.text("a-\n ", max_size=30))
def test_breaks_are_hyphens_of_the_text(text: str) -> None:
    here = fold(text)

    assert all(here.text[at : at + 2] == "- " for at in here.breaks)
