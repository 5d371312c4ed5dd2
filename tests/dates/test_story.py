from postil.dates.scene import Known
from postil.dates.story import Story
from postil.edtf import Edtf
from postil.model import Span


def story(*told: tuple[str, bool], written: str | None = None) -> Story:
    made = Story(Known(Edtf(written), written) if written else None)
    for value, opens in told:
        made.tell(Edtf(value), value, printed=True, opens=opens)
    return made


def line(made: Story) -> str | None:
    return str(made.line.value) if made.line else None


def test_a_story_goes_on_with_each_day() -> None:
    assert line(story(("1914-08-04", True), ("1914-09", False))) == "1914-09"


def test_a_bare_year_long_past_in_the_middle_of_a_sentence_is_a_glance_aside() -> None:
    made = story(("1914-08-04", True), ("1871", False))

    assert (line(made), made.before and str(made.before.value)) == ("1914-08-04", "1871")


def test_a_year_that_a_sentence_begins_with_is_the_story_s() -> None:
    assert line(story(("1914-08-04", True), ("1920", True))) == "1920"


def test_a_year_that_the_story_stands_in_does_not_take_its_month_away() -> None:
    assert line(story(("1914-08-04", True), ("1914", True))) == "1914-08-04"


def test_a_block_of_a_report_may_turn_to_the_past_and_the_next_one_turns_back() -> None:

    made = story(written="2020-04-16")
    made.comes_to(Span(0, 50))
    made.tell(Edtf("1943-07"), "July 1943", printed=True, opens=False)
    turned = made.aside
    made.comes_to(Span(52, 99))

    assert (turned, made.aside) == (True, False)
