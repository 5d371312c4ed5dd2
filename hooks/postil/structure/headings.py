"""Which blocks are headings: numbered, in capitals, or a line or sentence alone over what is longer."""

import re

from ..model import BlockKind
from ..vocabulary.datelines import is_date
from .lines import Lines, Ruling

_LINE, _SENTENCE, _WORDS, _LONG = 120, 250, 16, 200
"""Characters of a heading in a line and of one in a sentence, its words, and a long paragraph's characters."""
_COUNT = r"(?:[IVXLC]{1,7}|\d{1,3})"
_WORDED = (
    "chapter|part|section|book|article|canto|act|scene|volume|vol\\.|letter|lesson|lecture|appendix|annex|psalm|sermon|stave|tale|fit|sonnet|no\\.|day|week|entry|"
    "kapitel|teil|buch|artikel|chapitre|partie|livre|capítulo|parte|libro|artículo|глава|часть|книга|статья|раздел"
)
_ORDINAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last))"
_NUMBERED = re.compile(
    rf"(?:(?:{_WORDED})\s{{1,4}}(?:{_COUNT}|{_ORDINAL})[.:)]?(?:[\s—–-]{{1,4}}\S.{{0,110}})?"
    rf"|(?:the )?{_ORDINAL}\s(?:{_WORDED})[.:]?(?:[\s—–-]{{1,4}}\S.{{0,110}})?"
    rf"|§{{1,2}}\s?\d{{1,4}}[a-z]?\.?(?:\s{{1,4}}\S.{{0,110}})?"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?\s{{1,4}}\S.{{0,110}}"
    rf"|{_COUNT}[.)]\s{{1,8}}\S.{{0,110}}|[A-Z][.)]\s{{1,8}}\S.{{0,110}}|\(?{_COUNT}[.)]?)",
    re.I,
)
"""A figure is a number where a mark or a word says so, or nothing follows."""
_STOPPED = re.compile(
    rf"(?:{_WORDED})\s{{1,4}}{_COUNT}\.?|\(?{_COUNT}[.)]?|[IVXLC]{{1,7}}\.\s.{{1,60}}|(?:act|scene|canto|letter)\b.{{0,100}}",
    re.I,
)
"""Numbered headings that may end with a full stop; any other one that does is a sentence."""
_HANZI = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,5}[章节編编部回条篇卷][\s　]?|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)])[^。！？；]{0,60}"
    r"|[【〖][^【】]{1,40}[】〗]"
)
_LAST_WORDS = re.compile(
    r"(?:introduction|preface|foreword|prologue|epilogue|conclusions?|contents|afterword|preamble|postscript|appendix|acknowledge?ments|summary|abstract|background|dedication|"
    r"前言|序言?|引言|结语|结论|后记|目录|摘要)\s?[:.：]?",
    re.I,
)
_SAYING = re.compile(
    r"(?:I|I[’']\w{1,2}|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou|[Bb]ut|[Aa]nd|[Ss]o|[Tt]hen|[Yy]es|[Nn]o|[Oo]h|[Ww]ell|Dear|My dear|P\.? ?S)\b[^.]"
)
_SIGNED = re.compile(r"(?:[^\W\d_a-z]\.\s?){1,4}[^\W\d_a-z][\w’'-]{1,20}\.")
_TELEGRAM = (" STOP", " STOP.")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_UNFINISHED = re.compile(
    r"\s(?:by|of|to|the|an?|and|or|for|with|in|on|at|from|that|which|as|are|is|was|were|be|not)\Z"
)
_CJK = re.compile("[\u3400-\u9fff\u3040-\u30ff]")
_OPEN_END = ".!,;:…\"”’'—–-。，；：、！）)"


def is_strong(words: str) -> bool:
    """Whether a line is numbered or in capitals as only headings are."""
    return len(words) <= _LINE and (
        _is_numbered(words) or _is_capitals(words) or bool(_LAST_WORDS.fullmatch(words))
    )


def is_chapter(words: str) -> bool:
    """Whether a line numbers a chapter or part in words or figures."""
    return len(words) <= _LINE and bool(
        (re.match(rf"(?:{_WORDED})\s", words, re.I) and _is_numbered(words))
        or _HANZI.fullmatch(words)
        or re.fullmatch(rf"{_COUNT}[.)]?", words)
    )


def heading(
    group: Lines, after: Lines | None, kind_after: BlockKind | None, *, shouting: bool
) -> Ruling | None:
    """Why the lines are a heading, if their own form says so; a sentence with a full stop is not decided here."""
    words = group.on_one_line if group.count <= 3 and group.length <= _SENTENCE else ""
    if not words or after is None or len(words) > _LINE or words[-1] in ",;":
        return None
    if (words[-1] == "." and _SIGNED.fullmatch(words)) or words.endswith(_TELEGRAM):
        return None
    if _YEAR.fullmatch(words) and group.before and group.after and after.length > group.length:
        return Ruling(BlockKind.HEADING, "a year alone over what happened in it")
    if after.words[0] in "-–—_*" or (_UNFINISHED.search(words) and not words.isupper()):
        return None
    if _is_numbered(words) and re.match(rf"(?:{_WORDED})\s", words, re.I) and not group.is_prose:
        return Ruling(BlockKind.HEADING, "numbered")
    leads = kind_after is BlockKind.HEADING or kind_after in _HEADED or after.length > group.length
    if not leads:
        return None
    if _is_numbered(words):
        return Ruling(BlockKind.HEADING, "numbered")
    if group.count <= 3 and not shouting and _is_capitals(words):
        return Ruling(BlockKind.HEADING, "capitals")
    if _LAST_WORDS.fullmatch(words):
        return Ruling(BlockKind.HEADING, "named as a part of a book is")
    if group.count > 1 or kind_after not in (None, *_HEADED):
        return None
    if is_date(words):
        return Ruling(BlockKind.HEADING, "a day of its own over an entry")
    if words[-1] in _OPEN_END or len(words.split()) > _WORDS or _SAYING.match(words):
        return None
    if _CJK.match(words):
        if (
            len(words) <= 40
            and after.length >= 2 * group.length
            and "。" in after.words
            and "。" not in words
        ):
            return Ruling(BlockKind.HEADING, "short line without a full stop before a longer paragraph")
        return None
    if not (words[0].isupper() or (words[0].isdecimal() and len(words) > 4)) or group.sentences > 1:
        return None
    if words[-1] == "?" and not after.is_prose:
        return None
    if not (
        after.is_prose
        or after.length > 90
        or kind_after in _HEADED
        or (after.length > 2 * group.length and words.istitle())
    ):
        return None
    return Ruling(BlockKind.HEADING, "short line without a full stop before a longer paragraph")


_HEADED = frozenset({BlockKind.LIST, BlockKind.TABLE, BlockKind.VERSE, BlockKind.SPEECH, BlockKind.QUOTE})
"""Kinds besides paragraphs that a heading leads to, however short they are."""


def names_chapter(group: Lines, after: Lines | None) -> bool:
    """Whether a line directly under the number of a chapter is its name; it may end with a full stop."""
    words = group.on_one_line
    return (
        group.count == 1
        and len(words) <= 80
        and group.sentences == 1
        and words[0].isupper()
        and words[-1] not in ',;:!?"”'
        and after is not None
        and (after.is_prose or after.length > 2 * group.length)
    )


def could_head(group: Lines, after: Lines | None, usual_length: float) -> bool:
    """Whether a sentence with a full stop stands over its paragraph as a heading would, in a text of long paragraphs."""
    if after is None or group.count > 3 or group.length > _SENTENCE or not after.is_prose:
        return False
    words = group.on_one_line
    return (
        words[-1] in ".?!。"
        and group.sentences == 1
        and usual_length >= max(3 * group.length, _LONG)
        and after.length >= 2 * group.length
        and not re.search('["“”«»:：]', words)
        and not re.match(r"(?:I|[Hh]e|[Ss]he)\b", words)
    )


def _is_numbered(words: str) -> bool:
    if _HANZI.fullmatch(words):
        return True
    if not _NUMBERED.fullmatch(words) or words[-1] in ",;":
        return False
    return words[-1] != "." or bool(_STOPPED.fullmatch(words))


def _is_capitals(words: str) -> bool:
    return (
        words.isupper()
        and len(words) > 2
        and words[-1] not in ",;"
        and sum(map(str.isalpha, words)) * 2 > len(words)
    )
