import codecs

import pytest

from postil.records import text_encoding
from postil.vocabulary.languages import LANGUAGES, likely_languages

# Test data: the same few sentences, written for these tests.
SENTENCES = {
    "en": "The people of Testford met in the mill that evening and spoke of the water. It was all that they had.",
    "de": "Die Leute von Testdorf trafen sich am Abend in der Mühle und sprachen über das Wasser. Es war nicht viel.",
    "fr": "Les habitants de Testville se réunirent le soir au moulin et parlèrent de l’eau qui montait dans les rues.",
    "es": "Los vecinos de la villa se reunieron por la tarde en el molino y hablaron del agua que subía por las calles.",
    "pl": "Mieszkańcy spotkali się wieczorem w młynie i mówili o wodzie, ale nie było to nic nowego dla nich.",
    "cs": "Obyvatelé se večer sešli ve mlýně a mluvili o vodě, která se valila na město, ale nebylo to nic, co by je překvapilo.",
    "ru": "Жители собрались вечером на мельнице и говорили о воде, но это не было для них новостью, как и в том году.",
    "el": "Οι κάτοικοι μαζεύτηκαν το βράδυ στον μύλο και μίλησαν για το νερό που ανέβαινε από την πόλη.",
    "zh": "试验镇的居民晚上在磨坊里集会，谈论洪水。他们说，这是一年中最大的一次，不能没有人来。",
    "zh-Hant": "試驗鎮的居民晚上在磨坊裡集會，談論洪水。他們說，這是一年中最大的一次，不能沒有人來。",
    "ja": "試験町の人々は夜、水車小屋に集まって水のことを話し合った。橋を守らなければならないと粉屋は言った。",
    "ko": "시험 마을 사람들은 저녁에 방앗간에 모여 물에 대해 이야기했다. 다리를 지켜야 한다고 주인이 말했다.",
}  # fmt: skip


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_language_is_known_by_its_common_words(tag: str) -> None:
    best, *_ = likely_languages(SENTENCES[tag])

    assert best.tag == tag
    assert best.is_clear
    assert all(word in SENTENCES[tag].lower() for word in best.words)


@pytest.mark.parametrize("text", ["", "1914 – 1918", "Testford.", "Testford and Testwood", "of of of"])
def test_a_few_words_make_no_language_clear(text: str) -> None:
    assert not any(likely.is_clear for likely in likely_languages(text))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_each_row_can_be_used(language: object) -> None:
    """Its words are as texts are looked through, its letters are those that its usual encodings can write."""
    row = next(each for each in LANGUAGES if each is language)

    assert all(word == word.lower() for word in row.words)
    assert all(codecs.lookup(text_encoding(name)) for name in row.encodings)
    assert row.tag in ("en", "la") or row.letters
    small = {char for char in row.extra if char.islower()}
    assert all(char.upper() in row.letters for char in small if len(char.upper()) == 1)


def test_no_language_stands_twice() -> None:
    tags = [language.tag for language in LANGUAGES]

    assert len(tags) == len(set(tags))
