import io
import zipfile

import pytest

from postil.intake.signatures import other_than_text


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "Test data.")
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi", "a Rich Text document"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (zipped("a.txt"), "a ZIP archive"),
    ],
)
def test_a_file_of_another_kind_is_named_with_what_to_do(raw: bytes, kind: str) -> None:
    said = other_than_text(raw)

    assert said is not None
    assert said.startswith(f"{kind}, not a plain text; ")
    assert len(said.split("; ")[1]) > 15


@pytest.mark.parametrize(
    "raw", [b"", b"PDF", b"The %PDF- sign.", "\ufeffText".encode("utf-16"), b"BM a town"]
)
def test_text_is_let_through(raw: bytes) -> None:
    assert other_than_text(raw) is None
