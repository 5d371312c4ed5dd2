import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from postil.carrying.alignment import Run, common_runs
from strategies import thorough

words = st.lists(st.integers(0, 6), max_size=60)


@thorough
@given(words, words)
def test_runs_are_equal_words_in_the_order_of_both(old: list[int], new: list[int]) -> None:
    runs = common_runs(old, new)

    for run in runs:
        assert run.length > 0
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]
    for one, other in pairwise(runs):
        assert one.old + one.length <= other.old
        assert one.new + one.length <= other.new
        assert (one.old + one.length, one.new + one.length) != (other.old, other.new)


@thorough
@given(words)
def test_a_sequence_has_all_in_common_with_itself(old: list[int]) -> None:
    assert common_runs(old, old) == ((Run(0, 0, len(old)),) if old else ())


@thorough
@given(words, st.lists(st.integers(10, 15), min_size=1, max_size=9), st.data())
def test_what_was_only_added_leaves_all_that_was_there(
    old: list[int], added: list[int], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(old)))

    runs = common_runs(old, [*old[:at], *added, *old[at:]])

    assert sum(run.length for run in runs) == len(old)


def test_of_two_that_changed_places_the_longer_stays() -> None:
    short, long = list(range(10)), list(range(20, 60))

    assert common_runs(short + long, long + short) == (Run(10, 0, 40),)


def test_hostile_sequences_take_no_more_than_their_length() -> None:
    started = time.process_time()
    common_runs([1, 2] * 50_000, [2, 1, 3] * 40_000)
    common_runs([1] * 100_000, [1] * 90_000 + [2])
    common_runs([at % 700 for at in range(100_000)], [at * 7 % 701 for at in range(100_000)])

    assert time.process_time() - started < 20
