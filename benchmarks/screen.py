"""A browser's side of Streamlit's own websocket, without the browser: opens a page, presses buttons, waits.

One process can hold hundreds of them. What counts as done is `script_finished`, as the browser counts it too.
"""

import asyncio
from types import TracebackType
from typing import Any

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.streamlit_wire import key_in, report, stream

PATIENCE_S = 60


class Screen:
    """One visitor on one page. `buttons` holds what can be pressed now, by key: the element's id and its fragment.

    `parts` holds our own components in the same way. Who comes back brings `cookies`; `query` is part of the address.
    """

    def __init__(self, address: str, page: str = "", *, query: str = "", cookies: str = "") -> None:
        self._address, self._page, self._query = address, page, query
        self._page_hash = ""
        self.cookies = cookies
        self.buttons: dict[str, tuple[str, str]] = {}
        self.parts: dict[str, tuple[str, str]] = {}

    async def __aenter__(self) -> "Screen":
        async with httpx2.AsyncClient(timeout=PATIENCE_S) as client:
            document = await client.get(f"{self._address}/{self._page}", headers={"Cookie": self.cookies})
        self.cookies = self.cookies or "; ".join(f"{name}={value}" for name, value in document.cookies.items())
        self._socket = await stream(self._address, self.cookies, PATIENCE_S)
        await self._ask(BackMsg())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()

    async def press(self, key: str) -> None:
        """Presses a button and waits until the script has run."""
        element, fragment = self.buttons[key]
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = element, True
        message.rerun_script.fragment_id = fragment
        self.buttons = {name: place for name, place in self.buttons.items() if place[1] != fragment}
        await self._ask(message)

    async def tell(self, key: str, event: str, value: object) -> None:
        """Has a component of ours report something, and waits until the script has run."""
        element, fragment = self.parts[key]
        message = BackMsg()
        report(message.rerun_script.widget_states, element, event, value)
        message.rerun_script.fragment_id = fragment
        self.buttons = {name: place for name, place in self.buttons.items() if place[1] != fragment}
        await self._ask(message)

    async def _ask(self, message: BackMsg) -> None:
        message.rerun_script.page_script_hash = self._page_hash
        message.rerun_script.page_name = self._page
        message.rerun_script.query_string = self._query
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE_S):
            while not self._take(await self._socket.recv()):
                pass

    def _take(self, data: str | bytes) -> bool:
        """Reads one message; whether it is the end of a run."""
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        if message.HasField("navigation"):
            self._page_hash = message.navigation.page_script_hash
        if message.HasField("delta") and message.delta.HasField("new_element"):
            self._draw(message.delta.new_element, message.delta.fragment_id)
        finished: Any = message.HasField("script_finished")
        return bool(finished) and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _draw(self, element: Any, fragment: str) -> None:
        if element.HasField("button"):
            key = key_in(element.button.id)
            if not element.button.disabled:
                self.buttons[element.button.label if key == "None" else key] = (element.button.id, fragment)
        elif element.HasField("bidi_component"):
            self.parts[key_in(element.bidi_component.id)] = (element.bidi_component.id, fragment)
