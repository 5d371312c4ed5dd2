import pytest

from postil.vocabulary.capture_noise import (
    EBOOK_ENDS,
    EBOOK_STARTS,
    FOOT_LISTS,
    FOOT_NOISE,
    HEAD_NOISE,
    INNER_NOISE,
    compiled,
    is_of,
)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (HEAD_NOISE, "Nav Search"),
        (HEAD_NOISE, "Home | News | World"),
        (HEAD_NOISE, "News > World"),
        (HEAD_NOISE, "Share - WeChat"),
        (HEAD_NOISE, "text size: T | T"),
        (HEAD_NOISE, "首页 > 新闻"),
        (INNER_NOISE, "Story continues below advertisement"),
        (FOOT_LISTS, "Most popular"),
        (FOOT_NOISE, "Editor: Jan Berzin"),
        (FOOT_NOISE, "© 1921 The Gazette"),
        (FOOT_NOISE, "（责任编辑：王芳）"),
        (EBOOK_STARTS, "*** START OF THE PROJECT GUTENBERG EBOOK EMMA ***"),
        (EBOOK_ENDS, "*** END OF THIS PROJECT GUTENBERG EBOOK EMMA ***"),
    ],
)
def test_controls_of_pages_are_known(rows: tuple[str, ...] | str, line: str) -> None:
    assert is_of(compiled([rows] if isinstance(rows, str) else rows), line)


@pytest.mark.parametrize(
    "line", ["", "The river rose", "Home is where the river is", "Searching for bread", "TELEGRAM", "a" * 700]
)
def test_other_lines_are_none(line: str) -> None:
    assert not is_of(compiled([*HEAD_NOISE, *INNER_NOISE, *FOOT_NOISE]), line)
