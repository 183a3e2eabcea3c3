"""The news that a run has begun goes to the browser with what the run draws first; nothing is late, lost or turned."""

import asyncio

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.session_manager import SessionClientDisconnectedError
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from components.announce_with_first import PATIENCE_S, WRITES, announce_with_first
from tests.async_scene import played

TURN_S = 0.001


class Line(StarletteSessionClient):
    """A client without a browser: what would be sent, by kind, and whether the browser is gone."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.gone = False


@pytest.fixture(autouse=True)
def mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's own method replaced by one that writes the kinds down, and that one mended."""

    def write(line: Line, message: ForwardMsg) -> None:
        if line.gone:
            raise SessionClientDisconnectedError
        line.sent.append(str(message.WhichOneof("type")))

    monkeypatch.setattr(StarletteSessionClient, WRITES, write)
    announce_with_first()


def message(kind: str) -> ForwardMsg:
    told = ForwardMsg()
    getattr(told, kind).SetInParent()
    return told


def tell(line: Line, *kinds: str) -> None:
    for kind in kinds:
        line.write_forward_msg(message(kind))


def test_a_run_is_announced_with_its_first_content_and_in_order() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed")
        assert line.sent == []
        tell(line, "page_info_changed", "delta", "delta")
        assert line.sent == ["new_session", "session_status_changed", "page_info_changed", "delta", "delta"]
        await asyncio.sleep(PATIENCE_S + 10 * TURN_S)
        assert len(line.sent) == 5

    played(scene())


def test_a_run_that_draws_nothing_yet_is_announced_all_the_same() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed")
        while not line.sent:
            await asyncio.sleep(TURN_S)
        assert line.sent == ["new_session", "session_status_changed"]
        tell(line, "delta")
        assert line.sent[2:] == ["delta"]

    played(scene())


def test_the_end_of_a_run_waits_for_nothing() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "delta", "session_status_changed")
        assert line.sent == ["delta", "session_status_changed"]

    played(scene())


def test_each_browser_has_a_line_of_its_own() -> None:
    async def scene() -> None:
        one, other = Line(), Line()
        tell(one, "new_session")
        tell(other, "delta")
        assert (one.sent, other.sent) == ([], ["delta"])

    played(scene())


def test_a_browser_that_left_meanwhile_is_told_of_at_the_next_message() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session")
        line.gone = True
        await asyncio.sleep(PATIENCE_S + 10 * TURN_S)
        with pytest.raises(SessionClientDisconnectedError):
            tell(line, "delta")

    played(scene())


def test_a_second_call_changes_nothing() -> None:
    writes = getattr(StarletteSessionClient, WRITES)
    announce_with_first()
    assert getattr(StarletteSessionClient, WRITES) is writes
