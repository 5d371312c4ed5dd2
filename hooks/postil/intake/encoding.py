"""In which encoding the bytes of a text are; whatever is proposed was confirmed by decoding all of them strictly.

A byte-order mark says it, and bytes that are UTF-8 throughout are UTF-8. For the old encodings there are the
proposals of charset-normalizer and those usual for a language; each is judged by what it makes of the bytes:
common words, letters of one language, signs and capitals in their places. Where two readings are about as
good, neither is said to be sure.
"""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ..vocabulary.languages import LANGUAGES, likely_languages
from .folder import UNSHOWABLE, canonical_text

_SAMPLE = 1 << 15
_FIT = 0.95
"""So great a part of what is not ASCII must be at home in a language."""
_MOST = 4
"""So many readings are shown to choose from."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""What a file may begin with, and what that says of it; the longer before the shorter."""
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_ESCAPED = ("iso-2022-jp", "iso-2022-jp-2", "iso-2022-kr")
_USUAL = tuple(dict.fromkeys(name for language in LANGUAGES for name in language.encodings))
_LANGUAGES = {language.tag: language for language in LANGUAGES}

_SIGNS = "“”‘’„‚«»‹›–—…•·°§¶©®™£€¥¢¼½¾²³¹×÷±†‡ªº¿¡′″‰−№\u00a0\u00ad"
_WIDE_SIGNS = "\u3000-\u303f\uff00-\uff65"
_AT_HOME = re.compile(f"[{_SIGNS}{_WIDE_SIGNS}\x00-\x7f]")
"""What a text of any language may hold besides its letters."""
_PRINTED = bytes(range(0x20, 0x7F))
_WITHIN_A_WORD = re.compile(
    rf"(?<=[^\W\d_])[¹²³¼½¾ªº](?=[^\W\d_])|(?<=[^\W\d_])[^\x00-\x7f\w\s’‘‐‑–—…·\u00ad\u0300-\u036f{_WIDE_SIGNS}](?=[^\W\d_])|(?<=[^\W\d_])[„‚¿¡±§¶¢£¥¤¦¬÷×]"
)
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_WORD = re.compile(r"[^\W_]*+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding by which the bytes can be read, and a line of what comes of it."""

    name: str
    line: str


@dataclass(frozen=True, slots=True)
class FoundEncoding:
    """The encodings that come into question, the best first, and whether the first is beyond doubt."""

    candidates: tuple[Candidate, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Judged:
    name: str
    text: str
    score: float
    """The share of a language's common words, the less the more does not fit the language."""
    misfits: int
    """How many characters do not."""
    clear: bool
    """Whether there is enough to go by."""


def find_encoding(raw: bytes) -> FoundEncoding:
    """The encodings that the bytes are soundly read by; no candidate where they are no text that can be told."""
    for mark, name in _MARKS:
        if raw.startswith(mark) and reads(raw, name):
            return _known(name)
    if b"\x00" in raw:
        return _wide(raw)
    if b"\x1b" in raw:
        return next((_known(name) for name in _ESCAPED if reads(raw, name)), _UNKNOWN)
    if _decodes(raw, "utf-8"):
        return _known("utf-8")
    return _UNKNOWN if raw.startswith(codecs.BOM_UTF8) else _old(raw)


def reads(raw: bytes, name: str) -> bool:
    """Whether the bytes are a text in that encoding, without a character that no page can show."""
    try:
        return not UNSHOWABLE.search(canonical_text(raw, name))
    except (UnicodeDecodeError, LookupError):
        return False


_UNKNOWN = FoundEncoding((), False)


def _known(name: str) -> FoundEncoding:
    return FoundEncoding((Candidate(name, ""),), True)


def _decodes(raw: bytes, name: str) -> bool:
    try:
        raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _wide(raw: bytes) -> FoundEncoding:
    """UTF-16 or UTF-32 without a mark: what is read the wrong way round is in no language."""
    found = []
    for name in _WIDE:
        if reads(raw, name):
            text = raw[: 2 * _SAMPLE].decode(name, "ignore")
            if all(unicodedata.category(char) not in ("Cn", "Co") for char in set(text)):
                found.append((sum(map(text.count, " \n。，、")) / len(text), text, name))
    found = sorted((each for each in found if each[0]), reverse=True)
    sure = any(likely.is_clear for _, text, _ in found[:1] for likely in likely_languages(text))
    return FoundEncoding(
        tuple(Candidate(name, _excerpt(text.strip().split("\n", 1)[0])) for _, text, name in found), sure
    )


def _old(raw: bytes) -> FoundEncoding:
    sample = _sample(raw)
    groups: dict[str, _Judged] = {}
    for name in (*_USUAL, *_proposed(sample)):
        judged = _judge(sample, name)
        if judged and (judged.text not in groups or judged.score > groups[judged.text].score):
            groups[judged.text] = judged
    ranked = sorted(groups.values(), key=lambda each: (-each.score, each.misfits))
    sound = [each for each in ranked[: 3 * _MOST] if reads(raw, each.name)][:_MOST]
    lines = _telling_lines([each.text for each in sound])
    candidates = tuple(Candidate(each.name, line) for each, line in zip(sound, lines, strict=True))
    return FoundEncoding(candidates, _beyond_doubt(sound) and _round_trips(raw, sound[0].name))


def _beyond_doubt(ranked: list[_Judged]) -> bool:
    match ranked:
        case [best, *others] if best.clear:
            return all(each.score <= best.score / 2 or each.misfits > 2 * best.misfits for each in others)
        case _:
            return False


def _round_trips(raw: bytes, name: str) -> bool:
    return raw.decode(name).encode(name) == raw


def _sample(raw: bytes) -> bytes:
    """The head of the text, and the first of the later lines that hold more than ASCII."""
    end = raw.find(b"\n", _SAMPLE)
    if end == -1:
        return raw[: 4 * _SAMPLE]
    rest = raw[end + 1 : 64 * _SAMPLE].split(b"\n")
    later = b"\n".join(line for line in rest if not line.isascii())[:_SAMPLE]
    return raw[: end + 1] + later[: later.rfind(b"\n") + 1]


def _proposed(sample: bytes) -> Iterable[str]:
    """What charset-normalizer says, the encodings of mainframes left out: in them nothing is what it was in ASCII."""
    for match in from_bytes(sample):
        for name in match.could_be_from_charset:
            if _PRINTED.decode(name, "replace") == _PRINTED.decode("ascii"):
                yield name.replace("_", "-")


def _judge(sample: bytes, name: str) -> _Judged | None:
    """What the encoding makes of the sample; None where that is no text."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample)  # its last character may be cut off
    except (UnicodeDecodeError, LookupError):
        return None
    if UNSHOWABLE.search(text) or _C1.search(text):
        return None
    beyond = Counter(_AT_HOME.sub("", text))
    most = max(1, sum(1 for char in text if char > "\x7f"))
    placed = len(_WITHIN_A_WORD.findall(text)) + _odd_capitals(text)
    judged = [(0.0, most, False)]
    for likely in likely_languages(text):
        language = _LANGUAGES[likely.tag]
        if name in language.encodings:
            misfits = placed + sum(n for char, n in beyond.items() if char not in language.letters)
            fit = max(0.0, 1 - misfits / most)
            judged.append((likely.share * fit, misfits, likely.is_clear and fit >= _FIT))
    score, misfits, clear = max(judged, key=lambda each: (each[0], -each[1]))
    return _Judged(name, text, score, misfits, clear)


def _odd_capitals(text: str) -> int:
    """How many capitals stand after small letters, and letters after figures, in words with more than ASCII."""
    words = Counter(word for word in _WORD.findall(text) if not word.isascii())
    return sum(times for word, times in words.items() if _is_odd(word.strip("ªº²³¹")))


def _is_odd(word: str) -> bool:
    tail = word[1:]
    return (tail != tail.lower() and not word.isupper()) or (word[:1].isdigit() and tail.isalpha())


def _telling_lines(texts: list[str]) -> list[str]:
    """Of each reading the same line, the first in which any two of them differ."""
    for lines in zip(*(text.splitlines() for text in texts), strict=False):
        if len(set(lines)) > 1 or len(texts) == 1:
            at = next((at for at, chars in enumerate(zip(*lines, strict=False)) if len(set(chars)) > 1), 0)
            return [_excerpt(line[max(0, at - 30) :]) for line in lines]
    return ["" for _ in texts]


def _excerpt(line: str) -> str:
    return line.strip()[:70]
