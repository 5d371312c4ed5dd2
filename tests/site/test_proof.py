import html

from hypothesis import given, settings
from hypothesis import strategies as st

from postil.site.proof import difference, shown_text

PAGE = '<p>around</p><article class="text" data-postil-text>{}</article><p>after</p>'


def test_only_the_text_counts_and_apparatus_does_not() -> None:
    page = PAGE.format(
        '\n\n<h1>A <mark>B<a data-apparatus href="#">1<br></a></mark></h1>\n'
        "<div data-apparatus><p>note<span>s</span></p></div>&amp;C"
    )

    assert shown_text(page) == "\n\nA B\n&C"


def test_void_elements_do_not_unsettle_the_count() -> None:
    assert shown_text(PAGE.format('a<br>b<wbr>c<img alt="x">d')) == "abcd"


def test_the_same_text_has_no_difference() -> None:
    assert difference(PAGE.format("one\u00a0two"), "one\u00a0two") is None


def test_a_changed_character_is_named_with_its_place() -> None:
    assert difference(PAGE.format("one two"), "one\u00a0two") == (
        "the page does not show the text as captured: from character 3 on it has ' two', the capture '\\xa0two'"
    )


def test_a_missing_end_is_named() -> None:
    assert difference(PAGE.format("one"), "one two") == (
        "the page does not show the text as captured: from character 3 on it has nothing more, the capture ' two'"
    )


def test_one_more_character_is_named() -> None:
    assert difference(PAGE.format("one."), "one") == (
        "the page does not show the text as captured: from character 3 on it has '.', the capture nothing more"
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=80))
@settings(deadline=None)
def test_any_text_that_is_escaped_is_shown_whole(text: str) -> None:
    assert difference(PAGE.format(f"<p>{html.escape(text)}</p>"), text) is None
