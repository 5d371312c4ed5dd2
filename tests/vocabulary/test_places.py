import pytest

from postil.model import Span
from postil.vocabulary.places import find_place


def place_of(text: str) -> str | None:
    span = find_place(text, Span(0, len(text)))
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a school in Lima", "Lima"),
        ("a bridge in Riga, Latvia", "Riga"),
        ("a street in New York City at noon", "New York City"),
        ("the station of St. Petersburg", "St. Petersburg"),
        ("a beach outside São Paulo", "São Paulo"),
        ("a ship off Malta", "Malta"),
        ("a factory in the United States", "United States"),
        ("at the Capitol in Washington, D.C.", "Washington"),
        ("at Maputo Central Hospital", "Maputo"),
        ("at Maputo Central Hospital in Mozambique", "Mozambique"),
        ("the president of France speaks in Lima", "Lima"),
        ("the president of France speaks", "France"),
        ("a wedding in\nHong\nKong", "Hong\nKong"),
        ("a bridge in Lima in March 2020", "Lima"),
        ("workers in Lima. The bridge fell.", "Lima"),
        ("In Lima, workers mend a bridge", "Lima"),
        ("At Lima's harbour", "Lima"),
        ("a ship in Lima’s harbour", "Lima"),
        ("a street in King's Lynn", "King's Lynn"),
        ("a beach in Rio de Janeiro", "Rio de Janeiro"),
        ("a mine in the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("in the Kingdom of Norway", "Norway"),
        ("in the city of Lima", "Lima"),
    ],
)
def test_a_preposition_leads_to_a_place(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "a school by the river",
        "the Red Cross of the lower town",
        "Lima beans",
        "in lima",
        "in April 2020",
        "in January",
        "in March",
        "a school in the Soviet Union",
        "members of the Red Cross",
        "with Chad",
        "",
    ],
)
def test_where_no_place_is_named_there_is_none(text: str) -> None:
    assert place_of(text) is None


def test_only_the_span_is_read() -> None:
    assert find_place("a school in Lima", Span(0, 9)) is None
