"""What visitors upload fills no memory: of each visit the latest file is kept, and of all together the last ones."""

import asyncio
from pathlib import Path

import httpx2 as httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from core.web.few_uploads import UPLOADS, FewUploads
from tests.browser.server import running_app

MEGABYTE = b" " * 1_000_000


class Keeper:
    """Takes files as Streamlit does, from those who send the word."""

    def __init__(self) -> None:
        self.kept: dict[str, int] = {}
        routes = [Route(UPLOADS + "{visit}/{file}", self.serve, methods=["PUT", "DELETE", "GET"])]
        self.client = TestClient(FewUploads(Starlette(routes=routes), most_bytes=3_000_000))

    async def serve(self, request: Request) -> Response:
        name = request.url.path.removeprefix(UPLOADS)
        if request.headers.get("x-word") != "known":
            return Response(status_code=403)
        if request.method == "PUT":
            self.kept[name] = len(await request.body())
        elif request.method == "DELETE":
            self.kept.pop(name, None)
        return Response(status_code=204)

    def put(self, name: str, data: bytes = MEGABYTE, word: str = "known") -> int:
        return self.client.put(UPLOADS + name, content=data, headers={"x-word": word}).status_code


def test_visit_keeps_its_latest_file_whole() -> None:
    keeper = Keeper()
    assert [keeper.put(f"anna/{number}") for number in range(5)] == [204] * 5
    assert keeper.kept == {"anna/4": 1_000_000}


def test_file_that_is_sent_again_stays() -> None:
    keeper = Keeper()
    keeper.put("anna/1")
    keeper.put("anna/1", b"short")
    assert keeper.kept == {"anna/1": 5}


def test_those_who_came_last_keep_theirs() -> None:
    keeper = Keeper()
    for visit in ("anna", "ben", "carl", "dora"):
        keeper.put(f"{visit}/1")
    assert list(keeper.kept) == ["ben/1", "carl/1", "dora/1"]
    keeper.put("ben/2")
    keeper.put("anna/2")
    assert list(keeper.kept) == ["dora/1", "ben/2", "anna/2"]


def test_one_file_larger_than_all_may_be_is_there_alone() -> None:
    keeper = Keeper()
    keeper.put("anna/1")
    keeper.put("ben/1", MEGABYTE * 4)
    assert list(keeper.kept) == ["ben/1"]


def test_file_that_is_refused_costs_nobody_theirs() -> None:
    keeper = Keeper()
    keeper.put("anna/1")
    assert keeper.put("anna/2", MEGABYTE * 9, word="guessed") == 403
    assert keeper.kept == {"anna/1": 1_000_000}


def test_many_empty_files_are_not_noted_for_ever() -> None:
    keeper = Keeper()
    for number in range(70):
        keeper.put(f"visit{number}/1", b"")
    assert len(keeper.kept) == 60  # of three million bytes, fifty thousand each


def test_visitor_who_sends_on_and_on_does_not_fill_the_servers_memory(tmp_path: Path) -> None:
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as address:
        assert asyncio.run(_sends(address, 4)) == [204] * 4
        assert _held(address) == 1_000_000


async def _sends(address: str, times: int) -> list[int]:
    """Opens a page, and sends a megabyte again and again, each time as another file."""
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with (
        connect(url, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket,
        httpx.AsyncClient(base_url=address) as client,
    ):
        asks = BackMsg()
        asks.rerun_script.query_string = ""
        await socket.send(asks.SerializeToString())
        said = ForwardMsg()
        while said.WhichOneof("type") != "new_session":
            said.ParseFromString(bytes(await socket.recv(decode=False)))
        path = UPLOADS + said.new_session.initialize.session_id
        await client.get("/_stcore/health")
        word = {"x-xsrftoken": client.cookies["_streamlit_xsrf"]}
        file = {"file": ("export.json", MEGABYTE)}
        return [(await client.put(f"{path}/{n}", files=file, headers=word)).status_code for n in range(times)]


def _held(address: str) -> int:
    told = httpx.get(f"{address}/_stcore/metrics").text.splitlines()
    [line] = [line for line in told if line.startswith("cache_memory_bytes") and "UploadedFileManager" in line]
    return int(line.rpartition(" ")[2])
