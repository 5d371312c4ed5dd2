import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.markup import body_faults, plain_words, render_body
from strategies import any_text, thorough

IMAGE = "has an image; a note shows none: write a link, [words](https://…), without the exclamation mark"
LINK = '<a href="{}" rel="nofollow ugc noopener">{}</a>'


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("so *it* **goes**", "<p>so <em>it</em> <strong>goes</strong></p>\n"),
        ("`5 May`", "<p><code>5 May</code></p>\n"),
        ("one  \ntwo\\\nthree", "<p>one<br>\ntwo<br>\nthree</p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("5. one", '<ol start="5">\n<li>one</li>\n</ol>\n'),
        ("> one", "<blockquote>\n<p>one</p>\n</blockquote>\n"),
        ("[one](https://example.org/a)", f"<p>{LINK.format('https://example.org/a', 'one')}</p>\n"),
        ('[one](https://example.org "two")', f"<p>{LINK.format('https://example.org', 'one')}</p>\n"),
        ("<https://example.org>", f"<p>{LINK.format('https://example.org', 'https://example.org')}</p>\n"),
        ("[one](mailto:a@example.org)", f"<p>{LINK.format('mailto:a@example.org', 'one')}</p>\n"),
        (r"\*one\* &copy;", "<p>*one* ©</p>\n"),
    ],
)
def test_the_subset_is_rendered(body: str, html: str) -> None:
    assert render_body(body) == html


@pytest.mark.parametrize(
    "body",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "<!-- hidden -->",
        "# heading",
        "---",
        "~~struck~~",
        "https://example.org",
        "[one](javascript:alert(1))",
        "[one](/local)",
        "[one](data:text/html,x)",
        "[one]: https://example.org",
        "![one](javascript:alert(1))",
        "|a|b|\n|-|-|\n|1|2|",
    ],
)
def test_what_the_subset_leaves_out_is_shown_as_characters(body: str) -> None:
    shown = body.replace("<", "&lt;").replace(">", "&gt;")

    assert render_body(body) == f"<p>{shown}</p>\n"


ELEMENT = re.compile(
    r'</?(?:p|em|strong|code|blockquote|ul|ol|li)>|<br>|<ol start="\d+">|</a>'
    r'|<a href="(?:https?://|mailto:)[^"<>\s]*" rel="nofollow ugc noopener">', re.I
)  # fmt: skip
hostile = st.lists(
    st.sampled_from([
        "<script>", "</a>", "<b onload=x>", "[x](", "![", "](", ")", "javascript:", "data:", "https://example.org",
        "<https://example.org>", "http://a\"b", "&lt;", "&#60;", "\\", "*", "**", "`", "```", "\n", "\n\n", "> ", "- ",
        "1. ", "    ", "---", "# ", "|", '"', "x", " ",
    ]), max_size=20).map("".join)  # fmt: skip


@thorough
@given(any_text | hostile)
def test_no_element_but_the_subset_s_is_ever_written(body: str) -> None:
    html = render_body(body)

    empty = html.replace('<a href="" rel="nofollow ugc noopener">', "")
    assert all(ELEMENT.fullmatch(tag) for tag in re.findall(r"<[^>]*>?", empty))
    assert ">" not in ELEMENT.sub("", empty)


@thorough
@given(any_text | hostile)
def test_any_body_can_be_judged_and_said_in_words(body: str) -> None:
    assert all(isinstance(fault, str) for fault in body_faults(body))
    assert "\n" not in plain_words(body)


def test_the_words_alone_stand_on_one_line() -> None:
    assert plain_words("The *Red Flag*, a **journal**.") == "The Red Flag, a journal."
    assert plain_words("So *it*\ngoes:\n\n- `one`\n- [two](https://example.org)") == "So it goes: one two"


@pytest.mark.parametrize("body", ["![a](https://example.org/a.png)", "See ![](https://example.org/a.png)!"])
def test_an_image_is_refused(body: str) -> None:
    assert IMAGE in list(body_faults(body))


@pytest.mark.parametrize(
    "body",
    [
        "Look! [a](https://example.org)",
        "What a flood!\n\n[See the map](https://example.org)",
        r"Look\![a](https://example.org)",
        "`x!`[a](https://example.org)",
        "![a](data:image/png;base64,x)",
        "`![a](b)`",
    ],
)
def test_what_only_looks_like_an_image_is_not(body: str) -> None:
    assert list(body_faults(body)) == []


def test_a_link_that_leads_nowhere_is_refused() -> None:
    assert list(body_faults("[a]()")) == [
        "has a link that leads nowhere; write its address, [words](https://…)"
    ]


@pytest.mark.parametrize("body", ["", "   ", "> ", "- \n- ", "[](https://example.org)"])
def test_a_note_without_words_is_refused(body: str) -> None:
    assert list(body_faults(body)) == ["has no words; write the note"]


@pytest.mark.parametrize(
    "body", ["> " * 5 + "deep", "".join(f"{'  ' * depth}- deep\n" for depth in range(5))]
)
def test_a_note_is_not_nested_without_end(body: str) -> None:
    assert list(body_faults(body)) == ["nests quotations and lists more than 4 deep; write it flat"]


@pytest.mark.parametrize(
    "body", ["> " * 4 + "deep", "".join(f"{'  ' * depth}- deep\n" for depth in range(4))]
)
def test_a_few_quotations_or_lists_within_one_another_are_allowed(body: str) -> None:
    assert list(body_faults(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "&#x202e;turned",
        "<https://example.org/%E2%80%AEgpj.exe>",
        "control \x9b here",
        "[a&#8238;b](https://a.org)",
    ],
)
def test_what_turns_the_writing_round_is_refused_however_it_is_written(body: str) -> None:
    assert any("holds the invisible character" in fault for fault in body_faults(body))


def test_a_link_that_only_looks_like_one_to_a_known_host_is_no_link() -> None:
    assert "href" not in render_body("[x](https://www.example.org@evil.example/)")
    assert "href" in render_body("[x](https://example.org/?who=@me)")
    assert "href" in render_body("[x](https://example.org?@me)")
    assert "href" in render_body("[x](HTTPS://example.org/@me)")


@pytest.mark.parametrize(
    "start", ["http:", "http:/", "https:///", "http:////", "https://:", "https:///\\", "http:\\\\"]
)
def test_an_address_that_a_browser_completes_is_no_link(start: str) -> None:
    for address in (f"{start}example.org@evil.example/", f"{start}evil.example/"):
        html = render_body(f"[x](<{address}>)")
        assert "href" not in html, address


def test_a_body_too_long_for_a_note_is_not_read() -> None:
    assert list(body_faults("![" * 2_501)) == ["is longer than 5,000 characters; shorten it"]
