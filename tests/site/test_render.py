from postil.site.render import Renderer, SiteSettings


def test_a_page_knows_its_way_to_the_root_and_the_day_of_its_last_change() -> None:
    renderer = Renderer(SiteSettings("Test <archive>"), "2026-01-02")

    page = renderer.page("texts/a/read.md", "search.html", "Title", "texts", "What it is.")

    assert (page.uri, page.title, page.updated) == ("texts/a/read.md", "Title", "2026-01-02")
    assert "../" * 3 not in renderer.page("index.md", "search.html", "", "home", "").content


def test_what_the_settings_say_is_escaped() -> None:
    renderer = Renderer(SiteSettings("Test <b>archive</b>", "A <script>"), "2026-01-02")

    page = renderer.page(
        "index.md", "home.html", "", "home", "", texts=[], newest=[],
        counts={"texts": 0, "notes": 0, "events": 0, "photographs": 0},
    )  # fmt: skip

    assert "<b>" not in page.content and "<script>" not in page.content
