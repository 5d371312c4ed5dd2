"""From the files of `source_texts/` to source texts and notes, or to every fault in them."""

from .captures import Former, read_former
from .folder import Folder, Remainder, canonical_text, read_folder, read_folders
from .schema import json_schema

__all__ = [
    "Folder",
    "Former",
    "Remainder",
    "canonical_text",
    "json_schema",
    "read_folder",
    "read_folders",
    "read_former",
]
