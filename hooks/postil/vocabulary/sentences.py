"""Where the sentence around a place begins and ends.

Only the sentences that hold something are ever asked for, so nothing here runs over a whole text.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from ..model import Span

_END = re.compile(r"""[.!?…]["'”’»)\]]*(?:\[\d{1,3}\])*(?=\s)|[。！？]["”’」』）]*""")
_ABBREVIATIONS = tuple(
    (re.compile(rf"{before}\.\Z"), re.compile(after))
    for before, after in (
        (
            r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Gov|Sen|Rep|Jr|Sr|vol|pp?|ca?|cf|vs|etc)",
            "",
        ),
        (r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|a\.m|p\.m)", ""),
        (r"\bNos?", r"\s+\d"),
        (r"(?<!\.)\b[A-HJ-Z]", ""),
        (r"\b(?:[A-Z]\.)+[A-Z]", r"(?!\s+(?:The|An?|In|On|At|He|She|It|They|We|This|That|But|And)\b)"),
    )
)
"""What stands before a full stop that ends no sentence, and what must follow."""
_REST = re.compile(r"\s*+")
_NEXT = re.compile(r"""\s+["'“‘«(\[]*([^\W_])""")


def sentence_around(text: str, within: Span, at: Span) -> Span:
    """The sentence in ``within`` that holds ``at``, from its first character to its closing mark.

    A full stop ends a sentence when a new one can begin after it and it does not close an abbreviation or
    an initial. Text that is not punctuated is one sentence.
    """
    ends = _ends(text, within)
    before = bisect_right(ends, at.start)
    start = ends[before - 1] if before else within.start
    after = bisect_left(ends, at.end)
    return trimmed(text, Span(start, ends[after] if after < len(ends) else within.end))


@lru_cache(maxsize=16)
def _ends(text: str, within: Span) -> tuple[int, ...]:
    """Where the sentences of the span end; asked for again at each date of a long paragraph."""
    matches = _END.finditer(text, within.start, within.end)
    return tuple(match.end() for match in matches if _ends_sentence(text, match, within.end))


def count_sentences(text: str) -> int:
    """How many sentences the text has; at least one for any text with words."""
    ends = _ends(text, Span(0, len(text)))
    rest = text[ends[-1] :] if ends else text
    return len(ends) + bool(rest.strip())


def one_line(words: str) -> str:
    """The words with one space wherever there is white space, and none at their ends."""
    return " ".join(words.split())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def _ends_sentence(text: str, match: re.Match[str], limit: int) -> bool:
    if match[0][0] in "。！？":
        return True
    if match[0] == "." and not _is_long(text, match.start()) and _abbreviates(text, match, limit):
        return False
    after = _NEXT.match(text, match.end(), limit)
    return (after is not None and not after[1].islower()) or _REST.fullmatch(
        text, match.end(), limit
    ) is not None


def _is_long(text: str, end: int) -> bool:
    """Whether five small letters stand before the place, which is more than any abbreviation has."""
    word = text[max(0, end - 5) : end]
    return len(word) == 5 and word.isalpha() and word.islower()


def _abbreviates(text: str, match: re.Match[str], limit: int) -> bool:
    return any(
        before.search(text, max(0, match.start() - 12), match.end()) and after.match(text, match.end(), limit)
        for before, after in _ABBREVIATIONS
    )
