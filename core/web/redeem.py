"""The route that a code from another device is sent to: it joins the two, and gives the browser a fresh cookie."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from core.store.errors import StoreError
from core.store.store import Store
from core.web.cookie import COOKIE, SECURE_COOKIE, learner_key, new_cookie
from core.web.guess_limit import A_BROWSER, AN_ADDRESS, GuessLimit, source_of
from core.web.origin import names_own_host

PATH = "/learner/redeem"
_MOST_BYTES = 1_000


class Outcome(StrEnum):
    """What became of a code; the page that comes next says it."""

    JOINED = "joined"
    WRONG = "wrong"
    WAIT = "wait"
    FAILED = "failed"


def redeem_route(secret: str, store: Callable[[], Store], now: Callable[[], datetime]) -> Route:
    """The route, for a form that posts the field `code` from a page of ours."""
    return Route(PATH, _Redeem(secret, store, now).answer, methods=["POST"])


class _Redeem:
    """Answers one post after the other, and counts the wrong ones."""

    def __init__(self, secret: str, store: Callable[[], Store], now: Callable[[], datetime]) -> None:
        self._secret, self._store, self._now, self._limit = secret, store, now, GuessLimit()

    async def answer(self, request: Request) -> Response:
        """Sends the browser back to Progress with what became of its code."""
        if not _is_from_our_page(request.headers):
            return PlainTextResponse("A code can only be given on the Progress page of this server.", 403)
        code = await _code(request)
        if not code:
            return _back(Outcome.WRONG)
        key = self._own_key(request)
        address = source_of(request.client.host if request.client else "unknown")
        sources = {address: AN_ADDRESS} | ({key: A_BROWSER} if key else {})
        if not self._limit.admits(sources, self._now()):
            return _back(Outcome.WAIT)
        cookie = new_cookie(self._secret, self._now(), secure=request.url.scheme == "https")
        try:
            good = await run_in_threadpool(self._redeem, key or cookie.key, code, cookie.key)
        except StoreError:
            return _back(Outcome.FAILED)
        if not good:
            return _back(Outcome.WRONG)
        self._limit.take_back(key or address)
        response = _back(Outcome.JOINED)
        response.headers.append("set-cookie", cookie.header)
        return response

    def _redeem(self, key: str, code: str, fresh: str) -> bool:
        own_fresh = fresh if fresh != key else None
        return self._store().learners.redeem_code(key, code, self._now(), own_fresh)

    def _own_key(self, request: Request) -> str | None:
        name = SECURE_COOKIE if request.url.scheme == "https" else COOKIE
        return learner_key(request.cookies.get(name), self._secret)


def _is_from_our_page(headers: Headers) -> bool:
    """Whether our own page sent the form: by `Sec-Fetch-Site`, which proxies pass on; older browsers send `Origin`."""
    site = headers.get("sec-fetch-site")
    return names_own_host(headers) if site is None else site == "same-origin"


async def _code(request: Request) -> str:
    """The field `code`; empty when the body is no small form."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            return ""
    found = dict(parse_qsl(body.decode("ascii", "replace")))
    return found.get("code", "").strip()[:40]


def _back(outcome: Outcome) -> Response:
    return RedirectResponse(f"../progress?device={outcome.value}", 303, {"cache-control": "no-store"})
