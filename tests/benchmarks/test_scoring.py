from benchmarks.scoring import CALENDAR, Score, differences, only, pairs
from benchmarks.timex3 import Mention

TEXT = "It rained on 5 May 1921 and in June."
DAY, MONTH = Mention(13, 23, "1921-05-05"), Mention(31, 35, "1921-06")


def test_equal_spans_are_paired_before_overlapping_ones() -> None:
    longer = Mention(10, 23, "1921-05")

    assert pairs([DAY], [longer, DAY]) == [(DAY, DAY)]
    assert pairs([DAY], [longer]) == [(DAY, longer)]


def test_each_date_is_paired_once_with_what_overlaps_most() -> None:
    day_only, rest = Mention(13, 14, "XXXX-XX-05"), Mention(15, 23, "1921-05")

    assert pairs([DAY], [day_only, rest]) == [(DAY, rest)]


def test_precision_recall_and_f1_of_values() -> None:
    score = Score()

    score.add(
        [DAY, MONTH], [Mention(13, 23, "1921-05-05"), Mention(31, 35, "1922-06"), Mention(0, 2, "1900")]
    )

    assert (score.marked, score.found, score.met, score.spans, score.values) == (2, 3, 2, 2, 1)
    assert round(score.precision(score.values), 1) == 33.3
    assert score.recall(score.values) == 50
    assert score.f1(score.values) == 40


def test_only_years_months_and_days_are_calendar_dates() -> None:
    values = "1921", "1921-05", "1921-05-05", "192", "1921-SU", "BC0490", "XXXX-XX-XX", "PRESENT_REF"

    assert [each.value for each in only(CALENDAR, (Mention(0, 1, value) for value in values))] == list(
        values[:3]
    )


def test_differences_show_what_was_missed_misread_and_made_up() -> None:
    found = [Mention(13, 23, "1921-05"), Mention(0, 2, "1900")]

    lines = differences(TEXT, [DAY, MONTH], found, around=5)

    assert [line.split()[0] for line in lines] == ["SPURIOUS", "WRONG", "MISSED"]
    assert "1921-05-05 <> 1921-05" in lines[1]
    assert "d on [5 May 1921] and " in lines[1]
