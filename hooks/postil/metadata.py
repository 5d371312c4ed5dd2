"""What a text says of itself: in its head, in the opening of its first paragraph, under a letter's closing."""

from collections.abc import Iterator, Sequence
from unicodedata import is_normalized, normalize

from .edtf import Edtf
from .model import Block, BlockKind, Metadata, Timex
from .vocabulary.bylines import byline_creator, read_byline, split_names
from .vocabulary.datelines import is_closing, is_salutation, read_closing, read_opening, read_signature
from .vocabulary.sentences import trimmed

_HEAD = (BlockKind.BYLINE, BlockKind.DATELINE)
_CLOSING = 8
"""So many of the last blocks are looked at for the closing of a letter."""


def read_metadata(text: str, blocks: Sequence[Block], timexes: Sequence[Timex]) -> Metadata:
    """Title, creators, source and date, as far as the text names them; the date is the first of the head with a year."""
    title = next((_line(text, block) for block in blocks if block.kind is BlockKind.TITLE), None)
    fields: dict[str, str] = {}
    for line in _bylines(text, blocks):
        fields = {**_as_printed(line, _read(line)), **fields}
    opening = next((read_opening(text[b.start : b.end]) for b in blocks if b.kind is BlockKind.PARAGRAPH), {})
    fields = {**opening, **fields}
    creator = split_names(fields.get("creator", "")) or _signature(text, blocks)
    return Metadata(
        title=title or fields.get("title"),
        creator=creator,
        source=fields.get("source"),
        date=_date(blocks, timexes),
    )


def _read(line: str) -> dict[str, str]:
    """The fields of a byline; of one that is a name and nothing else, the creator."""
    composed = normalize("NFC", line)
    fields = read_byline(composed)
    creator = byline_creator(composed)
    return {**fields, "creator": creator} if creator else fields


def _as_printed(line: str, fields: dict[str, str]) -> dict[str, str]:
    """The same with accents taken apart again where the line has them so."""
    if is_normalized("NFC", line):
        return fields
    apart = {field: normalize("NFD", value) for field, value in fields.items()}
    return {field: value if value in line else fields[field] for field, value in apart.items()}


def _bylines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Each byline on one line; one that is only *By* with the name under it."""
    by = ""
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            line = f"{by} {_line(text, block)}".strip()
            by = line if line.casefold() in ("by", "by:") else ""
            if not by:
                yield line


def _signature(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Who signs the letter that the text is: the name under its closing, or in the closing's last line."""
    if not any(block.kind is BlockKind.DATELINE for block in blocks):
        return ()
    last = [block for block in blocks[-_CLOSING:] if block.kind is BlockKind.PARAGRAPH]
    for at, block in enumerate(last):
        words = trimmed(text, block).of(text)
        if not is_closing(words):
            continue
        name = read_closing(words)
        if name is None and at + 1 < len(last):
            name = read_signature(trimmed(text, last[at + 1]).of(text))
        if name:
            return (name,)
    return _bare_signature(text, blocks, last)


def _bare_signature(text: str, blocks: Sequence[Block], last: Sequence[Block]) -> tuple[str, ...]:
    """The name that stands alone on the last line, where no formula closes the letter but a salutation opens it."""
    words = trimmed(text, last[-1]).of(text) if last else ""
    opening = [block for block in blocks[:_CLOSING] if block.kind is BlockKind.PARAGRAPH]
    if len(last) < 2 or not words or not any(is_salutation(_line(text, block)) for block in opening):
        return ()
    name = read_signature(words)
    return (name,) if name else ()


def _date(blocks: Sequence[Block], timexes: Sequence[Timex]) -> Edtf | None:
    head = sorted(
        (block for block in blocks if block.kind in _HEAD),
        key=lambda block: block.kind is not BlockKind.BYLINE,
    )
    dates = (timex.value for block in head for timex in timexes if block.holds(timex))
    return next((value for value in dates if not value.startswith("XXXX")), None)


def _line(text: str, block: Block) -> str:
    return " ".join(block.of(text).split())
