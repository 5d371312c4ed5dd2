"""How one page of the archive is made: a template filled in, escaped, ready for the shell around it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ..edtf import Edtf
from ..markup import plain_words, render_body
from ..model import AnnotatedDocument, Event, State, Thing, Verdict
from ..records import NONE, Object
from ..reviews import key_of, object_of
from ..vocabulary.sentences import one_line
from .catalogue import catalogue
from .forge import Forge
from .page_data import KINDS, page_data
from .report import report_address
from .words import direction, in_words, machine_readable

TEMPLATES = Path(__file__).parent / "theme" / "pages"

KIND_WORDS = {kind: label for kind, (label, _) in KINDS.items()}


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What mkdocs.yml says of the site."""

    name: str
    description: str = ""
    site_url: str = ""
    """Where the site stands, with its last slash; empty where that is not known."""
    repo_url: str = ""
    """The repository at its forge, without a last slash; empty where there is none."""
    forge: Forge | None = None
    """What the forge's pages are; None where there is none, or none that is known."""
    language: str = "en"
    """The language of the interface, as BCP 47 has it; English where there is no catalogue for it."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page of the archive: its place in the site, and its content as HTML without the shell around it."""

    uri: str
    """Source-style address, as ``texts/<id>.md``."""
    title: str
    section: str
    """Which entry of the site's menu it belongs to."""
    description: str
    content: str
    anchors: frozenset[str]
    updated: str
    """The last day that anything on it changed, as ``YYYY-MM-DD``."""
    kind: str
    """What its template is called: the style sheets and scripts hang on it."""
    hosts: tuple[str, ...] = ()
    """Other hosts that its scripts may ask, each with its scheme."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that is offered as it is."""

    uri: str
    content: bytes


class Renderer:
    """Makes pages from templates; every template sees the site's settings."""

    def __init__(self, settings: SiteSettings, updated: str) -> None:
        forge = settings.forge
        self.updated = updated
        self.say = catalogue(settings.language)
        self._environment = _environment(settings.language)
        self.shared = {
            "site_name": settings.name,
            "site_description": settings.description,
            "repo_url": settings.repo_url,
            "forge": forge,
            "page_data": lambda document, root: page_data(document, root, settings.site_url, forge),
            "report": lambda document, thing: report_address(forge, document, thing),
        }

    def page(self, uri: str, template: str, title: str, section: str, description: str, anchors: frozenset[str] = frozenset(),
             changed: str = "", **context: Any) -> SitePage:  # fmt: skip
        """The page at the address, its template rendered with the context."""
        depth = 0 if uri == "index.md" else uri.removesuffix("/index.md").count("/") + 1
        content = self._environment.get_template(template).render(
            **self.shared, **context, root="../" * depth
        )
        kind = template.removesuffix(".html")
        return SitePage(uri, title, section, description, content, anchors, changed or self.updated, kind)


def entry_id(document: AnnotatedDocument, event: Event) -> str:
    """The event's entry on the timeline."""
    return f"{document.source.identifier}-{event.id}"


def _verdicts(thing: Thing, document: AnnotatedDocument) -> list[Verdict]:
    """What was decided of the thing, and of an event also what was decided of its date and of its caption."""
    keys = {key_of(thing)}
    if isinstance(thing, Event):
        keys.add(key_of(thing.timex))
        keys |= (
            {key_of(each) for each in document.reading.captions if each.holds(thing.timex)}
            if document.verdicts
            else set()
        )
    return [verdict for verdict in document.verdicts if key_of(verdict.thing) in keys]


def _standing(thing: Thing) -> State:
    """How far the thing can be trusted; an event nobody has judged is as good as its date."""
    return thing.timex.state if isinstance(thing, Event) and thing.state is State.MACHINE else thing.state


def _in_plain(said: dict[str, str], of: Object) -> str:
    """What a review says of a thing, for readers; the fields of a caption or an event are named."""
    words = {
        name: in_words(Edtf(value)) if name == "date" and value != NONE else value
        for name, value in said.items()
    }
    named = of in ("caption", "event")
    return ", ".join(f"{name} {value}" if named else value for name, value in words.items())


@cache
def _environment(language: str) -> jinja2.Environment:
    say = catalogue(language)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(say, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(
        in_words=in_words,
        machine_readable=machine_readable,
        body=lambda body: Markup(render_body(body)),
        plain=plain_words,
        kind_words=lambda kind: say.gettext(KIND_WORDS[kind]),
        entry_id=lambda event, document: entry_id(document, event),
        one_line=one_line,
        direction=direction,
        verdicts=_verdicts,
        standing=_standing,
        in_plain=_in_plain,
        object_of=object_of,
    )
    return environment
