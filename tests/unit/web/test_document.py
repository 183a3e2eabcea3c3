from pathlib import Path

import streamlit
from plotly.offline import get_plotlyjs_version
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from core.web.content_policy import content_policy, script_hash
from core.web.document import EVERY_PAGE, Document, chunk_files, head_additions
from core.web.first_paint import CHUNKS, FONTS, PLOTTING, first_paint
from tests.open_pages import ROOT

SCRIPTS = Path(streamlit.__file__).parent / "static/static/js"
PAGE = '<html lang="en"><head><title>x</title></head><body>' + "words " * 500 + "</body></html>"


def client(additions, ending=""):
    routes = [
        Route("/", lambda request: HTMLResponse(PAGE, headers={"etag": '"1"'})),
        Route("/pipeline", lambda request: HTMLResponse(PAGE)),
        Route("/style.css", lambda request: PlainTextResponse("<head></head>")),
        Route("/missing", lambda request: HTMLResponse(PAGE, status_code=404)),
    ]
    inner = Starlette(routes=routes)
    inner.add_middleware(GZipMiddleware, minimum_size=100)
    return TestClient(Document(inner, additions, ending=ending))


def test_a_document_gets_what_its_page_needs_even_when_the_server_compresses():
    browser = client({"*": "<!--any-->", "/pipeline": "<!--pipeline-->"})
    assert "<!--any--></head>" in browser.get("/").text
    assert "<!--pipeline--></head>" in browser.get("/pipeline").text
    assert "window.__streamlit" in browser.get("/").text.split("<title>")[0]


def test_what_ends_every_body_stands_behind_what_is_there():
    text = client({"*": ""}, '<link rel="stylesheet" href="./look.css">').get("/pipeline").text
    assert text.endswith('words <link rel="stylesheet" href="./look.css"></body></html>')


def test_the_length_is_that_of_the_new_document_and_the_old_tag_is_gone():
    response = client({"*": "<!--any-->"}).get("/")
    assert int(response.headers["content-length"]) == len(response.content)
    assert "etag" not in response.headers


def test_who_asks_for_the_headers_alone_gets_those_of_the_document():
    browser = client({"*": "<!--any-->"})
    assert browser.head("/").headers == browser.get("/").headers
    assert "content-security-policy" in browser.head("/").headers


def test_everything_else_passes_as_it_is():
    browser = client({"*": "<!--any-->"})
    assert browser.get("/style.css").text == "<head></head>"
    assert "<!--any-->" not in browser.get("/missing").text


def test_a_chunk_comes_with_all_that_it_imports():
    files = chunk_files(SCRIPTS, ("Radio",))
    assert files[0].startswith("Radio.")
    assert len(files) > 3
    assert all((SCRIPTS / file).is_file() for file in files)


def test_a_chunk_that_this_streamlit_lacks_is_left_out():
    assert chunk_files(SCRIPTS, ("NoSuchElement",)) == ()
    assert head_additions(SCRIPTS, {"*": ("NoSuchElement",)}, ())["*"] == ""


def test_every_chunk_and_font_that_we_name_is_there():
    for names in CHUNKS.values():
        for name in names:
            assert chunk_files(SCRIPTS, (name,)), name
    for font in FONTS:
        assert (ROOT / "pages/static" / font.removeprefix("app/static/")).is_file()


def test_a_font_that_no_page_shows_is_not_asked_for():
    text = (SCRIPTS.parents[1] / "index.html").read_text(encoding="utf-8")
    assert text.count('rel="preload"') == 1
    inner = Starlette(routes=[Route("/", lambda request: HTMLResponse(text))])
    sent = TestClient(Document(inner, {"*": ""})).get("/").text
    assert 'rel="preload"' not in sent and "SourceSans" not in sent
    assert sent.count("<link") == text.count("<link") - 1


def test_what_is_wanted_early_stands_in_every_document():
    assert all(
        addition.startswith("<!--early-->") for addition in first_paint(SCRIPTS.parents[2], "<!--early-->").values()
    )


def test_only_pages_that_show_plots_are_given_plotting_code():
    given = {path for path, addition in first_paint(SCRIPTS.parents[2]).items() if "plotly" in addition.lower()}
    assert given == {"/calculators", "/compare"}


def test_pages_to_be_read_begin_with_their_title_and_those_to_be_pressed_with_the_bar():
    given = {path for path, addition in first_paint(SCRIPTS.parents[2]).items() if "ll-pressed" in addition}
    assert {"/pipeline", "/decide", "/interview", "/progress"} <= given
    assert not given & {EVERY_PAGE, "/", "/takeaways", "/pitfalls"}


def test_plotting_code_is_fetched_early_and_run_late():
    given = first_paint(SCRIPTS.parents[2])["/calculators"]
    assert f'<link rel="preload" as="script" href="{PLOTTING}">' in given
    assert f'src="{PLOTTING}"' not in given
    assert f'<script type="module" crossorigin src="./static/js/{chunk_files(SCRIPTS, ("Slider",))[0]}">' in given


def test_plotting_code_is_of_the_version_that_its_package_is():
    code = (ROOT / "pages/static" / PLOTTING.rsplit("/", 1)[1]).read_text(encoding="utf-8")
    version = get_plotlyjs_version()
    assert f"plotly.js (basic - minified) v{version}" in code[:200] and f"-{version}." in PLOTTING


def test_a_document_may_run_its_own_inline_scripts_and_no_others():
    response = client({"*": "<script>ours()</script>"}).get("/")
    policy = response.headers["content-security-policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert script_hash("ours()") in scripts
    assert script_hash("theirs()") not in scripts
    assert "unsafe-inline" not in scripts
    assert "object-src 'none'" in policy


def test_every_rule_of_the_policy_is_held_to_this_origin():
    policy = content_policy(["'sha256-ours'"], "ladder.test", secure=True)
    assert dict(rule.split(" ", 1) for rule in policy.split("; ")) == {
        "default-src": "'self'",
        "img-src": "'self' data: blob:",
        "media-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "style-src": "'self' 'unsafe-inline'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-src": "'self'",
        "frame-ancestors": "'self'",
        "script-src": "'self' blob: 'unsafe-eval' 'sha256-ours'",
        "connect-src": "'self' data: blob: wss://ladder.test",
    }


def test_a_host_that_would_widen_the_policy_is_left_out_of_it():
    browser = client({"*": ""})
    assert "ws://ladder.test" in browser.get("/", headers={"host": "ladder.test"}).headers["content-security-policy"]
    hostile = browser.get("/", headers={"host": "x; script-src *"}).headers["content-security-policy"]
    assert "script-src *" not in hostile
    assert "ws:" not in hostile


def language_of(address="/", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client({"*": ""}).get(address, headers=named).text.split('"')[1]


def test_a_document_says_the_language_that_its_page_will_speak():
    assert language_of() == "en"
    assert language_of(accept_language="de-AT,de;q=0.9,en;q=0.8") == "de"
    assert language_of(accept_language="fr,de;q=0.5") == "en"
    assert language_of(accept_language="de", cookie="llm_ladder_language=en") == "en"
    assert language_of("/?lang=de", cookie="llm_ladder_language=en") == "de"
    assert language_of("/?lang=%22%3E", cookie="llm_ladder_language=%22%3E") == "en"


def waiting(language="en"):
    text = (SCRIPTS.parents[1] / "index.html").read_text(encoding="utf-8")
    inner = Starlette(routes=[Route("/", lambda request: HTMLResponse(text))])
    return TestClient(Document(inner, {"*": ""})).get("/", headers={"accept-language": language}).text


def test_a_document_says_that_it_is_loading_where_the_app_will_stand():
    place = waiting().split('<div id="root">')[1].split("</div>")[0]
    assert "Loading. On a slow connection the first visit takes a while." in place
    assert "<strong>LLM Ladder</strong>" in place and "<h1" not in place
    assert "Wird geladen." in waiting("de").split('<div id="root">')[1].split("</div>")[0]


def test_a_browser_that_runs_no_scripts_is_told_so_in_our_words_and_not_that_it_loads():
    told, rest = waiting().split("<noscript>", 1)[1].split("</noscript>", 1)
    assert told == "<p>LLM Ladder needs JavaScript. Allow it in your browser, then load the page again.</p>"
    assert "agent" not in waiting().split("<body>")[1]
    assert "<noscript><style>.ll-waiting { display: none; }</style></noscript>" in rest
