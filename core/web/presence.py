"""Tells the store whose screens this process holds, and the hosts when somebody came or went. On the event loop.

One batch a beat for all screens together; a screen of somebody who is not known to be here has the beat come at once.
A host is woken only when who is here has changed.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime

from core.store.errors import StoreError
from core.store.store import Store
from core.web.hub import Hub
from core.workshop.presence import HERE_FOR

BEAT_S, SOON_S = 15.0, 1.0
"""Seconds between two heartbeats, and for how long newcomers are gathered into one write."""
_LOG = logging.getLogger(__name__)

_Here = Mapping[str, frozenset[str]]


class Presence:
    """The screens that are open in this process, by room and person."""

    def __init__(
        self, store: Callable[[], Store], hub: Hub, now: Callable[[], datetime], *, beat_s: float = BEAT_S
    ) -> None:
        self._store, self._hub, self._now = store, hub, now
        self._beat_s, self._soon_s = beat_s, min(SOON_S, beat_s)
        self._screens: Counter[tuple[str, str]] = Counter()
        self._watched: Counter[str] = Counter()
        self._here: dict[str, frozenset[str]] = {}
        self._soon = asyncio.Event()
        self._beats: asyncio.Task[None] | None = None

    @contextmanager
    def held(self, code: str, person: str | None, *, watches: bool) -> Iterator[None]:
        """For as long as the block runs a screen is open: of a person of the room, of a watching host, or of both."""
        if person and person not in self._here.get(code, ()):
            self._soon.set()
        if watches:
            self._here.pop(code, None)  # what this host was told before is not known: the next beat wakes them
        self._count(code, person, watches, 1)
        if self._beats is None:
            self._beats = asyncio.create_task(self._beat_on())
        try:
            yield
        finally:
            self._count(code, person, watches, -1)
            if not self._screens and not self._watched:
                self._beats.cancel()
                self._beats = None
                self._here.clear()
                self._hub.note_here({})

    def _count(self, code: str, person: str | None, watches: bool, by: int) -> None:
        if person:
            self._screens[code, person] += by
        if watches:
            self._watched[code] += by
        self._screens, self._watched = +self._screens, +self._watched

    async def _beat_on(self) -> None:
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._soon.wait(), self._beat_s)
                await asyncio.sleep(self._soon_s)
            self._soon.clear()
            people, rooms = frozenset(self._screens), frozenset(self._watched) | {code for code, _ in self._screens}
            try:
                here = await asyncio.to_thread(self._beat, people, rooms, self._now())
            except StoreError as error:
                _LOG.info("Who is here was not kept (%s); trying again.", error)
                self._soon.set()
                await asyncio.sleep(self._soon_s)
                continue
            self._tell(rooms, here)

    def _beat(self, people: frozenset[tuple[str, str]], rooms: frozenset[str], now: datetime) -> _Here:
        seen = self._store().seen
        seen.mark(people, now)
        return {code: frozenset(found) for code, found in seen.since(rooms, now - HERE_FOR).items()}

    def _tell(self, rooms: frozenset[str], here: _Here) -> None:
        before, self._here = self._here, {code: here.get(code, frozenset()) for code in rooms}
        self._hub.note_here(dict(self._here))
        for code, found in self._here.items():
            if code in self._watched and before.get(code) != found:
                self._hub.recount(code)
