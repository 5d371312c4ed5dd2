"""The names themselves are GeoNames', CLDR's and ISO's; what is tested is what they are taken for."""

import pytest

from postil.vocabulary.gazetteer import Standing, abbreviated, find_name, in_calendar, kinds, usual_kinds


def standing_of(name: str) -> Standing | None:
    place = find_name(name)
    return place.standing if place else None


@pytest.mark.parametrize(
    "name",
    ["Peru", "Perú", "Deutschland", "Россия", "中国", "USSR", "Zaire", "Islamic Republic of Iran", "U.S.", "UK",
     "Europe", "Wuhan", "St. Petersburg", "São Paulo", "Sao Paulo", "Constantinople", "LIMA"],
)  # fmt: skip
def test_a_name_that_all_know_stands_alone(name: str) -> None:
    assert standing_of(name) is Standing.WHATEVER_FOLLOWS


@pytest.mark.parametrize(
    "name",
    ["Ontario", "Hubei", "湖北", "湖北省", "Kerala", "Nice", "Jackson", "Padua", "King's Lynn", "King’s Lynn",
     "Victoria", "Harris County"],
)  # fmt: skip
def test_a_name_that_could_be_a_persons_needs_a_preposition(name: str) -> None:
    assert standing_of(name) is Standing.AFTER_A_PREPOSITION


@pytest.mark.parametrize("name", ["University", "Republic", "Most", "Of", "Spring", "Same"])
def test_a_name_that_is_a_common_word_needs_its_region(name: str) -> None:
    assert standing_of(name) is Standing.BESIDE_ITS_REGION


@pytest.mark.parametrize(
    "name",
    ["March", "August", "May", "Monday", "Sept", "Chinese", "German", "French", "Peruvian", "Southern", "West",
     "Centre", "lima", "world", "World", "Parliament", "Congress", ""],
)  # fmt: skip
def test_months_demonyms_and_directions_are_no_places(name: str) -> None:
    assert find_name(name) is None


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Lima", "Peru"),
        ("Lima", "Ohio"),
        ("Lima", "Pérou"),
        ("Most", "Czech Republic"),
        ("Reading", "England"),
        ("Wuhan", "Hubei"),
        ("Hubei", "China"),
        ("Brooklyn", "New York"),
        ("武汉", "湖北省"),
    ],
)
def test_a_place_lies_in_its_region(inner: str, outer: str) -> None:
    one, other = find_name(inner), find_name(outer)

    assert one and other and one.lies_in(other)


@pytest.mark.parametrize(("inner", "outer"), [("Lima", "France"), ("Peru", "Lima"), ("Paris", "Peru")])
def test_and_in_no_other(inner: str, outer: str) -> None:
    one, other = find_name(inner), find_name(outer)

    assert one and other and not one.lies_in(other)


@pytest.mark.parametrize(
    ("name", "is_area"), [("Peru", True), ("Hubei", True), ("Singapore", True), ("Lima", False)]
)
def test_countries_and_their_parts_are_areas(name: str, is_area: bool) -> None:
    place = find_name(name)

    assert place and place.is_area == is_area


@pytest.mark.parametrize(
    ("short", "state"), [("D.C.", "US-DC"), ("NY", "US-NY"), ("Calif.", "US-CA"), ("Ill.", "US-IL")]
)
def test_states_are_known_for_short(short: str, state: str) -> None:
    assert abbreviated(short, frozenset({state}))
    assert not abbreviated(short, frozenset({"US-TX", "PE-LIM"}))


def test_a_whole_name_is_not_for_short() -> None:
    assert not abbreviated("Oregon.", frozenset({"US-OR"}))


def test_the_calendar_is_known_in_several_languages() -> None:
    assert all(map(in_calendar, ["May", "MAY", "Sept.", "Montag", "août", "мая"]))
    assert not in_calendar("Lima")


def test_kinds_of_regions_are_known() -> None:
    assert {"province", "prefecture", "autonomous region", "governorate"} <= kinds()
    assert {"province", "county"} <= usual_kinds() < kinds()
