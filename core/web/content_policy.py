"""The Content-Security-Policy of a document: what a page of ours may load and run. It reads our scripts.

Source: https://www.w3.org/TR/CSP3/, checked 2026-11-24.
"""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from core.web.script_text import script_text

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_RULES = (
    ("default-src", "'self'"),
    ("img-src", "'self' data: blob:"),
    ("media-src", "'self' data: blob:"),
    ("font-src", "'self' data:"),
    # Streamlit writes its rules into the page while it runs, and so do we.
    ("style-src", "'self' 'unsafe-inline'"),
    ("worker-src", "'self' blob:"),
    ("object-src", "'none'"),
    ("base-uri", "'self'"),
    ("form-action", "'self'"),
    ("frame-src", "'self'"),
    ("frame-ancestors", "'self'"),
)


def script_hash(text: str) -> str:
    """The name by which a policy allows one inline script: its SHA-256.

    >>> script_hash("alert(1)")
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def script_hashes(folder: Path) -> tuple[str, ...]:
    """The hashes of the scripts in a folder, as `script_text` gives them."""
    return tuple(script_hash(script_text(path)) for path in sorted(folder.glob("*.js")))


def inline_scripts(document: str) -> tuple[str, ...]:
    """The texts of the inline scripts of a document.

    >>> inline_scripts("<script>a()</script><script src='b.js'></script>")
    ('a()',)
    """
    return tuple(_INLINE.findall(document))


def content_policy(hashes: Sequence[str], host: str | None, *, secure: bool) -> str:
    """The policy of a document: its own origin, its own inline scripts, and nothing else.

    Args:
        hashes: what `script_hash` gives for each inline script that may run.
        host: the request's host with its port, already known to be one; None leaves the websocket to `'self'`.
        secure: whether the page came over HTTPS.
    """
    socket = f" {'wss' if secure else 'ws'}://{host}" if host else ""
    # Components are modules that Streamlit loads from blobs of its own making. Programs that drive a browser wait by
    # evaluating strings in the page (Playwright's wait_for_function): without 'unsafe-eval' nobody could test us so.
    # Only a script that runs already can use it.
    scripts = " ".join(("'self'", "blob:", "'unsafe-eval'", *hashes))
    rules = (*_RULES, ("script-src", scripts), ("connect-src", f"'self' data: blob:{socket}"))
    return "; ".join(f"{name} {value}" for name, value in rules)
