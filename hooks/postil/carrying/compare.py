"""Two captures of one text laid side by side: the words of each, and the runs of them that both have.

Words are compared as quotes are, folded; a word hyphenated at the end of a line counts as joined. Scripts that are
written without spaces are compared character by character.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..anchoring import fold
from ..model import Span
from .alignment import Run, common_runs

_SINGLE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese: nothing parts their words."""
_SENTENCE_ENDS = frozenset(".!?…。！？।؟")
_FARTHEST = 200
SENTENCE, PARAGRAPH = 1, 2
_INSIDE = re.compile(rf"[^\W{_SINGLE}]{{2}}")
_WORD = re.compile(rf"[{_SINGLE}]|[^\W{_SINGLE}]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Side:
    """One capture as it is compared; places count the characters of ``form``, words are numbered."""

    text: str
    form: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """The span of the canonical text behind each character of the form."""
    breaks: tuple[int, ...]
    """Places of the spaces at which a paragraph ends."""
    words: tuple[tuple[int, int], ...]
    """From which place to which each word stands."""

    def places(self, span: Span) -> tuple[int, int]:
        """The places of the span, white space at its ends left out."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        while first < last and self.form[first].isspace():
            first += 1
        while first < last and self.form[last - 1].isspace():
            last -= 1
        return first, last

    def span(self, first: int, last: int) -> Span:
        """The span of the canonical text from one place to another; there must be a character between them."""
        return Span(self.starts[first], self.ends[last - 1])

    def words_at(self, first: int, last: int) -> tuple[int, int]:
        """The words that stand at these places, wholly or in part: the first, and the one after the last."""
        return (
            bisect_right(self.words, first, key=lambda word: word[1]),
            bisect_left(self.words, last, key=lambda word: word[0]),
        )

    def breaks_within(self, first: int, last: int) -> int:
        """How many paragraphs end between these places."""
        return bisect_left(self.breaks, last) - bisect_left(self.breaks, first)

    def begins(self, word: int) -> int:
        """Whether a paragraph begins with this word, or a sentence; 0 where neither does."""
        if not 0 < word < len(self.words) or self.breaks_within(self.words[word - 1][1], self.words[word][0]):
            return PARAGRAPH
        return SENTENCE if self.form[self.words[word - 1][0]] in _SENTENCE_ENDS else 0

    def once(self, first: int, last: int) -> bool:
        """Whether what stands at these places stands nowhere else."""
        return stands_once(self.form[first:last], self.form)


def stands_once(piece: str, form: str) -> bool:
    """Whether the piece stands in the form exactly once."""
    at = form.find(piece)
    return at >= 0 and form.find(piece, at + 1) < 0


def cuts_a_word(span: Span, text: str) -> bool:
    """Whether the span begins or ends between two letters or digits; what is written without spaces is never cut."""
    return any(_INSIDE.fullmatch(text[max(0, at - 1) : at + 1]) for at in (span.start, span.end))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two captures, and what both have, in order."""

    old: Side
    new: Side
    runs: tuple[Run, ...]

    def run_at(self, word: int) -> Run | None:
        """The run that holds this word of the old capture."""
        at = bisect_right(self.runs, word, key=lambda run: run.old) - 1
        run = self.runs[at] if at >= 0 else None
        return run if run and word < run.old + run.length else None

    def turned(self) -> "Comparison":
        """The same from the new capture's side."""
        return Comparison(self.new, self.old, tuple(Run(run.new, run.old, run.length) for run in self.runs))


@lru_cache(maxsize=8)
def compare(old: str, new: str) -> Comparison:
    """The two canonical texts side by side."""
    sides = _side(old), _side(new)
    numbers: dict[str, int] = {}
    ids = [
        [numbers.setdefault(side.form[start:end], len(numbers)) for start, end in side.words]
        for side in sides
    ]
    return Comparison(*sides, tuple(_settled(common_runs(*ids), *sides, *ids)))


def _settled(
    runs: Sequence[Run], old: Side, new: Side, old_ids: Sequence[int], new_ids: Sequence[int]
) -> Iterator[Run]:
    """The same runs, with words that were only added or only taken out set between sentences where they can be.

    "One. Two. " may have come before "Three." or ". One. Two" before ".": the text is the same, the former is meant.
    """
    held: Run | None = None
    for run in runs:
        if held:
            ends = (held.old + held.length, held.new + held.length)
            if ends[0] == run.old or ends[1] == run.new:
                side, ids, start, end = (
                    (new, new_ids, ends[1], run.new)
                    if ends[0] == run.old
                    else (old, old_ids, ends[0], run.old)
                )
                back = _alike(ids, start - 1, end - 1, -1, held.length)
                forth = _alike(ids, start, end, 1, run.length)
                by = max(range(-back, forth + 1), key=lambda by: (side.begins(start + by), -abs(by)))
                held = Run(held.old, held.new, held.length + by)
                run = Run(run.old + by, run.new + by, run.length - by)
            if held.length:
                yield held
        held = run
    if held and held.length:
        yield held


def _alike(ids: Sequence[int], here: int, there: int, way: int, most: int) -> int:
    """How many words from these on are the same, in one direction; beyond some hundreds nobody looks."""
    count = 0
    while count < min(most, _FARTHEST) and ids[here + way * count] == ids[there + way * count]:
        count += 1
    return count


def _side(text: str) -> Side:
    here = fold(text)
    dropped: set[int] = set()
    ending: list[int] = []
    for at in (found.start() for found in re.finditer(" ", here.text)):
        if not 0 < at < len(here.text) - 1:
            continue
        between = text[here.ends[at - 1] : here.starts[at + 1]]
        lines = between.count("\n")
        if lines > 1:
            ending.append(at)
        elif lines and here.text[at + 1].isalnum():
            if between[0] == "\u00ad":
                dropped.add(at)
            elif at > 1 and here.text[at - 1] == "-" and here.text[at - 2].isalnum():
                dropped |= {at - 1, at}
    kept = [at for at in range(len(here.text)) if at not in dropped] if dropped else range(len(here.text))
    form = "".join(here.text[at] for at in kept) if dropped else here.text
    return Side(
        text,
        form,
        tuple(here.starts[at] for at in kept),
        tuple(here.ends[at] for at in kept),
        tuple(bisect_left(kept, at) for at in ending),
        tuple(found.span() for found in _WORD.finditer(form)),
    )
