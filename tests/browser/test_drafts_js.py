"""Drafts in the browser's storage, with nothing of the page but the scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from javascript import beside_scripts

BEGIN = """
  const { Drafts } = await import("./drafts.js");
  const key = "postil-drafts / t";
  const draft = (id, body) => ({ id, note: { target: { exact: "sand" }, body }, start: 1, end: 5, saved: "", opened: "" });
  const bodies = () => JSON.parse(localStorage.getItem(key) ?? "[]").map(({ note }) => note.body).sort();
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with beside_scripts(browser) as page:
        page.evaluate("localStorage.clear()")
        yield page


def test_a_stale_tab_does_not_overwrite_what_another_kept(page: Page) -> None:
    result = page.evaluate(f"""async () => {{ {BEGIN}
      const [here, there] = [new Drafts("t", "/"), new Drafts("t", "/")];
      const opened = here.save(draft("a", "old"));
      there.save({{ ...opened, note: draft("", "newer").note }});
      const other = here.save({{ ...opened, note: draft("", "stale").note }});
      return [bodies(), other.id === "a"];
    }}""")

    assert result == [["newer", "stale"], False]


def test_full_storage_loses_no_draft(page: Page) -> None:
    result = page.evaluate(f"""async () => {{ {BEGIN}
      const drafts = new Drafts("t", "/");
      drafts.save(draft("a", "first"));
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {{ throw new DOMException("full", "QuotaExceededError"); }};
      for (const each of ["second", "third"]) drafts.save(draft(each, each));
      const full = [drafts.all().map(({{ note }}) => note.body).sort(), drafts.kept];
      Storage.prototype.setItem = set;
      drafts.remove("third");
      return [...full, bodies(), drafts.kept];
    }}""")

    assert result == [["first", "second", "third"], False, ["first", "second"], True]


def test_badly_shaped_drafts_are_read_as_far_as_they_go(page: Page) -> None:
    result = page.evaluate(f"""async () => {{ {BEGIN}
      const bad = [null, 5, {{ id: "x" }}, {{ id: "y", note: {{ target: {{ exact: 5 }} }} }},
        {{ id: "a", saved: "zzz", start: "1", end: 2.5, note: {{ target: {{ exact: "sand" }}, body: 5, references: {{}}, creator: {{ name: {{}} }} }} }},
        {{ id: "b", note: {{ target: {{ exact: "rope" }}, references: [null, [], {{ title: "T", url: 3 }}] }} }}];
      localStorage.setItem(key, JSON.stringify(bad));
      localStorage.setItem("postil-author /", JSON.stringify({{ name: {{}}, orcid: "1" }}));
      const drafts = new Drafts("t", "/");
      return [drafts.all().map(({{ id, saved, start, end, note }}) => [id, saved.slice(0, 4), start, end, note.body, note.creator.name, note.references.map(({{ title, url }}) => title + url)]), drafts.author];
    }}""")

    assert result == [
        [["a", "1970", 0, 0, "", "", []], ["b", "1970", 0, 0, "", "", ["T"]]],
        {"name": "", "github": "", "orcid": "1"},
    ]


@pytest.mark.parametrize(("start", "end", "place"), [(4, 8, True), (0, 0, False), (2, 6, False)])
def test_the_file_of_drafts_says_a_place_only_where_the_words_stand(
    page: Page, start: int, end: int, place: bool
) -> None:
    item = page.evaluate(
        """async ([start, end]) => {
      const { annotationPage } = await import("./annotation_page.js");
      const note = { motivation: "commenting", kind: "gloss", label: "L", body: "b", references: [], creator: { name: "n" },
        created: "2026-11-24", language: "en", target: { exact: "sand", prefix: "The ", suffix: "" } };
      return JSON.parse(annotationPage([{ id: "a", note, start, end, saved: "" }],
        { site: "https://example.org/", text: "t", title: "T" }, [..."The sand, and rope"])).items[0];
    }""",
        [start, end],
    )

    quote = {"type": "TextQuoteSelector", "exact": "sand", "prefix": "The "}
    whole = [
        {**quote, "suffix": ", and rope"},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
    assert item["target"]["selector"] == (whole if place else [quote])
    assert item["label"] == "L"
