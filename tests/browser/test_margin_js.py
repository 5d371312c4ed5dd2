"""Where notes stand in the margin, worked out from heights alone."""

import random
from itertools import pairwise

from playwright.sync_api import Browser

from javascript import beside_scripts, results

GAP = 14
CASES = 2_000


def made_case(rng: random.Random) -> dict[str, list[list[int]] | list[int]]:
    count = rng.randrange(0, 25)
    places = sorted(rng.randrange(0, 150 * count) for _ in range(count))
    whole = [rng.randrange(60, 600) for _ in range(count)]
    folded = [height if height < 190 or rng.random() < 0.1 else 231 for height in whole]
    folded = [min(pair) for pair in zip(whole, folded, strict=True)]
    brief = [min(height, 80) if rng.random() < 0.9 else height for height in folded]
    return {"places": places, "heights": [whole, folded, brief]}


def test_notes_never_overlap_nor_rise_above_their_words_nor_shrink_where_there_is_room(
    browser: Browser,
) -> None:
    rng = random.Random(7)
    cases = [made_case(rng) for _ in range(CASES)]

    with beside_scripts(browser) as page:
        stacks = results(page, "margin.js", "({ places, heights }) => it.stack(places, heights)", cases)

    for case, found in zip(cases, stacks, strict=True):
        places, heights = case["places"], case["heights"]
        tall = [heights[size][at] for at, size in enumerate(found["sizes"])]
        tops = found["tops"]
        assert all(top >= place for top, place in zip(tops, places, strict=True))
        ends = [top + height + GAP for top, height in zip(tops, tall, strict=True)]
        assert all(end <= top for end, (_, top) in zip(ends, pairwise(tops), strict=False))
        assert found["end"] == max(ends, default=0)
        for at, (_, below) in enumerate(pairwise(tops)):
            assert found["sizes"][at] == 0 or tops[at] + heights[0][at] + GAP > below  # type: ignore[index]


def test_where_every_note_has_room_each_stands_whole_at_its_words(browser: Browser) -> None:
    with beside_scripts(browser) as page:
        case = {"places": [0, 700, 1400], "heights": [[600] * 3, [231] * 3, [80] * 3]}
        (found,) = results(page, "margin.js", "({ places, heights }) => it.stack(places, heights)", [case])

    assert (found["sizes"], found["tops"]) == ([0, 0, 0], [0, 700, 1400])
