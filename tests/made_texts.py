"""Texts and documents that tests make up; every record says that it is test data."""

from postil.edtf import Edtf
from postil.model import Anchor, AnnotatedDocument, SourceText, Span
from postil.pipeline import read_text
from postil.records import Annotation, Creator, Record, Target

NASTY = (
    "\n\n\nA\x0b\x0c b\u2028c\x85 &amp; <b> </script> <!-- {{ x }} \n\n  indented\n\ttabs\n\n\u202eabc\u202c \ufeff x\u200b\n",
    "\x0c\nPage two\n\x0c",
    "<table>\n\n</article>A | B\n",
    "Nav Search\n\nTitle Here\n\n{% endraw %}postil-mark-content\n\n- one\n- two\n\n\u0627\u0644\u0633\u0644\u0627\u0645\n\n",
)
"""What a page finds hard to show whole."""

RECORD = Record(
    title="Test data", creator=("Nobody",), publisher="Nobody", date=Edtf("2020"), language="en",
    source="https://example.org/", rights="none", type="article", captured=Edtf("2026"), encoding="utf-8", sha256="0" * 64,
)  # fmt: skip


def annotated(text: str, *spans: tuple[int, int]) -> AnnotatedDocument:
    """A document of these characters with a note on each span."""
    anchors = tuple(
        Anchor(
            Annotation(
                kind="gloss", target=Target(exact=text[start:end]), body="Test data", creator=Creator(name="Nobody"),
                created=Edtf("2026"), id=f"note-{number}", path="", line=0,
                body_line=0,
            ),
            Span(start, end),
        )
        for number, (start, end) in enumerate(spans)
    )  # fmt: skip
    return AnnotatedDocument(SourceText("test", RECORD, text, text.encode()), read_text(text), anchors, ())
