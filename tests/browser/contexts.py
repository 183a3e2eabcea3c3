"""Browser contexts that are lent out: each comes without cookies or storage, but has the app's code in its cache.

Fetching that code anew is most of what opening a page costs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext

TIMEOUT_MS = 20_000
"""How long a test waits for what is to come; a busy machine takes many times as long as a quiet one."""

_STORED = "local_storage,indexeddb,cache_storage,service_workers"
_idle: WeakKeyDictionary[Browser, dict[str, list[BrowserContext]]] = WeakKeyDictionary()
"""Those that nobody has, by the options that they were made with."""


@contextmanager
def lent_context(browser: Browser, **options: object) -> Iterator[BrowserContext]:
    """A context that nobody else has; who closes it loses it."""
    idle = _idle.setdefault(browser, {}).setdefault(repr(sorted(options.items())), [])
    context = idle.pop() if idle else browser.new_context(**options)  # type: ignore[arg-type]
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


def _clean(context: BrowserContext) -> None:
    """Forgets what its pages kept, then closes them."""
    if context.pages:
        addresses = [urlsplit(frame.url) for page in context.pages for frame in page.frames]
        session = context.new_cdp_session(context.pages[0])
        for origin in {f"{parts.scheme}://{parts.netloc}" for parts in addresses if parts.netloc}:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _STORED})
    for page in context.pages:
        page.close()
    context.clear_cookies()
    context.clear_permissions()
