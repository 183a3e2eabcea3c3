"""An address that is no page gets a 404 with ways onward; everything else passes."""

import re

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import app as server
from core.web.cards import read_cards
from core.web.not_found import NotFound

PAGES = read_cards(server.ROOT / "pages")

NO_FILES = ("/static/js/gone.css", "/_stcore/tea", "/api/tea.x", "/api/rooms")
"""Streamlit answers these with its document as well, and no rule of ours would be in it."""


def client(root_path: str = "") -> TestClient:
    def everything(request):
        if request.url.path.endswith(".js"):
            return PlainTextResponse("code")
        return HTMLResponse("streamlit", status_code=304 if "old" in request.url.path else 200)

    inner = Starlette(routes=[Route("/{path:path}", everything, methods=["GET", "POST"])])
    return TestClient(NotFound(inner, PAGES), root_path=root_path)


@pytest.mark.parametrize("path", ["/tea", "/pipeline/sft", "/Pipeline", "/tea.html", "/%3Cscript%3E", *NO_FILES])
def test_an_unknown_address_is_told_calmly(path: str):
    answer = client().get(path)
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.text
    assert "streamlit" not in answer.text
    assert "set-cookie" not in answer.headers
    assert "script" not in answer.text.casefold()


@pytest.mark.parametrize("path", ["/auth/login?provider=x", "/auth/logout", "/oauth2callback?state=a&code=b"])
def test_where_streamlit_would_log_in_there_is_nothing(path: str, caplog: pytest.LogCaptureFixture):
    """It writes a line about each request that it cannot serve."""
    answer = TestClient(server.app).get(path, follow_redirects=False)
    assert (answer.status_code, "set-cookie" in answer.headers) == (404, False)
    assert not [line for line in caplog.messages if "redirect_uri" in line]


@pytest.mark.parametrize(
    "path", ["/app/static/" + "a" * 300, "/app/static/" + "%C3%A4" * 200, "/app/static" + "/a" * 3_000]
)
def test_an_address_longer_than_any_file_s_name_is_not_looked_for(path: str):
    """The disk fails on one, which was a 500, and a traceback in the log with the address."""
    assert TestClient(server.app).get(path).status_code == 404


@pytest.mark.parametrize("root", ["", "/course"])
def test_an_unknown_address_says_whose_page_it_is(root: str):
    answer = client(root).get(f"{root}/tea")
    [logo] = re.findall(r'<img src="([^"]+)" alt="LLM Ladder"', answer.text)
    assert logo == f"{root}/app/static/logo.svg"
    assert (server.ROOT / "pages" / logo.partition("/app/")[2]).is_file()
    assert "img-src 'self'" in answer.headers["content-security-policy"]


def test_every_way_onward_is_a_page():
    links = re.findall(r'<a href="([^"]+)"', client().get("/tea").text)
    assert len(links) >= 5
    assert set(links) <= set(PAGES)


@pytest.mark.parametrize("path", [*PAGES, "/pipeline/", "/component/x/index.html", "/media/a", "/tea/main.js", "/old"])
def test_pages_files_and_what_is_no_document_pass(path: str):
    assert client().get(path).text in ("streamlit", "code", "")


@pytest.mark.parametrize("path", ["/workshop", "/workshop/"])
def test_the_workshop_of_the_menu_leads_to_its_page(path: str):
    for root in ("", "/course"):
        answer = client(root).get(root + path, follow_redirects=False)
        assert answer.status_code == 307
        assert answer.headers["location"] == f"{root}/host"
        asked = client(root).get(f"{root}{path}?lang=de&agenda=a%0D%0Ab", follow_redirects=False)
        assert asked.headers["location"] == f"{root}/host?lang=de&agenda=a%0D%0Ab"
    assert client().get("/workshop/tea").status_code == 404


def test_post_to_an_unknown_address_reaches_streamlit():
    assert client().post("/tea").text == "streamlit"


def test_below_a_path_the_ways_lead_below_it():
    assert 'href="/course/pipeline"' in client("/course").get("/course/tea").text


def test_a_german_visitor_is_told_in_german() -> None:
    answer = client().get("/tea", headers={"accept-language": "de"})
    assert answer.status_code == 404
    assert '<html lang="de">' in answer.text
    assert "Unter dieser Adresse gibt es keine Seite" in answer.text
    assert "{" not in answer.text.partition("<body>")[2]
