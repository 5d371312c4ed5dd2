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
