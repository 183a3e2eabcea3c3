"""The page that a test leaves open for the next one: nothing of the first is left on it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import contexts
from tests.browser.conftest import at
from tests.browser.contexts import MOST, first_page, lent_context

WIDE = at(1400, 900)
TOLD = """() => [localStorage.length, sessionStorage.length, document.cookie.includes("a=1"), innerWidth, innerHeight,
  matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("print").matches]"""
STAYS = re.compile(
    r"add_init_script|\.route|page\.(clock|on\()|set_offline|expose_|new_cdp_session|emulate_media\(.*(forced|reduced)"
)
"""What stays done to a page, or to its context, when it is lent out again."""
KEEP = """() => { localStorage.a = 1; sessionStorage.a = 1; document.cookie = "a=1" }"""


@pytest.fixture
def browser(chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """The worker's own, from which nobody has borrowed yet."""
    for name in ("_idle", "_left", "_opened"):
        monkeypatch.setattr(contexts, name, type(getattr(contexts, name))())
    yield chromium
    for context in [one for by_options in contexts._idle.values() for idle in by_options.values() for one in idle]:
        context.close()


def open_once(browser: Browser, app: str, *, leaves: bool = True, **options: object) -> tuple[BrowserContext, Page]:
    with lent_context(browser, leaves=leaves, **(options or WIDE)) as context:
        page = first_page(context)
        page.goto(f"{app}/_stcore/health")
        assert page.evaluate(TOLD) == [0, 0, False, 1400, 900, False, False]
        page.evaluate(KEEP)
        page.set_viewport_size({"width": 700, "height": 400})
        page.emulate_media(media="print", color_scheme="dark")
        return context, page


def test_page_that_was_left_is_lent_out_as_if_it_were_new(browser: Browser, app: str) -> None:
    first, second = open_once(browser, app), open_once(browser, app)
    assert first == second and not first[1].is_closed()


def test_page_is_closed_after_so_many_times_and_nobody_notices(browser: Browser, app: str) -> None:
    pages = [open_once(browser, app)[1] for _ in range(MOST + 1)]
    assert len(set(pages)) == 2 and pages[0].is_closed() and pages[-2] is pages[0]


def test_who_does_more_than_open_pages_has_a_page_of_their_own(browser: Browser, app: str) -> None:
    context, page = open_once(browser, app)
    assert open_once(browser, app, leaves=False)[0] is context
    assert page.is_closed() and context.pages == []


def test_one_page_of_a_browser_is_left_and_none_whose_server_is_gone(browser: Browser, app: str) -> None:
    _, page = open_once(browser, app)
    _, other = open_once(browser, app, **at(1400, 900, reduced_motion="reduce"))
    assert page.is_closed() and not other.is_closed()
    with lent_context(browser, leaves=True, **WIDE) as context:
        first_page(context).route("**/health", lambda route: route.abort())
        first_page(context).goto(app)
    assert context.pages == []


def test_context_that_a_failed_test_left_offline_is_online_for_the_next(browser: Browser, app: str) -> None:
    with pytest.raises(AssertionError), lent_context(browser, **WIDE) as first:
        first.set_offline(True)
        raise AssertionError
    assert open_once(browser, app, leaves=False)[0] is first


def test_who_leaves_a_page_does_nothing_to_it_that_stays() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")}
    leaving = {name: text for name, text in texts.items() if "\npytestmark = pytest.mark.leaves_page" in text}
    assert leaving
    assert {name: found[0] for name, text in leaving.items() if (found := STAYS.search(text))} == {}
