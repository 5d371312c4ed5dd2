from hypothesis import given

from postil.carrying.changes import Change, changed_passages, changes
from postil.carrying.compare import compare
from strategies import texts, thorough


@thorough
@given(texts, texts)
def test_what_is_the_same_and_what_was_added_is_the_new_text(old: str, new: str) -> None:
    comparison = compare(old, new)

    shown = "".join(change.text for change in changes(comparison) if change.kind != "removed")

    words = comparison.new.words
    assert shown == (new[comparison.new.starts[words[0][0]] :] if words else "")


def test_a_changed_paragraph_stands_between_a_line_of_what_did_not_change() -> None:
    old = "One.\n\nTwo.\n\nThe river rose at night.\n\nFour.\n"
    new = "One.\n\nTwo.\n\nThe river fell at night.\n\nFour.\n"

    before, changed, after = changed_passages(compare(old, new), 9)

    assert (before.unchanged, before.changes) == (2, (Change("same", "Two."),))
    assert [(each.kind, each.text) for each in changed.changes] == [
        ("same", "The river "), ("removed", "rose "), ("added", "fell "), ("same", "at night."),
    ]  # fmt: skip
    assert (after.unchanged, after.changes[0].text) == (1, "Four.")


def test_a_paragraph_that_was_taken_out_is_one_of_its_own() -> None:
    passages = changed_passages(compare("One.\n\nGone now.\n\nThree.", "One.\n\nThree."), 9)

    assert [[change.kind for change in passage.changes] for passage in passages] == [
        ["same"],
        ["removed"],
        ["same"],
    ]


def test_no_more_is_shown_than_was_asked_for_and_long_stretches_are_cut() -> None:
    old = "\n\n".join(f"Paragraph {number} of some." for number in range(50))
    new = old.replace("some", "many")
    long = " ".join(["same"] * 5_000)

    assert len(changed_passages(compare(old, new), 7)) == 7
    (passage,) = changed_passages(compare(f"{long} one {long}", f"{long} two {long}"), 7)
    assert sum(len(change.text) for change in passage.changes) < 500
