"""Where the rules' shapes stand in a text: words become letters, shapes become patterns over the letters.

Between the letters of two words stands one mark for what the text has between them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from ..model import Span
from .lexicon import ANCHORS, SORTS, Lexeme, figures, lexicon
from .rules import RULES, SLOTS, Rule

_BACK, _ON = 56, 72
"""So many characters before and after a word that every date has one of are looked at."""
_MARKS = {"": "~", ",": ",", "-": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "~": "-", "/": "/", ".": ".", ".-": "-", ".–": "-",
          "－": "-", "～": "-"}  # fmt: skip
_APART = "|"
_RUN = re.compile(r"[^|]+")
_GAPS = {",": ",", ",?": "[,_]", "-": "-", "-?": "[-_]", "-/": "[-/]", "/": "/", ".": r"\.", ".?": "[._]", "~": "[~_]", ",.": "[,_.]",
         "..": "(?:[-/]|[._~]{to}[_~])", ".&": "(?:[-/]|[._~]{to}[_~]|_{and}_)"}  # fmt: skip
_UNNAMED = {"the", "of", "in", "on", "at", "by", "and", "to", "from", "between", "year_word", "year_mark", "month_mark",
            "day_mark", "century", "quarter", "issue"}  # fmt: skip

_SLOT = {"day_word": "day", "month_no": "month", "any_number": "year"}


@dataclass(frozen=True, slots=True)
class Expression(Span):
    """A date as it is printed: its place, the rule that fits, and what stands in the rule's slots."""

    rule: Rule
    slots: dict[str, str] = field(compare=False)
    """By slot (and ``onward``, ``until``, ``about``, ``part``, ``part_of``): the words as printed, one space between them."""
    core: int
    """Where the date itself begins, after *about*, *before*, *the end of*."""


def find_expressions(text: str, within: Span, language: str) -> list[Expression]:
    """The calendar expressions of the span in their order, none over another."""
    grammar = _grammar(language)
    lexemes = list(_lexemes(text, within, language))
    letters = "".join(
        _mark(text[one.end : other.start]) + other.letter for one, other in pairwise([*lexemes[:1], *lexemes])
    )[1:]
    return [_expression(text, lexemes, rule, match) for rule, match in grammar.matches(letters)]


def _expression(text: str, lexemes: Sequence[Lexeme], rule: Rule, match: re.Match[str]) -> Expression:
    slots = {
        name: figures(" ".join(lexemes[match.start(name) // 2].of(text).split()))
        for name, value in match.groupdict().items()
        if value is not None and name != "prefix"
    }
    first, last = match.start() // 2, (match.end() - 1) // 2
    core = lexemes[match.end("prefix") // 2]
    return Expression(lexemes[first].start, lexemes[last].end, rule, slots, core.start)


def _lexemes(text: str, within: Span, language: str) -> Iterator[Lexeme]:
    """All that dates may be made of, near the words that every date has one of."""
    words = lexicon(language)
    start = end = within.start
    for anchor in words.anchor.finditer(text, within.start, within.end):
        if anchor.start() - _BACK > end:
            yield from words.cut(text, start, end)
            start = _edge(text, max(end, anchor.start() - _BACK), within)
        end = _edge(text, min(anchor.end() + _ON, within.end), within)
    yield from words.cut(text, start, end)


def _edge(text: str, at: int, within: Span) -> int:
    """The end of the word at this place, if it is not too long: no word is cut."""
    for end in range(at, min(at + 24, within.end)):
        if text[end].isspace():
            return end
    return at


@cache
def _mark(gap: str) -> str:
    if "\t" in gap or gap.count("\n") > 1:
        return _APART
    bare = gap.strip()
    return _MARKS.get(bare, _APART) if bare or not gap else "_"


class _Grammar:
    """The rules for the texts of one language, as patterns over the letters of its lexicon."""

    def __init__(self, language: str) -> None:
        self._lexicon = lexicon(language)
        self._gaps = {
            mark: gap.replace("{to}", self._letters("to")).replace("{and}", self._letters("and"))
            for mark, gap in _GAPS.items()
        }
        prefix = (
            f"(?P<prefix>(?:(?:(?P<onward>{self._letters('after|since')})|(?P<until>{self._letters('before|until')}))_)?"
            f"(?:(?P<about>{self._letters('about')})_)?"
            f"(?:(?:{self._letters('the')}_)?(?:(?P<part>{self._letters('part')})[-_](?:{self._letters('of|in')}_)?"
            f"|(?P<part_of>{self._letters('part_of')})(?:-|_{self._letters('of|in')}_)))?)"
        )
        shapes = [self._pattern(rule.shape) for rule in RULES]
        self._each = [re.compile(prefix + shape) for shape in shapes]
        self._prefix, *self._bare = (re.sub(r"\(\?P<\w+>", "(?:", shape) for shape in (prefix, *shapes))
        self._starts = [self._first_letters(rule.shape) for rule in RULES]
        self._before = set(self._letters("before|after|since|until|about|part|part_of|the"))
        self._anchor = re.compile(
            self._letters("|".join(sorted({*ANCHORS, *(name for sort in SORTS for name in sort)})))
        )
        self._from: dict[str, re.Pattern[str] | None] = {}

    def matches(self, letters: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """The dates in a string of letters: at each place the first rule that fits."""
        for run in _RUN.finditer(letters):
            if not self._anchor.search(letters, run.start(), run.end()):
                continue
            at = run.start()
            while at < run.end():
                pattern = self._beginning_with(letters[at])
                found = pattern and pattern.match(letters, at, run.end())
                if found:
                    number = int((found.lastgroup or "r0")[1:])
                    match = self._each[number].match(letters, at, run.end())
                    assert match is not None
                    yield RULES[number], match
                at = (found.end() + 1) if found else at + 2

    def _beginning_with(self, letter: str) -> re.Pattern[str] | None:
        """The rules that a word of these classes can begin: few of them are ever tried at one place."""
        if letter not in self._from:
            prefixed = letter in self._before
            rules = [
                f"(?P<r{number}>{shape})"
                for number, (shape, starts) in enumerate(zip(self._bare, self._starts, strict=True))
                if prefixed or letter in starts
            ]
            pattern = (self._prefix if prefixed else "") + f"(?:{'|'.join(rules)})"
            self._from[letter] = re.compile(pattern) if rules else None
        return self._from[letter]

    def _first_letters(self, shape: str) -> set[str]:
        letters: set[str] = set()
        for word in re.sub(r"\(.*?\)", "", shape).split():
            if word not in self._gaps:
                letters |= set(self._letters(word.rstrip("?").rpartition(":")[2]))
                if not word.endswith("?"):
                    break
        return letters

    def _letters(self, names: str) -> str:
        letters = "".join(
            self._lexicon.letters(one)
            for name in names.split("|")
            for one in SLOTS.get(name, name).split("|")
        )
        return f"[{letters}]" if letters else "(?!)"

    def _pattern(self, shape: str) -> str:
        before, words, after = re.fullmatch(r"(?:\((.*?)\) )?(.*?)(?: \((.*?)\))?", shape).groups()  # type: ignore[union-attr]
        taken: set[str] = set()
        pattern = self._sequence(words.split(), taken)
        if before:
            gap = self._gaps.get(before.split()[-1], "_")
            pattern = f"(?<={self._sequence(before.split(), taken, beside=True)}{gap})" + pattern
        if after:
            look, words_after = ("!", after[1:].split()) if after[0] == "!" else ("=", after.split())
            gap = self._gaps[words_after.pop(0)] if words_after[0] in self._gaps else "_"
            pattern += f"(?{look}{gap}{self._sequence(words_after, taken, beside=True)})"
        return pattern

    def _sequence(self, words: Sequence[str], taken: set[str], *, beside: bool = False) -> str:
        """The pattern of words and marks one after another; beside a date only its month and year are slots."""
        pieces: list[tuple[str, str, bool]] = []
        for word in words:
            if word in self._gaps:
                pieces[-1] = (pieces[-1][0], self._gaps[word], pieces[-1][2])
                continue
            optional = word.endswith("?")
            name, _, classes = word.rstrip("?").rpartition(":")
            name = name or _SLOT.get(classes, classes)
            letters = self._letters(classes)
            if beside:
                slot = name if name in {"month", "year"} - taken else None
            else:
                slot = None if set(name.split("|")) & _UNNAMED else name
                if slot in taken:
                    slot = f"{slot}2"
            taken.add(slot or "")
            pieces.append((f"(?P<{slot}>{letters})" if slot else letters, "_", optional))
        result = ""
        for number, (piece, gap, optional) in enumerate(pieces):
            last = number + 1 == len(pieces)
            if optional and last:
                result = result.removesuffix(pieces[-2][1]) + f"(?:{pieces[-2][1]}{piece})?"
            elif optional:
                result += f"(?:{piece}{gap})?"
            else:
                result += piece + ("" if last else gap)
        return result


_grammar = cache(_Grammar)
