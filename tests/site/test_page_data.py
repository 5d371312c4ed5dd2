import json
import re
from dataclasses import replace
from typing import get_args

from made_texts import RECORD
from postil.model import AnnotatedDocument, Archive
from postil.records import Kind
from postil.site.forge import forge_of
from postil.site.page_data import KINDS, page_data
from postil.site.pages import archive_pages
from postil.site.proof import shown_text
from postil.site.render import SiteSettings


def test_every_kind_of_note_has_a_label_and_says_what_it_is_for() -> None:
    assert tuple(KINDS) == get_args(Kind)
    assert all(label and purpose.endswith(".") for label, purpose in KINDS.values())


def test_the_limits_are_those_of_the_schema(document: AnnotatedDocument) -> None:
    assert page_data(document, "../../", "", None)["limits"] == {
        "body": 5_000,
        "exact": 5_000,
        "references": 20,
    }


def test_without_a_forge_the_page_says_so(document: AnnotatedDocument) -> None:
    assert page_data(document, "../../", "", None)["forge"] == {"kind": ""}


def test_the_page_carries_it_outside_the_text_and_nothing_in_it_ends_the_script(
    document: AnnotatedDocument,
) -> None:
    title = "</script><script>alert(1)</script><!--<script>"
    source = replace(document.source, record=replace(RECORD, title=title))
    settings = SiteSettings(
        "Test data", site_url="https://example.org/", forge=forge_of("https://github.com/a/b")
    )
    archive = Archive((replace(document, source=source),))

    made = next(page for page in archive_pages(archive, settings) if page.uri == "texts/flood-at-testford.md")

    (written,) = re.findall(
        r'<script type="application/json" id="postil-page">([^<]*)</script>', made.content
    )
    assert json.loads(written)["title"] == title
    assert json.loads(written)["root"] == "../../"
    assert shown_text(made.content) == source.text
