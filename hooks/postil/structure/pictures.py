"""Which blocks are captions: they say so, are credited, or stand apart as captions do."""

import re
from collections.abc import Sequence

from ..model import BlockKind, Span
from ..vocabulary.credits import find_credit
from .lines import Lines, Ruling

_LONGEST, _SENTENCES, _SHORTEST = 600, 3, 40
_FORMS = tuple(
    (rule, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for rule, pattern in (
        ("says that it is a picture: [Illustration …]", r"\[\s?(?:Illustration|Photograph|Photo|Picture|Image|Map|Plate|Figure|Fig\.|Portrait|Drawing)\b[^\]]{0,600}\]"),
        ("says that it is a picture: FILE PHOTO", r"(?:FILE (?:PHOTO|IMAGE|PICTURE)\s?[:.–—-]|FILE\s?[–—-]{1,2}\s).*|.*\((?:file|handout|undated)(?: photo(?:graph)?| image| picture)?\)\.?"),
        ("says that it is a caption", r"(?:Image|Photo|Picture|Media|Video) (?:caption|copyright|source|credit)s?\b.*|Caption\s?:.*|(?:Photo|Picture|Image)s?\s?[:/]\s?\S.*|(?:Photo|Picture|Image|Illustration|Drawing|Map|Photograph)s? (?:by|courtesy of)\s.{2,80}"),
        ("numbered as a picture", r"(?:Fig(?:ure|\.)?|Plate|Illustration|Abb(?:ildung|\.)|Pl\.)\s?(?:\d{1,3}[a-z]?|[IVXL]{1,6})\s?[.:—–-]{1,2}\s?.*|图\s?\d{1,3}[\s:：].{0,200}"),
        ("the name of an image file", r"[\w()./%+ -]{1,80}\.(?:jpe?g|png|gif|tiff?|webp|svg|bmp)"),
        ("says that it is a picture", r"(?:资料图|图为|上图|下图|题图|配图|左图|右图).*|.*[(（](?:资料图片?|新华社发|图片来源.{0,40}|.{0,40}摄.{0,10})[)）]|.{0,200}新华社(?:发|记者).{2,30}摄"),
        ("says where its people are in the picture", r".*(?:\((?:L|R|C|left|right|cent(?:er|re)|from left|l to r|pictured|above|top|bottom)(?: to right)?\)|,\s(?:second |third )?(?:left|right|cent(?:er|re)),).*"),
        ("says that it is a picture", r".*\b(?:(?:is|are) (?:seen|shown|pictured|photographed)\b|in this (?:\w+ ){0,3}(?:photo(?:graph)?|picture|image)\b|(?:photo|picture|image|photograph) (?:taken|released|provided) (?:on|by|in) .{1,60} shows?\b).*"),
    )
)  # fmt: skip
"""What captions say of themselves; the last two only of a single sentence."""
_WHOLE_LINES, _OF_A_SENTENCE = _FORMS[:6], _FORMS[6:]
_START = re.compile(
    r"\[|FILE|Image|Photo|Picture|Media|Video|Caption|Illustration|Drawing|Map|Fig|Plate|Abb|Pl\.|[资图上下题配左右]|.{0,80}\.(?:jpe?g|png|gif|tiff?|webp|svg|bmp)\Z",
    re.I,
)
_CREDITING = (
    "photo",
    "image",
    "picture",
    "credit",
    "crédit",
    "courtesy",
    "handout",
    "provided",
    "foto",
    "фото",
    " via ",
    "/",
    "摄",
    "©",
)
_SEEN = re.compile(
    r"\b(?:adjusts?|arrives?|attends?|carr(?:y|ies)|celebrates?|checks?|cheers?|clean|cleans|cross(?:es)?|crowds?|dances?|delivers?|displays?|enjoys?|gathers?|gestures?|greets?|holds?|inspects?|leaves?|lines?|looks?|"
    r"mends?|offers?|performs?|plays?|poses?|practices?|prepares?|provides?|queues?|rides?|sells?|shakes?|shows?|sits?|speaks?|stands?|takes? (?:away|off|part|pictures?)|talks?|uses?|visits?|waits?|walks?|watch(?:es)?|waves?|wears?|works?)\b"
)
_DATED = re.compile(
    r"(?:[,\s]|on\s)(?:\w{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\w{3,9}\.?\s\d{4}|\d{4})\W{0,2}\Z"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|became|began|took|gave|rose|fell|will|would|shall|should|if|agreement|article|treaty|force|effect)\b|^[\"“‘'(]|\bI\b|\b[Ww]e\b",
    re.I,
)


_ALONE = re.compile(
    r"[(\[（]\s?(?:(?:Photo|Image|Picture)s?\b.{1,80}|(?-i:[^\W\d_a-z])[^()\[\]/]{1,40}(?:\s?/\s?|\svia\s)(?-i:[^\W\d_a-z])[^()\[\]/]{1,40}|courtesy.{1,60}|handout.{0,60}|.{0,40}摄)\s?[)\]）]"
    r"|(?:Photo|Image|Picture)s?(?:graph)?(?:\scredit|\scopyright|\ssource)?s?\s?(?:[:/]|by\s|copyright\s|courtesy\s).{2,80}|(?:Image|Photo) copyright\s.{2,60}|courtesy (?:of )?.{2,60}"
    r"|(?:©\s?)?(?:REUTERS|AP|AFP|XINHUA|EPA|TASS|VCG|UPI|AP Photo|(?-i:Xinhua|Reuters|Getty Images|China Daily))(?:\s?/\s?.{2,40})?",
    re.I,
)


_TAIL = re.compile(r"[(\[（][^()\[\]（）]{2,100}[)\]）]\Z")


def is_credit_line(words: str) -> bool:
    """Whether the words are a credit and nothing else."""
    return len(words) <= 120 and bool(_ALONE.fullmatch(words))


def says_picture(words: str) -> bool:
    """Whether a whole line says that it belongs to a picture."""
    return (
        len(words) <= _LONGEST
        and bool(_START.match(words))
        and any(form.fullmatch(words) for _, form in _WHOLE_LINES)
    )


def caption(
    group: Lines, before: Lines | None, after: Lines | None, gap: float, *, filled: bool
) -> Ruling | None:
    """Why the lines are a caption, if they are; ``gap`` is the usual number of blank lines between blocks.

    Lines that no word or credit makes a caption are one only where they stand apart on both sides, between
    paragraphs, in a text whose lines are not broken to a width.
    """
    words = group.on_one_line
    if len(words) > _LONGEST or not words:
        return None
    if _START.match(words) or "(" in words[-60:] or "（" in words:
        for rule, form in _WHOLE_LINES:
            if form.fullmatch(words):
                return Ruling(BlockKind.CAPTION, rule)
    if group.count == 2 and is_credit_line(group.lines[0].words) and len(words) <= 300:
        return Ruling(BlockKind.CAPTION, f"credited: {group.lines[0].words}")
    if is_credit_line(words):
        return Ruling(BlockKind.CAPTION, f"credited: {words}")
    apart = [group.before > gap, group.after > gap]
    if _may_be_credited(words[-200:]) and group.sentences <= _SENTENCES + 1:
        text = group.words
        if credit := find_credit(text, Span(0, len(text)), bare=any(apart)):
            return Ruling(BlockKind.CAPTION, f"credited: {credit.whole.of(text)}")
        if (tail := _TAIL.search(words)) and is_credit_line(tail[0]):
            return Ruling(BlockKind.CAPTION, f"credited: {tail[0]}")
    if group.sentences > 1 + all(apart) or len(words) < _SHORTEST or len(words) > 400:
        return None
    if before is None or after is None:
        return None
    if len(words) <= 300 and _TELLING.search(words) and group.sentences == 1:
        for rule, form in _OF_A_SENTENCE:
            if form.fullmatch(words) and not words.startswith(('"', "“")):
                return Ruling(BlockKind.CAPTION, rule)
    dated = any(map(str.isdecimal, words[-6:])) and bool(_DATED.search(words))
    if not (dated or all(apart)) or _PAST.search(words):
        return None
    seen = bool(_SEEN.search(words))
    if seen and dated and group.sentences == 1:
        return Ruling(BlockKind.CAPTION, "one sentence that tells what is seen, and ends with a day")
    if (
        all(apart)
        and not filled
        and words[0] not in "\"“‘'«「("
        and (seen or (before.length > group.length and after.length > group.length))
    ):
        return Ruling(BlockKind.CAPTION, "set off by wider gaps than usual")
    return None


_TELLING = re.compile(
    r"[(,]\s?(?:from |second |third )?[LRClrcpat]|\b(?:seen|shown|pictured|photographed|photo|photograph|picture|image)\b"
)


def _may_be_credited(tail: str) -> bool:
    """Whether looking for a credit at the end can find one at all."""
    if tail[-1] in "])）":
        return True
    small = tail.lower()
    return tail[-2:].isupper() or any(word in small for word in _CREDITING)


def usual_gap(groups: Sequence[Lines]) -> int:
    """How many blank lines stand between two blocks that belong to the same part: few, but not the fewest ever."""
    gaps = sorted(group.before for group in groups if group.before)
    return gaps[len(gaps) // 4] if gaps else 1
