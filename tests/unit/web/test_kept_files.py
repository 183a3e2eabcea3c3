"""Files of the front end: from memory, packed for who can unpack them, and nothing beside them."""

import gzip
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from core.web.first_paint import PLOTTING
from core.web.kept_files import KeptFiles, front_end
from tests.open_pages import ROOT

CODE = "const told = 'the same words again and again, the same words again and again'\n" * 40


async def _beneath(request: Request) -> Response:
    return PlainTextResponse(f"beneath: {request.url.path}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (
        ("static/static/js/a.1.js", CODE),
        ("static/static/media/f.2.woff2", CODE),
        ("static/static/js.txt", "beside"),
        ("own/b-3.min.js", CODE),
        ("own/font.woff2", CODE),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> TestClient:
    app = Starlette(routes=[Route("/{rest:path}", _beneath, methods=["GET", "POST"])])
    app.add_middleware(KeptFiles, files=front_end(folder, folder / "own"))
    return TestClient(app)


def _raw(client: TestClient, path: str, encodings: str) -> tuple[bytes, dict[str, str]]:
    with client.stream("GET", path, headers={"accept-encoding": encodings}) as answer:
        return b"".join(answer.iter_raw()), dict(answer.headers)


def test_code_is_packed_for_who_can_unpack_it(client):
    body, headers = _raw(client, "/static/js/a.1.js", "gzip, br")
    assert gzip.decompress(body).decode() == CODE and len(body) < len(CODE) / 10
    assert headers["content-encoding"] == "gzip" and headers["content-length"] == str(len(body))


def test_code_is_sent_as_it_is_to_all_others(client):
    for _ in range(2):
        body, headers = _raw(client, "/static/js/a.1.js", "identity")
        assert body.decode() == CODE and "content-encoding" not in headers
        _raw(client, "/static/js/a.1.js", "gzip")


def test_both_are_kept_for_good_and_told_apart_by_caches_between(client):
    for encodings in ("gzip", "identity"):
        _, headers = _raw(client, "/static/js/a.1.js", encodings)
        assert headers["vary"] == "accept-encoding" and "immutable" in headers["cache-control"]
        assert headers["content-type"].startswith("text/javascript")


def test_our_own_scripts_are_served_as_such_and_nothing_else_of_their_folder(client):
    body, headers = _raw(client, "/app/static/b-3.min.js", "gzip")
    assert gzip.decompress(body).decode() == CODE and "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")
    assert client.get("/app/static/font.woff2").text.startswith("beneath: ")


def test_fonts_are_not_packed_again(client):
    body, headers = _raw(client, "/static/media/f.2.woff2", "gzip")
    assert body.decode() == CODE and "content-encoding" not in headers


def test_our_icons_stand_in_for_streamlits_and_are_asked_for_again(folder):
    (folder / "static/static/media/MaterialSymbols-Rounded.abc.woff2").write_text("all icons", encoding="utf-8")
    (folder / "own/material-symbols-rounded.woff2").write_text("some icons", encoding="utf-8")
    client = TestClient(KeptFiles(Starlette(), files=front_end(folder, folder / "own")))
    address = "/static/media/MaterialSymbols-Rounded.abc.woff2"
    first = client.get(address)
    assert first.text == "some icons" and "immutable" not in first.headers["cache-control"]
    same = client.get(address, headers={"if-none-match": first.headers["etag"]})
    assert same.status_code == 304 and same.content == b"" and same.headers["etag"] == first.headers["etag"]
    assert client.get(address, headers={"if-none-match": '"older"'}).text == "some icons"


def test_a_file_is_read_once(client, folder):
    first = client.get("/static/js/a.1.js").text
    (folder / "static/static/js/a.1.js").write_text("changed", encoding="utf-8")
    assert client.get("/static/js/a.1.js").text == first


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/other.js",
        "/static/js/../js.txt",
        "/static/js/..%2Fjs.txt",
        "/static/js.txt",
        "/static/js/",
        "/x/static/js/a.1.js",
    ],
)
def test_everything_else_is_passed_on(client, path):
    assert client.get(path).text.startswith("beneath: ")


def test_what_is_sent_to_a_file_is_passed_on(client):
    assert client.post("/static/js/a.1.js").text.startswith("beneath: ")


def test_what_documents_of_this_streamlit_ask_for_is_among_them():
    root = Path(streamlit.__file__).parent
    files = front_end(root, ROOT / "pages/static")
    document = (root / "static/index.html").read_text(encoding="utf-8")
    asked = [part.split('"')[0].lstrip(".") for part in document.split('href="')[1:] + document.split('src="')[1:]]
    asked = [address for address in asked if address.startswith("/static/")]
    assert len(asked) > 40 and set(asked) <= set(files)
    assert PLOTTING.lstrip(".") in files


def test_who_asks_for_the_headers_alone_gets_those_of_the_file(client):
    assert client.head("/static/js/a.1.js").headers == client.get("/static/js/a.1.js").headers
