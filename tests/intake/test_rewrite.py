from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import Fault
from postil.intake.rewrite import replace_folder, with_fields, with_target
from postil.intake.strict_yaml import read_yaml
from postil.records import Target
from strategies import thorough

BEFORE = "# Test data\nkind:   gloss   # a remark\n"
AFTER = 'body: |\n  Words.\n\n  More.\ncreator: {name: Tess Tester}   # odd   spacing\ncreated: "2026-11-23"'
WAYS = (
    "target:\n  exact: old words\n  prefix: 'a '\n",
    "target: {exact: old words, prefix: 'a '}\n",
    "target:\n    prefix: 'a '\n    exact: |\n      old words\n\n",
    "target:\n  exact: >-\n    old\n    words\n  # a remark on it\n  prefix: \"a \"\n  suffix: ' b'\n",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_target_is_written_anew(way: str, end: str) -> None:
    raw = (BEFORE + way + AFTER).replace("\n", end).encode()

    made = with_target(raw, Target(exact="new words", suffix=" c\n: d"))

    assert made.startswith(BEFORE.replace("\n", end).encode() + b"target:")
    assert made.endswith(AFTER.replace("\n", end).encode())
    value = read_yaml("", made).value
    assert isinstance(value, dict)
    assert value["target"] == {"exact": "new words", "suffix": " c\n: d"}


def test_what_stays_of_a_target_stays_as_it_is_written() -> None:
    raw = b"target:\n  exact: |-\n    old words\n  prefix: a\nkind: gloss\n"

    made = with_target(raw, Target(exact="old words", prefix="b "))

    assert made == b'target:\n  exact: |-\n    old words\n  prefix: "b "\nkind: gloss\n'


def test_remarks_within_a_target_stay() -> None:
    raw = (
        b"target:\r\n  # where it stands\r\n  prefix: 'a '   # before\r\n  # the words\r\n  exact: old   # as printed\r\n"
        b"  suffix: b\r\n  # so much\r\nkind: gloss\r\n"
    )

    assert with_target(raw, Target(exact="new", suffix="b")) == raw.replace(
        b"  prefix: 'a '   # before\r\n", b""
    ).replace(b"exact: old ", b'exact: "new" ')
    assert with_target(
        raw.replace(b"  suffix: b\r\n", b""), Target(exact="old", prefix="a ", suffix="c")
    ) == (raw.replace(b"suffix: b", b'suffix: "c"'))


safe = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=40)


@thorough
@given(safe, safe, st.sampled_from(WAYS))
def test_any_words_can_be_written(exact: str, prefix: str, way: str) -> None:
    made = with_target((BEFORE + way + AFTER).encode(), Target(exact=exact, prefix=prefix))

    value = read_yaml("", made).value
    assert isinstance(value, dict)
    assert value["target"] == {"exact": exact, "prefix": prefix}


def test_fields_are_written_where_they_stood_and_new_ones_after_them() -> None:
    raw = b"# Test data\ntitle: A\ncaptured: '2026'   # when\nsha256: aa\noriginal:\n  date: 1999\n"

    made = with_fields(raw, {"captured": "2027-01-02", "sha256": "bb", "replaces": "aa"})

    assert made == (
        b"# Test data\ntitle: A\ncaptured: '2027-01-02'   # when\nsha256: bb\nreplaces: aa\n"
        b"original:\n  date: 1999\n"
    )


def test_a_last_line_without_an_end_and_line_ends_of_windows_are_kept() -> None:
    assert with_fields(b"title: A\r\nsha256: aa", {"sha256": "bb", "replaces": "aa"}) == (
        b"title: A\r\nsha256: bb\r\nreplaces: aa"
    )


def test_a_record_in_braces_is_not_taken_apart() -> None:
    with pytest.raises(ValueError, match="one field a line"):
        with_fields(b"{title: A, sha256: aa}", {"sha256": "bb"})


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "source_texts" / "test"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_bytes(b"Test data.")
    changes = {"notes/a.yml": b"a", "text.txt": None}

    fault = Fault("text.txt", 0, "", "test data")
    assert replace_folder(tmp_path, "test", changes, lambda root: [fault]) == (fault,)
    assert [path.name for path in folder.rglob("*")] == ["text.txt"]

    assert replace_folder(tmp_path, "test", changes, lambda root: []) == ()
    assert (folder / "notes/a.yml").read_bytes() == b"a"
    assert not (folder / "text.txt").exists()
    assert [path.name for path in (tmp_path / "source_texts").iterdir()] == ["test"]
