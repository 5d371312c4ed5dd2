"""The review page: one page on which a proposed note is shown on its text, before anybody has merged it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from ..intake.strict_yaml import MAX_BYTES
from ..model import Archive
from .page_data import KINDS
from .render import SitePage, SiteSettings


def review_pages(
    archive: Archive, settings: SiteSettings, page: Callable[..., SitePage]
) -> Iterator[SitePage]:
    """The page; of all pages it alone may ask the host that keeps the forge's raw files."""
    forge = settings.forge
    made = page(
        "review.md",
        "review.html",
        "A proposed note in its place",
        "review",
        "Shows a note that was proposed on the words it speaks of, before anybody has reviewed it.",
        data=_review_data(archive, settings),
    )
    yield replace(made, hosts=(forge.raw_host,) if forge else ())


def _review_data(archive: Archive, settings: SiteSettings) -> dict[str, Any]:
    """The object in ``postil-review``: what there is to propose notes on, and where a proposal may be read."""
    forge = settings.forge
    return {
        "texts": [[each.source.identifier, each.source.record.title] for each in archive.documents],
        "kinds": [[kind, label] for kind, (label, _) in KINDS.items()],
        "most": MAX_BYTES,
        "forge": {"label": forge.label, "raw": forge.raw, "pull": forge.pull} if forge else None,
        "project": urlsplit(settings.repo_url).path.strip("/").removesuffix(".git"),
    }
