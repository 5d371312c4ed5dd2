"""Words for a terminal: one line that cannot command it, and columns of a fixed width."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

_GAP = "  "


def printable(words: str) -> str:
    """The words on one line, any white space one space, without what could command a terminal or turn the writing."""
    return "".join(char for char in " ".join(words.split()) if char.isprintable())


def table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of the table, head first; a column is its name and its width in places of a terminal."""
    widths = [width for _, width in columns]
    yield from _lines([name for name, _ in columns], widths)
    yield _GAP.join("-" * width for width in widths)
    for row in rows:
        yield from _lines(row, widths)


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = (part + " " * (width - _width(part)) for part, width in zip(parts, widths, strict=True))
        yield _GAP.join(padded).rstrip()


def _wrapped(cell: str, width: int) -> list[str]:
    """The cell in lines that fit, broken at spaces where there are any."""
    lines = [""]
    for word in cell.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if _width(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """The word, cut where it is wider than a line; Chinese and Japanese have no spaces to break at."""
    piece, taken = "", 0
    for char in word:
        if taken + _width(char) > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + char, taken + _width(char)
    yield piece


def _width(words: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in words
    )
