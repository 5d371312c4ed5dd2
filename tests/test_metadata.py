import pytest

from postil.edtf import Edtf
from postil.metadata import read_metadata
from postil.model import Block, BlockKind, Metadata, Timex
from postil.pipeline import read_text

BODY = "The river rose all night, and by morning the lower town was under water. Nobody had slept."


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        (
            "The River Rises\n\nBy Ann Lee Source: The Gazette Updated: 2018-05-16",
            Metadata("The River Rises", ("Ann Lee",), "The Gazette", Edtf("2018-05-16")),
        ),
        (
            "The River\nRises\n\nBy Ann Lee, Jan Berzin and Eva Kalnina\n\nPublished on 5 May 1921",
            Metadata("The River Rises", ("Ann Lee", "Jan Berzin", "Eva Kalnina"), None, Edtf("1921-05-05")),
        ),
        (
            "Letter to Mrs. Bixby\n\nWashington, Nov. 21, 1864.",
            Metadata("Letter to Mrs. Bixby", (), None, Edtf("1864-11-21")),
        ),
        (
            "The River Rises\n\nSource: Xinhua| 2018-05-16 11:09:14|Editor: Li",
            Metadata("The River Rises", (), "Xinhua", Edtf("2018-05-16")),
        ),
        ("  The River\u00a0Rises  ", Metadata("The River Rises")),
        ("It rained for weeks on end.", Metadata()),
    ],
)
def test_the_head_tells_title_creators_source_and_date(head: str, metadata: Metadata) -> None:
    assert read_text(f"{head}\n\n{BODY}").metadata == metadata


def test_the_first_byline_that_names_a_field_is_believed() -> None:
    text = "By Ann Lee\nBy Jan Berzin Source: The Gazette Updated: 2018-05-16"
    blocks = [Block(0, 10, BlockKind.BYLINE), Block(11, len(text), BlockKind.BYLINE)]

    assert read_metadata(text, blocks, []) == Metadata(None, ("Ann Lee",), "The Gazette", None)


def test_a_date_of_the_body_is_not_the_text_s() -> None:
    text = "The River Rises\n5 May 1921"
    blocks = [Block(0, 15, BlockKind.TITLE), Block(16, 26, BlockKind.PARAGRAPH)]
    timex = Timex(16, 26, "5 May 1921", Edtf("1921-05-05"), "day month year", "as printed")

    assert read_metadata(text, blocks, [timex]) == Metadata("The River Rises")


def test_nothing_says_nothing() -> None:
    assert read_metadata("", [], []) == Metadata()


LETTER = "Riga, 5 May 1921\n\nDear Jan,\n\nThe river rose all night, and by morning the lower town was under water.\n\n"


@pytest.mark.parametrize(
    ("text", "creator", "source"),
    [
        (f"The River Rises\n\nRIGA, May 23 (Xinhua) -- {BODY}", (), "Xinhua"),
        (f"The River Rises\n\nBy Ann Lee\n\nRIGA (Reuters) — {BODY}", ("Ann Lee",), "Reuters"),
        (f"河水上涨\n\n新华社北京5月16日电（记者李明、王芳）{BODY}", ("李明", "王芳"), "新华社"),
        (f"The River Rises\n\nby\n\nAnn Lee\n\n{BODY}", ("Ann Lee",), None),
        (f"The River Rises\n\nBy Ann Lee, Staff Writer\n\n{BODY}", ("Ann Lee",), None),
        (f"{LETTER}Yours truly,\n\nAnn Lee.", ("Ann Lee",), None),
        (f"{LETTER}I am, Sir,\nYour obedient servant,\nANN LEE", ("ANN LEE",), None),
        (f"{LETTER}Nobody had slept.", (), None),
    ],
)
def test_openings_and_signatures_name_who_wrote(
    text: str, creator: tuple[str, ...], source: str | None
) -> None:
    metadata = read_text(text).metadata

    assert (metadata.creator, metadata.source) == (creator, source)


def test_a_title_may_be_named_and_not_set() -> None:
    text = "Title: The River Rises\nAuthor: Ann Lee"
    blocks = [Block(0, 22, BlockKind.BYLINE), Block(23, len(text), BlockKind.BYLINE)]

    assert read_metadata(text, blocks, []) == Metadata("The River Rises", ("Ann Lee",))
