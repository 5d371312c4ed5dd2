from typing import Any

import pytest

from postil.intake.annotation_parts import given, read_bodies, read_created, read_creator


def body(**parts: Any) -> dict[str, Any]:
    return {"type": "TextualBody", "value": "a *b* <i>c</i>", **parts}


@pytest.mark.parametrize(
    ("bodies", "words"),
    [
        ([body(format="text/markdown")], ["a *b* <i>c</i>"]),
        ([body(format="text/html; charset=utf-8")], [r"a \*b\* c"]),
        ([body(format="text/plain")], [r"a \*b\* \<i\>c\</i\>"]),
        ([body()], [r"a \*b\* \<i\>c\</i\>"]),
        ([{"value": "a *b*"}], [r"a \*b\*"]),
        ([body(value="a"), body(value="b", purpose="describing")], ["a", "b"]),
    ],
)
def test_a_body_is_markdown_whatever_its_format(bodies: list[Any], words: list[str]) -> None:
    assert read_bodies(bodies).words == words


def test_of_a_reference_no_words_are_left_out_unsaid() -> None:
    told = read_bodies([body(purpose="linking", value="See page 3.", **{"dcterms:title": "A"})])

    assert told.remarks == ["of a reference its words are left out: See page 3."]


def test_a_kind_is_a_tag_and_what_is_left_out_is_said() -> None:
    tags = [body(purpose="tagging", value=value) for value in ("event", "river", "gloss")]
    told = read_bodies(
        [body(format="text/html", language=["fr", "en"]), *tags, body(purpose="replying", value="no")]
    )

    assert (told.kind, told.language, told.refusal) == ("event", "fr", "")
    assert told.remarks == [
        "was HTML: its words and the addresses of its links are kept, how they looked is not",
        "its tag is left out: river",
        "its tag is left out: gloss",
        "a reply to it is left out: no",
    ]


@pytest.mark.parametrize(
    ("resource", "reference"),
    [
        ("https://example.org/a", {"title": "https://example.org/a", "url": "https://example.org/a"}),
        ({"type": "SpecificResource", "purpose": "linking", "source": "https://example.org/a"},
         {"title": "https://example.org/a", "url": "https://example.org/a"}),
        ({"type": "SpecificResource", "source": {"id": "https://example.org/a", "dcterms:title": "A", "dcterms:hasVersion": {"id": "https://example.org/b"}}},
         {"title": "A", "url": "https://example.org/a", "archived": "https://example.org/b"}),
        ({"type": "TextualBody", "purpose": "linking", "value": "P, A, 1821", "dcterms:title": "A", "dcterms:date": "1821", "dcterms:publisher": "P"},
         {"title": "A", "publisher": "P", "date": "1821"}),
        ({"type": "TextualBody", "purpose": "linking", "value": "A, 1821"}, {"title": "A, 1821"}),
    ],
)  # fmt: skip
def test_a_resource_is_a_reference(resource: Any, reference: dict[str, str]) -> None:
    assert read_bodies([body(), resource]).references == [reference]


@pytest.mark.parametrize(
    ("creator", "author"),
    [
        ("https://orcid.org/0000-0002-1825-0097", {"orcid": "0000-0002-1825-0097"}),
        ({"name": "Tess", "homepage": "https://github.com/tess"}, {"name": "Tess", "github": "tess"}),
        ({"nickname": "tess"}, {"name": "tess"}),
        ([{"name": "Tess"}, {"name": "Tom"}], {"name": "Tess, Tom"}),
        ([{"name": "Tess"}, {"id": "https://example.org/tom"}], {}),
        ("Ada Lovelace", {"name": "Ada Lovelace"}),
        ({"email": "mailto:ada@example.org"}, {}),
        ([], {}),
        (None, {}),
    ],
)
def test_who_wrote_it(creator: Any, author: Any) -> None:
    assert given(read_creator(creator)) == author


@pytest.mark.parametrize(
    ("when", "created"),
    [
        ({"created": "2026-11-23T23:59:59-05:00"}, "2026-11-23"),
        ({"dcterms:date": "1821~"}, "1821~"),
        ({"created": "yesterday"}, "yesterday"),
        ({"created": "2026-02-30T00:00:00Z"}, "2026-02-30T00:00:00Z"),
        ({"created": None}, None),
    ],
)
def test_when_it_was_written(when: dict[str, Any], created: str | None) -> None:
    assert read_created(when) == created
