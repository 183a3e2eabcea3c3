"""One app and one Chromium for each worker; every page is watched for foreign requests and console errors."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, expect, sync_playwright

from tests.browser.contexts import TIMEOUT_MS, first_page, lent_context
from tests.browser.find_chromium import FLAGS, HOW, find_chromium
from tests.browser.practised import Practised
from tests.browser.reviewer import Review
from tests.browser.server import seeded_app
from tests.browser.visit import Visit
from tests.small_content import small_content

# Streamlit's front end asks for these beside the page that a deep link opens; it falls back to the root's.
PROBES = re.compile(r"/_stcore/(health|host-config)$")

LAZY = "--js-flags=--no-turbofan,--no-maglev"
"""Leaves out V8's two dearest compilers, which cost a page that lives for seconds more than they give."""

expect.set_options(timeout=TIMEOUT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may come late: such a test is tried three times more, and the summary says so."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=3))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(HOW)
        pytest.skip(HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, LAZY])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    with seeded_app() as address:
        yield address


@dataclass
class Watch:
    """What a page asked for and complained of."""

    app: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        self.pages.append(page)
        for event, told in self._told().items():
            page.on(event, told)  # type: ignore[call-overload]

    def end(self) -> None:
        """Follows its pages no longer: one may be left open for the next test."""
        for page in self.pages:
            for event, told in self._told().items():
                page.remove_listener(event, told)

    def _told(self) -> dict[str, Callable[[Any], None]]:
        return {"request": self._request, "console": self._console, "pageerror": self._uncaught}

    def _uncaught(self, error: Error) -> None:
        self.errors.append(f"uncaught: {error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname not in ("127.0.0.1", "localhost"):
            self.foreign.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        where = urlsplit(message.location.get("url", "")).path
        probe = "404" in message.text and PROBES.search(where)
        if message.type == "error" and not probe:
            self.errors.append(f"{message.text} ({where})")


@pytest.fixture
def context_options() -> dict[str, object]:
    """What a test's browser context is made with; a test overrides it by parametrising."""
    return {"viewport": {"width": 1400, "height": 900}, "color_scheme": "light"}


@pytest.fixture
def context(
    chromium: Browser, context_options: dict[str, object], request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    leaves = request.node.get_closest_marker("leaves_page") is not None
    with lent_context(chromium, leaves=leaves, **context_options) as context:
        yield context


@pytest.fixture
def watch(app: str) -> Iterator[Watch]:
    watch = Watch(app)
    yield watch
    watch.end()
    assert watch.foreign == [], "a page asked another machine for something"
    assert watch.errors == [], "a page complained in the console"


@pytest.fixture
def visit(context: BrowserContext, app: str, watch: Watch) -> Visit:
    page = first_page(context)
    watch.follow(page)
    return Visit(page, app)


@pytest.fixture
def here(visit: Visit) -> Practised:
    """The visit of somebody who practises."""
    return Practised(visit.page, visit.app)


@pytest.fixture
def review(visit: Visit) -> Review:
    """The visit of somebody who reviews."""
    return Review(visit.page, visit.app)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a bank that is small."""
    return str(small_content(tmp_path_factory.mktemp("bank")))


def at(width: int, height: int, scheme: str = "light", **more: object) -> dict[str, object]:
    """Options of a browser context: for `@pytest.mark.parametrize("context_options", [at(390, 844)])`."""
    return {"viewport": {"width": width, "height": height}, "color_scheme": scheme, **more}
