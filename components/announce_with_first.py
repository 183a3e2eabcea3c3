"""Sends the message that a run has begun together with the first element that it draws.

Streamlit sends the message some milliseconds before anything else. It makes the browser go through every element of the
page, and the first element that the visitor waits for makes it do so again. Besides, Streamlit pauses for 5 ms after
whatever it sends, while the content is ready (docs/adr/0026). The method is Streamlit's own: where a version does not
have it, nothing is changed.
"""

import asyncio
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.runtime.app_session import AppSession

from components.wrapped_once import wrapped_once

ENQUEUES = "_enqueue_forward_msg"
"""Streamlit's method that puts a visit's message in line and has the line sent; it runs on the event loop."""

PATIENCE_S = 0.02
"""For so long the news of a run waits that draws nothing yet."""

BEGINS, STATUS = "new_session", "session_status_changed"


def announce_with_first() -> None:
    """Makes Streamlit send the start of a run with its first content. A second call changes nothing."""
    wrapped_once(AppSession, ENQUEUES, _together)


class _Held:
    """What waits for one visit, in order."""

    def __init__(self) -> None:
        self.messages: list[Any] = []
        self.timer: asyncio.TimerHandle | None = None

    def take(self) -> list[Any]:
        """Empties it."""
        if self.timer is not None:
            self.timer.cancel()
        taken, self.messages, self.timer = self.messages, [], None
        return taken


def _together(enqueues: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    lines: WeakKeyDictionary[Any, _Held] = WeakKeyDictionary()

    def enqueue(visit: Any, message: Any) -> None:
        held = lines.get(visit) or lines.setdefault(visit, _Held())
        held.messages.append(message)
        kind = message.WhichOneof("type")
        if kind != BEGINS and not (kind == STATUS and held.timer):
            give(visit, held)
        elif held.timer is None:
            held.timer = asyncio.get_running_loop().call_later(PATIENCE_S, give, visit, held)

    def give(visit: Any, held: _Held) -> None:
        for message in held.take():
            enqueues(visit, message)

    return enqueue
