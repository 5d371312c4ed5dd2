"""The table of contents of the structure: what is done to a text, in order."""

from collections.abc import Sequence

from ..model import Block, BlockKind
from .body import read_body
from .foot import read_foot
from .grouping import find_layout, group_lines
from .head import read_head
from .lines import Lines, Ruling, read_lines
from .pages import find_pages, is_ornament
from .pictures import usual_gap
from .shapes import find_speakers


def find_blocks(text: str) -> tuple[Block, ...]:
    """The text's blocks, in order: every non-blank line whole, in exactly one of them."""
    lines = read_lines(text)
    pages = {lines[at].start: rule for at, rule in find_pages(lines).items()}
    at_pages = {at: pages[line.start] for at, line in enumerate(lines) if line.start in pages}
    speakers = find_speakers(lines)
    layout = find_layout(lines)
    groups = group_lines(lines, layout, at_pages, speakers)
    words = [group for group in groups if group.lines[0].start not in pages]
    head = read_head(words, speakers)
    foot = read_foot(words, len(head), head)
    body = read_body(words[len(head) : len(words) - len(foot)], layout, speakers, usual_gap(words))
    rulings = iter([*head, *body, *foot])
    every = [
        Ruling(BlockKind.PAGE, pages[group.lines[0].start])
        if group.lines[0].start in pages
        else next(rulings)
        for group in groups
    ]
    return tuple(_blocks(groups, _continued(groups, every)))


def _blocks(groups: Sequence[Lines], rulings: Sequence[Ruling]) -> list[Block]:
    return [
        Block(group.lines[0].start, group.lines[-1].end, *ruling)
        for group, ruling in zip(groups, rulings, strict=True)
    ]


_TORN = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION)


def _continued(groups: Sequence[Lines], rulings: Sequence[Ruling]) -> list[Ruling]:
    """The same with the halves of paragraphs, which the head or number of a page tears, known as such."""
    found = list(rulings)
    before: int | None = None
    for at, ruling in enumerate(rulings):
        if ruling.kind is BlockKind.PAGE and not is_ornament(ruling.rule):
            continue
        torn = at > 0 and rulings[at - 1].kind is BlockKind.PAGE and not is_ornament(rulings[at - 1].rule)
        if torn and before is not None and _runs_on(groups[before], groups[at], found[before], ruling):
            found[at] = Ruling(
                BlockKind.PARAGRAPH, "goes on with the sentence before the page's end", continues=True
            )
            if not found[before].continues:
                found[before] = (
                    found[before]._replace(kind=BlockKind.PARAGRAPH)
                    if found[before].kind is BlockKind.PARAGRAPH
                    else Ruling(BlockKind.PARAGRAPH, "a sentence that goes on after the page's end")
                )
        before = at if ruling.kind is not BlockKind.NOTE else before
        if ruling.kind is BlockKind.PAGE:
            before = None
    return found


def _runs_on(one: Lines, other: Lines, first: Ruling, second: Ruling) -> bool:
    if first.kind not in _TORN or second.kind not in _TORN or one.lines[-1].ends:
        return False
    if other.lines[0].continues:
        return True
    return (
        first.kind is BlockKind.PARAGRAPH
        and (one.is_prose or one.length > 60)
        and second.kind is BlockKind.PARAGRAPH
    )
