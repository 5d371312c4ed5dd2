"""Notes to try everything on: any that the schema lets through."""

from hypothesis import strategies as st

from postil.edtf import Edtf
from postil.records import INVISIBLE, Creator, Note, Reference, Target, unsafe

_CHARS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "\"'\\:#-|>&*!%@`{}[],? \n\t\x85é漢\u00ad\u200b\ufeff\U0001f30a"
)
_text = st.text(_CHARS, min_size=1, max_size=60).filter(lambda text: not unsafe(text))


def _seen(text: str) -> bool:
    return any(not char.isspace() and char not in INVISIBLE for char in text)


quoted = _text.filter(_seen)
lines = _text.map(lambda text: " ".join(text.split()).strip()).filter(
    lambda text: len(text.splitlines()) == 1 and _seen(text)
)
bodies = _text.map(str.strip).filter(_seen)
dates = st.sampled_from(
    ["2026-11-23", "1821", "1821-05", "1821~", "1914/1918", "193X", "2020-04-XX", "-0043"]
).map(Edtf)
addresses = st.sampled_from([
    "https://example.org/a", "http://example.org/?a=1&b=%C3%A9", "https://example.org/é#x:y", "https://example.org/~a/(b)",
])  # fmt: skip
references = st.builds(
    Reference,
    title=lines,
    publisher=st.none() | lines,
    date=st.none() | dates,
    url=st.none() | addresses,
    archived=st.none() | addresses,
)
creators = st.builds(
    Creator,
    name=lines,
    github=st.sampled_from([None, "tess", "on", "42"]),
    orcid=st.sampled_from([None, "0000-0002-1825-0097"]),
)
targets = st.builds(Target, exact=quoted, prefix=st.just("") | _text, suffix=st.just("") | _text)
KINDS = ["context", "correction", "source", "dispute", "gloss", "event", "capture-note"]
"""Kinds that need no label."""


def notes_on(targets: st.SearchStrategy[Target]) -> st.SearchStrategy[Note]:
    """Notes of any kind on any of the targets."""
    return st.builds(
        Note,
        motivation=st.sampled_from(["commenting", "describing", "identifying", "questioning"]),
        kind=st.sampled_from(KINDS),
        target=targets,
        body=bodies,
        references=st.lists(references, max_size=3).map(tuple),
        creator=creators,
        created=dates,
        language=st.sampled_from(["en", "zh-Hans", "no"]),
    )


notes = notes_on(targets)
