from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from made_texts import annotated
from postil.model import AnnotatedDocument
from postil.pipeline import read_document
from postil.records import Target
from postil.site.passages import block_ids, find_passages, leading_gap, place_notes


def shown(document: AnnotatedDocument) -> str:
    passages = find_passages(document)
    body = "".join(
        "".join(segment.text for segment in passage.segments) + passage.gap for passage in passages
    )
    return leading_gap(document) + body


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(st.sampled_from("ab c.\n\u00a0May 5, 1920"), max_size=120))
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return text, [(min(span), max(span)) for span in draw(st.lists(bounds, max_size=5)) if span[0] != span[1]]


@given(texts_with_spans())
@settings(deadline=None, max_examples=150)
def test_segments_and_gaps_joined_are_the_text_whatever_lies_over_it(
    drawn: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = drawn

    assert shown(annotated(text, *spans)) == text


def test_overlapping_notes_are_flat_segments() -> None:
    (passage,) = find_passages(annotated("one two three four five", (4, 13), (8, 18)))

    assert [(segment.text, [note.number for note in segment.notes]) for segment in passage.segments] == [
        ("one ", []), ("two ", [1]), ("three", [1, 2]), (" four", [2]), (" five", []),
    ]  # fmt: skip
    assert [[note.number for note in segment.closing] for segment in passage.segments] == [
        [],
        [],
        [1],
        [2],
        [],
    ]


def test_each_event_is_at_its_own_date_and_lights_its_whole_sentence() -> None:
    document = annotated(
        "4 August 1914\n\nThe mill was built.\n\n5 August 1914\n\nIt burned on 1 May 1921 and was rebuilt on 2 May 1922."
    )
    events = document.reading.events
    segments = [segment for passage in find_passages(document) for segment in passage.segments]

    opened = [segment.event.id for segment in segments if segment.event and segment.opens_date]
    told = {
        event.id: "".join(segment.text for segment in segments if event.id in segment.told)
        for event in events
    }

    assert sorted(opened) == sorted(event.id for event in events)
    assert sorted(told.values()) == sorted(
        [
            "4 August 1914The mill was built.",
            "It burned on 1 May 1921 and was rebuilt on 2 May 1922.",
            "It burned on 1 May 1921 and was rebuilt on 2 May 1922.",
        ]
    )


def test_a_date_cut_by_a_note_opens_once() -> None:
    document = annotated("It was on 5 May 1920 that it was.", (0, 11))

    dated = [segment for segment in find_passages(document)[0].segments if segment.timex]

    assert [(segment.text, segment.opens_date) for segment in dated] == [("5", True), (" May 1920", False)]


def test_every_note_ends_in_one_passage_and_is_shown_there_once(document: AnnotatedDocument) -> None:
    passages = find_passages(document)

    assert sorted(note.id for passage in passages for note in passage.notes) == sorted(
        n.id for n in place_notes(document)
    )
    closing = [note.id for passage in passages for segment in passage.segments for note in segment.closing]
    assert sorted(closing) == sorted(note.id for note in place_notes(document))


def test_lines_that_say_something_are_kept_and_filled_lines_are_not() -> None:
    filled = "word " * 15
    text = f"1 Example Street\nTestford\n\n{filled}\n{filled}\nend.\n\nA\tB   C"

    assert [passage.keeps_lines for passage in find_passages(annotated(text))] == [True, False, True]


def test_notes_on_folded_noise_are_numbered_last() -> None:
    text = "Nav Search\n\nA Title of Some Words\n\nA sentence that says something. And another one.\n\nThe end of it all."
    document = annotated(text, (0, 3), (38, 46))

    assert [(note.number, note.id) for note in place_notes(document)] == [(1, "note-1"), (2, "note-0")]


def test_paragraphs_are_numbered_and_ids_are_the_page_s_own(document: AnnotatedDocument) -> None:
    passages = find_passages(document)
    ids = [passage.id for passage in passages]

    assert len(ids) == len(set(ids))
    numbers = [passage.number for passage in passages if passage.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [passage.id for passage in passages if passage.number] == [f"p{number}" for number in numbers]


def test_a_block_is_called_the_same_without_the_rest_of_the_page(document: AnnotatedDocument) -> None:
    names = list(block_ids(document.reading.blocks))

    assert names == [passage.id for passage in find_passages(document)]


def test_an_orphan_is_nowhere_on_the_page(document: AnnotatedDocument) -> None:
    lost = replace(document.anchors[0].annotation, target=Target(exact="words that stand nowhere"))
    again = read_document(document.source, [lost])

    assert place_notes(again) == ()
    assert [orphan.annotation for orphan in again.orphans] == [lost]


def test_the_second_half_of_a_torn_paragraph_has_no_number_of_its_own() -> None:
    text = "The river rose all night, and by morning the town was under\n\n[page 2]\n\nwater. Nobody slept.\n\nIt fell. It rose."
    passages = find_passages(annotated(text))

    assert [(passage.id, passage.number) for passage in passages] == [
        ("p1", 1), ("f1", None), ("p1-2", None), ("p2", 2),
    ]  # fmt: skip
