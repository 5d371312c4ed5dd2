from typing import Any

from conftest import cases
from postil.captions import read_captions
from postil.dates import find_timexes
from postil.edtf import Edtf
from postil.model import Block, BlockKind, Caption, Span


def caption_of(text: str) -> Caption:
    blocks = [Block(0, len(text), BlockKind.CAPTION)]
    timexes = find_timexes(text, blocks, written=Edtf("2020-04-16"), language="en")
    (caption,) = read_captions(text, blocks, timexes)
    return caption


@cases("captions")
def test_a_caption_says_who_when_and_where(case: dict[str, str]) -> None:
    caption = caption_of(case["text"])

    assert (caption.credit, caption.date, caption.place) == (
        case.get("credit"),
        case.get("date"),
        case.get("place"),
    )


@cases("captions")
def test_what_a_caption_says_stands_in_it(case: dict[str, Any]) -> None:
    text = case["text"]

    caption = caption_of(text)

    assert Span(caption.start, caption.end) == Span(0, len(text))
    if caption.credit_span:
        assert caption.credit_span.of(text) == caption.credit
    if caption.timex:
        assert caption.timex.value == caption.date
    if caption.place_span:
        assert " ".join(caption.place_span.of(text).split()) == caption.place


def test_only_captions_are_read() -> None:
    text = "Workers in Lima. [Photo/Xinhua]"

    assert read_captions(text, [Block(0, len(text), BlockKind.PARAGRAPH)], []) == ()
