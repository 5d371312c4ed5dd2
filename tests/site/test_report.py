from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from made_texts import annotated
from postil.intake.schema import build
from postil.intake.strict_yaml import read_yaml
from postil.model import AnnotatedDocument, Block, BlockKind, Thing
from postil.pipeline import read_document
from postil.records import Decision, Review
from postil.site.forge import MOST, forge_of
from postil.site.report import proposal, report_address

REPO = "https://github.com/ada/archive"
FORGE = forge_of(REPO)


def fields(address: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def things(document: AnnotatedDocument) -> list[Thing]:
    reading = document.reading
    return [*reading.blocks, *reading.captions, *reading.dates, *reading.events]


def test_without_a_repository_there_is_no_form(document: AnnotatedDocument) -> None:
    assert report_address(None, document, document.reading.dates[0]) == ""


def test_the_form_is_filled_in(document: AnnotatedDocument) -> None:
    date = next(each for each in document.reading.dates if each.text == "April 13")

    address = report_address(FORGE, document, date)

    assert address.startswith(f"{REPO}/issues/new?template=error.yml&")
    filled = fields(address)
    assert (filled["text"], filled["object"]) == ("flood-at-testford", "date")
    assert filled["words"] == "nobody in it ever lived. On [April 13] the river rose at Testford,"
    assert filled["read"] == "{date: '2020-04-13'}"
    assert filled["proposal"].startswith("# source_texts/flood-at-testford/reviews/date-april-13.yml\n")


def test_every_field_that_is_filled_in_is_on_the_form(document: AnnotatedDocument) -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "error.yml").read_text(encoding="utf-8"))
    ids = {part["id"] for part in form["body"] if "id" in part}

    filled = fields(report_address(FORGE, document, document.reading.events[0]))

    assert filled.keys() - {"template", "title"} <= ids


def test_the_proposal_is_a_review_that_wants_only_what_a_person_knows(document: AnnotatedDocument) -> None:
    for thing in things(document):
        yaml = read_yaml("a.yml", proposal(document, thing).encode())
        _, faults = build(Decision, "a.yml", yaml)

        assert sorted(fault.field for fault in faults) == ["created", "creator.name", "reason"]


def test_the_proposal_fits_the_thing_it_was_made_for(document: AnnotatedDocument) -> None:
    for thing in things(document):
        written = (
            proposal(document, thing)
            .replace("reason: ''", "reason: Test data.")
            .replace("name: ''", "name: Tess")
        )
        written = written.replace("created: ''", "created: 2026-11-23").replace(
            "decision: correct", "decision: confirm"
        )
        described = read_yaml("a.yml", written.encode())
        assert isinstance(described.value, dict)
        del described.value["value"]
        decision, faults = build(Decision, "a.yml", described)
        assert decision, faults
        review = Review(
            decision=decision.decision, object=decision.object, target=decision.target, saw=decision.saw,
            reason=decision.reason, creator=decision.creator, created=decision.created, id="a", path="a.yml",
        )  # fmt: skip

        again = read_document(document.source, (), [review])

        assert again.misfits == ()
        assert [verdict.thing for verdict in again.verdicts] == [thing]


@pytest.mark.parametrize("words", ["一" * 5000, "\U0001f30a" * 5000, "&%#+ " * 2000])
def test_the_address_is_never_too_long(words: str) -> None:
    made = annotated(words)
    block = Block(0, len(words), BlockKind.HEADING)

    address = report_address(FORGE, made, block)

    assert len(address) <= MOST
    assert fields(address)["object"] == "block"


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_words_are_quoted_and_read_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    made = annotated(text)
    block = Block(start, data.draw(st.integers(start + 1, len(text))), BlockKind.NOTE)

    address = report_address(FORGE, replace(made, reading=replace(made.reading, blocks=(block,))), block)

    assert address.isascii() and len(address) <= MOST
