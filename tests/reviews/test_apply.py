from dataclasses import replace
from typing import Any

import pytest

from postil.edtf import Edtf
from postil.model import Block, BlockKind, Caption, Event, PlacedReview, Span, State, Timex
from postil.records import Creator, Finding, Review, Target
from postil.reviews import (
    Reviewed,
    dispute_captions,
    review_blocks,
    review_captions,
    review_dates,
    review_events,
    without_captions,
)

# Test data: nobody in it ever lived.
TEXT = """The Flood

On 5 May 1921 and on 7 May 1921 the river rose at the mill in Testford.

Boats in Riga on 9 May 1921. TEST AGENCY
"""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def span(words: str) -> tuple[int, int]:
    return at(words).start, at(words).end


def date(words: str, value: str) -> Timex:
    return Timex(*span(words), words, Edtf(value), "day month year", "as printed")


FIRST, SECOND, THIRD = (
    date("5 May 1921", "1921-05-05"),
    date("7 May 1921", "1921-05-07"),
    date("9 May 1921", "1921-05-09"),
)
DATES = (FIRST, SECOND, THIRD)
SENTENCE = "On 5 May 1921 and on 7 May 1921 the river rose at the mill in Testford."
BLOCKS = (
    Block(*span("The Flood"), BlockKind.HEADING, "stands alone"),
    Block(*span(SENTENCE), BlockKind.PARAGRAPH),
    Block(*span("Boats in Riga on 9 May 1921. TEST AGENCY"), BlockKind.CAPTION),
)
CAPTION = Caption(
    *span("Boats in Riga on 9 May 1921. TEST AGENCY"), at("Boats in Riga on 9 May 1921."), credit="TEST AGENCY",
    credit_span=at("TEST AGENCY"), date=Edtf("1921-05-09"), timex=THIRD, place="Riga", place_span=at("Riga"),
)  # fmt: skip
EVENTS = tuple(Event(*span(SENTENCE), at("the river rose at the mill"), timex) for timex in (FIRST, SECOND))


def review(
    decision: Any,
    of: Any,
    words: str,
    saw: dict[str, str],
    value: dict[str, str] | None = None,
    who: str = "Tess Tester",
) -> PlacedReview:
    """A review at the words."""
    saw_all: Any = saw
    value_all: Any = value
    written = Review(
        decision=decision, object=of, target=Target(exact=words), saw=Finding(**saw_all),
        value=Finding(**value_all) if value is not None else None, reason="Test data.", creator=Creator(name=who),
        created=Edtf("2026-11-23"), id="test", path="test.yml",
    )  # fmt: skip
    return PlacedReview(*span(words), written)


def test_without_reviews_everything_stays_as_it_was_found() -> None:
    assert review_blocks(TEXT, BLOCKS, ()).found == BLOCKS
    assert review_dates(TEXT, DATES, ()).found == DATES
    assert review_captions(TEXT, (CAPTION,), ()).found == (CAPTION,)
    assert review_events(TEXT, EVENTS, ()).found == EVENTS


def test_what_is_confirmed_is_reviewed_and_nothing_else_is() -> None:
    reviewed = review_blocks(TEXT, BLOCKS, [review("confirm", "block", "Flood", {"kind": "heading"})])

    assert reviewed.found == (replace(BLOCKS[0], state=State.REVIEWED), *BLOCKS[1:])
    (verdict,) = reviewed.verdicts
    assert (verdict.thing, verdict.state, reviewed.misfits) == (BLOCKS[0], State.REVIEWED, ())


def test_a_review_of_another_sort_of_thing_is_let_alone() -> None:
    reviewed = review_dates(TEXT, DATES, [review("confirm", "block", "Flood", {"kind": "heading"})])

    assert (reviewed.found, reviewed.verdicts, reviewed.misfits) == (DATES, (), ())


def test_a_corrected_block_is_of_the_new_kind_and_says_who_said_so() -> None:
    correction = review("correct", "block", "The Flood", {"kind": "heading"}, {"kind": "title"})

    block = review_blocks(TEXT, BLOCKS, [correction]).found[0]

    assert (block.kind, block.rule, block.state) == (
        BlockKind.TITLE,
        "corrected by Tess Tester",
        State.REVIEWED,
    )


def test_a_rejected_block_is_a_paragraph() -> None:
    block = review_blocks(TEXT, BLOCKS, [review("reject", "block", "The Flood", {"kind": "heading"})]).found[
        0
    ]

    assert (block.kind, block.state) == (BlockKind.PARAGRAPH, State.REVIEWED)


def test_a_corrected_date_means_something_else_and_is_printed_the_same() -> None:
    corrections = [review("correct", "date", "7 May 1921", {"date": "1921-05-07"}, {"date": "1921-05-07?"})]

    reviewed = review_dates(TEXT, DATES, corrections)

    assert [timex.value for timex in reviewed.found] == ["1921-05-05", "1921-05-07?", "1921-05-09"]
    assert (reviewed.found[1].text, reviewed.found[1].rule, reviewed.found[1].basis) == (
        "7 May 1921", "review", "corrected by Tess Tester",
    )  # fmt: skip
    assert reviewed.verdicts[0].thing == SECOND


def test_a_rejected_date_is_none() -> None:
    reviewed = review_dates(
        TEXT, DATES, [review("reject", "date", "on 7 May 1921 the", {"date": "1921-05-07"})]
    )

    assert reviewed.found == (FIRST, THIRD)
    assert [verdict.thing for verdict in reviewed.verdicts] == [SECOND]


SAW = {"kind": "photograph", "date": "1921-05-09", "place": "Riga", "credit": "TEST AGENCY"}


def test_a_corrected_caption_says_what_the_review_says_and_keeps_the_rest() -> None:
    value = {"kind": "map", "place": "Jūrmala", "credit": "AGENCY"}

    (caption,) = review_captions(TEXT, (CAPTION,), [review("correct", "caption", "Boats", SAW, value)]).found

    assert (caption.kind.value, caption.place, caption.place_span) == ("map", "Jūrmala", None)
    assert (caption.credit, caption.credit_span and caption.credit_span.of(TEXT)) == ("AGENCY", "AGENCY")
    assert (caption.date, caption.timex, caption.state) == ("1921-05-09", THIRD, State.REVIEWED)


def test_a_caption_s_corrected_date_is_that_of_its_photograph_and_none_takes_it_away() -> None:
    later = review("correct", "caption", "Boats", SAW, {"date": "1922"})
    (caption,) = review_captions(TEXT, (CAPTION,), [later]).found
    assert caption.timex
    assert (caption.date, caption.timex.value, caption.timex.text) == ("1922", "1922", "9 May 1921")

    never = review("correct", "caption", "Boats", SAW, {"date": "none", "place": "none"})
    (caption,) = review_captions(TEXT, (CAPTION,), [never]).found
    assert (caption.date, caption.timex, caption.place, caption.place_span) == (None, None, None, None)


def test_the_blocks_of_a_rejected_caption_are_paragraphs() -> None:
    reviewed = review_captions(TEXT, (CAPTION,), [review("reject", "caption", "Boats", SAW)])

    assert reviewed.found == ()
    assert [block.kind for block in without_captions(BLOCKS, reviewed.verdicts)] == [
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_the_event_is_the_one_whose_date_is_quoted() -> None:
    rejected = review("reject", "event", "7 May 1921", {"date": "1921-05-07"})

    assert review_events(TEXT, EVENTS, [rejected]).found == EVENTS[:1]


def test_an_event_may_have_its_date_from_the_heading_above() -> None:
    lent = Event(*span("Boats in Riga"), at("Boats"), FIRST)

    for words in ("5 May 1921", "Boats in"):
        assert (
            review_events(TEXT, (lent,), [review("reject", "event", words, {"date": "1921-05-05"})]).found
            == ()
        )


def test_a_corrected_event_has_words_of_its_sentence() -> None:
    value = {"date": "1921-05", "place": "Testford", "label": "the river rose"}
    corrected = review("correct", "event", "5 May 1921", {"date": "1921-05-05"}, value)

    event = review_events(TEXT, EVENTS, [corrected]).found[0]

    assert event.place
    assert (event.when, event.place.of(TEXT), event.label.of(TEXT)) == (
        "1921-05",
        "Testford",
        "the river rose",
    )
    assert event.id == EVENTS[0].id


def test_other_mentions_of_a_rejected_event_point_at_the_first_that_is_left() -> None:
    third = Event(*span(SENTENCE), at("the mill"), THIRD, same_as=EVENTS[0].id)
    mentions = (EVENTS[0], replace(EVENTS[1], same_as=EVENTS[0].id), third)

    left = review_events(
        TEXT, mentions, [review("reject", "event", "5 May 1921", {"date": "1921-05-05"})]
    ).found

    assert [event.same_as for event in left] == [None, left[0].id]


def test_reviews_that_agree_are_one_decision_of_several_people() -> None:
    reviews = [
        review("correct", "caption", "Boats", SAW, {"place": "none"}),
        review("correct", "caption", "Riga", SAW, {"kind": "map", "date": "1922"}, who="Tom Tester"),
    ]

    (caption,) = review_captions(TEXT, (CAPTION,), reviews).found

    assert (caption.kind.value, caption.place, caption.date) == ("map", None, "1922")
    assert caption.timex and caption.timex.basis == "corrected by Tess Tester and Tom Tester"


@pytest.mark.parametrize(
    ("decision", "value"),
    [("confirm", None), ("reject", None), ("correct", {"date": "1921-05-08"})],
)
def test_reviews_that_disagree_change_nothing_and_the_thing_is_disputed(
    decision: str, value: dict[str, str] | None
) -> None:
    saw = {"date": "1921-05-07"}
    reviews = [
        review("correct", "date", "7 May 1921", saw, {"date": "1921-05-06"}),
        review(decision, "date", "7 May", saw, value, who="Tom Tester"),
    ]

    reviewed = review_dates(TEXT, DATES, reviews)

    assert reviewed.found == (FIRST, replace(SECOND, state=State.DISPUTED), THIRD)
    assert [verdict.state for verdict in reviewed.verdicts] == [State.DISPUTED, State.DISPUTED]


def test_words_that_one_calls_a_caption_and_another_none_are_disputed_and_nothing_changes() -> None:
    reject = review("reject", "caption", "Boats", SAW)
    blocks = review_blocks(TEXT, BLOCKS, [review("confirm", "block", "TEST AGENCY", {"kind": "caption"})])

    blocks, captions = dispute_captions(blocks, review_captions(TEXT, (CAPTION,), [reject]))

    assert blocks.found == (*BLOCKS[:2], replace(BLOCKS[2], state=State.DISPUTED))
    assert captions.found == (replace(CAPTION, state=State.DISPUTED),)
    assert [each.state for each in (*blocks.verdicts, *captions.verdicts)] == [State.DISPUTED] * 2
    assert without_captions(blocks.found, captions.verdicts) == blocks.found


def test_what_is_a_caption_by_one_review_and_none_by_another_stays_what_the_machine_read() -> None:
    machine = (*BLOCKS[:2], replace(BLOCKS[2], kind=BlockKind.LIST))
    correct = review("correct", "block", "Boats", {"kind": "list"}, {"kind": "caption"})
    reject = review("reject", "caption", "Boats", SAW)

    blocks, captions = dispute_captions(
        review_blocks(TEXT, machine, [correct]), review_captions(TEXT, (CAPTION,), [reject])
    )

    assert blocks.found == (*machine[:2], replace(machine[2], state=State.DISPUTED))
    assert captions.found == ()
    assert [each.state for each in (*blocks.verdicts, *captions.verdicts)] == [State.DISPUTED] * 2


def test_reviews_of_a_caption_that_agree_are_no_dispute() -> None:
    blocks = review_blocks(TEXT, BLOCKS, [review("confirm", "block", "Boats", {"kind": "caption"})])
    captions = review_captions(TEXT, (CAPTION,), [review("confirm", "caption", "Boats", SAW)])

    assert dispute_captions(blocks, captions) == (blocks, captions)


@pytest.mark.parametrize(
    ("placed", "field", "reason"),
    [
        (
            review("confirm", "date", "the river", {"date": "1921-05-05"}),
            "target.exact",
            "no date is read in the quoted words; the nearest is “7 May 1921”; quote that, or take this file out",
        ),
        (
            review("confirm", "date", SENTENCE, {"date": "1921-05-05"}),
            "target.exact",
            "the quoted words mean 2 dates, at “5 May 1921”, “7 May 1921”; quote one of these",
        ),
        (
            review("confirm", "date", "5 May 1921", {"date": "1920-05-05"}),
            "saw",
            "it is read as {date: '1921-05-05'} now; look at it again, and write that if the decision still holds",
        ),
        (
            review("confirm", "event", "the mill", {"date": "1921-05-05"}),
            "target.exact",
            "the quoted words mean 2 events, at “5 May 1921”, “7 May 1921”; quote one of these",
        ),
        (
            review("correct", "event", "5 May 1921", {"date": "1921-05-05"}, {"place": "Riga"}),
            "value.place",
            "'Riga' does not stand in the sentence; write words of “On 5 May 1921 and on 7 May 1921 the river rose at the mill…”",
        ),
        (
            review("confirm", "caption", "The Flood", {"kind": "photograph"}),
            "target.exact",
            "the quoted words are in no caption; the nearest is “Boats in Riga on 9 May 1921. TEST AGENCY”; quote that, or take "
            "this file out",
        ),
        (
            review("confirm", "block", "Flood\n\nOn", {"kind": "heading"}),
            "target.exact",
            "the quoted words are not all in one block; the nearest is “The Flood”; quote that, or take this file out",
        ),
        (
            review("confirm", "block", "Flood", {}),
            "saw.kind",
            "is missing; write what the machine said, as in kind: heading",
        ),
        (
            review("confirm", "block", "Flood", {"kind": "headline"}),
            "saw.kind",
            "'headline' is not one of the words used here; write one of " + ", ".join(BlockKind),
        ),
        (
            review("confirm", "date", "5 May 1921", {"date": "1921-05-05", "credit": "AP"}),
            "saw.credit",
            "a review of a date has no credit; leave it out",
        ),
        (
            review("confirm", "event", "5 May 1921", {"date": "1921-05-05", "credit": "AP"}),
            "saw.credit",
            "a review of an event has no credit; leave it out",
        ),
        (
            review("correct", "date", "5 May 1921", {"date": "1921-05-05"}),
            "value",
            "is missing; write what is right, as in {date: 2020-04-13}",
        ),
        (
            review("correct", "date", "5 May 1921", {"date": "1921-05-05"}, {"date": "none"}),
            "value.date",
            "cannot be none; write what is right, or decision: reject",
        ),
        (
            review("correct", "date", "5 May 1921", {"date": "1921-05-05"}, {"date": "1921-05-05"}),
            "value.date",
            "is what saw says; leave it out, or write decision: confirm",
        ),
        (
            review("reject", "date", "5 May 1921", {"date": "1921-05-05"}, {"date": "1921"}),
            "value",
            "belongs to a correction; leave it out, or write decision: correct",
        ),
        (
            review("reject", "block", "the river", {"kind": "paragraph"}),
            "decision",
            "a paragraph is what a block is where nothing is known; write correct, and what it is",
        ),
    ],
)  # fmt: skip
def test_a_review_that_fits_nothing_says_what_to_write_and_leaves_the_good_ones_alone(
    placed: PlacedReview, field: str, reason: str
) -> None:
    good = {
        "block": review("confirm", "block", "TEST AGENCY", {"kind": "caption"}),
        "date": review("confirm", "date", "9 May 1921", {"date": "1921-05-09"}),
        "caption": review("confirm", "caption", "Boats", SAW),
        "event": review("confirm", "event", "7 May 1921", {"date": "1921-05-07"}),
    }[placed.review.object]

    stages: list[Reviewed[Any]] = [
        review_blocks(TEXT, BLOCKS, [placed, good]), review_dates(TEXT, DATES, [placed, good]),
        review_captions(TEXT, (CAPTION,), [placed, good]), review_events(TEXT, EVENTS, [placed, good]),
    ]  # fmt: skip

    misfits = [misfit for stage in stages for misfit in stage.misfits]
    assert [(misfit.field, misfit.reason) for misfit in misfits] == [(field, reason)]
    assert [verdict.review for stage in stages for verdict in stage.verdicts] == [good.review]


def test_where_nothing_of_the_sort_is_read_the_review_is_to_go() -> None:
    (misfit,) = review_dates(
        TEXT, (), [review("confirm", "date", "5 May 1921", {"date": "1921-05-05"})]
    ).misfits

    assert misfit.reason == (
        "no date is read in the quoted words, nor is there another in the text; take this file out"
    )


def test_all_that_is_wrong_with_a_review_is_said_at_once() -> None:
    wrong = review("confirm", "caption", "Boats", {"kind": "sketch", "label": "Boats"}, {"kind": "none"})

    fields = [misfit.field for misfit in review_captions(TEXT, (CAPTION,), [wrong]).misfits]

    assert fields == ["saw.kind", "saw.label", "value.kind", "value"]
