"""One place for a note, or the reason why it has none: how many places there are and what to write."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice

from ..model import Anchor, Orphan, Span
from ..records import Annotation, Target
from .describe import describe
from .fold import fold, folded, unbroken
from .match import match_quote

_MOST = 300
"""More context than so many characters is of no use to a contributor."""
_MANY = 1_000
"""Places beyond so many are not counted."""
_SHOWN = 40
"""So many characters of the text are shown where a quote differs from it, at most."""
_TELLING = 12
"""So many characters of a quote must be found for a message to say what stands around them."""


def anchor(annotation: Annotation, text: str) -> Anchor | Orphan:
    """The note on its words; an orphan says how many places there are and what to write."""
    place = locate(annotation.target, text)
    return Anchor(annotation, place) if isinstance(place, Span) else Orphan(annotation, place)


def locate(target: Target, text: str, scope: Span | None = None) -> Span | str:
    """The one place of the quote, or why it has none: how many places there are and what to write.

    With a ``scope``, such as a block, only places that lie wholly in it count; the context may reach out of it.
    """
    match _places(target, text, scope):
        case [span]:
            return span
        case []:
            return _missing(target, text, scope)
        case spans:
            return _ambiguous(target.exact, spans, text)


def _places(target: Target, text: str, scope: Span | None) -> list[Span]:
    found: Iterator[Span] = match_quote(target, text)
    return list(islice((span for span in found if scope is None or scope.holds(span)), _MANY + 1))


def _ambiguous(quote: str, spans: list[Span], text: str) -> str:
    choices = []
    for number, span in enumerate(spans[:3], 1):
        target = describe(span, text, _MOST)
        if len(_places(target, text, None)) > 1:
            return (
                f"the quoted words stand in {_many(spans)} places with their context, and what stands around them is "
                "the same over and over; quote a longer passage, to where it changes"
            )
        printed = "" if _line(target.exact) == _line(quote).strip() else target.exact
        parts = [
            f'{name}: "{_line(words)}"'
            for name, words in (("exact", printed), ("prefix", target.prefix), ("suffix", target.suffix))
            if words
        ]
        choices.append(f"for place {number} {' and '.join(parts)}")
    more = "" if len(spans) <= 3 else "; and more" if len(spans) > _MANY else f"; and {len(spans) - 3} more"
    return (
        f"the quoted words stand in {_many(spans)} places with their context; add "
        + "; or ".join(choices)
        + more
    )


def _missing(target: Target, text: str, scope: Span | None) -> str:
    if (target.prefix or target.suffix) and (alone := _places(Target(exact=target.exact), text, scope)):
        return (
            f"the quoted words stand in {_many(alone)} {'place' if len(alone) == 1 else 'places'}, but not with this "
            "prefix and suffix; "
            + ("leave both out" if len(alone) == 1 else "copy the context from the text")
        )
    words = folded(target.exact).text.strip()
    passage = scope.of(text) if scope else text
    ways = [way for way in (passage, unbroken(passage)) if way is not None]
    agreeing = ((here, *_agreement(words, here)) for here in (fold(way).text.strip() for way in ways))
    here, start, end = max(agreeing, key=lambda each: max(each[1:]))
    missing = f"the quoted words do not stand in the {'passage' if scope else 'text'} (0 places)"
    if max(start, end) < min(_TELLING, len(words)):
        return f"{missing}; copy them from the text"
    if start >= end:
        said, reads = _after(words, start, here)
        return f'{missing}; after "{said}" {_reads(reads, "ends")}'
    said, reads = _after(words[::-1], end, here[::-1])
    return f'{missing}; before "{said[::-1]}" {_reads(reads[::-1], "begins")}'


def _after(words: str, agreeing: int, here: str) -> tuple[str, str]:
    """The last of the words that stand in the text, and what follows there; whole words, where there are spaces."""
    at = here.index(words[:agreeing]) + agreeing
    if words[agreeing : agreeing + 1].strip() or here[at : at + 1].strip():
        space = words.rfind(" ", max(0, agreeing - _SHOWN), agreeing) + 1
        agreeing, at = (space, at - agreeing + space) if space else (agreeing, at)
    return _whole(words[:agreeing][::-1])[::-1], _whole(here[at : at + _SHOWN + 1])


def _whole(words: str) -> str:
    """So many of the words as are shown."""
    space = words.rfind(" ", 1, _SHOWN + 1)
    return words if len(words) <= _SHOWN else words[: space if space > 0 else _SHOWN]


def _many(spans: list[Span]) -> str:
    return str(len(spans)) if len(spans) <= _MANY else f"more than {_MANY:,}"


def _agreement(words: str, here: str) -> tuple[int, int]:
    """How many characters of the words stand in the text, from their beginning and from their end."""
    return (
        _longest(len(words), lambda length: words[:length] in here),
        _longest(len(words), lambda length: words[len(words) - length :] in here),
    )


def _reads(words: str, at_the_edge: str) -> str:
    return f'it reads "{words}", write that' if words else f"the text {at_the_edge} there"


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest length up to ``most`` that holds, where every shorter one does too."""
    return bisect_left(range(1, most + 1), True, key=lambda length: not holds(length))


def _line(words: str) -> str:
    return folded(words).text.replace("\\", "\\\\").replace('"', '\\"')
