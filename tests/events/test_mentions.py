from postil.edtf import Edtf
from postil.events.mentions import link_mentions
from postil.model import Event, Span, Timex


def _events(text: str, *dates: str) -> list[Event]:
    """One event for each line of the text."""
    events, at = [], 0
    for line, date in zip(text.splitlines(), dates, strict=True):
        timex = Timex(at, at, "", Edtf(date), "test", "as printed")
        events.append(Event(at, at + len(line), Span(at, at + len(line)), timex))
        at += len(line) + 1
    return events


def test_the_first_mention_is_the_event() -> None:
    text = "the council bought the old mill\nthe old mill was bought by the council\nthe council bought the old mill"

    linked = link_mentions(text, _events(text, "1921-05-05", "1921-05-05", "1921-05-05"))

    assert [event.same_as for event in linked] == [None, linked[0].id, linked[0].id]


def test_two_shared_words_do_not_make_one_event_of_two() -> None:
    text = "the old mill was bought by a weaver\nthe old mill was burned down by thieves"

    linked = link_mentions(text, _events(text, "1921-05-05", "1921-05-05"))

    assert [event.same_as for event in linked] == [None, None]


def test_a_wider_date_needs_more_words() -> None:
    text = "the council bought the mill\nthe mill the council bought"

    assert link_mentions(text, _events(text, "1921-05-05", "1921-05-05"))[1].same_as is not None
    assert link_mentions(text, _events(text, "1921", "1921-05-05"))[1].same_as is not None

    text = "the council bought the mill\nthe mill the council bought lay empty until evening"
    assert link_mentions(text, _events(text, "1921-05-05", "1921-05-05"))[1].same_as is not None
    assert link_mentions(text, _events(text, "1921", "1921-05-05"))[1].same_as is None


def test_dates_that_only_overlap_are_not_the_same() -> None:
    text = "the council bought the old mill\nthe council bought the old mill"

    linked = link_mentions(text, _events(text, "1921-05/1921-07", "1921-06/1921-08"))

    assert linked[1].same_as is None
