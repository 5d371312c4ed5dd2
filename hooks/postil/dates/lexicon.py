"""The words that calendar expressions are made of, by class, and how a stretch of text is cut into them.

The names of months and weekdays, and the little words and marks between them, come from CLDR (by way of Babel)
for the language of the text; all the rest is English. What is none of this is not looked at again.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError

WORDS = {
    "the": "the",
    "of": "of",
    "in": "in, during, throughout, within, into",
    "on": "on, upon",
    "at": "at",
    "by": "by, no later than, not later than, as of",
    "and": "and, or",
    "to": "to, through, thru, until, till, til",
    "from": "from",
    "between": "between",
    "circa": "circa, c., ca., ca",
    "about": "about, around, circa, c., ca., ca, approximately, roughly",
    "before": "before, prior to",
    "after": "after",
    "since": "since, ever since",
    "until": "until, till, til",
    "part": "early, late, mid, earlier, later",
    "part_of": "beginning, start, end, middle, close, opening, latter part, early part, first half, second half, latter half, "
               "very end, turn, height, first days, last days, first weeks, last weeks, first week, last week, second week, "
               "third week, final week, night, nights, morning, afternoon, evening, dawn, day, week, weekend, month",
    "last_week": "last week",
    "quarter_sign": "Q1, Q2, Q3, Q4",
    "this": "this, current, present",
    "that": "that, same, that same, this same, very same",
    "last": "last, past",
    "next": "next, coming",
    "following": "following, ensuing, next, very next, subsequent",
    "previous": "previous, preceding, prior, before, earlier",
    "after_it": "after, later, following",
    "ago": "ago",
    "later": "later, afterwards, thereafter, after that, after this, on",
    "earlier": "earlier, before, previously",
    "count": "a, an, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, "
             "fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty",
    "unit": "day, days, week, weeks, fortnight, month, months, year, years",
    "century": "century, centuries",
    "quarter": "quarter",
    "ordinal": "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, "
               "fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty-first",
    "final": "last, final",
    "season": "spring, summer, autumn, fall, winter, midsummer, midwinter",
    "decade_word": "twenties, thirties, forties, fifties, sixties, seventies, eighties, nineties",
    "deictic": "today, yesterday, tomorrow",
    "instant": "inst, inst., instant, ult, ult., ultimo, prox, prox., proximo",
    "era": "BC, B.C., B.C, BCE, B.C.E., AD, A.D., A.D, CE, C.E., Anno Domini, year of our Lord",
    "issue": "no., nos.",
}  # fmt: skip
"""Words by class, commas between them. A word may be of several classes."""

FEASTS = {
    "new year's day": (1, 1), "twelfth night": (1, 5), "epiphany": (1, 6), "candlemas": (2, 2),
    "st valentine's day": (2, 14), "valentine's day": (2, 14), "st patrick's day": (3, 17), "lady day": (3, 25),
    "may day": (5, 1), "midsummer day": (6, 24), "st john's day": (6, 24), "bastille day": (7, 14), "lammas": (8, 1),
    "assumption day": (8, 15), "michaelmas": (9, 29), "hallowe'en": (10, 31), "halloween": (10, 31),
    "all saints' day": (11, 1), "all souls' day": (11, 2), "martinmas": (11, 11), "armistice day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "boxing day": (12, 26),
    "st stephen's day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
"""Feasts of a fixed day: month and day."""

MOVABLE_FEASTS = {
    "shrove tuesday": -47, "mardi gras": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3,
    "good friday": -2, "easter sunday": 0, "easter day": 0, "easter": 0, "easter monday": 1, "ascension day": 39,
    "whit sunday": 49, "whitsunday": 49, "whitsun": 49, "pentecost": 49, "whit monday": 50, "trinity sunday": 56,
    "corpus christi": 60,
}  # fmt: skip
"""Feasts that move with the Easter of the western churches: days from Easter Sunday."""

_DOUBTFUL = {"april", "august", "augustus", "dec", "fri", "jan", "june", "mai", "mar", "march", "mars", "marzo",
             "may", "mon", "sat", "set", "sun", "wed", "мая", "марта"}  # fmt: skip
"""Months and weekdays that are other words, or people, as well."""


_MORE_MONTHS = {
    "en": {"Sept.": 9, "Janr.": 1, "Febr.": 2, "Augt.": 8, "Septr.": 9, "Octr.": 10, "Novr.": 11, "Decr.": 12}
}
"""Short forms of old hands, which CLDR does not have."""
CONNECTIONS = {
    "de": {"era": "v. Chr., v.Chr., n. Chr., n.Chr.", "the": "der, dem, den", "in": "im", "to": "bis", "and": "und", "between": "zwischen", "since": "seit, seit dem",
           "about": "um, etwa, gegen", "century": "Jahrhundert, Jahrhunderts", "part": "Nacht, Anfang, Mitte, Ende",
           "season": "Frühling, Frühjahr, Sommer, Herbst, Winter", "deictic": "heute, gestern, morgen",
           "year_word": "Jahre, Jahren"},
    "fr": {"era": "av. J.-C., avant J.-C., apr. J.-C., après J.-C.", "in": "en", "of": "de, du", "to": "au, à, jusqu'en, jusqu'au, jusqu'à, jusqu’en, jusqu’au, jusqu’à", "and": "et", "between": "entre, entre le", "since": "depuis, depuis le",
           "about": "vers", "century": "siècle, siècles", "decade_years": "années", "part": "nuit, début, fin, matin, soir",
           "season": "printemps, été, automne, hiver", "deictic": "aujourd'hui, hier, demain"},
    "es": {"era": "a. C., a.C., d. C., d.C.", "in": "en", "of": "del", "to": "al, a, hasta, hasta el", "and": "y", "between": "entre, entre el", "since": "desde, desde el",
           "about": "hacia", "century": "siglo, siglos", "decade_years": "años", "part": "noche, principios, mediados, fines",
           "season": "primavera, verano, otoño, invierno", "deictic": "hoy, ayer, mañana"},
    "it": {"era": "a.C., d.C.", "in": "nel", "of": "del", "to": "al", "and": "e", "since": "dal", "about": "verso", "century": "secolo", "decade_years": "anni",
           "season": "primavera, estate, autunno, inverno"},
    "pt": {"in": "em", "of": "do", "to": "a, ao", "and": "e", "between": "entre", "since": "desde", "century": "século",
           "season": "primavera, verão, outono, inverno"},
    "ru": {"era": "до н. э., до н.э., н. э., н.э.", "in": "в", "to": "по", "and": "и", "since": "с", "about": "около", "year_word": "год, года, году, годах",
           "century": "век, века, веке", "season": "весна, весной, весны, лето, летом, лета, осень, осенью, осени, зима, зимой, зимы",
           "deictic": "сегодня, вчера, завтра"},
    "zh": {"to": "至, 到", "year_now": "同年, 当年, 次年, 翌年, 去年, 今年, 明年", "century": "世纪", "decade_years": "年代", "and": "和, 与", "season": "春, 夏, 秋, 冬, 春天, 夏天, 秋天, 冬天, 春季, 夏季, 秋季, 冬季"},
    "ja": {"to": "から", "season": "春, 夏, 秋, 冬"},
}  # fmt: skip
"""The few words that join the parts of a date in other languages; CLDR has the names, but not these."""

BEFORE_CHRIST = ("bc", "b.c", "v. chr", "v.chr", "av", "a. c", "a.c", "до н")
"""How the words begin, in small letters, that count years backwards; the others of their class do not."""

_SEASON_WORDS = (
    (21, "spring, frühling, frühjahr, printemps, primavera, весна, весной, весны, 春, 春天, 春季"),
    (22, "summer, midsummer, sommer, été, verano, estate, verão, лето, летом, лета, 夏, 夏天, 夏季"),
    (23, "autumn, fall, herbst, automne, otoño, autunno, outono, осень, осенью, осени, 秋, 秋天, 秋季"),
    (24, "winter, midwinter, hiver, invierno, inverno, зима, зимой, зимы, 冬, 冬天, 冬季"),
)
SEASONS = {word: number for number, words in _SEASON_WORDS for word in words.split(", ")}
"""What a season is called, as EDTF numbers it (level 1: 21 to 24)."""
DEICTIC = {
    word: shift
    for shift, words in ((-1, "yesterday, gestern, hier, ayer, вчера"), (0, "today, heute, aujourd'hui, hoy, сегодня"),
                         (1, "tomorrow, morgen, demain, mañana, завтра"))
    for word in words.split(", ")
}  # fmt: skip
"""Days counted from the day of writing."""

ANCHORS = {"month", "weekday", "feast", "season", "unit", "century", "quarter", "deictic", "instant", "era",
            "decade_word", "last_week", "quarter_sign", "year_now"}  # fmt: skip
"""Every date has a figure or one of these."""

_FIGURES = (
    r"(?P<compact>(?:1[5-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))"
    r"|(?P<roman>[IVX]{1,5}(?:e|ème|º)?(?!\w))"
    r"|(?P<iso>(?<!\d-)\d{4}-\d\d-\d\d(?!-?\d|[^\W\dT]|T\D))"
    r"|(?P<figures>(?<!\d-)\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{1,4}(?!\w|[./-]\d))"
    r"|(?P<decade>(?:1\d|20)\d0(?:[’']?s|er|-х)\b)"
    r"|(?P<short_decade>[’'‘]?[2-9]0s\b)"
    r"|(?P<short_year>[’'‘]\d\d(?![\w’'%]))"
    r"|(?P<ordinal_day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|d|th|er|ten|ter|te|º|°|ª)(?!\w))"
    r"|(?P<number>\d++(?:(?:,\d{3}){1,6}+(?!\d))?(?:\.\d++)?(?!,\d(?!\d{3}\b)))"
)
SORTS = (
    {"iso"}, {"compact"}, {"roman"}, {"figures"}, {"decade"}, {"short_decade"}, {"short_year"}, {"ordinal_day", "ordinal"},
    {"day_number", "month_number", "two_figures"},
    {"day_number", "month_number", "two_figures", "number"}, {"day_number", "two_figures", "number"},
    {"two_figures", "number"}, {"two_figures"}, {"number"}, {"three_figures", "number"}, {"year_number", "number"},
    {"day_number", "month_number", "one_figure", "number"},
)  # fmt: skip
"""The classes that something in figures can be of."""


class Lexeme(NamedTuple):
    """A word or a number of a date: its place in code points, and the letter of its classes."""

    start: int
    end: int
    letter: str

    def of(self, text: str) -> str:
        """The word itself."""
        return text[self.start : self.end]


class Lexicon:
    """What cuts the texts of one language, and what the names of its months and weekdays mean."""

    def __init__(self, language: str) -> None:
        locale = _locale(language)
        marks = _marks(locale)
        months = {} if marks else _names(locale.months) | _MORE_MONTHS.get(locale.language, {})
        if locale.language == "ru":  # CLDR has the nominative and the genitive, dates need 'in' a month too
            months |= {name.rstrip("ьй") + "е": number for name, number in months.items() if len(name) > 2}
        weekdays = _names(locale.days)
        self.months = {name.rstrip(".").lower(): number for name, number in months.items()}
        """1 to 12, by the name in small letters, without its full stop."""
        self.weekdays = {name.rstrip(".").lower(): number for name, number in weekdays.items()}
        """0 (Monday) to 6, likewise."""
        surfaces = _surfaces(months, weekdays, _joining_words(locale), marks)
        self._letters: dict[frozenset[str], str] = {}
        self._words = {word: self._letter(classes) for word, classes in surfaces.items()}
        self._sorts = {frozenset(sort): self._letter(sort) for sort in SORTS}
        self._numbers: dict[str, str | None] = {}
        anchors = _trie(word for word, classes in surfaces.items() if classes & ANCHORS)
        if marks:  # written without spaces
            self.anchor = re.compile(rf"\d|[{''.join(marks)}]|{anchors}")
            self._pattern = re.compile(
                rf"(?<!\d)(?<!\d[.,:])(?:{_FIGURES}|(?P<han>[{HAN}]{{1,4}})(?=[{''.join(marks)}]))|(?P<word>{_trie(surfaces)})"
            )
        else:
            self.anchor = re.compile(rf"\d|(?<!\w){anchors}(?!\w)")
            self._pattern = re.compile(
                rf"(?<![\w$£€¥#§№+])(?<!\d[.:])(?<!\d\d\d,)(?:{_FIGURES})(?!T\D|[^\W\d_T]|\s?(?:%|°|per\s?cent\b|[mb]illion\b)|:\d)"
                rf"|(?<!\w)(?P<word>{_trie(surfaces)})(?!\w)"
            )

    def letters(self, name: str) -> str:
        """The letters of all words and numbers that are of the class."""
        return "".join(letter for classes, letter in self._letters.items() if name in classes)

    def cut(self, text: str, start: int, end: int) -> Iterator[Lexeme]:
        """The words and numbers between the two places that a date may be made of, in their order."""
        for match in self._pattern.finditer(text, start, end):
            kind = match.lastgroup or ""
            if kind == "word":
                letter: str | None = self._words[" ".join(match[0].split())]
            elif kind in ("number", "han"):
                letter = self._number(figures(match[0]))
            else:
                letter = self._sorts[
                    frozenset({"ordinal_day", "ordinal"} if kind == "ordinal_day" else {kind})
                ]
            if letter:
                yield Lexeme(match.start(), match.end(), letter)

    def _letter(self, classes: Iterable[str]) -> str:
        return self._letters.setdefault(frozenset(classes), chr(0x100 + len(self._letters)))

    def _number(self, printed: str) -> str | None:
        if printed not in self._numbers:
            self._numbers[printed] = self._sorts.get(frozenset(_number_classes(printed)))
        return self._numbers[printed]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of the language (BCP 47); that of English where CLDR does not know it."""
    return Lexicon(language)


HAN = "〇○零一二三四五六七八九十"


def figures(printed: str) -> str:
    """The figures of any script as ours, and a number in Han characters, digit by digit or with its tens."""
    if not all(char in HAN for char in printed):
        return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in printed)
    digits = [0 if char in "〇○零" else "一二三四五六七八九十".index(char) + 1 for char in printed]
    if 10 not in digits:
        return "".join(map(str, digits))
    at = digits.index(10)
    tens, ones = digits[:at] or [1], digits[at + 1 :] or [0]
    return str(tens[0] * 10 + ones[0])


def _number_classes(printed: str) -> Iterator[str]:
    if not printed.isdigit() or len(printed) > 4:
        return
    value = int(printed)
    if len(printed) <= 2 and 1 <= value <= 31:
        yield "day_number"
    if len(printed) <= 2 and 1 <= value <= 12:
        yield "month_number"
    if len(printed) == 1 and value:
        yield "one_figure"
    if len(printed) == 2:
        yield "two_figures"
    if len(printed) == 3 and printed[0] != "0":
        yield "three_figures"
    if len(printed) == 4 and 1000 <= value <= 2099:
        yield "year_number"
    if printed[0] != "0":
        yield "number"


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, LookupError, UnknownLocaleError):
        return Locale("en")


def _names(table: Any) -> dict[str, int]:
    """Every name and short name that CLDR has, as it prints them; a short one ends in a full stop."""
    whole = {name for context in ("format", "stand-alone") for name in table[context]["wide"].values()}
    return {
        name if name in whole else f"{name.rstrip('.')}.": number
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in table[context][width].items()
        if len(name) > 1 and not name[0].isdigit()
    }


def _fields(locale: Locale) -> list[tuple[str, str]]:
    """The parts of the language's long dates in their order, each with what stands after it."""
    patterns = [locale.date_formats["long"].pattern]
    patterns += [
        str(locale.datetime_skeletons[name].pattern)
        for name in ("yMMMM", "MMMMd", "y")
        if name in locale.datetime_skeletons
    ]
    return [
        (field[0], after.replace("'", "").strip(" \u00a0\u202f.,،"))
        for pattern in patterns
        for field, after in re.findall(r"(y+|M+|L+|d+)((?:'[^']*'|[^'yMLd])*)", pattern)
    ]


def _marks(locale: Locale) -> dict[str, str]:
    """Where dates are written without spaces: the characters that follow year, month and day (年 月 日)."""
    names = {"y": "year_mark", "M": "month_mark", "L": "month_mark", "d": "day_mark"}
    long = locale.date_formats["long"].pattern
    if " " in long:
        return {}
    return {after: names[field] for field, after in _fields(locale) if after and not after.isascii()}


def _joining_words(locale: Locale) -> dict[str, str]:
    """The little words within the language's dates: *de* in Spanish, *г.* after the year in Russian."""
    words = {
        after: "year_word" if field == "y" else "of"
        for field, after in _fields(locale)
        if after.isalpha() and len(after) < 6
    }
    for name, connections in CONNECTIONS.get(locale.language, {}).items():
        words |= dict.fromkeys(connections.split(", "), name)
    return words


def _surfaces(
    months: Iterable[str], weekdays: Iterable[str], joining: Mapping[str, str], marks: Mapping[str, str]
) -> dict[str, set[str]]:
    """Every word as it can be printed, with its classes."""
    surfaces: dict[str, set[str]] = defaultdict(set)
    for name, words in WORDS.items():
        for word in words.split(", "):
            for form in (word, word[0].upper() + word[1:], word.upper()):
                surfaces[form].add(name)
    for names, name in ((months, "month"), (weekdays, "weekday")):
        for word in names:
            bare = word.rstrip(".")
            doubt = f"doubtful_{name}" if bare.lower() in _DOUBTFUL else f"sure_{name}"
            stops = ("", ".") if word.endswith(".") else ("",)
            for form in (bare, bare[0].upper() + bare[1:], bare.upper()):
                for stop in stops:
                    surfaces[form + stop] |= {name, doubt}
    for feast in (*FEASTS, *MOVABLE_FEASTS):
        titled = " ".join(part.capitalize() for part in feast.split())
        for form in (titled, titled.replace("'", "’")):
            surfaces[form].add("feast")
            if form.startswith("St "):
                surfaces["St. " + form[3:]].add("feast")
    for word, name in (*joining.items(), *marks.items()):
        for form in (word, word[0].upper() + word[1:], word.upper()):
            surfaces[form].add(name)
        if len(word) <= 2 and name in ("of", "year_word"):  # abbreviations, as г.
            surfaces[f"{word}."].add(name)
    return dict(surfaces)


def _trie(words: Iterable[str]) -> str:
    """A pattern of the words, the longest first, that looks only at those with the right first letter."""
    groups = groupby(
        sorted(set(words), key=lambda word: (word[0], -len(word), word)), key=lambda word: word[0]
    )
    space = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,9}|\n[^\S\n]{0,9})"
    return "(?:" + "|".join(
        re.escape(first) + "(?:" + "|".join(re.escape(word[1:]).replace(r"\ ", space) for word in group) + ")"
        for first, group in groups
    ) + ")"  # fmt: skip
