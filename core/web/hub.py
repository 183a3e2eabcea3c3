"""Wakes the screens of a room when it changes; carries nothing but the room's version. Thread-safe, one a process.

A change that every screen waits for is loud and wakes at once. A vote is quiet: it would have each of 200 screens drawn
200 times, so the screens hear of quiet changes together, after a pause.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Listener:
    """One screen that waits. It lives on the event loop that it was made on."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s
        self._waiting: asyncio.TimerHandle | None = None
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._version = 0

    async def next_version(self) -> int:
        """The latest version, as soon as there is one that was not given yet."""
        await self._woken.wait()
        self._woken.clear()
        return self._version

    def wake(self, version: int, *, loud: bool = True) -> None:
        """Tells a version, from any thread; of several the highest is given, a quiet one after the pause."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake, version, loud)

    def _wake(self, version: int, loud: bool) -> None:
        if version <= self._version:
            return
        self._version = version
        if loud:
            self._now()
        elif self._waiting is None:
            self._waiting = self._loop.call_later(self._pause_s, self._now)

    def _now(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        self._woken.set()


class Hub:
    """Who listens to which room. The store holds the truth: a missed wake-up costs time, never data."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[str, set[Listener]] = {}

    @contextmanager
    def listening(self, code: str, pause_s: float = 0.0) -> Iterator[Listener]:
        """A listener to a room, for as long as the block runs; it hears of quiet changes `pause_s` later."""
        listener = Listener(pause_s)
        with self._lock:
            self._listeners.setdefault(code, set()).add(listener)
        try:
            yield listener
        finally:
            with self._lock:
                self._listeners[code].discard(listener)
                if not self._listeners[code]:
                    del self._listeners[code]

    def tell(self, code: str, version: int, loud: bool = True) -> None:
        """Wakes all who listen to a room, from any thread."""
        with self._lock:
            listeners = tuple(self._listeners.get(code, ()))
        for listener in listeners:
            listener.wake(version, loud=loud)

    def rooms(self) -> tuple[str, ...]:
        """Codes of the rooms that somebody listens to."""
        with self._lock:
            return tuple(self._listeners)
