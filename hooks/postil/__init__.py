"""Postil reads plain-text primary sources and lays people's notes beside the words they speak of.

    text.txt + record.yml ─ intake ▶ SourceText ─ structure ▶ blocks ─ dates ▶ timexes
                                                  ─ captions ▶ captions ─ events ▶ events   = Reading
    annotations/*.yml ───── intake ▶ Annotation ─ anchoring ▶ Anchor | Orphan
    all of it ─ pipeline ▶ Archive ─ site ▶ pages, search;  ─ export ▶ files

`read_text` does the first half for any string, without files.
"""

from .edtf import Edtf
from .errors import EdtfError, Fault
from .model import Block, Caption, Event, Metadata, Reading, Span, Timex
from .pipeline import read_archive, read_text

__all__ = [
    "Block",
    "Caption",
    "Edtf",
    "EdtfError",
    "Event",
    "Fault",
    "Metadata",
    "Reading",
    "Span",
    "Timex",
    "read_archive",
    "read_text",
]
