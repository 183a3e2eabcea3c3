"""A network before a server that can fall silent: nothing passes any more, and nobody is told that it is closed."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from urllib.parse import urlsplit

CHUNK = 65_536
_Found = TypeVar("_Found")


class SilentNetwork:
    """Passes bytes on, both ways. It runs on a thread of its own; `address` is where it stands."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._host, self._port = parts.hostname, parts.port
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._passes = asyncio.Event()
        self._passes.set()
        self._lost = 0  # how often all that was open was lost
        self._thread = threading.Thread(target=self._run, name="silent-network", daemon=True)
        self._thread.start()
        self._server = self._do(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def fall_silent(self) -> None:
        """Nothing passes from now on: neither over what is open, nor over what is opened."""
        self._loop.call_soon_threadsafe(self._passes.clear)

    def speak_again(self, *, old_are_lost: bool = False) -> None:
        """What was held passes on; or what was open stays dead, as behind a router that has forgotten it."""

        def again() -> None:
            self._lost += old_are_lost
            self._passes.set()

        self._loop.call_soon_threadsafe(again)

    def stop(self) -> None:
        """Closes all."""

        async def close() -> None:
            self._server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await asyncio.sleep(0)  # what was closed lets go of its sockets

        self._do(close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        self._loop.run_forever()
        self._loop.close()

    def _do(self, what: Coroutine[Any, Any, _Found]) -> _Found:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(10)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        to_server = None
        with suppress(OSError, asyncio.CancelledError):
            from_server, to_server = await asyncio.open_connection(self._host, self._port)
            born = self._lost
            await asyncio.gather(self._pass(reader, to_server, born), self._pass(from_server, writer, born))
        for one in filter(None, (writer, to_server)):
            one.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, born: int) -> None:
        while chunk := await reader.read(CHUNK):
            await self._passes.wait()
            if born != self._lost:
                await asyncio.Event().wait()  # for ever, or until all is closed
            writer.write(chunk)
            await writer.drain()
        writer.close()


@contextmanager
def silent_network(target: str) -> Iterator[SilentNetwork]:
    """A network before the server at that address."""
    network = SilentNetwork(target)
    try:
        yield network
    finally:
        network.stop()
