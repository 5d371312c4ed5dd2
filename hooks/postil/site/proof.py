"""The one law, held at every build: the page shows the captured text, whole and unchanged."""

from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def shown_text(html: str) -> str:
    """The characters that a page shows as the source's: all within ``data-postil-text``, apparatus left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


def difference(html: str, text: str) -> str | None:
    """Where the page and the canonical text part, in words; None where they are the same."""
    shown = shown_text(html)
    if shown == text:
        return None
    at = next(
        (i for i, (a, b) in enumerate(zip(shown, text, strict=False)) if a != b), min(len(shown), len(text))
    )
    return (
        f"the page does not show the text as captured: from character {at} on it has {_near(shown, at)}, "
        f"the capture {_near(text, at)}"
    )


def _near(text: str, at: int) -> str:
    return repr(text[at : at + 40]) if at < len(text) else "nothing more"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.within = 0  # open elements since data-postil-text, itself included
        self.apart = 0  # open elements since data-apparatus, itself included

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        names = {name for name, _ in attrs}
        if self.within or "data-postil-text" in names:
            self.within += 1
            if self.apart or "data-apparatus" in names:
                self.apart += 1

    def handle_endtag(self, tag: str) -> None:
        if self.within and tag not in _VOID:
            self.within -= 1
            self.apart = max(0, self.apart - 1)

    def handle_data(self, data: str) -> None:
        if self.within and not self.apart:
            self.pieces.append(data)
