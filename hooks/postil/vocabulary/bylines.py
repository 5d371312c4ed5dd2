"""How the head of a text names its author, its source and its date."""

import re

_WORD = (
    r"(?:(?:[^\W\d_a-z]\.-?)+|[^\W\d_a-z]\w{1,4}\.(?=\s)|[^\W\d_a-z][\w’'-]+"
    r"|(?:de|del|della|da|di|du|la|le|van|von|der|den|al|el|bin|ibn)(?=\s))"
)
_NAME = rf"(?=[^\W\d_a-z]){_WORD}(?:\s+{_WORD}){{0,4}}"
"""Capitalised words, initials, titles and particles."""

BYLINES = (
    r"By:?\s*(?P<creator>\S.*?)\s*\|?\s*(?:Source|From):\s*(?P<source>.*?)\s*\|?\s*(?:Updated:\s*(?P<date>.*\d.*)|(?P<date2>\d.*))",
    r"By:?\s*(?P<creator>[^|]+?)\s*\|\s*(?P<source>[^|]+?)\s*\|\s*(?:Updated|Published):\s*(?P<date>.*\d.*)",
    r"Source:\s*(?P<source>[^|]+?)\s*\|\s*(?P<date>[^|]*\d[^|]*?)\s*(?:\|.*)?",
    r"\(?(?P<source>[A-Z][\w ]+)\)\s*(?P<date>\d\d?:\d\d,.*\d{4})",
    r"(?:Updated|Published|Posted)(?: on)?:?\s*(?P<date>.*\d{4}.*)",
    rf"(?:By|by|BY)\s+(?P<creator>{_NAME}(?:(?:,\s*and\s+|[,;&]\s*|\s+(?:&|and|AND)\s+){_NAME})*)",
)
"""How a text's head names its author, its source and its date; each is a whole line."""
_JOINT = re.compile(r"\s*(?:,\s*and\s+|[,;&]\s*|\s+and\s+)\s*")
_LONGEST = 300


def read_byline(line: str) -> dict[str, str]:
    """The fields (creator, source, date) of a byline, as printed; empty for any other line."""
    if len(line) > _LONGEST:
        return {}
    for pattern in BYLINES:
        if match := re.fullmatch(pattern, line.strip()):
            found = {name.rstrip("2"): value.strip() for name, value in match.groupdict().items() if value}
            return {name: value for name, value in found.items() if value}
    return {}


def split_names(names: str) -> tuple[str, ...]:
    """The single names of a list joined by commas, semicolons, ampersands and the word 'and'."""
    return tuple(name for name in _JOINT.split(names) if name)
