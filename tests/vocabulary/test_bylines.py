import pytest

from postil.vocabulary.bylines import (
    BYLINES,
    byline_creator,
    byline_form,
    is_author,
    read_byline,
    split_names,
)


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


# Test data
@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Von Anna Winter", {"creator": "Anna Winter"}),
        ("Par Anna Kalnina et Jan Berzin", {"creator": "Anna Kalnina et Jan Berzin"}),
        ("Por Rosa de la Vega", {"creator": "Rosa de la Vega"}),
        ("Автор: Анна Зимина", {"creator": "Анна Зимина"}),
        ("Publié le 4 juin 2019", {"date": "4 juin 2019"}),
        ("Aktualisiert: 16. April 2020", {"date": "16. April 2020"}),
        ("by the Minister of Works, the Hon. Ann Lee", {"creator": "Ann Lee"}),
        ("The Riga Times, Friday, 3 July 1931", {"source": "The Riga Times", "date": "Friday, 3 July 1931"}),
        ("Riga Review of Roads, Vol. 2, No. 3, 2014", {"source": "Riga Review of Roads", "date": "2014"}),
        ("Interview by Ann Lee", {"creator": "Ann Lee"}),
    ],
)
def test_a_byline_in_another_language_or_of_a_paper_is_read(line: str, fields: dict[str, str]) -> None:
    assert read_byline(line) == fields


@pytest.mark.parametrize(
    "line",
    ["Von Wien nach Triest", "Von Krieg und Frieden", "Por la Patria", "Par Avion", "Par Monts et Vaux",
     "By the Sea, Alone", "By the River, the House", "Publié en 1921 chez un libraire, le livre eut du succès",
     "Veröffentlicht wurde das Buch 1921 in Wien.", "The Times, Friday", "The Daily Round, the Common Task"],
)  # fmt: skip
def test_a_title_that_begins_like_a_byline_is_none(line: str) -> None:
    assert byline_form(line) is None


@pytest.mark.parametrize("form", BYLINES, ids=lambda form: form.name)
def test_each_form_of_byline_is_found_in_its_example(form: object) -> None:
    assert byline_form(form.example) == form.name  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", ["M. R. Ashdown", "William Blake", "A. L. Smith", "Anna van der Berg"])
def test_initials_or_a_given_name_make_an_author(line: str) -> None:
    assert is_author(line)


@pytest.mark.parametrize(
    "line", ["", "William", "Early Years", "I. The Roof", "Victoria Falls", "Peter the Great", "St. John"]
)
def test_a_heading_is_no_author(line: str) -> None:
    assert not is_author(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("Nadia Haddad", "Nadia Haddad"),
        ("Updated: 5 May 1921", ""),
        ("BBC News", ""),
    ],
)
def test_a_byline_says_who_wrote(line: str, names: str) -> None:
    assert byline_creator(line) == names
