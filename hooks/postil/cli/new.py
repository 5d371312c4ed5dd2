"""`postil new`: a folder for a text, its record filled in as far as text and bytes say."""

import codecs
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from ..intake import canonical_text
from ..intake.add import add_folder, name_fault, same_capture, taken_names
from ..intake.encoding import find_encoding
from ..intake.folder import MAX_CAPTURE, UNSHOWABLE
from ..intake.propose import (
    Fields,
    field_fault,
    in_order,
    missing_fields,
    propose_fields,
    propose_identifier,
    propose_language,
    record_yaml,
)
from ..intake.signatures import other_than_text
from ..pipeline import read_text
from ..records import text_encoding
from ..vocabulary.languages import LikelyLanguage
from .columns import printable

_ASKED = {
    "title": "Title, as printed",
    "creator": "Who wrote it; nothing if nobody is named",
    "publisher": "Who published it",
    "date": "When it was published",
    "language": "Its language, as a tag such as en or zh",
    "source": "The address it came from",
    "rights": "Who holds which rights",
    "type": "What sort of text it is, such as article or letter",
    "captured": "When it was captured",
}
"""The fields that a person is asked for, in the order of the file."""
_IN_USE = 2
"""How the command ends where it was not told enough, as with any wrong option,"""
_REFUSED = 1
"""and where a file is none that can be added."""


class _Refusal(Exception):
    """Why a file is not added; ``code`` is how the command ends, ``details`` are lines fit to print below."""

    def __init__(self, message: str, code: int = _REFUSED, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What the command was told."""

    root: Path
    given: Fields
    identifier: str | None
    encoding: str | None
    ask: bool


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--id", "identifier", help="The folder's name: small letters, digits and single hyphens.")
@click.option("--title", help="The title as printed.")
@click.option("--creator", multiple=True, help='Who wrote it; once for each. "" if nobody is named.')
@click.option("--publisher", help="Who published it.")
@click.option("--date", help="When it was published, as EDTF.")
@click.option("--language", help="Its language, BCP 47.")
@click.option("--source", help="The address it came from.")
@click.option("--rights", help="Who holds which rights.")
@click.option("--type", help="What sort of text it is, such as article or letter.")
@click.option("--captured", help="When it was captured, as EDTF; today if left out.")
@click.option("--encoding", help="How the file is encoded, where its bytes do not say so.")
@click.option("--date-order", help="How the text writes dates in figures: dmy, mdy or ymd.")
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
              help="The archive's folder, the one that holds source_texts/.")  # fmt: skip
@click.option("--yes", "-y", "--no-input", "yes", is_flag=True, help="Ask nothing: take what is proposed.")
def new(files: tuple[str, ...], identifier: str | None, encoding: str | None, root: Path, yes: bool,
        creator: tuple[str, ...], **options: str | None) -> None:  # fmt: skip
    """Make the folder of a text in source_texts/ from any text file, or from - (standard input).

    The bytes stay as they are. The record is filled in from the text's own head; on a terminal you are asked
    for each field, elsewhere the options say what the text does not.
    """
    texts = root / "source_texts"
    if texts.is_symlink() or not texts.is_dir():
        raise click.UsageError(f"{root} holds no folder source_texts; name the archive's folder with --root")
    if identifier is not None and len(files) > 1:
        raise click.UsageError("--id names one folder; give one file with it")
    given: Fields = {name: value for name, value in options.items() if value is not None}
    if creator:
        given["creator"] = [name for name in creator if name]
    ask = _on_a_terminal() and not yes and "-" not in files
    wishes = _Wishes(root, given, identifier, encoding, ask)
    ended = 0
    for name in files:
        try:
            click.echo(_add(name, wishes))
        except _Refusal as refusal:
            click.echo("\n".join([printable(f"{name}: {refusal}"), *refusal.details]), err=True)
            ended = max(ended, refusal.code)
    sys.exit(ended)


def _add(name: str, wishes: _Wishes) -> str:
    """Makes the folder; gives back what to tell of it, or raises _Refusal."""
    capture = _capture(name)
    with _refusing():
        there = same_capture(wishes.root, capture)
    if there:
        raise _Refusal(f"is in the archive already, as source_texts/{there}/; its bytes are the same")
    encoding = _encoding(name, capture, wishes)
    text = _text(capture, encoding)
    likely = propose_language(text)
    language = likely.tag if likely else "en"
    if "language" in wishes.given and not field_fault(wishes.given, "language"):
        language = str(wishes.given["language"])
    metadata = read_text(text, language=language).metadata
    proposed = propose_fields(capture, text, metadata, encoding=encoding, captured=date.today().isoformat())
    sound = {field: value for field, value in proposed.items() if not field_fault(proposed, field)}
    fields: Fields = {**sound, **wishes.given}
    if wishes.ask:
        _ask_fields(name, fields, wishes)
    else:
        _refuse_what_is_lacking(fields, wishes.given)
    identifier = _identifier(name, fields, wishes)
    if faults := add_folder(wishes.root, identifier, capture, record_yaml(fields)):
        raise _Refusal("; ".join(map(str, faults)))
    found = (
        {} if wishes.ask else {field: value for field, value in sound.items() if field not in wishes.given}
    )
    return _told(identifier, fields, found, likely, given=wishes.encoding is not None)


@contextmanager
def _refusing() -> Iterator[None]:
    """What the system does not let us read is the reason of a refusal."""
    try:
        yield
    except OSError as error:
        raise _Refusal(f"{error.filename} cannot be read: {error.strerror or error}") from None


def _capture(name: str) -> bytes:
    try:
        with click.open_file(name, "rb") as file:
            raw: bytes = file.read(MAX_CAPTURE + 1)
    except (OSError, ValueError) as error:
        raise _Refusal(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(raw) > MAX_CAPTURE:
        raise _Refusal(f"is longer than {MAX_CAPTURE:,} bytes; split it into several texts")
    if other := other_than_text(raw):
        raise _Refusal(f"is {other}")
    if not raw.strip():
        raise _Refusal("is empty; name a file with words in it")
    return raw


def _encoding(name: str, capture: bytes, wishes: _Wishes) -> str:
    if wishes.encoding is not None:
        return _confirmed(capture, wishes.encoding)
    found = find_encoding(capture)
    match found.candidates:
        case [only, *_] if found.sure:
            return only.name
        case []:
            if b"\x00" in capture:
                raise _Refusal("holds NUL bytes and is no UTF-16 or UTF-32 text; it is no plain text")
            raise _Refusal(
                f"is in no encoding that can be told{_not_utf_8(capture)}; name it with --encoding"
            )
    readings = [f"  {each.name:<14}{printable(each.line)}" for each in found.candidates]
    if not wishes.ask:
        raise _Refusal(
            "may be in one of several encodings; name the one that reads right with --encoding:",
            _IN_USE,
            readings,
        )
    click.echo(f"{printable(name)}: several encodings could be meant. Which line reads right?")
    click.echo("\n".join(readings))
    return _ask("Encoding", found.candidates[0].name, lambda answer: _encoding_fault(capture, answer))


def _confirmed(capture: bytes, encoding: str) -> str:
    wrong = _encoding_fault(capture, encoding)
    if _is_wide(encoding) and b"\x00" not in capture and not _not_utf_8(capture):
        wrong = "reads as utf-8; leave --encoding out"
    if wrong:
        raise _Refusal(f"--encoding: {wrong}", _IN_USE)
    return encoding


def _is_wide(encoding: str) -> bool:
    """Whether it is a form of UTF-16 or UTF-32, in which any two or four bytes make a Chinese letter."""
    try:
        return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    except (LookupError, ValueError):
        return False


def _encoding_fault(capture: bytes, encoding: str) -> str | None:
    try:
        canonical_text(capture, text_encoding(encoding))
    except LookupError as error:
        return str(error)
    except UnicodeDecodeError as error:
        better = [each.name for each in find_encoding(capture).candidates if each.name != encoding]
        return (
            f"the bytes are not {encoding} (byte {error.start}); write {better[0] if better else 'another'}"
        )
    return None


def _not_utf_8(capture: bytes) -> str:
    try:
        capture.decode()
    except UnicodeDecodeError as error:
        return f" (not UTF-8 from byte {error.start} on)"
    return ""


def _text(capture: bytes, encoding: str) -> str:
    text = canonical_text(capture, encoding)
    if not text.strip():
        raise _Refusal("is empty; name a file with words in it")
    if odd := UNSHOWABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise _Refusal(
            f"holds the character U+{ord(odd[0]):04X} in line {line}, which no page can show; "
            "capture the text again without it"
        )
    return text


def _refuse_what_is_lacking(fields: Fields, given: Fields) -> None:
    """Everything that a script has to say and did not, at once."""
    wrong = [f"--{_flag(name)}: {message}" for name in given if (message := field_fault(fields, name))]
    lacking = [f"--{_flag(name)}: {_ASKED[name]}" for name in missing_fields(fields) if name in _ASKED]
    if wrong or lacking:
        details = [f"  {printable(each)}" for each in (*wrong, *lacking)]
        raise _Refusal("does not say everything that its record needs; give", _IN_USE, details)


def _ask_fields(name: str, fields: Fields, wishes: _Wishes) -> None:
    click.echo(f"{printable(name)}: press Enter to take what stands in brackets.")
    for field, question in _ASKED.items():
        if field in wishes.given and not field_fault(fields, field):
            continue

        def fault(answer: str, field: str = field) -> str | None:
            return field_fault({**fields, field: _value(field, answer)}, field)

        proposal = fields.get(field, "")
        joint = ", several joined by ';'" if field == "creator" else ""
        answer = _ask(question + joint, _joined(proposal), fault)
        if answer != _joined(proposal) or field not in fields:
            fields[field] = _value(field, answer)


def _joined(value: str | list[str]) -> str:
    return "; ".join(value) if isinstance(value, list) else value


def _value(field: str, answer: str) -> str | list[str]:
    return [part.strip() for part in answer.split(";") if part.strip()] if field == "creator" else answer


def _ask(question: str, proposal: str, fault: Callable[[str], str | None]) -> str:
    """An answer without a fault, the proposal itself where it is taken; every fault is said, and the question put again."""
    if proposal and (wrong := fault(proposal)):
        click.echo(f"  {printable(wrong)}")
        proposal = ""
    shown = printable(proposal)
    while True:
        answer = str(click.prompt(question, default=shown, show_default=bool(shown))).strip()
        answer = proposal if answer == shown else answer
        wrong = fault(answer)
        if wrong is None:
            return answer
        click.echo(f"  {printable(wrong)}")


def _identifier(name: str, fields: Fields, wishes: _Wishes) -> str:
    stem = "" if name == "-" else Path(name).stem
    with _refusing():
        taken = taken_names(wishes.root)
    proposal = propose_identifier(fields, stem, taken) if wishes.identifier is None else wishes.identifier
    wrong = name_fault(wishes.root, proposal)
    if wishes.ask and (wrong or wishes.identifier is None):
        return _ask("Name of the folder", proposal, lambda answer: name_fault(wishes.root, answer))
    if wrong:
        raise _Refusal(f"--id: '{proposal}' {wrong}", _IN_USE)
    return proposal


def _told(
    identifier: str, fields: Fields, found: Fields, likely: LikelyLanguage | None, *, given: bool
) -> str:
    """What was made, and of each field that nobody gave how it was found."""
    how = {"language": f"its words: {', '.join(likely.words)}" if likely else "", "type": "proposed",
           "captured": "today", "encoding": "as given" if given else "its bytes", "sha256": "its bytes"}  # fmt: skip
    lines = [f"source_texts/{identifier}/ is made:"]
    for name, value in in_order(fields).items():
        lines.append(
            f"  {name:<11}{printable(_joined(value)) or '(nobody named)'}"
            + (f"  ({how.get(name, 'its head')})" if name in found else "")
        )
    return "\n".join(lines) + "\nRead through its record.yml; the next build shows the text."


def _flag(field: str) -> str:
    return field.replace("_", "-")
