"""What people decided of what was read: each review on its thing, or why it fits none."""

from .apply import (
    Reviewed,
    dispute_captions,
    review_blocks,
    review_captions,
    review_dates,
    review_events,
    without_captions,
)
from .things import in_yaml, key_of, object_of, said_of, telling_words

__all__ = [
    "Reviewed",
    "dispute_captions",
    "in_yaml",
    "key_of",
    "object_of",
    "review_blocks",
    "review_captions",
    "review_dates",
    "review_events",
    "said_of",
    "telling_words",
    "without_captions",
]
