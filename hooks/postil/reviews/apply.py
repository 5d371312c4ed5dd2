"""What people decided of what was read: each review on its thing, or why it fits none.

A review changes findings before they flow on and never a text. Reviews of one thing that disagree change nothing;
the thing is disputed then.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from ..model import (
    Block,
    BlockKind,
    Caption,
    Event,
    Misfit,
    PlacedReview,
    Span,
    State,
    Timex,
    Verdict,
    within,
)
from ..records import NONE, Object, Review
from ..vocabulary.sentences import one_line
from .things import (
    BLOCK,
    CAPTION,
    DATE,
    EVENT,
    Sort,
    T,
    in_yaml,
    key_of,
    object_of,
    plain,
    said_of,
    telling_words,
    words_in,
)

Wrong = tuple[str, str]
"""A field of a review by its dotted name, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Reviewed(Generic[T]):
    """What stands after the reviews, in the order of the text, and what became of each of them."""

    found: tuple[T, ...]
    verdicts: tuple[Verdict, ...] = ()
    misfits: tuple[Misfit, ...] = ()


def review_blocks(text: str, blocks: Sequence[Block], reviews: Sequence[PlacedReview]) -> Reviewed[Block]:
    """The blocks as reviewed; a rejected one is a paragraph."""
    return _review(text, blocks, reviews, BLOCK)


def review_dates(text: str, timexes: Sequence[Timex], reviews: Sequence[PlacedReview]) -> Reviewed[Timex]:
    """The dates as reviewed, the rejected left out."""
    return _review(text, timexes, reviews, DATE)


def review_captions(
    text: str, captions: Sequence[Caption], reviews: Sequence[PlacedReview]
) -> Reviewed[Caption]:
    """The captions as reviewed, the rejected left out.

    A corrected date is the date of the photograph's event, if one is printed; a date added to a caption that has
    none printed makes no event of its own.
    """
    return _review(text, captions, reviews, CAPTION)


def review_events(text: str, events: Sequence[Event], reviews: Sequence[PlacedReview]) -> Reviewed[Event]:
    """The events as reviewed, the rejected left out; other mentions then point at the first that is left."""
    reviewed = _review(text, events, reviews, EVENT)
    left = {event.id for event in reviewed.found}
    first: dict[str, str] = {}
    found = []
    for event in reviewed.found:
        if event.same_as is not None and event.same_as not in left:
            heir = first.setdefault(event.same_as, event.id)
            event = replace(event, same_as=heir if heir != event.id else None)
        found.append(event)
    return replace(reviewed, found=tuple(found))


def dispute_captions(
    blocks: Reviewed[Block], captions: Reviewed[Caption]
) -> tuple[Reviewed[Block], Reviewed[Caption]]:
    """The same, but disputed where one review says that words are a caption and another that they are none."""
    said = {each.thing.start: each.thing for each in blocks.verdicts if _says_caption(each)}
    contested: dict[int, Block] = {}
    gone: dict[int, Caption] = {}
    for verdict in captions.verdicts:
        if isinstance(caption := verdict.thing, Caption) and _is_rejected(verdict):
            for block in _blocks_of(caption, blocks.found):
                if isinstance(machine := said.get(block.start), Block):
                    contested[block.start] = machine
                    gone[caption.start] = caption
    if not gone:
        return blocks, captions
    disputed = {start: replace(block, state=State.DISPUTED) for start, block in contested.items()}
    back = [
        replace(caption, state=State.DISPUTED)
        for caption in gone.values()
        if all(block.kind is BlockKind.CAPTION for block in _blocks_of(caption, [*contested.values()]))
    ]
    return (
        replace(
            blocks,
            found=tuple(disputed.get(block.start, block) for block in blocks.found),
            verdicts=_disputed(blocks.verdicts, contested),
        ),
        replace(
            captions,
            found=tuple(sorted((*captions.found, *back), key=lambda caption: caption.start)),
            verdicts=_disputed(captions.verdicts, gone),
        ),
    )


def _says_caption(verdict: Verdict) -> bool:
    review = verdict.review
    said = {"confirm": review.saw.given(), "correct": _value(review), "reject": {}}[review.decision]
    return verdict.state is State.REVIEWED and said.get("kind") == BlockKind.CAPTION


def _is_rejected(verdict: Verdict) -> bool:
    return verdict.state is State.REVIEWED and verdict.review.decision == "reject"


def _blocks_of(caption: Caption, blocks: Sequence[Block]) -> Iterator[Block]:
    for span in (caption, *caption.again):
        yield from within(span, blocks)


def _disputed(verdicts: Sequence[Verdict], starts: Container[int]) -> tuple[Verdict, ...]:
    return tuple(
        replace(verdict, state=State.DISPUTED) if verdict.thing.start in starts else verdict
        for verdict in verdicts
    )


def without_captions(blocks: Sequence[Block], verdicts: Sequence[Verdict]) -> tuple[Block, ...]:
    """The blocks, those of a rejected caption as paragraphs."""
    starts = {
        block.start
        for verdict in verdicts
        if isinstance(verdict.thing, Caption) and _is_rejected(verdict)
        for block in _blocks_of(verdict.thing, blocks)
    }
    return tuple(
        plain(block, "rejected as a caption") if block.start in starts else block for block in blocks
    )


def _review(text: str, found: Sequence[T], reviews: Sequence[PlacedReview], sort: Sort[T]) -> Reviewed[T]:
    verdicts: list[Verdict] = []
    misfits: list[Misfit] = []
    fitting: dict[tuple[Object, int], list[Review]] = {}
    for placed in reviews:
        if placed.review.object != sort.name:
            continue
        fit = _fit(text, found, placed, sort)
        if isinstance(fit, list):
            misfits += [Misfit(placed.review, where, why) for where, why in fit]
        else:
            fitting.setdefault(key_of(fit), []).append(placed.review)
    if not fitting:
        return Reviewed(tuple(found), (), tuple(misfits))
    left: list[T] = []
    for thing in found:
        judged = fitting.get(key_of(thing), [])
        after = _settled(text, thing, judged, sort) if judged else thing
        verdicts += [Verdict(review, thing, after.state if after else State.REVIEWED) for review in judged]
        if after:
            left.append(after)
    return Reviewed(tuple(left), tuple(verdicts), tuple(misfits))


def _fit(text: str, found: Sequence[T], placed: PlacedReview, sort: Sort[T]) -> T | list[Wrong]:
    """The one thing that the review speaks of, or all that is wrong with the review."""
    review = placed.review
    if wrong := list(_contradictions(review, sort)):
        return wrong
    things = sort.at(found, placed)
    if len(things) != 1:
        return [
            ("target.exact", _nowhere(text, found, placed, sort) if not things else _several(text, things))
        ]
    thing, saw = things[0], _without_none(review.saw.given())
    said = {
        name: value
        for name, value in said_of(thing, text).items()
        if name in saw or name not in sort.optional
    }
    if said != {name: one_line(value) for name, value in saw.items()}:
        now = in_yaml(said)
        return [
            ("saw", f"it is read as {now} now; look at it again, and write that if the decision still holds")
        ]
    sentence = _excerpt(text, thing)
    strange = [
        (f"value.{name}", f"'{value}' does not stand in the sentence; write words of “{sentence}”")
        for name, value in _value(review).items()
        if name in sort.quoted and value != NONE and not words_in(text, thing, value)
    ]
    return strange or thing


def _contradictions(review: Review, sort: Sort[T]) -> Iterator[Wrong]:
    """What no single field can see."""
    saw, value = review.saw.given(), _value(review)
    for part, given in (("saw", saw), ("value", value)):
        for name, said in given.items():
            if name not in sort.fields:
                yield f"{part}.{name}", f"a review of {_a(review.object)} has no {name}; leave it out"
            elif said == NONE and name in sort.needed:
                yield f"{part}.{name}", "cannot be none; write what is right, or decision: reject"
            elif name == "kind" and said not in sort.kinds:
                kinds = ", ".join(sort.kinds)
                yield f"{part}.kind", f"'{said}' is not one of the words used here; write one of {kinds}"
            elif part == "value" and said == saw.get(name, NONE):
                yield f"value.{name}", "is what saw says; leave it out, or write decision: confirm"
    first = sort.fields[0]
    if first not in saw:
        yield f"saw.{first}", f"is missing; write what the machine said, as in {first}: {_EXAMPLES[first]}"
    if review.decision == "correct" and not value:
        yield "value", f"is missing; write what is right, as in {{{first}: {_EXAMPLES[first]}}}"
    if review.decision != "correct" and review.value is not None:
        yield "value", "belongs to a correction; leave it out, or write decision: correct"
    if review.decision == "reject" and review.object == "block" and saw.get("kind") == BlockKind.PARAGRAPH:
        yield (
            "decision",
            "a paragraph is what a block is where nothing is known; write correct, and what it is",
        )


_EXAMPLES = {"kind": "heading", "date": "2020-04-13"}


def _settled(text: str, thing: T, reviews: Sequence[Review], sort: Sort[T]) -> T | None:
    """The thing as its reviews leave it; None where they reject it."""
    values: dict[str, str] = {}
    for review in reviews:
        value = _value(review)
        agrees = all(values.get(name, said) == said for name, said in value.items())
        if review.decision != reviews[0].decision or not agrees:
            return replace(thing, state=State.DISPUTED)
        values |= value
    who = " and ".join(dict.fromkeys(review.creator.name for review in reviews))
    match reviews[0].decision:
        case "confirm":
            return replace(thing, state=State.REVIEWED)
        case "correct":
            return replace(sort.correct(text, thing, values, f"corrected by {who}"), state=State.REVIEWED)
        case "reject":
            return sort.reject(thing, f"rejected by {who}")


def _nowhere(text: str, found: Sequence[T], placed: Span, sort: Sort[T]) -> str:
    if not found:
        return f"{sort.missing}, nor is there another in the text; take this file out"
    nearest = min(found, key=lambda thing: abs(thing.start - placed.start))
    return f"{sort.missing}; the nearest is “{_excerpt(text, nearest)}”; quote that, or take this file out"


def _several(text: str, things: Sequence[T]) -> str:
    words = ", ".join(f"“{_excerpt(text, telling_words(thing))}”" for thing in things[:5])
    return f"the quoted words mean {len(things)} {object_of(things[0])}s, at {words}; quote one of these"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _excerpt(text: str, span: Span) -> str:
    words = one_line(span.of(text))
    return words if len(words) <= 60 else words[:59].rstrip() + "…"


def _value(review: Review) -> dict[str, str]:
    return review.value.given() if review.value else {}


def _without_none(given: dict[str, str]) -> dict[str, str]:
    return {name: said for name, said in given.items() if said != NONE}
