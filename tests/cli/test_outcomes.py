import click
import pytest
from click.testing import CliRunner

from made_texts import annotated
from postil.carrying import Carried, Choice, Placed, Unplaced
from postil.carrying.carry import place_at
from postil.cli.outcomes import Outcome, asked, place_given, read_place, told
from postil.model import SourceText, Span
from postil.records import Target

DOCUMENT = annotated("Test data: the old dam broke, and the new dam held.", (11, 22), (38, 45))
SOURCE: SourceText = DOCUMENT.source
NOTES = [anchor.annotation for anchor in DOCUMENT.anchors]


def outcome(carried: Carried, number: int = 0) -> Outcome:
    return Outcome(NOTES[number], "the old\x1b[31m\ndam", carried)


def choice() -> Choice:
    return Choice(tuple(place_at(span, SOURCE.text) for span in (Span(11, 22), Span(34, 45))), "test data")


def test_the_table_counts_and_offers_a_command_for_each_place() -> None:
    lines = told(
        [outcome(choice()), outcome(Unplaced("it is gone"), 1)], SOURCE, (), "bin/postil reanchor test"
    ).splitlines()

    assert lines[:2] == [
        "note-1: unplaced, it is gone, “the old[31m dam”",
        "0 placed, 1 to a person, 1 unplaced.",
    ]
    assert lines[-1].endswith("--place note-0=34:45")
    assert [line.strip() for line in lines if "postil reanchor" in line] == [
        "bin/postil reanchor test --place note-0=11:22",
        "bin/postil reanchor test --place note-0=34:45",
    ]
    assert any("[the old dam]" in line for line in lines)


def test_what_was_placed_says_how() -> None:
    target = NOTES[0].target
    placed, renewed = Placed(target, Span(11, 22)), Placed(Target(exact="dam", prefix="old "), Span(19, 22))

    shown = [told([outcome(each)], SOURCE, decided, "", every=True) for each, decided in (
        (placed, ()), (renewed, ()), (renewed, {"note-0"}),
    )]  # fmt: skip

    for words, text in zip(("placed", "placed, context renewed", "placed by you"), shown, strict=True):
        assert f"note-0: {words}, “" in text
    assert told([outcome(placed)], SOURCE, (), "") == "1 placed, 0 to a person, 0 unplaced."


def test_no_words_command_the_terminal() -> None:
    assert "\x1b" not in told([outcome(choice())], SOURCE, (), "")


def test_a_person_is_asked_until_the_answer_is_one_of_the_numbers() -> None:
    chosen: list[Span | None] = []

    @click.command()
    def ask() -> None:
        chosen.append(asked(outcome(choice()), choice()))

    for typed in ("3\n2\n", "\n", "0\n"):
        assert CliRunner().invoke(ask, input=typed).exit_code == 0

    assert chosen == [Span(34, 45), None, None]


@pytest.mark.parametrize(
    ("option", "place"),
    [
        ("note-0=11:22", Span(11, 22)),
        ("note-0=34:45", Span(34, 45)),  # it was offered, though it cuts a word
        ('note-0="the new dam"', Span(34, 45)),
        ("note-0=“Test data”", Span(0, 9)),
        ("note-0=38:45", "stands “new dam"),
        ("note-0=11:23", "stands “the old dam"),
        ("note-0=11:400", "there are no words at 11:400"),
        ("note-0=500:501", "there are no words at 500:501"),
        ('note-0="ew dam"', "begins or ends within a word"),
        ('note-0="dam"', "2 places"),
        ('note-0="dike"', "not"),
    ],
)
def test_a_place_is_taken_only_if_it_cannot_be_mistyped(option: str, place: Span | str) -> None:
    name, given = read_place(option)

    assert name == "note-0"
    if isinstance(place, Span):
        assert place_given(given, outcome(choice()), SOURCE) == place
    else:
        with pytest.raises(ValueError, match=place):
            place_given(given, outcome(choice()), SOURCE)
