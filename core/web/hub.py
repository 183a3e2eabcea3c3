"""Wakes the screens of a room when it changes; carries nothing but the room's version. Thread-safe, one per process.

A change that every screen waits for is loud and wakes at once. A vote is quiet: it would have each of 200 screens drawn
200 times, so the screens hear of quiet changes together, after a pause.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from weakref import WeakKeyDictionary

APART_S = 0.0025
"""The pause between two screens that are woken: less than it takes to draw one, so that none waits needlessly."""
EACH_S = 0.02
"""What each screen adds to the pause of all: however many there are, together they are drawn 50 times a second."""


class Turns:
    """Wakes listeners one after the other; a loop that lags wakes fewer of them, never many at once."""

    def __init__(self) -> None:
        self._queue: deque[Callable[[], None]] = deque()
        self._runs = False
        self.screens = 0
        """How many take turns here now."""

    def take(self, wake: Callable[[], None]) -> None:
        """Calls `wake` when its turn has come; on the event loop."""
        self._queue.append(wake)
        if not self._runs:
            self._runs = True
            self._next()

    def _next(self) -> None:
        self._runs = bool(self._queue)
        if self._runs:
            self._queue.popleft()()
            asyncio.get_running_loop().call_later(APART_S, self._next)


class Listener:
    """One waiting screen. It belongs to the event loop that it was made on."""

    def __init__(self, pause_s: float, turns: Turns | None) -> None:
        self._pause_s, self._turns = pause_s, turns
        self._waiting: asyncio.TimerHandle | None = None
        self._has_turn = False
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._version = 0
        self._counts, self._recounted = 0, False

    @property
    def waits_for_turns(self) -> bool:
        """Whether it is one of the many that are woken in turn."""
        return self._turns is not None

    async def next_version(self) -> float:
        """The latest version, as soon as there is one that was not given yet.

        A fraction on top, each time another, says that the room is the same and who is here has changed.
        """
        await self._woken.wait()
        self._woken.clear()
        recounted, self._recounted = self._recounted, False
        return self._version + self._counts / 1000 if recounted else self._version

    def recount(self) -> None:
        """Tells that who is here has changed, from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._recount)

    def _recount(self) -> None:
        self._counts = self._counts % 999 + 1
        self._recounted = True
        self._woken.set()

    def wake(self, version: int, *, loud: bool = True) -> None:
        """Reports a version, from any thread; of several the highest is given, a quiet one after the pause."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake, version, loud)

    def _wake(self, version: int, loud: bool) -> None:
        if version <= self._version and not (loud and self._waiting):
            return  # a loud one that a later vote has overtaken on its way ends the pause all the same
        self._version = max(version, self._version)
        if loud:
            self._take_turn()
        elif self._waiting is None and not self._has_turn:
            few_s = self._turns.screens * EACH_S if self._turns else self._pause_s
            self._waiting = self._loop.call_later(min(self._pause_s, few_s), self._take_turn)

    def _take_turn(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if self._turns is None:
            self._woken.set()
        elif not self._woken.is_set() and not self._has_turn:
            self._has_turn = True
            self._turns.take(self._now)

    def _now(self) -> None:
        self._has_turn = False
        self._woken.set()


class Hub:
    """Who listens to which room. The store holds the truth: a missed wake-up costs time, never data."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[str, set[Listener]] = {}
        self._turns: WeakKeyDictionary[asyncio.AbstractEventLoop, Turns] = WeakKeyDictionary()
        self._here: Mapping[str, frozenset[str]] = {}

    @contextmanager
    def listening(self, code: str, pause_s: float = 0.0, *, in_turn: bool = False) -> Iterator[Listener]:
        """A listener to a room, for as long as the block runs; it hears of quiet changes `pause_s` later.

        `in_turn` is for the many: they are woken one after the other, in all rooms together, and sooner when they are
        few.
        """
        turns = self._turns.setdefault(asyncio.get_running_loop(), Turns()) if in_turn else None
        listener = Listener(pause_s, turns)
        if turns:
            turns.screens += 1
        with self._lock:
            self._listeners.setdefault(code, set()).add(listener)
        try:
            yield listener
        finally:
            if turns:
                turns.screens -= 1
            with self._lock:
                self._listeners[code].discard(listener)
                if not self._listeners[code]:
                    del self._listeners[code]

    def tell(self, code: str, version: int, loud: bool = True) -> None:
        """Wakes all who listen to a room, from any thread."""
        for listener in self._listening_to(code):
            listener.wake(version, loud=loud)

    def recount(self, code: str) -> None:
        """Wakes the hosts of a room, who see how many are here, from any thread."""
        for listener in self._listening_to(code):
            if not listener.waits_for_turns:
                listener.recount()

    def _listening_to(self, code: str) -> tuple[Listener, ...]:
        with self._lock:
            return tuple(self._listeners.get(code, ()))

    def note_here(self, here: Mapping[str, frozenset[str]]) -> None:
        """Notes who is here in each room that this process has screens of, and forgets all other rooms."""
        self._here = here

    def here(self, code: str) -> frozenset[str] | None:
        """Ids of those who were here when it was last noted; None when it was not. From any thread."""
        return self._here.get(code)

    def rooms(self) -> tuple[str, ...]:
        """Codes of the rooms that somebody listens to."""
        with self._lock:
            return tuple(self._listeners)
