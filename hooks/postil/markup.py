"""The body of a note: a safe subset of Markdown, to HTML.

Emphasis, links, code, quotations, lists, line breaks; no HTML, no images, no headings; links to the web and to
mail only. What the subset leaves out is refused by `body_faults`, and would be shown as plain characters if it
were not.
"""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from .records import INVISIBLE, MAX_BODY, has_host, unsafe

MAX_NESTING = 4
_RULES = (
    "emphasis", "link", "autolink", "backticks", "escape", "entity", "newline", "blockquote", "list",
    "balance_pairs", "fragments_join",
)  # fmt: skip
_CONTAINERS = {"blockquote", "ul", "ol"}


def render_body(body: str) -> str:
    """The body as HTML that holds nothing but the subset's elements."""
    return str(_parser().render(body))


def plain_words(body: str) -> str:
    """The body's words alone, on one line."""
    pieces: list[str] = []
    for block in _parser().parse(body):
        pieces += (
            " " if token.tag == "br" or token.type == "softbreak" else token.content
            for token in block.children or ()
        )
        pieces.append(" ")
    return " ".join("".join(pieces).split())


def body_faults(body: str) -> Iterator[str]:
    """What the body asks for that a note cannot have, each with what to write instead."""
    if len(body) > MAX_BODY:
        yield f"is longer than {MAX_BODY:,} characters; shorten it"
        return
    tokens = _parser().parse(body)
    depths = accumulate(token.nesting for token in tokens if token.tag in _CONTAINERS)
    if any(depth > MAX_NESTING for depth in depths):
        yield f"nests quotations and lists more than {MAX_NESTING} deep; write it flat"
    inline = _inline(tokens)
    if "![" in body and any(token.type == "image" for token in _inline(_parser("image").parse(body))):
        yield "has an image; a note shows none: write a link, [words](https://…), without the exclamation mark"
    if any(token.type == "link_open" and not token.attrs["href"] for token in inline):
        yield "has a link that leads nowhere; write its address, [words](https://…)"
    if wrong := next((wrong for token in inline if (wrong := unsafe(token.content))), None):
        yield wrong
    if not any(token.type in ("text", "code_inline") and _shows(token.content) for token in inline):
        yield "has no words; write the note"


def _shows(words: str) -> bool:
    return any(not char.isspace() and char not in INVISIBLE for char in words)


def _inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


@cache
def _parser(*more: str) -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False, "breaks": False, "maxNesting": 20}
    parser = MarkdownIt("zero", options).enable([*_RULES, *more])
    parser.validateLink = _is_safe_address  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _open_link)
    return parser


def _is_safe_address(url: str) -> bool:
    """The web or mail, and no name before a host that only looks like one."""
    return url.lower().startswith("mailto:") or has_host(url)


def _open_link(renderer: RendererHTML, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    tokens[index].attrs = {"href": tokens[index].attrs["href"], "rel": "nofollow ugc noopener"}
    return renderer.renderToken(tokens, index, options, env)
