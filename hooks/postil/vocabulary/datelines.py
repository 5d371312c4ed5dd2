"""Lines that say where and when something was written, and the formulas around a letter."""

import re
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

_LONGEST = 140
_LANGUAGES = ("en", "de", "fr", "es", "ru")
_JOINING = frozenset(
    [
        "of",
        "the",
        "day",
        "in",
        "year",
        "ad",
        "this",
        "den",
        "der",
        "am",
        "le",
        "del",
        "de",
        "el",
        "año",
        "г",
        "года",
        "anno",
        "domini",
        "a.d.",
        "st",
        "nd",
        "d",
        "rd",
        "th",
        "er",
        "º",
        "morning",
        "afternoon",
        "evening",
        "night",
        "noon",
        "midnight",
        "am",
        "pm",
        "a.m",
        "p.m",
        "o'clock",
        "o’clock",
    ]
)
"""Words that may stand within a date and name none of its parts."""
_TOKEN = re.compile(r"[^\W\d_][^\W\d_.’']*+(?:['’.][^\W\d_]++)*+|\d++|[^\w\s]")
_NUMERIC = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)"
    r"|[\d〇零一二三四五六七八九]{4}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?)?)"
    r"(?:,?[T\s]\s?\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?)?(?:\s?\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?[.。]?"
)
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{2,4}))?\b")
_PLACE = re.compile(
    r"(?:\d{1,4}[a-z]?,?\s)?[^\W\d_a-z][\w.’'&-]{0,30}"
    r"(?:\s(?:of|on|the|at|near|in|off|before|de|la|le|du|del|am|an|der|sur|upon|[^\W\d_a-z][\w.’'&-]{0,30})){0,5}"
)
_AGENCY = r"[^\W\d_][\w .’'&/-]{1,40}"
_DASH = r"(?:-{1,3}|[—–]{1,2})"
OPENINGS = (
    re.compile(
        rf"(?P<place>[^\W\d_a-z][\w .’'-]{{1,40}}(?:,\s[^\W\d_a-z][\w .’'-]{{1,30}}){{0,2}}?)(?:,\s(?P<date>[^\W\d_]{{3,9}}\.?\s\d{{1,2}}))?"
        rf"\s\((?P<source>{_AGENCY})\)\s?{_DASH}\s?"
    ),
    re.compile(
        r"(?P<source>新华社|中新社|[\u4e00-\u9fff]{1,6}[网社报])(?P<place>[\u4e00-\u9fff]{1,8}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)[电讯]"
        r"\s?(?:[(（]\s?(?:[\u4e00-\u9fff]{0,8}记者)\s?(?P<creator>[^()（）]{2,40})[)）])?"
    ),
)
"""How the first sentence of a news text begins: place, perhaps a day, and the agency."""
CLOSINGS = re.compile(
    r"(?:(?:I (?:am|remain|have the honou?r)|We (?:are|remain)|Believe me|Ever|Always|Very|Most|With|Your?s?|Yrs?\.?|Affectionately|Faithfully|"
    r"Deine?|Ihre?|Eu(?:er|re)|In (?:Liebe|Treue|Hochachtung)|Votre|Ton|Ta|Veuillez|Recevez|Agréez|Je (?:vous|t[’'])|Su|Tu|Un abrazo|Atentamente|Le saluda|"
    r"Твой|Твоя|Ваша?|С (?:уважением|любовью|приветом)|Целую|Обнимаю|"
    r"Sincerely|Cordially|Respectfully|Gratefully|Truly|Kind regards|Best (?:wishes|regards)|Hochachtungsvoll|Mit freundlichen)\b.{0,120}"
    r"|(?:此致|敬礼|顺颂).{0,20})",
    re.I | re.S,
)
_CLOSING_WORD = re.compile(
    r"\b(?:yours?|sincerely|faithfully|truly|respectfully|affectionate(?:ly)?|obedient|servant|humble|regards|wishes|cordially|love|"
    r"gratefully|hochachtungsvoll|grüßen|treu(?:er|e|en)|ergeben(?:er|e|ste|ster)|gehorsam(?:er|ster)|liebender?|dévouée?|affectionnée?|"
    r"salutations|embrasse|afectísimo|afmo|servidor|atentamente|abrazo|уважением|любовью|приветом|целую|обнимаю|преданный|любящ(?:ий|ая))\b|"
    r"\A(?:Тво[йя]|Ваша?)\s(?-i:[А-ЯЁ])[\w. -]{0,40}\Z|此致|敬礼|顺颂",
    re.I,
)
_SIGNATURE = re.compile(
    r"(?:\(?(?:[Ss]igned|SIGNED)\)?:?\s)?(?P<name>[^\W\d_a-z][\w.’'-]{0,20}(?:\s(?:[^\W\d_a-z][\w.’'-]{0,20}|de|von|van|du|la)){0,4}?)\.?"
)

_FIRM = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.’'-]{0,20}(?:(?:,\s|\s&\s|\s)[^\W\d_a-z][\w.’'-]{0,20}){0,4},?\s(?:&|and)\s(?:Co|Sons?|Bros|Brothers)\.?)"
)
_HANZI_SIGNATURE = re.compile(
    r"(?:愚?[弟兄妹姊姐]|学生|晚|儿|侄|友)[\s　]{0,4}(?P<name>[\u4e00-\u9fff]{2,4}?)[\s　]{0,4}(?:顿首|敬上|谨上|拜上|叩上|上|鞠躬|启|敬启|手书|再拜)[。]?"
)
_LEADING = re.compile(r"(?:Тво[йя]|Ваша?|Deine?|Euer|Ton|Ta|Tu|Your)\s(?=\S)")
"""What may stand before the name on the one line that closes a letter and signs it."""


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """The names of months and weekdays, from the locale data, in small letters and without their full stop."""
    found: set[str] = {
        "sept",
        "tues",
        "thur",
        "thurs",
        "weds",
        "inst",
        "ult",
        "prox",
        "instant",
        "ultimo",
        "proximo",
        "decr",
        "novr",
        "octr",
        "octbr",
        "septr",
        "sepr",
        "augt",
        "feby",
        "febry",
        "jany",
        "janry",
        "xber",
        "xbr",
        "9ber",
        "8ber",
        "7ber",
    }
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for names in (
                    get_month_names(width, context, language),
                    get_day_names(width, context, language),
                ):
                    found |= {name.casefold().rstrip(".") for name in names.values()}
    return frozenset(found)


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing else: at least a month or weekday and a number, or figures as a date."""
    line = line.strip().strip("()（）[]")
    if not 5 <= len(line) <= 60 or not (any(map(str.isdecimal, line)) or "年" in line):
        return False
    if _NUMERIC.fullmatch(line):
        return True
    tokens = [token.casefold() for token in _TOKEN.findall(_TIME.sub("", line))]
    words = [token for token in tokens if token[0].isalpha()]
    numbers = [token for token in tokens if token[0].isdecimal()]
    return (
        len(tokens) <= 14
        and 1 <= len(numbers) <= 3
        and all(len(number) <= 2 or len(number) == 4 for number in numbers)
        and any(word in _names() for word in words)
        and all(word in _names() or word in _JOINING for word in words)
        and set(tokens) - set(words) - set(numbers) <= set(",.-–—()[]/':’")
    )


def is_dateline(line: str) -> bool:
    """Whether a line is one or more places and then a date: ``Washington, Nov. 21, 1864.``"""
    line = line.strip()
    if "年" in line and (match := _CHINESE_PLACE.fullmatch(line)):
        return is_date(match["date"] or match["day"])
    if not 8 <= len(line) <= _LONGEST or not any(map(str.isdecimal, line)):
        return False
    if is_date(line):
        return False
    if (
        line.isupper()
        and len(line) <= 60
        and (match := re.match(r"[^\W\d_][^\d,]{1,30}?\s(?=\d)", line))
        and is_date(line[match.end() :])
    ):
        return bool(_PLACE.fullmatch(match[0].strip()))
    for at in (match.end() for match in re.finditer(r",\s?|\s[—–-]\s|\.\s", line)):
        if is_date(line[at:].strip("[]()")):
            parts = re.split(r",\s?|\s[—–-]\s|\.\s", line[:at].strip().rstrip(",—–-"))
            return len(parts) <= 4 and all(_PLACE.fullmatch(part.strip()) for part in parts if part.strip())
    return False


_CHINESE_PLACE = re.compile(
    r"(?P<date>[\d〇零一二三四五六七八九]{4}年\S{2,8})[\s　，,]{1,3}(?:[写書书记作]?[于於]?)[\u4e00-\u9fff]{2,6}"
    r"|(?:[写書书记作][于於])?[\u4e00-\u9fff]{2,6}[\s　，,]{1,3}(?P<day>[\d〇零一二三四五六七八九]{4}年\S{2,8})"
)


def is_salutation(words: str) -> bool:
    """Whether a line addresses the reader of a letter: ``My dear Mother``, ``Ma chère Louise,``."""
    return len(words) <= 60 and bool(_SALUTATION.fullmatch(words))


_SALUTATION = re.compile(
    r"(?:my |most |very )?(?:dear(?:est)?|honou?red)\b.*|(?:sirs?|madam|gentlemen|mr\. \w+)\W*"
    r"|(?:mein(?:e|er)? )?(?:liebe[rs]?|geliebte[rs]?|verehrte[rs]?|sehr geehrte[rs]?|hochverehrte[rs]?)\s.{1,40}[,!]"
    r"|(?:ma |mon |mes )?(?:chère?s?)\s.{1,40}[,!]|(?:mi )?(?:querid[oa]s?|estimad[oa]s?|muy señor)\s.{1,40}[,:!]"
    r"|(?:мил(?:ый|ая)|дорог(?:ой|ая|ие)|уважаем(?:ый|ая)|любезн(?:ый|ая))\s.{1,40}[,!]|.{1,12}(?:如晤|惠鉴|大鉴|台鉴|雅鉴)[:：]?",
    re.I,
)


def read_opening(paragraph: str) -> dict[str, str]:
    """Place, date, source and creator, as far as the opening of a news text's first paragraph prints them."""
    head = paragraph.lstrip()[:200]
    for pattern in OPENINGS:
        if match := pattern.match(head):
            return {name: value.strip() for name, value in match.groupdict().items() if value}
    return {}


def is_closing(words: str) -> bool:
    """Whether these lines are the formula that closes a letter, with or without the signature."""
    return len(words) <= 200 and bool(CLOSINGS.match(words)) and bool(_CLOSING_WORD.search(words))


def read_signature(words: str) -> str | None:
    """The name that a line of its own after the closing of a letter gives."""
    words = words.strip()
    if len(words) > 80:
        return None
    match = _HANZI_SIGNATURE.fullmatch(words) or _FIRM.fullmatch(words) or _SIGNATURE.fullmatch(words)
    if not match:
        return None
    name = match["name"]
    if match.re is not _SIGNATURE:
        return name
    return name.rstrip(".") if len(name.split()[-1]) > 2 else name


def read_closing(words: str) -> str | None:
    """The name in the formula that closes a letter: on its last line, or behind *Your* on its only one."""
    *above, last = (line.strip() for line in words.strip().split("\n"))
    if above:
        return read_signature(last)
    match = _LEADING.match(last)
    return read_signature(last[match.end() :]) if match else None
