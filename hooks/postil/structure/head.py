"""The head of a text: noise of its page, title, byline, dateline."""

import re
from collections.abc import Sequence

from ..model import BlockKind
from ..vocabulary.bylines import byline_form, is_author, is_name, is_office, read_byline
from ..vocabulary.capture_noise import EBOOK_MAKERS, EBOOK_STARTS, HEAD_NOISE, compiled, is_of
from ..vocabulary.datelines import is_closing, is_date, is_dateline, is_salutation
from ..vocabulary.end_notes import note_form
from . import shapes
from .headings import is_chapter
from .lines import OPENERS, Lines, Ruling
from .pictures import says_picture

_NOISE = compiled(HEAD_NOISE)
_EBOOK, _MAKERS = compiled([EBOOK_STARTS]), compiled([EBOOK_MAKERS])
_TITLE, _SUBTITLE, _SEARCHED, _EBOOK_HEAD = 250, 160, 12, 60
_SPEAKS = 600


def read_head(groups: Sequence[Lines], speakers: frozenset[str]) -> list[Ruling]:
    """What the first groups are, up to where the body begins."""
    found = _before_ebook(groups)
    found += _leading_noise(groups, len(found))
    title = ""
    while len(found) < len(groups) and (len(found) < _SEARCHED or any(v.rule == _FILE for v in found[-1:])):
        at = len(found)
        group = groups[at]
        words = group.on_one_line if group.length <= 600 else ""
        ruling = _formula(groups, at, words, found)
        if ruling is None and not title and _is_window_title(groups, at):
            ruling = Ruling(BlockKind.NOISE, "the title with the site's name, over the title")
        if ruling is None and found and found[-1].kind is BlockKind.TITLE and _is_author(groups, at):
            ruling = Ruling(BlockKind.BYLINE, "a name alone under the title")
        if ruling is None and title and words.casefold() == title:
            ruling = Ruling(BlockKind.NOISE, "the title once more")
        if ruling is None and not title and not _dated(found) and _is_title(groups, at, speakers):
            ruling, title = Ruling(BlockKind.TITLE, "first line, with no full stop"), words.casefold()
        elif (
            ruling is None
            and title
            and found[-1].kind is BlockKind.TITLE
            and _is_subtitle(groups, at, speakers)
        ):
            ruling = Ruling(BlockKind.TITLE, "under the title, before the byline")
        if ruling is None:
            break
        found.append(ruling)
    return found


_FILE = "about the file, before the text begins"


def _before_ebook(groups: Sequence[Lines]) -> list[Ruling]:
    """All before the line with which a transcription says that its text starts."""
    start = next(
        (at for at, group in enumerate(groups[:_EBOOK_HEAD]) if is_of(_EBOOK, group.on_one_line)), None
    )
    if start is None:
        return []
    found: list[Ruling] = []
    for group in groups[: start + 1]:
        fields = read_byline(group.words) if group.count == 1 else {}
        named = {"title", "creator"} & set(fields)
        kind = BlockKind.BYLINE if named else BlockKind.NOISE
        found.append(Ruling(kind, f"named line of a byline: {byline_form(group.words)}" if named else _FILE))
    for group in groups[start + 1 : start + 4]:
        if not is_of(_MAKERS, group.on_one_line):
            break
        found.append(Ruling(BlockKind.NOISE, _FILE))
    return found


def _leading_noise(groups: Sequence[Lines], start: int) -> list[Ruling]:
    found: list[Ruling] = []
    for group in groups[start : start + 40]:
        menu = (
            bool(found)
            and group.before == 0
            and group.count > 1
            and all(len(line.words.split()) <= 2 for line in group.lines)
        )
        if not (menu or is_of(_NOISE, group.on_one_line)) or start + len(found) + 1 >= len(groups):
            break
        found.append(_CONTROL)
    return found


_CONTROL = Ruling(BlockKind.NOISE, "control of a web page")


def _formula(groups: Sequence[Lines], at: int, words: str, found: Sequence[Ruling]) -> Ruling | None:
    """What the words are by a formula alone: byline, dateline, noise or note."""
    if not words:
        return None
    if form := byline_form(words):
        return Ruling(BlockKind.BYLINE, f"named line of a byline: {form}")
    if words.casefold() in ("by", "by:") and at + 1 < len(groups) and is_name(groups[at + 1].on_one_line):
        return Ruling(BlockKind.BYLINE, "By, over a name")
    if found and found[-1].rule == "By, over a name" and is_name(words):
        return Ruling(BlockKind.BYLINE, "a name under By")
    if found and found[-1].kind is BlockKind.BYLINE and is_office(words):
        return Ruling(BlockKind.BYLINE, "the paper or office under a byline")
    if found and found[-1].kind is BlockKind.BYLINE and groups[at].before == 0 and _is_place(groups[at]):
        return Ruling(BlockKind.BYLINE, "the place under a byline")
    if is_of(_NOISE, words) and at + 1 < len(groups):
        return _CONTROL
    if groups[at].count <= 4 and (is_dateline(words) or _heads_letter(groups, at)):
        return Ruling(BlockKind.DATELINE, "place and day on a line of their own")
    if is_date(words) and not _is_diary(groups, at):
        return Ruling(BlockKind.DATELINE, "a day on a line of its own, at the head")
    if note := note_form(words, at_the_end=False):
        return Ruling(BlockKind.NOTE, note.name)
    return None


def _heads_letter(groups: Sequence[Lines], at: int) -> bool:
    """Whether the lines over a salutation are a place and a day, whatever parts them."""
    if groups[at].count < 2 or at + 1 >= len(groups) or not is_salutation(groups[at + 1].on_one_line):
        return False
    return is_dateline(", ".join(line.words.rstrip(",") for line in groups[at].lines))


def _is_place(group: Lines) -> bool:
    return group.count == 1 and group.length <= 40 and is_name(group.words)


_SITE = re.compile(r"\s{1,3}[-–—|·»_]\s{1,3}[^\W\d_].{1,60}")


def _is_window_title(groups: Sequence[Lines], at: int) -> bool:
    """Whether the line is the one after it with the name of a site behind."""
    if at + 2 >= len(groups) or groups[at].length > _TITLE or groups[at + 1].length > _TITLE:
        return False
    words, title = groups[at].on_one_line, groups[at + 1].on_one_line
    return words.startswith(title) and bool(_SITE.fullmatch(words[len(title) :]))


def _is_author(groups: Sequence[Lines], at: int) -> bool:
    """Whether the line is the author's name: by its form, or as a name over a byline or a dateline."""
    if at + 1 >= len(groups) or groups[at].count > 1 or groups[at].length > 80:
        return False
    words, following = groups[at].on_one_line, groups[at + 1]
    if is_author(words) and words.split()[-1] not in following.words[:_SPEAKS]:
        return following.length > groups[at].length  # what follows a heading speaks of it
    after = following.on_one_line if following.length <= 300 else ""
    return (
        1 <= words.count(" ") <= 3
        and is_name(words)
        and bool(byline_form(after))
        and not after.startswith("By")
    )


def _dated(found: Sequence[Ruling]) -> bool:
    return any(ruling.kind is BlockKind.DATELINE for ruling in found)


def _is_diary(groups: Sequence[Lines], at: int) -> bool:
    """Whether days head the entries of the whole text."""
    return sum(group.count == 1 and is_date(group.words) for group in groups[at : at + 200]) > 1


def _is_title(groups: Sequence[Lines], at: int, speakers: frozenset[str]) -> bool:
    if at + 1 >= len(groups) or not _is_line(groups[at], speakers):
        return False
    group, words = groups[at], groups[at].on_one_line
    if is_chapter(words) or shapes.bullet(group.lines[0]) or is_salutation(words) or _is_torn(groups, at):
        return False
    stopped = words[-1] in ".。" and not (words.isupper() and groups[at + 1].length > group.length)
    return not stopped and words[-1] not in ",;:，；：—–-" and len(words) <= _TITLE


def _is_torn(groups: Sequence[Lines], at: int) -> bool:
    """Whether the next lines go on in the middle of the sentence."""
    following = groups[at + 1]
    bylined = following.on_one_line.casefold() in ("by", "by:") if following.length <= 3 else False
    return following.lines[0].continues and not bylined and not byline_form(following.on_one_line[:400])


def _is_subtitle(groups: Sequence[Lines], at: int, speakers: frozenset[str]) -> bool:
    """Whether a line between the title and a byline or dateline goes with the title."""
    if at + 1 >= len(groups) or not _is_line(groups[at], speakers) or is_chapter(groups[at].on_one_line):
        return False
    following = groups[at + 1].on_one_line if groups[at + 1].length <= 300 else ""
    heads = bool(byline_form(following)) or following.casefold() in ("by", "by:") or is_dateline(following)
    words = groups[at].on_one_line
    return heads and len(words) <= _SUBTITLE and words[-1] not in ",;:"


def _is_line(group: Lines, speakers: frozenset[str]) -> bool:
    """Whether the group is a line or three that could be a title at all."""
    if group.count > 3 or group.length > 2 * _TITLE:
        return False
    words = group.on_one_line
    first = words.lstrip(OPENERS)[:1]
    return (
        bool(first)
        and not first.islower()
        and group.sentences <= 2
        and any(map(str.isalpha, words))
        and not says_picture(words)
        and not is_closing(words)
        and not is_date(words)
        and not (speakers and shapes.speaker(group.lines[0]) in speakers)
        and not shapes.shape(group)
        and not any(shapes.has_columns(line) and group.count > 1 for line in group.lines)
    )
