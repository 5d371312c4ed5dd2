"""`dateparser.search`, as one would call it, its findings in the terms of the corpora."""

import datetime
from functools import cache
from typing import Any

import dateparser.search
from dateparser.date import DateDataParser

from .timex3 import Mention, lead

_LANGUAGES = ["en"]


def settings(written: str | None) -> dict[str, Any]:
    """Dates without a year go back from the day that the text is of."""
    base = datetime.datetime.fromisoformat(written) if written else None
    return {"PREFER_DATES_FROM": "past", **({"RELATIVE_BASE": base} if base else {})}


def search(text: str, written: str | None) -> list[tuple[str, datetime.datetime]]:
    """What it finds: the words and the moment."""
    return dateparser.search.search_dates(text, languages=_LANGUAGES, settings=settings(written)) or []


def search_mentions(text: str, written: str | None) -> list[Mention]:
    """The same, each in its place, cut down to the year or the month where that is all that it read."""
    result: list[Mention] = []
    at = 0
    for words, moment in search(text, written):
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            figures = {"year": 4, "month": 7}.get(_period(words, written), 10)
            result.append(Mention(start + lead(words), at, moment.date().isoformat()[:figures]))
    return result


@cache
def _period(words: str, written: str | None) -> str:
    parser = DateDataParser(languages=_LANGUAGES, settings=settings(written))
    return str(parser.get_date_data(words).period)
