"""Where a note's words stand in a new capture of its text: where that is certain, else what a person must decide.

Certain means: the very words, in the very place that the comparison of the two captures gives them, and what stands
around them says the same. No match is ever accepted for being close.
"""

from dataclasses import dataclass
from itertools import islice

from ..anchoring import describe, locate, match_quote
from ..model import Span
from ..records import Target
from .alignment import Run
from .compare import PARAGRAPH, Comparison, Side

_BESIDE = 3
"""So many words next to the quote have to be the same; marks are no words here."""
_FARTHEST = 200
"""So many pieces are gone through for them; rows of dots may be long."""
_CHANGED = 12
"""So many words more than it had may be offered as the place of a changed quote."""
_SHOWN = 5
"""So many places are put before a person."""
_CONTEXT = 1_000
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Placed:
    """The words stand here now, and this target finds them; it is the old one where that still does."""

    target: Target
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the new text that may be meant, with the words that stand there and around them."""

    span: Span
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Only a person can tell whether one of these places is meant, and this is why."""

    places: tuple[Place, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """There is no place to offer, and this is why."""

    why: str


Carried = Placed | Choice | Unplaced


def carry(target: Target, span: Span, comparison: Comparison) -> Carried:
    """What becomes of the target that stands at this span of the old capture."""
    old, new = comparison.old, comparison.new
    first, last = old.places(span)
    found = _kept(comparison, first, last)
    if isinstance(found, str):
        return _decided(_likely(comparison, first, last), target, new, found)
    start, end = found
    place = new.span(start, end)
    if new.breaks_within(start, end) > old.breaks_within(first, last):
        return Choice((place_at(place, new.text),), "a paragraph now ends within the words")
    if why := _doubt(comparison, (first, last), (start, end)):
        return _decided([place], target, new, why)
    described = target_at(place, target, new.text)
    if described is None:
        return Choice(
            (place_at(place, new.text),), "no context of a good length tells them from other places"
        )
    return Placed(described, place)


def words_before(span: Span, comparison: Comparison) -> Span | None:
    """Where the words of the new capture's span stood in the old one, if they are the same and were kept."""
    turned = comparison.turned()
    found = _kept(turned, *turned.old.places(span))
    return None if isinstance(found, str) else turned.new.span(*found)


def place_at(span: Span, text: str) -> Place:
    """The place with some words around it."""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    if span.start > _AROUND and " " in before:
        before = before[before.index(" ") + 1 :]
    if span.end + _AROUND < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    return Place(span, before, span.of(text), after)


def _kept(comparison: Comparison, first: int, last: int) -> tuple[int, int] | str:
    """The places of the same words, kept together; else what became of them."""
    old, new = comparison.old, comparison.new
    if first >= last:
        return "the quote has no words"
    word, after = old.words_at(first, last)
    run = comparison.run_at(word)
    if run is None or after > run.old + run.length:
        return "the words were changed"
    at = new.words[word - run.old + run.new][0] + first - old.words[word][0]
    final = new.words[after - 1 - run.old + run.new][1] + last - old.words[after - 1][1]
    return (at, final) if old.form[first:last] == new.form[at:final] else "the words were changed"


def _doubt(comparison: Comparison, quote: tuple[int, int], place: tuple[int, int]) -> str | None:
    """Why the place is not certain though the words are the same; None where it is."""
    word, after = comparison.old.words_at(*quote)
    run = comparison.run_at(word)
    assert run
    words = comparison.old.form[slice(*quote)]
    if comparison.new.form.count(words) > comparison.old.form.count(words):
        return "the words stand more often than they did"
    sides = [_tells(comparison, run, word, after, way) for way in (-1, 1)]
    kept = [_beside(comparison, run, word, after, way, edges=False) for way in (-1, 1)]
    if all(sides) and kept != [None, None]:
        return None
    if not (comparison.old.once(*quote) and comparison.new.once(*place)):
        return _SEVERAL
    return f"what stood {'beside' if any(sides) else 'on both sides of'} the words has changed"


_SEVERAL = "the words stand in several places, and what stands around them does not tell which is meant"


def _tells(comparison: Comparison, run: Run, word: int, after: int, way: int) -> bool:
    """Whether the quote, with what was kept on one side of it, stands once in either capture."""
    old, new = comparison.old, comparison.new
    shift = run.new - run.old
    most = word - run.old if way < 0 else run.old + run.length - after
    beside = _beside(comparison, run, word, after, way)
    if beside is None:
        return False
    while True:
        first, last = (word - beside, after) if way < 0 else (word, after + beside)
        if old.once(old.words[first][0], old.words[last - 1][1]) and new.once(
            new.words[first + shift][0], new.words[last - 1 + shift][1]
        ):
            return True
        if beside == most:
            # The text's own beginning or end tells one place from all others.
            return (
                (first, first + shift) == (0, 0)
                if way < 0
                else ((last, last + shift) == (len(old.words), len(new.words)))
            )
        beside = min(most, 2 * beside + 1)


def _beside(
    comparison: Comparison, run: Run, word: int, after: int, way: int, *, edges: bool = True
) -> int | None:
    """How many pieces next to the quote are enough words, or reach to an edge its paragraph has in both captures.

    None where they were not kept. What touches the quote is the nearest piece, so that no word or number grows unseen.
    """
    old, new = comparison.old, comparison.new
    kept = word - run.old if way < 0 else run.old + run.length - after
    words = 0
    for beside in range(min(kept, _FARTHEST) + 1):
        at = word - beside if way < 0 else after + beside
        edge = edges and old.begins(at) == new.begins(at + run.new - run.old) == PARAGRAPH
        if edge or words == _BESIDE:
            return beside
        if beside < kept:
            words += old.form[old.words[at - 1 if way < 0 else at][0]].isalnum()
    return None


def target_at(place: Span, target: Target, text: str) -> Target | None:
    """A target that finds the place and no other: the old one, else one with another context; None where none can."""
    if locate(target, text) == place:
        return target
    shortest = describe(place, text, _CONTEXT)
    own = Target(exact=target.exact, prefix=shortest.prefix, suffix=shortest.suffix)
    return next((each for each in (own, shortest) if locate(each, text) == place), None)


def _decided(likely: list[Span], target: Target, new: Side, why: str) -> Choice | Unplaced:
    """The places to put before a person, those of the comparison first; then wherever the words stand."""
    elsewhere = list(islice(match_quote(Target(exact=target.exact), new.text), _SHOWN + 1))
    spans = [*likely, *(span for span in elsewhere if span not in likely)][:_SHOWN]
    if elsewhere and elsewhere != likely and not likely:
        why = "the words stand elsewhere now" if len(elsewhere) == 1 else _SEVERAL
    if not spans:
        return Unplaced("the words are no longer in the text" if why == "the words were changed" else why)
    return Choice(tuple(place_at(span, new.text) for span in spans), why)


def _likely(comparison: Comparison, first: int, last: int) -> list[Span]:
    """The place of a changed quote: from the words kept before it to those kept after it, as near as there are any."""
    new = comparison.new
    if first >= last:
        return []
    word, after = comparison.old.words_at(first, last)
    kept = [there for at in range(word, after) if (there := _kept_word(comparison, at)) is not None]
    before, behind = _kept_word(comparison, word - 1), _kept_word(comparison, after)
    between = before is not None and behind is not None
    if not between and 2 * len(kept) < after - word:
        return []
    start = kept[0] if kept else len(new.words)
    end = kept[-1] + 1 if kept else 0
    if before is not None and _kept_word(comparison, word) is None:
        start = before + 1
    if behind is not None and _kept_word(comparison, after - 1) is None:
        end = behind
    if not 0 < end - start <= 2 * (after - word) + _CHANGED:
        return []
    return [new.span(new.words[start][0], new.words[end - 1][1])]


def _kept_word(comparison: Comparison, word: int) -> int | None:
    """The number in the new capture of a word of the old one, if it was kept."""
    run = comparison.run_at(word)
    return word - run.old + run.new if run else None
