from dates_in import dates_in

REPORT = "The council met on Tuesday. It will meet again in May, it said yesterday. In March it had not met."
HISTORY = (
    "The war began in 1839. In June the fleet came; on 5 July it took the island. The year after, in January 1841, a "
    "treaty was made. In May the forts fell, and in August 1842 it was over. It had begun in 1834, some said, or in 1793."
)


def test_a_report_is_seen_from_the_day_it_was_written() -> None:
    values = [value for _, value in dates_in(REPORT, "2020-04-16")]

    assert values == ["2020-04-14", "2020-05", "2020-04-15", "2020-03"]


def test_a_history_goes_on_from_date_to_date_whenever_it_was_written() -> None:
    assert dates_in(HISTORY, "2009-12-19") == dates_in(HISTORY)
    assert ("June", "1839-06") in dates_in(HISTORY)
    assert ("May", "1841-05") in dates_in(HISTORY)


def test_a_text_may_be_both_each_in_its_own_passages() -> None:
    found = dates_in(f"{REPORT}\n\n{HISTORY}\n\n{REPORT} {REPORT}", "2020-04-16")

    assert found[:4] == dates_in(REPORT, "2020-04-16")
    assert ("June", "1839-06") in found and ("May", "1841-05") in found
    assert found[-4:] == dates_in(REPORT, "2020-04-16")
