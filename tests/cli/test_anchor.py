from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
TEXT = "flood-at-testford"


def test_a_quote_is_shown_where_it_stands_with_its_shortest_target(run: Run, archive: Path) -> None:
    result = run("anchor", TEXT, "town stood", "--root", archive)

    assert result.exit_code == 0
    assert result.stdout == (
        "characters 236 to 246, line 5, in a paragraph\n"
        "  On April 13 the river rose at Testford, and by morning the lower town stood under water.\n"
        "target:\n  exact: town stood\n"
    )


def test_a_quote_over_several_blocks_says_so(run: Run, archive: Path) -> None:
    result = run("anchor", TEXT, "TEST AGENCY What was done", "--root", archive)

    assert result.exit_code == 0
    assert "in several blocks\n" in result.stdout


def test_of_several_places_each_is_shown_and_what_to_write(run: Run, archive: Path) -> None:
    result = run("anchor", TEXT, "lower town", "--root", archive)

    assert result.exit_code == 1
    assert result.stdout == ""
    said, first, second = result.stderr.splitlines()
    assert said == (
        'the quoted words stand in 2 places with their context; add for place 1 suffix: " stood"; or for place 2 suffix: " slept"'
    )
    assert "by morning the [lower town] stood" in first
    assert "where the [lower town] slept" in second


def test_context_tells_places_apart(run: Run, archive: Path) -> None:
    result = run("anchor", TEXT, "lower town", "--suffix", " slept", "--root", archive)

    assert result.exit_code == 0
    assert 'suffix: " slept"' in result.stdout


def test_what_does_not_stand_there_is_told_what_does(run: Run, archive: Path) -> None:
    result = run("anchor", TEXT, "the river rose in Testford", "--root", archive)

    assert result.exit_code == 1
    assert result.stderr == (
        'the quoted words do not stand in the text (0 places); after "the river rose " it reads "at Testford, and by morning the lower", '
        "write that\n"
    )


@pytest.mark.parametrize("quote", ["", " ", "\u200b"])
def test_a_quote_without_words_is_refused(run: Run, archive: Path, quote: str) -> None:
    result = run("anchor", TEXT, quote, "--root", archive)

    assert result.exit_code == 2
    assert "holds no words" in result.stderr
