"""Finds the words that a note or a review speaks of: exactly one place, or the reason why not.

The rules are specified in docs/anchors.md, and assets/postil/anchor.js gives the same answers in the browser.
"""

from .describe import describe
from .fold import fold, joined
from .match import match_quote
from .place import anchor, locate

__all__ = ["anchor", "describe", "fold", "joined", "locate", "match_quote"]
