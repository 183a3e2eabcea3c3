"""The address that phones in the room can open. Asks the system for its own address; sends nothing."""

import os
import socket
from urllib.parse import urlsplit, urlunsplit

OWN_MACHINE = ("localhost", "127.0.0.1", "::1", "0.0.0.0")
"""The last is no machine's: a server for all is started with it, and browsers take it for their own machine."""


def room_address(page_url: str) -> str:
    """The base address that others open: `LLM_LADDER_ADDRESS`, else that of the page, in the local network's terms.

    >>> room_address("https://learn.example.com/host?room=ABC-234")
    'https://learn.example.com'
    """
    parts = urlsplit(page_url)
    if given := os.environ.get("LLM_LADDER_ADDRESS", "").strip().rstrip("/"):
        return given if "://" in given else f"{parts.scheme or 'http'}://{given}"
    host = parts.netloc
    if parts.hostname in OWN_MACHINE:
        own = _own_address()
        host = f"{own}:{parts.port}" if own and parts.port else own or parts.netloc
    return urlunsplit((parts.scheme or "http", host, "", "", ""))


def reaches_others(base: str) -> bool:
    """Whether other machines can open a base address: not where it is a name that each machine has for itself.

    >>> reaches_others("http://192.168.0.7:8501"), reaches_others("http://localhost:8501")
    (True, False)
    """
    try:
        return urlsplit(base).hostname not in OWN_MACHINE
    except ValueError:  # no address at all, as a slip in LLM_LADDER_ADDRESS makes it
        return False


def _own_address() -> str | None:
    """This machine's address in its network; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])
