"""What a client sends that no page sends takes one line of the log; an address, which may hold a code, never does."""

import asyncio
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.browser.server import LOG, running_app

SENT = {
    "text": (b"hello", True),
    "bytes of nothing": (b"\xff\xff\xff", False),
    "text that is none": (b"\xff\xfe", True),
}


def test_message_that_no_page_sends_ends_its_connection_with_a_line_in_the_log(tmp_path: Path) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as address, ThreadPoolExecutor(1) as elsewhere:
        for data, is_text in SENT.values():
            elsewhere.submit(asyncio.run, _is_sent_away(address, data, is_text)).result(60)
    log = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "Traceback" not in log
    told = [line for line in log.splitlines() if "Invalid UTF-8" in line or "deserializing" in line]
    assert len(told) == len(SENT)


async def _is_sent_away(address: str, data: bytes, is_text: bool) -> None:
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(url, subprotocols=[Subprotocol("streamlit")]) as socket:
        _send(socket, data, is_text)
        with pytest.raises(ConnectionClosed):
            async with asyncio.timeout(10):
                while True:
                    await socket.recv()


def _send(socket: ClientConnection, data: bytes, is_text: bool) -> None:
    """As a hostile client would: the library's own way refuses text that is none."""
    (socket.protocol.send_text if is_text else socket.protocol.send_binary)(data)
    socket.transport.write(b"".join(socket.protocol.data_to_send()))


def test_settings_that_change_while_the_server_runs_as_in_an_update_put_no_address_into_the_log(tmp_path: Path) -> None:
    """Streamlit reads them anew, and gives each of its loggers, uvicorn's log of requests among them, a handler."""
    with running_app(LLM_LADDER_DATA=str(tmp_path), HOME=str(tmp_path)) as address:
        (tmp_path / ".streamlit").mkdir()
        (tmp_path / ".streamlit/config.toml").write_text("[server]\nwebsocketPingInterval = 30\n", encoding="utf-8")
        until = time.monotonic() + 20
        while "[server]" not in (tmp_path / LOG).read_text(encoding="utf-8") and time.monotonic() < until:
            time.sleep(0.1)
        for _ in range(20):
            urllib.request.urlopen(f"{address}/join?room=ABC-234", timeout=10).close()
            time.sleep(0.05)
    log = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "An update to the [server] config option section was detected." in log
    assert "ABC-234" not in log
