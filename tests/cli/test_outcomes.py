import click
from click.testing import CliRunner

from made_texts import annotated
from postil.carrying import Carried, Choice, Placed, Unplaced
from postil.carrying.carry import place_at
from postil.cli.outcomes import Outcome, asked, told
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
    lines = told([outcome(choice()), outcome(Unplaced("it is gone"), 1)], SOURCE, ()).splitlines()

    assert "0 placed, 1 to a person, 1 unplaced." in lines
    assert [line.strip() for line in lines if "postil reanchor" in line] == [
        "postil reanchor test --place note-0=11:22",
        "postil reanchor test --place note-0=34:45",
    ]
    assert any("[the old dam]" in line for line in lines)


def test_what_was_placed_says_how() -> None:
    target = NOTES[0].target
    placed, renewed = Placed(target, Span(11, 22)), Placed(Target(exact="dam", prefix="old "), Span(19, 22))

    shown = [told([outcome(each)], SOURCE, decided) for each, decided in (
        (placed, ()), (renewed, ()), (renewed, {"note-0"}),
    )]  # fmt: skip

    for words, text in zip(("placed", "placed, context renewed", "placed by you"), shown, strict=True):
        assert f"  {words}  " in text


def test_no_words_command_the_terminal() -> None:
    assert "\x1b" not in told([outcome(choice())], SOURCE, ())


def test_a_person_is_asked_until_the_answer_is_one_of_the_numbers() -> None:
    chosen: list[Span | None] = []

    @click.command()
    def ask() -> None:
        chosen.append(asked(outcome(choice()), choice()))

    for typed in ("3\n2\n", "\n", "0\n"):
        assert CliRunner().invoke(ask, input=typed).exit_code == 0

    assert chosen == [Span(34, 45), None, None]
