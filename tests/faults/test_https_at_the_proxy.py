"""HTTPS ends at nginx, with the configuration that is handed out: the cookie is Secure, and both websockets open."""

import asyncio
import ssl
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol

from benchmarks.workshop import AGENDA
from core.store.store import open_store
from core.web.cookie import SECURE_COOKIE, learner_key
from core.workshop.host import NewRoom
from tests.browser.processes import NGINX, behind_nginx, processes
from tests.browser.server import SECRET

CODE = "ABC-234"


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_cookie_is_secure_and_websockets_open_behind_https(tmp_path: Path) -> None:
    with processes(1, None, tmp_path) as servers, behind_nginx(servers, tmp_path, https=True) as address:
        trusted = ssl.create_default_context(cafile=str(tmp_path / "certificate.pem"))
        answer = httpx2.get(address, verify=trusted)
        assert httpx2.get(f"{address}/_stcore/metrics", verify=trusted).status_code == 404
        made = answer.headers["set-cookie"]
        assert made.startswith(f"{SECURE_COOKIE}=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(made.split("; "))
        cookie = made.partition(";")[0]
        learner = learner_key(cookie.partition("=")[2], SECRET)
        assert learner
        store = open_store(None, tmp_path)
        store.rooms.open(CODE, "key", learner, NewRoom(AGENDA), datetime.now(UTC))
        store.close()

        asked = _sockets_open_for_its_own_pages_alone(address, cookie, trusted)
        with ThreadPoolExecutor(1) as elsewhere:  # a browser of an earlier test has an event loop on this thread
            elsewhere.submit(asyncio.run, asked).result(60)


async def _sockets_open_for_its_own_pages_alone(address: str, cookie: str, trusted: ssl.SSLContext) -> None:
    """On one thread: the client with threads reads and writes one TLS connection at once, and a request gets lost."""

    def opened(path: str, origin: str, *kinds: Subprotocol) -> connect:
        return connect(
            address.replace("https", "wss") + path,
            ssl=trusted,
            origin=Origin(origin),
            additional_headers={"Cookie": cookie},
            subprotocols=kinds or None,
        )

    async with opened("/_stcore/stream", address, Subprotocol("streamlit")) as pages:
        assert pages.subprotocol == "streamlit"
    async with opened(f"/api/rooms/{CODE}/ws", address) as room:
        assert await asyncio.wait_for(room.recv(), 10) == "1"
    with pytest.raises(InvalidStatus):
        await opened(f"/api/rooms/{CODE}/ws", "https://elsewhere.example")
