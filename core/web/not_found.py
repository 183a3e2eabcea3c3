"""A calm page, and a 404, for an address that is no page. ASGI middleware.

Streamlit answers every path with the same document; its front end then opens the start page under a dialog.
"""

from collections.abc import Collection
from html import escape
from pathlib import Path

from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.language.in_force import speaking
from core.language.text import marked, t
from core.palette import css_variables
from core.web.visitor_language import visitor_language

_PAGE = (Path(__file__).parent / "not_found.html").read_text(encoding="utf-8")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; frame-ancestors 'self'"
_MAY_BE_DOCUMENTS = ("/app/static/", "/media/", "/component/")
"""Below these a file may be HTML; anywhere else an HTML document is Streamlit's own, which it has for every address."""
_NO_LOGIN = ("/auth/login", "/auth/logout", "/oauth2callback")
"""Where Streamlit logs people in, which this app never does: each request would be a line in the log, by anybody."""
_LONGEST = 255
"""Bytes of an address, at most: no file's name is longer, and asking the disk for such a one ends in a traceback."""
_GUESSED = {"/workshop": "host"}
"""Addresses that people guess from the menu, and the page that they mean."""
_WAYS = (
    ("", marked("Start"), marked("What this is, and where you left off")),
    ("pipeline", marked("Training pipeline"), marked("From raw text to the model that you call")),
    ("decide", marked("Decision guide"), marked("Prompt, retrieve or fine-tune, for a case of your own")),
    ("calculators", marked("Calculators"), marked("What it costs, and whether it fits")),
    ("quick-fire", marked("Quick-fire"), marked("Questions that come back before you forget")),
    ("join", marked("Join"), marked("A workshop room, with its code")),
)


class NotFound:
    """Answers what asks for a page that there is not; everything else passes."""

    def __init__(self, app: ASGIApp, pages: Collection[str]) -> None:
        self.app = app
        self.pages = frozenset(pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the app answer first when it may have something else of that name; a document it has for all is none."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        if _path(scope) in _NO_LOGIN or len(_path(scope).encode()) > _LONGEST:
            return await _lost_page(scope)(scope, receive, send)
        if self._known(_path(scope)):
            return await self.app(scope, receive, send)
        if page := _GUESSED.get(_path(scope).rstrip("/")):
            return await RedirectResponse(_root(scope) + page + _query(scope))(scope, receive, send)
        replaced = False

        async def send_or_replace(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_document(message):
                replaced = True
                await _lost_page(scope)(scope, receive, send)
            elif not replaced:
                await send(message)

        return await self.app(scope, receive, send_or_replace)

    def _known(self, path: str) -> bool:
        return (path.rstrip("/") or "/") in self.pages or path.startswith(_MAY_BE_DOCUMENTS)


def _path(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(scope.get("root_path", ""))


def _root(scope: Scope) -> str:
    return str(scope.get("root_path", "")).rstrip("/") + "/"


def _query(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return f"?{query}" if query else ""


def _is_document(message: Message) -> bool:
    kinds = [value for name, value in message.get("headers", []) if name.lower() == b"content-type"]
    return bool(message["status"] == 200 and kinds and kinds[0].startswith(b"text/html"))


def _lost_page(scope: Scope) -> HTMLResponse:
    language = visitor_language(scope)
    with speaking(language):
        page = _lost_words(escape(_root(scope))).replace("{language}", language)
    return HTMLResponse(
        page, status_code=404, headers={"cache-control": "no-store", "content-security-policy": _POLICY}
    )


def _lost_words(root: str) -> str:
    ways = "".join(
        f'<li><a href="{root}{path}">{escape(t(name))}</a> <span>{escape(t(words))}</span></li>'
        for path, name, words in _WAYS
    )
    words = t("The link may be old, or missing a letter. Nothing of yours is lost. You can go on from here:")
    said = {
        "title": t("No such page"),
        "heading": t("There is no page at this address"),
        "words": words,
    }
    page = _PAGE.replace("{variables}", css_variables()).replace("{root}", root).replace("{ways}", ways)
    for name, text in said.items():
        page = page.replace(f"{{{name}}}", escape(text))
    return page
