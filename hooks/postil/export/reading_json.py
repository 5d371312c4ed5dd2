"""What was found in a text, as JSON: offsets in code points of the canonical text, dates as EDTF."""

from typing import Any

from ..model import Reading, Span


def reading_object(reading: Reading, text: str) -> dict[str, Any]:
    """The reading as plain lists and mappings, ready for `json.dumps`."""
    metadata = reading.metadata
    return {
        "metadata": {
            "title": metadata.title,
            "creator": list(metadata.creator),
            "source": metadata.source,
            "date": metadata.date,
        },
        "blocks": [
            {"kind": block.kind.value, **_span(block), "rule": block.rule, "state": block.state.value}
            for block in reading.blocks
        ],
        "captions": [
            {
                **_span(caption),
                "kind": caption.kind.value,
                "credit": caption.credit,
                "date": caption.date,
                "place": caption.place,
                "again": [_span(place) for place in caption.again],
                "state": caption.state.value,
            }
            for caption in reading.captions
        ],
        "dates": [
            {
                **_span(timex),
                "text": timex.text,
                "value": timex.value,
                "rule": timex.rule,
                "basis": timex.basis,
                "state": timex.state.value,
            }
            for timex in reading.dates
        ],
        "events": [
            {
                **_span(event),
                "kind": event.kind.value,
                "quote": event.of(text),
                "label": event.label.of(text),
                "date": event.when,
                "rule": event.timex.rule,
                "basis": event.timex.basis,
                "place": event.place.of(text) if event.place else None,
                "same_as": event.same_as,
                "state": event.state.value,
            }
            for event in reading.events
        ],
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
