import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from core.join.join import Join
from core.web.middleware import FAILED, Head, middleware
from core.web.security_headers import HEADERS, SecurityHeaders
from tests.read_once import load_content

PAGES = Path(__file__).resolve().parents[3] / "pages"


def client(base: str) -> TestClient:
    routes = [
        Route("/", lambda request: PlainTextResponse("x")),
        Route("/framed", lambda request: PlainTextResponse("x", headers={"x-frame-options": "DENY"})),
    ]
    return TestClient(SecurityHeaders(Starlette(routes=routes)), base_url=base)


@pytest.mark.parametrize("path", ["/", "/missing"])
def test_every_answer_carries_every_header(path: str) -> None:
    headers = client("http://ladder.test").get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_what_is_promised_of_every_answer_is_among_them() -> None:
    headers = client("http://ladder.test").get("/").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("base", ["http://ladder.test", "https://ladder.test"])
def test_failure_carries_every_header_and_says_what_to_do_in_the_language_asked_for(base: str) -> None:
    def fail(request: Request) -> Response:
        raise RuntimeError("a secret")

    layers = middleware("secret", Head({}, (), "", {}), PAGES, lambda: Join(load_content()), lambda: datetime.now(UTC))
    app = Starlette(routes=[Route("/fails", fail)], middleware=layers, exception_handlers=dict(FAILED))
    asked = TestClient(app, base_url=base, raise_server_exceptions=False)
    answer = asked.get("/fails", headers={"accept-language": "de"})
    assert answer.status_code == 500
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert ("strict-transport-security" in answer.headers) == base.startswith("https")
    assert answer.text.startswith("Auf dem Server ist etwas schiefgegangen. Lade die Seite neu")


def test_an_answer_that_is_stricter_stays_so() -> None:
    assert client("http://ladder.test").get("/framed").headers["x-frame-options"] == "DENY"


def test_only_an_answer_over_https_asks_to_stay_there() -> None:
    assert "strict-transport-security" not in client("http://ladder.test").get("/").headers
    assert "strict-transport-security" in client("https://ladder.test").get("/").headers


def test_visitor_who_leaves_while_a_file_is_sent_is_no_fault() -> None:
    """Raised further it would be a traceback in the log, by anybody who closes a tab."""

    async def read(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    async def receive() -> Message:
        return parts.pop(0)

    async def send(message: Message) -> None:
        said.append(message)

    app = Starlette(routes=[Route("/file", read, methods=["PUT"])], exception_handlers=dict(FAILED))
    parts: list[Message] = [
        {"type": "http.request", "body": b"half", "more_body": True},
        {"type": "http.disconnect"},
    ]
    said: list[Message] = []
    asyncio.run(app({"type": "http", "method": "PUT", "path": "/file", "headers": []}, receive, send))
    assert said[0]["status"] == 400
