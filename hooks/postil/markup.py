"""The body of a note: a safe subset of Markdown, to HTML.

Emphasis, links, code, quotations, lists, line breaks; no HTML, no images, no headings; links to the web and to
mail only. What the subset leaves out is refused by `body_faults`, and would be shown as plain characters if it
were not.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

MAX_NESTING = 8
_RULES = (
    "emphasis", "link", "autolink", "backticks", "escape", "entity", "newline", "blockquote", "list",
    "balance_pairs", "fragments_join",
)  # fmt: skip
_SCHEMES = ("https://", "http://", "mailto:")


def render_body(body: str) -> str:
    """The body as HTML that holds nothing but the subset's elements."""
    return str(_parser().render(body))


def plain_words(body: str) -> str:
    """The body's words alone, on one line."""
    inline = (child for token in _parser().parse(body) for child in (*(token.children or ()), None))
    return " ".join("".join(" " if token is None else token.content or " " for token in inline).split())


def body_faults(body: str) -> Iterator[str]:
    """What the body asks for that a note cannot have, each with what to write instead."""
    tokens = _parser().parse(body)
    if any(token.level > MAX_NESTING for token in tokens):
        yield f"nests quotations and lists more than {MAX_NESTING // 2} deep; write it flat"
    inline = [child for token in tokens for child in token.children or ()]
    for previous, token in zip([None, *inline], inline, strict=False):
        if (
            token.type == "link_open"
            and previous
            and previous.type == "text"
            and previous.content.endswith("!")
        ):
            yield "has an image; a note shows none: write a link, [words](https://…), without the exclamation mark"
    if not any(token.type in ("text", "code_inline") and token.content.strip() for token in inline):
        yield "has no words; write the note"


@cache
def _parser() -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False, "breaks": False, "maxNesting": 20}
    parser = MarkdownIt("zero", options).enable(list(_RULES))
    parser.validateLink = lambda url: url.strip().lower().startswith(_SCHEMES)  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _open_link)
    return parser


def _open_link(renderer: RendererHTML, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    tokens[index].attrs = {"href": tokens[index].attrs["href"], "rel": "nofollow ugc noopener"}
    return renderer.renderToken(tokens, index, options, env)
