"""Languages by their commonest words, the letters they add to a to z, and how files in them used to be encoded.

Enough to propose a language and to tell encodings apart; a person has the last word on both.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

_ENOUGH = 3
"""So many common words must be met before a language is clear,"""
_SHARE = 0.06
"""and they must be so great a part of all words."""
_TOKEN = re.compile(r"[^\W\d_]++")
_HAN = "\u3400-\u9fff"
_KANA = "\u3041-\u3096\u30a1-\u30fa\u30fc"
_HANGUL = "\uac00-\ud7a3"
_SYLLABLE = re.compile(f"[{_HAN}{_KANA}{_HANGUL}]")

_WEST = "windows-1252 iso-8859-15 mac-roman cp850 cp437"
_CENTRAL = "windows-1250 iso-8859-2 mac-latin2 cp852"
_BALTIC = "windows-1257 iso-8859-13 iso-8859-4 cp775"
_CYRILLIC = "windows-1251 koi8-r koi8-u iso-8859-5 cp866 mac-cyrillic cp855"


@dataclass(frozen=True)
class Language:
    """A language; the words are small letters, for scripts without spaces single characters."""

    tag: str
    words: frozenset[str]
    extra: str
    encodings: tuple[str, ...]
    """The usual ones besides Unicode, the most usual first."""
    rows: tuple[str, int, int] | None = None
    """Where its common characters are too many to write down: an encoding, and its rows that hold them."""

    @cached_property
    def letters(self) -> frozenset[str]:
        """Both cases of the letters beyond a to z that the language is written with."""
        return frozenset(self.extra + self.extra.upper() + self.extra.title()) | _characters(self.rows)


@dataclass(frozen=True, slots=True)
class LikelyLanguage:
    """The language a text seems to be in, its share of common words, and those met most."""

    tag: str
    share: float
    words: tuple[str, ...]
    hits: int

    @property
    def is_clear(self) -> bool:
        """Whether there is enough to go by."""
        return self.hits >= _ENOUGH and len(self.words) > 1 and self.share >= _SHARE


def _characters(rows: tuple[str, int, int] | None) -> frozenset[str]:
    if rows is None:
        return frozenset()
    encoding, first, last = rows
    pairs = (bytes((high, low)) for high in range(first, last + 1) for low in range(0x40, 0xFF))
    return frozenset(char for pair in pairs for char in pair.decode(encoding, "ignore") if char > "\x7f")


def _row(
    tag: str, encodings: str, extra: str, words: str, rows: tuple[str, int, int] | None = None
) -> Language:
    return Language(tag, frozenset(words.split()), extra, tuple(encodings.split()), rows)


LANGUAGES = (
    _row("en", _WEST, "éèêëïöüñçàâôæœîûáíóúäåøð", "the of and to in that was is it he for with as his on by at from had which"),
    _row("de", _WEST, "äöüßé", "der die und das den von zu mit ist des ein eine nicht dem auf sich auch im als wir"),
    _row("fr", _WEST, "àâæçèéêëîïôœùûüÿ", "le la les et des du un une que qui dans est en il au pour sur par ne ce"),
    _row("es", _WEST, "áéíóúüñ", "el la los las de que y en un una por con del se su no al lo es para"),
    _row("pt", _WEST, "áâãàçéêíóôõúü", "os as que do da em um uma não por com para se no na dos ao mais foi"),
    _row("it", _WEST, "àèéìíîòóùú", "il lo la di che un una del della per con non si gli dei nel le da è sono"),
    _row("nl", _WEST, "ëïéöüáóèê", "de het een van te dat op met voor niet zijn aan er om ook als bij hij was werd"),
    _row("sv", _WEST, "åäöé", "och att det som på är av för den med till inte om ett han var jag hade från men"),
    _row("da", _WEST, "æøåé", "og at det på er af for den med til ikke som en der han var de efter blev fra"),
    _row("nb", _WEST, "æøåéò", "og å det på er av for den med til ikke som en jeg han var ble etter fra men"),
    _row("fi", _WEST, "åäöšž", "ja on ei se että hän oli mutta kun niin joka ovat myös sen ole kuin mitä"),
    _row("is", _WEST, "áðéíóúýþæö", "og að í á það sem er var ekki til við um hann með af en fyrir hún þá"),
    _row("la", _WEST, "æœëāēīōū", "et in est non ad cum ut quod sed ex qui ab quae per si atque enim hoc sunt"),
    _row("pl", _CENTRAL, "ąćęłńóśźż", "w na z się do nie to że jest jak od po za przez był było tak dla ale"),
    _row("cs", _CENTRAL, "áčďéěíňóřšťúůýž", "na se že je za do byl jako po ale tak si jsem bylo ve který jeho by podle"),
    _row("sk", _CENTRAL, "áäčďéíĺľňóôŕšťúýž", "na sa že je za do bol ako po ale tak si som bolo vo ktorý jeho by podľa"),
    _row("hu", _CENTRAL, "áéíóöőúüű", "az és hogy nem is egy volt meg csak ez de ha már még mint ki van azt"),
    _row("hr", _CENTRAL, "čćđšž", "je na da se za su od ne što kao koji ali bio bi po te nije iz smo"),
    _row("sl", _CENTRAL, "čšžćđ", "je na da se za so ki ne pa kot ali bil bi po iz tudi ni pri kar"),
    _row("ro", _CENTRAL, "ăâîșțşţ", "și în de la cu nu pe care din este un mai ca sau fost pentru prin lui al"),
    _row("lt", _BALTIC, "ąčęėįšųūž", "ir kad iš su bet buvo yra tai kaip jis į už apie nuo po"),
    _row("lv", _BALTIC, "āčēģīķļņšūž", "un ir ka no ar bet bija kas uz par pie kā arī tas"),
    _row("et", f"{_BALTIC} windows-1252", "äöõüšž", "ja on ei et see oli kui ta aga mis ka oma olid siis"),
    _row("tr", "windows-1254 iso-8859-9 cp857 mac-turkish", "çğıİöşüâîû", "ve bir bu da de için ile çok olarak daha o ne gibi kadar sonra dedi değil"),
    _row("ru", _CYRILLIC, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "и в не на что он с как по это но из его за от у о же к была"),
    _row("uk", _CYRILLIC, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "і в не на що з до у та як за від його це але про був він є й"),
    _row("bg", _CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъьюя", "и на да се от за в не е с по са като но си ще към той беше това"),
    _row("sr", _CYRILLIC, "абвгдђежзијклљмнњопрстћуфхцчџш", "и у је да се на за су од не са као што али био би по није из"),
    _row("el", "windows-1253 iso-8859-7 mac-greek cp737", "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ", "και το να του η την της με για που των από στο τον είναι οι στην δεν θα τα"),
    _row("he", "windows-1255 iso-8859-8 cp862", "אבגדהוזחטיךכלםמןנסעףפץצקרשת", "של את על לא הוא כי היה זה גם עם אל או כל היא הם מן אשר"),
    _row("ar", "windows-1256 iso-8859-6 cp720", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", "في من على أن إلى عن مع هذا التي الذي ما لا كان هذه و ذلك قد"),
    _row("zh", "gb18030 big5 big5hkscs", "", "的 一 是 不 了 在 有 人 这 我 他 们 為 這 和 们 上 中 大 之", ("gb2312", 0xB0, 0xF7)),
    _row("zh-Hant", "big5 big5hkscs gb18030", "", "的 一 是 不 了 在 有 人 這 我 他 們 為 和 上 中 大 之 來 說", ("big5", 0xA4, 0xC6)),
    _row("ja", "shift_jis cp932 euc-jp", "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわゐゑをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヰヱヲンヴー", "の に は を た が で て と し れ さ も な い る", ("euc-jp", 0xB0, 0xF4)),
    _row("ko", "euc-kr cp949", "", "이 다 는 의 에 을 를 가 고 은 하 지 서 로 한 도", ("euc-kr", 0xB0, 0xC8)),
)  # fmt: skip


def likely_languages(text: str) -> list[LikelyLanguage]:
    """The languages of which common words stand in the text, the likeliest first."""
    counts = Counter(token.lower() for token in _TOKEN.findall(text) if not _SYLLABLE.match(token))
    counts.update(_SYLLABLE.findall(text))
    total = counts.total()
    found = []
    for language in LANGUAGES:
        met = sorted(
            (word for word in language.words if word in counts), key=lambda word: (-counts[word], word)
        )
        hits = sum(counts[word] for word in met)
        if hits:
            found.append(LikelyLanguage(language.tag, hits / total, tuple(met[:3]), hits))
    return sorted(found, key=lambda each: -each.share)
