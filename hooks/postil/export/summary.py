"""What a change brings, for the summary of a workflow: each fault with its cure, each note beside its passage.

It is Markdown made of blocks of HTML, each on a line of its own, where no sign of Markdown means anything. What
people wrote is escaped there, or comes from `markup`, which draws neither images nor HTML; names after ``@`` and
numbers after ``#`` are parted from their signs, so that nobody is called and nothing is linked.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar
from urllib.parse import quote, urlencode

from ..anchoring import locate
from ..errors import Fault
from ..markup import render_body
from ..model import AnnotatedDocument, Archive, Span
from ..records import Annotation, Creator, Reference, Review, unsafe
from ..reviews import in_yaml
from ..vocabulary.sentences import sentence_around

Change = Literal["new", "changed", "gone"]
T = TypeVar("T")

MOST_BYTES = 1_000_000
"""A summary of GitHub's holds 1 MiB."""
MOST = 100
"""So many entries at most are shown of each sort."""
_AROUND = 300
"""So many characters at most are shown before the quoted words, and after them;"""
_QUOTED = 1_200
"""and so many of the words themselves."""
_KEPT = 4_000
"""So many bytes are kept for the headings, and for the lines that say what is left out."""
_TAG_OR_SIGN = re.compile(r"<[^>]*>|[@#]")
_JOINER = "\u2060"
"""Not seen; keeps a name or a number from its sign."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a reader of the summary can look; empty where that is not known."""

    review: str = ""
    """The site's review page."""
    raw: str = ""
    """The files of the archive's root as they are in the change, with a last slash; without it, the review page asks
    for the proposal's number."""


def summary(
    archive: Archive,
    faults: Sequence[Fault],
    changed: Mapping[str, Change] | None = None,
    links: Links | None = None,
) -> str:
    """The summary of a check, as Markdown of less than 1 MiB.

    ``changed`` names the files that a change touches, by their paths from the archive's root; left out, every note
    and review is shown, up to a number that is said. A file that cannot be read has its faults and no entry.
    """
    written = _Writer(changed, links or Links())
    touched = written.touched
    notes = [each for document in archive.documents for each in _notes(document) if touched(each.said.path)]
    reviews = [
        each for document in archive.documents for each in _reviews(document) if touched(each.said.path)
    ]
    wrong = "1 fault" if len(faults) == 1 else f"{len(faults) or 'no'} faults"
    written.add(f"<h2>Postil: {wrong}</h2>")
    written.section("Faults", faults, _fault)
    written.section("Notes", notes, written.note)
    written.section("Reviews", reviews, written.review)
    if changed is None:
        written.add("<p>Nothing was compared: this is the whole archive.</p>")
        return written.text()
    texts = [document for document in archive.documents if any(map(touched, _files(document)))]
    written.section("Texts", texts, written.source)
    told = {each.said.path for each in (*notes, *reviews)} | {fault.path for fault in faults}
    rest = sorted(changed.keys() - told.union(*map(_files, texts)))
    inside = [path for path in rest if path.startswith("source_texts/")]
    written.section("Other files", inside, lambda path: f"<p>{_as_code(path)} is {changed[path]}.</p>")
    if outside := len(rest) - len(inside):
        files = f"{outside} file{'' if outside == 1 else 's'}"
        written.add(f"<p>The change also touches {files} outside source_texts/. Read them as code.</p>")
    if not changed:
        written.add("<p>Nothing is changed.</p>")
    return written.text()


@dataclass(frozen=True, slots=True)
class _Said:
    """A note or a review, the text it speaks of, and why it fits nothing there, if so."""

    document: AnnotatedDocument
    said: Annotation | Review
    span: Span | None
    reason: str = ""


def _notes(document: AnnotatedDocument) -> Iterator[_Said]:
    for anchor in document.anchors:
        yield _Said(document, anchor.annotation, anchor.span)
    for orphan in document.orphans:
        yield _Said(document, orphan.annotation, None, orphan.reason)
    for unplaced in document.unplaced:
        yield _Said(document, unplaced.annotation, None, unplaced.why)


def _reviews(document: AnnotatedDocument) -> Iterator[_Said]:
    for verdict in document.verdicts:
        yield _Said(document, verdict.review, None)
    for misfit in document.misfits:
        yield _Said(document, misfit.review, None, misfit.reason)


def _files(document: AnnotatedDocument) -> set[str]:
    folder = f"source_texts/{document.source.identifier}"
    return {f"{folder}/record.yml", f"{folder}/text.txt"}


@dataclass(slots=True)
class _Writer:
    """The lines so far, and for how many bytes there is room."""

    changed: Mapping[str, Change] | None
    links: Links
    lines: list[str] = field(default_factory=list)
    room: int = MOST_BYTES

    def text(self) -> str:
        return "\n\n".join(self.lines) + "\n"

    def touched(self, path: str) -> bool:
        return self.changed is None or path in self.changed

    def add(self, line: str, kept: int = 0) -> bool:
        """Whether there was room for the line."""
        size = len(line.encode()) + 2
        fits = size <= self.room - kept
        if fits:
            self.room -= size
            self.lines.append(line)
        return fits

    def section(self, title: str, items: Sequence[T], draw: Callable[[T], str]) -> None:
        """A heading and an entry for each item, while there is room; how many are left out is said."""
        if not items:
            return
        self.add(f"<h3>{title}</h3>")
        shown = 0
        while shown < min(len(items), MOST) and self.add(draw(items[shown]), _KEPT):
            shown += 1
        if shown < len(items):
            self.add(f"<p>{shown} of {len(items):,} are shown; the others stand in their files.</p>")

    def note(self, item: _Said) -> str:
        """A note beside its passage: one block."""
        note = item.said
        assert isinstance(note, Annotation)
        head = f"{self._called('note', note.path)}: {note.kind.replace('-', ' ')}{f', {_words(note.label)}' if note.label else ''}"
        body = _quiet(" ".join(render_body(note.body).split()))
        return self._entry(item, head, item.span, f'<div dir="auto">{body}</div>')

    def review(self, item: _Said) -> str:
        """A review beside its passage: one block."""
        review = item.said
        assert isinstance(review, Review)
        place = locate(review.target, item.document.source.text)
        saw = _as_code(in_yaml(review.saw.given()))
        instead = f", right is {_as_code(in_yaml(review.value.given()))}" if review.value else ""
        said = f'<p>Read was {saw}{instead}.</p><p dir="auto">{_words(review.reason)}</p>'
        head = f"{self._called('review', review.path)}: {review.decision} {review.object}"
        return self._entry(item, head, place if isinstance(place, Span) else None, said)

    def source(self, document: AnnotatedDocument) -> str:
        """A text whose record or capture is touched."""
        record = document.source.record
        by = "; ".join((*record.creator, record.publisher, str(record.date), record.rights))
        files = ", ".join(
            f"{_as_code(path.rpartition('/')[2])} is {self.changed[path]}"
            for path in sorted(_files(document))
            if self.changed and path in self.changed
        )
        size = f"{len(document.source.text):,} characters"
        return (
            f'<h4 dir="auto">{_words(record.title)}</h4>'
            f'<p dir="auto">{_words(by)}. {size}, SHA-256 {_as_code(record.sha256)}</p>'
            f"<p>{_as_code(f'source_texts/{document.source.identifier}')}: {files}.</p>"
        )

    def _called(self, noun: str, path: str) -> str:
        return (noun if self.changed is None else f"{self.changed[path]} {noun}").capitalize()

    def _entry(self, item: _Said, head: str, span: Span | None, said: str) -> str:
        source, path = item.document.source, item.said.path
        look = ""
        if self.links.review and isinstance(item.said, Annotation) and not item.reason:
            file = {"file": self.links.raw + quote(path)} if self.links.raw else {"name": item.said.id}
            query = urlencode({"text": source.identifier} | file)
            look = f' · <a href="{html.escape(f"{self.links.review}?{query}")}">See it in its place</a>'
        words = _passage(item.document, span) if span else f"“{_words(item.said.target.exact[:_QUOTED])}”"
        reason = f"<p><strong>Not placed:</strong> {_words(item.reason)}</p>" if item.reason else ""
        title = f'<em dir="auto">{_words(source.record.title)}</em>'
        return (
            f"<h4>{head}</h4>"
            f'<blockquote dir="auto">{words}</blockquote>{reason}{said}{_references(item.said.references)}'
            f"<p>{_creator(item.said.creator)}, {_words(item.said.created)} · in {title}{look}<br>"
            f"{_as_code(path)}</p>"
        )


def _fault(fault: Fault) -> str:
    where = f"{fault.path}:{fault.line}" if fault.line else fault.path
    named = f"<strong>{_words(fault.field)}</strong>: " if fault.field else ""
    return f"<p>{_as_code(where)} {named}{_words(fault.message)}</p>"


def _passage(document: AnnotatedDocument, span: Span) -> str:
    """The sentence around the words, or the sentences from the first to the last, the words themselves in bold."""
    text, blocks = document.source.text, document.reading.blocks
    first, last = (
        blocks[max(0, bisect_right(blocks, at, key=lambda block: block.start) - 1)]
        for at in (span.start, span.end - 1)
    )
    start = sentence_around(text, first, Span(span.start, min(span.end, first.end))).start
    end = sentence_around(text, last, Span(max(span.start, last.start), span.end)).end
    before, words, after = text[start : span.start], span.of(text), text[span.end : end]
    if len(words) > _QUOTED:
        words = f"{words[: _QUOTED // 2]} […] {words[-_QUOTED // 2 :]}"
    return f"{_words(_end_of(before))}<strong>{_words(words)}</strong>{_words(_beginning_of(after))}"


def _beginning_of(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    space = words.rfind(" ", _AROUND - 40, _AROUND)
    return words[: space if space > 0 else _AROUND] + " …"


def _end_of(words: str) -> str:
    if len(words) <= _AROUND:
        return words
    start = len(words) - _AROUND
    return "… " + words[words.find(" ", start, start + 40) + 1 or start :]


def _references(references: Sequence[Reference]) -> str:
    items = "".join(f'<li dir="auto">{_reference(each)}</li>' for each in references)
    return f"<ul>{items}</ul>" if items else "<p>No reference.</p>"


def _reference(each: Reference) -> str:
    title = _link(each.url, each.title) if each.url else _words(each.title)
    before = f"{_words(each.publisher)}, " if each.publisher else ""
    after = f", {_words(each.date)}" if each.date else ""
    return before + title + after + (f" ({_link(each.archived, 'kept copy')})" if each.archived else "")


def _creator(creator: Creator) -> str:
    """The name, and what it is said to be elsewhere: a claim, which the reviewer can follow."""
    github = f", {_link(f'https://github.com/{creator.github}', creator.github)}" if creator.github else ""
    orcid = f", {_link(f'https://orcid.org/{creator.orcid}', creator.orcid)}" if creator.orcid else ""
    return _words(creator.name) + github + orcid


def _link(address: str, words: str) -> str:
    return f'<a href="{html.escape(address)}">{_words(words)}</a>'


def _as_code(words: str) -> str:
    return f"<code>{_words(words)}</code>"


def _words(words: str) -> str:
    """The words as HTML that does nothing, each run of white space one space, what cannot be seen by its number."""
    line = re.sub(r"\s+", " ", words)
    seen = "".join(f"[U+{ord(char):04X}]" if unsafe(char) else char for char in line)
    return _quiet(html.escape(seen, quote=False))


def _quiet(words: str) -> str:
    """Nobody is called by ``@name``, nothing linked by ``#1``; what stands within a tag is left as it is."""
    return _TAG_OR_SIGN.sub(lambda found: found[0] + (_JOINER if found[0] in "@#" else ""), words)
