"""The archive as MkDocs sees it: what happens at each of its events, in the order they come.

`on_startup` `on_config` `on_files` `on_nav` `on_env` `on_post_template` `on_post_page` `on_post_build`, and
`on_build_error` where one of them fails.
"""

import logging
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from ..intake.history import read_history
from ..model import Archive
from ..pipeline import read_archive
from .aside import aside_of, give_up, swap_in
from .captures import proved_pages
from .catalogue import catalogue
from .forge import Forge, forge_of
from .pagefind import PagefindError
from .pages import archive_files, archive_pages, last_change
from .proof import difference
from .render import SiteSettings
from .search import build_index
from .security import with_policy
from .shell import ArchivePage, shells

_USER = re.compile(r"^(\w+://)[^/?#]*@")
"""A user and a token in an address, which no page may show."""
log = logging.getLogger("mkdocs.hooks.postil")


class Build:
    """What one build knows; a new one begins with every `on_config`, since `serve` keeps the module alive."""

    serving = False
    archive = Archive(())
    site: Path = Path()
    nav: Navigation
    shells: Mapping[str, str] = MappingProxyType({})


_build = Build()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether this is a server for authors, who want to see what is sound beside what is not."""
    if dirty:
        raise PluginError("--dirty leaves pages out of the search and the proof; build without it.")
    Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the whole archive; a build with faults ends here, before anything of the last site is touched."""
    global _build
    _build = Build()
    root = Path(config.config_file_path or "mkdocs.yml").parent
    archive, faults = read_archive(root)
    _build.archive = replace(archive, histories=read_history(root))
    for fault in faults:
        log.error("%s", fault)
    if faults and not Build.serving:
        raise PluginError(f"{len(faults)} fault(s) in source_texts/, each named above; nothing was built.")
    if not config.use_directory_urls:
        raise PluginError(
            "use_directory_urls is off; take it out of mkdocs.yml, the texts' addresses hang on it."
        )
    config.repo_url = _USER.sub(r"\1", config.repo_url or "")
    _build.site = Path(config.site_dir).resolve()
    if not Build.serving:
        give_up(_build.site)  # what a build that was killed may have left
        config.site_dir = str(aside_of(_build.site))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the archive's pages and downloads to what is in docs/."""
    settings = SiteSettings(
        config.site_name,
        config.site_description or "",
        config.site_url or "",
        (config.repo_url or "").rstrip("/"),
        _forge(config),
        _language(config),
    )
    for made in archive_pages(_build.archive, settings):
        files.append(ArchivePage(made, config).file)
    for offered in archive_files(_build.archive, settings.site_url):
        files.append(File.generated(config, offered.uri, content=offered.content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation for the shells."""
    _build.nav = nav
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Makes the shells, and gives every page a date that does not hang on the clock."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    changed = last_change(_build.archive)
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_translations(catalogue(_language(config)), newstyle=True)  # type: ignore[attr-defined]
    for page in pages:
        if not isinstance(page, ArchivePage):
            page.update_date = changed
    _build.shells = shells(pages, env, config, _build.nav, files)
    env.globals["forge"] = _forge(config)
    assert env.loader
    env.loader = jinja2.ChoiceLoader([jinja2.DictLoader(_build.shells), env.loader])
    return env


@event_priority(-100)
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Every page has its policy; `serve` adds a script of its own after this, so there it has none."""
    if Build.serving:
        return output
    theme = (
        _build.shells[page.shell] if isinstance(page, ArchivePage) else output.replace(page.content or "", "")
    )
    return with_policy(output, theme, page.made.hosts if isinstance(page, ArchivePage) else ())


@event_priority(-100)
def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """So has 404.html."""
    if Build.serving or not template_name.endswith(".html"):
        return output_content
    return with_policy(output_content, output_content)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Proves every page that shows a text or a former capture of it, makes the search, and puts the finished site in its place."""
    site = Path(config.site_dir)
    for document in _build.archive.documents:
        for address, text in proved_pages(document):
            shown = (site / address / "index.html").read_text(encoding="utf-8")
            if wrong := difference(shown, text):
                raise PluginError(f"{address}: {wrong}")
    if os.environ.get("POSTIL_SEARCH") != "0":
        try:
            log.info(
                "Search: %d results", build_index(_build.archive, site, config.theme.get("language", "en"))
            )
        except PagefindError as error:
            log.error("The search index was not made: %s", error)
    if not Build.serving and not _strict_failure(config):
        swap_in(_build.site)
        config.site_dir = str(_build.site)
        log.info("The site is whole and stands in %s", _build.site)


def on_build_error(error: Exception, **_: Any) -> None:
    """The last good site still stands; what was begun is cleared away."""
    if not Build.serving and _build.site != Path():
        give_up(_build.site)


def _forge(config: MkDocsConfig) -> Forge | None:
    """By the repository's host, or as `extra: {forge: gitea, branch: trunk}` says."""
    extra = config.extra
    return forge_of(config.repo_url or "", extra.get("forge") or "", extra.get("branch") or "main")


def _language(config: MkDocsConfig) -> str:
    """The language of the interface: the theme's."""
    return str(config.theme.get("language", "en"))


def _strict_failure(config: MkDocsConfig) -> bool:
    """Whether MkDocs is about to fail the build for a warning, which it does only after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return bool(
        config.strict and any(isinstance(each, CountHandler) and each.get_counts() for each in handlers)
    )
