from time import process_time

import pytest
from hypothesis import given

from anchored import texts_and_spans
from postil.anchoring import describe, match_quote
from postil.model import Span
from postil.records import Target
from strategies import thorough


def test_every_place_is_found_in_reading_order() -> None:
    text = "It was the best of times, it was the worst of times"

    assert list(match_quote(Target(exact="of times"), text)) == [Span(16, 24), Span(43, 51)]


def test_a_letter_with_a_mark_is_not_the_letter() -> None:
    text = "q\u0323 or \u05d1\u05bc\u05d0"

    assert list(match_quote(Target(exact="q"), text)) == []
    assert list(match_quote(Target(exact="\u05d1"), text)) == []
    assert list(match_quote(Target(exact="q\u0323"), text)) == [Span(0, 2)]


@thorough
@given(texts_and_spans())
def test_a_quote_is_found_where_it_stands_and_has_context_where_it_stands_twice(
    drawn: tuple[str, Span],
) -> None:
    text, span = drawn
    bare = list(match_quote(Target(exact=span.of(text)), text))

    assert span in bare
    assert len(bare) == 1 or describe(span, text).prefix or describe(span, text).suffix


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a-" * 100_000 + "b-\nb", "a-" * 2_400 + "a a"),
        ("a-\na" * 50_000, "a-a" * 1_600 + "a a"),
        ("ha " * 70_000, "ha " * 1_600 + "ho"),
        ("a" * 200_000 + "b-\nb", "a" * 4_999 + "-b"),
    ],
)
def test_a_hostile_quote_takes_no_longer_than_the_text_allows(text: str, quote: str) -> None:
    before = process_time()
    places = sum(1 for _ in zip(match_quote(Target(exact=quote), text), range(1_001), strict=False))

    assert process_time() - before < 10
    assert places != 1


def test_where_hardly_anything_differs_hyphens_make_no_difference() -> None:
    """So much nearly agrees that looking closer has no end: all of it counts, and no note is placed there."""
    text = "ab-\nab" + "a-b" * 30_000
    quote = "ab" * 2_000 + "a"

    assert len(list(match_quote(Target(exact=quote), text))) > 1
