"""Text of other formats as a note's Markdown: the same words, and nothing in them that Markdown takes for a mark."""

import re
from html.parser import HTMLParser

MAX_HTML = 20_000
_MARKS = re.compile(r"[\\`*_\[\]<>&!]")
_LEADING = re.compile(r"^([ \t]*)(?:([-+])|([0-9]{1,9})([.)]))(?=[ \t]|$)", re.M)
_BLOCKS = {
    "address", "article", "blockquote", "dd", "div", "dl", "dt", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip
_UNSEEN = {"script", "style", "template", "title"}
_LINE_END = re.compile(r"\r\n?|\n")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}", re.I)


def plain_to_markdown(text: str) -> str:
    """The plain text, its paragraphs kept; what Markdown would take for a mark is escaped."""
    lines = "\n".join(line.strip() for line in _LINE_END.split(text))
    return _no_list(_MARKS.sub(r"\\\g<0>", lines))


def _no_list(text: str) -> str:
    """The text, no line of which begins a list."""

    def escaped(found: re.Match[str]) -> str:
        return f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}"

    return _LEADING.sub(escaped, text)


def html_to_markdown(html: str) -> str:
    """The words of the HTML with their paragraphs, for a picture its words, and after the words of a link its address.

    All else is left out. Raises ValueError where there is more than is read at once.
    """
    if len(html) > MAX_HTML:
        raise ValueError(f"{len(html):,} characters of HTML; {MAX_HTML:,} are read at once")
    reader = _Words()
    reader.feed(html)
    reader.close()
    paragraphs = ("".join(words) for words in reader.paragraphs)
    return "\n\n".join(filter(None, (_no_list(" ".join(words.split())) for words in paragraphs)))


class _Words(HTMLParser):
    """Gathers words by paragraphs, each piece as Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[str]] = [[]]
        self._links: list[str] = []
        self._unseen: list[tuple[str, int, int]] = []
        """The elements nobody sees that are open, and how many paragraphs and pieces of the last stood before them."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.paragraphs.append([])
        elif tag == "br":
            self.paragraphs[-1].append(" ")
        elif tag in _UNSEEN:
            self._unseen.append((tag, len(self.paragraphs), len(self.paragraphs[-1])))
        elif tag == "img":
            self.handle_data(f" {dict(attrs).get('alt') or ''} ")
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self._links.append(address if _ADDRESS.fullmatch(address) else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.paragraphs.append([])
        elif tag in _UNSEEN:
            self._leave_out(tag)
        elif tag == "a" and self._links and (address := self._links.pop()):
            self.paragraphs[-1].append(f" <{address}>")

    def handle_data(self, data: str) -> None:
        self.paragraphs[-1].append(_MARKS.sub(r"\\\g<0>", data))

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))

    def close(self) -> None:
        """Ends the reading; what stands in an element that nobody closed is kept."""
        super().close()
        self.handle_data(self.rawdata)
        while self._links:
            self.handle_endtag("a")

    def _leave_out(self, tag: str) -> None:
        """Takes away what was gathered since the element that ends here began."""
        while any(opened == tag for opened, _, _ in self._unseen):
            opened, paragraphs, pieces = self._unseen.pop()
            if opened == tag:
                del self.paragraphs[paragraphs:]
                del self.paragraphs[-1][pieces:]
                return
