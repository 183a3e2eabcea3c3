"""Browser contexts that are lent out: each comes without cookies or storage, but has the app's code in its cache.

Fetching that code anew is most of what opening a page costs. Compiling it anew is a third of the rest, and the headless
shell keeps no compiled code; but the process of a site does, for as long as it lives. So each context has a page of the
site that stays, and with `ONE_PROCESS` those that tests open share its process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext

TIMEOUT_MS = 20_000
"""How long a test waits for what is to come; a busy machine takes many times as long as a quiet one."""

ONE_PROCESS = "--process-per-site"
"""What a browser of tests is started with: pages of one context and one site share a process."""

_SITE = "http://127.0.0.1/"
"""An address of the site of every app under test, whatever its port; it is answered here, not by a server."""

_STORED = "local_storage,indexeddb,cache_storage,service_workers"
_idle: WeakKeyDictionary[Browser, dict[str, list[BrowserContext]]] = WeakKeyDictionary()
"""Those that nobody has, by the options that they were made with."""


@contextmanager
def lent_context(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    """A context that nobody else has; who closes it loses it."""
    idle = _idle.setdefault(browser, {}).setdefault(repr(sorted(options.items())), [])
    context = idle.pop() if idle else _new(browser, options)
    context.set_default_timeout(TIMEOUT_MS)
    closed: list[BrowserContext] = []

    def keep(one: BrowserContext) -> None:
        closed.append(one)

    context.once("close", keep)
    try:
        yield context
    finally:
        if not closed:
            context.remove_listener("close", keep)
            _clean(context)
            idle.append(context)


def _new(browser: Browser, options: dict[str, object]) -> BrowserContext:
    """One whose first page stays for as long as it does."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    stays = context.new_page()
    stays.route(_SITE, lambda route: route.fulfill(body=""))
    stays.goto(_SITE)
    return context


def _clean(context: BrowserContext) -> None:
    """Forgets what its pages kept, then closes all but the one that stays."""
    stays, *opened = context.pages
    if opened:
        addresses = [urlsplit(frame.url) for page in opened for frame in page.frames]
        session = context.new_cdp_session(stays)
        for origin in {f"{parts.scheme}://{parts.netloc}" for parts in addresses if parts.netloc}:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _STORED})
        session.detach()
    for page in opened:
        page.close()
    context.clear_cookies()
    context.clear_permissions()
