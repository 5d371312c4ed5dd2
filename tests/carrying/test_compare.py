import pytest
from hypothesis import given

from postil.carrying.compare import PARAGRAPH, SENTENCE, compare
from postil.model import Span
from strategies import texts, thorough


@thorough
@given(texts, texts)
def test_every_run_reads_the_same_in_both_captures(old: str, new: str) -> None:
    comparison = compare(old, new)

    for run in comparison.runs:
        pieces = [
            [side.form[start:end] for start, end in side.words[first : first + run.length]]
            for side, first in ((comparison.old, run.old), (comparison.new, run.new))
        ]
        assert pieces[0] == pieces[1]
    for side in (comparison.old, comparison.new):
        assert len(side.starts) == len(side.ends) == len(side.form)
        assert list(side.starts) == sorted(side.starts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The internationally known man", "The interna-\ntionally known man"),
        ("The internationally known man", "The interna\u00ad\ntionally known man"),
        ("He said “no” – twice.", 'He said "no" - twice.'),
        ("one two\nthree", "one\n two three"),
        ("cafe\u0301 noir", "caf\u00e9\u00a0noir"),
    ],
)
def test_what_a_quote_does_not_see_is_no_change(old: str, new: str) -> None:
    comparison = compare(old, new)

    assert comparison.old.form == comparison.new.form
    assert len(comparison.runs) == 1


def test_places_lead_from_the_canonical_text_and_back() -> None:
    side = compare("The interna-\ntionally  known man", "").old

    assert side.form == "The internationally known man"
    first, last = side.places(Span(4, 28))
    assert side.form[first:last] == "internationally known"
    assert side.span(first, last) == Span(4, 28)


def test_paragraphs_end_at_blank_lines_and_nowhere_else() -> None:
    side = compare("One two.\nThree.\n \nFour.", "").old

    assert [side.begins(word) for word in range(len(side.words))] == [
        PARAGRAPH, 0, 0, SENTENCE, 0, PARAGRAPH, 0,
    ]  # fmt: skip


def test_scripts_without_spaces_are_compared_character_by_character() -> None:
    comparison = compare("河水上涨。", "河水大涨。")

    assert [run.length for run in comparison.runs] == [2, 2]


def test_what_was_added_is_set_between_sentences() -> None:
    """“. It rained” before “.” and “It rained. ” before “He” are the same text."""
    old, new = "She went. He stayed.", "She went. It rained. He stayed."

    comparison = compare(old, new)

    assert [(run.old, run.new, run.length) for run in comparison.runs] == [(0, 0, 3), (3, 6, 3)]


def test_the_other_way_round_the_runs_are_the_same() -> None:
    comparison = compare("one two three four", "zero one two four")

    assert comparison.turned().turned() == comparison
    assert comparison.turned().run_at(1) is not None
    assert comparison.turned().run_at(0) is None
