from dataclasses import replace

from postil.errors import EdtfError, Fault, Faults

FAULT = Fault("source_texts/a/record.yml", 3, "date", "is missing; write 1821")


def test_a_fault_says_file_line_field_and_what_to_write() -> None:
    assert str(FAULT) == "source_texts/a/record.yml:3: date: is missing; write 1821"


def test_a_fault_of_a_whole_file_names_no_line() -> None:
    assert str(replace(FAULT, line=0)) == "source_texts/a/record.yml: date: is missing; write 1821"


def test_a_fault_of_no_field_names_none() -> None:
    assert str(replace(FAULT, field="")) == "source_texts/a/record.yml:3: is missing; write 1821"
    assert str(replace(FAULT, field="", line=0)) == "source_texts/a/record.yml: is missing; write 1821"


def test_faults_stand_once_each_in_the_order_of_their_places() -> None:
    first, second = replace(FAULT, line=2), replace(FAULT, path="source_texts/b/record.yml", line=1)

    faults = Faults([second, FAULT, first, FAULT])

    assert faults.faults == (first, FAULT, second)
    assert str(faults) == f"{first}\n{FAULT}\n{second}"


def test_a_wrong_date_is_a_wrong_value() -> None:
    assert issubclass(EdtfError, ValueError)
