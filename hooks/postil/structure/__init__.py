"""From characters to blocks: what each line of a text is, and why.

    text ─ lines ▶ Line* ─ pages ▶ which are print ─ grouping ▶ Lines* ─ head, foot, body ▶ Block*

The rules speak of shape (length, lines, sentences, position) and of formulas, never of one text. Where they
cannot know, the block is a paragraph.
"""

from .find import find_blocks

__all__ = ["find_blocks"]
