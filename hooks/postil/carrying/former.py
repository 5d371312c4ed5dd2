"""What people said of words that are no longer in a text, on the former capture that has them."""

from collections.abc import Sequence

from ..anchoring import locate
from ..errors import Fault
from ..markup import body_faults
from ..model import SourceText, Span, UnplacedNote
from ..records import Annotation, Review, Target
from .carry import Placed, carry
from .compare import compare

_LOST = (
    "the quoted words stand exactly once in no former capture; what is unplaced keeps the words it was written for, "
    "as they stood then"
)


def unplaced_notes(
    current: SourceText,
    former: Sequence[SourceText],
    annotations: Sequence[Annotation],
    reviews: Sequence[Review],
) -> tuple[tuple[UnplacedNote, ...], tuple[Fault, ...]]:
    """The notes at the places they had, those of newer captures first, and the faults of notes and reviews that had none.

    ``former`` are the captures before the current one, the newest first.
    """
    faults = [
        Fault(annotation.path, annotation.body_line, "body", message)
        for annotation in annotations
        for message in body_faults(annotation.body)
    ]
    unsound = {fault.path for fault in faults}
    found: list[tuple[int, Span, str, Annotation]] = []
    targets = [*(each.target for each in annotations), *(each.target for each in reviews)]
    places = last_places(targets, former)
    for annotation, place in zip(annotations, places, strict=False):
        if place is None:
            faults.append(Fault(annotation.path, annotation.line, "target.exact", _LOST))
        elif annotation.path not in unsound:
            found.append((*place, annotation.id, annotation))
    for review, place in zip(reviews, places[len(annotations) :], strict=True):
        if place is None:
            faults.append(Fault(review.path, review.line("target.exact"), "target.exact", _LOST))
    notes = (
        UnplacedNote(note, former[at], span, _why(note, span, former[at], former[at - 1] if at else current))
        for at, span, _, note in sorted(found, key=lambda each: each[:3])
    )
    return tuple(notes), tuple(faults)


def last_places(targets: Sequence[Target], former: Sequence[SourceText]) -> list[tuple[int, Span] | None]:
    """For each target which of the captures, and where in it, its words stand exactly once; the first that has them."""
    places: list[tuple[int, Span] | None] = [None] * len(targets)
    for at, capture in enumerate(former):  # one capture after the other: each is folded once
        for number, target in enumerate(targets):
            place = locate(target, capture.text) if places[number] is None else None
            if isinstance(place, Span):
                places[number] = at, place
    return places


def _why(annotation: Annotation, span: Span, old: SourceText, new: SourceText) -> str:
    carried = carry(annotation.target, span, compare(old.text, new.text))
    return "nobody has placed it yet" if isinstance(carried, Placed) else carried.why
