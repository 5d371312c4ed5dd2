"""The foot of a text: notes about it, and noise of its page."""

from collections.abc import Sequence

from ..model import BlockKind
from ..vocabulary.bylines import byline_creator, split_names
from ..vocabulary.capture_noise import EBOOK_ENDS, FOOT_LISTS, FOOT_NOISE, compiled, is_of
from ..vocabulary.end_notes import AUTHOR_HEADS, FOOTNOTE, LONGEST_NOTE, NOTE_HEADS, is_about, note_form
from . import shapes
from .lines import Lines, Ruling

_NOISE, _LISTS, _EBOOK = compiled(FOOT_NOISE), compiled(FOOT_LISTS), compiled([EBOOK_ENDS])
_LINK, _WINDOW = 150, 300
"""So many characters has a link in a list at most; so many groups are looked at from the end."""


def read_foot(groups: Sequence[Lines], first: int, head: Sequence[Ruling]) -> list[Ruling]:
    """What the last groups are, from where the body ends."""
    found = _after_ebook(groups, first) or _listed(groups, first)
    names = _authors(groups, head)
    found = _under_heads(groups, first, _upward(groups, first, found, names))
    return _upward(groups, first, found, names)


def _upward(groups: Sequence[Lines], first: int, below: list[Ruling], names: tuple[str, ...]) -> list[Ruling]:
    """The same with what stands directly above, as long as it is noise or a note by its own words."""
    found = list(reversed(below))
    body = groups[first:]
    while len(groups) - len(found) > first + 1:
        ruling = _formula(groups[len(groups) - len(found) - 1], names, body)
        if ruling is None:
            break
        found.append(ruling)
    return found[::-1]


def _after_ebook(groups: Sequence[Lines], first: int) -> list[Ruling]:
    for at in range(first, len(groups)):
        group = groups[at]
        if group.count <= 2 and group.words[:3] in ("***", "End") and is_of(_EBOOK, group.on_one_line):
            return [Ruling(BlockKind.NOISE, "about the file, after the text ends")] * (len(groups) - at)
    return []


def _listed(groups: Sequence[Lines], first: int) -> list[Ruling]:
    """A list of other pages at the end, with the line that heads it."""
    start = None
    for at in range(len(groups) - 1, max(first, len(groups) * 6 // 10, len(groups) - _WINDOW) - 1, -1):
        if is_of(_LISTS, groups[at].lines[0].words):
            start = at
        elif not is_of(_NOISE, groups[at].on_one_line) and (groups[at].length > _LINK or groups[at].is_prose):
            break  # what a page lists after its text is titles, not paragraphs
    return (
        []
        if start is None
        else [Ruling(BlockKind.NOISE, "a page's list of other pages")] * (len(groups) - start)
    )


def _authors(groups: Sequence[Lines], head: Sequence[Ruling]) -> tuple[str, ...]:
    return tuple(
        name
        for group, ruling in zip(groups, head, strict=False)
        if ruling.kind is BlockKind.BYLINE
        for name in split_names(byline_creator(group.on_one_line))
    )


def _formula(group: Lines, names: tuple[str, ...], body: Sequence[Lines]) -> Ruling | None:
    if group.length > LONGEST_NOTE:
        return None
    words = group.on_one_line
    if is_of(_NOISE, words):
        return Ruling(BlockKind.NOISE, "line of a web page after the text")
    if form := note_form(words, at_the_end=True):
        return Ruling(BlockKind.NOTE, form.name)
    if names and is_about(words, names):
        return Ruling(BlockKind.NOTE, "about the author")
    if _is_footnote(group, words, body):
        return Ruling(BlockKind.NOTE, "begins with the mark of a footnote")
    return None


def _is_footnote(group: Lines, words: str, body: Sequence[Lines]) -> bool:
    """Whether the mark at its beginning is a note's: it is no bare figure, or the text calls it."""
    match = FOOTNOTE.match(words)
    if not match or match.end() == len(words):
        return False
    if match["d"] and not stands_once(match["d"], words):
        return False
    if match["a"] or match["d"]:
        return not shapes.shape(group) or bool(match["a"])
    mark = (match["b"] or match["c"] or match["e"]).strip()
    return any(called(mark, each.words) for each in body[-_WINDOW:] if each is not group)


def stands_once(sign: str, words: str) -> bool:
    """Whether a sign stands nowhere else in the words, as it does where it is emphasis."""
    return words.count(sign[0]) == len(sign)


def called(mark: str, words: str) -> bool:
    """Whether the words hold the mark of a note as a call: in brackets, or close behind a word."""
    if mark not in words:
        return False
    at = words.find(mark)
    while at != -1:
        before, after = words[at - 1 : at] if at else "", words[at + len(mark) : at + len(mark) + 1]
        if before in "[(" and before and after in "])" and after and at > 1:
            return True
        if (
            before
            and (before in '.,;:!?”"’)。，；' or before.isalpha())
            and not (after and (after.isalnum() or after in "%-–/"))
        ):
            return True
        at = words.find(mark, at + 1)
    return False


_NOTES_HEAD = Ruling(BlockKind.HEADING, "heads the notes")


def _under_heads(groups: Sequence[Lines], first: int, found: list[Ruling]) -> list[Ruling]:
    """The same with what stands under a line such as *Notes* or *About the author*, and that line as a heading."""
    edge = len(groups) - len(found)
    for at in range(edge - 1, max(first + (len(groups) - first) // 3, edge - _WINDOW) - 1, -1):
        group = groups[at]
        if group.count == 1 and group.length <= 40:
            notes = groups[at + 1 : edge]
            if NOTE_HEADS.fullmatch(group.words) and (
                (not notes and found) or (notes and all(map(_marked, notes)))
            ):
                found = [
                    _NOTES_HEAD,
                    *[Ruling(BlockKind.NOTE, "under the heading of the notes")] * len(notes),
                    *found,
                ]
                edge = at
            elif AUTHOR_HEADS.fullmatch(group.words) and len(notes) <= 3 and (notes or found):
                found = [_NOTES_HEAD, *[Ruling(BlockKind.NOTE, "about the author")] * len(notes), *found]
                edge = at
        if group.length > LONGEST_NOTE:
            break
    return found


def _marked(group: Lines) -> bool:
    return group.length <= LONGEST_NOTE and bool(FOOTNOTE.match(group.words) or shapes.bullet(group.lines[0]))
