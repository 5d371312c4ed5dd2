"""How fast an archive's notes are checked, and how the time grows with their number.

The notes are made of the words of the texts that the archive and the test cases hold, always the same for a number:
quotes of three to twelve words with the context they need, bodies, references, authors. What is timed is the work of
`postil check`, from the files to the faults; CPU seconds of this process, so that what else the machine does weighs
little.
"""

import argparse
import hashlib
import math
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import linear_regression
from time import perf_counter, process_time
from typing import get_args

from postil.anchoring import describe
from postil.edtf import Edtf
from postil.intake.folder import UNSHOWABLE
from postil.intake.note_yaml import note_yaml
from postil.intake.propose import record_yaml
from postil.model import Span
from postil.pipeline import read_archive
from postil.records import Creator, Kind, Note, Reference

from .speed import public_texts

NUMBERS = 1_250, 2_500, 5_000, 10_000
NOTES_OF_A_TEXT = 500
LENGTH = 40_000
"""Characters of each text: a long article, or a chapter."""
KINDS = get_args(Kind)
_WORD = re.compile(r"\w+")
_FIRST = (
    "The count was *published* the next day; the [log](https://example.org/log) has it, and so has the book."
)
_NEXT = "Nobody at the mill had seen the water rise so fast, and the book that was kept there says nothing of the night."


def make_archive(root: Path, number: int) -> None:
    """Writes an archive of so many notes, each on words that occur once with their context."""
    paragraphs = _paragraphs()
    for index in range(math.ceil(number / NOTES_OF_A_TEXT)):
        text = made_text(paragraphs, index)
        folder = root / "source_texts" / f"text-{index:03}"
        (folder / "annotations").mkdir(parents=True)
        capture = text.encode()
        (folder / "text.txt").write_bytes(capture)
        (folder / "record.yml").write_text(record_yaml(_record(capture)), encoding="utf-8")
        for made, note in enumerate(notes_on(text, min(NOTES_OF_A_TEXT, number - index * NOTES_OF_A_TEXT))):
            (folder / "annotations" / f"note-{made:03}.yml").write_text(note_yaml(note), encoding="utf-8")


def made_text(paragraphs: Sequence[str], number: int) -> str:
    """One of the texts: paragraphs of the real ones in an order of its own."""
    chance = random.Random(number)
    parts: list[str] = []
    while sum(map(len, parts)) < LENGTH:
        parts.append(chance.choice(paragraphs))
    return "\n\n".join(parts) + "\n"


def _paragraphs() -> list[str]:
    texts = [text for text, _ in public_texts() if len(text) >= 200 and not UNSHOWABLE.search(text)]
    return [part.strip() for text in texts for part in re.split(r"\n{2,}", text) if len(part) >= 60]


def notes_on(text: str, number: int) -> Iterator[Note]:
    """So many notes on the text's words."""
    chance = random.Random(number)
    words = list(_WORD.finditer(text))
    for made in range(number):
        first = chance.randrange(len(words) - 12)
        span = Span(words[first].start(), words[first + chance.randint(3, 12)].end())
        yield Note(
            kind=chance.choice(KINDS),
            target=describe(span, text),
            body="\n\n".join([_FIRST] + [_NEXT] * chance.randint(0, 2)),
            references=(
                Reference(title=f"Log {made}", publisher="The Gazette", date=Edtf("1921-05"), url="https://example.org/log"),
            ) * chance.randint(0, 2),
            creator=Creator(name="Ann Lee"),
            created=Edtf("2026-11-23"),
        )  # fmt: skip


def _record(capture: bytes) -> dict[str, str | list[str]]:
    return {
        "title": "A book of scraps", "creator": ["Ann Lee"], "publisher": "The Gazette", "date": "1921-05-05", "language": "en",
        "source": "https://example.org/book", "rights": "Public domain", "type": "book", "captured": "2026-11-23",
        "encoding": "utf-8", "sha256": hashlib.sha256(capture).hexdigest(),
    }  # fmt: skip


def print_growth(numbers: tuple[int, ...]) -> None:
    """The time that so many notes take to check, and the exponent by which it grows (1 is linear)."""
    print(f"{'notes':>9} {'CPU seconds':>13} {'elapsed':>9} {'notes/s':>9} {'texts':>7} {'faults':>7}")
    points = []
    for number in (min(numbers) // 10, *numbers):  # the first, uncounted, loads what is loaded once
        with tempfile.TemporaryDirectory() as made:
            make_archive(Path(made), number)
            clock, start = perf_counter(), process_time()
            archive, faults = read_archive(Path(made))
            seconds, elapsed = process_time() - start, perf_counter() - clock
        if number not in numbers:
            continue
        points.append((math.log(number), math.log(seconds)))
        print(
            f"{number:9,} {seconds:13.2f} {elapsed:9.2f} {number / seconds:9,.0f} {len(archive.documents):7} {len(faults):7}",
            flush=True,
        )
    print(f"{'exponent':>9} {linear_regression(*zip(*points, strict=True)).slope:13.2f}")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--notes", type=int, nargs="+", default=NUMBERS, help="how many notes each archive has"
    )
    print_growth(tuple(parser.parse_args().notes))


if __name__ == "__main__":
    main()
