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
    found: list[tuple[int, UnplacedNote]] = []
    for annotation in annotations:
        place = last_place(annotation.target, former)
        if place is None:
            faults.append(Fault(annotation.path, annotation.line, "target.exact", _LOST))
        elif annotation.path not in unsound:
            at, span = place
            why = _why(annotation, span, former[at], former[at - 1] if at else current)
            found.append((at, UnplacedNote(annotation, former[at], span, why)))
    faults += [
        Fault(review.path, review.line("target.exact"), "target.exact", _LOST)
        for review in reviews
        if last_place(review.target, former) is None
    ]
    ordered = sorted(found, key=lambda item: (item[0], item[1].span, item[1].annotation.id))
    return tuple(note for _, note in ordered), tuple(faults)


def last_place(target: Target, former: Sequence[SourceText]) -> tuple[int, Span] | None:
    """Which of the captures, and where in it, the words stand exactly once; the first that has them."""
    places = ((at, locate(target, capture.text)) for at, capture in enumerate(former))
    return next(((at, place) for at, place in places if isinstance(place, Span)), None)


def _why(annotation: Annotation, span: Span, old: SourceText, new: SourceText) -> str:
    carried = carry(annotation.target, span, compare(old.text, new.text))
    return "nobody has placed it yet" if isinstance(carried, Placed) else carried.why
