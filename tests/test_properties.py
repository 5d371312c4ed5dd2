"""What holds of every text, whatever it is: sources, scraps of sources, and any characters at all."""

import re
import resource
import signal
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from postil import read_text
from postil.dates import RULES
from postil.edtf import Edtf
from postil.intake import canonical_text
from postil.model import Reading, Span
from strategies import any_text, scraps, thorough

NUMBERS = st.integers(0, 40) | st.integers(100, 2100)
MONTHS = st.sampled_from(
    ["January", "Jan.", "JAN", "Feb.", "March", "May", "may", "Sept.", "Decr.", "mai", "août", "février", "décembre", "Mai",
     "März", "Jänner", "de\u00a0mayo", "enero", "мая", "апреля", "ноябре", "4月", "四月", "5", "05", "13"]
)  # fmt: skip
SEPARATORS = st.sampled_from(
    [" ", "\u00a0", "\n", ", ", "-", "–", "/", ".", ". ", " of ", " de ", "th ", "\u00ad", ""]
)
AROUND_DATES = st.sampled_from(
    ["", "on ", "in ", "the ", "from ", "to ", "between ", " and ", "before ", "until ", "since ", "about ", "c. ", "early ",
     "mid-", "the night of ", "spring of ", "winter ", "first quarter of ", "Monday, ", "last ", "next ", "the following ",
     "that same ", " ago", " ult.", " inst.", " prox.", "s", "’s", "th century", "世纪", "年", "日", " г.", " BC", "?", "Easter ",
     "le ", "am ", "el ", " года", "day", "week", "month", "year", "yesterday", "two weeks", "p. ", "No. ", "$", "%"]
)  # fmt: skip
DATES = st.lists(NUMBERS.map(str) | MONTHS | SEPARATORS | AROUND_DATES, min_size=1, max_size=8).map("".join)
WORDS = st.sampled_from(
    ["The river rose all night.", "Boats cross the town in Riga", "nobody slept", "and", "Ann Lee", "REUTERS", "XINHUA",
     "[Photo/Xinhua]", "(Photo by ", "Photo: ", "A. LEE/AP", "FILE PHOTO: ", "[Illustration: ", "]", ")", "Courtesy of ",
     "Image copyright PA", "Image caption A boat", "By Ann Lee", "Source: The Gazette", "Updated: ", "LIMA (AP) — ", "Read next",
     "Menu", "Home | News", "Editor: Jan Berzin", "Comments", "© 2018", "CHAPTER I", "II.", "1.", "12", "[page 2]", "- ", "* ",
     "> ", "Q: ", "A: ", "ANN: ", "Dear Madam,", "Yours truly,", "Riga,", "(Originally appeared in", "[1] ", "walk-", "ed",
     "A HISTORY OF RIGA", "一、", "摄", "。", "Le péage,", "é", "ë", "\t", "    ", "  ", "\f", "…", "“", "”", "\u200b", "\u3000"]
)  # fmt: skip
EXAMPLES = st.sampled_from([f"{rule.example}{end}" for rule in RULES for end in ("", ".", ",")])
LINES = st.lists(WORDS | DATES | EXAMPLES, max_size=6).map(" ".join)
PAGES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n\n\n"])), max_size=14).map(
    lambda lines: "".join(line + end for line, end in lines)
)
TEXTS = PAGES | scraps | any_text
DAYS = st.sampled_from([None, "2020-07-15", "1847-03", "1914/1918", "193X", "-0043", "2020-04~"])
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "ru", "zh", "ar", "tlh"])

of_any_text = given(TEXTS, DAYS, LANGUAGES)


def findings(reading: Reading) -> list[object]:
    """What was found, in values, kinds and words, without the places."""
    return [
        reading.metadata,
        [(block.kind, block.continues) for block in reading.blocks],
        [(each.kind, each.credit, each.date, each.place, len(each.again)) for each in reading.captions],
        [(timex.text, timex.value, timex.rule) for timex in reading.dates],
        [(event.kind, event.when) for event in reading.events],
    ]


def folded(found: object) -> str:
    return unicodedata.normalize("NFC", repr(found))


@thorough
@of_any_text
def test_every_line_with_words_is_in_exactly_one_block_and_in_order(
    text: str, date: str | None, language: str
) -> None:
    blocks = read_text(text, date=date, language=language).blocks

    lines = [line for block in blocks for line in block.of(text).split("\n")]
    assert lines == [line for line in text.split("\n") if line.strip()]
    assert all(first.end < second.start for first, second in pairwise(blocks))


@thorough
@of_any_text
def test_every_finding_lies_in_the_text_and_within_what_it_is_a_part_of(
    text: str, date: str | None, language: str
) -> None:
    reading = read_text(text, date=date, language=language)

    parts: list[tuple[Span, Span | None]] = [(Span(0, len(text)), block) for block in reading.blocks]
    for caption in reading.captions:
        within = (caption, caption.words, *caption.again)
        parts += [(Span(0, len(text)), part) for part in within]
        parts += [(caption, part) for part in (caption.credit_span, caption.timex, caption.place_span)]
    for event in reading.events:
        parts += [
            (Span(0, len(text)), event),
            (event, event.label),
            (Span(0, len(text)), event.timex),  # a heading may lend its date to the entry below
            (event, event.place),
        ]
    parts += [(Span(0, len(text)), timex) for timex in reading.dates]
    assert all(whole.holds(part) and part.start <= part.end for whole, part in parts if part is not None)


@thorough
@of_any_text
def test_what_is_printed_is_what_is_there(text: str, date: str | None, language: str) -> None:
    reading = read_text(text, date=date, language=language)

    assert all(timex.text == timex.of(text) and timex.text.strip() for timex in reading.dates)
    assert all(first.end <= second.start for first, second in pairwise(reading.dates))
    for caption in reading.captions:
        assert caption.timex is None or caption.timex.value == caption.date
        assert (caption.credit is None) == (caption.credit_span is None)
        assert (caption.place is None) == (caption.place_span is None)


@thorough
@of_any_text
def test_every_date_is_edtf_and_goes_round(text: str, date: str | None, language: str) -> None:
    for timex in read_text(text, date=date, language=language).dates:
        assert str(Edtf(str(timex.value))) == timex.value
        first, last, _ = timex.value.order
        assert first <= last


def in_crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def in_cr(text: str) -> bytes:
    return text.replace("\n", "\r").encode()


def with_a_mark(text: str) -> bytes:
    return text.encode("utf-8-sig")


@pytest.mark.parametrize("written", [in_crlf, in_cr, with_a_mark])
@thorough
@given(text=TEXTS, date=DAYS)
def test_line_ends_and_marks_make_no_difference(
    written: Callable[[str], bytes], text: str, date: str | None
) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")

    other = canonical_text(written(plain), "utf-8")

    assert other == plain
    assert read_text(other, date=date) == read_text(plain, date=date)


@thorough
@given(PAGES, DAYS, LANGUAGES)
@example("Le péage\n\nPar Hélène Moreau\n\nPublié le 5 février 1999\n\nSupprimé en août 1792.\n", None, "fr")
@example("Wien, den 3. März 1848\n\nSeit dem 13. Jänner 1848 ist es still in Österreich.\n", None, "de")
def test_accents_taken_apart_make_no_difference(text: str, date: str | None, language: str) -> None:
    whole, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    one, other = (read_text(each, date=date, language=language) for each in (whole, apart))

    assert folded(findings(one)) == folded(findings(other))


HOSTILE = (
    "a", "A", "1", " ", "\t", "\n", " \n", "\u00a0", "\u00ad", "\u0301", "e\u0301", "\f", "-", ".", "'", "[", "]", "(", ")", "“",
    "1 ", "1/", "1.", "1-", "12–", "A. ", "A\n\n", "A\n\n\n", "a\n", "1. A\n", "- a\n", "Q: a?\n\n", "12\n\n", "[page 1]\n", "II. ",
    "May ", "May 1 ", "1 May ", "May 1, ", "1914-", "1914 to ", "the night of ", "between January and ", "about early ", "last ",
    "5 of ", "January 3 of the ", "In ", "Photo by ", "(Photo by A", "REUTERS/", "By A and ", "Source: ", "2020年", "13 апреля ",
    "le 1er ", "中", "Mr. ", "in Riga, ", "AD ", "of that same ",
)  # fmt: skip
SIZE = 200_000
QUICK = 2
LIMIT = 20
"""Seconds of the processor for so many characters: many times what is needed, and nothing to a pattern that backtracks."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Ends what takes longer, even within a regular expression; a busy machine does not count."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"took over {seconds} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds_to_read(text: str) -> float:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    with limited(LIMIT):
        read_text(text, date="2020-07-15")
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_hostile_repetition_takes_no_more_than_its_length(unit: str) -> None:
    text = unit * (SIZE // len(unit))

    whole = seconds_to_read(text)

    # Four times as long as a quarter of it if it is linear, sixteen times if every place looks at every other.
    assert whole < QUICK or whole < 9 * seconds_to_read(text[: SIZE // 4]) + 1


def test_a_pattern_that_backtracks_would_be_noticed() -> None:
    with pytest.raises(TimeoutError), limited(0.5):
        re.fullmatch(r"(a+)+b", "a" * 100)
