"""The Content-Security-Policy of every built page: this site's own files, and no inline script but the known."""

import base64
import hashlib
import re
from collections.abc import Sequence

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA_TYPE = re.compile(r"""\btype=["']?(?:application|text)/(?:ld\+)?json\b""", re.IGNORECASE)
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)


def with_policy(html: str, theme: str, hosts: Sequence[str] = ()) -> str:
    """The page with its policy as the first thing in its head.

    Inline scripts are allowed, by their hash, only as they stand in ``theme``: the page as the theme alone writes
    it, without the archive's words. A script that came in with those is not run. ``hosts`` are others that the page's
    scripts may ask, each with its scheme: the review page has one, every other page none.
    """
    hashes = sorted(
        {
            f"'sha256-{base64.b64encode(hashlib.sha256(match['code'].encode()).digest()).decode()}'"
            for match in _SCRIPT.finditer(theme)
            if not re.search(r"\bsrc=", match["attributes"]) and not _DATA_TYPE.search(match["attributes"])
        }
    )
    # WebAssembly and workers are Pagefind's.
    policy = "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            " ".join(("connect-src 'self'", *hosts)),
            "worker-src 'self' blob:",
            "manifest-src 'self'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _HEAD.sub(lambda match: match[0] + meta, html, count=1)
