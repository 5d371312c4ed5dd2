import re
from dataclasses import replace

import pytest

from made_texts import annotated
from postil.model import AnnotatedDocument, Archive
from postil.site import indexes
from postil.site.indexes import Entry, entry_addresses, find_entries, index_pages
from postil.site.render import Renderer, SiteSettings

TEXT = """The Flood

Ada Lovelace came to Testford on Monday. The council met her there. Some say that Ada
Lovelace wrote to the council; others, that Ada Lovelaces did.

Émile Zola wrote of it in Paris. The mayor said nothing.
"""


def noted(text: str, *notes: tuple[str, str, str | None], identifier: str = "test") -> AnnotatedDocument:
    """A document with notes, each of a kind, on the first place of its words, with its label."""
    document = annotated(
        text, *((text.index(words), text.index(words) + len(words)) for _, words, _ in notes)
    )
    anchors = tuple(
        replace(anchor, annotation=replace(anchor.annotation, kind=kind, label=label))  # type: ignore[arg-type]
        for anchor, (kind, _, label) in zip(document.anchors, notes, strict=True)
    )
    return replace(document, anchors=anchors, source=replace(document.source, identifier=identifier))


def found(kind: str, *documents: AnnotatedDocument) -> list[Entry]:
    return list(find_entries(Archive(documents))[kind])


def pages(*documents: AnnotatedDocument) -> dict[str, str]:
    archive = Archive(documents)
    page = Renderer(SiteSettings("Test archive"), "2026-11-23").page
    return {made.uri: made.content for made in index_pages(archive, find_entries(archive), page)}


def test_each_index_holds_the_notes_of_its_kind_by_label_or_else_by_words() -> None:
    document = noted(
        TEXT,
        ("person", "Ada Lovelace", None),
        ("person", "The mayor", "Mayor of Testford"),
        ("place", "Paris", "Paris"),
        ("gloss", "council", "council"),
    )

    assert [entry.heading for entry in found("person", document)] == ["Ada Lovelace", "Mayor of Testford"]
    assert [entry.heading for entry in found("place", document)] == ["Paris"]
    assert found("organization", document) == []


def test_entries_stand_in_the_order_of_plain_letters() -> None:
    labels = ["Zola", "émile", "Ädel", "ada", "Łukasz", "张伟", "Bea"]
    document = noted(TEXT, *(("person", "The mayor", label) for label in labels))

    assert [entry.heading for entry in found("person", document)] == [
        "ada",
        "Ädel",
        "Bea",
        "émile",
        "Łukasz",
        "张伟",
        "Zola",
    ]


def test_notes_with_one_label_share_an_entry_across_texts() -> None:
    first = noted(TEXT, ("person", "The mayor", "Tess  Tester"), identifier="a")
    second = noted(TEXT, ("person", "her", "tess tester"), identifier="b")

    (entry,) = found("person", first, second)

    assert [passage.document.source.identifier for _, passage in entry.notes] == ["a", "b"]
    assert set(entry_addresses(find_entries(Archive((first, second)))).values()) == {"people/#a--note-0"}


def test_a_passage_is_the_whole_sentence_around_the_words() -> None:
    (entry,) = found("person", noted(TEXT, ("person", "her", "Ada")))
    ((_, passage),) = entry.notes

    assert (passage.before, passage.words, passage.after) == ("The council met ", "her", " there.")


def test_further_mentions_are_the_label_s_whole_words_wherever_they_stand() -> None:
    other = annotated("Nobody knew Ada Lovelace here.")
    other = replace(other, source=replace(other.source, identifier="other"))

    (entry,) = found("person", noted(TEXT, ("person", "Ada Lovelace", "Ada Lovelace")), other)

    told = [
        (document.source.identifier, [place.words for place in places])
        for document, places, _ in entry.mentions
    ]
    assert told == [("test", ["Ada\nLovelace"]), ("other", ["Ada Lovelace"])]


def test_a_note_without_a_label_has_no_further_mentions() -> None:
    (entry,) = found("person", noted(TEXT, ("person", "Ada Lovelace", None)))

    assert entry.mentions == []


def test_where_words_have_no_spaces_between_them_a_name_is_found_within_them() -> None:
    text = "周一张伟来了。人们都说张伟好。"

    (entry,) = found("person", noted(text, ("person", "张伟", "张伟")))

    assert [len(places) for _, places, _ in entry.mentions] == [1]


def test_of_many_mentions_some_are_shown_and_it_is_said_that_there_are_more() -> None:
    text = "Riga. " * 100

    ((_, places, more),) = found("place", noted(text, ("place", "Riga", "Riga")))[0].mentions

    assert (len(places), more) == (indexes.MOST_MENTIONS, True)


def test_when_enough_was_looked_through_the_texts_after_it_are_not() -> None:
    other = annotated("Nobody knew Ada Lovelace here.")
    archive = Archive((noted(TEXT, ("person", "her", "Ada Lovelace")), other))

    assert [len(find_entries(archive, most)["person"][0].mentions) for most in (10_000, 10)] == [2, 1]


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "word " * 1_000 + "Riga " + "word " * 1_000

    ((_, passage),) = found("place", noted(text, ("place", "Riga", None)))[0].notes

    assert passage.before.startswith("… word") and passage.after.endswith("word …")
    assert len(passage.before + passage.after) < 900


def test_every_index_has_its_page_and_an_empty_one_says_so() -> None:
    made = pages(noted(TEXT, ("person", "Ada Lovelace", "Ada Lovelace")))

    assert list(made) == ["people.md", "places.md", "organizations.md"]
    assert 'href="../texts/test/#note-note-0"' in made["people.md"]
    assert re.search(r'id="test--note-0"', made["people.md"])
    assert "No note is about any of these yet." in made["places.md"]


@pytest.mark.parametrize("label", ["<script>alert(1)</script>", "{{ 7 * 7 }}", '" onclick="x'])
def test_a_hostile_label_is_shown_as_characters(label: str) -> None:
    made = pages(noted(TEXT, ("person", "Ada Lovelace", label)))["people.md"]

    assert "<script" not in made and '" onclick' not in made and "49" not in made
