import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import MINIMAL
from notes import notes_on
from postil.anchoring import describe, locate
from postil.drafts import make_note, place_draft, places_of, said, said_in
from postil.export.web_annotation import annotation_collection
from postil.intake.web_annotation import Draft, read_web_annotations
from postil.markup import body_faults
from postil.model import Anchor, Span
from postil.pipeline import read_archive
from postil.records import Annotation, Note, Target
from strategies import thorough

DOCUMENT = read_archive(MINIMAL)[0].documents[0]
SOURCE = DOCUMENT.source
TEXT = SOURCE.text
TOWNS = [place.start for place in places_of(Target(exact="lower town"), TEXT)]


def draft(exact: str, prefix: str = "", suffix: str = "", **more: Any) -> Draft:
    return Draft(
        "note 1", {}, fields={"target": {"exact": exact, "prefix": prefix, "suffix": suffix}}, **more
    )


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "place"),
    [
        ("The council of Testford", "", "", "The council of Testford"),
        ("lower town", "by morning the ", "", TOWNS[0]),
        ("lower town", "orning the ", " stood unde", TOWNS[0]),
        ("lower town", "orningthe", "stoodunde", TOWNS[0]),
        ("before dark.", "from the next village ", "Test boats at the landing", "before dark."),
        ("lower town", "orning\n\n  the ", " stood", TOWNS[0]),
    ],
)
def test_a_quote_is_placed_by_its_context(exact: str, prefix: str, suffix: str, place: str | int) -> None:
    start = TEXT.index(place) if isinstance(place, str) else place

    assert place_draft(draft(exact, prefix, suffix), SOURCE) == Span(start, start + len(exact))


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "why"),
    [
        ("lower town", "", "", "the quoted words stand in 2 places with their context"),
        ("lower town", "the ", "", "the quoted words stand in 2 places with their context"),
        ("lower town", "12 the ", " stood", "but not with this prefix and suffix"),
        ("The council of Testford", "elsewhere ", "", "stand in 1 place, but not with this prefix and suffix"),
        ("the upper town", "", "", "do not stand in the text (0 places)"),
        ("lower tow", "by morning the", "n slept", "but not with this prefix and suffix"),
    ],
)  # fmt: skip
def test_without_one_place_a_draft_is_refused(exact: str, prefix: str, suffix: str, why: str) -> None:
    place = place_draft(draft(exact, prefix, suffix), SOURCE)

    assert isinstance(place, str)
    assert why in place


def test_a_position_does_not_outweigh_what_stands_around_it() -> None:
    wrong = draft(
        "lower town",
        "not what stands there ",
        position=Span(TOWNS[1], TOWNS[1] + 10),
        sha256=SOURCE.record.sha256,
    )

    assert isinstance(place_draft(wrong, SOURCE), str)


@pytest.mark.parametrize("prefix", ["", "the "])
def test_a_position_counts_where_it_was_counted_in_the_very_capture(prefix: str) -> None:
    span = Span(TOWNS[1], TOWNS[1] + 10)
    sha256 = SOURCE.record.sha256

    assert place_draft(draft("lower town", prefix, position=span, sha256=sha256), SOURCE) == span
    assert isinstance(place_draft(draft("lower town", prefix, position=span), SOURCE), str)
    assert isinstance(place_draft(draft("lower town", prefix, position=span, sha256="0" * 64), SOURCE), str)
    assert isinstance(
        place_draft(draft("lower town", prefix, position=Span(9, 19), sha256=sha256), SOURCE), str
    )


@pytest.mark.parametrize("target", [None, "lower town", {}, {"exact": 3}, {"prefix": "x"}])
def test_a_draft_without_a_quote_has_no_place(target: Any) -> None:
    assert (
        place_draft(Draft("note 1", {}, fields={"target": target}), SOURCE)
        == "quotes no words; a note speaks of words"
    )


@thorough
@given(st.data())
def test_any_words_with_what_stands_around_them_are_placed_there_or_not_at_all(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, min(len(TEXT), start + 60)))
    around = data.draw(st.integers(0, 32))
    exact, prefix, suffix = TEXT[start:end], TEXT[max(0, start - around) : start], TEXT[end : end + around]
    squeezed = data.draw(st.booleans())
    context = ["".join(each.split()) if squeezed else each for each in (prefix, suffix)]

    place = place_draft(draft(exact, *context), SOURCE)

    assert isinstance(place, str) or start <= place.start <= place.end <= end
    if around >= 20 and exact.strip():
        assert isinstance(place, Span)


def test_everything_wrong_with_a_note_is_said_at_once() -> None:
    said = {
        "kind": "remark",
        "body": "![a](https://example.org/a.png)",
        "created": "1.1.2026",
        "target": {"exact": ""},
    }

    note, faults = make_note(said, "the quoted words stand nowhere", SOURCE)

    assert note is None
    assert [fault.field for fault in faults] == ["kind", "creator", "created", "target.exact", "body"]
    assert faults[3].message == "the quoted words stand nowhere"


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)


@thorough
@given(spans, st.data())
def test_what_is_exported_is_imported_as_the_same_note_on_the_same_words(
    span: Span, data: st.DataObject
) -> None:
    target = describe(span, TEXT)
    place = locate(target, TEXT)
    assume(isinstance(place, Span) and len(target.exact) < 4_000)
    note = data.draw(notes_on(st.just(target)))
    assume(not list(body_faults(note.body)))
    assert isinstance(place, Span)
    annotation = Annotation(
        **{name: getattr(note, name) for name in Note.__dataclass_fields__},
        id="a-note",
        path="",
        line=1,
        body_line=1,
    )
    collection = annotation_collection(replace(DOCUMENT, anchors=(Anchor(annotation, place),)))

    (again,) = read_web_annotations(json.dumps(collection).encode())
    made, faults = make_note(again.fields, place_draft(again, SOURCE), SOURCE)

    assert faults == []
    assert made == note
    assert (again.name, again.remarks, again.refusal) == ("a-note", (), "")


def test_a_note_is_known_again_by_what_it_says_of_which_words() -> None:
    anchor = DOCUMENT.anchors[0]
    written = anchor.annotation
    note = Note(**{name: getattr(written, name) for name in Note.__dataclass_fields__})
    quoted_otherwise = replace(note, target=Target(exact=anchor.span.of(TEXT), prefix="morning "))

    known = said_in(DOCUMENT)

    assert known.get(said(quoted_otherwise, anchor.span)) == written.path
    assert said(replace(note, body="Other words."), anchor.span) not in known
    assert said(note, Span(0, 4)) not in known
