"""The dates of a text, as pairs of what is printed and what it means."""

from postil.dates import find_timexes
from postil.edtf import Edtf
from postil.model import Span


def dates_in(
    text: str, written: str | None = None, *, language: str = "en", order: str | None = None
) -> list[tuple[str, str]]:
    """What `find_timexes` finds in the text, a blank line between its blocks; ``written`` is the day it is of."""
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append(Span(at, at + len(block)))
        at += len(block) + 2
    found = find_timexes(
        text, blocks, written=Edtf(written) if written else None, language=language, order=order
    )
    return [(timex.text, str(timex.value)) for timex in found]
