"""What a careful reader finds in the archive's first text, and what the program must therefore find."""

import hashlib
from itertools import combinations
from typing import get_args

import pytest

from conftest import ROOT
from postil.edtf import Edtf
from postil.model import AnnotatedDocument, Block, BlockKind, Metadata
from postil.pipeline import read_archive
from postil.records import Kind


@pytest.fixture(scope="module")
def first() -> AnnotatedDocument:
    archive, faults = read_archive(ROOT)
    assert faults == ()
    return next(each for each in archive.documents if each.source.identifier == "2020-07-15-ma-xiaowei")


def blocks_of(first: AnnotatedDocument, kind: BlockKind) -> list[str]:
    return [block.of(first.source.text) for block in first.reading.blocks if block.kind is kind]


def test_the_capture_is_the_one_that_came(first: AnnotatedDocument) -> None:
    sha256 = "8987b2794c792251275499574c42f3891a31baf040b0afb500af644967babc17"

    assert hashlib.sha256(first.source.capture).hexdigest() == first.source.record.sha256 == sha256


def test_the_text_is_the_capture_with_nothing_changed(first: AnnotatedDocument) -> None:
    assert first.source.text.encode() == first.source.capture


def test_the_head_names_title_author_journal_and_day(first: AnnotatedDocument) -> None:
    assert first.reading.metadata == Metadata(
        title="Deepen International Cooperation to Combat COVID-19 and Build a Global Community of Health for All",
        creator=("Ma Xiaowei",),
        source="English Edition of Qiushi Journal",
        date=Edtf("2020-07-15"),
    )


def test_it_has_eight_parts(first: AnnotatedDocument) -> None:
    headings = blocks_of(first, BlockKind.HEADING)

    starts = [
        "We have promptly, transparently and unreservedly shared",
        "We have eagerly engaged in multilateral and bilateral cooperation",
        "We have stood shoulder to shoulder with other countries",
        "We have been innovative in our methods",
        "We have vigorously advocated the development of a global community",
        "We are working to prevent inbound cases of COVID-19",
        "We are adhering to a method of collaboration",
        "We have participated in global health governance",
    ]
    assert [heading[: len(start)] for heading, start in zip(headings, starts, strict=True)] == starts


def test_it_has_three_captions(first: AnnotatedDocument) -> None:
    found = [(caption.credit, caption.date, caption.place) for caption in first.reading.captions]

    assert found == [
        ("XINHUA", "2020-03-18", "Baghdad"),
        (None, "2020-03-24", "Phnom Penh"),
        (None, None, "Mozambique"),
    ]


def test_the_controls_of_the_page_are_its_only_noise(first: AnnotatedDocument) -> None:
    assert blocks_of(first, BlockKind.NOISE) == ["Nav Search"]


def test_the_last_two_lines_are_notes_on_author_and_original(first: AnnotatedDocument) -> None:
    assert blocks_of(first, BlockKind.NOTE) == [
        "Ma Xiaowei is Minister of the National Health Commission and Secretary of its CPC Leadership Group.\u00a0",
        "(Originally appeared in Qiushi Journal, Chinese edition, No. 8, 2020)",
    ]


def test_the_rest_are_paragraphs(first: AnnotatedDocument) -> None:
    assert len(blocks_of(first, BlockKind.PARAGRAPH)) == 12
    assert {block.kind for block in first.reading.blocks} == {
        BlockKind.NOISE, BlockKind.TITLE, BlockKind.BYLINE, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION,
        BlockKind.NOTE,
    }  # fmt: skip


def test_the_dates_are_read_against_the_day_of_the_chinese_original(first: AnnotatedDocument) -> None:
    assert first.source.record.original is not None
    assert first.source.record.original.date == "2020-04-16"
    assert [(timex.text, timex.value) for timex in first.reading.dates] == [
        ("2020-07-15", "2020-07-15"),
        ("April 13", "2020-04-13"),
        ("January 3 of this year", "2020-01-03"),
        ("March 18, 2020", "2020-03-18"),
        ("March 24, 2020", "2020-03-24"),
        ("March 26", "2020-03-26"),
        ("2020", "2020"),
    ]


def test_the_2030_agenda_is_a_name(first: AnnotatedDocument) -> None:
    at = first.source.text.index("2030 Agenda")
    agenda = Block(at, at + len("2030 Agenda"), BlockKind.PARAGRAPH)

    found = [*first.reading.dates, *(event.timex for event in first.reading.events), *first.reading.events]
    assert all(span.end <= agenda.start or agenda.end <= span.start for span in found)


def test_it_tells_of_five_dated_events_each_in_a_sentence_of_its_own(first: AnnotatedDocument) -> None:
    text = first.source.text

    found = [(event.when, event.kind, event.of(text)) for event in first.reading.events]

    sentences = [
        ("The virus has spread suddenly", "confirmed cases worldwide as of April 13."),
        ("From January 3 of this year, China has been", "information regarding novel coronavirus disease."),
        ("Members of a team of experts", "in Baghdad on March 18, 2020."),
        ("A team of Chinese medical experts", "in Phnom Penh on March 24, 2020."),
        ("On March 26, President Xi\u00a0attended", "work together in a collective response."),
    ]
    assert [(when, kind) for when, kind, _ in found] == [
        ("2020-04-13", "statement"),
        ("2020-01-03", "statement"),
        ("2020-03-18", "photograph"),
        ("2020-03-24", "photograph"),
        ("2020-03-26", "statement"),
    ]
    for (_, _, quote), (start, end) in zip(found, sentences, strict=True):
        assert quote.startswith(start) and quote.endswith(end)
        assert text.count(quote) == 1


def test_it_has_notes_of_every_kind_and_all_have_their_place(first: AnnotatedDocument) -> None:
    assert first.orphans == ()
    assert len(first.anchors) >= 40
    assert {anchor.annotation.kind for anchor in first.anchors} == set(get_args(Kind))


@pytest.mark.parametrize("kind", ["person", "place", "organization"])
def test_those_that_name_somebody_or_something_say_whom_or_what(first: AnnotatedDocument, kind: str) -> None:
    labels = [anchor.annotation.label for anchor in first.anchors if anchor.annotation.kind == kind]

    assert len(labels) >= 4
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("quote", [
    "Nav Search",
    "English Edition of Qiushi Journal",
    "1.6 million confirmed cases worldwide as of April 13",
    "building a global community of health for all,\"",
    "promptly, transparently and unreservedly shared",
    "From January 3 of this year",
    "Hong Kong, Macao and Taiwan",
    "At the earliest opportunity",
    "whole-genome sequences along with primer and probe information",
    "more than 1,100 papers",
    "Zhong Nanshan",
    "Li Lanjuan",
    "nosocomial",
    "the Red Cross Society of China",
    "nucleic acid testing",
    "When China initially discovered",
    "Tedros Adhanom Ghebreyesus",
    "a joint mission composed of experts",
    "The foreign head of the joint mission",
    "averted, or at least delayed",
    "Representatives from 77 countries and 7 international organizations",
    "a donation of US$20 million",
    "Khmer-Soviet Friendship Hospital",
    "Leaders' Summit on COVID-19 in Beijing",
    "the African Center for Disease Control and Prevention",
    "NH C",
    "non- traditional",
    "Sichuan University Huaxi Hospital",
    "the UN Charter and the 2030 Agenda",
    "China was the first country to contain the virus",
    "the four-point initiative",
    "Ma Xiaowei is Minister",
    "(Originally appeared in Qiushi Journal, Chinese edition, No. 8, 2020)",
])  # fmt: skip
def test_what_a_reader_most_needs_explained_has_its_note(first: AnnotatedDocument, quote: str) -> None:
    text = first.source.text.replace("\u00a0", " ")
    assert text.count(quote) == 1
    start = text.index(quote)

    assert any(
        anchor.span.start <= start and start + len(quote) <= anchor.span.end for anchor in first.anchors
    )


def test_no_two_notes_end_at_one_word(first: AnnotatedDocument) -> None:
    ends = [anchor.span.end for anchor in first.anchors]

    assert len(set(ends)) == len(ends)


def test_two_of_its_notes_overlap(first: AnnotatedDocument) -> None:
    overlapping = [
        (one.annotation.id, other.annotation.id)
        for one, other in combinations(first.anchors, 2)
        if one.span.end > other.span.start
    ]

    assert overlapping


def test_its_notes_name_their_sources(first: AnnotatedDocument) -> None:
    """Only what can be seen in the capture itself needs none."""
    without = [anchor.annotation for anchor in first.anchors if not anchor.annotation.references]

    assert {annotation.kind for annotation in without} <= {"capture-note"}
