"""HTTPS ends at nginx, with the configuration that is handed out: the cookie is Secure, both websockets open,
and the log holds neither a room's code nor its host's key."""

import asyncio
import re
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol

from benchmarks.workshop import AGENDA
from core.export.learner_json import MAX_BYTES
from core.store.store import open_store
from core.web.cookie import SECURE_COOKIE, learner_key
from core.workshop.host import NewRoom
from tests.browser.processes import NGINX, behind_nginx, processes
from tests.browser.server import SECRET

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

CODE = "ABC-234"
LOGGED = re.compile(r'"[^"]+" \d{3}')


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("proxy")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with processes(1, None, folder) as servers, behind_nginx(servers, folder, https=True) as address:
        yield address


@pytest.fixture(scope="module")
def trusted(address: str, folder: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(folder / "certificate.pem"))


def test_cookie_is_secure_and_websockets_open_behind_https(address: str, trusted: ssl.SSLContext, folder: Path) -> None:
    answer = httpx2.get(address, verify=trusted)
    assert httpx2.get(f"{address}/_stcore/metrics", verify=trusted).status_code == 404
    made = answer.headers["set-cookie"]
    assert made.startswith(f"{SECURE_COOKIE}=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(made.split("; "))
    cookie = made.partition(";")[0]
    learner = learner_key(cookie.partition("=")[2], SECRET)
    assert learner
    store = open_store(None, folder)
    store.rooms.open(CODE, "key", learner, NewRoom(AGENDA), datetime.now(UTC))
    store.close()

    asked = _sockets_open_for_its_own_pages_alone(address, cookie, trusted)
    with ThreadPoolExecutor(1) as elsewhere:  # a browser of an earlier test has an event loop on this thread
        elsewhere.submit(asyncio.run, asked).result(60)


def test_log_of_the_proxy_has_no_code_of_a_room_and_no_key_of_a_host(
    address: str, trusted: ssl.SSLContext, folder: Path
) -> None:
    page = f"{address}/host?room={CODE}&key=of-the-host"
    httpx2.get(page, verify=trusted)
    httpx2.get(f"{address}/favicon.png", verify=trusted, headers={"Referer": page})
    httpx2.get(f"{address}/api/rooms/{CODE}/ws", verify=trusted)
    log = (folder / "llm-ladder.log").read_text(encoding="utf-8")
    assert {'"GET /host" 200', '"GET /favicon.png" 200', '"GET /api/rooms/-/ws" 426'} <= set(LOGGED.findall(log))
    assert CODE not in log
    assert "of-the-host" not in log


def test_largest_file_that_a_page_takes_passes_the_proxy(address: str, trusted: ssl.SSLContext) -> None:
    upload = f"{address}/_stcore/upload_file/nobody/nothing"
    assert httpx2.put(upload, verify=trusted, content=bytes(MAX_BYTES + 1_000)).status_code != 413


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
