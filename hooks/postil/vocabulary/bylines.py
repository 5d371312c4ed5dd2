"""How the head of a text names its title, its author, its source and its date."""

import re
from typing import NamedTuple

from .datelines import is_date

_WORD = (
    r"(?:(?:[^\W\d_a-z]\.-?)++|[^\W\d_a-z]\w{1,4}\.(?=\s)|[^\W\d_a-z][\w’'-]++"
    r"|(?:de|del|della|da|di|du|la|le|van|von|der|den|al|el|bin|ibn)(?=\s))"
)
_NAME = rf"(?=[^\W\d_]){_WORD}(?:\s{{1,3}}{_WORD}){{0,4}}"
"""Capitalised words, initials, titles and particles."""
_JOINED = rf"{_NAME}(?:(?:,\s*and\s+|[,;&]\s*|\s+(?:&|and|AND|with|und|et|y|и)\s+){_NAME}){{0,12}}"
_ROLE = (
    r"(?:,?\s+(?:(?:Our\s)?(?:Special |Staff |Foreign |Senior |Chief )?(?:Writers?|Reporters?|Correspondents?|Editors?)\b.{0,30}"
    r"|(?:in|for)\s+[^\W\d_a-z][^.|]{1,40}|\([^()]{2,40}\)|\[[^\[\]]{2,40}\]))?"
)


_UPPER = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_DISTINCT = (
    rf"(?-i:(?={_UPPER}[\w.’'-]{{0,20}}\s(?:(?:de|del|la|von|van|der|du|da|di)\s){{0,2}}{_UPPER}){_JOINED})"
)
"""Names of two words or more: what stands behind a short foreign word must look like people."""
_STYLE = r"(?:(?:the\s)?(?:(?:Rt\.?|Right)\s)?(?:Hon(?:ourable|orable|\.)|Rev(?:erend|\.))\s)?"
_HELD = r"(?-i:[^\W\d_a-z])[\w’'-]{1,20}(?:\s(?:of|for|to|the|in|and|(?-i:[^\W\d_a-z])[\w’'-]{1,20})){0,7}"
_OFFICES = (
    r"(?:Minister|President|Secretary|(?:Arch)?Bishop|Dean|Rector|Vicar|Governor|Chairman|Chancellor|Director|Editor|Professor|General|"
    r"Colonel|Captain|Commander|Ambassador|Consul|Mayor|Judge|Senator|Surgeon|Inspector|Engineer|Librarian|Curator|Superintendent|Member)"
)
_PAPER = (
    r"(?:Times|Post|Gazette|Review|Journal|Herald|Courier|Chronicle|Standard|Tribune|Quarterly|Bulletin|Magazine|Mercury|Observer|"
    r"Examiner|Daily|Weekly|News|Zeitung|Zeitschrift|Tageblatt|Anzeiger|Revue|Gazeta|Gaceta|Revista|Diario)"
)
_PERIODICAL = rf"(?P<source>(?=[^,]{{0,60}}\b{_PAPER}\b){_HELD})"
_ISSUE = r"(?:(?:Vol(?:ume|\.)|No\.|Nos\.|Nr\.|Issue|Bd\.|Heft|Tome|N[º°])\s?(?:\d{1,4}|[IVXLC]{1,8})(?:,\s|:\s|\s|(?=\()))"


class BylineForm(NamedTuple):
    """One form of byline: what to tell a reader, what it looks like, and a line of it."""

    name: str
    pattern: re.Pattern[str]
    example: str


BYLINES = (
    BylineForm("agency and day", re.compile(r"\(?(?P<source>[^\W\d_a-z][\w’'. ]{1,40})\)\s*(?P<date>\d\d?:\d\d,.{4,30}\d{4})"), "(Xinhua) 09:05, May 23, 2023"),
    BylineForm("Updated, Published, Posted", re.compile(r"(?:Last )?(?:Updated|Published|Posted|Modified|Issued|First published)(?: (?:on|at))?:?\s*(?P<date>.{0,60}\d{4}.{0,60})", re.I), "Published on 5 May 1921"),
    BylineForm("By one of our own", re.compile(r"(?:From|By)\s+(?P<creator>(?:a|an|our(?: own)?|the)\s+(?:own |special |foreign |staff )*(?:correspondent|reporter|staff|representative)s?\b.{0,40}?)\.?", re.I), "From our own Correspondent"),
    BylineForm("By and names", re.compile(rf"(?:By|by|BY|Written by|Story by|Words by|Text by)\s+(?:Xinhua [Ww]riters? )?(?P<creator>{_JOINED}){_ROLE}"), "By Ann Lee and Jan Berzin"),
    BylineForm("By somebody in office", re.compile(rf"By\s+(?:the\s+)?(?:(?:Vice|Deputy|Assistant|Lord|Late|Right|First|Prime)[\s-])?{_OFFICES}\b(?:\s(?:(?:of|for|to)\s(?:the\s)?)?{_HELD})?,\s+{_STYLE}(?P<creator>(?-i:{_NAME}))", re.I), "By the Minister of Works, the Hon. Ann Lee"),
    BylineForm("By, in another language", re.compile(rf"(?:Von|Par|Por|Texte? de|Texte? par|Text von|Texto(?: de)?:?|Ein Bericht von|Di)\s+(?P<creator>{_DISTINCT})", re.I), "Par Anna Kalnina et Jan Berzin"),
    BylineForm("Published or updated, in another language", re.compile(r"(?:Zuletzt )?(?:Publiée?|Mise? à jour|Modifiée?|Aktualisiert|Veröffentlicht|Erschienen|Publicad[oa]|Actualizad[oa]|Modificad[oa]|Pubblicato|Aggiornato|Обновлено|Опубликовано)\s?:?\s*(?:(?:le|am|el|il|vom|den|du)\s+)?(?P<date>(?:[^\W\d_]{2,12}\.?,?\s)?\d.{0,60}(?<!\d)\d{4}(?!\d).{0,40}|\d{4}-\d.{0,40})", re.I), "Publié le 4 juin 2019"),
    BylineForm("number of a periodical", re.compile(rf"{_PERIODICAL},\s{_ISSUE}{{1,3}}\(?(?P<date>[^\d()]{{0,25}}\d{{4}})\)?\.?"), "Riga Review of Roads, Vol. 2, No. 3, May 1931"),
    BylineForm("paper and day", re.compile(rf"{_PERIODICAL},\s(?P<date>(?:[^\W\d_]{{3,12}},?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s[^\W\d_]{{3,12}}\.?,?|[^\W\d_]{{3,12}}\.?\s\d{{1,2}},)\s\d{{4}})\.?"), "The Riga Times, Friday, 3 July 1931"),
    BylineForm("Interviewed by", re.compile(rf"(?:Interviewed|Interview) by:?\s(?P<creator>{_JOINED})"), "Interviewed by Jan Berzin"),
    BylineForm("Pictures by", re.compile(rf"(?:Recorded|Photographs?|Photos|Illustrations?|Illustrated) by:?\s(?P<other>{_JOINED})"), "Photographs by Jan Berzin"),
    BylineForm("Chinese writer or reporter", re.compile(r"(?:文\s?[/／丨|]|[\u4e00-\u9fff]{0,6}(?:记者|通讯员))[\s:：]*(?P<creator>[\u4e00-\u9fff·]{2,8}(?:[、，,\s][\u4e00-\u9fff·]{2,8}){0,6})"), "新华社记者 李明"),
)  # fmt: skip
"""Whole lines, most specific first."""

_LABELS = (
    ("creator", r"By\s?:?(?=\s)|By:|Authors?:|Writers?:|Creator:|Autor(?:in|en|a|es)?\s?:|Auteure?s?\s?:|Verfasser(?:in)?:|Автор(?:ы)?\s?:|Текст\s?:|作\s?者\s?[:：]"),
    ("source", r"Source\s?:|From:|Publisher:|Quelle\s?:|Fuente\s?:|Источник\s?:|来\s?源\s?[:：]"),
    ("date", r"(?:Last )?Updated?(?: on)?\s?:|(?:First )?Published(?: on)?\s?:|Posted\s?:|Date\s?:|Datum\s?:|Stand\s?:|Fecha\s?:|Дата\s?:|(?:发布|更新|发表)?(?:时间|日期)\s?[:：]"),
    ("title", r"Title:|Subject:|标题[:：]"),
    ("editor", r"(?:Web |Responsible )?Editors?\s?:|责任?编辑?\s?[:：]|编辑[:：]"),
    ("translator", r"Translators?:|译者[:：]"),
    ("other", r"Interview(?:er|ee)s?\s?:|Location\s?:|Place\s?:|Transcriber\s?:"),
)  # fmt: skip
_LABEL = re.compile("|".join(f"(?P<{field}>{pattern})" for field, pattern in _LABELS), re.I)
"""Words that name the field behind them; ``By`` without a colon only at the head of a line."""
_STARTS = re.compile("|".join(pattern for _, pattern in _LABELS), re.I)
_SPLIT = re.compile(r"\s*[|｜]\s*|\s+[•·]\s+|\t+|\s{3,}")
_BAR = re.compile(r"[|｜]|\s[•·]\s")
_JOINT = re.compile(r"\s*(?:,\s*and\s+|[,;&，、；]\s*|\s+(?:and|AND|with|und|et|y|и)\s+)\s*")
_OFFICE = re.compile(
    r"(?:[\w’'.]{1,20}\s){0,3}(?:Writers?|Reporters?|Correspondents?|Editors?|Press|News|Times|Post|Daily|Agency|Xinhua|Reuters|AFP|AP)",
    re.I,
)
"""What stands behind a comma like a name and is none: an office, a paper."""
_LONGEST = 300
_FIELDS = ("creator", "source", "date", "title")
_NAMES = re.compile(_JOINED)


def byline_form(line: str) -> str | None:
    """Which form of byline the line has, in words for a reader; None for any other line."""
    return _read(line)[0]


def read_byline(line: str) -> dict[str, str]:
    """The fields (creator, source, date, title) of a byline, as printed; empty for any other line."""
    return {field: value for field, value in _read(line)[1].items() if field in _FIELDS}


def is_name(line: str) -> bool:
    """Whether the line looks like people's names and nothing else."""
    return len(line) <= 80 and bool(_NAMES.fullmatch(line.strip()))


def byline_creator(line: str) -> str:
    """Who wrote the text, by a line known as a byline: as its form says, or the whole of a line that is a name; or nothing."""
    line = line.strip()
    fields = read_byline(line)
    if fields or not (is_author(line) or (" " in line and is_name(line) and not is_office(line))):
        return fields.get("creator", "")
    return line.rstrip(".")


def is_author(line: str) -> bool:
    """Whether the line is one person's name beyond doubt: with initials, or with a common given name first."""
    words = line.strip().rstrip(".").split()
    return (
        2 <= len(words) <= 4
        and bool(_ONE_NAME.fullmatch(" ".join(words)))
        and (bool(_INITIALS.match(line.strip())) or words[0].casefold() in _GIVEN)
    )


_ONE_NAME, _INITIALS = re.compile(_NAME), re.compile(r"(?:[^\W\d_a-z]\.\s?){2,4}(?=[^\W\d_a-z][\w’'-])")
_GIVEN_NAMES = (
    "adam albert alexander alfred alice andrew ann anna anne anthony antonio arthur barbara benjamin bernard "
    "carl carlos caroline catherine charles charlotte christopher clara daniel david dorothy edgar edith "
    "edmund eduard edward eleanor elizabeth ellen emily emma ernest eugene eva fatima ferdinand florence "
    "francis franz frederick friedrich george gertrude giovanni gustav hannah hans harold harriet heinrich "
    "helen henri henry herbert hermann hugh isaac isabella ivan jacob james jane jean jeanne joan johann "
    "johannes john jonathan jose joseph josé juan julia karl katharine laura leo leonard lewis louis louisa "
    "lucy luis margaret maria marie martha martin mary matthew michael miguel mohammed muhammad nicholas "
    "oliver oscar otto patrick paul pedro peter philip pierre ralph rebecca richard robert rosa ruth samuel "
    "sarah simon sophie stephen susan theodore thomas victor vincent virginia vladimir walter wilhelm william"
)
"""Given names that begin no heading, for authors whose names stand bare under a title; initials do as well."""
_GIVEN = frozenset(_GIVEN_NAMES.split())


def is_office(line: str) -> bool:
    """Whether the line is a paper, an agency or somebody's office there: ``BBC News, Riga``."""
    return len(line) <= 60 and bool(
        re.fullmatch(rf"(?:{_OFFICE.pattern})(?:,\s[\w .’'-]{{2,40}})?", line, re.I)
    )


def split_names(names: str) -> tuple[str, ...]:
    """The single people of a list joined by commas, semicolons, ampersands and the word 'and', offices left out."""
    first, *others = (name for name in _JOINT.split(names.strip()) if name) if names.strip() else ("",)
    return tuple(name for name in (first, *(each for each in others if not _OFFICE.fullmatch(each))) if name)


def _read(line: str) -> tuple[str | None, dict[str, str]]:
    line = line.strip()
    if not 4 <= len(line) <= _LONGEST:
        return None, {}
    for form in BYLINES:
        if match := form.pattern.fullmatch(line):
            return form.name, {name: value.strip() for name, value in match.groupdict().items() if value}
    pieces = [piece for piece in _SPLIT.split(line) if piece]
    found = _labelled(line) if _STARTS.match(line) else {}
    if found:
        return "its parts are named: " + ", ".join(sorted(found)), found
    found = _piped(pieces) if len(pieces) > 1 else {}
    if not (_BAR.search(line) or any(_STARTS.match(piece) for piece in pieces)):
        found = {}
    return ("its parts stand between bars", found) if found else (None, {})


def _labelled(line: str) -> dict[str, str]:
    """Fields that a word names, one after the other; a lone one must look like what it names."""
    labels = [match for match in _LABEL.finditer(line) if match.start() == 0 or not _is_bare_by(match[0])]
    ends = [*(match.start() for match in labels[1:]), len(line)]
    found: dict[str, str] = {}
    for match, end in zip(labels, ends, strict=True):
        parts = [part for part in _SPLIT.split(line[match.end() : end].strip(" |｜\t\u3000")) if part]
        if match.lastgroup == "source" and len(parts) > 1 and _has_date(parts[1]):
            found.setdefault("date", parts[1])
        elif len(parts) > 1 and match.lastgroup == "creator":
            found.setdefault("source", parts[1])
        if match.lastgroup and parts:
            value = parts[0]
            if match.lastgroup == "source" and (inner := _SOURCE_DATE.fullmatch(value)):
                value = inner[1]
                found.setdefault("date", inner[2])
            if value:
                found.setdefault(match.lastgroup, value)
    if "date" in found and not any(map(str.isdecimal, found["date"])):
        return {}
    if set(found) <= {"editor", "translator", "other"} or (
        len(labels) == 1 and not _is_plausible(line, labels[0], found)
    ):
        return {}
    return found


_SOURCE_DATE = re.compile(r"(.{0,80}?)\s*((?:\d{4}[-/.年]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}).{0,40})")


def _is_bare_by(label: str) -> bool:
    return label.strip().casefold() == "by"


def _is_plausible(line: str, label: re.Match[str], found: dict[str, str]) -> bool:
    """Whether a line with a single label is a byline and no sentence."""
    if _is_bare_by(label[0]):
        return "source" in found and ("|" in line or "｜" in line) and is_name(found.get("creator", ""))
    return len(line) <= 120 and line[-1] not in ".。!?！？;；" and bool(found)


def _has_date(words: str) -> bool:
    return is_date(words) or bool(re.match(r"\d{4}[-/.年]\d{1,2}", words))


def _piped(pieces: list[str]) -> dict[str, str]:
    """Author, source and day between bars: at least a day, and nothing besides them."""
    found: dict[str, str] = {}
    plain: list[str] = []
    for piece in pieces:
        _form, fields = _whole(piece)
        if fields:
            found = {**fields, **found}
        elif _has_date(piece):
            found.setdefault("date", piece)
        elif len(piece) <= 60 and piece[0].isupper() and piece[-1] not in ".!?":
            plain.append(piece)
        else:
            return {}
    if "date" not in found or len(plain) > 2:
        return {}
    if "creator" not in found and len(plain) == 2 and is_name(plain[0]):
        found["creator"], plain = plain[0], plain[1:]
    if "source" not in found and len(plain) == 1:
        found["source"], plain = plain[0], []
    return {} if plain else found


def _whole(piece: str) -> tuple[str | None, dict[str, str]]:
    for form in BYLINES:
        if match := form.pattern.fullmatch(piece):
            return form.name, {name: value.strip() for name, value in match.groupdict().items() if value}
    return (None, _labelled(piece)) if _STARTS.match(piece) else (None, {})
