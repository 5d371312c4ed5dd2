"""What stands around the archive's pages: Material's page, made once for each kind, menu entry and depth.

Material's template takes over a millisecond a page, and nothing in it but a few words differs from one text to
the next. So it is rendered once with marks in the places of those words, and each page only fills them in.
"""

from collections.abc import Iterable
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from .render import SitePage

_MARKS = {
    "postil-mark-title": "page.meta.title|e",
    "postil-mark-description": "page.meta.description|e",
    "postil-mark-canonical": "(page.canonical_url or '')|e",
    "postil-mark-content": "page.content",
}


class ArchivePage(Page):
    """A page whose content is made already: MkDocs neither reads nor converts anything for it."""

    def __init__(self, made: SitePage, config: MkDocsConfig) -> None:
        file = File.generated(config, made.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        super().__init__(made.title, file, config)
        self.made = made
        self.update_date = made.updated
        self.edit_url = None

    @property
    def shell(self) -> str:
        """The name of the template this page is filled into."""
        return f"postil-shell-{self.file.url.count('/')}-{self.made.section}-{self.made.kind}.html"

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing is read: the archive was."""
        self.markdown = ""
        self.meta = {
            "title": self.made.title,
            "description": self.made.description,
            "section": self.made.section,
            "kind": self.made.kind,
            "template": self.shell,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is converted; links to the page's anchors can be checked."""
        self.content = self.made.content
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(self.made.anchors)
        self.links_to_anchors = {}


def shells(
    pages: Iterable[Page], env: jinja2.Environment, config: MkDocsConfig, nav: Navigation, files: Files
) -> dict[str, str]:
    """The shells of these pages by name, as the source of Jinja templates."""
    made: dict[str, str] = {}
    for page in pages:
        if isinstance(page, ArchivePage) and page.shell not in made:
            made[page.shell] = _shell(page, env, config, nav, files)
    return made


def _shell(
    page: ArchivePage, env: jinja2.Environment, config: MkDocsConfig, nav: Navigation, files: Files
) -> str:
    kept: dict[str, Any] = {"meta": page.meta, "content": page.content, "canonical_url": page.canonical_url}
    page.meta = {**page.meta, "title": "postil-mark-title", "description": "postil-mark-description"}
    page.content = "postil-mark-content"
    page.canonical_url = "postil-mark-canonical" if page.canonical_url else None
    try:
        html = env.get_template("main.html").render(get_context(nav, files, config, page))
    finally:
        for name, value in kept.items():
            setattr(page, name, value)
    source = "{% raw %}" + html + "{% endraw %}"
    for mark, expression in _MARKS.items():
        source = source.replace(mark, "{% endraw %}{{ " + expression + " }}{% raw %}")
    return source
