"""Gives each browser a signed, HttpOnly cookie, so that progress can be kept with no account. ASGI middleware.

The value is a signature over 192 random bits and the day it was given. Scripts cannot read it, a forged one is
replaced, and what the store keeps is the hash of the bits only. A browser drops a cookie after its year even if
it is used daily: one that is a month old is given again, over the same bits.
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "llm_ladder_learner"
SECURE_COOKIE = f"__Host-{COOKIE}"
SECRET_FILE = "cookie_secret"
YEAR_S = 365 * 24 * 3600
RENEWED_AFTER = timedelta(days=30)
_LOOKS, _PAUSE_S = 50, 0.02
"""For a second; a file that is still empty then was left by a server that was killed before it wrote."""


def read_or_make_secret(given: str | None, directory: Path) -> str:
    """The secret that signs cookies: the one given, else the one kept in `directory`, else a new one kept there.

    It outlives a restart, so that a restart logs nobody out. The file can be read by its owner only.
    """
    if given:
        return given
    path = directory / SECRET_FILE
    directory.mkdir(parents=True, exist_ok=True)
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        kept = _written(path)
        if kept:
            return kept
    made = secrets.token_urlsafe(32)
    path.write_text(made, encoding="ascii")
    return made


def _written(path: Path) -> str:
    """The secret in a file; a server that started together with this one may be about to write it."""
    for _ in range(_LOOKS):
        if kept := path.read_text(encoding="ascii").strip():
            return kept
        time.sleep(_PAUSE_S)
    return ""


@lru_cache(maxsize=4_096)  # a screen of a room asks three times a redraw
def learner_key(cookie: str | None, secret: str) -> str | None:
    """The key that the store knows a learner by: SHA-256 of the signed id; None when the cookie is not ours."""
    held = _held(cookie, secret)
    return _key(held.learner) if held else None


@dataclass(frozen=True)
class _Held:
    """What a cookie of ours says: the random bits, and the ordinal of the day it was given; 0 where none was noted."""

    learner: str
    given: int


def _held(cookie: str | None, secret: str) -> _Held | None:
    try:
        found = URLSafeSerializer(secret, salt="learner").loads(cookie or "")
    except BadSignature:
        return None
    match found:
        case str():
            return _Held(found, 0)
        case [str() as learner, int() as given]:
            return _Held(learner, given)
    return None


@dataclass(frozen=True)
class NewCookie:
    """A cookie for a browser: the header that sets it, and the key that the store will know the learner by."""

    header: str
    key: str


def new_cookie(secret: str, now: datetime, *, secure: bool) -> NewCookie:
    """A cookie over fresh random bits; `secure` is whether the page came over HTTPS."""
    return _cookie(secrets.token_urlsafe(24), secret, now, secure=secure)


def _cookie(learner: str, secret: str, now: datetime, *, secure: bool) -> NewCookie:
    value = URLSafeSerializer(secret, salt="learner").dumps([learner, now.toordinal()])
    name, ending = (SECURE_COOKIE, "; Secure") if secure else (COOKIE, "")
    header = f"{name}={value}; Max-Age={YEAR_S}; Path=/; HttpOnly; SameSite=Lax{ending}"
    return NewCookie(header, _key(learner))


def _key(learner: str) -> str:
    return hashlib.sha256(learner.encode()).hexdigest()


class LearnerCookie:
    """Sets the cookie with each HTML document whose request has no valid one, or one that is a month old."""

    def __init__(self, app: ASGIApp, secret: str, now: Callable[[], datetime]) -> None:
        self.app = app
        self.secret = secret
        self.now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and adds the cookie to a document's response."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        secure = scope.get("scheme") == "https"
        # Read as pages read it: the standard library drops all cookies behind one that another app wrote oddly.
        held = _held(HTTPConnection(scope).cookies.get(SECURE_COOKIE if secure else COOKIE), self.secret)
        if held and self.now().toordinal() - held.given < RENEWED_AFTER.days:
            return await self.app(scope, receive, send)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    learner = held.learner if held else secrets.token_urlsafe(24)
                    headers["cache-control"] = "private, no-cache"  # a cache on the way would give it to others
                    headers.append("set-cookie", _cookie(learner, self.secret, self.now(), secure=secure).header)
            await send(message)

        return await self.app(scope, receive, send_with_cookie)
