"""What becomes of each note when its text is captured anew, as it is told at a terminal, asked there, and answered."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import click

from ..anchoring import fold, locate
from ..carrying import Carried, Choice, Placed, Unplaced, cuts_a_word
from ..model import SourceText, Span
from ..records import Annotation, Review, Target
from .columns import printable

Said = Annotation | Review
Given = Span | str
"""A place as a person gives it: from where to where, or the words that stand there."""
_PLACE = re.compile(r"""((?:reviews/)?[a-z0-9-]+)=(?:(\d{1,9}):(\d{1,9})|["“](.+)["”])""", re.DOTALL)
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


def read_place(given: str) -> tuple[str, Given]:
    """The note and the place of an option such as `council=20:43` or `council="the words"`. Raises click's UsageError."""
    match = _PLACE.fullmatch(given)
    if match and match[4]:
        return match[1], match[4]
    if match and int(match[2]) < int(match[3]):
        return match[1], Span(int(match[2]), int(match[3]))
    raise click.UsageError(
        f"--place {printable(given)}: write NOTE=START:END, as the list of places has it, or 'NOTE=\"the words\"'"
    )


def place_given(given: Given, outcome: Outcome, new: SourceText) -> Span:
    """The place that is meant. Raises ValueError, with what to write, where a digit or a word may be mistyped.

    Numbers are taken where they were offered, or where the old words stand; for other words, the words are wanted.
    """
    if isinstance(given, Span):
        place, words = given, printable(given.of(new.text))
        if _is_offered(place, outcome.carried):
            return place
        if place.end > len(new.text) or not words:
            raise ValueError(f"there are no words at {place.start}:{place.end}")
        if fold(words).text != fold(printable(outcome.words)).text:
            raise ValueError(
                f"at {place.start}:{place.end} stands “{_short(words)}”, and the note was written for "
                f"“{_short(outcome.words)}”; if it is to stand on other words, write them: --place "
                f"'{outcome.name}=\"the words\"'"
            )
    else:
        found = locate(Target(exact=given), new.text)
        if isinstance(found, str):
            raise ValueError(found)
        place = found
    if cuts_a_word(place, new.text):
        raise ValueError(f"“{_short(place.of(new.text))}” begins or ends within a word; take whole words")
    return place


def _is_offered(place: Span, carried: Carried) -> bool:
    match carried:
        case Placed(_, span):
            return span == place
        case Choice(places, _):
            return any(each.span == place for each in places)
        case _:
            return False


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


def told(
    outcomes: Sequence[Outcome], new: SourceText, decided: Collection[str], command: str, every: bool = False
) -> str:
    """A line for each note that changes, or for each of them; how many there are; last those that a person must place.

    ``decided`` are the names of those that a person has placed; ``command`` is what to type, with the text.
    """
    lines = [
        _line(outcome, new, outcome.name in decided)
        for outcome in outcomes
        if every or outcome.name in decided or not _stays(outcome)
    ]
    counts = {
        kind: sum(isinstance(outcome.carried, kind) for outcome in outcomes)
        for kind in (Placed, Choice, Unplaced)
    }
    count = f"{counts[Placed]} placed, {counts[Choice]} to a person, {counts[Unplaced]} unplaced."
    lines = [*filter(None, lines), count]
    for outcome in outcomes:
        if isinstance(outcome.carried, Choice):
            why, words = printable(outcome.carried.why), _short(outcome.words)
            lines += ["", f"{outcome.name}: {why}. It was “{words}”. If this is the place, write"]
            for place in outcome.carried.places:
                where = f"{_short(place.before, head=False)}[{_short(place.words)}]{_short(place.after)}"
                span = f"{place.span.start}:{place.span.end}"
                lines += [f"  {where}", f"    {command} --place {outcome.name}={span}"]
    return "\n".join(lines)


def _stays(outcome: Outcome) -> bool:
    """Whether the note stays as it is, so that a count is enough."""
    return isinstance(outcome.carried, Placed) and outcome.carried.target == outcome.said.target


def _line(outcome: Outcome, new: SourceText, decided: bool) -> str:
    """What becomes of a note, with its words; nothing for those whose places follow."""
    match outcome.carried:
        case Placed(target, span):
            same = target == outcome.said.target
            how = "placed by you" if decided else "placed" if same else "placed, context renewed"
            old, now = _short(outcome.words), _short(span.of(new.text))
            return f"{outcome.name}: {how}, " + (f"“{now}”" if old == now else f"“{old}” → “{now}”")
        case Unplaced(why):
            return f"{outcome.name}: unplaced, {printable(why)}, “{_short(outcome.words)}”"
        case _:
            return ""


def _short(words: str, *, head: bool = True) -> str:
    """The words on one line, fit to print, not too many of them."""
    line = printable(words)
    space = " " if words[-1:].isspace() and not head else ""
    lead = " " if words[:1].isspace() and head else ""
    if len(line) <= _LONGEST:
        return lead + line + space
    return f"{lead}{line[:_LONGEST]}…"
