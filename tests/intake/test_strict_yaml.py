import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from notes import notes
from postil.errors import Fault
from postil.intake import strict_yaml
from postil.intake.note_yaml import note_yaml
from postil.intake.strict_yaml import MAX_BYTES, MAX_DEPTH, StrictYaml, Value, read_yaml
from postil.records import Note
from strategies import thorough


def faults_of(text: str) -> list[str]:
    result = read_yaml("a.yml", text.encode())
    assert result.value is None
    return list(map(str, result.faults))


@pytest.mark.parametrize(
    "scalar", ["no", "yes", "null", "~", "2020-04-13", "12:30", "1e3", "0x10", "1_000", "3.0", "=", "off"]
)
def test_every_scalar_is_the_text_that_was_written(scalar: str) -> None:
    assert read_yaml("a.yml", f"a: {scalar}\n".encode()).value == {"a": scalar}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:\n", {"a": ""}),
        ("a: [b, '1']\n", {"a": ["b", "1"]}),
        ("a: {b: c}\n", {"a": {"b": "c"}}),
        ("- a\n- - b\n  - c\n", ["a", ["b", "c"]]),
        ("a: |\n  b\n  c\nd: >-\n  e\n  f\n", {"a": "b\nc\n", "d": "e f"}),
        ('a: "\\u00e9: # \\n"\n', {"a": "é: # \n"}),
        ("1: a\nno: b\n", {"1": "a", "no": "b"}),
        ("<<: {a: b}\n", {"<<": {"a": "b"}}),
        ("a # one word\n", "a"),
        ("---\na: b\n...\n", {"a": "b"}),
        ("\ufeffa: b\n", {"a": "b"}),
    ],
)
def test_values_are_texts_lists_and_mappings(text: str, value: Value) -> None:
    result = read_yaml("a.yml", text.encode())

    assert (result.value, result.faults) == (value, [])


def test_every_part_knows_its_line() -> None:
    result = read_yaml("a.yml", b"# Test data\na: b\nc:\n  d: e\n  f:\n    - g\n    - h\n")

    lines = {("a",): 2, ("c",): 3, ("c", "d"): 4, ("c", "f"): 5, ("c", "f", 0): 6, ("c", "f", 1): 7}
    assert {loc: result.line(loc) for loc in lines} == lines


def test_what_is_not_there_has_the_line_of_what_would_hold_it() -> None:
    result = read_yaml("a.yml", b"# Test data\na: b\nc:\n  d: e\n")

    assert result.line(("c", "x", "y")) == 3
    assert result.line(("x",)) == result.line(()) == 2


def test_the_line_of_a_file_without_a_value_is_the_first() -> None:
    assert read_yaml("a.yml", b"").line(("a",)) == 1


SYNTAX = "check the indentation, and put quotes around a text that holds ': ' or ' #'"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["a.yml:1: is empty; fill in the fields"]),
        ("# only a comment\n", ["a.yml:1: is empty; fill in the fields"]),
        ("a: b\nc: d: e\n", [f"a.yml:2: is not YAML: mapping values are not allowed in this context; {SYNTAX}"]),
        ("a: é\nb: c\nd: \x07 e\n", [
            "a.yml:3: is not YAML: unacceptable character #x0007: control characters are not allowed; take out the odd character",
        ]),
        ("a: b\na: c\n", ["a.yml:2: 'a' stands twice; keep one (the other is on line 1)"]),
        (
            "a: b\na: c\nd:\n  e: f\n  e: g\n",
            [
                "a.yml:2: 'a' stands twice; keep one (the other is on line 1)",
                "a.yml:5: 'e' stands twice; keep one (the other is on line 4)",
            ],
        ),
        ("a: &x b\nc: *x\nd: *y\n", [
            "a.yml:2: '*x' is an alias; write the value out",
            "a.yml:3: '*y' is an alias; write the value out",
        ]),
        ("a: !secret b\nc: !d [e]\n", [
            "a.yml:1: '!secret' is a tag; leave it out, every value is read as text",
            "a.yml:2: '!d' is a tag; leave it out, every value is read as text",
        ]),
        ("a: b\n---\nc: d\n---\ne: f\n", [
            "a.yml:2: starts a second YAML document; keep one and take out what follows '---'",
        ]),
        ("[a, b]: c\n", [
            "a.yml:1: has a list or a mapping where a field's name belongs; write `name: value`",
        ]),
        ("a: *x\nb: !y c\nd: e: f\n", [
            "a.yml:1: '*x' is an alias; write the value out",
            "a.yml:2: '!y' is a tag; leave it out, every value is read as text",
            f"a.yml:3: is not YAML: mapping values are not allowed in this context; {SYNTAX}",
        ]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_is_said_at_once(text: str, faults: list[str]) -> None:
    assert faults_of(text) == faults


def test_a_file_of_another_encoding_is_refused_at_its_line() -> None:
    result = read_yaml("a.yml", "a: b\nc: café\n".encode("windows-1252"))

    assert result.faults == [Fault("a.yml", 2, "", "is not UTF-8; save the file as UTF-8")]


def test_a_file_is_read_up_to_its_limit_and_no_further() -> None:
    most = "a: " + "b" * (MAX_BYTES - 4) + "\n"

    assert read_yaml("a.yml", most.encode()).faults == []
    assert faults_of(most + "#") == ["a.yml: 65,537 bytes are too many; keep the file under 65,536"]


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_values_are_nested_up_to_a_limit_and_no_further(opening: str) -> None:
    closing = {"[": "]", "{a: ": "}"}[opening]

    assert read_yaml("a.yml", (opening * MAX_DEPTH + closing * MAX_DEPTH).encode()).faults == []
    assert faults_of(opening * 5000) == ["a.yml:1: is nested more than 12 deep; write it flat"]


yaml_like = st.text("abc: -\n[]{}&*!|>'\"#%?,\\\t\r@`\ufeff\x85\u2028~<=.", max_size=80).map(str.encode)


@thorough
@given(st.binary(max_size=200) | yaml_like)
def test_any_bytes_have_a_value_or_faults(raw: bytes) -> None:
    result = read_yaml("a.yml", raw)

    assert (result.value is None) == bool(result.faults)
    assert all(fault.path == "a.yml" and fault.line >= 0 for fault in result.faults)


def read_by(loader: object, raw: bytes) -> StrictYaml:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_LOADER", loader)
        return read_yaml("a.yml", raw)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without its C parser")
@thorough
@given(notes, st.sampled_from(["", "\ufeff", "# Test data\n", "---\n"]), st.sampled_from(["\n", "\r\n"]))
def test_both_parsers_of_pyyaml_read_a_note_alike(note: Note, before: str, line_end: str) -> None:
    raw = (before + note_yaml(note)).replace("\n", line_end).encode()

    slow, fast = (read_by(loader, raw) for loader in (yaml.SafeLoader, yaml.CSafeLoader))

    assert (fast.value, fast.lines, fast.faults) == (slow.value, slow.lines, [])
