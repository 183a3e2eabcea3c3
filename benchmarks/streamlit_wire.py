"""How Streamlit's front end speaks to its server: its websocket, the ids of elements, what components report."""

import json

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol


def stream(address: str, cookies: str, patience_s: float) -> connect:
    """The websocket of a tab, to be awaited."""
    return connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        additional_headers={"Cookie": cookies},
        origin=Origin(address),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        open_timeout=patience_s,
    )


def key_in(element_id: str) -> str:
    """The key that a script gave an element; `None` as a word where it gave none: `$$ID-0a1b-room-do` is `room-do`."""
    return element_id.split("-", 2)[2]


def report(states: WidgetStates, element_id: str, event: str, value: object) -> None:
    """Has a component report something, as its browser code does with a trigger."""
    state = states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{element_id}__events")
    state.json_trigger_value = json.dumps([{"event": event, "value": value}])
