import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.edtf import Edtf
from postil.intake.folder import IDENTIFIER
from postil.intake.propose import (
    Fields,
    field_fault,
    missing_fields,
    propose_fields,
    propose_identifier,
    propose_language,
    record_yaml,
)
from postil.intake.strict_yaml import read_yaml
from postil.model import Metadata
from strategies import texts, thorough

# Test data.
TEXT = "Flood at Testford\n\nhttps://example.org/flood\n\nThe people of the town met in the mill and spoke of the water.\n"
HEAD = Metadata("Flood\n at Testford", ("Tess Tester",), "The Testford Gazette", Edtf("1921-05-03"))


def propose(text: str = TEXT, head: Metadata = HEAD) -> Fields:
    return propose_fields(text.encode(), text, head, encoding="utf-8", captured="2026-11-23")


def test_what_head_and_bytes_say_is_proposed_and_nothing_else() -> None:
    assert propose() == {
        "title": "Flood at Testford",
        "creator": ["Tess Tester"],
        "publisher": "The Testford Gazette",
        "date": "1921-05-03",
        "language": "en",
        "source": "https://example.org/flood",
        "type": "text",
        "captured": "2026-11-23",
        "encoding": "utf-8",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }
    assert missing_fields(propose()) == ["rights"]


def test_what_is_not_known_is_left_out() -> None:
    assert list(propose("Testford.", Metadata())) == ["type", "captured", "encoding", "sha256"]


def test_an_address_in_a_sentence_is_not_the_text_s_own() -> None:
    assert "source" not in propose("See https://example.org/flood for more.", Metadata())


@pytest.mark.parametrize(
    ("fields", "name", "identifier"),
    [
        ({"date": "2020-07-15", "creator": ["Ma Xiaowei"]}, "a", "2020-07-15-ma-xiaowei"),
        ({"date": "1921-05~", "creator": ["Émile Łódź", "Ann Lee"]}, "a", "1921-05-emile-lodz"),
        ({"date": "1921", "creator": [], "title": "The Flood: a Tale!"}, "a", "1921-the-flood-a-tale"),
        ({"creator": ["马晓伟"]}, "a", "ma-xiao-wei"),
        ({"date": "1866", "creator": ["Фёдор Достоевский"]}, "a", "1866-fedor-dostoevskiy"),
        ({"title": "…"}, "My File", "my-file"),
        ({"date": "-0490", "title": ""}, "a", "0490"),
        ({}, "…", "text"),
        ({}, "index", "index-2"),
        ({"title": "taken"}, "a", "taken-3"),
        ({"date": "1921", "title": "flood" * 20}, "a", "1921-" + "flood" * 12),
        ({"title": "flood" * 12 + " at"}, "a", "flood" * 12),
        ({"title": "the flood " * 20}, "a", "the-flood-the-flood-the-flood-the-flood-the-flood-the-flood"),
    ],
)
def test_a_folder_is_named_after_date_and_creator_or_title_or_file(
    fields: Fields, name: str, identifier: str
) -> None:
    assert propose_identifier(fields, name, {"taken", "taken-2"}) == identifier


@thorough
@given(texts, texts, st.sampled_from(["", "1921", "1921-05~/..", "-0490"]))
def test_any_name_that_is_proposed_is_a_good_one(creator: str, title: str, date: str) -> None:
    fields: Fields = {"creator": [creator], "title": title, "date": date}

    assert IDENTIFIER.fullmatch(propose_identifier(fields, title, set()))


@thorough
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80),
    st.sampled_from(["no", "2020-04-13", "null", "1_000", "a: b # c", "- x", "'", '"', "*a", "!b", "马"]),
)
def test_a_record_that_is_written_is_read_as_it_was(title: str, publisher: str) -> None:
    fields: Fields = {"title": title, "creator": [publisher, title], "publisher": publisher, "language": "no"}

    assert read_yaml("record.yml", record_yaml(fields).encode()).value == fields


def test_fields_are_written_in_the_order_of_every_record() -> None:
    lines = record_yaml({**propose(), "date_order": "dmy", "rights": "Public domain"}).splitlines()

    assert [line.split(":")[0] for line in lines] == [
        "title", "creator", "publisher", "date", "language", "source", "rights", "type", "captured", "encoding",
        "sha256", "date_order",
    ]  # fmt: skip


def test_one_field_is_judged_by_itself() -> None:
    assert field_fault({"date": "5 May"}, "date") == (
        "'5 May' is not an EDTF date; write a year, a month or a day, as in 1821, 1821-05 or 1821-05-03, with ~ for "
        "about and ? for uncertain"
    )
    assert field_fault({"date": "1821-05"}, "date") is None


def test_a_language_is_proposed_only_if_it_is_ahead() -> None:
    """Danish and Norwegian share these words."""
    assert propose_language("og det er for med til ikke som en der var av fra på han og at det") is not None
    assert propose_language("og det er for med til ikke som en han var") is None
