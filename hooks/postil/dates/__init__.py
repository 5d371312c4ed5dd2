"""Calendar expressions: what is printed, what it means as EDTF, by which rule, resolved against what."""

from .find import find_timexes
from .rules import RULES

__all__ = ["RULES", "find_timexes"]
