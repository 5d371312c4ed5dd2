"""Dates that tell of no event: they name a thing, cite it, compare with it, or say when a text was put out.

A date is a reference where its own neighbours say so; each rule is a row with an example.
"""

import re
from typing import NamedTuple

from ..model import Span, Timex
from ..vocabulary.english import FUNCTION_WORDS, PARTS_OF_TIME, is_verb

_NEAR = 72
"""So many characters before and behind a date are looked at."""


class Rule(NamedTuple):
    """What stands before the date and what behind it; the example's first date is such a reference."""

    name: str
    before: str
    after: str
    example: str


RULES = (
    Rule("number of an issue or an article", r"\b(?:(?:[Nn]os?|[Vv]ol|[Aa]rt|[Cc]h|pp?)\.? ?[\d–-]+,? (?:of )?|(?:Nos?|Vol)\. ?)", r"", "It stood in The Gazette, No. 8 of May 1920."),
    Rule("page of a work", r"", r",? ?(?:pp?\. ?\d|ibid|vol\. )", "He said so in The Gazette of 4 May 1921, p. 3."),
    Rule("copyright", r"(?:©|\([Cc]\)|[Cc]opyright)[^.;]{0,30}", r"", "The drawings are © 1921 Ann Lee."),
    Rule("dated paper", r"\b(?:[Dd]ated|[Aa]ccessed|[Rr]etrieved|[Aa]rchived|[Qq]uoted in|[Cc]ited in)(?: on| from)? ", r"", "A letter dated 3 May 1921 was read."),
    Rule("line of publication", r"^(?:[Ff]irst |[Ll]ast |[Oo]riginally )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Pp]rinted|[Mm]odified|[Ee]dited|[Aa]ppeared)(?: on| in| at)?:? ", r"\W*$", "Last updated on 3 May 1921."),
    Rule("comparison", r"\b(?:[Cc]ompared (?:with|to)|than|versus|vs\.?|[Uu]nlike|(?:just|[Mm]uch) as|(?:up|down) from|relative to|[Ii]n contrast (?:to|with)|same (?:day|month|period|quarter|time|week))(?: (?:in|on|of|at|it|they|that|those|was|were|had|been|the|for|end|beginning|level|levels))* ", r"", "The river is higher than it was in May 1921."),
    Rule("first or most since", r"\b(?:first|most|only|least|worst|best|not seen|unseen|never|lows?|highs?|\w{3,12}est)\b[^.;:]{0,50}\bsince (?:the )?", r"", "It was the worst flood since 1901."),
)  # fmt: skip

_BEFORE = tuple(
    (
        rule,
        re.compile(rf"(?:{rule.before})\Z".replace(" ", r"\s+") if rule.before else ""),
        re.compile(rule.after),
    )
    for rule in RULES
)
_DATELINE = (
    re.compile(r"(?:[A-Z][\w.’'-]*+[, ]{1,2}){1,4}+", re.ASCII),
    re.compile(r"(?:,? ?\d{4})?[^\S\n]*(?:\([^()\n]{2,30}\)[^\S\n]*)?(?:--|[—–])\s*"),
)
"""What stands before the date that a news text begins with, and behind it."""
_LEAD = re.compile(r"(?:(?:since|before|after|until|till|by|from|between|in|on|of|during|the)\s+)+", re.I)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|my|this|that|every|each)|[’']s|s[’'])\s+\Z", re.I
)
_PREPOSITION = re.compile(
    r"(?:^|\b(?:in|on|by|since|until|till|from|to|of|after|before|during|for|around|about|circa|between|and|or|early|late)|[,;:–—(])\s*\Z",
    re.I,
)
_OF = re.compile(r"(?<![\w’'-])(?P<noun>[\w’'-]++)\s+of\s+(?:the\s+)?\Z")
_NEXT = re.compile(r"\s+(?P<word>[^\W\d_][\w’'-]*)")
_MODIFIES = re.compile(
    r"(?:\d{4}s?|[^\W\d_]+\.?\s+\d{1,2}(?:,?\s+\d{4})?|[^\W\d_]+\s+\d{4}|\d{4}[–/-]\d{2,4})\Z"
)


def dateline_end(text: str, opening: Span, timex: Timex) -> int | None:
    """Where the words begin behind a dateline ('RIGA, May 3 (Baltic Press) —'); None where the date is in none."""
    before, after = _DATELINE
    place = before.match(text, opening.start, timex.start)
    if place is None or place.end() != timex.start:
        return None
    close = after.match(text, timex.end, opening.end)
    return close.end() if close else None


def is_reference(text: str, sentence: Span, timex: Timex) -> bool:
    """Whether the date only names, cites or compares."""
    lead = _LEAD.match(timex.text)
    start = timex.start + (lead.end() if lead else 0)
    before = text[max(sentence.start, start - _NEAR) : start]
    if start - sentence.start > _NEAR:
        before = f"…{before}"
    after = text[timex.end : min(sentence.end, timex.end + _NEAR)]
    return (
        any(first.search(before) and second.match(after) for _, first, second in _BEFORE)
        or _names(before, after, text[start : timex.end], opens=start - sentence.start < 8)
        or _belongs_to_a_noun(before, after)
    )


def _names(before: str, after: str, printed: str, *, opens: bool) -> bool:
    """Whether the date is part of a name (the 2030 Agenda) or stands before a noun (the 1941 campaign).

    What a sentence begins with is what it tells of: 'The 1921 flood destroyed the mill' is an event.
    """
    following = _NEXT.match(after)
    if following is None or not _MODIFIES.match(printed):
        return False
    word = following["word"]
    determined = _DETERMINER.search(before) is not None
    if word[0].isupper():
        return determined or (
            printed.isdigit() and not _PREPOSITION.search(before) and before[-2:-1].isalpha()
        )
    if not determined or word in FUNCTION_WORDS:
        return False
    subject = opens and any(is_verb(each.lower()) for each in after.split()[1:4])
    return not subject


def _belongs_to_a_noun(before: str, after: str) -> bool:
    """Whether the date tells one thing from others of its name: the Treaty of 1848, after the flood of 5 May."""
    match = _OF.search(before)
    if match is None or match["noun"].lower() in PARTS_OF_TIME or not match["noun"][0].isalpha():
        return False
    following = _NEXT.match(after)
    return following is None or not is_verb(following["word"].lower())
