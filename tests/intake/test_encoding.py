import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.intake.encoding import find_encoding, reads
from postil.intake.folder import canonical_text
from strategies import texts, thorough

# Test data: a few sentences in each language, written for these tests.
ENGLISH = (
    "The people of Testford met in the mill that evening and spoke of the water. “We must save the bridge,” said "
    "the miller—it’s all we have.\n\nNext morning the river rose further, and the café was closed.\n"
)
GERMAN = "Die Bürger von Testdorf trafen sich am Abend in der Mühle. Das Wasser stieg, und die Straßen waren nicht sicher.\n"
FRENCH = "Les habitants se réunirent le soir au moulin. La rivière était haute, et les rues de la ville où l'on passait à pied.\n"
CZECH = "Obyvatelé se večer sešli ve mlýně. Řeka stoupla ještě výše, ale most byl za městem a to je důležité pro všechny.\n"
POLISH = "Mieszkańcy spotkali się wieczorem w młynie. Rzeka podniosła się jeszcze bardziej, ale most był już za wodą.\n"
RUSSIAN = "Жители Тестова собрались вечером на мельнице и говорили о воде. Но мост не был в опасности, как и в том году.\n"
GREEK = "Οι κάτοικοι μαζεύτηκαν το βράδυ στον μύλο και μίλησαν για το νερό που ανέβαινε από την πόλη.\n"
HEBREW = "תושבי העיירה נפגשו בערב ודיברו על המים. הוא אמר כי זה לא היה גם בשנה של הגשר, אבל כל המים היו שם.\n"
TURKISH = "Kasabanın sakinleri akşam değirmende toplandılar ve sudan söz ettiler. Bu köprü için çok önemli bir gün, dedi değirmenci.\n"
CHINESE = (
    "试验镇的居民晚上在磨坊里集会，谈论洪水。“我们必须保住这座桥”，磨坊主说。\n第二天早上，河水继续上涨。\n"
)
TAIWANESE = (
    "試驗鎮的居民晚上在磨坊裡集會，談論洪水。「我們必須保住這座橋」，磨坊主說。\n第二天早上，河水繼續上漲。\n"
)
JAPANESE = (
    "試験町の人々は夜、水車小屋に集まって水のことを話し合った。「橋を守らなければならない」と粉屋は言った。\n"
)
KOREAN = "시험 마을 사람들은 저녁에 방앗간에 모여 물에 대해 이야기했다. 다리를 지켜야 한다고 주인이 말했다.\n"

OLD = [
    (ENGLISH, "windows-1252"), (ENGLISH, "mac-roman"), (GERMAN, "windows-1252"), (GERMAN, "cp850"), (GERMAN, "mac-roman"),
    (FRENCH, "windows-1252"), (FRENCH, "mac-roman"), (FRENCH, "iso-8859-15"), (CZECH, "iso-8859-2"), (CZECH, "windows-1250"),
    (CZECH, "cp852"), (POLISH, "iso-8859-2"), (POLISH, "windows-1250"), (RUSSIAN, "koi8-r"), (RUSSIAN, "windows-1251"),
    (RUSSIAN, "iso-8859-5"), (RUSSIAN, "cp866"), (RUSSIAN, "mac-cyrillic"), (GREEK, "iso-8859-7"), (GREEK, "windows-1253"),
    (HEBREW, "windows-1255"), (TURKISH, "windows-1254"), (TURKISH, "iso-8859-9"), (CHINESE, "gb18030"), (CHINESE, "gbk"),
    (TAIWANESE, "big5"), (TAIWANESE, "gb18030"), (JAPANESE, "shift_jis"), (JAPANESE, "euc-jp"), (JAPANESE, "iso-2022-jp"),
    (KOREAN, "euc-kr"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), OLD, ids=lambda value: value if len(value) < 20 else "text")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_old_encodings_are_told_by_what_they_make_of_the_bytes(text: str, encoding: str, end: str) -> None:
    raw = text.replace("\n", end).encode(encoding)

    found = find_encoding(raw)

    assert found.sure
    assert canonical_text(raw, found.candidates[0].name) == text


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"plain", "utf-8"),
        ("café".encode(), "utf-8"),
        ("café".encode("utf-8-sig"), "utf-8"),
        ("café".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "utf-16"),
        ("café".encode("utf-32"), "utf-32"),
        (b"\x00\x00\xfe\xff" + "café".encode("utf-32-be"), "utf-32"),
        (b"\x84\x31\x95\x33" + "桥".encode("gb18030"), "gb18030"),
        (ENGLISH.encode("utf-16-le"), "utf-16-le"),
        (ENGLISH.encode("utf-16-be"), "utf-16-be"),
        (CHINESE.encode("utf-16-be"), "utf-16-be"),
        (ENGLISH.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_unicode_is_told_by_its_mark_or_by_itself(raw: bytes, name: str) -> None:
    found = find_encoding(raw)

    assert (found.candidates[0].name, found.sure) == (name, True)


def test_one_odd_letter_in_a_text_whose_language_is_clear_is_enough() -> None:
    found = find_encoding(b"It was evening, and the people of the town met in the caf\xe9 on the hill.")

    assert (found.candidates[0].name, found.sure) == ("windows-1252", True)


def test_what_could_be_several_is_shown_by_the_line_where_they_differ() -> None:
    found = find_encoding(b"Nothing here.\nThe caf\xe9 closed.")

    assert not found.sure
    assert [(each.name, each.line) for each in found.candidates[:2]] == [
        ("windows-1252", "The café closed."),
        ("mac-roman", "The cafÈ closed."),
    ]


def test_a_text_where_two_encodings_give_the_same_is_not_doubtful() -> None:
    """ISO 8859-1, -15 and Windows-1252 agree on these; the first of the three is recorded."""
    found = find_encoding(GERMAN.encode("iso-8859-15"))

    assert (found.candidates[0].name, found.sure) == ("windows-1252", True)


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 8, b"the cat\x00sat on the mat", b"\xef\xbb\xbfa mark\xff", b"a\x1bb\x1b"]
)
def test_what_is_no_text_that_can_be_told_has_no_candidate(raw: bytes) -> None:
    assert find_encoding(raw).candidates == ()


@thorough
@given(st.binary(max_size=300) | texts.map(str.encode))
def test_every_candidate_reads_the_bytes(raw: bytes) -> None:
    found = find_encoding(raw)

    assert len({each.name for each in found.candidates}) == len(found.candidates)
    assert found.candidates or not found.sure
    if b"\x1b" not in raw:
        assert all(reads(raw, each.name) or each.name == "utf-8" for each in found.candidates)


@pytest.mark.parametrize("raw", [b"\xe9", b"\xe9 ", b"a\xe9", b"\x81\n", b"\xa4\xa2\r", b"\x00\xff"])
def test_hostile_repetitions_take_no_longer(raw: bytes) -> None:
    started = time.perf_counter()

    find_encoding(raw * 1_000_000)

    assert time.perf_counter() - started < 20
