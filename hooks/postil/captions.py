"""What captions say: what sort of picture it is, who is credited, when and where it was made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .model import Block, BlockKind, Caption, CaptionKind, Span, Timex, within
from .vocabulary.credits import Credit, find_credit
from .vocabulary.places import find_place
from .vocabulary.sentences import one_line

_DRAWN = (
    r"(?:drawing|engraving|etching|woodcut|wood engraving|woodblock print|lithograph|painting|water-?colou?r|fresco"
    r"|mural|sketch|portrait|poster|cartoon|caricature|illustration|diagram|facsimile|frontispiece|miniature"
    r"|infographic|Zeichnung|Stich|Holzschnitt|Gemälde|Plakat|gravure|dessin|affiche|tableau)"
)
KINDS = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (CaptionKind.FILE_PHOTOGRAPH, r"\W*+(?:file\s(?:photo|image|picture)|archive\s(?:photo|image)|Archiv(?:bild|foto)|photo d[’']archives?|资料图|资料照片)"),
        (CaptionKind.FILE_PHOTOGRAPH, r"\W*+FILE\s*+[-–—]"),
        (CaptionKind.FILE_PHOTOGRAPH, r".*\b(?:this|an?|undated|,)\s(?:file|archive|archival)\s(?:photo(?:graph)?|picture|image)\b"),
        (CaptionKind.FILE_PHOTOGRAPH, r".*[(/\[]\s?(?:file(?:\s(?:photo(?:graph)?|picture|image))?)\s?[)\]]?\s*\Z"),
        (CaptionKind.FILE_PHOTOGRAPH, r".*[（(]资料(?:图片?|照片)[)）]"),
        (CaptionKind.MAP, r"\W*+(?:illustration:?\s)?(?:(?:an?|the)\s)?(?:[\w-]{1,20}\s)?(?:map|chart|town plan)(?:\s(?:of|showing|by|from)\b|\W*+\Z)"),
        (CaptionKind.MAP, r"\W*+(?:map\b[:.]|Karte\s(?:von|der|des)\b|carte\s(?:de|du|des)\b|地图|示意图)"),
        (CaptionKind.PHOTOGRAPH, r"\W*+(?:illustration:?\s)?(?:(?:an?|the)\s)?(?:[\w-]{1,20}\s){0,2}photograph\b"),
        (CaptionKind.ILLUSTRATION, r"\W*+\[\s?illustration\b"),
        (CaptionKind.ILLUSTRATION, rf"\W*+(?:(?:an?|the|this)\s(?:[\w-]{{1,20}}\s){{0,3}}?|[\w-]{{1,20}}\s)?{_DRAWN}s?(?:\s(?:of|by|showing|from|after|depicting|made|published|von|des|de|du|par)\b|\s?[:,.]|\W*+\Z)"),
        (CaptionKind.ILLUSTRATION, rf".*[.(\[]\s?{_DRAWN}s?\s?(?::|by\s)"),
    )
)  # fmt: skip
"""What a caption says of the sort of its picture, the first that fits; most say nothing and are of photographs."""

_TAKEN = re.compile(
    r"\b(?:taken|dated|shot|photographed|pictured|captured|seen|photo(?:graph)?|picture|image|in\s+this|this"
    r"|aufgenommen|prise?|摄于|拍摄于)(?:\s+(?:of|from|on|in|at|around|about|during|the|am|im|le|en)){0,2}\s*\Z",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:built|founded|born|established|opened|completed|erected|signed|launched|invented|elected|died|killed"
    r"|discovered|inaugurated|destroyed|demolished|abolished|introduced|since|until|till|before|after|by|from"
    r"|gebaut|erbaut|geboren|gegründet|construite?|née?|fondée?)(?:\s+(?:of|on|in|at|around|about|the|am|im|le|en))?\s*\Z",
    re.I,
)
_THIS_PICTURE = re.compile(r",?\s+(?:\w+\s)?(?:photo|picture|image)", re.I)
_ON = re.compile(r"(?:\b(?:on|am|le)|[,.(])\s*\Z", re.I)
_NEAR = 40
_LINES = 8
"""On no more lines does a capture print a caption twice within one block."""


def read_captions(text: str, blocks: Sequence[Block], timexes: Sequence[Timex]) -> tuple[Caption, ...]:
    """One caption for each picture, in the order of the text; what its words do not say stays None.

    A block that only credits the picture of the one before it is part of that caption. Words captured twice are
    one caption, the fuller one, which knows where they stand again.
    """
    captions = [_read(text, *pair, timexes) for pair in _wholes(text, blocks)]
    return tuple(_once(text, captions, blocks))


def _wholes(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, Credit | None]]:
    """Where each caption stands, with its credit: one block or two, words and credit."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.kind is not BlockKind.CAPTION:
            continue
        credit = find_credit(text, block)
        following = blocks[at] if at < len(blocks) and blocks[at].kind is BlockKind.CAPTION else None
        if following and (whole := _joined(text, block, credit, following)):
            yield whole
            at += 1
        else:
            yield Span(block.start, block.end), credit


def _joined(
    text: str, block: Span, credit: Credit | None, following: Span
) -> tuple[Span, Credit | None] | None:
    """Both blocks as one caption, where one of them has the words and the other only says whose picture it is."""
    both = Span(block.start, following.end)
    other = find_credit(text, following)
    if credit is None and other and _is_all(text, other.whole, following):
        return both, other
    if credit and other is None and _is_all(text, credit.whole, block):
        found = find_credit(text, both)
        return (both, found) if found and found.whole.start == block.start else None
    return None


def _is_all(text: str, part: Span, whole: Span) -> bool:
    return part.of(text).strip() == whole.of(text).strip()


def _read(text: str, whole: Span, credit: Credit | None, timexes: Sequence[Timex]) -> Caption:
    words, first = _words(text, whole, credit)
    timex = _taken(text, words, within(words, timexes))
    place = find_place(text, words)
    return Caption(
        whole.start,
        whole.end,
        words,
        kind=_kind(whole.of(text)),
        credit=one_line(credit.name.of(text)) if credit else None,
        date=timex.value if timex else None,
        place=one_line(place.of(text)) if place else None,
        credit_span=credit.name if credit else None,
        timex=timex,
        place_span=place,
        again=(first,) if first else (),
    )


def _words(text: str, whole: Span, credit: Credit | None) -> tuple[Span, Span | None]:
    """All but the credit; and where the block begins with the same words on lines before them, those lines."""
    words = Span(whole.start, whole.end)
    if credit:
        leads = credit.whole.start == whole.start and not _is_all(text, credit.whole, whole)
        words = Span(credit.whole.end, whole.end) if leads else Span(whole.start, credit.whole.start)
    at = words.start
    for _ in range(_LINES):
        at = text.find("\n", at, words.end) + 1
        first, second = Span(words.start, at), Span(at, words.end)
        if at == 0:
            break
        if _folded(text, first) == _folded(text, second) != "":
            return second, first
    return words, None


def _kind(words: str) -> CaptionKind:
    line = one_line(words)
    return next((kind for kind, pattern in KINDS if pattern.match(line)), CaptionKind.PHOTOGRAPH)


def _taken(text: str, words: Span, timexes: Sequence[Timex]) -> Timex | None:
    """The day that the picture is of; None where the caption only tells other dates.

    Said to be the day it was taken, else not what something else happened on; the more exact, then the last.
    """
    ranked = [(_rank(text, words, timex), timex.value.count("-"), timex.start, timex) for timex in timexes]
    best = max(ranked, key=lambda each: each[:3], default=None)
    return best[3] if best and best[0] >= 0 else None


def _rank(text: str, words: Span, timex: Timex) -> int:
    before = text[max(words.start, timex.start - _NEAR) : timex.start]
    if _TAKEN.search(before) or (
        _THIS_PICTURE.match(text, timex.end, words.end) and "this" in before.lower()
    ):
        return 2
    if _TOLD.search(before):
        return -1
    return 1 if _ON.search(before) else 0


def _once(text: str, captions: Sequence[Caption], blocks: Sequence[Block]) -> Iterator[Caption]:
    """Each caption of the same words once, the fuller one, with the other places where they stand."""
    places: dict[str, list[Span]] = {}
    fullest: dict[str, Caption] = {}
    for caption in captions:
        key = _folded(text, caption.words)
        places.setdefault(key, []).append(Span(caption.start, caption.end))
        if key not in fullest or (caption.credit and not fullest[key].credit):
            fullest[key] = caption
    longest = _NEAR + max((caption.end - caption.start for caption in captions), default=-_NEAR)
    short = (block for block in blocks if block.end - block.start <= longest)
    for block in short:
        key = _folded(text, block)
        if block.kind is not BlockKind.CAPTION and key in places:
            places[key].append(Span(block.start, block.end))
    for caption in captions:
        key = _folded(text, caption.words)
        if fullest[key] is caption or not key:
            own = Span(caption.start, caption.end)
            others = sorted(place for place in places[key] if place != own) if key else []
            yield replace(caption, again=(*caption.again, *others))


def _folded(text: str, span: Span) -> str:
    return one_line(span.of(text)).casefold().rstrip(".")
