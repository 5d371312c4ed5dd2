"""How pictures are credited, most specific form first."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from ..model import Span

AGENCIES = (
    "AAP", "AFP", "Agence France-Presse", "Agencies", "Alamy", "Anadolu", "ANP", "ANSA", "AP", "Associated Press",
    "Belga", "Bettmann", "Bloomberg", "China Daily", "CNS", "CNSPHOTO", "CNP", "CTK", "DPA", "dpa", "EFE", "EPA",
    "EPA-EFE", "Getty", "Getty Images", "IANS", "IC", "Imaginechina", "Keystone", "KCNA", "Kyodo", "LETA", "Lusa",
    "Magnum", "MTI", "NASA", "NurPhoto", "PA", "PAP", "PTI", "RIA Novosti", "Reuters", "Scanpix", "Shutterstock",
    "Sipa", "Sputnik", "TASS", "UPI", "USIS", "VCG", "Xinhua", "Xinhua News Agency", "Yonhap", "ZUMA",
    "新华社", "中新社", "视觉中国",
)  # fmt: skip
"""Who sends pictures to newspapers, for names that stand bare; no library has them."""

_ALSO_WORDS = {"Agencies", "Belga", "Bettmann", "Getty", "IC", "Keystone", "Magnum", "PA", "Sputnik"}
"""Names of agencies that mean other things too; they need a photographer beside them."""


def _any_of(names: Iterable[str]) -> str:
    both = sorted({*names, *(name.upper() for name in names)}, key=lambda name: (-len(name), name))
    return rf"(?:{'|'.join(both)})(?!\w)"


_AGENCY = _any_of(AGENCIES)
_KNOWN_ALONE = _any_of(set(AGENCIES) - _ALSO_WORDS)
_NEWSROOM = (
    r"(?:[A-Z][A-Z&'’-]{1,20}\s){1,3}(?:PRESS|PHOTOS?|IMAGES|PICTURES|NEWS|AGENCY|ARCHIVES?|MUSEUM|LIBRARY)"
)
_CAPITAL = r"(?:(?![a-zß-öø-ÿа-я\u3040-\u9fff])[^\W\d_])"
_SMALL = r"(?:of|the|for|via|and|de|del|della|der|den|des|di|da|du|la|le|van|von|al|bin|in|und|et|y|pour|für)"
_PROPER = rf"(?:(?:(?:{_CAPITAL}\.[ -]?){{1,3}}+)?{_CAPITAL}[\w’'&@-]{{0,30}}+(?:\.\w{{2,4}}+)?|(?<=/)[a-z]{{2,5}}(?!\w))"
_PERSON = rf"{_PROPER}(?:\s(?:{_SMALL}\s)?{_PROPER}){{0,4}}"
_AGENCIES = rf"{_AGENCY}(?:(?:/|\svia\s){_AGENCY}){{0,2}}"
_NAMED = rf"(?P<name>(?:the\s)?{_PROPER}(?:(?:,\s+|\s?[/|]\s?|\s+)(?:{_SMALL}\s+){{0,2}}{_PROPER}){{1,9}}|{_AGENCIES})"
"""Words with capitals, and the small ones between them; a single word could be what is seen."""
_ANYBODY = r"(?P<name>[^\W\d_][^\[\]()（）]{0,80}?)"
_PICTURE = r"(?:Photo(?:graph)?|Image|Picture|Foto|Bild|Фото)s?"
_MADE = rf"(?:{_PICTURE}|(?:Illustration|Drawing|Graphic|Cartoon|Map|Engraving|Painting)s?)"
_SHOUTED = r"[A-Z][A-Z.’'-]{1,30}+"
_SLASH = r"\s?[/／]\s?"
_FILED = rf"(?:{_SLASH}(?i:file(?:s|\sphoto)?|handout|pool))?"
_HAN = r"[\u4e00-\u9fff·]"
_CHINESE = rf"{_HAN}{{2,4}}(?:[、，\s]{{1,2}}{_HAN}{{2,4}}){{0,4}}"
_TAKEN = rf"(?P<name>(?:{_HAN}{{2,6}}(?:记者|通讯员)\s?)?{_CHINESE})\s?(?<!拍)[摄攝]"
_SENT = rf"(?P<name>新华社|中新社|{_HAN}{{2,10}}(?=供图))(?:发|供图)(?:\s?[（(]{_CHINESE}\s?摄[)）])?"
_SOURCE = (
    r"(?:图片来源|图源|摄影|供图|图片|图)\s?[:：/／|]\s?(?P<name>[^\W\d_]{2,20}(?:[/／\s][^\W\d_]{2,20})?)"
)


def _bracketed(inner: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?P<whole>[\[(（]\s*{inner}\s*[\])）])\s*\Z", flags)


def _last(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.’'-])(?P<whole>{words}\.?)\s*\Z")


class Before(Enum):
    """What must stand before a credit."""

    ANYTHING = re.compile("")
    END = re.compile(r"""(?:\A|\n|[.!?]['"”’»)\]]{0,4}\s|[。！？]['"”’」』）]{0,4})\s*\Z""")
    """The end of a sentence or a line, or nothing."""
    SENTENCE = re.compile(r"""[^\W\d_A-Z][^\n]*[.!?]['"”’»)\]]{0,4}[^\S\n]+\Z""")
    """A sentence with small letters, on the same line."""
    SENTENCE_OR_LINE = re.compile(rf"""\A\s*\Z|\n\s*\Z|{SENTENCE.pattern}""")


class Form(NamedTuple):
    """One way to credit a picture: its name, what it looks like, and a caption that has it.

    A bare one does not say that it is a credit; the words could be something else.
    """

    name: str
    pattern: re.Pattern[str]
    example: str
    before: Before = Before.ANYTHING
    bare: bool = False


class Credit(NamedTuple):
    """Who is credited, and all that says so, brackets and 'Photo:' included."""

    name: Span
    whole: Span


FORMS = (
    Form("before the caption", re.compile(rf"(?P<whole>Image (?:copyright|source|credit)[,:]?\s{{1,3}}{_NAMED}[^\S\n]*+(?:\n\s*+Image caption[,:]?\s+|\Z))"), "Image copyright AFP\nImage caption A bridge in Riga", Before.END),
    Form("in brackets, with what they did", _bracketed(rf"(?:{_MADE}(?:{_SLASH}|\s(?:by|from|via|courtesy\sof|courtesy|provided\sto|provided\sby)\s)|(?:provided\s(?:to|by)|courtesy\sof|courtesy|handout\s(?:from|via))\s)\s*{_ANYBODY}", re.I), "Workers in Lima. [Photo/Agencies]"),
    Form("in brackets, after a colon", _bracketed(rf"(?:(?i:{_PICTURE}(?:\scredit)?\s?:|(?:photo\s)?credit\s?:|cr[ée]dit(?:\sphoto)?\s?:)|©)\s*{_NAMED}"), "A bridge in Riga. (Image credit: NASA)"),
    Form("photo of an agency, in brackets", _bracketed(rf"(?P<name>{_AGENCY}\s(?i:photo)s?(?:(?:{_SLASH}|\sby\s){_PERSON})?){_FILED}"), "A bridge in Riga. (AP Photo/Ann Lee)"),
    Form("name and agency, in brackets", _bracketed(rf"(?P<name>{_PERSON}(?:{_SLASH}|,?\svia\s){_AGENCIES}|{_AGENCY}{_SLASH}{_PERSON}){_FILED}"), "A bridge in Riga. (Ann Lee via AP)"),
    Form("handout", _bracketed(r"(?P<name>Handout)", re.I), "A bridge in Riga. (Handout)"),
    Form("agency, in brackets", _bracketed(rf"(?P<name>{_AGENCY})"), "A bridge in Riga. (Xinhua)", Before.END, bare=True),
    Form("two names, in brackets", _bracketed(rf"(?P<name>{_PERSON}(?:/|\svia\s){_PERSON})"), "A bridge in Riga. (A. Kalnins/Diena)", Before.SENTENCE, bare=True),
    Form("sent by", _last(_SENT), "里加的一座桥。新华社发（李安 摄）", Before.END),
    Form("taken by, in brackets", _bracketed(_TAKEN), "里加的一座桥（新华社记者 李安 摄）"),
    Form("sent by, in brackets", _bracketed(_SENT), "里加的一座桥（新华社发）"),
    Form("source, in brackets", _bracketed(_SOURCE), "里加的一座桥（图/视觉中国）"),
    Form("after the word photo", _last(rf"(?:(?i:{_MADE}\sby\s|{_PICTURE}(?:\scredit)?\s?(?::|{_SLASH}|\scourtesy\sof\s)|(?:photo\s)?credit\s?:|cr[ée]dits?(?:\sphoto)?\s?:)|Foto\s(?:de|di|von)\s)\s*{_NAMED}"), "A bridge in Riga. Photo: Anna Kalnina", Before.END),
    Form("after the word credit", _last(rf"Credit(?:…|\.\.\.|(?={_CAPITAL})){_NAMED}"), "A bridge in Riga. Credit…Anna Kalnina for The Gazette", Before.END),
    Form("provided", _last(rf"(?i:{_PICTURE}\sprovided\s(?:to|by)\s)(?:the\s)?(?P<name>{_PROPER}(?:\s(?:{_SMALL}\s)?{_PROPER}){{0,5}})"), "A bridge in Riga. PHOTO PROVIDED TO THE DAILY", Before.END),
    Form("courtesy", _last(r"(?i:courtesy\s)(?:of\s+)?(?P<name>[^\W\d_][^\[\]()\n.!?]{0,80}?)"), "A bridge in Riga. Courtesy of the museum", Before.END),
    Form("taken by", _last(_TAKEN), "里加的一座桥。新华社记者 李安 摄", Before.END),
    Form("source", _last(_SOURCE), "里加的一座桥。图片来源：视觉中国", Before.END),
    Form("name and agency", _last(rf"(?P<name>{_PERSON}(?:{_SLASH}|,?\svia\s){_AGENCIES}|{_AGENCY}{_SLASH}{_PERSON}){_FILED}"), "A bridge in Riga. Anna Kalnina/Reuters", Before.END, bare=True),
    Form("two names in capitals", _last(rf"(?P<name>{_SHOUTED}\s{_SHOUTED}(?:\s{_SHOUTED}){{0,2}}(?<!\sAND)/{_SHOUTED}(?:\s{_SHOUTED}){{0,3}})"), "A bridge in Riga. ANNA KALNINA/DIENA", Before.SENTENCE),
    Form("two names", _last(rf"(?P<name>{_PROPER}\s{_PERSON}(?<!\sAND)/{_PERSON})"), "A bridge in Riga. Anna Kalnina/Diena", Before.SENTENCE, bare=True),
    Form("bare agency", _last(rf"(?P<name>{_KNOWN_ALONE})"), "A bridge in Riga. REUTERS", Before.SENTENCE_OR_LINE, bare=True),
    Form("bare archive", _last(rf"(?P<name>{_NEWSROOM})"), "A bridge in Riga. NATIONAL ARCHIVES", Before.SENTENCE, bare=True),
    Form("copyright", _last(rf"©\s?(?:\d{{4}}\s)?{_NAMED}"), "A bridge in Riga. © Anna Kalnina", Before.END, bare=True),
)  # fmt: skip
_LONGEST = 200
_SIGNS = ("photo", "image", "picture", "illustration", "drawing", "graphic", "cartoon", "map", "foto", "bild", "фото",
          "credit", "crédit", "courtesy", "/", "／", " via ", "©", "摄", "攝", "图", "新华社发", "中新社发")  # fmt: skip
"""One of these is in every credit that does not end with a bracket or an agency."""
_LAST_WORDS = re.compile(rf"(?<!\w)(?:{_KNOWN_ALONE}|{_NEWSROOM})\.?\s*\Z|[\])）]\s*\Z")


def find_credit(text: str, within: Span, *, bare: bool = True) -> Credit | None:
    """The credit at the end of a caption, or the one before its words.

    ``bare`` says whether it may be one that does not say so.
    """
    start = max(within.start, within.end - _LONGEST)
    tail = text[start : within.end]
    if text.startswith("Image ", within.start, within.end) and (
        match := FORMS[0].pattern.match(text, *_ends(within))
    ):
        return _credit(match, 0)
    small = tail.lower()
    if not (any(sign in small for sign in _SIGNS) or _LAST_WORDS.search(tail)):
        return None
    for form in FORMS[1:]:
        match = form.pattern.search(tail) if bare or not form.bare else None
        if match and form.before.value.search(tail[: match.start()]):
            return _credit(match, start)
    return None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _credit(match: re.Match[str], at: int) -> Credit:
    name, whole = match.span("name"), match.span("whole")
    return Credit(Span(name[0] + at, name[1] + at), Span(whole[0] + at, whole[1] + at))
