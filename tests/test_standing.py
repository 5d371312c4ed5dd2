import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.records import Creator
from postil.standing import Change, History, NoteState, Person, standing_of

NOBODY = Creator(name="Nobody")
ADA, BEA, CAI, DOT = (Person(name, f"{name.lower()}@test.example") for name in ("Ada", "Bea", "Cai", "Dot"))


def history(*readers: Person, authors: tuple[Person, ...] = (ADA,)) -> History:
    return History((Change("0" * 40, authors[0], "2026-11-23"),), authors, readers)


@pytest.mark.parametrize(
    ("readers", "state"),
    [
        ((), NoteState.PROPOSED),
        ((ADA,), NoteState.PROPOSED),
        ((BEA,), NoteState.REVIEWED),
        ((BEA, BEA), NoteState.REVIEWED),
        ((BEA, Person("B.", "BEA@test.example")), NoteState.REVIEWED),
        ((BEA, Person("bea", "other@test.example")), NoteState.REVIEWED),
        ((BEA, CAI), NoteState.VALIDATED),
        ((BEA, ADA, CAI, DOT), NoteState.VALIDATED),
        ((Person("GitHub", "noreply@github.com"), Person("x[bot]", "x@test.example")), NoteState.PROPOSED),
        ((Person("", ""), Person("\u200b")), NoteState.PROPOSED),
    ],
)
def test_readers_are_other_people_and_each_counts_once(readers: tuple[Person, ...], state: NoteState) -> None:
    assert standing_of(history(*readers), NOBODY).state is state


@pytest.mark.parametrize("creator", [Creator(name=" bea "), Creator(name="B", github="Bea-1")])
def test_the_creator_is_no_reader(creator: Creator) -> None:
    reader = Person("Bea", "12+bea-1@users.noreply.github.com")

    assert standing_of(history(reader), creator).readers == ()


@pytest.mark.parametrize(
    ("email", "handle"),
    [
        ("ada@users.noreply.github.com", "ada"),
        ("123+Ada-L@users.noreply.github.com", "ada-l"),
        ("ada@github.com", ""),
        ("x@ada@users.noreply.github.com", ""),
        ("", ""),
    ],
)
def test_a_handle_is_what_the_forge_s_own_address_says(email: str, handle: str) -> None:
    assert Person("Ada", email).handle == handle


people = st.builds(
    Person,
    st.sampled_from(["Ada", "ADA", "Bea", "", "x[bot]"]),
    st.sampled_from(["a@x", "b@x", "", "noreply@x", "7+ada@users.noreply.github.com"]),
)


@given(st.lists(people, max_size=6).map(tuple), st.lists(people, min_size=1, max_size=3).map(tuple))
def test_no_two_who_count_are_one_person_and_none_wrote_it(
    readers: tuple[Person, ...], authors: tuple[Person, ...]
) -> None:
    counted = standing_of(history(*readers, authors=authors), Creator(name="Bea")).readers

    for number, reader in enumerate(counted):
        others = (*authors, *counted[:number], Person("Bea"))
        assert all(reader.keys.isdisjoint(other.keys) for other in others)
        assert reader in readers and not reader.is_robot
