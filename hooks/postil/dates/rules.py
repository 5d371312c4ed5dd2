"""The grammar of calendar expressions: a table, the longest shape first.

A shape is a row of classes of words (`lexicon.WORDS`) and of slots, with what may stand between them:

    month               a slot: what is printed there is part of the date (`SLOTS` says which classes fit)
    of                  a class: some word of it stands there
    which:this|that     a slot by another name, for any of these classes
    the?                may be missing
    (in|since)          stands before or after the date and is no part of it; (!of) may not stand there
    , ,? ,. - -? -/ . .? marks; a question mark behind one says that there may be none, two together that it is either
    .. .&               any mark or word of a range; the same, or *and*
    ~                   nothing at all, or spaces; without a mark there must be spaces, or one line break

Before any shape there may stand, in this order: *after*, *since*, *before* or *until*; *about*; *early* or *the end
of*. What is not printed is for `resolve` to find.
"""

from typing import NamedTuple


class Rule(NamedTuple):
    """One way to write a date; ``reading`` is the example's EDTF in a text of 16 April 2020, a Thursday."""

    name: str
    shape: str
    how: str
    """Which function of `resolve.READINGS` reads it."""
    example: str
    reading: str
    language: str = "en"
    """The example's."""


SLOTS = {
    "day": "day_number|ordinal_day",
    "day_word": "day_number|ordinal",
    "year": "year_number|short_year",
    "short": "two_figures",
    "month_no": "month_number",
    "any_number": "number",
}
"""What fits a slot that is not the name of a class itself."""

_WHICH = "which:this|that|last|next|following|previous"

RULES = (
    Rule("ISO day", "iso", "iso", "2020-07-15", "2020-07-15"),
    Rule("ISO day", "compact", "compact", "20200413", "2020-04-13"),
    Rule("day in figures", "figures", "figures", "13.4.2020", "2020-04-13"),
    Rule("day in figures", "day . month_no . year", "date", "13. 4. 2020", "2020-04-13"),
    Rule("days of a month with their marks", "year ~ year_mark ~ month_no ~ month_mark ~ day ~ day_mark .. day ~ day_mark", "days", "2020年4月13日至15日", "2020-04-13/2020-04-15", "zh"),
    Rule("days of a month with their marks", "month_no ~ month_mark ~ day ~ day_mark .. day ~ day_mark", "days", "4月13日至15日", "2020-04-13/2020-04-15", "zh"),
    Rule("months of a year with their marks", "year ~ year_mark ~ month_no ~ month_mark .. month_no ~ month_mark", "months", "2020年1月至3月", "2020-01/2020-03", "zh"),
    Rule("months of a year with their marks", "month_no ~ month_mark .. month_no ~ month_mark", "months", "1月至3月", "2020-01/2020-03", "zh"),
    Rule("year, month and day with their marks", "year ~ year_mark ~ month_no ~ month_mark ~ day ~ day_mark", "date", "2020年4月13日", "2020-04-13", "zh"),
    Rule("season of a year with its mark", "year ~ year_mark ~ season", "date", "2018年夏天", "2018-22", "zh"),
    Rule("year and month with their marks", "year ~ year_mark ~ month_no ~ month_mark", "date", "2020年4月", "2020-04", "zh"),
    Rule("month and day with their marks", "month_no ~ month_mark ~ day ~ day_mark", "date", "4月13日", "2020-04-13", "zh"),
    Rule("day with its mark", "ordinal_day:day ~ day_mark", "day_alone", "13日", "2020-04-13", "zh"),
    Rule("month day of that year", "year_now ~ month_no ~ month_mark ~ day ~ day_mark", "date", "去年11月3日", "2019-11-03", "zh"),
    Rule("month of that year", "year_now ~ month_no ~ month_mark", "date", "去年11月", "2019-11", "zh"),
    Rule("that year", "year_now", "date", "去年", "2019", "zh"),
    Rule("month with its mark", "month_no ~ month_mark", "date", "3月", "2020-03", "zh"),
    Rule("year with its mark", "year ~ year_mark", "date", "2020年", "2020", "zh"),
    Rule("day month year BC", "day of? month ,? any_number era", "date", "15 March 44 BC", "-0043-03-15"),
    Rule("month year BC", "month ,? of? any_number era", "date", "September 490 BC", "-0489-09"),
    Rule("years BC", "any_number .. any_number era", "years", "490–480 BC", "-0489/-0479"),
    Rule("years BC", "between any_number and any_number era", "years", "between 490 and 480 BC", "-0489/-0479"),
    Rule("season of a year BC", "the? season of? any_number era", "date", "the summer of 480 BC", "-0479-22"),
    Rule("year BC", "any_number era", "date", "490 BC", "-0489"),
    Rule("year BC", "era any_number", "date", "AD 79", "0079"),
    Rule("year month day", "year - month - day", "date", "2018-May-16", "2018-05-16"),
    Rule("year month day", "year month day", "date", "2018 May 16", "2018-05-16"),
    Rule("days of a month, one by one", "month day (, day and day ,? year)", "date", "March 3, 4 and 5, 1900", "1900-03-03"),
    Rule("days of a month, one by one", "(month day ,) day (and day ,? year)", "date", "March 2, 3 and 4, 1900", "1900-03-03"),
    Rule("days of a month, one by one", "(month day , day and) day ,? year", "date", "March 1, 2 and 3, 1900", "1900-03-03"),
    Rule("days of a month", "from? the? day .. the? day .? of? month ,? year", "days", "12–14 June 1944", "1944-06-12/1944-06-14"),
    Rule("days of a month", "between the? day and the? day of? month ,? year", "days", "between 12 and 14 June 1944", "1944-06-12/1944-06-14"),
    Rule("days of a month", "from? month the? day .. the? day ,? year", "days", "June 12–14, 1944", "1944-06-12/1944-06-14"),
    Rule("days of a month", "between month the? day and the? day ,? year", "days", "between June 12 and 14, 1944", "1944-06-12/1944-06-14"),
    Rule("months of a year", "from? month .. month ,? of? year", "months", "January–March 1946", "1946-01/1946-03"),
    Rule("months of a year", "between month and month ,? of? year", "months", "between January and March 1946", "1946-01/1946-03"),
    Rule("day month and two years", "the? day .? of? month ,? year / dual:one_figure", "dual", "11th of February 1731/2", "1732-02-11"),
    Rule("month day and two years", "month the? day ,? year / dual:one_figure", "dual", "February 11, 1731/2", "1732-02-11"),
    Rule("day month year", "weekday ,? the? day .? of? month ,? of? year ~ year_word?", "date", "Monday, 13 April 2020", "2020-04-13"),
    Rule("day month year", "the? day .? of? month ,? of? year ~ year_word?", "date", "13 April 2020", "2020-04-13"),
    Rule("day month year", "the? day_word of month ,? of? year", "date", "the thirteenth of April, 2020", "2020-04-13"),
    Rule("month day year", "weekday ,? month the? day ,? year", "date", "Monday, April 13, 2020", "2020-04-13"),
    Rule("month day year", "month the? day ,. of? year", "date", "March 18, 2020", "2020-03-18"),
    Rule("day month year under 1000", "the? day .? of? month ,? year:three_figures", "date", "19 October 439", "0439-10-19"),
    Rule("day month year", "the? day:ordinal_day unit of month ,? year", "date", "the 3rd day of September 1783", "1783-09-03"),
    Rule("day month year", "the? day_word unit of month ,? year", "date", "the third day of September 1783", "1783-09-03"),
    Rule("month day of that year", f"month the? day ,? of? the? {_WHICH} unit", "date", "January 3 of this year", "2020-01-03"),
    Rule("day month of that year", f"the? day of? month ,? of? the? {_WHICH} unit", "date", "3 January this year", "2020-01-03"),
    Rule("day of that month", "the? day of the? month_now:instant month?", "instant", "5th of inst.", "2020-04-05"),
    Rule("day of this, the last or the next month", "the? day .? month_now:instant", "instant", "5th inst.", "2020-04-05"),
    Rule("day of the month", "the day of the unit", "day_of", "the 8th of the month", "2020-04-08"),
    Rule("days of that month or year", f"the? day .. the? day of? month of the? {_WHICH} unit", "days", "1–3 March of that year", "2020-03-01/2020-03-03"),
    Rule("day of that month", f"the? day of the? {_WHICH} unit", "day_of", "the 5th of last month", "2020-03-05"),
    Rule("quarter of a year", "the? ordinal:ordinal|final - quarter of? year", "quarter", "first-quarter 2020", "2020-33"),
    Rule("quarter of a year", "the? ordinal:ordinal|final quarter of? the? year", "quarter", "the first quarter of 2020", "2020-33"),
    Rule("quarter of that year", f"the? ordinal:ordinal|final quarter of the? {_WHICH} unit", "quarter", "the first quarter of last year", "2019-33"),
    Rule("quarter of a year", "quarter_sign ,? year", "quarter", "Q1 2024", "2024-33"),
    Rule("quarter", "(in) the ordinal:ordinal|final quarter (!of)", "quarter", "in the first quarter", "2020-33"),
    Rule("winter over two years", "the? season of? year .. short", "date", "winter 1914/15", "1914-24"),
    Rule("seasons of a year", "the? season .. season of? year", "seasons", "spring–autumn 1921", "1921-21/1921-23"),
    Rule("season of a year", "the? season ,? of? year ~ year_word?", "date", "spring 1921", "1921-21"),
    Rule("season of a year", "the? year season", "date", "the 1921 spring", "1921-21"),
    Rule("season of that year", f"the? season of the? {_WHICH} unit", "date", "spring of last year", "2019-21"),
    Rule("season of that year", f"the? {_WHICH} season", "date", "last summer", "2019-22"),
    Rule("season", "(in|by|during|until|since|after|before|of|from|between) the? season (!of)", "date", "in the spring", "2020-21"),
    Rule("feast of a year", "feast ,? of? the? year", "date", "Easter 1916", "1916-04-23"),
    Rule("feast of that year", f"feast ,? of? the? {_WHICH} unit", "date", "Christmas last year", "2019-12-25"),
    Rule("feast", f"the? {_WHICH} feast", "date", "last Christmas", "2019-12-25"),
    Rule("feast", "feast", "date", "Good Friday", "2020-04-10"),
    Rule("month year", "month ,? of? the? year ~ year_word?", "date", "March 2020", "2020-03"),
    Rule("month of that year", f"month ,? of? the? {_WHICH} unit", "date", "January of last year", "2019-01"),
    Rule("month of the year before", "month ,? the unit which:previous|after_it", "date", "March the year before", "2019-03"),
    Rule("days of a month", "from? the? day .. the? day .? of? month", "days", "12–14 March", "2020-03-12/2020-03-14"),
    Rule("days of a month", "between the? day and the? day of? month", "days", "between 12 and 14 March", "2020-03-12/2020-03-14"),
    Rule("days of a month", "from? month the? day .. the? day", "days", "March 12–14", "2020-03-12/2020-03-14"),
    Rule("days of a month", "between month the? day and the? day", "days", "between March 12 and 14", "2020-03-12/2020-03-14"),
    Rule("day of the month named after it", "the? day (and the? day of? month ,? year)", "date", "12 and 14 June 1944", "1944-06-12"),
    Rule("day of the month named after it", "the? day (and the? day of? month)", "date", "12 and 14 March", "2020-03-12"),
    Rule("day month", "the? day_word unit of month", "date", "the third day of April", "2020-04-03"),
    Rule("month day", "month the? day which:last|next", "date", "July 5th last", "2019-07-05"),
    Rule("day month", "weekday ,? the? day .? of? month", "date", "Monday the 13th of April", "2020-04-13"),
    Rule("day month", "the? day .? of? month", "date", "the 13th of April", "2020-04-13"),
    Rule("day month", "the? day_word of month", "date", "the thirteenth of April", "2020-04-13"),
    Rule("month day", "weekday ,? month the? day", "date", "Monday, April 13", "2020-04-13"),
    Rule("month day", "month the? day", "date", "April 13", "2020-04-13"),
    Rule("month day", "month the day_word", "date", "April the thirteenth", "2020-04-13"),
    Rule("day of the month named before it", "(month day and) the? day", "date", "March 4 and 5", "2020-03-05"),
    Rule("months of a year", "from? month .. month", "months", "January–March", "2020-01/2020-03"),
    Rule("months of a year", "between month and month", "months", "between January and March", "2020-01/2020-03"),
    Rule("month", "(part|part_of -) month:doubtful_month", "date", "mid-March", "2020-03"),
    Rule("month", f"the? {_WHICH} month (!day)", "date", "last March", "2020-03"),
    Rule("month", "month which:last|next", "date", "March last", "2020-03"),
    Rule("month of the year named after it", "month (and month ,? of? year)", "date", "June and July 1900", "1900-06"),
    Rule("month", "month:sure_month", "date", "October", "2019-10"),
    Rule("month", "(in|by|until|since|from|between|before|after|of|to|part) month:doubtful_month", "date", "in March", "2020-03"),
    Rule("weekday and day", "weekday ,? the? day", "weekday_day", "Tuesday 14th", "2020-04-14"),
    Rule("weekday", "weekday which:last|next", "weekday", "Tuesday last", "2020-04-14"),
    Rule("weekday", f"the? {_WHICH} weekday", "weekday", "last Tuesday", "2020-04-14"),
    Rule("weekday", "weekday:sure_weekday", "weekday", "Tuesday", "2020-04-14"),
    Rule("decades", "the? decade .. decade", "decades", "the 1930s to 1950s", "193X/195X"),
    Rule("decade", "decade_years year", "decade_of", "années 1930", "193X", "fr"),
    Rule("decade", "day ~ century ~ short ~ decade_years", "decade_of", "20世纪30年代", "193X", "zh"),
    Rule("decade", "the? decade ~ year_word?", "decade", "the 1930s", "193X"),
    Rule("decade", "the short_decade:short_decade|decade_word", "decade", "the ’30s", "193X"),
    Rule("centuries", "the? ordinal .& ordinal century", "centuries", "the 17th to 18th centuries", "16XX/17XX"),
    Rule("century BC", "the? ordinal century era", "century", "the fifth century BC", "-04XX"),
    Rule("century", "roman century", "century", "XIXe siècle", "18XX", "fr"),
    Rule("century", "century roman", "century", "siglo XIX", "18XX", "es"),
    Rule("century", "the? day . century", "century", "17. Jahrhundert", "16XX", "de"),
    Rule("century", "the? ordinal -? century", "century", "the 18th century", "17XX"),
    Rule("years", "from? year .. year", "years", "1914–1918", "1914/1918"),
    Rule("years", "between year and year", "years", "between 1914 and 1918", "1914/1918"),
    Rule("years", "year -/ short", "years", "1914–18", "1914/1918"),
    Rule("the same time so long ago", "the? that unit count:count|day_number unit:unit ago", "same_ago", "the same month a year ago", "2019-04"),
    Rule("so long ago", "count:count|day_number unit ago", "ago", "two weeks ago", "2020-04-02~"),
    Rule("so long before or after", "count:count|day_number unit which:later|earlier|after_it", "after", "two days later", "2020-04-18"),
    Rule("the day before or after", "the unit which:following|previous|after_it", "relative", "the year before", "2019"),
    Rule("part of the year or month", "(part|part_of of|in) the unit", "relative", "the end of the year", "2020"),
    Rule("last week", "last_week", "last_week", "last week", "2020-04-06/2020-04-12"),
    Rule("this, that, the last or the next", f"the? {_WHICH} unit", "relative", "last month", "2020-03"),
    Rule("today", "deictic", "deictic", "yesterday", "2020-04-15"),
    Rule("day alone", "(on|until|by|from|to|since|after|before|of|and) the ordinal_day", "day_alone", "on the 13th", "2020-04-13"),
    Rule("year of an issue", "(issue number ,) year", "date", "No. 8, 2020", "2020"),
    Rule("year of the era told of", "(in|by|until|since|from|of) year:three_figures", "era_year", "490 BC. In 480", "-0479"),
    Rule("year after circa", "(circa) any_number", "date", "circa 890", "0890~"),
    Rule("year", "year year_word", "date", "1690 года", "1690", "ru"),
    Rule("year", "year", "date", "in 1914", "1914"),
)  # fmt: skip
