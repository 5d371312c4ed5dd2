"""The forge that keeps the repository: where a new file is proposed, a file is read raw, an issue is opened.

A row of `_FORGES` is all that is known of a forge. Templates name what is filled in, percent-encoded: ``{repo}`` (not
encoded), ``{host}``, ``{project}``, ``{branch}``, ``{path}``, ``{folder}``, ``{name}``, ``{content}``, ``{message}``,
``{ref}``, ``{number}``; slashes are kept, save in ``{project:flat}`` and ``{path:flat}``.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

MOST = 4_000
"""So many bytes at most an address has: forges take about 8,000, and a signed-out reader's is encoded twice."""


@dataclass(frozen=True, slots=True)
class IssueForm:
    """How the forge's form for issues is opened and filled in."""

    address: str
    template: str
    """Names the form in the query; empty where the forge has no forms of fields."""
    title: str
    """The name of the title in the query."""
    field: str
    """The name of a form's field in the query, with ``{name}``; empty where the forge has no forms of fields."""
    body: str
    """The name of an issue's text in the query; empty where the fields of a form take its place."""


@dataclass(frozen=True, slots=True)
class Forge:
    """One forge as one repository uses it, or a row of the table where the repository is not filled in yet."""

    kind: str
    label: str
    new_file: str
    """The page for a new file, with ``{path}`` (or ``{folder}`` and ``{name}``), ``{content}`` and ``{message}``."""
    takes_content: bool
    """Whether that page fills in the content from its address; where not, it has to be pasted."""
    raw: str
    """A file as it is, with ``{ref}`` and ``{path}``, at a host that lets another site's page read it."""
    pull: str
    """The ref that a proposal is kept under, with its ``{number}``."""
    history: str
    """What happened to a file, with ``{path}``."""
    issue: IssueForm
    branch: str = "main"
    most: int = MOST

    @property
    def raw_host(self) -> str:
        """Scheme and host of raw files, as a Content-Security-Policy names them."""
        parts = urlsplit(self.raw)
        return f"{parts.scheme}://{parts.netloc}"

    def history_address(self, path: str) -> str:
        """What happened to the file at the path, from the archive's root."""
        return fill(self.history, path=path)

    def issue_address(self, form: str, title: str = "", fields: Mapping[str, str] | None = None) -> str:
        """The form (``note.yml``) with its fields filled in; where the forge has none, an issue that lists them."""
        issue, given = self.issue, dict(fields or {})
        pairs = [
            (issue.template and "template", issue.template.replace("{template}", form)),
            (issue.title, title),
        ]
        if issue.field:
            pairs += [(issue.field.replace("{name}", name), value) for name, value in given.items()]
        else:
            pairs.append((issue.body, "\n\n".join(_paragraph(name, value) for name, value in given.items())))
        query = urlencode([(name, value) for name, value in pairs if name and value])
        return f"{issue.address}?{query}" if query else issue.address

    def for_pages(self) -> dict[str, Any]:
        """All of it, for the scripts of a page."""
        return asdict(self)


def forge_of(repo_url: str, kind: str = "", branch: str = "main") -> Forge | None:
    """The forge at the address of a repository, by its host or by the ``kind`` that the settings name.

    None where there is no repository on the web, or its host is not known and no kind is named. A user and a token in
    the address are left out: what a page says is public.
    """
    parts = urlsplit(repo_url.rstrip("/"))
    host, project = parts.hostname or "", parts.path.strip("/").removesuffix(".git")
    known = kind or next((name for pattern, name in _HOSTS if re.search(pattern, host)), "")
    if not (parts.scheme in ("http", "https") and host and project and known in _FORGES):
        return None
    address = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    about = {
        "repo": f"{address}/{project}",
        "host": address,
        "project": project,
        "branch": branch,
    }
    row = _FORGES[known]
    return replace(
        row,
        new_file=fill(row.new_file, **about),
        raw=fill(row.raw, **about),
        history=fill(row.history, **about),
        issue=replace(row.issue, address=fill(row.issue.address, **about)),
        branch=branch,
    )


def fill(template: str, **values: str) -> str:
    """The template with these values in their places; what is not given is left to be filled in later."""

    def filled(found: re.Match[str]) -> str:
        name, how = found[1], found[2]
        if name not in values:
            return found[0]
        return values[name] if name in ("repo", "host") else quote(values[name], safe="" if how else "/")

    return re.sub(r"\{(\w+)(:flat)?\}", filled, template)


def _paragraph(name: str, value: str) -> str:
    return f"**{name}**\n\n" + "\n".join(f"    {line}" for line in value.splitlines())


_HOSTS = (
    (r"^(www\.)?github\.com$", "github"),
    (r"^gitlab\.", "gitlab"),
    (r"^codeberg\.org$|^forgejo\.", "forgejo"),
    (r"^gitea\.", "gitea"),
)
"""By which name of a host a forge is known; others are named in mkdocs.yml."""

_FORMS = ".github/ISSUE_TEMPLATE/{template}"
_GITEA = Forge(
    kind="gitea",
    label="Gitea",
    # Since 1.25 it forgets the content where ?filename= is given: the whole path goes into the address.
    new_file="{repo}/_new/{branch}/{path}?value={content}",
    takes_content=True,
    raw="{host}/api/v1/repos/{project}/raw/{path}?ref={ref}",
    pull="refs/pull/{number}/head",
    history="{repo}/commits/branch/{branch}/{path}",
    issue=IssueForm("{repo}/issues/new", _FORMS, "title", "field:{name}", ""),
)
_FORGES = {
    "github": Forge(
        kind="github",
        label="GitHub",
        new_file="{repo}/new/{branch}?filename={path}&message={message}&value={content}",
        takes_content=True,
        raw="https://raw.githubusercontent.com/{project}/{ref}/{path}",
        pull="refs/pull/{number}/head",
        history="{repo}/commits/{branch}/{path}",
        issue=IssueForm("{repo}/issues/new", "{template}", "title", "{name}", ""),
    ),
    "gitlab": Forge(
        kind="gitlab",
        label="GitLab",
        new_file="{repo}/-/new/{branch}?file_name={path}",
        takes_content=False,  # its editor ignores ?content=
        raw="{host}/api/v4/projects/{project:flat}/repository/files/{path:flat}/raw?ref={ref}",
        pull="refs/merge-requests/{number}/head",
        history="{repo}/-/commits/{branch}/{path}",
        issue=IssueForm("{repo}/-/issues/new", "", "issue[title]", "", "issue[description]"),
    ),
    "gitea": _GITEA,
    "forgejo": replace(
        _GITEA,
        kind="forgejo",
        label="Forgejo",
        new_file="{repo}/_new/{branch}/{folder}?filename={name}&value={content}",
    ),
}
"""What is known of each forge, from its own documentation, source or issues (November 2026)."""
