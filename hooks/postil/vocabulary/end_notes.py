"""What stands around a text and speaks about it: on its author, its first printing, its translation, its errors."""

import re
from typing import NamedTuple


class NoteForm(NamedTuple):
    """One form of note: what to tell a reader, what it looks like, and whether it counts only at the end of a text."""

    name: str
    pattern: re.Pattern[str]
    at_the_end: bool = True


_END, _ANYWHERE = True, False


def _form(name: str, pattern: str, at_the_end: bool = _END) -> NoteForm:
    return NoteForm(name, re.compile(pattern, re.IGNORECASE | re.DOTALL), at_the_end)


NOTE_FORMS = (
    _form("an editor's note", r"[\[(]?(?:Editor(?:ial|[’']?s[’']?|s)? note|Author[’']?s note|Publisher[’']?s note|Note (?:to|from) (?:the )?(?:readers?|editors?|author))\b.{0,4}[:.—–-].*", _ANYWHERE),
    _form("a transcriber's or translator's note", r"[\[(]?(?:Transcri(?:ber|ption)[’']?s?[’']?|Translator[’']?s?[’']?) notes?\b.*", _ANYWHERE),
    _form("a footnote", r"\[(?:Footnote|Sidenote)\b.*", _ANYWHERE),
    _form("a correction", r"[\[(]?(?:Correction|Corrections|Clarification|Corrected|Erratum|Update|更正)s?\b.{0,40}[:：].*"),
    _form("a note", r"(?:Notes?|Disclaimer|N\.?B|Reference|Sources?|Further reading|注)\s?[:：].*"),
    _form("an account of where it appeared", r"[\[(（]?(?:(?:This|The) (?:article|essay|story|text|piece|interview|report|letter|speech|chapter|paper|op-ed|translation)\b.{0,60}?\b)?(?:was |is |has )?(?:been )?(?:(?:Originally|First|Previously) (?:appeared|published|printed|ran|delivered)|Reprinted|Republished|Excerpted|Adapted|Reproduced)\b.*"),
    _form("an account of where it appeared", r"[\[(](?:Originally|First|This article|This essay|This story|Reprinted|From the|An earlier)\b.*[\])]"),
    _form("an account of where it appeared", r"(?:An earlier version of|A version of|This (?:article|story|piece|essay|version|post|report) (?:was|has been|is|appeared|originally|first))\b.*"),
    _form("an account of where it appeared", r"[\[(（]?(?:本文|原载|原题|作者[:：系为是]|译者[:：]|选自|转自).*"),
    _form("who translated, edited or wrote it down", r"[\[(]?(?:Translated|Edited|Transcribed|Reported|Compiled|Written|Additional reporting|Reporting|Photographs?|Research|Revised|Abridged)(?: from .{1,80}?| and [\w ]{1,20})? by\b.*"),
    _form("about the author", r"(?:About the (?:authors?|writers?|contributors?)\b.*|The (?:author|writer|columnist|contributor)s? (?:is|are|was|were|has|teaches|works|lives|can be)\b.*|Contact the (?:writers?|author|reporter)s?\b.*|.{3,60} contributed to this (?:report|story|article).*|(?:The )?(?:views|opinions) expressed\b.*)"),
)  # fmt: skip
"""Each is a whole block."""

FOOTNOTE = re.compile(
    r"\s*(?:\[(?P<a>\d{1,3}|[a-z*†‡])\]:?|\((?P<b>\d{1,3})\)|(?P<c>\d{1,3})[.)]?|(?P<d>[*†‡§]{1,3})|(?P<e>[①-⑳]|\^\d{1,3}))\s{0,4}(?=\S)"
)
"""The mark that a footnote begins with."""
NOTE_HEADS = re.compile(
    r"(?:(?:foot|end)?notes|references|sources|works cited|bibliography|notes and references|注释|参考文献|注)\s?[:：.]?",
    re.I,
)
AUTHOR_HEADS = re.compile(
    r"(?:about the (?:authors?|writers?|contributors?)|the authors?|biographical note|作者简介)\s?[:：.]?",
    re.I,
)
"""Lines that head the notes at the end."""
LONGEST_NOTE = 1500


def note_form(words: str, *, at_the_end: bool) -> NoteForm | None:
    """The form of note that the whole of the words has, if any."""
    if not words or len(words) > LONGEST_NOTE:
        return None
    return next(
        (
            form
            for form in NOTE_FORMS
            if (at_the_end or not form.at_the_end) and form.pattern.fullmatch(words)
        ),
        None,
    )


def is_about(words: str, names: tuple[str, ...]) -> bool:
    """Whether the words begin by saying what one of these people is."""
    return len(words) <= LONGEST_NOTE and any(
        re.match(
            rf"(?:(?:Dr|Prof(?:essor)?|Mr|Ms|Mrs)\.? )?{re.escape(name)},? (?:is|was|are|were|has|teaches|lives|writes|works|holds|serves)\b",
            words,
        )
        for name in (
            *names,
            *(name.title() for name in names if name.isupper()),
            *(name.split()[-1] for name in names if name.split()),
        )
        if len(name) > 2
    )
