from itertools import pairwise
from time import process_time
from typing import Any

import pytest
from hypothesis import given

from conftest import cases
from postil.structure import find_blocks
from strategies import texts, thorough


@cases("structure")
def test_lines_are_what_a_reader_takes_them_for(case: dict[str, Any]) -> None:
    text = case["text"]

    blocks = find_blocks(text)

    assert [block.kind for block in blocks] == [kind for kind, *_ in case["blocks"]]
    for block, (_, words, *continues) in zip(blocks, case["blocks"], strict=True):
        assert block.of(text).strip().startswith(words)
        assert block.continues == (continues == ["continues"])


@thorough
@given(texts)
def test_every_line_with_words_is_whole_in_exactly_one_block_and_in_order(text: str) -> None:
    blocks = find_blocks(text)

    lines = [line for block in blocks for line in block.of(text).split("\n")]
    assert lines == [line for line in text.split("\n") if line.strip()]
    assert all(block.start == 0 or text[block.start - 1] == "\n" for block in blocks)
    assert all(first.end < second.start for first, second in pairwise(blocks))


def test_every_block_says_why_in_a_few_words() -> None:
    blocks = find_blocks("The Flood\n\nBy Ann Lee\n\nIt rained.\n\n[page 2]\n\n- one\n- two\n\n© 1921")

    assert [block.rule for block in blocks] == [
        "first line, with no full stop", "named line of a byline: By and names", "nothing says otherwise",
        "number of a page", "each item has a mark before it", "line of a web page after the text",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "scrap",
    ["a", "[", "(", "1 ", "\n", "\f", "\u3000", "1\n", "- a\n", "A. ", "Q: ", "By ", "Photo: ", "* ", "—\n\n", "5 May 1921\n\n",
     "12 AB\n\nx\n\ny\n\n", "Related\n\n", "Notes\n\n", "a[1]\n\n1 a\n\n", "A boy. (AP/", "By\n\nAnn Lee\n\n", "...... "],
)  # fmt: skip
def test_what_repeats_for_long_is_read_in_time(scrap: str) -> None:
    def seconds(length: int) -> float:
        text = scrap * (length // len(scrap))
        start = process_time()
        find_blocks(text)
        return process_time() - start

    assert seconds(120_000) < 12 * seconds(20_000) + 1
