"""The file of a note, written and read in the browser: as `postil check` reads it, or not at all."""

import json
import os
import random
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from playwright.sync_api import Browser, Page

from conftest import ROOT
from javascript import beside_scripts, results
from postil.edtf import Edtf
from postil.errors import EdtfError
from postil.intake.folder import IDENTIFIER
from postil.intake.schema import build, json_schema
from postil.intake.strict_yaml import StrictYaml, read_yaml
from postil.markup import body_faults
from postil.records import Kind, Motivation, Note, Reference

MADE = int(os.environ.get("POSTIL_CASES", "500"))
"""How many cases are made of each sort; the page agrees with the check on tens of thousands."""
NASTY: list[str] = yaml.safe_load((ROOT / "tests/cases/note_file/nasty.yml").read_text(encoding="utf-8"))
FILES = sorted(
    path for folder in ("source_texts", "tests/archives") for path in (ROOT / folder).rglob("*.yml")
)
FIELDS = (
    "motivation", "kind", "label", "target.exact", "target.prefix", "target.suffix", "body", "creator.name",
    "creator.github", "creator.orcid", "created", "language",
)  # fmt: skip
OF_REFERENCES = ("title", "publisher", "date", "url", "archived")
SOUND: dict[str, Any] = {
    "motivation": "commenting", "kind": "context", "label": "", "body": "The count was *lower*.", "references": [],
    "target": {"exact": "the river rose", "prefix": "", "suffix": ""}, "created": "2026-11-23", "language": "en",
    "creator": {"name": "Tess Tester", "github": "", "orcid": ""},
}  # fmt: skip
SCRAPS = [
    *NASTY, "the river rose", "Tess Tester", "https://example.org/a?b=c", "https://www.who.int/é", "1821~", "1914/1918",
    "2020-02-30", "en", "pt-BR", "0000-0002-1825-0097", "@ada", "word ", "*a*", "\n\n", "\n- ", "context", "gloss", "linking",
]  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with beside_scripts(browser) as page:
        yield page


def with_field(note: dict[str, Any], name: str, value: str) -> dict[str, Any]:
    """The note with the field set, by its dotted name."""
    outer, _, inner = name.partition(".")
    return {**note, outer: {**note[outer], inner: value} if inner else value}


def made_notes(count: int) -> list[dict[str, Any]]:
    """Notes whose fields hold scraps, some of them sound ones, the same in each run."""
    chance = random.Random(4)

    def text() -> str:
        return "".join(chance.choices(SCRAPS, k=chance.choice((1, 1, 2, 4))))

    notes = []
    for _ in range(count):
        note = SOUND
        for name in chance.sample(FIELDS, chance.randint(0, len(FIELDS))):
            note = with_field(note, name, text())
        references = [
            {name: text() for name in chance.sample(OF_REFERENCES, chance.randint(0, 5))}
            for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 21)))
        ]
        notes.append({**note, "references": references})
    return notes


DEFAULTS = {"motivation": "commenting", "language": "en"}
LONG = ("a" * 1_001, "💧" * 1_000, "é" * 5_001, "\x7f" + "💧" * 5_000)
NOTES = [
    *(with_field(SOUND, name, text) for name, text in product(FIELDS, LONG)),
    *(with_field(SOUND, name, text) for name, text in product(FIELDS, NASTY)),
    *({**SOUND, "references": [{"title": "A", name: text}]} for name, text in product(OF_REFERENCES, NASTY)),
    *made_notes(MADE),
]


def said(value: Any) -> Any:
    """What the form's note says, as its file does: without the fields that are empty."""
    if isinstance(value, dict):
        return {name: part for name, held in value.items() if (part := said(held)) not in ("", {}, [])}
    return [said(each) for each in value] if isinstance(value, list) else value


def checked(value: Any) -> tuple[Note | None, bool]:
    """The note that the check makes of the value, and whether it finds nothing wrong."""
    return checked_json(json.dumps(value))


@cache
def checked_json(text: str) -> tuple[Note | None, bool]:
    note, faults = build(Note, "note.yml", StrictYaml(value=json.loads(text)))
    return note, not faults and note is not None and not list(body_faults(note.body))


def test_what_is_typed_is_what_the_check_reads(page: Page) -> None:
    written = results(page, "note_file.js", "(note) => [it.clean(note), it.write(it.clean(note))]", NOTES)

    sound = 0
    for note, (clean, text) in zip(NOTES, written, strict=True):
        read = read_yaml("note.yml", text.encode())
        assert not read.faults, (note, text, read.faults)
        assert isinstance(read.value, dict)
        read.value["body"] = str(read.value.get("body", "")).removesuffix("\n")
        assert said(read.value) == said(clean), text
        found, good = checked(said(clean))
        if good and found:
            sound += 1
            assert asdict(found) == asdict(build(Note, "", read)[0] or found)
    assert sound > 300


def test_what_is_written_is_read_again(page: Page) -> None:
    again = "(note) => { const clean = it.clean(note); return [clean, it.read(it.write(clean)), it.faultsOf(clean)]; }"

    for clean, read, faults in results(page, "note_file.js", again, NOTES):
        if not faults:
            filled = {name: clean[name] or default for name, default in DEFAULTS.items()}
            assert read == {"note": {**clean, **filled}, "faults": []}
        else:
            assert read["faults"], clean


@pytest.mark.parametrize("cleaned", [True, False], ids=["cleaned", "as typed"])
def test_the_form_finds_what_the_check_finds(page: Page, cleaned: bool) -> None:
    tidy = "it.clean(note)" if cleaned else "note"
    found = results(
        page, "note_file.js", f"(note) => {{ const n = {tidy}; return [n, it.faultsOf(n)]; }}", NOTES
    )

    assert any(not faults for _, faults in found)
    for note, faults in found:
        assert (not faults) == checked(said(note))[1], (note, faults)
        assert all(fault["message"] for fault in faults)


def test_nothing_is_cut_short_or_changed_in_the_quote(page: Page) -> None:
    note = with_field(with_field(SOUND, "body", "é" * 5_001), "target.exact", " e\u0301\u00a0 river  ")
    ((clean, faults),) = results(
        page, "note_file.js", "(note) => [it.clean(note), it.faultsOf(it.clean(note))]", [note]
    )

    assert clean["body"] == "é" * 5_001
    assert clean["target"]["exact"] == " e\u0301\u00a0 river  "
    assert [fault["field"] for fault in faults] == ["body"]


def test_limits_and_words_are_those_of_the_records(page: Page) -> None:
    ((limits, kinds, motivations, clean),) = results(
        page, "note_file.js", "() => [it.LIMITS, it.KINDS, it.MOTIVATIONS, it.clean({})]", [0]
    )
    schema = json_schema(Note)
    parts = {**schema["properties"], **schema["$defs"]["Target"]["properties"]}
    reference = schema["$defs"]["Reference"]["properties"]

    assert limits == {
        "body": parts["body"]["maxLength"],
        "quoted": parts["exact"]["maxLength"],
        "line": reference["title"]["maxLength"],
        "web": 2_000,
        "references": parts["references"]["maxItems"],
    }
    assert (kinds, motivations) == (list(get_args(Kind)), list(get_args(Motivation)))
    assert list(clean) == list(schema["properties"])
    assert set(reference) == set(OF_REFERENCES) == set(Reference.__slots__)
    assert not build(
        Note,
        "",
        StrictYaml(value={**said(SOUND), "references": [{"title": "A", "url": long_address(2_000)}]}),
    )[1]
    assert build(
        Note,
        "",
        StrictYaml(value={**said(SOUND), "references": [{"title": "A", "url": long_address(2_001)}]}),
    )[1]


def long_address(length: int) -> str:
    return "https://example.org/".ljust(length, "a")


READ = """(text) => {
  try {
    const { value, lines } = it.readYaml(text);
    return { value, lines: Object.fromEntries(lines) };
  } catch (error) {
    if (error instanceof it.YamlFault) return { fault: error.message };
    throw error;
  }
}"""
PIECES = (
    "\n", "\n\n", " ", "  ", "    ", ":", ": ", "#", " #", "-", "- ", "\n- ", "'", '"', '""', "''", "|", ">", "|-", ">+",
    "|2", "\t", "\\", "\\n", "\\\n", "\\x41", "\\u263a", "\\U0001F600", "\\q", "[", "]", "{", "}", ", ", "[a, b]", "{a: b}",
    "&a", "*a", "!!str", "!", "%", "@", "`", "---", "\n---\n", "\n...\n", "\r\n", "\r", "\ufeff", "\u00a0", "\x85",
    "\u2028", "? ", "~", "x: y", "\n  x: y", "\n  - z", "# c\n", "é", "😀", "<<: ", "\x07", "\n    more words", "\n  more",
    "\nmore: x", '"a', "'a", 'a\\"b', "-a", ":\n", ">\n  a\n\n  b\n   c\n", "|\n   \n  a\n", "|+\n  a\n\n\n", ">-\n\n  a\n",
    "- - a", "- a: b\n    c: d", "__proto__: x", "constructor: y", "\n  \u00a0x",
)  # fmt: skip
SHAPES = (
    "a: \"x\n  y\n\n  z \n  \\\n  w\"\nb: 'q\n\n  r'\nc: plain\n  more\n\n  words\nd: >-\n  fold\n  ed\n\n   more\n  x\n\n\n"
    "e: |2\n   ind\n  x\n",
    'a:\n- b\n- c: d\n  e: f\n-\n  g: h\nz:\n  - "q"\n',
    'saw: {date: 2020, label: "a, b", x: \'y\'}\nl: [a, "b", c d]\nk: |+\n  a\n\n\nm: >\n  b\n',
)


def decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="ignore")


def mutated(texts: list[str], count: int) -> list[str]:
    """The texts with pieces put in, lines moved, and characters taken out, the same in each run."""
    chance = random.Random(5)

    def mutate(text: str) -> str:
        at = chance.randrange(len(text) + 1)
        lines = text.split("\n")
        line = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                return text[:at] + text[at + chance.choice((1, 2, 5, 20)) :]
            case 1:
                lines[line] = " " * chance.choice((0, 1, 2, 4)) + lines[line].lstrip()
            case 2:
                lines.insert(chance.randrange(len(lines)), lines[line])
            case _:
                return text[:at] + chance.choice(PIECES) + text[at + chance.choice((0, 0, 0, 4)) :]
        return "\n".join(lines)

    made = []
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.choice((1, 1, 2, 4))):
            text = mutate(text)
        made.append(text)
    return made


def assert_read_alike(page: Page, texts: list[str]) -> int:
    """How many of the texts the page reads; each as the check does."""
    given = results(page, "yaml.js", READ, texts)
    for text, read in zip(texts, given, strict=True):
        checked = read_yaml("file.yml", text.encode())
        if "fault" in read:
            assert read["fault"]
        else:
            assert not checked.faults, text
            assert read["value"] == checked.value, text
            assert read["lines"] == {".".join(map(str, loc)): line for loc, line in checked.lines.items()}, (
                text
            )
    return sum("fault" not in read for read in given)


def test_files_of_the_archive_are_read(page: Page) -> None:
    files = [decoded(path) for path in FILES if "source_texts" in path.relative_to(ROOT).parts[:1]]

    assert assert_read_alike(page, files) == len(files)


def test_files_of_the_tests_are_read_alike_or_not_at_all(page: Page) -> None:
    files = [decoded(path) for path in FILES]

    assert assert_read_alike(page, files) > len(files) // 2


def test_mutated_files_are_read_alike_or_not_at_all(page: Page) -> None:
    texts = mutated([*map(decoded, FILES), *SHAPES], MADE) + mutated(list(SHAPES), 2 * MADE)

    assert assert_read_alike(page, texts) > MADE // 2


WHITE_INSIDE = [
    *product(("body: {}\n", 'body: "{}"\n', "body: |\n  {}\n", "creator:\n  name: '{}'\n"), (" ", "\t", "\u00a0", "\u2003")),
    ('body: "{}"\n', "\\n"), ("body: |\n  {}\n", "\n  "), ('body: "{}"\n', "\\t"), ("body: {} # c\n", " "),
    ('body: "{}"\n', " \n "), ("references:\n  - title: A\n    url: https://{}\n", " "),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["a: " * 30_000, "- " * 30_000, "[" * 60_000, '"' * 60_000, "a: |\n" + " " * 60_000, "a: 'b" + "\n" * 60_000,
     "\n".join(" " * depth + "a:" for depth in range(340)), "a: b\n" * 13_000, "a: " + "x\n  " * 16_000, "a" * 70_000,
     'a: "' + "x \n  " * 13_000 + '"', "a: '" + "x" + "\t" * 60_000 + "y\n  z'",
     *(form.replace("{}", f"a{white * (60_000 // len(white.encode()))}b") for form, white in WHITE_INSIDE)],
    ids=lambda text: ascii(text[:14]),
)  # fmt: skip
def test_hostile_files_are_refused_soon(page: Page, text: str) -> None:
    clocked = (
        "(text) => { const start = performance.now(); it.read(text); return performance.now() - start; }"
    )

    assert min(results(page, "note_file.js", clocked, [text] * 3)) < 300  # milliseconds
    assert_read_alike(page, [text])


@pytest.mark.parametrize(
    "white", [" ", "\t", "\n", "\u00a0", "\u2003", "\u0085", " \n", " \u200b", "a"], ids=ascii
)
def test_much_that_is_pasted_is_judged_soon(page: Page, white: str) -> None:
    clocked = """(words) => {
      const start = performance.now();
      const reference = { title: words, publisher: words, date: words, url: words, archived: `https://${words}` };
      const note = it.clean({ kind: words, label: words, body: words, target: { exact: words, prefix: words },
        creator: { name: words, github: words, orcid: words }, created: words, references: [reference] });
      return [it.faultsOf(note).map(({ field }) => field), performance.now() - start];
    }"""
    words = f"a{white * 60_000}b"
    given = results(page, "note_file.js", clocked, [words] * 3)

    assert {"body", "label", "creator.name", "references.1.title"} <= set(given[0][0])
    assert min(time for _, time in given) < 300  # milliseconds


def test_notes_of_the_archive_are_read(page: Page) -> None:
    notes = sorted((ROOT / "source_texts").glob("*/annotations/*.yml"))
    given = results(page, "note_file.js", "(text) => it.read(text)", [decoded(path) for path in notes])

    for path, read in zip(notes, given, strict=True):
        assert read["faults"] == [], path
        note, _ = build(Note, "", read_yaml("", path.read_bytes()))
        assert note == checked(said(read["note"]))[0]


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", "id", "Kind"])
def test_strange_fields_are_faults_and_change_nothing(page: Page, name: str) -> None:
    text = f"{name}:\n  polluted: x\nkind: context\n"
    ((read, polluted),) = results(
        page, "note_file.js", "(text) => [it.read(text), ({}).polluted ?? null]", [text]
    )

    assert read["note"] is None and polluted is None
    assert [name] == [fault["field"] for fault in read["faults"]]
    assert read["faults"][0]["line"] == 1


def test_faults_name_the_line(page: Page) -> None:
    text = "kind: contxt\ntarget:\n  exact: the river\nbody: ' '\nreferences:\n  - title: A\n    url: no\ncreated: 2020-13\n"
    (read,) = results(page, "note_file.js", "(text) => it.read(text)", [text])

    assert {(fault["line"], fault["field"]) for fault in read["faults"]} == {
        (1, "kind"), (4, "body"), (7, "references.1.url"), (8, "created"), (1, "creator.name"),
    }  # fmt: skip


def test_dates_are_never_taken_that_the_check_refuses(page: Page) -> None:
    chance = random.Random(6)
    scraps = [
        "18",
        "21",
        "1821",
        "-",
        "-05",
        "-03",
        "-13",
        "-31",
        "-02-29",
        "X",
        "XX",
        "~",
        "?",
        "%",
        "/",
        "..",
        "-0001",
        "Y",
        "20",
    ]
    plain = ["1821", "1821-05", "1821-05-03", "1821~", "1821-05?", "1821-05-03%", "18XX", "182X", "1821-XX", "1821-05-XX",
             "1914/1918", "1914-06/1918-11-11", "../1918", "1914/..", "1914/", "/1918", "1914~/1918?"]  # fmt: skip
    texts = plain + ["".join(chance.choices(scraps, k=chance.randint(1, 6))) for _ in range(MADE)]
    taken = results(page, "edtf.js", "(text) => it.isDate(text)", texts)

    assert all(taken[: len(plain)])
    assert [text for text, good in zip(texts, taken, strict=True) if good and not is_edtf(text)] == []


def is_edtf(text: str) -> bool:
    try:
        Edtf(text)
    except EdtfError:
        return False
    return True


def test_addresses_are_judged_as_the_check_does(page: Page) -> None:
    chance = random.Random(7)
    scraps = ["http:", "https:", "HTTPS:", "http:/", "\\", "evil.example", "ftp:", "//", "/", "a", "example.org", "@", ":", "80", "[", "]", "::1", "é", "℀", "?", "#",
              " ", "%20", "^", "\\", "user", "｡", "／", "v1.x"]  # fmt: skip
    addresses = [
        chance.choice(("", "https://", "http://")) + "".join(chance.choices(scraps, k=chance.randint(1, 6)))
        for _ in range(8 * MADE)
    ]
    taken = results(page, "web_address.js", "(text) => it.isWebAddress(text)", addresses)

    for address, good in zip(addresses, taken, strict=True):
        wanted = {**said(SOUND), "references": [{"title": "A", "url": address}]}
        assert good == (not build(Note, "", StrictYaml(value=wanted))[1]), address


def test_names_are_good_ones_and_each_its_own(page: Page) -> None:
    notes = [
        with_field(SOUND, "target.exact", text)
        for text in [*NASTY, "The Über-Straße of Łódź, 1912", "a" * 90]
    ]
    named = results(page, "note_file.js", "(note) => it.nameFor(note)", [*notes, SOUND, {}])

    assert all(IDENTIFIER.fullmatch(name) and len(name) <= 60 for name in named)
    assert len({*named}) == len({json.dumps(note) for note in notes}) + 2
    assert named[len(NASTY)].startswith("context-the-uber-strasse-of-lodz-1912-")
    assert named[NASTY.index("中文，句子。")].startswith("context-2026-11-23-")


def test_names_are_judged_as_the_check_does(page: Page) -> None:
    names = ["a", "a-b", "1912", "", "A", "a--b", "-a", "a-", "a.b", "../a", "é", "a b", "a/b", "a\n"]
    good = results(page, "note_file.js", "(name) => new RegExp(`^${it.NAME}$`).test(name)", names)

    assert good == [bool(IDENTIFIER.fullmatch(name)) for name in names]
