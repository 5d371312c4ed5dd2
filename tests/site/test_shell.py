"""The shell is Material's page with marks; filled in, nothing of the marks or of the page's words may be lost."""

from collections.abc import Callable
from pathlib import Path

import yaml


def test_a_page_is_filled_into_its_shell_whole(builder: Callable[..., Path]) -> None:
    site = builder()

    for path in site.rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        assert "postil-mark" not in page, path
        assert page.count("<main") == 1 and page.count("</html>") == 1, path


def test_titles_that_look_like_templates_or_markup_are_shown_as_they_are(
    builder: Callable[..., Path], archive: Path
) -> None:
    (record_path,) = archive.glob("source_texts/*/record.yml")
    record = yaml.load(record_path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    record["title"] = "Test data </title><script>x</script> {{ 7 * 7 }} {% endraw %} postil-mark"
    record_path.write_text(yaml.safe_dump(record), encoding="utf-8")

    page = (builder() / "texts" / record_path.parent.name / "index.html").read_text(encoding="utf-8")

    assert (
        "<title>Test data &lt;/title&gt;&lt;script&gt;x&lt;/script&gt; {{ 7 * 7 }} {% endraw %} postil-mark"
        in page
    )


def test_the_menu_marks_where_one_is(builder: Callable[..., Path]) -> None:
    site = builder()

    assert 'href="./" aria-current="page">Timeline' in (site / "timeline" / "index.html").read_text(
        encoding="utf-8"
    )
    assert "aria-current" not in (site / "search" / "index.html").read_text(encoding="utf-8")


def test_handwritten_pages_wear_the_same_clothes(builder: Callable[..., Path]) -> None:
    about = (builder() / "about" / "index.html").read_text(encoding="utf-8")

    assert 'class="masthead"' in about and 'class="colophon"' in about
    assert "Test data." in about
