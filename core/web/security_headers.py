"""Headers that tell a browser what not to do with our answers. ASGI middleware, the outermost of ours."""

import re

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.language.in_force import speaking
from core.language.text import t
from core.web.visitor_language import visitor_language

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)",
}
YEAR = "max-age=31536000"
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


class SecurityHeaders:
    """Adds the headers to every answer that does not have them; over HTTPS also that it stays HTTPS."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on as it is."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope)
            await send(message)

        return await self.app(scope, receive, send_with_headers)


def server_error(request: Request, error: Exception) -> Response:
    """What a browser gets when an answer failed: Starlette gives it outside of all middlewares, and logs the error."""
    with speaking(visitor_language(request.scope)):
        sentence = t("Something went wrong on the server. Load the page again; if it fails again, tell the host.")
    response = PlainTextResponse(sentence, 500)
    _add_headers(response.headers, request.scope)
    return response


def _add_headers(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if scope.get("scheme") == "https":
        headers.setdefault("strict-transport-security", YEAR)


def sound_host(host: str | None) -> str | None:
    """The host of a request, if it is one and nothing more.

    >>> sound_host("ladder.test:8501"), sound_host("a.test; script-src *")
    ('ladder.test:8501', None)
    """
    return host if host and _HOST.fullmatch(host) else None
