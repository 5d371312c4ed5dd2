import gzip
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from postil.model import AnnotatedDocument
from postil.pipeline import read_document
from postil.site.search import records_of

Builder = Callable[..., Path]


def test_each_caption_event_and_note_is_a_result_of_its_own(document: AnnotatedDocument) -> None:
    kinds = Counter(record["filters"]["kind"][0] for record in records_of(document))

    assert kinds == {
        "caption": len(document.reading.captions),
        "event": len(document.reading.events),
        "note": len(document.anchors),
    }


def test_each_result_says_whose_voice_it_is(document: AnnotatedDocument) -> None:
    voices = {record["filters"]["kind"][0]: record["filters"]["voice"][0] for record in records_of(document)}

    assert voices == {"caption": "source", "event": "machine", "note": "editor"}


def test_each_result_lands_on_its_place(document: AnnotatedDocument) -> None:
    addresses = [record["url"] for record in records_of(document)]

    assert len(addresses) == len(set(addresses))
    assert all(address.startswith(f"/texts/{document.source.identifier}/#") for address in addresses)


def test_pagefind_gets_strings_only(document: AnnotatedDocument) -> None:
    """It refuses a record whose metadata hold anything else."""
    for record in records_of(document):
        assert all(type(value) is str or isinstance(value, str) for value in record["meta"].values())
        assert record["content"].strip()


def test_a_word_hyphenated_at_the_end_of_a_line_is_found_in_one_piece(
    builder: Builder, archive: Path
) -> None:
    """The page stays as it is; Pagefind's own index holds the word joined, and its parts."""
    text = archive / "source_texts" / "flood-at-testford"
    capture = (text / "text.txt").read_bytes() + "\nThe zebra-\nwalk and the quagga\u00ad\nhouse.\n".encode()
    record = (text / "record.yml").read_text()
    (text / "record.yml").write_text(
        "".join(line for line in record.splitlines(True) if "sha256" not in line)
        + f"sha256: {hashlib.sha256(capture).hexdigest()}\n"
    )
    (text / "text.txt").write_bytes(capture)

    site = builder()

    words = b"".join(gzip.decompress(path.read_bytes()) for path in site.glob("pagefind/index/*"))
    assert all(word in words for word in (b"zebrawalk", b"zebra", b"quaggahous"))
    page = (site / "texts" / "flood-at-testford" / "index.html").read_text(encoding="utf-8")
    assert "The zebra-\nwalk and the quagga\u00ad\nhouse." in page


def test_in_results_of_their_own_such_words_are_joined_too(document: AnnotatedDocument) -> None:
    text = document.source.text.replace("Test boats", "Test sub-\nmarines")
    source = replace(document.source, text=text)

    caption = next(
        record for record in records_of(read_document(source, ())) if record["filters"]["kind"] == ["caption"]
    )

    assert caption["content"].startswith("Test sub-marines")
    assert caption["meta"]["quote"].startswith("Test sub- marines")
