"""Which dated statements are events of the timeline, how each is called, where it was, and which are the same."""

from .find import find_events

__all__ = ["find_events"]
