"""Bounds what uploaded files take of the server's memory. ASGI middleware.

Streamlit keeps each file until the visit that sent it is over, and takes as many as are sent: one visitor who sends on
and on would fill the memory, and so end the server for all. A page of ours asks for one file at a time.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace

from starlette.types import ASGIApp, Message, Receive, Scope, Send

UPLOADS = "/_stcore/upload_file/"
"""Where Streamlit takes a visit's files (PUT) and drops them (DELETE): `…/VISIT/FILE`."""
_LEAST_BYTES = 50_000
"""What a file counts for at least, so that what is noted of the smallest ones is bounded as well."""


@dataclass(frozen=True)
class _Upload:
    """A file that was taken, by the request that brought it."""

    scope: Scope
    size: int = 0

    @property
    def visit(self) -> str:
        return str(self.scope["path"]).rpartition("/")[0]


class FewUploads:
    """Of each visit the latest file is kept; of all visits those that came last, `most_bytes` together."""

    def __init__(self, app: ASGIApp, most_bytes: int) -> None:
        self.app = app
        self.most_bytes = most_bytes
        self._kept: OrderedDict[str, _Upload] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the app take a file; then has it let go of what is too much, if it took this one."""
        if scope["type"] != "http" or scope["method"] != "PUT" or UPLOADS not in scope["path"]:
            return await self.app(scope, receive, send)
        upload, size = _Upload(dict(scope)), 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            return message

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 204:
                await self._make_room(replace(upload, size=max(size, _LEAST_BYTES)))
            await send(message)

        return await self.app(scope, counted, noted)

    async def _make_room(self, upload: _Upload) -> None:
        earlier = self._kept.pop(upload.visit, None)
        self._kept[upload.visit] = upload
        if earlier and earlier.scope["path"] != upload.scope["path"]:
            await self._let_go(earlier)
        while len(self._kept) > 1 and sum(one.size for one in self._kept.values()) > self.most_bytes:
            await self._let_go(self._kept.popitem(last=False)[1])

    async def _let_go(self, upload: _Upload) -> None:
        """Deletes a file with the request that its browser would send; nothing happens if it is gone already."""
        await self.app({**upload.scope, "method": "DELETE"}, _nothing, _unheard)


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _unheard(_: Message) -> None:
    """Drops the response to a request of our own: nobody waits for it."""
