"""The words of the interface: English as it stands in the code, and a gettext catalogue for each other language."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).parent / "locale"
"""``<language>.po`` for each language; they are read as they are, nothing is compiled beforehand."""


@cache
def catalogue(language: str) -> NullTranslations:
    """The catalogue of the language (BCP 47), or of the language without its region; English where there is none."""
    for name in (language, language.partition("-")[0]):
        path = LOCALES / f"{name}.po"
        if path.is_file():
            compiled = BytesIO()
            with path.open("rb") as file:
                write_mo(compiled, read_po(file))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()
