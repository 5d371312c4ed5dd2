import pytest

from postil.vocabulary.bylines import read_byline, split_names


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "By Ma Xiaowei Source: English Edition of Qiushi Journal Updated: 2020-07-15",
            {"creator": "Ma Xiaowei", "source": "English Edition of Qiushi Journal", "date": "2020-07-15"},
        ),
        ("By Ann Lee Source: Updated: 2020-07-15", {"creator": "Ann Lee", "date": "2020-07-15"}),
        (
            "By: Ann LeeFrom:The Gazette | Updated: 2018-05-16 11:09",
            {"creator": "Ann Lee", "source": "The Gazette", "date": "2018-05-16 11:09"},
        ),
        (
            "By Ann Lee and Jan Berzin | China Daily | Updated: 2018-05-16",
            {"creator": "Ann Lee and Jan Berzin", "source": "China Daily", "date": "2018-05-16"},
        ),
        (
            "Source: Xinhua| 2018-05-16 11:09:14|Editor: Li",
            {"source": "Xinhua", "date": "2018-05-16 11:09:14"},
        ),
        ("Xinhua) 09:05, May 23, 2023", {"source": "Xinhua", "date": "09:05, May 23, 2023"}),
        ("(Xinhua) 09:05, May 23, 2023", {"source": "Xinhua", "date": "09:05, May 23, 2023"}),
        ("Updated: May 23, 2023", {"date": "May 23, 2023"}),
        ("Published on 5 May 1921", {"date": "5 May 1921"}),
        ("By Ann Lee", {"creator": "Ann Lee"}),
        ("BY ANN LEE", {"creator": "ANN LEE"}),
        ("  by Flann O’Brien  ", {"creator": "Flann O’Brien"}),
        ("By J. R. R. Tolkien", {"creator": "J. R. R. Tolkien"}),
        ("By W.E.B. Du Bois", {"creator": "W.E.B. Du Bois"}),
        ("By Dr. Ann Lee", {"creator": "Dr. Ann Lee"}),
        (
            "By Simone de Beauvoir and Jean-Paul Sartre",
            {"creator": "Simone de Beauvoir and Jean-Paul Sartre"},
        ),
        (
            "By Ann Lee, Jan van der Berg & Eva Kalnina",
            {"creator": "Ann Lee, Jan van der Berg & Eva Kalnina"},
        ),
    ],
)
def test_a_byline_names_author_source_and_date(line: str, fields: dict[str, str]) -> None:
    assert read_byline(line) == fields


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By the river they sat down.",
        "By 1914 all was lost",
        "By God!",
        "By Monday the army had left",
        "By Grand Central Station I Sat Down and Wept",
        "By Ann Lee.",
        "The River Rises",
        "Written in haste",
        "Updated as we go",
        "By Ann Lee" + " and so on" * 30,
    ],
)
def test_any_other_line_is_no_byline(line: str) -> None:
    assert read_byline(line) == {}


@pytest.mark.parametrize(
    ("names", "single"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee and Jan Berzin", ("Ann Lee", "Jan Berzin")),
        ("Ann Lee, Jan Berzin and Eva Kalnina", ("Ann Lee", "Jan Berzin", "Eva Kalnina")),
        ("Ann Lee, Jan Berzin, and Eva Kalnina", ("Ann Lee", "Jan Berzin", "Eva Kalnina")),
        ("Ann Lee; Jan Berzin & Eva Kalnina", ("Ann Lee", "Jan Berzin", "Eva Kalnina")),
        ("Sandy Anderson", ("Sandy Anderson",)),
        ("", ()),
    ],
)
def test_joined_names_are_told_apart(names: str, single: tuple[str, ...]) -> None:
    assert split_names(names) == single
