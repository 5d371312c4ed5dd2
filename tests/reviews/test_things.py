import pytest

from postil.edtf import Edtf
from postil.model import Block, BlockKind, Caption, CaptionKind, Event, Span, Thing, Timex
from postil.reviews.things import in_yaml, key_of, object_of, said_of, telling_words, words_in

# Test data: nobody in it ever lived.
TEXT = "On 5 May 1921 the river\nrose in Riga. PHOTO"
DATE = Timex(3, 13, "5 May 1921", Edtf("1921-05-05"), "day month year", "as printed")
BLOCK = Block(0, 43, BlockKind.CAPTION)
CAPTION = Caption(0, 43, Span(0, 37), CaptionKind.MAP, "PHOTO", Edtf("1921-05-05"), "Riga")
EVENT = Event(0, 37, Span(14, 37), DATE, place=Span(32, 36))


@pytest.mark.parametrize(
    ("thing", "name", "at", "said"),
    [
        (BLOCK, "block", 0, {"kind": "caption"}),
        (DATE, "date", 3, {"date": "1921-05-05"}),
        (CAPTION, "caption", 0, {"kind": "map", "date": "1921-05-05", "place": "Riga", "credit": "PHOTO"}),
        (EVENT, "event", 3, {"date": "1921-05-05", "place": "Riga", "label": "the river rose in Riga."}),
        (Caption(0, 43, Span(0, 43)), "caption", 0, {"kind": "photograph"}),
    ],
)
def test_each_sort_of_thing_has_a_name_a_place_and_what_is_said_of_it(
    thing: Thing, name: str, at: int, said: dict[str, str]
) -> None:
    assert (object_of(thing), key_of(thing), said_of(thing, TEXT)) == (name, (name, at), said)


def test_an_event_is_meant_by_its_date_and_everything_else_by_its_words() -> None:
    assert telling_words(EVENT).of(TEXT) == "5 May 1921"
    assert telling_words(CAPTION) == CAPTION


def test_words_are_found_across_lines_and_not_across_words() -> None:
    found = words_in(TEXT, EVENT, "river  rose")

    assert found == Span(18, 28)
    assert words_in(TEXT, EVENT, "riverrose") is None
    assert words_in(TEXT, EVENT, "PHOTO") is None
    assert words_in(TEXT, EVENT, " ") is None


def test_what_is_said_is_one_line_of_yaml_that_is_read_back_the_same() -> None:
    assert in_yaml({"kind": "heading"}) == "{kind: heading}"
    assert in_yaml({"date": "1921~", "place": "Riga: the port"}) == "{date: 1921~, place: 'Riga: the port'}"
