"""`postil reanchor`: a new capture of a text, and every note and review carried to where its words stand now."""

import hashlib
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import click

from ..carrying import (
    Choice,
    Comparison,
    Placed,
    Unplaced,
    carry,
    compare,
    last_places,
    place_at,
    target_at,
)
from ..edtf import Edtf
from ..errors import EdtfError, Fault
from ..intake import Former, canonical_text, read_folder, read_former
from ..intake.captures import SHORT, short
from ..intake.encoding import find_encoding
from ..intake.folder import IDENTIFIER, MAX_CAPTURE, UNSHOWABLE
from ..intake.rewrite import replace_folder, with_fields, with_target
from ..intake.signatures import other_than_text
from ..model import SourceText
from ..pipeline import read_archive, read_document
from ..records import Record, Review, text_encoding
from .columns import printable
from .outcomes import Given, Outcome, Said, asked, place_given, read_place, told
from .texts import find_text, root_option

_ASIDE = "unplaced/"


class _Refusal(Exception):
    """Why nothing is changed."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What the command was told of one text."""

    root: Path
    identifier: str
    places: Mapping[str, Given]
    ask: bool
    dry: bool
    changes: dict[str, bytes | None] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The text's folder."""
        return self.root / "source_texts" / self.identifier


@click.command()
@click.argument("text")
@click.argument("newfile", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--captured", help="When the new capture was made, as EDTF; today if left out.")
@click.option("--encoding", help="How the new file is encoded, where its bytes do not say so.")
@click.option("--place", "places", multiple=True, metavar="NOTE=START:END",
              help="Where a note stands now, by your decision: a place that was offered, or the words themselves, "
              "as in 'NOTE=\"the words\"'; once for each. A review is reviews/NAME.")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Name the notes too that stay as they are.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@root_option
def reanchor(text: str, newfile: Path | None, captured: str | None, encoding: str | None, places: tuple[str, ...],
             every: bool, dry_run: bool, root: Path) -> None:  # fmt: skip
    """Put NEWFILE in the place of the capture of TEXT, a folder's name, and carry its notes and reviews on.

    What is certain is written; what a person must decide is asked for on a terminal, else put into unplaced/. The
    former capture is kept. Without NEWFILE the command lists what waits for a place, or gives it one (--place).
    """
    ask = _on_a_terminal() and not dry_run
    decided = dict(read_place(each) for each in places)
    command = _as_called(text, root)
    root, document = find_text(root, text)
    job = _Job(root, document.source.identifier, decided, ask, dry_run)
    try:
        source, said, former = _read(job)
        if newfile is None:
            outcomes = _waiting(source, former)
            new = source
        else:
            new = _new_source(source, former, newfile, captured, encoding)
            outcomes = list(_carried(source, new, said))
            _keep_capture(job, source, new)
        outcomes = [_decided(job, outcome, new) for outcome in outcomes]
        outcomes = _read_the_same(new, outcomes)
        for outcome in outcomes:
            _write(job, outcome)
        _refuse_unknown(job, outcomes)
        _refuse_links(job)
        if outcomes:
            click.echo(told(outcomes, new, job.places, command, every))
        else:
            click.echo("No note or review stands on this text." if newfile else "Nothing waits for a place.")
        if newfile and (waiting := len(former.annotations) + len(former.reviews)):
            click.echo(
                f"\nIn unplaced/ {waiting} waited before; to see whether the words are back, write\n  {command}"
            )
        if dry_run:
            click.echo("\nNothing was changed.")
        if job.changes and not dry_run:
            _put_in_place(job)
    except _Refusal as refusal:
        click.echo(printable(f"{text}: {refusal}; nothing was changed"), err=True)
        sys.exit(1)


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _as_called(text: str, root: Path) -> str:
    """The command for this text as it has to be typed here."""
    context = click.get_current_context()
    words, name = context.command_path, context.find_root().info_name
    if Path(sys.argv[0]).name == name and shutil.which(name) != sys.argv[0]:
        words = words.replace(name, shlex.quote(sys.argv[0]), 1)
    return f"{words} {shlex.quote(text)}" + (f" --root {shlex.quote(str(root))}" if root != Path() else "")


def _read(job: _Job) -> tuple[SourceText, list[Said], Former]:
    """The text as it is, with all that is said of it; it must be sound."""
    if not IDENTIFIER.fullmatch(job.identifier) or job.folder.is_symlink():
        raise _Refusal("is no folder of source_texts/; write the name of one, or give --root")
    if wrong := [fault for fault in read_archive(job.root)[1] if _is_of(fault, job.identifier)]:
        raise _Refusal(f"is not sound, mend it first: {'; '.join(map(str, wrong))}")
    folder = read_folder(job.root, job.folder)
    assert folder.source
    return folder.source, [*folder.annotations, *folder.reviews], read_former(job.root, folder)


def _is_of(fault: Fault, identifier: str) -> bool:
    return f"{fault.path}/".startswith(f"source_texts/{identifier}/")


def _new_source(
    old: SourceText, former: Former, path: Path, captured: str | None, encoding: str | None
) -> SourceText:
    if path.stat().st_size > MAX_CAPTURE:
        raise _Refusal(f"{path} has more than {MAX_CAPTURE:,} bytes")
    capture = path.read_bytes()
    sha256 = hashlib.sha256(capture).hexdigest()
    if sha256 == old.record.sha256:
        raise _Refusal("the capture is the same, byte for byte")
    if any(sha256 == each.record.sha256 for each in former.captures):
        raise _Refusal(f"{path} is a former capture of this text already, captures/{sha256[:SHORT]}/")
    if any(short(each) == sha256[:SHORT] for each in (old, *former.captures)):
        raise _Refusal(f"{path} has the same first digits of its SHA-256 as a capture before it")
    if wrong := other_than_text(capture):
        raise _Refusal(f"{path} is {wrong}")
    day = captured or date.today().isoformat()
    try:
        when = Edtf(day)
    except EdtfError as error:
        raise _Refusal(f"--captured: {error}") from None
    before = old.record.captured
    if when.latest and before.earliest and when.latest < before.earliest:
        raise _Refusal(f"--captured: {when} is before {before}, when the capture was made that is replaced")
    name = _encoding(path, capture, encoding)
    text = canonical_text(capture, name)
    if not text.strip():
        raise _Refusal(f"{path} is empty")
    if odd := UNSHOWABLE.search(text):
        raise _Refusal(f"{path} holds the character U+{ord(odd[0]):04X}, which no page can show")
    record: Record = replace(
        old.record, sha256=sha256, captured=when, encoding=name, replaces=old.record.sha256
    )
    return SourceText(old.identifier, record, text, capture)


def _encoding(path: Path, capture: bytes, given: str | None) -> str:
    if given is None:
        found = find_encoding(capture)
        if found.sure:
            return found.candidates[0].name
        names = ", ".join(each.name for each in found.candidates) or "none that is known"
        raise _Refusal(f"{path} does not say how it is encoded ({names}?); give --encoding")
    try:
        canonical_text(capture, text_encoding(given))
    except (LookupError, UnicodeDecodeError) as error:
        raise _Refusal(f"--encoding: {error}") from None
    return given


def _carried(old: SourceText, new: SourceText, said: Sequence[Said]) -> Iterator[Outcome]:
    comparison = compare(old.text, new.text)
    for each, place in zip(said, last_places([each.target for each in said], [old]), strict=True):
        assert place  # the archive is sound, so every note has its place
        yield Outcome(each, place[1].of(old.text), carry(each.target, place[1], comparison))


def _waiting(current: SourceText, former: Former) -> list[Outcome]:
    """What lies in unplaced/, with the places that come into question now."""
    comparisons: dict[int, Comparison] = {}
    outcomes = []
    waiting: list[Said] = [*former.annotations, *former.reviews]
    places = last_places([each.target for each in waiting], former.captures)
    for each, place in zip(waiting, places, strict=True):
        assert place
        at, span = place
        if at not in comparisons:
            comparisons[at] = compare(former.captures[at].text, current.text)
        carried = carry(each.target, span, comparisons[at])
        if isinstance(carried, Placed):
            carried = Choice((place_at(carried.span, current.text),), "the words stand there")
        outcomes.append(Outcome(each, span.of(former.captures[at].text), carried, aside=True))
    return outcomes


def _decided(job: _Job, outcome: Outcome, new: SourceText) -> Outcome:
    """The outcome as a person wants it, by an option or an answer."""
    given, place = job.places.get(outcome.name), None
    if given is not None:
        try:
            place = place_given(given, outcome, new)
        except ValueError as error:
            raise _Refusal(f"--place {outcome.name}: {error}") from None
    elif job.ask and isinstance(outcome.carried, Choice):
        place = asked(outcome, outcome.carried)
    if place is None:
        return outcome
    target = target_at(place, outcome.said.target, new.text)
    if target is None:
        raise _Refusal(f"--place {outcome.name}: no context tells these words from others; take more of them")
    return replace(outcome, carried=Placed(target, place))


def _read_the_same(new: SourceText, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, those reviews left without a place whose thing is read otherwise in the new text."""
    while True:
        reviews = [
            replace(outcome.said, target=outcome.carried.target)
            for outcome in outcomes
            if isinstance(outcome.said, Review) and isinstance(outcome.carried, Placed)
        ]
        misfits = {misfit.review.id: misfit.reason for misfit in read_document(new, (), reviews).misfits}
        if not misfits:
            return outcomes
        outcomes = [
            replace(outcome, carried=Unplaced(misfits[outcome.said.id]))
            if isinstance(outcome.said, Review) and outcome.said.id in misfits
            else outcome
            for outcome in outcomes
        ]


def _keep_capture(job: _Job, old: SourceText, new: SourceText) -> None:
    record = (job.folder / "record.yml").read_bytes()
    kept = f"captures/{short(old)}"
    job.changes[f"{kept}/text.txt"] = old.capture
    job.changes[f"{kept}/record.yml"] = record
    job.changes["text.txt"] = new.capture
    fields = {
        "captured": str(new.record.captured), "encoding": new.record.encoding, "sha256": new.record.sha256,
        "replaces": old.record.sha256,
    }  # fmt: skip
    try:
        job.changes["record.yml"] = with_fields(record, fields)
    except ValueError as error:
        raise _Refusal(f"record.yml {error}") from None


def _write(job: _Job, outcome: Outcome) -> None:
    """Notes down which files change for it."""
    now = _ASIDE + outcome.file if outcome.aside else outcome.file
    raw = (job.folder / now).read_bytes()
    match outcome.carried:
        case Placed(target, _):
            if target != outcome.said.target:
                try:
                    job.changes[outcome.file] = with_target(raw, target)
                except ValueError as error:
                    raise _Refusal(f"{now} {error}") from None
            elif outcome.aside:
                job.changes[outcome.file] = raw
            if outcome.aside:
                job.changes[now] = None
        case _ if not outcome.aside:
            job.changes[_ASIDE + outcome.file] = raw
            job.changes[now] = None


def _refuse_unknown(job: _Job, outcomes: Sequence[Outcome]) -> None:
    if unknown := sorted(set(job.places) - {outcome.name for outcome in outcomes}):
        raise _Refusal(f"--place {unknown[0]}: no such note is to be placed")


def _refuse_links(job: _Job) -> None:
    """What is written must lie in the archive; a link could lead out of it."""
    for name in job.changes:
        path = job.folder / name
        for each in (path, *path.parents):
            if each == job.root:
                break
            if each.is_symlink():
                where = each.relative_to(job.root).as_posix()
                raise _Refusal(f"{where} is a symbolic link; put the file or the folder itself there")


def _put_in_place(job: _Job) -> None:
    try:
        faults = replace_folder(job.root, job.identifier, job.changes, lambda root: read_archive(root)[1])
    except OSError as error:
        raise _Refusal(f"the system refused: {error.strerror or error}") from None
    if faults:
        raise _Refusal("; ".join(map(str, faults)))
