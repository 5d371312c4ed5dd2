from dataclasses import replace
from typing import Any

from made_texts import annotated
from postil.model import Archive, Span, UnplacedNote
from postil.records import Creator
from postil.site.contributors import Contributor, contributors_pages, find_contributors
from postil.site.render import Renderer, SiteSettings
from postil.standing import Change, History, Person

ADA = Person("Ada", "ada@test.example")


def archive(*creators: Creator, readers: tuple[Person, ...] = (), **more: Any) -> Archive:
    """A text with a note by each of the creators, all read by the readers."""
    text = "a b c d e f g"
    document = annotated(text, *((2 * at, 2 * at + 1) for at in range(len(creators))))
    anchors = tuple(
        replace(
            anchor, annotation=replace(anchor.annotation, creator=creator, path=anchor.annotation.id, **more)
        )
        for anchor, creator in zip(document.anchors, creators, strict=True)
    )
    history = History((Change("0" * 40, ADA, "2026-11-23"),), (ADA,), readers)
    return Archive(
        (replace(document, anchors=anchors),), {anchor.annotation.path: history for anchor in anchors}
    )


def told(contributors: Any) -> list[tuple[str, int, int]]:
    return [(each.creator.name, len(each.notes), len(each.read)) for each in contributors]


def page_of(found: Archive) -> str:
    (made,) = contributors_pages(found, Renderer(SiteSettings("Test archive"), "2026-11-23").page)
    return made.content


def test_everybody_is_credited_once_in_the_order_of_the_alphabet() -> None:
    zoe, ada = Creator(name="Zoë"), Creator(name="Ada", github="ada")

    found = find_contributors(archive(zoe, ada, zoe, Creator(name="A. L.", github="ADA")))

    assert told(found) == [("Ada", 2, 0), ("Zoë", 2, 0)]


def test_two_of_one_name_with_two_handles_are_two() -> None:
    found = find_contributors(archive(Creator(name="Ada", github="ada"), Creator(name="Ada", github="ada-2")))

    assert told(found) == [("Ada", 1, 0), ("Ada", 1, 0)]


def test_readers_are_credited_with_the_notes_of_others() -> None:
    readers = (Person("Bea", "9+bea@users.noreply.github.com"), Person("Cai", "cai@test.example"))

    found = find_contributors(
        archive(Creator(name="Ada"), Creator(name="Beatrix", github="bea"), readers=readers)
    )

    assert told(found) == [("Ada", 1, 0), ("Beatrix", 1, 1), ("Cai", 0, 2)]


def test_the_page_names_no_address_and_links_what_each_wrote_and_read() -> None:
    reader = Person("Cai", "cai@test.example")
    content = page_of(
        archive(Creator(name="Ada", github="ada", orcid="0000-0002-1825-0097"), readers=(reader,))
    )

    assert "@test.example" not in content
    assert content.count('href="../texts/test/#note-note-0"') == 2
    assert 'href="https://github.com/ada" rel="nofollow ugc noopener"' in content
    assert 'href="https://orcid.org/0000-0002-1825-0097" rel="nofollow ugc noopener"' in content
    assert "1 note is reviewed." in content


def test_hostile_names_are_shown_as_characters() -> None:
    evil = "<script>alert(1)</script>"

    content = page_of(archive(Creator(name=evil), readers=(Person(evil + "2", "x@test.example"),)))

    assert "<script>" not in content and content.count("&lt;script&gt;") == 2


def test_an_archive_without_notes_says_so() -> None:
    assert "Nobody has written a note yet." in page_of(Archive(()))


def test_the_kind_with_the_most_notes_comes_first() -> None:
    found = archive(Creator(name="Ada"), Creator(name="Ada"), Creator(name="Ada"))
    document = found.documents[0]
    first = document.anchors[0]
    changed = replace(first, annotation=replace(first.annotation, kind="context"))

    (ada,) = find_contributors(Archive((replace(document, anchors=(changed, *document.anchors[1:])),)))

    assert isinstance(ada, Contributor)
    assert [(kind, len(notes)) for kind, notes in ada.kinds] == [("gloss", 2), ("context", 1)]


def test_whose_words_are_gone_from_the_text_is_credited_all_the_same() -> None:
    document = archive(Creator(name="Ada")).documents[0]
    annotation = document.anchors[0].annotation
    unplaced = UnplacedNote(annotation, document.source, Span(0, 1), "Test data")
    found = Archive((replace(document, anchors=(), unplaced=(unplaced, unplaced)),))

    content = page_of(found)

    assert "Wrote 2 notes whose words are no longer in the text" in content
    assert 'href="../texts/test/unplaced/"' in content
