"""Adds to each HTML document what makes its first paint quicker. ASGI middleware.

Streamlit fetches the code of an element when the first such element arrives, a round trip after everything else;
naming the code in the document lets the browser fetch it meanwhile. And a deep link such as `/pipeline` makes the
front end look for its server under `/pipeline/` first; naming the server saves that, and two errors in the console.
The style sheet of all pages is named too: it is there before the first element, and is not sent again with each run.
Each document also says which language it is in, that it is loading, and what it may load and run, its own inline
scripts by their hashes.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.web.content_policy import content_policy, inline_scripts, script_hash
from core.web.script_text import script_text
from core.web.security_headers import sound_host
from core.web.visitor_language import visitor_language
from core.web.waiting import with_waiting

EVERY_PAGE = "*"
_IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.\-]+\.js)["'`]""")
_TITLE = re.compile(rb"<title>[^<]*</title>")
_UNUSED = re.compile(rb'<link\s+rel="preload"\s+href="[^"]*/SourceSans[^"]*"[^>]*>')
"""The font that Streamlit would be drawn in: 170 kB that no page of ours shows."""

# What the front end would ask the server for before it connects. Messages from a frame around us are taken from our
# own origin only.
_SERVER = (
    "<script>window.__streamlit = {{ BACKEND_BASE_URL: location.origin + {root}, HOST_CONFIG: {{ "
    "allowedOrigins: [location.origin], useExternalAuthToken: false, enableCustomParentMessages: false, "
    'enforceDownloadInNewTab: false, blockErrorDialogs: false, metricsUrl: "" }} }}</script>'
)

# Messages that come together are drawn together: docs/adr/0026.
_ONE_TASK = f"<script>{script_text(Path(__file__).with_name('one_task.js'))}</script>"


def chunk_files(scripts: Path, names: Sequence[str]) -> tuple[str, ...]:
    """The script files of the named chunks and of all that they import: `Radio` gives `Radio.BWQwdNIB.js` and more.

    A name that this Streamlit does not have is left out: the page then loads it as it always did.
    """
    found: dict[str, None] = {}
    waiting = [path.name for name in names for path in sorted(scripts.glob(f"{name}.*.js"))[:1]]
    while waiting:
        file = waiting.pop(0)
        if file not in found and (scripts / file).is_file():
            found[file] = None
            waiting += _IMPORTED.findall((scripts / file).read_text(encoding="utf-8"))
    return tuple(found)


def head_additions(scripts: Path, chunks: Mapping[str, Sequence[str]], fonts: Sequence[str]) -> dict[str, str]:
    """What to add to the head of each page's document: path → HTML; `*` is for all other pages.

    Args:
        scripts: the folder of Streamlit's script files.
        chunks: path → names of chunks; those under `*` are added to every page.
        fonts: addresses of fonts that every page shows.
    """
    letters = "".join(f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{font}">' for font in fonts)
    additions = {}
    for path in (EVERY_PAGE, *chunks):
        names = dict.fromkeys((*chunks.get(EVERY_PAGE, ()), *chunks.get(path, ())))
        files = chunk_files(scripts, tuple(names))
        additions[path] = letters + "".join(
            f'<script type="module" crossorigin src="./static/js/{file}"></script>' for file in files
        )
    return additions


class Document:
    """Writes the additions into each HTML document; `tags` gives title and description for the requested path."""

    def __init__(
        self,
        app: ASGIApp,
        additions: Mapping[str, str],
        scripts: Sequence[str] = (),
        ending: str = "",
        tags: Callable[[Scope], str] = lambda _: "",
    ) -> None:
        self.app = app
        self.additions = additions
        self.scripts = tuple(scripts)
        """The hashes of the inline scripts that pages may add later."""
        self.ending = ending.encode()
        """What stands at the end of every body."""
        self.tags = tags

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything else on as it is."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        if "." in scope["path"] or "/_stcore/" in scope["path"]:
            return await self.app(scope, receive, send)
        held: list[Message] = []
        parts: list[bytes] = []

        async def send_document(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                held.append(message)
            elif not held:
                await send(message)
            else:
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    document = self._extended(b"".join(parts), scope)
                    await _send_whole(send, held[0], document, self._policy(document, scope))

        return await self.app(_uncompressed(scope), receive, send_document)

    def _extended(self, document: bytes, scope: Scope) -> bytes:
        path = scope["path"].rstrip("/") or "/"
        addition = self.additions.get(path, self.additions.get(EVERY_PAGE, ""))
        tags = self.tags(scope)
        if tags:
            document = _TITLE.sub(b"", document, count=1)
        document = _UNUSED.sub(b"", document)
        server = _SERVER.format(root=json.dumps(scope.get("root_path", "")).replace("<", "\\u003c"))
        language = visitor_language(scope)
        document = with_waiting(document.decode("utf-8", "replace"), language).encode()
        document = document.replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
        document = document.replace(b"<head>", f"<head>{server}{_ONE_TASK}{tags}".encode(), 1)
        document = document.replace(b"</head>", addition.encode() + b"</head>", 1)
        return document.replace(b"</body>", self.ending + b"</body>", 1)

    def _policy(self, document: bytes, scope: Scope) -> str:
        own = map(script_hash, inline_scripts(document.decode("utf-8", "replace")))
        host = sound_host(Headers(scope=scope).get("host"))
        return content_policy((*own, *self.scripts), host, secure=scope.get("scheme") == "https")


def _uncompressed(scope: Scope) -> Scope:
    """The request for a whole, uncompressed body, since only that can be added to; a HEAD then sends none of it."""
    return {**scope, "method": "GET", "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}


def _is_page(message: Message) -> bool:
    kind = MutableHeaders(scope=message).get("content-type", "")
    return message["status"] == 200 and kind.startswith("text/html")


async def _send_whole(send: Send, start: Message, body: bytes, policy: str) -> None:
    headers = MutableHeaders(scope=start)
    headers["content-security-policy"] = policy
    headers["content-length"] = str(len(body))
    for name in ("etag", "last-modified", "accept-ranges"):
        del headers[name]
    await send(start)
    await send({"type": "http.response.body", "body": body})
