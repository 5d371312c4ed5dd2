from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.edtf import Edtf
from postil.errors import EdtfError
from postil.model import PlacedReview, Reading, Span
from postil.pipeline import read_archive, read_reviewed, read_text
from postil.records import Creator, Finding, Review, Target
from strategies import texts, thorough

TEXT = Path("source_texts/flood-at-testford")
HEAD = "The River Rises\n\nBy Ann Lee Source: The Gazette Updated: 2020-04-16\n\n"
BODY = "On April 13 the river rose, and on 2 May it fell. Nobody had slept.\n"


def values(reading: Reading) -> list[str]:
    return [str(timex.value) for timex in reading.dates]


def spans(reading: Reading) -> list[Span]:
    captions = [
        span
        for each in reading.captions
        for span in (each, each.credit_span, each.timex, each.place_span)
        if span
    ]
    events = [span for event in reading.events for span in (event, event.label, event.timex)]
    return [*reading.blocks, *reading.dates, *captions, *events]


@thorough
@given(
    texts,
    st.sampled_from(
        [None, "2020-07-15", "2020", "2020-04~", "193X", "XXXX", "-0043", "1914/1918", "../2020", "2020-21"]
    ),
    st.sampled_from(["en", "en-GB", "fr", "de", "zh", "ar"]),
)
def test_any_text_is_read_and_everything_found_lies_in_it(text: str, date: str | None, language: str) -> None:
    reading = read_text(text, date=date, language=language)

    assert all(0 <= span.start <= span.end <= len(text) for span in spans(reading))
    assert all(timex.text == timex.of(text) != "" for timex in reading.dates)
    for found in (reading.blocks, reading.captions, reading.dates, reading.events):
        assert list(found) == sorted(found, key=lambda span: span.start)


@thorough
@given(texts)
def test_reading_twice_finds_the_same(text: str) -> None:
    assert read_text(text) == read_text(text)


def test_nothing_is_found_in_nothing() -> None:
    reading = read_text("")

    assert spans(reading) == []


def test_dates_without_a_year_go_back_from_the_byline_s() -> None:
    assert values(read_text(HEAD + BODY)) == ["2020-04-16", "2020-04-13", "2019-05-02"]


def test_dates_without_a_year_go_back_from_the_day_that_is_given() -> None:
    assert values(read_text(HEAD + BODY, date="1921-06-01")) == ["2020-04-16", "1921-04-13", "1921-05-02"]


def test_dates_without_a_year_have_none_where_nobody_knows_it() -> None:
    assert values(read_text(BODY)) == ["XXXX-04-13", "XXXX-05-02"]


def test_a_byline_s_day_without_a_year_is_not_the_day_of_the_text() -> None:
    reading = read_text(HEAD.replace("2020-04-16", "April 16") + BODY)

    assert reading.metadata.date is None
    assert values(reading) == ["XXXX-04-16", "XXXX-04-13", "XXXX-05-02"]


def test_the_cells_of_a_table_have_no_dates() -> None:
    assert values(read_text(f"{HEAD}{BODY}\nAnn\t3\nJan\t4\nEva\t2020-04-01\n\n{BODY}", date="2020"))[3:] == [
        "2020-04-13", "2020-05-02",
    ]  # fmt: skip


def test_a_language_that_unicode_does_not_know_is_read() -> None:
    assert read_text("It ended in April 2020.", language="tlh").dates[0].value == "2020-04"


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(EdtfError, match="'yesterday' is not an EDTF date"):
        read_text(BODY, date="yesterday")


def test_what_is_noise_has_no_dates() -> None:
    text = (
        f"{HEAD}{BODY}\nNobody slept. Nobody came.\n\nIt rained. It stopped.\n\n© 1 June 1921 The Gazette\n"
    )

    assert "1921-06-01" not in values(read_text(text))


def test_a_sound_archive_is_read_without_faults(archive: Path) -> None:
    found, faults = read_archive(archive)

    (document,) = found.documents
    assert faults == ()
    assert document.source.identifier == "flood-at-testford"
    assert [(anchor.annotation.id, anchor.span.of(document.source.text)) for anchor in document.anchors] == [
        ("lower-town", "the lower\u00a0town stood under water"),
        ("council", "The council of Testford"),
    ]
    assert document.orphans == ()
    assert [event.when for event in document.reading.events] == ["2020-04-13", "2020-04-15"]


def test_a_text_is_read_as_of_its_original_s_day(archive: Path) -> None:
    with (archive / TEXT / "record.yml").open("a") as record:
        record.write("original: {publisher: The Old Gazette, date: 1921-05-01}\n")

    found, _ = read_archive(archive)

    assert values(found.documents[0].reading) == ["2020-04-16", "1921-04-13", "2020-04-15"]


def test_a_note_without_a_place_is_an_orphan_and_a_fault_and_the_others_stay(archive: Path) -> None:
    note = archive / TEXT / "annotations" / "council.yml"
    note.write_text(note.read_text().replace("The council of Testford", "The council of Testwood"))

    found, faults = read_archive(archive)

    (document,) = found.documents
    assert [anchor.annotation.id for anchor in document.anchors] == ["lower-town"]
    assert [orphan.annotation.id for orphan in document.orphans] == ["council"]
    assert [(fault.path, fault.line, fault.field, fault.message) for fault in faults] == [
        (f"{TEXT.as_posix()}/annotations/council.yml", 4, "target.exact", document.orphans[0].reason)
    ]


def test_all_faults_are_said_at_once(archive: Path) -> None:
    note, record = archive / TEXT / "annotations" / "council.yml", archive / TEXT / "record.yml"
    note.write_text(
        note.read_text()
        .replace("The council of Testford", "The council of Testwood")
        .replace("*Test data.*", "![a](https://example.org/a.png)")
    )

    found, faults = read_archive(archive)

    assert [fault.field for fault in faults] == ["target.exact", "body"]
    assert (len(found.documents[0].anchors), found.documents[0].orphans) == (1, ())

    record.write_text(record.read_text().replace("type: article\n", "").replace("utf-8", "utf-9"))
    _, faults = read_archive(archive)

    assert [fault.field for fault in faults] == ["body", "type", "encoding"]


def test_a_faulty_text_takes_no_other_along(archive: Path) -> None:
    (archive / "source_texts" / "another").mkdir()

    found, faults = read_archive(archive)

    assert [document.source.identifier for document in found.documents] == ["flood-at-testford"]
    assert [str(fault) for fault in faults] == [
        "source_texts/another/record.yml: is not there; every text's folder has one",
        "source_texts/another/text.txt: is not there; every text's folder has one",
    ]


def test_notes_stand_in_the_order_of_their_words(archive: Path) -> None:
    annotations = archive / TEXT / "annotations"
    council = (annotations / "council.yml").read_text()
    for name, words in {"a": "council of Testford", "b": "Test Data", "c": "The council"}.items():
        (annotations / f"{name}.yml").write_text(council.replace("The council of Testford", words))

    found, _ = read_archive(archive)

    assert [anchor.annotation.id for anchor in found.documents[0].anchors] == [
        "b",
        "lower-town",
        "c",
        "council",
        "a",
    ]


REVIEW = """\
reason: Test data.
creator: {name: Tess Tester}
created: 2026-11-23
"""


def review(archive: Path, name: str, written: str) -> None:
    (archive / TEXT / "reviews").mkdir(exist_ok=True)
    (archive / TEXT / "reviews" / f"{name}.yml").write_text(written + REVIEW)


def test_a_block_that_is_a_caption_by_review_is_read_as_one(archive: Path) -> None:
    review(archive, "caption", "decision: correct\nobject: block\ntarget: {exact: What was done about}\n"
                               "saw: {kind: heading}\nvalue: {kind: caption}\n")  # fmt: skip

    (document,) = read_archive(archive)[0].documents

    assert [caption.of(document.source.text)[:13] for caption in document.reading.captions] == [
        "Test boats at", "What was done",
    ]  # fmt: skip


def test_a_corrected_date_is_that_of_its_event_and_of_its_caption(archive: Path) -> None:
    for name, words, day in (("event", "April 13", "13"), ("caption", "April 15, 2020", "15")):
        review(archive, name, f"decision: correct\nobject: date\ntarget: {{exact: '{words}'}}\n"
                              f"saw: {{date: 2020-04-{day}}}\nvalue: {{date: 1999-04-{day}}}\n")  # fmt: skip

    found, faults = read_archive(archive)

    (document,) = found.documents
    assert faults == ()
    assert [event.when for event in document.reading.events] == ["1999-04-13", "1999-04-15"]
    assert [caption.date for caption in document.reading.captions] == ["1999-04-15"]
    assert [verdict.review.id for verdict in document.verdicts] == ["event", "caption"]


def test_a_date_that_is_none_makes_no_event_and_a_caption_that_is_none_no_photograph(archive: Path) -> None:
    review(
        archive,
        "date",
        "decision: reject\nobject: date\ntarget: {exact: April 13}\nsaw: {date: 2020-04-13}\n",
    )
    (document,) = read_archive(archive)[0].documents
    caption = document.reading.captions[0]
    saw = f"{{kind: {caption.kind}, date: {caption.date}, place: {caption.place}, credit: {caption.credit}}}"
    review(
        archive, "caption", f"decision: reject\nobject: caption\ntarget: {{exact: Test boats}}\nsaw: {saw}\n"
    )

    found, faults = read_archive(archive)

    reading = found.documents[0].reading
    assert (faults, reading.captions) == ((), ())
    assert not [event for event in reading.events if event.kind == "photograph" or event.when == "2020-04-13"]
    assert "caption" not in {block.kind for block in reading.blocks}


def test_a_byline_s_date_is_reviewed_before_the_day_of_the_text_is_taken_from_it(archive: Path) -> None:
    review(archive, "byline", "decision: correct\nobject: date\ntarget: {exact: 2020-04-16}\n"
                              "saw: {date: 2020-04-16}\nvalue: {date: 2021-04-16}\n")  # fmt: skip

    (document,) = read_archive(archive)[0].documents

    assert document.reading.metadata.date == "2021-04-16"


def test_a_review_of_a_date_may_quote_over_several_parts_of_the_head() -> None:
    text = "Test Data: The Flood\n\nBy Tess Tester\n\nTESTFORD, 3 May 1921\n\nIt rained without end on the town.\n"
    words = "Tess Tester\n\nTESTFORD, 3 May 1921"
    written = Review(
        decision="correct", object="date", target=Target(exact=words), saw=Finding(date=Edtf("1921-05-03")),
        value=Finding(date=Edtf("1922-05-03")), reason="Test data.", creator=Creator(name="Tess Tester"),
        created=Edtf("2026-11-23"), id="test", path="test.yml",
    )  # fmt: skip
    start = text.index(words)

    reading, verdicts, misfits = read_reviewed(
        text, [PlacedReview(start, start + len(words), written)], date=None, language="en", date_order=None
    )

    heads = [block for block in reading.blocks if block.kind in ("byline", "dateline")]
    assert len(heads) == 2 and not any(
        block.start <= start < start + len(words) <= block.end for block in heads
    )
    assert (len(verdicts), misfits, reading.metadata.date) == (1, (), "1922-05-03")


def test_two_reviews_that_disagree_on_a_caption_leave_it_as_it_was_read(archive: Path) -> None:
    (document,) = read_archive(archive)[0].documents
    before, (caption,) = document.reading, document.reading.captions
    saw = f"{{kind: {caption.kind}, date: {caption.date}, place: {caption.place}, credit: {caption.credit}}}"
    review(
        archive,
        "yes",
        "decision: confirm\nobject: block\ntarget: {exact: Test boats}\nsaw: {kind: caption}\n",
    )
    review(archive, "no", f"decision: reject\nobject: caption\ntarget: {{exact: Test boats}}\nsaw: {saw}\n")

    found, faults = read_archive(archive)

    reading = found.documents[0].reading
    assert (faults, reading.events) == ((), before.events)
    assert [(block.kind, block.state) for block in reading.blocks if block.start == caption.start] == [
        ("caption", "disputed")
    ]
    assert [each.state for each in reading.captions] == ["disputed"]
    assert [verdict.state for verdict in found.documents[0].verdicts] == ["disputed", "disputed"]


def test_a_faulty_review_is_named_with_its_line_and_takes_nothing_along(archive: Path) -> None:
    review(
        archive, "gone", "decision: reject\nobject: date\ntarget:\n  exact: the mill and\nsaw: {date: 2020}\n"
    )

    found, faults = read_archive(archive)

    assert found.documents[0].reading.dates and found.documents[0].verdicts == ()
    assert [(fault.path, fault.line, fault.field) for fault in faults] == [
        (f"{TEXT.as_posix()}/reviews/gone.yml", 4, "target.exact")
    ]


def test_reviews_change_no_text(archive: Path) -> None:
    before = read_archive(archive)[0].documents[0].source
    review(
        archive,
        "date",
        "decision: reject\nobject: date\ntarget: {exact: April 13}\nsaw: {date: 2020-04-13}\n",
    )

    assert read_archive(archive)[0].documents[0].source == before
