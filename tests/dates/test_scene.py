import pytest

from postil.dates.scene import Known
from postil.edtf import Edtf


@pytest.mark.parametrize(
    ("value", "year", "is_day"),
    [
        ("1914-08-04", 1914, True),
        ("1914-08", 1914, False),
        ("1914", 1914, False),
        ("191X", None, False),
        ("1914/1918", None, False),
        ("1914/..", None, False),
    ],
)
def test_what_is_known_of_a_date(value: str, year: int | None, is_day: bool) -> None:
    known = Known(Edtf(value), value)

    assert (known.year, known.is_day) == (year, is_day)
