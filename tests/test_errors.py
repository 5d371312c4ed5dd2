from dataclasses import replace

from postil.errors import EdtfError, Fault

FAULT = Fault("source_texts/a/record.yml", 3, "date", "is missing; write 1821")


def test_a_fault_says_file_line_field_and_what_to_write() -> None:
    assert str(FAULT) == "source_texts/a/record.yml:3: date: is missing; write 1821"


def test_a_fault_of_a_whole_file_names_no_line() -> None:
    assert str(replace(FAULT, line=0)) == "source_texts/a/record.yml: date: is missing; write 1821"


def test_a_fault_of_no_field_names_none() -> None:
    assert str(replace(FAULT, field="")) == "source_texts/a/record.yml:3: is missing; write 1821"
    assert str(replace(FAULT, field="", line=0)) == "source_texts/a/record.yml: is missing; write 1821"


def test_a_wrong_date_is_a_wrong_value() -> None:
    assert issubclass(EdtfError, ValueError)


def test_what_could_command_a_terminal_or_a_log_is_written_out() -> None:
    fault = Fault("a.yml", 1, "kind", "'\x1b]0;x\x07\n::add-mask::a\u202e' is not one of the words")

    assert str(fault) == r"a.yml:1: kind: '\x1b]0;x\x07\n::add-mask::a\u202e' is not one of the words"
