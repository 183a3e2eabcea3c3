"""HTTPS ends at nginx, with the configuration that is handed out: the cookie is Secure, both websockets open,
and the log holds neither a room's code nor its host's key."""

import asyncio
import re
import ssl
import time
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
from core.web.security_headers import YEAR
from core.workshop.host import NewRoom
from tests.browser.processes import NGINX, behind_nginx, processes
from tests.browser.server import SECRET, free_port

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

CODE = "ABC-234"
LOGGED = re.compile(r'"[^"]+" \d{3}')


class NoProcess:
    """Where a process would be: nobody listens."""

    def __init__(self) -> None:
        self.port = free_port()


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
    wanted = {'"GET /host" 200', '"GET /favicon.png" 200', '"GET /api/rooms/-/ws" 426'}
    log = logged(folder / "llm-ladder.log", wanted)
    assert wanted <= set(LOGGED.findall(log))
    assert CODE not in log
    assert "of-the-host" not in log


def logged(log: Path, wanted: set[str]) -> str:
    """What the log holds once these lines are in it: nginx writes a request's line after it has answered."""
    until = time.monotonic() + 10
    while not wanted <= set(LOGGED.findall(text := log.read_text(encoding="utf-8"))) and time.monotonic() < until:
        time.sleep(0.02)
    return text


PROMISED = {
    "x-content-type-options": ["nosniff"],
    "x-frame-options": ["SAMEORIGIN"],
    "referrer-policy": ["same-origin"],
    "strict-transport-security": [YEAR],
}


def promised(answer: httpx2.Response) -> dict[str, list[str]]:
    return {name: answer.headers.get_list(name) for name in PROMISED}


def test_answer_of_the_app_and_of_the_proxy_itself_carries_each_header_once(
    address: str, trusted: ssl.SSLContext
) -> None:
    page, hidden = (httpx2.get(address + path, verify=trusted) for path in ("/decide", "/_stcore/metrics"))
    too_large = httpx2.post(f"{address}/join", verify=trusted, content=bytes(MAX_BYTES + 4_000_000))
    assert [each.status_code for each in (page, hidden, too_large)] == [200, 404, 413]
    assert [promised(each) for each in (page, hidden, too_large)] == [PROMISED] * 3


def test_while_no_process_answers_the_proxy_says_what_to_do(tmp_path: Path) -> None:
    with behind_nginx((NoProcess(), NoProcess()), tmp_path, https=True) as address:
        own = ssl.create_default_context(cafile=str(tmp_path / "certificate.pem"))
        answer = httpx2.get(f"{address}/decide", verify=own)
    assert answer.status_code == 503
    assert answer.text.startswith("LLM Ladder is not running just now. Load this page again in a minute.\n")
    assert "läuft gerade nicht" in answer.text and answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert promised(answer) == PROMISED


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
