"""What the head of a text says of itself."""

from collections.abc import Sequence

from .model import Block, BlockKind, Metadata, Timex
from .vocabulary.bylines import read_byline, split_names
from .vocabulary.sentences import trimmed


def read_metadata(text: str, blocks: Sequence[Block], timexes: Sequence[Timex]) -> Metadata:
    """Title, creators, source and date, as far as the head names them; the date is the bylines' first with a year."""
    title = next((trimmed(text, block).of(text) for block in blocks if block.kind is BlockKind.TITLE), None)
    bylines = [block for block in blocks if block.kind is BlockKind.BYLINE]
    fields: dict[str, str] = {}
    for block in bylines:
        fields = {**read_byline(block.of(text)), **fields}
    head = [*bylines, *(block for block in blocks if block.kind is BlockKind.DATELINE)]
    dates = (timex.value for block in head for timex in timexes if block.holds(timex))
    date = next((value for value in dates if not value.startswith("XXXX")), None)
    return Metadata(
        title=" ".join(title.split()) if title else None,
        creator=split_names(fields.get("creator", "")),
        source=fields.get("source"),
        date=date,
    )
