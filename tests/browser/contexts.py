"""Browser contexts that are lent out: each comes without cookies or storage, but has the app's code in its cache.

Fetching that code anew is most of what opening a page costs; what is left of it is half for compiling the code in a new
process, so the page itself can be left to the next test too.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Error, Page

TIMEOUT_MS = 20_000
"""How long a test waits for what is to come; a busy machine takes many times as long as a quiet one."""

_STORED = "local_storage,indexeddb,cache_storage,service_workers"
_idle: WeakKeyDictionary[Browser, dict[str, list[BrowserContext]]] = WeakKeyDictionary()
"""Those that nobody has, by the options that they were made with."""

MOST = 10
"""How often a page is opened before it is closed: each time leaves some 15 MB behind in its process."""

_left: WeakKeyDictionary[Browser, Page] = WeakKeyDictionary()
"""The one page of a browser that was left open for the next who only opens pages: it has the app's code compiled."""
_opened: WeakKeyDictionary[Page, int] = WeakKeyDictionary()
"""How often such a page has been lent out."""


@contextmanager
def lent_context(browser: Browser, *, leaves: bool = False, **options: object) -> Iterator[BrowserContext]:
    """A context that nobody else has; who closes it loses it.

    With `leaves` its first page may stay open for the next, on nothing, without storage, as large and as light as a
    new one. All else that can be done to a page stays done: such a test must not do it.
    """
    idle = _idle.setdefault(browser, {}).setdefault(repr(sorted(options.items())), [])
    context = idle.pop() if idle else browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(TIMEOUT_MS)
    if not leaves:
        _close(context.pages)
    closed: list[BrowserContext] = []

    def keep(one: BrowserContext) -> None:
        closed.append(one)

    context.once("close", keep)
    try:
        yield context
    finally:
        if not closed:
            context.remove_listener("close", keep)
            origins = _origins(context)
            left = _leave(browser, context.pages[0], options) if leaves and context.pages else None
            _clean(context, origins, left)
            idle.append(context)


def first_page(context: BrowserContext) -> Page:
    """The page that a context was left with, or a new one."""
    return context.pages[0] if context.pages else context.new_page()


def _leave(browser: Browser, page: Page, options: dict[str, object]) -> Page | None:
    """Leads a page away from the app, to an address of the same server, and makes it what it was when it was new."""
    before = _left.pop(browser, None)
    if before is not None and before is not page:
        _close([before])
    _opened[page] = _opened.get(page, 0) + 1
    parts = urlsplit(page.url)
    if _opened[page] >= MOST or not parts.netloc:
        return None
    try:
        page.goto(f"{parts.scheme}://{parts.netloc}/_stcore/health")
        page.evaluate("sessionStorage.clear()")
        page.set_viewport_size(options["viewport"])  # type: ignore[arg-type]
        page.emulate_media(media="null", color_scheme=options["color_scheme"])  # type: ignore[arg-type]
        page.mouse.move(0, 0)
    except Error:
        return None
    _left[browser] = page
    return page


def _close(pages: Iterable[Page]) -> None:
    for page in pages:
        page.close()


def _origins(context: BrowserContext) -> set[str]:
    """Where its pages may have kept something."""
    addresses = [urlsplit(frame.url) for page in context.pages for frame in page.frames]
    return {f"{parts.scheme}://{parts.netloc}" for parts in addresses if parts.netloc}


def _clean(context: BrowserContext, origins: set[str], left: Page | None) -> None:
    """Forgets what its pages kept, then closes them, but for the one that is left."""
    if context.pages:
        session = context.new_cdp_session(context.pages[0])
        for origin in origins:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _STORED})
        session.detach()
    _close(page for page in context.pages if page is not left)
    context.clear_cookies()
    context.clear_permissions()
    context.set_offline(False)  # a test that failed in between left it so
