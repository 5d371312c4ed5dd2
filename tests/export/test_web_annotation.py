import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import MINIMAL, ROOT
from notes import notes
from postil.edtf import Edtf
from postil.export.web_annotation import annotation_collection
from postil.model import Anchor, AnnotatedDocument, Span
from postil.pipeline import read_archive
from postil.records import Annotation, Note
from postil.standing import Change, History, Person, standing_of
from strategies import thorough
from web_annotation_model import faults_of

ADDRESS = "https://example.org/texts/flood-at-testford/"
DOCUMENT = read_archive(MINIMAL)[0].documents[0]


def test_a_note_is_written_as_the_model_says() -> None:
    page = annotation_collection(DOCUMENT, ADDRESS)["first"]

    note = page["items"][0]
    assert page["type"] == "AnnotationPage"
    assert note == {
        "id": f"{ADDRESS}#note-lower-town",
        "type": "Annotation",
        "motivation": "describing",
        "created": "2026-11-23T00:00:00Z",
        "creator": {"type": "Person", "name": "Tess Tester"},
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": "*Test data.* The lower town is invented, like [the rest](https://example.org/test-data).",
                "format": "text/markdown",
                "language": "en",
            },
            {"type": "TextualBody", "purpose": "tagging", "value": "place", "format": "text/plain"},
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": {
                    "id": "https://example.org/test-reference",
                    "dcterms:title": "A test reference",
                    "dcterms:publisher": "The Testford Gazette",
                    "dcterms:date": "2020-04",
                },
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": f"{ADDRESS}text.txt",
            "scope": ADDRESS,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "the lower\u00a0town stood under water",
                    "prefix": "river rose at Testford, and by morning "[-32:],
                    "suffix": ". The bridge, the mill and the s",
                },
                {"type": "TextPositionSelector", "start": 226, "end": 258},
            ],
            "state": {
                "type": "TimeState",
                "sourceDateStart": "2026-11-23T00:00:00Z",
                "sourceDateEnd": "2026-11-23T23:59:59Z",
                "cached": [f"{ADDRESS}text.txt"],
                "schema:sha256": DOCUMENT.source.record.sha256,
            },
        },
    }


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_notes_of_every_archive_here_are_valid(address: str) -> None:
    for root in (MINIMAL, ROOT):
        for document in read_archive(root)[0].documents:
            collection = annotation_collection(document, address)

            assert faults_of(collection) == []
            assert collection["total"] == len(document.anchors)
            assert json.loads(json.dumps(collection, ensure_ascii=False)) == collection


def test_a_text_without_notes_has_a_valid_collection_without_a_page() -> None:
    collection = annotation_collection(replace(DOCUMENT, anchors=()))

    assert faults_of(collection) == []
    assert collection["total"] == 0
    assert "first" not in collection


def test_without_an_address_every_address_is_relative_to_the_file() -> None:
    collection = annotation_collection(DOCUMENT)

    assert collection["id"] == "./annotations.jsonld"
    assert collection["first"]["items"][0]["id"] == "./#note-lower-town"
    assert collection["first"]["items"][0]["target"]["source"] == "./text.txt"


def test_quote_and_position_are_the_same_words_of_the_canonical_text() -> None:
    text = DOCUMENT.source.text

    for item in annotation_collection(DOCUMENT)["first"]["items"]:
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def test_offsets_count_code_points(archive: Path) -> None:
    text = "\U0001f30a\U0001f30a é̂ the \U0001f30a rose"
    source = replace(DOCUMENT.source, text=text)
    anchor = replace(DOCUMENT.anchors[0], span=Span(text.index("the"), len(text)))

    (item,) = annotation_collection(replace(DOCUMENT, source=source, anchors=(anchor,)))["first"]["items"]

    assert item["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 6, "end": 16}


def test_where_the_same_words_stand_all_around_the_context_is_as_long_as_it_must_be() -> None:
    text = "one. " + "over and over. " * 9 + "two"
    span = Span(text.rindex("over and"), text.rindex("over and") + 8)
    source = replace(DOCUMENT.source, text=text)
    anchor = replace(DOCUMENT.anchors[0], span=span)

    (item,) = annotation_collection(replace(DOCUMENT, source=source, anchors=(anchor,)))["first"]["items"]

    quote = item["target"]["selector"][0]
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


@pytest.mark.parametrize("created", ["1821", "1821-05", "2026-11-23~", "1914/1918", "XXXX-04-13"])
def test_a_date_that_is_no_day_is_not_made_one(created: str) -> None:
    annotation = replace(DOCUMENT.anchors[0].annotation, created=Edtf(created))
    anchor = replace(DOCUMENT.anchors[0], annotation=annotation)

    (item,) = annotation_collection(replace(DOCUMENT, anchors=(anchor,)))["first"]["items"]

    assert "created" not in item
    assert item["dcterms:date"] == created


def with_note(note: Note) -> AnnotatedDocument:
    fields = {name: getattr(note, name) for name in Note.__dataclass_fields__}
    annotation = Annotation(**fields, id="any", path="any.yml", line=1, body_line=1)
    return replace(DOCUMENT, anchors=(Anchor(annotation, DOCUMENT.anchors[0].span),))


@thorough
@given(notes, st.sampled_from(["", ADDRESS]))
def test_any_note_is_valid(note: Note, address: str) -> None:
    assert faults_of(annotation_collection(with_note(note), address)) == []


def test_what_git_says_of_a_note_is_in_its_annotation() -> None:
    tess, tom, bot = Person("Tess Tester"), Person("Tom", "tom@example.org"), Person("a[bot]")
    changes = (Change("1" * 40, tess, "2026-11-23"), Change("2" * 40, tess, "2026-11-24"))
    history = History(changes, (tess, bot), (tom,))

    collection = annotation_collection(DOCUMENT, standing=lambda note: standing_of(history, note.creator))

    assert faults_of(collection) == []
    for note in collection["first"]["items"]:
        assert note["schema:creativeWorkStatus"] == "reviewed"
        assert note["modified"] == "2026-11-24T00:00:00Z"
        assert note["dcterms:contributor"] == [{"type": "Person", "name": "Tom"}]
    assert "tom@example.org" not in json.dumps(collection)


def at(name: str) -> Callable[[Any], Any]:
    """The part of the collection that holds the dotted name, and the name's last part."""

    def find(it: Any) -> Any:
        for part in name.split(".")[:-1]:
            it = it[int(part)] if part.isdecimal() else it[part]
        return it

    return find


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("@context", "https://example.org/context"),
        ("id", "no address"),
        ("type", "Collection"),
        ("total", -1),
        ("total", 3),
        ("first.items", []),
        ("first.id", None),
        ("first.startIndex", "0"),
        ("first.items.0.id", ""),
        ("first.items.0.type", "Note"),
        ("first.items.0.target", []),
        ("first.items.0.motivation", "explaining"),
        ("first.items.0.created", "2026-11-23"),
        ("first.items.0.created", "2026-11-23T00:00:00+01:00"),
        ("first.items.0.created", "2026-02-30T00:00:00Z"),
        ("first.items.0.rights", "CC BY"),
        ("first.items.0.bodyValue", "text"),
        ("first.items.0.kind", "place"),
        ("first.items.0.body.0.value", None),
        ("first.items.0.body.0.purpose", "telling"),
        ("first.items.0.body.2.source", []),
        ("first.items.0.target.selector.0.exact", None),
        ("first.items.0.target.selector.1.start", -1),
        ("first.items.0.target.selector.1.end", "250"),
        ("first.items.0.target.selector.1.type", "Position"),
        ("first.items.0.target.state.sourceDateEnd", "2026-11-23"),
        ("first.items.0.target.state.sourceDate", "2026-11-23T00:00:00Z"),
        ("first.items.0.target.state.type", "State"),
    ],
)
def test_the_model_s_checker_finds_what_breaks_the_model(name: str, wrong: Any) -> None:
    collection = copy.deepcopy(annotation_collection(DOCUMENT, ADDRESS))
    at(name)(collection)[name.split(".")[-1]] = wrong

    assert faults_of(collection) != []
