"""Answers for the files of the front end from memory, packed where that is smaller. ASGI middleware.

A first visit asks for some seventy of them, six at a time. Streamlit reads each from the disk, in pieces and by threads
of a pool, and sends it unpacked: two megabytes for every phone of a workshop, and where browser and server share a
machine a fifth of a second. See docs/adr/0022.
"""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDERS = ("js", "css", "media")
"""What of Streamlit's own files bears its version in its name, so that a browser may keep it for good."""

ICONS = "MaterialSymbols-Rounded.*.woff2"
"""Streamlit's font of every icon there is; ours, of those that pages show, goes out in its place: docs/adr/0029."""

_FOR_GOOD = "public, immutable, max-age=31536000"
_ASK_AGAIN = "public, no-cache"
_PACKED = frozenset({".css", ".js", ".svg"})
"""Fonts and pictures are packed already."""


def front_end(streamlit: Path, own: Path) -> dict[str, Path]:
    """Address → file, for all files of the front end.

    Args:
        streamlit: the folder of the installed Streamlit.
        own: our own static folder; of its files, scripts bear their version in their names.
    """
    kept = streamlit / "static/static"
    found = {f"/static/{name}/{path.name}": path for name in FOLDERS for path in (kept / name).glob("*.*")}
    found |= {f"/app/static/{path.name}": path for path in own.glob("*.js")}
    icons = own / "material-symbols-rounded.woff2"
    return found | {f"/static/media/{path.name}": icons for path in (kept / "media").glob(ICONS)}


class KeptFiles:
    """Answers for the files it was given, by their whole addresses; passes everything else on.

    A file under a name of its own is kept for good by browsers; of one that stands in for another, whose name does not
    change with it, they ask each time whether it is still the same.
    """

    def __init__(self, app: ASGIApp, files: Mapping[str, Path]) -> None:
        self.app = app
        self.files = files
        self._answers: dict[tuple[Path, bool, bool], Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A file is read, and packed for browsers that can unpack it, when it is asked for the first time."""
        path = self._asked(scope)
        if path is None:
            return await self.app(scope, receive, send)
        asked = Headers(scope=scope)
        packed = path.suffix in _PACKED and "gzip" in asked.get("accept-encoding", "")
        wish = path, packed, scope["path"].endswith(path.name)
        if wish not in self._answers:
            self._answers[wish] = await run_in_threadpool(_answer, *wish)
        answer = self._answers[wish]
        if "etag" in answer.headers and asked.get("if-none-match") == answer.headers["etag"]:
            answer = Response(status_code=304, headers={"etag": answer.headers["etag"], "cache-control": _ASK_AGAIN})
        return await answer(scope, receive, send)

    def _asked(self, scope: Scope) -> Path | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        return self.files.get(scope["path"].removeprefix(scope.get("root_path", "")))


def _answer(path: Path, packed: bool, under_its_name: bool) -> Response:
    body = path.read_bytes()
    headers = {"cache-control": _FOR_GOOD}
    if not under_its_name:
        headers = {"cache-control": _ASK_AGAIN, "etag": f'"{hashlib.sha256(body).hexdigest()[:32]}"'}
    if path.suffix in _PACKED:
        headers["vary"] = "accept-encoding"
    if packed:
        headers["content-encoding"] = "gzip"
        body = gzip.compress(body, 6, mtime=0)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Response(body, media_type=kind, headers=headers)
