"""From one capture of a text to the next: what was kept, and where a note's words stand now, if that is certain."""

from .carry import Carried, Choice, Place, Placed, Unplaced, carry, place_at, target_at, words_before
from .changes import Change, Passage, changed_passages
from .compare import Comparison, compare, cuts_a_word
from .former import last_places, unplaced_notes

__all__ = [
    "Carried",
    "Change",
    "Choice",
    "Comparison",
    "Passage",
    "Place",
    "Placed",
    "Unplaced",
    "carry",
    "changed_passages",
    "compare",
    "cuts_a_word",
    "last_places",
    "place_at",
    "target_at",
    "unplaced_notes",
    "words_before",
]
