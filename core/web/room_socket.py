"""The route `/api/rooms/{code}/ws`: tells a screen of the room each new version, and beats. Starlette, async."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from core.store.errors import StoreError
from core.store.store import Store
from core.web.codes import read_room_code
from core.web.cookie import COOKIE, SECURE_COOKIE, learner_key
from core.web.hub import Hub, Listener
from core.web.origin import names_own_host
from core.web.presence import Presence
from core.workshop.people import person_id

PATH = "/api/rooms/{code}/ws"
HOST_PAUSE_S, PAUSE_S = 0.25, 4.0
"""How long a host, and anybody else at most, waits for quiet changes: a tally may be late, a step may not."""
BEAT_S = 3.0
"""How often a socket says something, if only that it is there: a line gone silent is closed minutes later."""
REFUSED_AFTER_S = 1.0
"""When a socket is refused: as late as that whether there is such a room or not, which takes longer to look up."""
REFUSED = 4403
"""The close code of a socket that may not listen (RFC 6455 leaves 4000–4999 to applications)."""


@dataclass(frozen=True)
class _Seat:
    """The room's version, and who of its people listens; nobody when it is a host alone."""

    version: int
    person: str | None


class RoomSocket:
    """Lets the host and the people of a room listen; anybody else, and any other site's page, is refused."""

    def __init__(self, secret: str, store: Callable[[], Store], hub: Hub, presence: Presence) -> None:
        self._secret, self._store, self._hub, self._presence = secret, store, hub, presence

    @property
    def routes(self) -> tuple[BaseRoute, ...]:
        """The socket, and the refusal of whoever asks for a page at its address: they would get the start page."""
        return WebSocketRoute(PATH, self.serve), Route(PATH, _only_a_socket, methods=["GET", "HEAD", "POST"])

    async def serve(self, socket: WebSocket) -> None:
        """Serves one socket until it is closed."""
        refused_at = asyncio.get_running_loop().time() + REFUSED_AFTER_S
        code = read_room_code(socket.path_params["code"])
        cookie = socket.cookies.get(SECURE_COOKIE) or socket.cookies.get(COOKIE)
        learner = learner_key(cookie, self._secret)
        known = learner if names_own_host(socket.headers) else None
        hosts = await asyncio.to_thread(self._is_host, code, known)
        with self._hub.listening(code, HOST_PAUSE_S if hosts else PAUSE_S, in_turn=not hosts) as listener:
            seat = await asyncio.to_thread(self._seat_for, code, known, hosts)
            if seat is not None:
                await socket.accept()
                listener.wake(seat.version)
                with self._presence.held(code, seat.person, watches=hosts):
                    await _serve(socket, listener)
                return
        await asyncio.sleep(refused_at - asyncio.get_running_loop().time())
        await socket.close(REFUSED)

    def _is_host(self, code: str, learner: str | None) -> bool:
        try:
            return learner is not None and self._store().rooms.is_host(code, learner)
        except StoreError:
            return False

    def _seat_for(self, code: str, learner: str | None, hosts: bool) -> _Seat | None:
        """The learner's seat, if they may listen to the room."""
        if learner is None:
            return None
        try:
            room = self._store().rooms.find(code)
        except StoreError:
            return None
        if room is None:
            return None
        person = person_id(code, learner)
        if room.has(person):
            return _Seat(room.version, person)
        return _Seat(room.version, None) if hosts else None


async def _only_a_socket(_: Request) -> PlainTextResponse:
    words = "Only the screens of a room listen here, by websocket."
    return PlainTextResponse(words, 426, {"upgrade": "websocket", "connection": "upgrade"})


async def _serve(socket: WebSocket, listener: Listener) -> None:
    gone = asyncio.create_task(_until_gone(socket))
    told = asyncio.create_task(listener.next_version())
    with suppress(WebSocketDisconnect, RuntimeError):  # the screen went away while it was told
        while not gone.done():
            await asyncio.wait({gone, told}, timeout=BEAT_S, return_when=asyncio.FIRST_COMPLETED)
            if gone.done():
                break
            if told.done():
                version, told = told.result(), asyncio.create_task(listener.next_version())
                await socket.send_text(str(version))
            else:
                await socket.send_text("")
    told.cancel()
    gone.cancel()


async def _until_gone(socket: WebSocket) -> None:
    """Returns when the screen leaves, or says anything: it has nothing to say here."""
    message = await socket.receive()
    if message["type"] != "websocket.disconnect":
        await socket.close(REFUSED)
