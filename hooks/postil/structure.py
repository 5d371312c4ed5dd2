"""From characters to blocks: what each line of a text is.

The rules speak of shape only (length, lines, sentences, position), never of one text. Where they cannot
know, the block is a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from .model import Block, BlockKind, Span
from .vocabulary.bylines import read_byline
from .vocabulary.credits import find_credit
from .vocabulary.sentences import count_sentences

HEAD_NOISE = (
    r"Nav Search",
    r"Menu|Search|Home|Subscribe|Sign in|Log in|Print|E-?mail|Share|Skip to (?:main )?content",
    r"Share\s*-\s*\w+",
    r"Home(?: ?[|>/»][^|>/»]*)+",
    r"text size:?\s*T.*",
    r"(?:[\w&' -]{2,30}\s*>\s*){1,5}[\w&' -]{2,40}",
)
"""Controls of a web page that were captured with it, before the title; each is a whole line."""

FOOT_NOISE = (
    r"(?:Read|Up) next",
    r"Most (?:popular|read|viewed)",
    r"Related(?: (?:articles|stories|news|reading))?",
    r"(?:Leave a )?Comments?",
    r"(?:Responsible )?Editor:.*",
    r"(?:©|Copyright\b).*",
    r"(?:Back to )?top",
    r"Share this.*",
)
"""The same after the text. Those of `FOOT_LISTS` take everything behind them along."""

FOOT_LISTS = r"(?:(?:Read|Up) next|Most (?:popular|read|viewed)|Related(?: (?:articles|stories|news|reading))?|Comments?)"

END_NOTES = (
    r"\((?:Originally|First|This article|Reprinted|Translated|An earlier)\b.*\)",
    r"(?:Translated|Edited|Transcribed|Reported|Compiled) (?:from .* )?by\b.*",
    r"(?:Editor[’']?s?[’']? note|Correction|Clarification|Note|Notes|Disclaimer)\b\s*:.*",
    r"(?:\[\d{1,3}\]|[*†‡])\s.*",
)
"""What stands at the end of a text and speaks about it; each is a whole block."""

_NUMBERED = re.compile(
    r"(?:chapter|part|section|book|article)\s+{number}[.:)]?(?:{words})?|{number}[.)]{words}|{number}[.)]?"
    .replace("{number}", r"(?:[IVXLC]{1,7}|\d{1,3})").replace("{words}", r"\s+\S.*(?<!\.)"), re.I
)  # fmt: skip
"""A figure is read as a number where a mark or a word says so, or nothing follows; a sentence is no heading."""
_BULLET = re.compile(r"\s*(?:[-*•–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_COLUMNS = re.compile(r"\S(?:\t+| {3,})\S")
_SPEAKER = re.compile(r"([A-Z][\w.’' -]{0,30}):\s+\S|([A-Z][A-Z.’' -]{1,30})\.\s+[A-Z]")
_ILLUSTRATION = re.compile(
    r"\s*\[(?:Illustration|Photograph|Photo|Picture|Map|Plate)\b.*\]\s*|(?:FILE PHOTO:|FILE\s+[–-]\s).*", re.S
)
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][\w .’'-]{1,40},\s+){1,2}(?:\w+\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?\w+|\w+\.?\s+\d{1,2}(?:st|nd|rd|th)?),?\s+\d{4}\.?"
)


_LONG, _LINK, _FORMULA = 200, 150, 600
"""So many characters make a long paragraph; no more has a link in a list, or a formula of head or foot."""


@dataclass(frozen=True, slots=True)
class Lines(Span):
    """Lines with no blank one between them, and how many blank ones stand around."""

    text: str
    count: int
    before: int
    after: int

    @property
    def rows(self) -> list[str]:
        """The lines one by one."""
        return self.text.split("\n")

    @property
    def on_one_line(self) -> str:
        """The words with one space between them."""
        return " ".join(self.text.split())

    @property
    def is_prose(self) -> bool:
        """Whether it reads as more than one sentence or runs over several long lines."""
        return count_sentences(self.text) > 1 or len(self.text.strip()) > 400


def find_blocks(text: str) -> tuple[Block, ...]:
    """The text's blocks, in order: every non-blank line whole, in exactly one of them."""
    groups = _split_head(list(_line_groups(text)))
    kinds: list[BlockKind | None] = [None] * len(groups)
    first = _mark_head(groups, kinds)
    last = _mark_foot(groups, kinds, first)
    _mark_body(groups[first:last], kinds, first)
    return tuple(
        Block(group.start, group.end, kind or BlockKind.PARAGRAPH)
        for group, kind in zip(groups, kinds, strict=True)
    )


def _line_groups(text: str) -> Iterator[Lines]:
    rows: list[tuple[int, int]] = []
    blank = before = at = 0
    pending: tuple[int, int, int, int] | None = None
    for row in [*text.split("\n"), ""]:
        if row.strip():
            if not rows:
                if pending:
                    yield Lines(
                        pending[0], pending[1], text[pending[0] : pending[1]], pending[2], pending[3], blank
                    )
                    pending = None
                before, blank = blank, 0
            rows.append((at, at + len(row)))
        else:
            if rows:
                pending = (rows[0][0], rows[-1][1], len(rows), before)
                rows, blank = [], 0
            blank += 1
        at += len(row) + 1
    if pending:  # the end of the text is no gap
        yield Lines(pending[0], pending[1], text[pending[0] : pending[1]], pending[2], pending[3], 0)


def _split_head(groups: list[Lines]) -> list[Lines]:
    """Takes lines of the head apart that a capture ran together: noise, title and byline are lines of their own."""
    result: list[Lines] = []
    for number, group in enumerate(groups):
        special = [bool(_is(HEAD_NOISE, row) or read_byline(row)) for row in group.rows]
        if number > 4 or group.count == 1 or not any(special):
            result.append(group)
            continue
        start = at = group.start
        for index, row in enumerate(group.rows):
            end = at + len(row)
            if special[index] or index + 1 == group.count or special[index + 1]:
                result.append(Lines(start, end, group.text[start - group.start : end - group.start], 1, 0, 0))
                start = end + 1
            at = end + 1
    return result


def _mark_head(groups: Sequence[Lines], kinds: list[BlockKind | None]) -> int:
    """Names noise, title, byline and dateline at the head; gives back where the body begins."""
    at = 0
    while at + 1 < len(groups) and _is(HEAD_NOISE, groups[at].on_one_line):
        kinds[at] = BlockKind.NOISE
        at += 1
    if at + 1 < len(groups) and not read_byline(groups[at].text) and _looks_like_title(groups[at]):
        kinds[at] = BlockKind.TITLE
        at += 1
    while at < len(groups) and at < 8:
        if read_byline(groups[at].text):
            kinds[at] = BlockKind.BYLINE
        elif _is(HEAD_NOISE, groups[at].on_one_line):
            kinds[at] = BlockKind.NOISE
        elif groups[at].count <= 2 and _DATELINE.fullmatch(groups[at].on_one_line):
            kinds[at] = BlockKind.DATELINE
        else:
            break
        at += 1
    return at


def _mark_foot(groups: Sequence[Lines], kinds: list[BlockKind | None], first: int) -> int:
    """Names noise and notes at the foot; gives back where the body ends."""
    last = len(groups)
    for at in range(len(groups) - 1, max(first, len(groups) * 6 // 10) - 1, -1):
        if _is((FOOT_LISTS,), groups[at].rows[0]):
            kinds[at:] = [BlockKind.NOISE] * (len(groups) - at)
            last = at
        elif groups[at].is_prose or len(groups[at].text) > _LINK:
            break  # what a page lists after its text is titles, not paragraphs
    author = next(
        (read_byline(groups[at].text).get("creator") for at in range(first) if kinds[at] is BlockKind.BYLINE),
        None,
    )
    while last > first:
        text = groups[last - 1].on_one_line
        if _is(FOOT_NOISE, text):
            kinds[last - 1] = BlockKind.NOISE
        elif _by_lines(groups[last - 1]) is not BlockKind.LIST and (
            _is(END_NOTES, text)
            or (author and re.match(rf"{re.escape(author)},? (?:is|was|are|were) ", text))
        ):
            kinds[last - 1] = BlockKind.NOTE
        else:
            break
        last -= 1
    return last


def _mark_body(groups: Sequence[Lines], kinds: list[BlockKind | None], offset: int) -> None:
    prose = [len(group.text) for group in groups if group.is_prose]
    usual_gap = median([group.before for group in groups if group.before] or [1])
    usual_length = median(prose) if prose else 0
    mostly_prose = len(prose) * 2 >= len(groups)
    labels = [match.group(1, 2) for group in groups if (match := _SPEAKER.match(group.text))]
    speakers = len(labels) >= 3 and len(set(labels)) < len(labels)  # who speaks, speaks again
    for at, group in enumerate(groups):
        following = groups[at + 1] if at + 1 < len(groups) else None
        kinds[offset + at] = (
            _by_lines(group)
            or (BlockKind.SPEECH if speakers and _SPEAKER.match(group.text) else None)
            or _as_caption(group, usual_gap)
            or _as_heading(group, following, usual_length if mostly_prose else 0)
        )


def _by_lines(group: Lines) -> BlockKind | None:
    """What the lines themselves say: a list, a table, verse, an indented quotation."""
    rows = group.rows
    if len(rows) < 2:
        return None
    if all(
        _BULLET.match(rows[index]) or rows[index].startswith((" ", "\t")) for index in range(len(rows))
    ) and (sum(bool(_BULLET.match(row)) for row in rows) >= 2):
        return BlockKind.LIST
    if sum(bool(_COLUMNS.search(row.strip())) for row in rows) * 3 >= len(rows) * 2:
        return BlockKind.TABLE
    lengths = [len(row.strip()) for row in rows]
    if (
        len(rows) >= 3
        and max(lengths) <= 60
        and median(lengths) <= 50
        and all(row.lstrip()[:1].isupper() or row.lstrip()[:1] in "\"“'‘" for row in rows)
    ):
        return BlockKind.VERSE
    if all(row.startswith(("    ", "\t", "> ", ">")) for row in rows):
        return BlockKind.QUOTE
    return None


def _as_caption(group: Lines, usual_gap: float) -> BlockKind | None:
    """A caption says so, is credited, or is a sentence or two set off on both sides by more than the usual gap.

    Set off on one side it may be credited by a bare name.
    """
    if _ILLUSTRATION.fullmatch(group.text):
        return BlockKind.CAPTION
    if len(group.text) > 600 or count_sentences(group.text) > 3:
        return None
    gaps = [group.before > usual_gap, group.after > usual_gap]
    if find_credit(group.text, Span(0, len(group.text)), bare=any(gaps)):
        return BlockKind.CAPTION
    return (
        BlockKind.CAPTION
        if all(gaps) and count_sentences(group.text) <= 2 and len(group.text.strip()) >= 40
        else None
    )


def _as_heading(group: Lines, following: Lines | None, usual_length: float) -> BlockKind | None:
    """A heading is short, stands alone and leads to a longer block.

    With a full stop it must besides be one sentence among long paragraphs, many times its length: in a text
    of short paragraphs nobody can tell.
    """
    text = group.text.strip()
    if following is None or group.count > 3 or len(following.text) <= len(text) or len(text) > 250:
        return None
    if (
        len(text) <= 120
        and (_NUMBERED.fullmatch(text) or (text.isupper() and len(text) > 2 and group.count <= 2))
        and text[-1] not in ",;"
    ):
        return BlockKind.HEADING
    if (
        group.count == 1
        and len(text) <= 120
        and len(text.split()) <= 16
        and text[-1] not in ".!,;:…\"”’'—-"
        and text[0].isupper()
        and count_sentences(text) == 1
    ):
        return BlockKind.HEADING
    lonely = count_sentences(text) == 1 and following.is_prose and text[-1] in ".?!"
    if (
        lonely
        and usual_length >= max(3 * len(text), _LONG)
        and len(following.text) >= 2 * len(text)
        and not re.search('["“”«»:]', text)
    ):
        return BlockKind.HEADING
    return None


def _is(patterns: Sequence[str], text: str) -> bool:
    """Whether the whole of the text is of one of the forms; only a few hundred characters can be."""
    return len(text) <= _FORMULA and any(
        re.fullmatch(pattern, text.strip(), re.IGNORECASE) for pattern in patterns
    )


def _looks_like_title(group: Lines) -> bool:
    text = group.text.strip()
    shape = group.count <= 3 and len(text) <= 250 and text[-1] not in ".,;:" and count_sentences(text) <= 2
    return shape and not _DATELINE.fullmatch(group.on_one_line)
