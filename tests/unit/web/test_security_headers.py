import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from core.web.security_headers import HEADERS, SecurityHeaders


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


def test_an_answer_that_is_stricter_stays_so() -> None:
    assert client("http://ladder.test").get("/framed").headers["x-frame-options"] == "DENY"


def test_only_an_answer_over_https_asks_to_stay_there() -> None:
    assert "strict-transport-security" not in client("http://ladder.test").get("/").headers
    assert "strict-transport-security" in client("https://ladder.test").get("/").headers
