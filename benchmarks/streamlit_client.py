"""A visitor without a browser: Streamlit's websocket as its front end speaks it, and the room's beside it."""

import asyncio
from collections.abc import Collection
from types import TracebackType
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Origin

from benchmarks.streamlit_wire import key_in, report, stream

RUN_S = 120


class Visitor:
    """One tab on a page of the app. `news` is what was drawn since it was last emptied, as text.

    `choices` holds the rows of each radio.
    """

    def __init__(self, address: str, page: str, cookie: str, query: dict[str, str]) -> None:
        self.news: list[str] = []
        self.choices: dict[str, list[str]] = {}
        self._address, self._page, self._cookie, self._query = address, page, cookie, urlencode(query)
        self._widgets: dict[str, tuple[str, str]] = {}
        self._chosen: dict[str, str] = {}
        self._page_hash = ""
        self._ran = asyncio.Event()
        self._drawn = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> "Visitor":
        """Opens the page and waits for its first run."""
        self._stream = await stream(self._address, self._cookie, RUN_S)
        self._tasks.append(asyncio.create_task(self._listen()))
        await self._send(self._rerun())
        await asyncio.wait_for(self._ran.wait(), RUN_S)
        return self

    async def follow(self, code: str) -> None:
        """Listens to the room and runs the fragment anew at each version, as follow.js does."""
        self._follow = f"follow.{code}"
        address = f"{self._address.replace('http', 'ws', 1)}/api/rooms/{code}/ws"
        headers, origin = {"Cookie": self._cookie}, Origin(self._address)
        self._room = await connect(address, additional_headers=headers, origin=origin, open_timeout=RUN_S)
        await self._room.recv()
        self._tasks.append(asyncio.create_task(self._obey()))

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        self._stream.transport.abort()
        if hasattr(self, "_room"):
            self._room.transport.abort()

    async def press(self, key: str) -> None:
        """Presses the button of a key."""
        state = self._rerun(key)
        state.widget_states.widgets.add(id=self._widgets[key][0]).trigger_value = True
        await self._send(state)

    async def choose(self, key: str, label: str) -> None:
        """Chooses an option of a radio."""
        self._chosen[self._widgets[key][0]] = label
        await self._send(self._rerun(key))

    def latest(self, keys: Collection[str]) -> str | None:
        """Which of some buttons was drawn last; None when none was."""
        return next((key for key in reversed(self._widgets) if key in keys), None)

    async def refresh(self, version: float = 0.5) -> None:
        """Runs the fragment of the room anew, as follow.js does; a version that is not whole reads the store."""
        state = self._rerun(self._follow)
        report(state.widget_states, self._widgets[self._follow][0], "changed", version)
        await self._send(state)

    async def rerun(self, key: str) -> None:
        """Runs the fragment anew that a widget stands in, as `run_every` has a browser do."""
        await self._send(self._rerun(key))

    async def sees(self, text: str) -> None:
        """Waits until a text is among the news."""
        while not any(text in one for one in self.news):
            self._drawn.clear()
            await asyncio.wait_for(self._drawn.wait(), RUN_S)

    def _rerun(self, key: str = "") -> ClientState:
        """A wish for a run: of the fragment that a widget stands in, or of the whole page.

        It tells all that was chosen, as a browser does: of two wishes that wait, the server keeps what the later says.
        """
        _, fragment = self._widgets.get(key, ("", ""))
        state = ClientState(
            query_string=self._query, page_name=self._page, page_script_hash=self._page_hash, fragment_id=fragment
        )
        for widget, label in self._chosen.items():
            state.widget_states.widgets.add(id=widget).string_value = label
        return state

    async def _send(self, state: ClientState) -> None:
        await self._stream.send(BackMsg(rerun_script=state).SerializeToString())

    async def _listen(self) -> None:
        async for data in self._stream:
            message = ForwardMsg()
            message.ParseFromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._page_hash = message.new_session.page_script_hash
            elif kind == "navigation":
                self._page_hash = message.navigation.page_script_hash
            elif kind == "delta":
                self._read(message)
            elif kind == "script_finished":
                self._ran.set()

    def _read(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "html":
            self.news.append(element.html.body)
        elif kind == "progress":
            self.news.append(element.progress.text)
        elif kind == "bidi_component":
            self.news.append(element.bidi_component.json)
        if kind in ("button", "radio", "bidi_component"):
            found = getattr(element, kind).id
            self._widgets.pop(key_in(found), None)
            self._widgets[key_in(found)] = (found, message.delta.fragment_id)
        if kind == "radio":
            self.choices[key_in(element.radio.id)] = list(element.radio.options)
        self._drawn.set()

    async def _obey(self) -> None:
        async for told in self._room:
            if version := str(told):  # else it is a beat
                await self.refresh(float(version) if "." in version else int(version))
