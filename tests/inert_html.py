"""What in a page could act: found by a parser that shares nothing with what wrote the page."""

import json
from collections import Counter
from collections.abc import Collection
from html.parser import HTMLParser
from urllib.parse import urlsplit

FOREIGN = {
    "iframe", "frame", "object", "embed", "applet", "base", "form", "img", "image", "svg", "math", "style", "template", "video",
    "audio", "source", "noscript", "marquee", "portal", "foreignobject", "frameset", "plaintext", "xmp", "textarea",
}  # fmt: skip
"""Elements that the content of an archive's page never has; forms and pictures of the site's own are in its shell."""
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "cite",
    "poster",
    "background",
    "longdesc",
    "ping",
    "srcset",
    "xlink:href",
}
OF_BODIES = {"p", "em", "strong", "code", "blockquote", "ul", "ol", "li", "br", "a"}
VOID = {"br", "hr", "link", "meta", "input", "img", "source", "wbr", "col", "area", "base", "embed"}


def offences(html: str, own: Collection[str] = ()) -> list[str]:
    """Everything that could run, load or lead where it should not; ids that stand twice; elements left open.

    ``own`` are elements that the page has of itself, as ``<form>``.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = [each for each in reader.offences if each not in own]
    twice = [f"id '{name}' stands twice" for name, count in reader.ids.items() if count > 1]
    left = [
        f"<{name}> is never closed" for name in reader.open if name not in ("p", "li", "dt", "dd", "option")
    ]
    return found + twice + left


def notes_in(html: str) -> dict[str, tuple[set[str], list[str], str]]:
    """Of each note on a reading page, by its id: the elements of its body, the addresses in it, its visible words."""
    reader = _Reader()
    reader.feed(html)
    return {name: (set(tags), links, "".join(words)) for name, (tags, links, words) in reader.notes.items()}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.offences: list[str] = []
        self.ids: Counter[str] = Counter()
        self.open: list[str] = []
        self.notes: dict[str, tuple[list[str], list[str], list[str]]] = {}
        self._note = self._script = ""
        self._depth = self._body = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._judge(tag, given)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids[given["id"]] += 1
        if given.get("role") == "note":
            self._note, self._depth = given["id"].removeprefix("note-"), len(self.open)
            self.notes[self._note] = ([], [], [])
        elif self._note and self._body:
            self.notes[self._note][0].append(tag)
        if self._note and given.get("class") == "note__body":
            self._body = len(self.open)
        if self._note and "href" in given:
            self.notes[self._note][1].append(given["href"])

    def _judge(self, tag: str, given: dict[str, str]) -> None:
        if tag in FOREIGN:
            self.offences.append(f"<{tag}>")
        if tag == "script":
            self._script = given.get("type", "")
            own = (
                "assets/postil/" in given.get("src", "")
                and ":" not in given.get("src", "")
                and "//" not in given["src"]
            )
            if not own and self._script != "application/json":
                self.offences.append(f"<script {given}>")
        if tag == "meta" and "http-equiv" in given:
            self.offences.append("<meta http-equiv>")
        for name, value in given.items():
            if name.startswith("on") or name in ("style", "srcdoc", "contenteditable"):
                self.offences.append(f"{name}={value!r}")
            if name in ADDRESSES and not _leads_well(value):
                self.offences.append(f"{name}={value!r}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._body and len(self.open) == self._body:
            self._body = 0
        if self._note and len(self.open) == self._depth:
            self._note = ""
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        else:
            self.offences.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            if self._script == "application/json":
                try:
                    json.loads(data)
                except ValueError:
                    self.offences.append("JSON that is none")
            return
        if self._note:
            self.notes[self._note][2].append(data)

    def handle_comment(self, data: str) -> None:
        self.offences.append("a comment")


def _leads_well(address: str) -> bool:
    if any(ord(char) <= 0x20 or char in '<>"\\`' for char in address):
        return False
    parts = urlsplit(address)
    if parts.scheme == "mailto":
        return True
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname) and "@" not in parts.netloc
    return not parts.scheme and not parts.netloc
