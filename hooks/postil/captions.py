"""What a caption says: who is credited, when and where the photograph was taken."""

from collections.abc import Sequence

from .model import Block, BlockKind, Caption, Span, Timex, within
from .vocabulary.credits import find_credit
from .vocabulary.places import find_place


def read_captions(text: str, blocks: Sequence[Block], timexes: Sequence[Timex]) -> tuple[Caption, ...]:
    """One caption for each caption block; what it does not say stays None.

    The date is the last day printed before the credit: a caption tells the day of its photograph at its end.
    """
    captions = []
    for block in blocks:
        if block.kind is not BlockKind.CAPTION:
            continue
        credit = find_credit(text, block)
        words = Span(block.start, credit.whole.start if credit else block.end)
        place = find_place(text, words)
        timex = next(reversed(within(words, timexes)), None)
        captions.append(
            Caption(
                block.start,
                block.end,
                words,
                credit=credit.name.of(text) if credit else None,
                date=timex.value if timex else None,
                place=" ".join(place.of(text).split()) if place else None,
                credit_span=credit.name if credit else None,
                timex=timex,
                place_span=place,
            )
        )
    return tuple(captions)
