import pytest

from postil.dates.find import find_timexes
from postil.dates.rules import RULES, Rule, compiled, month_names
from postil.edtf import Edtf
from postil.model import Span


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_example_as_it_says(rule: Rule) -> None:
    (timex,) = find_timexes(
        rule.example, [Span(0, len(rule.example))], written=Edtf("2020-04-16"), language="en"
    )

    assert (timex.rule, timex.value) == (rule.name, rule.reading)


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_more_specific_rule_stands_first() -> None:
    order = [rule.name for rule in RULES]

    for specific, general in [
        ("day month year", "month year"),
        ("day month year", "day month"),
        ("month day year", "month day"),
        ("month day of this or that year", "month day"),
        ("day month of this or that year", "day month"),
        ("month year", "year after a preposition"),
        ("month year", "year before a pause"),
        ("month day", "day month"),
    ]:
        assert order.index(specific) < order.index(general)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru", "zh", "ar", "en-US"])
def test_the_rules_can_be_had_for_any_language(language: str) -> None:
    assert [name for name, _ in compiled(language)] == [rule.name for rule in RULES]


@pytest.mark.parametrize(
    ("language", "name", "number"),
    [
        ("en", "April", 4), ("en", "Apr", 4), ("en", "Sept", 9), ("en", "Sep", 9), ("en-GB", "December", 12),
        ("fr", "avril", 4), ("fr", "Avril", 4), ("de", "März", 3), ("ru", "апреля", 4), ("ru", "апрель", 4),
        ("it", "maggio", 5), ("en", "MAY", 5), ("en", "Apr.", 4), ("tlh", "April", 4),
    ],
)  # fmt: skip
def test_months_have_the_names_of_the_language(language: str, name: str, number: int) -> None:
    assert month_names(language)[name] == number


@pytest.mark.parametrize("name", ["april", "may", "march", "Mayor", "May.", "April.", ""])
def test_what_is_no_month_in_english_is_none(name: str) -> None:
    assert name not in month_names("en")
