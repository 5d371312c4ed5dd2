from itertools import pairwise
from typing import Any

from hypothesis import given

from conftest import cases
from postil.structure import find_blocks
from strategies import texts, thorough


@cases("structure")
def test_lines_are_what_a_reader_takes_them_for(case: dict[str, Any]) -> None:
    text = case["text"]

    blocks = find_blocks(text)

    assert [block.kind for block in blocks] == [kind for kind, _ in case["blocks"]]
    for block, (_, words) in zip(blocks, case["blocks"], strict=True):
        assert block.of(text).strip().startswith(words)


@thorough
@given(texts)
def test_every_line_with_words_is_whole_in_exactly_one_block_and_in_order(text: str) -> None:
    blocks = find_blocks(text)

    lines = [line for block in blocks for line in block.of(text).split("\n")]
    assert lines == [line for line in text.split("\n") if line.strip()]
    assert all(block.start == 0 or text[block.start - 1] == "\n" for block in blocks)
    assert all(first.end < second.start for first, second in pairwise(blocks))
