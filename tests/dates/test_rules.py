import pytest

from postil.dates.find import find_timexes
from postil.dates.rules import RULES, Rule
from postil.edtf import Edtf
from postil.model import Span


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_each_rule_reads_its_example_as_it_says(rule: Rule) -> None:
    text = rule.example
    timexes = find_timexes(text, [Span(0, len(text))], written=Edtf("2020-04-16"), language=rule.language)

    assert (rule.name, rule.reading) in [(timex.rule, timex.value) for timex in timexes]


def test_every_row_is_tried_by_its_own_example() -> None:
    assert len({rule.example for rule in RULES}) == len(RULES)
