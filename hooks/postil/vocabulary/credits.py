"""How photographs are credited, most specific form first."""

import re
from typing import NamedTuple

from ..model import Span

_NAME = r"[^\W\d_][^\[\]()\n]{0,80}?"


class Form(NamedTuple):
    """One way to credit a picture: its name, what it looks like, and a caption that has it."""

    name: str
    pattern: re.Pattern[str]
    example: str


FORMS = (
    Form("in square brackets", re.compile(rf"\[\s*(?:Photo|Image|Picture)s?\s*(?:/|:|by|provided to|courtesy of)\s*(?P<credit>{_NAME})\s*\]\s*$", re.I), "Workers in Lima. [Photo/Agencies]"),
    Form("in round brackets", re.compile(rf"\(\s*(?:(?:Photo|Image|Picture)\s*(?:credit)?\s*(?:/|:|by)|Courtesy of|Handout from)\s*(?P<credit>{_NAME})\s*\)\s*$", re.I), "A bridge in Riga. (Photo by A. Kalnins/LETA)"),
    Form("name and agency in brackets", re.compile(rf"\(\s*(?P<credit>{_NAME}(?:/| via ){_NAME})\s*\)\s*$"), "A bridge in Riga. (A. Kalnins/LETA)"),
    Form("handout", re.compile(r"\(\s*(?P<credit>Handout)\s*\)\s*$", re.I), "A bridge in Riga. (Handout)"),
    Form("after the word photo", re.compile(rf"(?:^|[.!?]['\"”’)]*\s+|\n)(?:Photo(?:graph)?|Image|Picture)s?(?:\s+credit)?\s*(?::|by)\s*(?P<credit>{_NAME})\.?\s*$", re.I), "A bridge in Riga. Photo: Anna Kalnina"),
    Form("courtesy", re.compile(rf"(?:^|[.!?]['\"”’)]*\s+|\n)Courtesy (?:of\s+)?(?P<credit>{_NAME})\.?\s*$", re.I), "A bridge in Riga. Courtesy of the museum"),
    Form("name and agency", re.compile(r"[.!?]['\"”’)]*\s+(?P<credit>[^\W\d_a-z][^\s/]*(?: [^\s/]+){0,4}/[^\W\d_a-z][^\n/.]{1,40})\s*$"), "A bridge in Riga. ANNA KALNINA/REUTERS"),
    Form("bare agency", re.compile(r"[.!?]['\"”’)]*\s+(?P<credit>[A-Z][A-Z&]{1,20}(?: [A-Z][A-Z&]{1,20}){0,3})\s*$"), "A bridge in Riga. REUTERS"),
)  # fmt: skip


def find_credit(text: str, within: Span) -> Span | None:
    """Where the credit at the end of a caption stands (the name alone, without brackets or 'Photo:')."""
    tail = max(within.start, within.end - 200)
    for form in FORMS:
        if match := form.pattern.search(text, tail, within.end):
            return Span(*match.span("credit"))
    return None
