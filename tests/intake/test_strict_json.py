import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.intake.strict_json import MAX_DEPTH, MAX_JSON, JsonError, json_text, read_json
from strategies import thorough

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**16), 10**16) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@thorough
@given(values)
def test_what_is_json_is_read_as_it_is(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is not JSON: Expecting value (line 1); export it again"),
        (
            b'{"a": 1,\n}',
            "is not JSON: Expecting property name enclosed in double quotes (line 2); export it again",
        ),
        (b'{"a": 1, "b": 2, "a": 3}', "has 'a' twice in one object; keep one"),
        (b"[NaN]", "holds NaN, which is no number of JSON; take it out"),
        (b"[-Infinity]", "holds -Infinity, which is no number of JSON; take it out"),
        (b'"a\n\xff"', "is not UTF-8 (line 2); save the file as UTF-8"),
        (b"[" * 200_000, "is nested too deep; no notes are"),
        (b'{"a":' * 200_000, "is nested too deep; no notes are"),
        (b"[" * 51 + b"]" * 51, "is nested too deep; no notes are"),
        (b'{"a":' * 900 + b"1" + b"}" * 900, "is nested too deep; no notes are"),
        (b" " * (MAX_JSON + 1), "16,777,217 bytes are too many; split the file, 16,777,216 are read at once"),
    ],
)
def test_what_is_refused_is_told_what_to_do(raw: bytes, why: str) -> None:
    with pytest.raises(JsonError) as refused:
        read_json(raw)

    assert str(refused.value) == why


def test_values_are_nested_up_to_a_limit() -> None:
    assert read_json(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) is not None


def test_a_number_without_end_is_a_text() -> None:
    assert read_json(b"[" + b"9" * 100_000 + b", 1.5, 1e999]") == ["9" * 100_000, "1.5", "1e999"]


@thorough
@given(values)
def test_what_was_read_can_be_written(value: object) -> None:
    written = json_text(read_json(json.dumps(value).encode())).encode("utf-8", "backslashreplace")

    assert json.loads(written) == value


def test_numbers_and_halves_of_characters_stay_as_they_are_written() -> None:
    raw = rb'{"a": [1.50, -0, 1E+2, 12345678901234567890123], "b": "\ud800"}'

    assert json_text(read_json(raw)).encode("utf-8", "backslashreplace") == raw


@thorough
@given(st.binary(max_size=100) | st.text('{}[]",:0123456789-+.eE\\utfnralse ', max_size=60).map(str.encode))
def test_any_bytes_have_a_value_or_a_reason(raw: bytes) -> None:
    try:
        read_json(raw)
    except JsonError as error:
        assert str(error)
