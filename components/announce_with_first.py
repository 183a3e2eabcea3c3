"""Sends the news that a run has begun together with the first that it draws.

The news comes first, some milliseconds ahead, and has the browser go through every element of the page; what the press
is waited for then has it do so again (docs/adr/0026). The class is Streamlit's own and may be gone in another version:
then nothing is changed.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.session_manager import SessionClientDisconnectedError
from streamlit.web.server.starlette import starlette_websocket

CLIENT, WRITES = "StarletteSessionClient", "write_forward_msg"
"""Streamlit's end of a browser's socket, and its method that sends a message."""

PATIENCE_S = 0.02
"""For so long the news of a run waits that draws nothing yet."""

BEGINS, STATUS = "new_session", "session_status_changed"


def announce_with_first() -> None:
    """Makes Streamlit send the start of a run with its first content. A second call changes nothing."""
    client = getattr(starlette_websocket, CLIENT, None)
    writes = getattr(client, WRITES, None)
    if writes is not None and not hasattr(writes, "__wrapped__"):
        setattr(client, WRITES, _together(writes))


class _Held:
    """What waits for one client, in order."""

    def __init__(self) -> None:
        self.messages: list[ForwardMsg] = []
        self.timer: asyncio.TimerHandle | None = None

    def take(self) -> list[ForwardMsg]:
        """Empties it."""
        if self.timer is not None:
            self.timer.cancel()
        taken, self.messages, self.timer = self.messages, [], None
        return taken


def _together(writes: Callable[[Any, ForwardMsg], None]) -> Callable[[Any, ForwardMsg], None]:
    lines: WeakKeyDictionary[Any, _Held] = WeakKeyDictionary()

    def write(client: Any, message: ForwardMsg) -> None:
        held = lines.setdefault(client, _Held())
        held.messages.append(message)
        kind = message.WhichOneof("type")
        if kind != BEGINS and not (kind == STATUS and held.timer):
            give(client, held)
        elif held.timer is None:
            held.timer = asyncio.get_running_loop().call_later(PATIENCE_S, give_late, client, held)

    def give(client: Any, held: _Held) -> None:
        for message in held.take():
            writes(client, message)

    def give_late(client: Any, held: _Held) -> None:
        with suppress(SessionClientDisconnectedError):  # the next message tells Streamlit so
            give(client, held)

    write.__wrapped__ = writes  # type: ignore[attr-defined]
    return write
