"""The server asks no other machine for its own address: every way out leads to a proxy here, where nobody knocks."""

import socket
import threading
from collections.abc import Iterator
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import pytest
import websockets
from websockets.sync.client import connect

from components.ask_no_address import ASKS
from tests.browser.server import running_app


class Proxy:
    """Takes every connection, counts it and hangs up."""

    def __init__(self) -> None:
        self.knocks: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:  # closed: the test is over
                return
            with caller:
                self.knocks.append(caller.recv(200))

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    proxy = Proxy()
    yield proxy
    proxy.close()


def through(proxy: Proxy) -> dict[str, str]:
    """The environment of a process whose requests all go to the proxy."""
    names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    return {name: proxy.address for each in names for name in (each, each.lower())} | {"NO_PROXY": "", "no_proxy": ""}


def test_start_and_a_foreign_page_make_the_server_ask_nobody(proxy: Proxy) -> None:
    with running_app(host="0.0.0.0", **through(proxy)) as app:
        socket_address = app.replace("http", "ws") + "/_stcore/stream"
        with pytest.raises(websockets.InvalidStatus, match="403"):
            connect(socket_address, origin="https://elsewhere.example", proxy=None)
    assert proxy.knocks == []


def untouched() -> ModuleType:
    """Streamlit's module as it is shipped, whatever was changed in the one in use."""
    spec = find_spec("streamlit.net_util")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_streamlits_own_way_would_be_seen_by_the_proxy(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in through(proxy).items():
        monkeypatch.setenv(name, value)
    assert getattr(untouched(), ASKS)() is None
    assert [knock.split()[0] for knock in proxy.knocks] == [b"GET", b"CONNECT"]
