import time
from typing import Any

import pytest
from hypothesis import given

from conftest import cases
from postil.captions import read_captions
from postil.dates import find_timexes
from postil.edtf import Edtf
from postil.model import Block, BlockKind, Caption, CaptionKind, Span
from postil.structure import find_blocks
from strategies import texts, thorough


def captions_of(text: str, *kinds: BlockKind) -> tuple[Caption, ...]:
    """The captions of a text whose paragraphs are of these kinds."""
    blocks, at = [], 0
    for words, kind in zip(text.split("\n\n"), kinds, strict=True):
        blocks.append(Block(at, at + len(words), kind))
        at += len(words) + 2
    return read_captions(text, blocks, find_timexes(text, blocks, written=Edtf("2020-04-16"), language="en"))


def caption_of(text: str) -> Caption:
    (caption,) = captions_of(text, BlockKind.CAPTION)
    return caption


CAPTION, PARAGRAPH = BlockKind.CAPTION, BlockKind.PARAGRAPH


@cases("captions")
def test_a_caption_says_who_when_and_where(case: dict[str, str]) -> None:
    caption = caption_of(case["text"])

    assert (caption.credit, caption.date, caption.place) == (
        case.get("credit"),
        case.get("date"),
        case.get("place"),
    )


@cases("captions")
def test_a_caption_says_what_sort_of_picture_it_is_of(case: dict[str, str]) -> None:
    assert caption_of(case["text"]).kind == case.get("kind", CaptionKind.PHOTOGRAPH)


@cases("captions")
def test_what_a_caption_says_stands_in_it(case: dict[str, Any]) -> None:
    text = case["text"]

    caption = caption_of(text)

    assert Span(caption.start, caption.end) == Span(0, len(text))
    if caption.credit_span:
        assert caption.credit_span.of(text) == caption.credit
        assert not caption.words.holds(caption.credit_span)
    if caption.timex:
        assert caption.timex.value == caption.date
        assert caption.words.holds(caption.timex)
    if caption.place_span:
        assert " ".join(caption.place_span.of(text).split()) == caption.place
        assert caption.words.holds(caption.place_span)


def test_only_captions_are_read() -> None:
    assert captions_of("Workers in Lima. [Photo/Xinhua]", PARAGRAPH) == ()


@pytest.mark.parametrize("credit", ["REUTERS", "[Photo/Xinhua]", "Photo: Ann Lee", "ANN LEE/AFP"])
def test_words_and_their_credit_in_two_blocks_are_one_caption(credit: str) -> None:
    text = f"Workers mend a bridge in Lima on May 4, 2018\n\n{credit}"

    (caption,) = captions_of(text, CAPTION, CAPTION)

    assert Span(caption.start, caption.end) == Span(0, len(text))
    assert caption.credit and caption.credit in credit
    assert caption.words.of(text).strip() == "Workers mend a bridge in Lima on May 4, 2018"
    assert (caption.date, caption.place) == ("2018-05-04", "Lima")


def test_a_credit_before_its_words_is_of_their_caption() -> None:
    text = "Image copyright AFP\n\nImage caption Workers mend a bridge in Lima"

    (caption,) = captions_of(text, CAPTION, CAPTION)

    assert (caption.credit, caption.place) == ("AFP", "Lima")
    assert caption.words.of(text) == "Workers mend a bridge in Lima"


def test_a_credited_caption_takes_no_second_credit() -> None:
    captions = captions_of("Workers mend a bridge. [Photo/Xinhua]\n\nREUTERS", CAPTION, CAPTION)

    assert [caption.credit for caption in captions] == ["Xinhua", "REUTERS"]


def test_two_captions_after_each_other_stay_two() -> None:
    captions = captions_of("Workers mend a bridge. AP\n\nBoats cross the town. AP", CAPTION, CAPTION)

    assert [caption.credit for caption in captions] == ["AP", "AP"]


def test_a_caption_captured_twice_is_the_fuller_one() -> None:
    words, credited = "Workers mend a bridge in  Lima", "Workers mend\na bridge in Lima. [Photo/Xinhua]"
    text = f"{words}\n\nThe river rose.\n\n{credited}\n\nNobody slept."

    (caption,) = captions_of(text, CAPTION, PARAGRAPH, CAPTION, PARAGRAPH)

    assert caption.of(text) == credited
    assert [place.of(text) for place in caption.again] == [words]


def test_also_where_the_other_one_looks_like_a_paragraph() -> None:
    text = "WORKERS MEND A BRIDGE.\n\nThe river rose.\n\nWorkers mend a bridge. AP"

    (caption,) = captions_of(text, PARAGRAPH, PARAGRAPH, CAPTION)

    assert [place.of(text) for place in caption.again] == ["WORKERS MEND A BRIDGE."]


def test_also_on_the_line_above_it() -> None:
    text = "Workers mend a bridge\nWorkers mend a bridge. [Photo/Xinhua]"

    caption = caption_of(text)

    assert caption.words.of(text).strip() == "Workers mend a bridge."
    assert [place.of(text) for place in caption.again] == ["Workers mend a bridge\n"]


def test_of_the_same_captions_the_first_counts() -> None:
    text = "Workers mend a bridge.\n\nWorkers mend a bridge.\n\nWorkers mend a bridge."

    (caption,) = captions_of(text, CAPTION, CAPTION, CAPTION)

    assert caption.start == 0
    assert [place.start for place in caption.again] == [24, 48]


def test_credits_without_words_are_not_the_same_picture() -> None:
    text = "[Photo/Xinhua]\n\nThe river rose.\n\n[Photo/Xinhua]"

    captions = captions_of(text, CAPTION, PARAGRAPH, CAPTION)

    assert [caption.again for caption in captions] == [(), ()]


@thorough
@given(texts)
def test_captions_and_all_they_say_lie_in_the_text_in_order_and_apart(text: str) -> None:
    blocks = [Block(block.start, block.end, CAPTION) for block in find_blocks(text)]

    captions = read_captions(text, blocks, find_timexes(text, blocks, written=Edtf("2020"), language="en"))

    places = [span for caption in captions for span in (caption, *caption.again)]
    assert [caption.start for caption in captions] == sorted(caption.start for caption in captions)
    for caption in captions:
        said = (caption.words, caption.credit_span, caption.timex, caption.place_span)
        assert all(caption.holds(span) for span in said if span)
    assert all(0 <= span.start <= span.end <= len(text) for span in places)


@pytest.mark.parametrize(
    "scrap", ["a", "A", "[", "(", "A. ", "Photo ", "Ann Lee/", "in Lima, ", "摄", "\n", "a\n", "AP "]
)
def test_no_caption_takes_long(scrap: str) -> None:
    text = scrap * (100_000 // len(scrap))
    began = time.perf_counter()

    read_captions(text, [Block(0, len(text), CAPTION)], [])

    assert time.perf_counter() - began < 5
