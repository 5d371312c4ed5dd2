"""How photographs are credited, most specific form first."""

import re
from typing import NamedTuple

from ..model import Span

_NAME = r"(?P<name>[^\W\d_][^\[\]()\n]{0,80}?)"
_CLOSED = r"(?:(?<![^\n])|[.!?]['\"”’)]*\s+)"
"""Where a new sentence or line begins."""
_AFTER = r"[^\W\d_A-Z][^\n]*[.!?]['\"”’)]*[^\S\n]+"
"""A sentence with small letters, on the same line."""
_END = r"\s*\Z"


class Form(NamedTuple):
    """One way to credit a picture: its name, what it looks like, and a caption that has it.

    A bare one does not say that it is a credit; the words could be something else.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    bare: bool = False


class Credit(NamedTuple):
    """Who is credited, and all that says so, brackets and 'Photo:' included."""

    name: Span
    whole: Span


FORMS = (
    Form("in square brackets", re.compile(rf"(?P<whole>\[\s*(?:Photo|Image|Picture)s?\s*(?:/|:|by|provided to|courtesy of)\s*{_NAME}\s*\]){_END}", re.I), "Workers in Lima. [Photo/Agencies]"),
    Form("in round brackets", re.compile(rf"(?P<whole>\(\s*(?:(?:Photo|Image|Picture)\s*(?:credit)?\s*(?:/|:|by)|Courtesy of|Handout from)\s*{_NAME}\s*\)){_END}", re.I), "A bridge in Riga. (Photo by A. Kalnins/LETA)"),
    Form("name and agency in brackets", re.compile(rf"{_AFTER}(?P<whole>\(\s*(?P<name>[^\W\d_][^\[\]()\n]{{0,80}}?(?:/| via )[^\W\d_][^\[\]()\n]{{0,80}}?)\s*\)){_END}"), "A bridge in Riga. (A. Kalnins/LETA)", bare=True),
    Form("handout", re.compile(rf"(?P<whole>\(\s*(?P<name>Handout)\s*\)){_END}", re.I), "A bridge in Riga. (Handout)"),
    Form("after the word photo", re.compile(rf"{_CLOSED}(?P<whole>(?:(?:Photo(?:graph)?|Image|Picture)s?(?:\s+credit)?\s*(?::|by)|Credit:)\s*{_NAME}\.?){_END}", re.I), "A bridge in Riga. Photo: Anna Kalnina"),
    Form("courtesy", re.compile(rf"{_CLOSED}(?P<whole>Courtesy (?:of\s+)?{_NAME}\.?){_END}", re.I), "A bridge in Riga. Courtesy of the museum"),
    Form("name and agency", re.compile(rf"{_AFTER}(?P<whole>(?P<name>[^\W\d_a-z][^\s/]*(?: [^\s/]+){{0,4}}/[^\W\d_a-z][^\n/.]{{1,40}}?)){_END}"), "A bridge in Riga. ANNA KALNINA/REUTERS", bare=True),
    Form("bare agency", re.compile(rf"{_AFTER}(?P<whole>(?P<name>[A-Z][A-Z&]{{1,20}}(?: [A-Z][A-Z&]{{1,20}}){{0,3}})){_END}"), "A bridge in Riga. REUTERS", bare=True),
)  # fmt: skip


def find_credit(text: str, within: Span, *, bare: bool = True) -> Credit | None:
    """The credit at the end of a caption; ``bare`` says whether it may be one that does not say so."""
    tail = max(within.start, within.end - 200)
    for form in FORMS:
        if (bare or not form.bare) and (match := form.pattern.search(text, tail, within.end)):
            return Credit(Span(*match.span("name")), Span(*match.span("whole")))
    return None
