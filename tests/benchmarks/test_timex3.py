import pytest

from benchmarks.timex3 import mentions, value_of
from postil.edtf import Edtf
from postil.model import Timex


@pytest.mark.parametrize(
    ("edtf", "timex3"),
    [
        ("1944-06-12", "1944-06-12"),
        ("1890~", "1890"),
        ("1944-06?", "1944-06"),
        ("186X", "186"),
        ("17XX", "17"),
        ("XXXX-04-13", "XXXX-04-13"),
        ("-0489", "BC0490"),
        ("-0489-09", "BC0490-09"),
        ("0000", "BC0001"),
        ("1848-21", "1848-SP"),
        ("1848-22", "1848-SU"),
        ("1848-23", "1848-FA"),
        ("1848-24", "1848-WI"),
        ("2020-33", "2020-Q1"),
        ("2020-36", "2020-Q4"),
    ],
)
def test_a_date_of_edtf_in_timex3(edtf: str, timex3: str) -> None:
    assert value_of(edtf) == timex3


@pytest.mark.parametrize(
    ("printed", "edtf", "expected"),
    [
        ("the 1860s", "186X", [("the 1860s", "186")]),
        ("12-14 June 1944", "1944-06-12/1944-06-14", [("12", "1944-06-12"), ("14 June 1944", "1944-06-14")]),
        ("from May 4 to mid-June 1865", "1865-05-04/1865-06", [("May 4", "1865-05-04"), ("mid-June 1865", "1865-06")]),
        ("between 1914 and 1916", "1914/1916", [("1914", "1914"), ("1916", "1916")]),
        ("1914/15", "1914/1915", [("1914", "1914"), ("15", "1915")]),
        ("2014-05-03/2014-06-01", "2014-05-03/2014-06-01", [("2014-05-03", "2014-05-03"), ("2014-06-01", "2014-06-01")]),
        ("since 1949", "1949/..", [("1949", "1949")]),
        ("before 1911", "../1911", [("1911", "1911")]),
        ("early May 1942", "1942-05-01/1942-05-10", [("early May 1942", "1942-05")]),
        ("mid-1942", "1942-05/1942-08", [("mid-1942", "1942")]),
        ("the mid-1990s", "1994/1996", [("the mid-1990s", "199")]),
        ("last week", "2020-04-06/2020-04-12", [("last week", "2020-W15")]),
        ("4/5/2020", "[2020-04-05,2020-05-04]", [("4/5/2020", "XXXX-XX-XX")]),
    ],
)  # fmt: skip
def test_what_a_corpus_marks_in_an_expression(
    printed: str, edtf: str, expected: list[tuple[str, str]]
) -> None:
    value = edtf if edtf.startswith("[") else Edtf(edtf)
    timex = Timex(100, 100 + len(printed), printed, value, "test", "as printed")  # type: ignore[arg-type]

    found = [(printed[each.start - 100 : each.end - 100], each.value) for each in mentions(timex)]

    assert found == expected
