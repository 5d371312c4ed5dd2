from benchmarks.rival import search_mentions


def test_dateparser_gives_what_it_read_and_no_more() -> None:
    text = "It rained on 5 May 1921. It snowed in June 1921; nobody went out. In 1922 all was well."

    found = [(text[each.start : each.end], each.value) for each in search_mentions(text, "1930-01-01")]

    assert found == [("5 May 1921", "1921-05-05"), ("June 1921", "1921-06"), ("1922", "1922")]
