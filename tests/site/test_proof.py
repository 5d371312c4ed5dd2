import html
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from postil.cli import main
from postil.site.proof import difference, shown_text

Builder = Callable[..., Path]
PAGE = '<p>around</p><article class="text" data-postil-text>{}</article><p>after</p>'


def test_only_the_text_counts_and_apparatus_does_not() -> None:
    page = PAGE.format(
        '\n\n<h1>A <mark>B<a data-apparatus href="#">1<br></a></mark></h1>\n'
        "<div data-apparatus><p>note<span>s</span></p></div>&amp;C"
    )

    assert shown_text(page) == "\n\nA B\n&C"


def test_void_elements_do_not_unsettle_the_count() -> None:
    assert shown_text(PAGE.format('a<br>b<wbr>c<img alt="x">d')) == "abcd"


def test_the_same_text_has_no_difference() -> None:
    assert difference(PAGE.format("one\u00a0two"), "one\u00a0two") is None


def test_a_changed_character_is_named_with_its_place() -> None:
    assert difference(PAGE.format("one two"), "one\u00a0two") == (
        "the page does not show the text as captured: from character 3 on it has ' two', the capture '\\xa0two'"
    )


def test_a_missing_end_is_named() -> None:
    assert difference(PAGE.format("one"), "one two") == (
        "the page does not show the text as captured: from character 3 on it has nothing more, the capture ' two'"
    )


def test_one_more_character_is_named() -> None:
    assert difference(PAGE.format("one."), "one") == (
        "the page does not show the text as captured: from character 3 on it has '.', the capture nothing more"
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=80))
@settings(deadline=None)
def test_any_text_that_is_escaped_is_shown_whole(text: str) -> None:
    assert difference(PAGE.format(f"<p>{html.escape(text)}</p>"), text) is None


# Test data, written for these tests.
ENGLISH = (
    "Test Data: The Café\n\nThe people of Testford met in the mill that evening and spoke of the water. “We must "
    "save the bridge,” said the miller—it’s all we have.\n\nNext morning the river rose, and the café was closed.\n"
)
GERMAN = "Testdaten\n\nDie Bürger trafen sich am Abend in der Mühle. Das Wasser stieg, und die Straßen waren nicht sicher.\n"
CZECH = "Testovací data\n\nObyvatelé se večer sešli ve mlýně. Řeka stoupla ještě výše, ale most byl za městem a to je důležité.\n"
RUSSIAN = "Проба\n\nЖители собрались вечером на мельнице и говорили о воде. Но мост не был в опасности, как и в том году.\n"
CHINESE = "试验\n\n试验镇的居民晚上在磨坊里集会，谈论洪水。“我们必须保住这座桥”，磨坊主说。第二天早上，河水继续上涨。\n"
TAIWANESE = "試驗\n\n試驗鎮的居民晚上在磨坊裡集會，談論洪水。「我們必須保住這座橋」，磨坊主說。第二天早上，河水繼續上漲。\n"
JAPANESE = "試験\n\n試験町の人々は夜、水車小屋に集まって水のことを話し合った。「橋を守らなければならない」と粉屋は言った。\n"
KOREAN = "시험\n\n시험 마을 사람들은 저녁에 방앗간에 모여 물에 대해 이야기했다. 다리를 지켜야 한다고 주인이 말했다.\n"
ODD = (
    "Test data\n\n\x0cPage two\x0b\n\nA no-break\u00a0space, a soft\u00adhyphen, a zero\u200bwidth\ufeffspace, a\ttab, "
    "cafe\u0301, a confer-\nence\u2028of &amp; <b> \u202eodd\u202c things.\x85\n\x0c\n  indented\x0c\n"
)
CAPTURES = {
    "ascii": ("Test data\n\nIt rained.", "ascii", "\n"),
    "utf-8": (ENGLISH, "utf-8", "\r\n"),
    "utf-8 with a mark": (GERMAN, "utf-8-sig", "\n"),
    "decomposed": (unicodedata.normalize("NFD", CZECH), "utf-8", "\n"),
    "utf-16, little end first": ("\ufeff" + ENGLISH, "utf-16-le", "\n"),
    "utf-16, big end first": ("\ufeff" + CHINESE, "utf-16-be", "\n"),
    "utf-16 without a mark": (RUSSIAN, "utf-16-be", "\n"),
    "utf-32": (GERMAN, "utf-32", "\n"),
    "windows-1252": (ENGLISH, "windows-1252", "\n"),
    "windows-1252, CRLF": (ENGLISH, "windows-1252", "\r\n"),
    "windows-1252, lone CR": (ENGLISH, "windows-1252", "\r"),
    "no-break spaces": (ENGLISH.replace(" the ", " the\u00a0"), "windows-1252", "\n"),
    "mac-roman": (ENGLISH, "mac-roman", "\r"),
    "cp850": (GERMAN, "cp850", "\r\n"),
    "iso-8859-1": (GERMAN, "iso-8859-1", "\n"),
    "iso-8859-2": (CZECH, "iso-8859-2", "\n"),
    "windows-1250": (CZECH, "windows-1250", "\n"),
    "koi8-r": (RUSSIAN, "koi8-r", "\n"),
    "windows-1251": (RUSSIAN, "windows-1251", "\r\n"),
    "iso-8859-5": (RUSSIAN, "iso-8859-5", "\n"),
    "gb18030": (CHINESE, "gb18030", "\n"),
    "big5": (TAIWANESE, "big5", "\n"),
    "shift_jis": (JAPANESE, "shift_jis", "\r\n"),
    "euc-jp": (JAPANESE, "euc-jp", "\n"),
    "iso-2022-jp": (JAPANESE, "iso-2022-jp", "\n"),
    "euc-kr": (KOREAN, "euc-kr", "\n"),
    "odd characters": (ODD, "utf-8", "\n"),
    "odd characters, CRLF": (ODD, "utf-16", "\r\n"),
    "odd characters, lone CR": (ODD, "utf-32", "\r"),
}
"""What is shown, how it is encoded, and how its lines end; no two have the same bytes."""


def test_a_text_of_every_encoding_goes_through_the_command_onto_a_page_that_shows_it_whole(
    builder: Builder, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No encoding is named; the build's own proof is on, and the pages are held to what was encoded, too."""
    monkeypatch.setenv("POSTIL_SEARCH", "0")
    captures = [text.replace("\n", end).encode(encoding) for text, encoding, end in CAPTURES.values()]
    for number, raw in enumerate(captures):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(raw)
        result = CliRunner().invoke(main, [
            "new", str(file), "--root", str(archive), "--id", f"t{number}", "--title", "Test data", "--creator", "",
            "--publisher", "Nobody", "--date", "1921", "--language", "en", "--source", "https://example.org/",
            "--rights", "none",
        ])  # fmt: skip
        assert result.exit_code == 0, result.output

    site = builder()

    for number, ((text, *_), raw, name) in enumerate(zip(CAPTURES.values(), captures, CAPTURES, strict=True)):
        page = site / "texts" / f"t{number}"
        assert (page / "text.txt").read_bytes() == raw, name
        shown = shown_text((page / "index.html").read_bytes().decode())
        assert shown == text.removeprefix("\ufeff"), name
