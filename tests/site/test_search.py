from collections import Counter

from postil.model import AnnotatedDocument
from postil.site.search import records_of


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
