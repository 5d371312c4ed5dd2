import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.intake.to_markdown import MAX_HTML, html_to_markdown, plain_to_markdown
from postil.markup import plain_words, render_body
from strategies import any_text, thorough

marks = st.text("\\`*_[]()<>&!#-+>1.) \n\tab;:/\"'", max_size=60)


@thorough
@given(any_text | marks)
def test_plain_words_stay_the_same_words(text: str) -> None:
    text = text.replace("\x00", "")  # Markdown replaces it; no note may hold it

    assert plain_words(plain_to_markdown(text)).split() == text.split()


@pytest.mark.parametrize("text", ["\u00a0- b", "a\r- b", "\u3000 1. b", "a\n\x0c+ b"])
def test_no_space_makes_a_list(text: str) -> None:
    assert "<li" not in render_body(plain_to_markdown(text))


def test_html_that_is_too_long_is_not_cut() -> None:
    with pytest.raises(ValueError, match="20,001 characters"):
        html_to_markdown("a" * (MAX_HTML + 1))


@thorough
@given(marks)
def test_no_plain_word_becomes_a_mark(text: str) -> None:
    html = render_body(plain_to_markdown(text))

    assert not set(html.split("<")) & {"em>", "strong>", "code>", "ul>", "blockquote>"}
    assert "<li" not in html and "<a " not in html


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One</p><p>Two <b>and</b> a half</p>", "One\n\nTwo and a half"),
        ('<a href="https://example.org/a">here</a>.', "here <https://example.org/a>."),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("<script>alert(1)</script><style>p {}</style>seen", "seen"),
        ("a *star* &lt;b&gt; &amp; 1 < 2", r"a \*star\* \<b\> \& 1 \< 2"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<img src=x onerror=alert(1)>words", "words"),
        ('a<img src=x alt="*map* of it">b', r"a \*map\* of it b"),
        ("<html><head><title>left out</title><body>seen", "seen"),
        ("one <title>two<p>three", "one two\n\nthree"),
        ("one <script>two", "one two"),
        ('<a href="https://example.org/a">here', "here <https://example.org/a>"),
        ("one <template><p>two</p></template> three", "one three"),
        ("<![CDATA[one]]> two", "one two"),
        ("<!-- hidden -->shown", "shown"),
        ("", ""),
    ],
)
def test_of_html_the_words_are_kept(html: str, markdown: str) -> None:
    assert html_to_markdown(html) == markdown


@thorough
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<a href=",
                "'x'",
                ">",
                "<",
                "&#",
                "&lt;",
                "<!--",
                "-->",
                "<!",
                "<?",
                "]]>",
                "x",
                '"',
                "<script>",
                "</a>",
                "*",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_html_gives_words_without_elements(html: str) -> None:
    rendered = render_body(html_to_markdown(html))

    assert "<script" not in rendered
    assert 'href="javascript' not in rendered


@pytest.mark.parametrize("piece", ["<a", "<!--", "<p>", "&#", "<![CDATA[", "</", "<a b='", "<script>"])
def test_hostile_html_takes_no_longer_for_being_long(piece: str) -> None:
    start = time.process_time()

    html_to_markdown((piece * MAX_HTML)[:MAX_HTML])

    assert time.process_time() - start < 5
