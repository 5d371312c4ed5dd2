"""Where the sentence around a place begins and ends.

Only the sentences that hold something are ever asked for, so nothing here runs over a whole text.
"""

import re

from ..model import Span

_END = re.compile(r"""[.!?…]["'”’»)\]]*(?=\s)|[。！？]["”’」』）]*""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Gov|Sen|Rep|Jr|Sr|No|Nos|vol|pp?|ca?|cf|vs|etc|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|a\.m|p\.m)|\b(?:[A-Z]\.)*[A-Z])\.$"
)
_NEXT = re.compile(r"""\s+["'“‘«(\[]*(?:[^\W_a-z]|[0-9])""")


def sentence_around(text: str, within: Span, at: Span) -> Span:
    """The sentence in ``within`` that holds ``at``, from its first character to its closing mark.

    A full stop ends a sentence when a new one can begin after it and it does not close an abbreviation or
    an initial. Text that is not punctuated is one sentence.
    """
    start, end = within.start, within.end
    for match in _END.finditer(text, within.start, within.end):
        if not _ends_sentence(text, match, within.end):
            continue
        if match.end() <= at.start:
            start = match.end()
        elif match.end() >= at.end:
            end = match.end()
            break
    return trimmed(text, Span(start, end))


def count_sentences(text: str) -> int:
    """How many sentences the text has; at least one for any text with words."""
    ends = [match.end() for match in _END.finditer(text) if _ends_sentence(text, match, len(text))]
    rest = text[ends[-1] :] if ends else text
    return len(ends) + bool(rest.strip())


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


def _ends_sentence(text: str, match: re.Match[str], limit: int) -> bool:
    if match[0][0] in "。！？":
        return True
    if match[0] == "." and _ABBREVIATION.search(text, max(0, match.start() - 12), match.end()):
        return False
    after = _NEXT.match(text, match.end(), limit)
    return after is not None or not text[match.end() : limit].strip()
