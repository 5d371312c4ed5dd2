"""Test data: the sentences are made up."""

import time

import pytest
from hypothesis import given

from postil.model import Span
from postil.vocabulary.places import find_place
from strategies import texts, thorough


def place_of(text: str) -> str | None:
    span = find_place(text, Span(0, len(text)))
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a school in Lima", "Lima"),
        ("a bridge in Riga, Latvia", "Riga, Latvia"),
        ("a street in New York City at noon", "New York City"),
        ("a beach outside São Paulo", "São Paulo"),
        ("a ship off Malta", "Malta"),
        ("a factory in the United States", "United States"),
        ("at the Capitol in Washington, D.C.", "Washington, D.C."),
        ("a woman in Portland, Ore., on Monday", "Portland, Ore."),
        ("a woman in Portland, Oregon.", "Portland, Oregon"),
        ("Residents of the town in Brooklyn, New York", "Brooklyn, New York"),
        ("at Maputo Central Hospital", "Maputo"),
        ("at Maputo Central Hospital in Mozambique", "Mozambique"),
        ("a wedding in\nHong\nKong", "Hong\nKong"),
        ("a bridge in Lima in March 2020", "Lima"),
        ("workers in Lima. The bridge fell.", "Lima"),
        ("In Lima, workers mend a bridge", "Lima"),
        ("At Lima's harbour", "Lima"),
        ("a ship in Lima’s harbour", "Lima"),
        ("a street in King's Lynn", "King's Lynn"),
        ("a beach in Rio de Janeiro", "Rio de Janeiro"),
        ("a mine in the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("a mine in northern Italy", "Italy"),
        ("a crowd in the U.S. on Monday", "U.S."),
        ("a queue in Wuhan, Hubei province, on April 8", "Wuhan, Hubei province"),
        ("a lab in Wuhan, central China's Hubei Province, on May 3", "Wuhan, central China's Hubei Province"),
        ("a fair in Lhasa, southwest China's Tibet Autonomous Region", "Lhasa, southwest China's Tibet Autonomous Region"),
        ("a mine in the Free State province, South Africa", "Free State province, South Africa"),
        ("a field in Ruritania province", "Ruritania province"),
        ("a field in Lower Ruritania district, Ukraine, on Monday", "Lower Ruritania district, Ukraine"),
        ("a mall in Shaker Heights, Ohio, on May 3", "Shaker Heights, Ohio"),
        ("a mine in Most, Czech Republic", "Most, Czech Republic"),
        ("a prison in Reading, England", "Reading, England"),
        ("a tram in Berlin (Germany) at noon", "Berlin (Germany)"),
        ("Soldiers in Paris, France's capital", "Paris"),
        ("Bridge in Lima Monday", "Lima"),
    ],
)  # fmt: skip
def test_a_preposition_leads_to_a_place_with_its_region(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the station of St. Petersburg", "St. Petersburg"),
        ("the mayor of Lima speaks in Paris", "Paris"),
        ("in the city of Lima", "Lima"),
        ("Paris, 1871", "Paris"),
        ("Boats beside the bridge, Lima, 1911", "Lima"),
        ("A street. Paris, May 3, 1871", "Paris"),
        ("KYIV, Ukraine — Workers mend a bridge", "KYIV, Ukraine"),
        ("Lima, Peru: workers mend a bridge", "Lima, Peru"),
        ("He left Jackson, Mississippi, with his brother.", "Jackson, Mississippi"),
    ],
)
def test_so_does_what_stands_before_its_region_or_a_day(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The bridge, built in Riga in 1911, in Lima on June 3, 1953", "Lima"),
        ("In Lima on May 3, a crowd speaks of the flood in Paris", "Lima"),
        ("Protesters in Paris against the war in Ukraine", "Paris"),
        ("The team sent to fight it in Iraq, at work in Baghdad", "Baghdad"),
        ("The president of France visits a school in New York City on April 2", "New York City"),
        ("A firm in Lyon builds a mill in Lima", "Lima"),
    ],
)
def test_of_several_the_one_with_the_day_the_city_and_the_last_win(text: str, place: str) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldaten in Berlin am 3. Mai 1945", "Berlin"),
        ("Eine Brücke bei Verdun", None),
        ("Une rue à Paris, le 3 mai 1871", "Paris"),
        ("Un puente en Lima, Perú", "Lima, Perú"),
        ("Москва, 1943", "Москва"),
        ("Колокол во дворе музея, Вологда, 14 апреля 2020", "Вологда"),
        ("Колокол во дворе музея, Москва, 14 апреля 1921", "Москва"),
        ("El organista en la catedral de Arequipa", "Arequipa"),
        ("El presidente de Francia habla", None),
        ("4月13日，医护人员在湖北省武汉市工作。", "湖北省武汉市"),
        ("工人在北京市朝阳区的一个小区消毒。", "北京市朝阳区"),
        ("新华社北京4月13日电", "北京"),
        ("大家在会上说", None),
    ],
)
def test_places_are_found_in_other_languages(text: str, place: str | None) -> None:
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
        "in March, Britain declared war",
        "members of the Red Cross",
        "with Chad",
        "the president of France speaks",
        "the people of China",
        "refugees from Syria",
        "in German hands",
        "in Chinese",
        "a Berlin-based firm",
        "the Berlin-based firm in Berlin-made boots",
        "at University",
        "in Republic Square",
        "at Most",
        "Of Reading",
        "In Reading the letter he wept",
        "at Lincoln Center",
        "at Oxford University",
        "in Jackson's hand",
        "in the Washington Post",
        "in China Daily",
        "in U.S. tanks",
        "the death of Lincoln",
        "in the Lincoln bedroom",
        "in Lancaster, although a lancaster is a bomber",
        "Lincoln, 1861",
        "Washington, Jefferson and Adams",
        "",
    ],
)
def test_where_no_place_is_named_there_is_none(text: str) -> None:
    assert place_of(text) is None


def test_only_the_span_is_read() -> None:
    assert find_place("a school in Lima", Span(0, 9)) is None
    assert find_place("a school in Lima, Peru", Span(0, 16)) == Span(12, 16)


@thorough
@given(texts)
def test_what_is_found_lies_in_the_span_and_has_no_space_at_its_ends(text: str) -> None:
    found = find_place(text, Span(len(text) // 3, len(text)))

    if found:
        assert Span(len(text) // 3, len(text)).holds(found)
        assert found.of(text).strip() == found.of(text) != ""


@pytest.mark.parametrize(
    "scrap",
    [
        "in ",
        "in Lima, ",
        "Lima, ",
        "A",
        "A ",
        "in A. ",
        "St. ",
        "’s ",
        "in the ",
        "在",
        "在武汉",
        " ",
        "in A’",
        "Of of ",
    ],
)
def test_no_text_takes_long(scrap: str) -> None:
    find_place("in Lima", Span(0, 7))
    text = scrap * (200_000 // len(scrap))
    began = time.perf_counter()

    find_place(text, Span(0, len(text)))

    assert time.perf_counter() - began < 5
