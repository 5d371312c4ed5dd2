"""Which events of one text are the same, told more than once.

Two statements are the same event when their dates agree and they share words that are rare in this text. The
measure errs on the side of two events: a link says something, no link says nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import fsum

from ..edtf import Edtf
from ..model import Event, EventKind
from ..vocabulary.english import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}+")
_ENDING = re.compile(r"(?<=\w{4})(?:ings?|ed|es|e|s)\Z")
_FEWEST = 3
"""So many words must be shared on one day, one more where the dates are wider or not the same; two are enough
where neither statement has many more."""
_ALIKE = 0.6
"""So great a part of the shorter statement's words, the rare ones counting for more."""
_POSTINGS = 8
"""So many first mentions of a word in a year are looked up; a word with more of them tells nothing apart."""


def link_mentions(text: str, events: Sequence[Event]) -> tuple[Event, ...]:
    """The same events; a later mention has the id of the first one of its event as `same_as`."""
    words = [_words(text, event) for event in events]
    often = Counter(chain.from_iterable(words))
    firsts: defaultdict[int, dict[str, list[int]]] = defaultdict(dict)
    linked: list[Event] = []
    for at, event in enumerate(events):
        known = firsts[event.when.order[0][0]]
        told = [known[word] for word in words[at] if word in known]
        candidates = Counter(chain.from_iterable(told)) if len(told) > 1 else {}
        same = [
            other
            for other, shared in candidates.items()
            if shared > 1
            and events[other].start != event.start
            and (fewest := _fewest(events[other].when, event.when))
            and _same_words(words[other], words[at], often, fewest)
        ]
        if same:
            linked.append(replace(event, same_as=events[min(same)].id))
            continue
        linked.append(event)
        for word in words[at]:
            mentions = known.setdefault(word, [])
            if len(mentions) < _POSTINGS:
                mentions.append(at)
    return tuple(linked)


def _words(text: str, event: Event) -> frozenset[str]:
    """What the label says, small words and the date's own left out; photographs are things of their own."""
    if event.kind is not EventKind.STATEMENT:
        return frozenset()
    date = frozenset(_WORD.findall(event.timex.text.lower()))
    return frozenset(
        _stem(word)
        for word in _WORD.findall(event.label.of(text).lower())
        if word not in FUNCTION_WORDS and word not in date
    )


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return _ENDING.sub("", word)


def _same_words(first: frozenset[str], second: frozenset[str], often: Counter[str], fewest: int) -> bool:
    shared = first & second
    smaller, larger = sorted((first, second), key=len)
    if len(shared) < fewest and len(larger) > len(shared) + 1:
        return False
    weight = fsum(1 / often[word] for word in shared)
    return weight >= _ALIKE * fsum(1 / often[word] for word in smaller)


def _fewest(first: Edtf, second: Edtf) -> int | None:
    """How many words must be shared at these dates; None where neither is equal to nor lies within the other."""
    one, other = (first.earliest, first.latest), (second.earliest, second.latest)
    if first == second:
        return _FEWEST if one[0] == one[1] else _FEWEST + 1
    (start, end), (other_start, other_end) = one, other
    if start is None or end is None or other_start is None or other_end is None:
        return None
    nested = (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)
    return _FEWEST + 1 if nested else None
