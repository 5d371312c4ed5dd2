import hashlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from captured_again import add_former
from postil.errors import Fault
from postil.export.summary import MOST, MOST_BYTES, Change, Links, summary
from postil.model import Archive
from postil.pipeline import read_archive
from strategies import thorough

TEXT = "source_texts/flood-at-testford"
COUNCIL = f"{TEXT}/annotations/council.yml"
LOWER_TOWN = f"{TEXT}/annotations/lower-town.yml"
LINKS = Links("https://example.org/archive/review/", "https://raw.example.org/o/r/0123abc/")
ALLOWED = {
    "h2": (), "h3": (), "h4": ("dir",), "p": ("dir",), "div": ("dir",), "blockquote": ("dir",), "ul": (), "ol": ("start",),
    "li": ("dir",), "a": ("href", "rel"), "strong": (), "em": ("dir",), "code": (), "br": (),
}  # fmt: skip


def write(root: Path, path: str, content: dict[str, Any]) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def note(**more: Any) -> dict[str, Any]:
    return {
        "kind": "correction",
        "target": {"exact": "boats came from the next village"},
        "body": "*Test data.*",
        "creator": {"name": "Tess Tester"},
        "created": "2026-11-23",
        **more,
    }


def summary_of(root: Path, changed: dict[str, Change] | None = None, links: Links = LINKS) -> str:
    archive, faults = read_archive(root)
    return summary(archive, faults, changed, links)


class Elements(HTMLParser):
    """The elements and their attributes, and the words between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.odd: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)


def inert(written: str) -> Elements:
    """Fails unless the summary is nothing but blocks of HTML, of few elements, that call and link nobody."""
    kinds = {token.type for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(written)}
    assert kinds == {"html_block"}
    elements = Elements(written)
    assert elements.odd == []
    for tag, attributes in elements.found:
        assert set(attributes) <= set(ALLOWED[tag]), tag
        if "href" in attributes:
            assert str(attributes["href"]).startswith(("https://", "http://", "mailto:"))
    for sign in "@#":
        assert all(rest[:1] in ("\u2060", "") for rest in elements.words.split(sign)[1:])
    return elements


def test_a_new_note_stands_beside_its_passage(archive: Path) -> None:
    written = summary_of(archive, {LOWER_TOWN: "new"})

    inert(written)
    assert "<h4>New note: place</h4>" in written
    assert (
        '<blockquote dir="auto">On April 13 the river rose at Testford, and by morning '
        "<strong>the lower town stood under water</strong>.</blockquote>"
    ) in written
    assert (
        '<em>Test data.</em> The lower town is invented, like <a href="https://example.org/test-data"'
        in written
    )
    assert (
        '<li dir="auto">The Testford Gazette, <a href="https://example.org/test-reference">A test reference</a>, 2020-04</li>'
        in written
    )
    assert "<p>Tess Tester, 2026-11-23 · in" in written
    assert (
        '<a href="https://example.org/archive/review/?text=flood-at-testford&amp;file=https%3A%2F%2Fraw.example.org%2Fo%2Fr%2F'
        '0123abc%2Fsource_texts%2Fflood-at-testford%2Fannotations%2Flower-town.yml">See it in its place</a>'
    ) in written
    assert f"<code>{LOWER_TOWN}</code>" in written
    assert "council.yml" not in written


def test_an_unplaced_note_is_shown_with_its_words(archive: Path) -> None:
    add_former(archive, b"Test data. The mill burned at noon.\n")
    path = f"{TEXT}/unplaced/annotations/mill.yml"
    (archive / path).parent.mkdir(parents=True)
    write(archive, path, note(target={"exact": "The mill burned"}))

    written = summary_of(archive, {path: "changed"})

    inert(written)
    assert "Changed note: correction" in written and "“The mill burned”" in written
    assert "<strong>Not placed:</strong>" in written
    assert "See it" not in written and "Other files" not in written


def test_without_addresses_nothing_is_linked_to(archive: Path) -> None:
    assert "See it" not in summary_of(archive, {LOWER_TOWN: "new"}, Links())
    assert "See it" not in summary_of(archive, {LOWER_TOWN: "new"}, Links(raw=LINKS.raw))
    named = summary_of(archive, {LOWER_TOWN: "new"}, Links(review=LINKS.review))
    assert 'review/?text=flood-at-testford&amp;name=lower-town">See it' in named


def test_without_a_base_the_whole_archive_is_shown_and_that_is_said(archive: Path) -> None:
    written = summary_of(archive)

    inert(written)
    assert "lower-town.yml" in written and "council.yml" in written
    assert "<h4>Note: place</h4>" in written
    assert "Nothing was compared: this is the whole archive." in written


def test_a_fault_has_its_file_its_line_and_its_cure(archive: Path) -> None:
    write(archive, f"{TEXT}/annotations/wrong.yml", note(kind="correktion"))

    written = summary_of(archive, {f"{TEXT}/annotations/wrong.yml": "new"})

    inert(written)
    assert "<h2>Postil: 1 fault</h2>" in written
    assert (
        f"<p><code>{TEXT}/annotations/wrong.yml:5</code> <strong>kind</strong>: 'correktion' is not one of the words used "
        "here; write one of context,"
    ) in written
    assert "Other files" not in written


def test_a_note_that_has_no_place_is_shown_with_the_reason(archive: Path) -> None:
    write(archive, COUNCIL, note(target={"exact": "the town of Nowhere"}))

    written = summary_of(archive, {COUNCIL: "changed"})

    assert "<h4>Changed note: correction</h4>" in written
    assert "“the town of Nowhere”" in written
    assert "<strong>Not placed:</strong> the quoted words do not stand in the text (0 places)" in written


def test_a_quote_over_two_paragraphs_is_shown_from_its_first_sentence_to_its_last(archive: Path) -> None:
    exact = "before dark.\n\n\nTest boats at the landing stage in Riga on April 15, 2020. TEST AGENCY\n\n\nWhat was done"
    write(archive, COUNCIL, note(target={"exact": exact}))

    written = summary_of(archive, {COUNCIL: "changed"})

    assert "and boats came from the next village <strong>before dark. Test boats" in written
    assert "TEST AGENCY What was done</strong> about the water</blockquote>" in written


def test_a_review_is_shown_with_what_it_saw(archive: Path) -> None:
    path = f"{TEXT}/reviews/landing.yml"
    review = {
        "decision": "correct",
        "object": "date",
        "target": {"exact": "April 15, 2020"},
        "saw": {"date": "2020-04-15"},
        "value": {"date": "2020-04-16"},
        "reason": "Test data: @nobody said <b>so</b>.",
        "creator": {"name": "Tess Tester", "github": "tess", "orcid": "0000-0002-1825-0097"},
        "created": "2026-11-23",
    }
    write(archive, path, review)

    written = summary_of(archive, {path: "new"})

    elements = inert(written)
    assert "<h4>New review: correct date</h4>" in written
    assert "Riga on <strong>April 15, 2020</strong>" in written
    assert "Read was {date: '2020-04-15'}, right is {date: '2020-04-16'}." in elements.words
    assert "@\u2060nobody said <b>so</b>." in elements.words
    assert ("a", {"href": "https://github.com/tess"}) in elements.found
    assert ("a", {"href": "https://orcid.org/0000-0002-1825-0097"}) in elements.found

    write(archive, path, {**review, "saw": {"date": "1920"}})
    assert "<strong>Not placed:</strong>" in summary_of(archive, {path: "new"})


def test_what_else_a_change_touches_is_said(archive: Path) -> None:
    written = summary_of(
        archive,
        {
            f"{TEXT}/record.yml": "changed",
            f"{TEXT}/annotations/gone.yml": "gone",
            "hooks/postil/model.py": "changed",
            "README.md": "new",
        },
    )

    inert(written)
    assert '<h4 dir="auto">Test data: The Flood at Testford</h4>' in written
    assert f"<p><code>{TEXT}</code>: <code>record.yml</code> is changed.</p>" in written
    assert f"<p><code>{TEXT}/annotations/gone.yml</code> is gone.</p>" in written
    assert "touches 2 files outside source_texts/. Read them as code." in written


def test_where_nothing_changed_that_is_said(archive: Path) -> None:
    assert "Nothing is changed." in summary_of(archive, {})


HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an image": '<img src=x onerror="alert(1)">',
    "an image in Markdown": "words ![x](https://evil.example/x.png)",
    "a fold": "</p></div><details open><summary>Approved</summary>",
    "a comment": "<!-- everything after this is hidden",
    "the end of a block": "words&#10;&#10;# Approved by everyone &#10;&#10;![x](https://evil.example/x.png)",
    "a table": "| a | b |\n|---|---|\n| <td> | x |",
    "a heading": "# Approved\n\n## By all",
    "a fence": "```suggestion\nx\n```\n~~~",
    "people": "@octocat and @org/team, <x @octocat>, `@octocat`, &#64;octocat",
    "issues": "fixes #1, closes o/r#2, &#35;3",
    "a task": "- [x] approved",
    "a link of scripts": "[words](javascript:alert(1)) [words](data:text/html,x)",
    "a link with a name": "[words](https://github.com@evil.example/)",
    "a link with signs": "[words](https://example.org/@octocat#1)",
    "a closing quote": "\"></a><a href='https://evil.example'>",
    "an entity": "&lt;script&gt;alert(1)&lt;/script&gt;",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_note_draws_nothing_but_its_words(archive: Path, body: str) -> None:
    write(archive, COUNCIL, note(body=body))

    inert(summary_of(archive, {COUNCIL: "changed"}))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_neither_does_a_name_a_reference_or_a_message(archive: Path, words: str) -> None:
    line = " ".join(words.split())
    write(
        archive,
        COUNCIL,
        note(
            references=[{"title": line, "publisher": line, "url": "https://example.org/?a=%22&b='@x#1"}],
            creator={"name": line},
        ),
    )
    read, faults = read_archive(archive)
    assert not faults

    elements = inert(
        summary(read, [Fault(words, 3, words, words)], {COUNCIL: "changed", words: "new"}, LINKS)
    )

    assert elements.words.replace("\u2060", "").count(line) >= 5


def test_what_turns_the_direction_of_a_message_is_shown_by_its_number() -> None:
    assert "[U+202E]txt.exe" in summary(Archive(()), [Fault("a\u202etxt.exe", 0, "", "x")])


@thorough
@given(st.text(), st.text(), st.text())
def test_any_words_of_a_fault_are_inert(path: str, field: str, message: str) -> None:
    inert(summary(Archive(()), [Fault(path, 1, field, message)]))


def test_a_long_passage_is_cut_and_the_words_stay(archive: Path) -> None:
    sentence = "Test data " + "word " * 500 + "the very words" + " word" * 500
    text = archive / TEXT / "text.txt"
    text.write_text(sentence, encoding="utf-8")
    read, _ = read_archive(archive)
    assert not read.documents  # the capture is another one now; its record says so next
    record = archive / TEXT / "record.yml"
    data = yaml.safe_load(record.read_text(encoding="utf-8"))
    data["sha256"] = hashlib.sha256(text.read_bytes()).hexdigest()
    record.write_text(
        yaml.safe_dump({**data, "date": "2020-04-16", "captured": "2026-11-23"}), encoding="utf-8"
    )
    (archive / LOWER_TOWN).unlink()
    write(archive, COUNCIL, note(target={"exact": "the very words"}))

    written = summary_of(archive, {COUNCIL: "changed"})

    passage = written.split("<blockquote")[1].split("</blockquote>")[0]
    assert "… word" in passage and "<strong>the very words</strong>" in passage and "word …" in passage
    assert 600 < len(passage) < 720


def test_a_summary_never_grows_past_what_the_forge_takes(archive: Path) -> None:
    body = "&" * 4_999
    for number in range(60):
        write(
            archive,
            f"{TEXT}/annotations/n{number}.yml",
            note(body=body, references=[{"title": "&" * (980 + each)} for each in range(20)]),
        )
    read, faults = read_archive(archive)
    assert not faults
    many = [Fault(f"file{number}", 1, "body", "&" * 5_000) for number in range(500)]

    written = summary(read, many)

    assert len(written.encode()) < MOST_BYTES
    assert f"{MOST} of 500 are shown; the others stand in their files." in summary(
        read, [Fault("x", 0, "", "y")] * 500
    )
    assert " of 500 are shown" in written and " of 62 are shown" in written


def test_the_first_text_s_notes_make_a_summary() -> None:
    root = Path(__file__).parents[2]
    read, faults = read_archive(root)

    written = summary(read, faults)

    assert inert(written).words.count("Note: ") == sum(len(each.anchors) for each in read.documents)
