import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_texts import annotated
from postil.edtf import Edtf
from postil.model import AnnotatedDocument, Archive, BlockKind
from postil.pipeline import read_archive
from postil.records import Creator, Reference
from postil.site.forge import forge_of
from postil.site.pages import archive_files, archive_pages, last_change
from postil.site.proof import difference
from postil.site.render import SitePage, SiteSettings
from postil.standing import Change, History, Person


def pages_of(*documents: AnnotatedDocument) -> dict[str, SitePage]:
    return {
        page.uri: page
        for page in archive_pages(Archive(documents), SiteSettings("Test archive", "Test data."))
    }


def ids_of(html: str) -> list[str]:
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value for name, value in attrs if name == "id" and value)

    Reader().feed(html)
    return found


def test_the_archive_has_these_pages(document: AnnotatedDocument) -> None:
    assert list(pages_of(document)) == [
        "index.md", "texts/index.md", f"texts/{document.source.identifier}.md",
        f"texts/{document.source.identifier}/read.md", "timeline.md", "photographs.md", "notes.md", "people.md",
        "places.md", "organizations.md", "contributors.md", "search.md",
        "review.md",
    ]  # fmt: skip


def test_an_empty_archive_has_pages_that_say_so() -> None:
    pages = pages_of()

    assert "No dated statement was found yet." in pages["timeline.md"].content
    assert "No caption was found yet." in pages["photographs.md"].content
    assert "No note was written yet." in pages["notes.md"].content
    assert "This archive holds 0 texts" in pages["index.md"].content


def test_the_reading_page_shows_the_text_whole(document: AnnotatedDocument) -> None:
    page = pages_of(document)[f"texts/{document.source.identifier}.md"]

    assert difference(page.content, document.source.text) is None


nasty_pieces = st.one_of(
    st.sampled_from(list("ab .\n\n\t\x0b\x0c\u00a0\u2028\x85\u200b\ufeff\u202e<>&'{}%#-!/;")),
    st.sampled_from(
        ["</script>", "<!--", "&amp;", "{{ x }}", "{% endraw %}", "</article>", "5 May 1920 ", "\n\n\n"]
    ),
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"),
)


@given(st.lists(nasty_pieces, max_size=50).map("".join))
@settings(deadline=None, max_examples=100)
def test_the_reading_page_shows_any_text_whole(text: str) -> None:
    page = pages_of(annotated(text))["texts/test.md"]

    assert difference(page.content, text) is None


def test_no_id_stands_twice_on_a_page_and_every_promised_anchor_is_there(document: AnnotatedDocument) -> None:
    for page in pages_of(document).values():
        ids = ids_of(page.content)
        assert len(ids) == len(set(ids)), page.uri
        assert page.anchors <= set(ids), page.uri


def test_every_event_stands_on_the_timeline_with_its_sentence_rule_and_state(
    document: AnnotatedDocument,
) -> None:
    timeline = pages_of(document)["timeline.md"].content

    assert document.reading.events
    for event in document.reading.events:
        assert f'href="../texts/{document.source.identifier}/#{event.id}"' in timeline
        assert event.timex.rule in timeline
    assert timeline.count("By machine, not reviewed") == len(document.reading.events)


def test_events_stand_in_the_order_of_time_not_of_the_texts(document: AnnotatedDocument) -> None:
    first, last = document.reading.events[0], document.reading.events[-1]
    swapped = [
        replace(first, timex=replace(first.timex, value=Edtf("1999-12-31"))),
        replace(last, timex=replace(last.timex, value=Edtf("1821~"))),
    ]
    changed = replace(document, reading=replace(document.reading, events=tuple(swapped)))

    timeline = pages_of(changed)["timeline.md"].content

    assert timeline.index("about 1821") < timeline.index("31 December 1999")


HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(1)> "quoted" 'single' {{ 7 * 7 }} {% raw %}"""


@pytest.mark.parametrize("field", ["title", "rights", "publisher", "description", "type"])
def test_a_hostile_record_is_shown_as_characters(document: AnnotatedDocument, field: str) -> None:
    changed: Any = {field: HOSTILE}
    record = replace(document.source.record, **changed)
    pages = pages_of(replace(document, source=replace(document.source, record=record)))

    for page in pages.values():
        assert "<script>alert" not in page.content
        assert "<img" not in page.content
    assert (
        "&lt;script&gt;"
        in pages[f"texts/{document.source.identifier}.md"].content + pages["index.md"].content
    )


def test_a_hostile_note_is_shown_as_characters(document: AnnotatedDocument) -> None:
    anchor = document.anchors[0]
    note = replace(
        anchor.annotation,
        body=HOSTILE + " [a](javascript:alert(1))",
        references=(Reference(title=HOSTILE, publisher=HOSTILE, url="https://example.org/?a=1&b=2"),),
        creator=replace(anchor.annotation.creator, name=HOSTILE),
    )
    hostile = replace(document, anchors=(replace(anchor, annotation=note),))

    for page in pages_of(hostile).values():
        assert "<script>alert" not in page.content
        assert "<img" not in page.content
        assert 'href="javascript' not in page.content


def test_downloads_are_the_capture_itself_and_what_was_found(document: AnnotatedDocument) -> None:
    files = {file.uri.rpartition("/")[2]: file.content for file in archive_files(Archive((document,)))}

    assert files["text.txt"] == document.source.capture
    found = json.loads(files["reading.json"])
    assert found["sha256"] == document.source.record.sha256
    assert len(found["events"]) == len(document.reading.events)


def test_the_last_change_is_the_latest_day_that_the_files_name(document: AnnotatedDocument) -> None:
    newest = max(anchor.annotation.created.order for anchor in document.anchors)[0]

    assert last_change(Archive((document,))) == "{:04}-{:02}-{:02}".format(*newest)
    assert last_change(Archive(())) == "1970-01-01"


def test_each_year_and_month_is_one_heading_and_a_whole_year_is_no_january(
    document: AnnotatedDocument,
) -> None:
    event = document.reading.events[0]
    values = ["1930-05-05", "1930", "193X", "2020-01-03", "2020", "2020-01-01", "-0043"]
    told = [
        replace(event, timex=replace(event.timex, start=n, value=Edtf(value)))
        for n, value in enumerate(values)
    ]
    changed = replace(document, reading=replace(document.reading, events=tuple(told)))

    timeline = pages_of(changed)["timeline.md"].content

    headings = re.findall(r"<h[23][^>]*>([^<]+)</h", timeline)
    assert headings == ["44 BC", "1930s", "1930", "May 1930", "2020", "January 2020"]
    assert timeline.index('data-edtf="2020"') < timeline.index("January 2020</h3>")


def test_a_text_without_a_title_of_its_own_bears_the_record_s(document: AnnotatedDocument) -> None:
    text = "Dear Sir,\n\nThe council met on Monday. It is told that nothing was decided."
    made = annotated(text)
    page = pages_of(made)["texts/test.md"]

    assert page.content.count("<h1") == 1
    assert f">{made.source.record.title}</h1>" in page.content
    assert difference(page.content, text) is None


def reviewed(archive: Path, *decisions: str) -> AnnotatedDocument:
    """The text of the smallest archive with these reviews of its first dated statement."""
    folder = archive / "source_texts" / "flood-at-testford" / "reviews"
    folder.mkdir()
    for number, decision in enumerate(decisions):
        (folder / f"review-{number}.yml").write_text(
            f"{decision}\nobject: date\ntarget: {{exact: April 13}}\nsaw: {{date: 2020-04-13}}\n"
            f"reason: '{HOSTILE.replace(chr(39), chr(34))}'\ncreator: {{name: Tess Tester}}\ncreated: 2026-11-23\n"
        )
    found, faults = read_archive(archive)
    assert faults == ()
    return found.documents[0]


@pytest.mark.parametrize("name", ["timeline.md", "texts/flood-at-testford/read.md"])
def test_a_correction_shows_what_was_read_what_is_right_who_says_so_and_why(archive: Path, name: str) -> None:
    page = pages_of(reviewed(archive, "decision: correct\nvalue: {date: 2020-04-12}"))[name].content

    words = " ".join(re.sub("<[^>]*>", " ", page).split())
    assert (
        "Read as 13 April 2020; corrected to 12 April 2020 by Tess Tester, 23 November 2026 : &lt;script&gt;"
        in words
    )
    assert "✓" not in words and "Reviewed" in words
    assert "<script>" not in page and "<img" not in page


def test_of_what_is_disputed_both_sides_are_shown(archive: Path) -> None:
    disputed = reviewed(archive, "decision: correct\nvalue: {date: 2020-04-12}", "decision: confirm")

    page = pages_of(disputed)["timeline.md"].content

    words = " ".join(re.sub("<[^>]*>", " ", page).split())
    assert "Disputed" in words and "13 April 2020" in words
    assert "Read as 13 April 2020; to be corrected to 12 April 2020 by Tess Tester" in words
    assert "Confirmed by Tess Tester" in words


def test_what_was_rejected_is_no_entry_any_more_and_stays_among_the_reviews(archive: Path) -> None:
    rejected = reviewed(archive, "decision: reject")

    pages = pages_of(rejected)

    assert "April 13" not in pages["timeline.md"].content
    assert "Read as 13 April 2020; rejected" in pages["texts/flood-at-testford/read.md"].content
    assert 'id="review-review-0"' in pages["texts/flood-at-testford/read.md"].content


def test_each_thing_offers_to_say_that_it_is_wrong(
    document: AnnotatedDocument,
) -> None:
    archive = Archive((document,))
    reading = document.reading
    with_forge = {
        page.uri: page.content
        for page in archive_pages(archive, SiteSettings("Test", forge=forge_of("https://github.com/a/b")))
    }

    offers = {uri: content.count(">This is wrong</a>") for uri, content in with_forge.items()}

    assert offers["timeline.md"] == len(reading.events)
    assert offers["photographs.md"] == len(reading.captions)
    blocks = [block for block in reading.blocks if block.kind is not BlockKind.PARAGRAPH]
    assert offers[f"texts/{document.source.identifier}/read.md"] == sum(
        map(len, (blocks, reading.captions, reading.dates, reading.events))
    )
    assert 'href="https://github.com/a/b/issues/new?template=error.yml&amp;' in with_forge["timeline.md"]
    timeline = pages_of(document)["timeline.md"].content  # no repository: the page that says how
    assert timeline.count('href="../contribute/reviews/"') == len(reading.events)


def test_links_from_what_was_read_lead_to_places_of_the_text(document: AnnotatedDocument) -> None:
    pages = pages_of(document)
    links = re.findall(r'href="\.\./#([^"]*)"', pages[f"texts/{document.source.identifier}/read.md"].content)

    assert links
    assert set(links) <= set(ids_of(pages[f"texts/{document.source.identifier}.md"].content))


def test_a_second_title_is_no_second_heading_of_the_page() -> None:
    made = annotated("The Flood\n\nBy the River\n\nIt rained. Nobody slept, and nobody came.\n")
    blocks = tuple(replace(block, kind=BlockKind.TITLE) for block in made.reading.blocks[:2])
    page = pages_of(replace(made, reading=replace(made.reading, blocks=(*blocks, *made.reading.blocks[2:]))))

    content = page["texts/test.md"].content
    assert content.count("<h1") == 1
    assert len(ids_of(content)) == len(set(ids_of(content)))


def with_histories(document: AnnotatedDocument, *readers: str, forge: str = "") -> dict[str, str]:
    """The pages' content where git names these readers of every note."""
    ada = Person("Ada <b>", "ada@test.example")
    history = History((Change("0" * 40, ada, "2026-11-23"),), (ada,), tuple(map(Person, readers)))
    archive = Archive((document,), {anchor.annotation.path: history for anchor in document.anchors})
    made = archive_pages(archive, SiteSettings("Test", repo_url=forge, forge=forge_of(forge)))
    return {page.uri: page.content for page in made}


@pytest.mark.parametrize(
    ("readers", "state"),
    [
        ([], "Proposed"),
        (["Bea <i>"], "Reviewed by Bea &lt;i&gt;"),
        (["Bea", "Cai"], "Validated by Bea, Cai"),
        (["Bea", "Cai", "Dot", "Eve"], "Validated by Bea, Cai, Dot and others"),
    ],
)
def test_each_note_says_how_far_it_has_come(
    document: AnnotatedDocument, readers: list[str], state: str
) -> None:
    pages = with_histories(document, *readers)

    for uri in (f"texts/{document.source.identifier}.md", "notes.md"):
        assert pages[uri].count(f">{state}</span>") == len(document.anchors)
        assert "test.example" not in pages[uri]


def test_where_no_history_is_at_hand_no_state_is_claimed(document: AnnotatedDocument) -> None:
    for page in pages_of(document).values():
        assert 'class="standing"' not in page.content
        assert ">History" not in page.content


def test_the_history_of_a_note_is_one_link_away_where_there_is_a_forge(document: AnnotatedDocument) -> None:
    pages = with_histories(document, forge="https://github.com/example/postil")

    for uri in (f"texts/{document.source.identifier}.md", "notes.md"):
        for anchor in document.anchors:
            assert (
                f'href="https://github.com/example/postil/commits/main/{anchor.annotation.path}"'
                in pages[uri]
            )


def test_a_note_s_author_is_credited_with_handle_and_id(document: AnnotatedDocument) -> None:
    creator = Creator(name="Tess Tester", github="tess", orcid="0000-0002-1825-0097")
    anchors = tuple(
        replace(each, annotation=replace(each.annotation, creator=creator)) for each in document.anchors
    )
    pages = pages_of(replace(document, anchors=anchors))

    for uri in (f"texts/{document.source.identifier}.md", "notes.md", "contributors.md"):
        assert 'href="https://github.com/tess" rel="nofollow ugc noopener"' in pages[uri].content
        assert (
            'href="https://orcid.org/0000-0002-1825-0097" rel="nofollow ugc noopener"' in pages[uri].content
        )


def test_the_kind_of_a_note_on_a_person_leads_to_the_index(document: AnnotatedDocument) -> None:
    first = document.anchors[0]
    person = replace(first, annotation=replace(first.annotation, kind="person", label="Tess Tester"))
    pages = pages_of(replace(document, anchors=(person, *document.anchors[1:])))
    entry = f"people/#{document.source.identifier}--{person.annotation.id}"

    assert f'href="../../{entry}"' in pages[f"texts/{document.source.identifier}.md"].content
    assert f'href="../{entry}"' in pages["notes.md"].content
    assert f'id="{entry.partition("#")[2]}"' in pages["people.md"].content
