"""Files that are no plain text, told by their first bytes, and what to do instead."""

_EXPORT = "open it in the program it belongs to and save it as plain text"
_COPY = "copy the words out of it, or have them read by a text recognition, and save them as plain text"
_COPY_PAGE = "open it in a browser, select the words of the text, and save them as plain text"
_UNPACK = "unpack it and name the text inside"

_SIGNATURES = (
    (b"%PDF-", "a PDF", _COPY),
    (b"{\\rtf", "a Rich Text document", _EXPORT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _EXPORT),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", _COPY),
    (b"\xff\xd8\xff", "a picture (JPEG)", _COPY),
    (b"GIF8", "a picture (GIF)", _COPY),
    (b"II*\x00", "a picture (TIFF)", _COPY),
    (b"MM\x00*", "a picture (TIFF)", _COPY),
    (b"AT&TFORM", "a scan (DjVu)", _COPY),
    (b"%!PS", "a PostScript file", _COPY),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x7fELF", "a program", "name the text itself"),
    (b"SQLite format 3\x00", "a database (SQLite)", _EXPORT),
)
_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"word/", "a Word document", _EXPORT),
    (b"xl/", "an Excel workbook", _EXPORT),
    (b"ppt/", "a PowerPoint document", _EXPORT),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", _EXPORT),
    (b"application/epub+zip", "an EPUB", _EXPORT),
)


def other_than_text(raw: bytes) -> str | None:
    """What the file is instead of a plain text and what to do, to be read after "is"; None if it has no known sign."""
    if raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return f"a web page, not a plain text; {_COPY_PAGE}"
    for sign, kind, remedy in _SIGNATURES:
        if raw.startswith(sign):
            return f"{kind}, not a plain text; {remedy}"
    if raw.startswith(_ZIP):
        inside = ((kind, remedy) for sign, kind, remedy in _ZIPPED if sign in raw)
        kind, remedy = next(inside, ("a ZIP archive", _UNPACK))
        return f"{kind}, not a plain text; {remedy}"
    return None
