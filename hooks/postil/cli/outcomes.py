"""What becomes of each note when its text is captured anew, as it is told at a terminal, and asked there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import click

from ..carrying import Carried, Choice, Placed, Unplaced
from ..model import SourceText, Span
from ..records import Annotation, Review
from .columns import printable, table

Said = Annotation | Review
_WIDTHS = (("note", 26), ("what becomes of it", 30), ("old words", 34), ("new words", 34))
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Outcome:
    """A note or a review, the words it spoke of, and what becomes of it."""

    said: Said
    words: str
    carried: Carried
    aside: bool = False
    """Whether it lies in unplaced/ already."""

    @property
    def name(self) -> str:
        """What the command calls it: reviews are named with their folder."""
        return f"reviews/{self.said.id}" if isinstance(self.said, Review) else self.said.id

    @property
    def file(self) -> str:
        """Its file when it has a place, within the text's folder."""
        return f"{'reviews' if isinstance(self.said, Review) else 'annotations'}/{self.said.id}.yml"


def asked(outcome: Outcome, choice: Choice) -> Span | None:
    """The place that a person chooses; None for none of them."""
    click.echo("\n".join(["", f"{outcome.name}: {choice.why}.", f"  it was  “{_short(outcome.words)}”"]))
    for number, place in enumerate(choice.places, 1):
        click.echo(
            f"  {number}: {_short(place.before, head=False)}[{_short(place.words)}]{_short(place.after)}"
        )
    numbers = [str(number) for number in range(len(choice.places) + 1)]
    answer = click.prompt(
        "Which of these? 0 for none", type=click.Choice(numbers), default="0", show_choices=False
    )
    return choice.places[int(answer) - 1].span if answer != "0" else None


def told(outcomes: Sequence[Outcome], new: SourceText, decided: Collection[str]) -> str:
    """The table, then each place that a person may choose, with the command that does; ``decided`` are the names of
    those that a person has placed.
    """
    rows = [
        (
            outcome.name,
            _verdict(outcome, decided),
            _short(outcome.words),
            " / ".join(_new_words(outcome, new)),
        )
        for outcome in outcomes
    ]
    lines = list(table(_WIDTHS, rows))
    counts = {
        kind: sum(isinstance(outcome.carried, kind) for outcome in outcomes)
        for kind in (Placed, Choice, Unplaced)
    }
    lines.append(f"{counts[Placed]} placed, {counts[Choice]} to a person, {counts[Unplaced]} unplaced.")
    for outcome in outcomes:
        if isinstance(outcome.carried, Choice):
            lines += ["", f"{outcome.name}: {printable(outcome.carried.why)}. If this is the place, write"]
            for place in outcome.carried.places:
                where = f"{_short(place.before, head=False)}[{_short(place.words)}]{_short(place.after)}"
                span = f"{place.span.start}:{place.span.end}"
                lines += [f"  {where}", f"    postil reanchor {new.identifier} --place {outcome.name}={span}"]
    return "\n".join(lines)


def _verdict(outcome: Outcome, decided: Collection[str]) -> str:
    match outcome.carried:
        case Placed(target, _) if outcome.name in decided:
            return "placed by you"
        case Placed(target, _):
            return "placed" if target == outcome.said.target else "placed, context renewed"
        case Choice(_, why):
            return f"to a person: {printable(why)}"
        case Unplaced(why):
            return f"unplaced: {printable(why)}"


def _new_words(outcome: Outcome, new: SourceText) -> Iterator[str]:
    match outcome.carried:
        case Placed(_, span):
            yield _short(span.of(new.text))
        case Choice(places, _):
            yield from (_short(place.words) for place in places)
        case _:
            yield "–"


def _short(words: str, *, head: bool = True) -> str:
    """The words on one line, fit to print, not too many of them."""
    line = printable(words)
    space = " " if words[-1:].isspace() and not head else ""
    lead = " " if words[:1].isspace() and head else ""
    if len(line) <= _LONGEST:
        return lead + line + space
    return f"{lead}{line[:_LONGEST]}…"
