"""Who may listen to a room, and what they hear."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from itsdangerous import URLSafeSerializer
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from core.store.store import Store, open_store
from core.web import room_socket
from core.web.cookie import COOKIE, learner_key
from core.web.hub import Hub
from core.web.presence import Presence
from core.web.room_socket import RoomSocket
from core.workshop import host, participant
from core.workshop.people import person_id
from tests.unit.workshop.small_room import AGENDA, START, later

SECRET, CODE = "only for tests", "ABC-234"
ADDRESS = f"/api/rooms/{CODE}/ws"


def cookie_of(name: str) -> str:
    """A browser's cookie, signed."""
    return str(URLSafeSerializer(SECRET, salt="learner").dumps(name))


def key_of(name: str) -> str:
    """The key that the store knows a browser by."""
    found = learner_key(cookie_of(name), SECRET)
    assert found
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None, tmp_path)
    opened.rooms.open(CODE, "key", key_of("host"), host.NewRoom(AGENDA), START)
    person = person_id(CODE, key_of("ada"))
    opened.rooms.act(CODE, lambda room: participant.join(room, person, "Ada", later(1)))
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a refusal here."""
    monkeypatch.setattr(room_socket, "REFUSED_AFTER_S", 0.0)


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    hub = Hub()
    store.rooms.told = hub.tell
    presence = Presence(lambda: store, hub, lambda: later(100))
    routes = RoomSocket(SECRET, lambda: store, hub, presence).routes
    with TestClient(Starlette(routes=routes), base_url="http://testserver") as client:
        yield client


def headers(name: str | None, origin: str | None = "http://testserver") -> dict[str, str]:
    """What a browser sends."""
    cookie = {"cookie": f"{COOKIE}={cookie_of(name)}"} if name else {}
    return cookie | ({"origin": origin} if origin else {})


@pytest.mark.parametrize("name", ["host", "ada"])
def test_host_and_people_hear_of_each_change(client: TestClient, store: Store, name: str) -> None:
    with client.websocket_connect(ADDRESS, headers=headers(name)) as socket:
        assert socket.receive_text() == "2"
        store.rooms.act(CODE, lambda room: host.move(room, 1, later(5)))
        assert socket.receive_text() == "4"


def test_socket_with_no_news_beats_so_that_a_screen_can_tell_a_line_that_has_fallen_silent(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_socket, "BEAT_S", 0.05)
    with client.websocket_connect(ADDRESS, headers=headers("ada")) as socket:
        assert [socket.receive_text() for _ in range(3)] == ["2", "", ""]
        store.rooms.act(CODE, lambda room: host.move(room, 1, later(5)))
        assert next(said for _ in range(20) if (said := socket.receive_text())) == "4"


@pytest.mark.parametrize(
    "sent",
    [
        headers("stranger"),
        headers(None),
        headers("ada", origin="http://elsewhere"),
        headers("ada", origin=None),
        headers("ada", origin="http://["),
        {"cookie": f"{COOKIE}=forged", "origin": "http://testserver"},
    ],
    ids=["stranger", "no cookie", "foreign page", "no origin", "no address", "forged cookie"],
)
def test_anybody_else_is_refused(client: TestClient, sent: dict[str, str]) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(ADDRESS, headers=sent):
        pass


@pytest.mark.parametrize("code", [CODE, "ZZZ-999"], ids=["a room", "no room"])
def test_refusal_takes_as_long_whether_there_is_such_a_room_or_not(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(room_socket, "REFUSED_AFTER_S", 0.4)
    begun = time.monotonic()
    address = f"/api/rooms/{code}/ws"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(address, headers=headers("stranger")):
        pass
    assert time.monotonic() - begun >= 0.4


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_request_without_an_upgrade_is_told_to_use_a_socket(client: TestClient, method: str) -> None:
    answer = client.request(method, ADDRESS, headers=headers("ada"))
    assert (answer.status_code, answer.headers["upgrade"]) == (426, "websocket")
    assert answer.text == ("" if method == "HEAD" else "Only the screens of a room listen here, by websocket.")


def test_removed_person_hears_nothing_more_when_they_come_back(client: TestClient, store: Store) -> None:
    person = person_id(CODE, key_of("ada"))
    store.rooms.act(CODE, lambda room: host.remove(room, person, later(2)))
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(ADDRESS, headers=headers("ada")):
        pass


def test_host_whom_the_store_does_not_know_at_once_is_not_heard_as_nobody(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = iter([False])
    monkeypatch.setattr(store.rooms, "is_host", lambda code, learner: next(known, True))
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(ADDRESS, headers=headers("host")):
        pass  # its browser asks again
    with client.websocket_connect(ADDRESS, headers=headers("host")) as socket:
        assert socket.receive_text() == "2"


def test_screen_that_talks_is_sent_away(client: TestClient) -> None:
    with client.websocket_connect(ADDRESS, headers=headers("ada")) as socket:
        socket.receive_text()
        socket.send_text("x" * 10_000)
        with pytest.raises(WebSocketDisconnect):
            socket.receive_text()


def test_open_screen_keeps_its_person_here(client: TestClient, store: Store) -> None:
    person = person_id(CODE, key_of("ada"))
    with client.websocket_connect(ADDRESS, headers=headers("host")) as of_host:
        assert of_host.receive_text() == "2"
        with client.websocket_connect(ADDRESS, headers=headers("ada")):
            assert of_host.receive_text() == "2.001"
        assert store.seen.since([CODE], START) == {CODE: {person: later(100)}}
