"""Sends the message that a run has begun together with what it draws first.

Streamlit sends the message some milliseconds before anything else. It makes the browser go through every element of the
page, and the first element that the visitor waits for makes it do so again. Besides, Streamlit pauses for 5 ms after
whatever it sends, while the content is ready (docs/adr/0026). Where only a part of the page runs, all that the visitor
waits for goes together, and after it once more that the server is at work: by that the browser knows that it is whole,
and draws it before the news (docs/adr/0032). The method is Streamlit's own: where a version does not have it, nothing
is changed.
"""

import asyncio
import copy
import weakref
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary, WeakValueDictionary

from streamlit.runtime.app_session import AppSession

from components.wrapped_once import wrapped_once

ENQUEUES = "_enqueue_forward_msg"
"""Streamlit's method that puts a visit's message in line and has the line sent; it runs on the event loop."""

PATIENCE_S = 0.02
"""For so long the news of a run waits that draws nothing yet."""

PART_S = 0.006
"""For so long what a part of the page drew first waits for the rest of what the visitor waits for."""

BEGINS, DRAWN, STATUS = "new_session", "delta", "session_status_changed"
NEWS = (BEGINS, STATUS, "page_info_changed")

LINES: WeakValueDictionary[str, "Line"] = WeakValueDictionary()
"""What is held back for each visit, by its id."""


def announce_with_first() -> None:
    """Makes Streamlit send the start of a run with its first content. A second call changes nothing."""
    wrapped_once(AppSession, ENQUEUES, _together)


class Line:
    """What waits for one visit, in order. All but `whole` belongs to the event loop."""

    def __init__(self, enqueue: Callable[[Any], None]) -> None:
        self._enqueue = enqueue
        self._loop = asyncio.get_running_loop()
        self._held: list[Any] = []
        self._timer: asyncio.TimerHandle | None = None
        self._is_part = False
        self._is_drawn = False

    def put(self, message: Any) -> None:
        """Holds it back, or gives all with it."""
        kind = message.WhichOneof("type")
        if self._is_part and kind not in (DRAWN, *NEWS):
            self._give()
        self._held.append(message)
        if kind == BEGINS and self._timer is None:
            self._is_part = bool(message.metadata.run.fragment_ids)
            self._wait(PATIENCE_S)
        elif kind == BEGINS:
            self._is_part = False  # the page may be another one by now
        elif kind == DRAWN and self._is_part:
            if not self._is_drawn:
                self._is_drawn = True
                self._wait(PART_S)
        elif self._timer is None or kind not in NEWS:
            self._give()

    def whole(self) -> None:
        """From any thread: what the visitor waits for is drawn."""
        self._loop.call_soon_threadsafe(self._give)

    def _wait(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(seconds, self._give)

    def _give(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        held, is_part = self._held, self._is_part and self._is_drawn
        self._held, self._timer, self._is_part, self._is_drawn = [], None, False, False
        at_work = [copy.deepcopy(message) for message in held if is_part and message.WhichOneof("type") == STATUS]
        for message in [*held, *at_work]:
            self._enqueue(message)


def _together(enqueues: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    lines: WeakKeyDictionary[Any, Line] = WeakKeyDictionary()

    def enqueue(visit: Any, message: Any) -> None:
        line = lines.get(visit)
        if line is None:
            of_visit = weakref.ref(visit)
            line = LINES[visit.id] = lines[visit] = Line(lambda each: enqueues(of_visit(), each))
        line.put(message)

    return enqueue
