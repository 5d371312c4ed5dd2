import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.intake.strict_json import JsonError
from postil.intake.web_annotation import Draft, read_web_annotations
from postil.model import Span
from strategies import thorough

QUOTE = {
    "type": "TextQuoteSelector",
    "exact": "the river rose",
    "prefix": "On April 13 ",
    "suffix": " at Testford",
}
W3C: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://example.org/texts/flood-at-testford/#note-river",
    "type": "Annotation",
    "motivation": "describing",
    "created": "2026-11-23T10:11:12Z",
    "creator": {"id": "https://orcid.org/0000-0002-1825-0097", "type": "Person", "name": "Tess Tester"},
    "body": [
        {"type": "TextualBody", "value": "*Test data.*", "format": "text/markdown", "language": "en"},
        {"type": "TextualBody", "value": "event", "purpose": "tagging"},
    ],
    "target": {"source": "https://example.org/texts/flood-at-testford/", "selector": [QUOTE]},
}
HYPOTHESIS: dict[str, Any] = {
    "id": "Wq0",
    "created": "2026-11-23T10:11:12.123456+00:00",
    "user": "acct:tess@hypothes.is",
    "user_info": {"display_name": None},
    "uri": "https://example.org/test-data",
    "text": "Test data, with *stress*.",
    "tags": ["event", "river"],
    "group": "__world__",
    "permissions": {"read": ["group:__world__"]},
    "target": [
        {
            "source": "https://example.org/test-data",
            "selector": [
                {
                    "type": "RangeSelector",
                    "startContainer": "/p[1]",
                    "startOffset": 0,
                    "endContainer": "/p[1]",
                    "endOffset": 9,
                },
                {"type": "TextPositionSelector", "start": 100, "end": 114},
                QUOTE,
            ],
        }
    ],
}
TARGET = {"exact": "the river rose", "prefix": "On April 13 ", "suffix": " at Testford"}


def read(value: Any) -> list[Draft]:
    return read_web_annotations(json.dumps(value).encode())


def one(value: Any) -> Draft:
    (draft,) = read(value)
    return draft


def changed(item: dict[str, Any], **changes: Any) -> Draft:
    return one({**item, **changes})


def test_an_annotation_of_the_model_is_a_draft() -> None:
    draft = one(W3C)

    assert (draft.refusal, draft.remarks, draft.name) == ("", (), "river")
    assert draft.fields == {
        "motivation": "describing",
        "kind": "event",
        "body": "*Test data.*",
        "creator": {"name": "Tess Tester", "orcid": "0000-0002-1825-0097"},
        "created": "2026-11-23",
        "language": "en",
        "target": TARGET,
    }


def test_a_row_of_hypothesis_is_a_draft() -> None:
    draft = one(HYPOTHESIS)

    assert draft.refusal == ""
    assert draft.remarks == ("its tags are left out: river",)
    assert (draft.source, draft.position, draft.sha256) == (
        "https://example.org/test-data",
        Span(100, 114),
        "",
    )
    assert draft.fields == {
        "kind": "event",
        "body": "Test data, with *stress*.",
        "creator": {"name": "tess"},
        "created": "2026-11-23",
        "target": TARGET,
    }


@pytest.mark.parametrize(
    "value",
    [
        [W3C, W3C],
        {"type": "AnnotationPage", "id": "https://example.org/p", "items": [W3C, W3C]},
        {"type": "AnnotationCollection", "total": 2, "first": {"items": [W3C, W3C]}},
        {
            "type": "AnnotationCollection",
            "total": 2,
            "first": {"type": "AnnotationPage", "items": [W3C, W3C]},
        },
        {"total": 2, "rows": [HYPOTHESIS, HYPOTHESIS]},
        {"rows": [HYPOTHESIS], "replies": [HYPOTHESIS]},
        {"export_date": "2026-11-23", "client_version": "1", "annotations": [HYPOTHESIS, HYPOTHESIS]},
        [W3C, HYPOTHESIS],
        {"type": "AnnotationCollection", "total": 0, "first": {"items": [W3C, W3C]}},
        {"type": "AnnotationCollection", "total": False, "first": {"items": [W3C, W3C]}},
    ],
)
def test_every_wrapping_gives_the_notes_within(value: Any) -> None:
    drafts = read(value)

    assert len(drafts) == 2
    assert all(draft.fields["target"]["exact"] == "the river rose" and not draft.refusal for draft in drafts)


@pytest.mark.parametrize(
    "value", [[], {"type": "AnnotationCollection", "total": 0}, {"rows": [], "total": 0}]
)
def test_there_may_be_no_notes(value: Any) -> None:
    assert read(value) == []


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (1, "holds no notes; give an AnnotationPage, a list of annotations or an export of Hypothesis"),
        ("a", "holds no notes; give an AnnotationPage, a list of annotations or an export of Hypothesis"),
        ({"type": "AnnotationCollection", "total": 9, "first": "https://example.org/p1"},
         "is a collection without its pages; import them one by one, from https://example.org/p1"),
        ({"type": "AnnotationCollection", "total": "9"},
         "is a collection without its pages; import them one by one, from somewhere else"),
        ({"rows": [HYPOTHESIS], "annotations": [HYPOTHESIS], "items": [W3C]},
         "holds notes in its items and in its rows and in its annotations; make a file of each"),
        ({**W3C, "items": []}, "holds notes in its items and in its target; make a file of each"),
        ([None] * 10_001, "holds more than 10,000 notes; split the file"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_notes_is_refused(value: Any, why: str) -> None:
    with pytest.raises(JsonError) as refused:
        read(value)

    assert str(refused.value) == why


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (
            {"total": 5, "rows": [HYPOTHESIS]},
            "the file holds 1 of 5 notes; get the others and import them, too",
        ),
        (
            {"total": 2, "annotations": [HYPOTHESIS]},
            "the file holds 1 of 2 notes; get the others and import them, too",
        ),
        (
            {"type": "AnnotationCollection", "total": 3, "first": {"items": [W3C]}},
            "the file holds 1 of 3 notes; get the others and import them, too",
        ),
        (
            {
                "type": "AnnotationCollection",
                "total": 3,
                "first": {"items": [W3C], "next": "https://example.org/p2"},
            },
            "the notes go on in https://example.org/p2; import that, too",
        ),
        (
            {"items": [W3C], "next": "https://example.org/p2"},
            "the notes go on in https://example.org/p2; import that, too",
        ),
    ],
)
def test_notes_that_the_file_speaks_of_and_does_not_hold_are_not_forgotten(value: Any, why: str) -> None:
    sound, missing = read(value)

    assert (sound.refusal, missing.refusal, missing.is_missing) == ("", why, True)


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("text", "is no annotation; it should be an object with a target and a body"),
        (None, "is no annotation; it should be an object with a target and a body"),
        ({}, "speaks of nothing; it has no target"),
        ({**W3C, "target": []}, "speaks of nothing; it has no target"),
        ({**W3C, "target": [W3C["target"], W3C["target"]]}, "speaks of several places; write a note for each"),
        ({**W3C, "target": "https://example.org/"}, "quotes no words (TextQuoteSelector); a note speaks of words"),
        ({**W3C, "target": {"source": "https://example.org/", "selector": {"type": "TextPositionSelector", "start": 1, "end": 2}}},
         "quotes no words (TextQuoteSelector); a note speaks of words"),
        ({**W3C, "motivation": "replying"}, "is a reply to another note; say it in a note of your own on the words themselves"),
        ({**HYPOTHESIS, "references": ["Wq0"]}, "is a reply to another note; say it in a note of your own on the words themselves"),
        ({**HYPOTHESIS, "target": [{"source": "https://example.org/"}]}, "quotes no words (TextQuoteSelector); a note speaks of words"),
        ({**W3C, "body": {"type": "Choice", "items": []}}, "has a body of another kind, Choice; a note is words"),
        ({**W3C, "body": {"type": "List", "id": "urn:x:1", "items": [{"value": "a"}]}}, "has a body of another kind, List; a note is words"),
        ({**W3C, "body": {"source": "https://example.org/", "value": "a"}},
         "has a body of both words and a source; write the words as a body of their own"),
        ({**W3C, "body": {"source": {"type": "TextualBody", "value": "a"}, "purpose": "describing"}},
         "has a body of both words and a source; write the words as a body of their own"),
        ({**W3C, "body": {"format": "text/html", "value": "a" * 20_001}},
         "has a body of 20,001 characters of HTML; 20,000 are read at once; shorten it"),
        ({**W3C, "bodyValue": "a"}, "says something in its body and in its bodyValue; keep one of them"),
        ({**HYPOTHESIS, "body": {"value": "a"}}, "says something in its text and in its body; keep one of them"),
        ({**W3C, "creator": {"id": "https://orcid.org/0000-0002-1825-0097"}}, "has an author without a name; write the name into the file"),
        ({**W3C, "creator": "mailto:ada@example.org"}, "has an author without a name; write the name into the file"),
        ({**HYPOTHESIS, "user": "tess"}, "has an author without a name; write the name into the file"),
        ({**W3C, "target": {"selector": {**QUOTE, "refinedBy": {**QUOTE, "exact": "rose"}}}},
         "speaks of a part of its quote (refinedBy); quote that part alone, with what stands around it"),
        ({**W3C, "target": {"selector": [QUOTE, {**QUOTE, "exact": "rose"}]}}, "has several quotes that differ; keep one"),
        ({**W3C, "body": [3]}, "has a body that is neither words nor a resource"),
    ],
)  # fmt: skip
def test_what_can_be_no_note_is_refused_for_a_reason(item: Any, why: str) -> None:
    assert one([item]).refusal == why


def test_a_quote_is_found_where_it_refines_another_selector() -> None:
    selector = {"type": "FragmentSelector", "value": "p1", "refinedBy": [{"type": "Odd", "refinedBy": QUOTE}]}

    assert (
        changed(W3C, target={"source": "https://example.org/", "selector": selector}).fields["target"]
        == TARGET
    )


@pytest.mark.parametrize("selector", [
    {"type": "TextPositionSelector", "start": "1", "end": 2}, {"type": "TextPositionSelector", "start": True, "end": 2},
    {"type": "TextPositionSelector", "start": -1, "end": 2}, {"type": "TextPositionSelector", "start": 2, "end": 2},
    {"type": "TextPositionSelector", "start": 10**30, "end": 10**31}, {"type": "DataPositionSelector", "start": 1, "end": 2},
])  # fmt: skip
def test_a_position_that_is_none_is_not_looked_at(selector: Any) -> None:
    assert (
        changed(W3C, target={"source": "https://example.org/", "selector": [QUOTE, selector]}).position
        is None
    )


names = st.sampled_from([
    "type", "items", "first", "rows", "annotations", "target", "selector", "exact", "prefix", "source", "body", "value",
    "purpose", "creator", "name", "created", "id", "user", "uri", "tags", "text", "refinedBy", "state", "references", "total",
    "user_info", "motivation", "start", "end", "dcterms:hasVersion", "schema:sha256", "homepage", "language", "next",
])  # fmt: skip
leaves = st.none() | st.booleans() | st.integers(-2, 9) | st.sampled_from(
    ["", "a", "tagging", "linking", "AnnotationPage", "AnnotationCollection", "TextQuoteSelector", "TextPositionSelector", "event"]
)  # fmt: skip
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6),
    max_leaves=30,
)


@thorough
@given(anything)
def test_any_json_gives_drafts_or_a_reason(value: Any) -> None:
    try:
        drafts = read(value)
    except JsonError:
        return
    assert all(draft.refusal or isinstance(draft.fields, dict) for draft in drafts)


@thorough
@given(st.dictionaries(names, anything, max_size=5), st.sampled_from([W3C, HYPOTHESIS]))
def test_any_part_may_be_anything(parts: dict[str, Any], item: dict[str, Any]) -> None:
    for draft in read([{**item, **parts}]):
        assert draft.refusal or isinstance(draft.fields, dict)
