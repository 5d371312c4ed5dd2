"""The words of the interface."""

from postil.site.catalogue import catalogue


def test_a_language_without_a_catalogue_has_the_words_of_the_code() -> None:
    assert catalogue("en").gettext("Timeline") == "Timeline"
    assert catalogue("xx").ngettext("note", "notes", 2) == "notes"
