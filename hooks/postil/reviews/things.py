"""The sorts of things that are read from a text: what is said of each, how a quote means it, how it is corrected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import yaml

from ..edtf import Edtf
from ..model import Block, BlockKind, Caption, CaptionKind, Event, Span, State, Thing, Timex
from ..records import NONE, Object
from ..vocabulary.sentences import one_line

T = TypeVar("T", Block, Timex, Caption, Event)


@dataclass(frozen=True, slots=True)
class Sort(Generic[T]):
    """How one sort of thing is reviewed."""

    name: Object
    at: Callable[[Sequence[T], Span], Sequence[T]]
    """The things that a quote means."""
    correct: Callable[[str, T, dict[str, str], str], T]
    """The thing with other values, and who says so."""
    reject: Callable[[T, str], T | None]
    fields: tuple[str, ...]
    """What is said of it; what it cannot be without comes first."""
    needed: frozenset[str]
    missing: str
    """What is wrong with a quote that means none."""
    kinds: tuple[str, ...] = ()
    quoted: frozenset[str] = frozenset()
    """Fields that hold words of the text."""
    optional: frozenset[str] = frozenset()
    """Fields that a review need not have seen."""


def object_of(thing: Thing) -> Object:
    """What a review calls this sort of thing."""
    names: dict[type, Object] = {Block: "block", Timex: "date", Caption: "caption", Event: "event"}
    return names[type(thing)]


def key_of(thing: Thing) -> tuple[Object, int]:
    """What tells the thing from all others of its text, whatever a review changes of it."""
    return object_of(thing), telling_words(thing).start


def telling_words(thing: Thing) -> Span:
    """The words that mean this thing and no other: of an event its date, since a sentence may tell of several."""
    return thing.timex if isinstance(thing, Event) else thing


def said_of(thing: Thing, text: str) -> dict[str, str]:
    """All that is said of the thing, by the names of a review's fields; what is not said is left out."""
    match thing:
        case Block():
            said: dict[str, str | None] = {"kind": thing.kind.value}
        case Timex():
            said = {"date": thing.value}
        case Caption():
            said = {
                "kind": thing.kind.value,
                "date": thing.date,
                "place": thing.place,
                "credit": thing.credit,
            }
        case Event():
            place = one_line(thing.place.of(text)) if thing.place else None
            said = {"date": thing.when, "place": place, "label": one_line(thing.label.of(text))}
    return {name: str(value) for name, value in said.items() if value is not None}


def in_yaml(said: dict[str, str]) -> str:
    """The fields as one line of YAML."""
    return str(
        yaml.safe_dump(said, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    ).strip()


def words_in(text: str, span: Span, words: str) -> Span | None:
    """Where the words first stand in the span, white space of any kind taken as one."""
    starts = [(at, char) for at, char in enumerate(span.of(text), span.start) if not char.isspace()]
    sought = "".join(words.split())
    at = "".join(char for _, char in starts).find(sought)
    found = Span(starts[at][0], starts[at + len(sought) - 1][0] + 1) if sought and at >= 0 else None
    return found if found and one_line(found.of(text)) == one_line(words) else None


def _at_dates(dates: Sequence[Timex], quote: Span) -> Sequence[Timex]:
    return [date for date in dates if date.holds(quote) or quote.holds(date)]


def _at_events(events: Sequence[Event], quote: Span) -> Sequence[Event]:
    """By its date, which may stand in the heading above; else by its sentence."""
    dated = [event for event in events if event.timex.holds(quote) or quote.holds(event.timex)]
    return dated or [event for event in events if event.holds(quote)]


def _at_captions(captions: Sequence[Caption], quote: Span) -> Sequence[Caption]:
    return [each for each in captions if any(span.holds(quote) for span in (each, *each.again))]


def plain(block: Block, why: str) -> Block:
    """The block as a paragraph, which is what it is where nothing is known, by a review."""
    return replace(block, kind=BlockKind.PARAGRAPH, rule=why, state=State.REVIEWED)


def _correct_block(_: str, block: Block, value: dict[str, str], who: str) -> Block:
    return replace(block, kind=BlockKind(value["kind"]), rule=who)


def _correct_date(_: str, timex: Timex, value: dict[str, str], who: str) -> Timex:
    return replace(timex, value=Edtf(value["date"]), rule="review", basis=who, state=State.REVIEWED)


def _correct_caption(text: str, caption: Caption, value: dict[str, str], who: str) -> Caption:
    changed: dict[str, Any] = {}
    for name, said in value.items():
        match name, None if said == NONE else said:
            case "kind", _:
                changed["kind"] = CaptionKind(said)
            case "date", None:
                changed |= {"date": None, "timex": None}
            case "date", _:
                timex = caption.timex and _correct_date(text, caption.timex, value, who)
                changed |= {"date": Edtf(said), "timex": timex}
            case _, words:
                changed |= {name: words, f"{name}_span": words_in(text, caption, words) if words else None}
    return replace(caption, **changed)


def _correct_event(text: str, event: Event, value: dict[str, str], who: str) -> Event:
    changed: dict[str, Any] = {
        name: words_in(text, event, said) if said != NONE else None
        for name, said in value.items()
        if name != "date"
    }
    if "date" in value:
        changed["timex"] = _correct_date(text, event.timex, value, who)
    return replace(event, **changed)


BLOCK: Sort[Block] = Sort(
    name="block",
    at=lambda blocks, quote: [block for block in blocks if block.holds(quote)],
    correct=_correct_block,
    reject=plain,
    fields=("kind",),
    needed=frozenset({"kind"}),
    missing="the quoted words are not all in one block",
    kinds=tuple(BlockKind),
)
DATE: Sort[Timex] = Sort(
    name="date",
    at=_at_dates,
    correct=_correct_date,
    reject=lambda *_: None,
    fields=("date",),
    needed=frozenset({"date"}),
    missing="no date is read in the quoted words",
)
CAPTION: Sort[Caption] = Sort(
    name="caption",
    at=_at_captions,
    correct=_correct_caption,
    reject=lambda *_: None,
    fields=("kind", "date", "place", "credit"),
    needed=frozenset({"kind"}),
    missing="the quoted words are in no caption",
    kinds=tuple(CaptionKind),
)
EVENT: Sort[Event] = Sort(
    name="event",
    at=_at_events,
    correct=_correct_event,
    reject=lambda *_: None,
    fields=("date", "place", "label"),
    needed=frozenset({"date", "label"}),
    missing="the quoted words are in no sentence that makes an event",
    quoted=frozenset({"place", "label"}),
    optional=frozenset({"label"}),
)
