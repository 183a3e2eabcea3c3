"""Somebody who listens to a page with a screen reader."""

import time
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.browser.contexts import TIMEOUT_MS

LOOK_MS, LONG_ENOUGH_MS = 100, 1500
STILL_MS = 800
"""Twice as long as the page waits, once it is still, until what comes from then on is news (news.js)."""

_WATCH = """(still) => {
  window.listenerIsSure = false
  let since = performance.now()
  const again = () => { since = performance.now() }
  const watcher = new MutationObserver(again)
  watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden"] })
  const look = () => {
    if (document.querySelector('[data-testid="stApp"]:not([data-test-script-state="notRunning"])')) again()
    if (performance.now() - since < still) return setTimeout(look, 50)
    watcher.disconnect()
    window.listenerIsSure = true
  }
  look()
}"""


class Listener:
    """Somebody who hears the page: what its region for news says, as the browser tells it to a screen reader."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session: CDPSession = page.context.new_cdp_session(page)

    def now(self) -> str:
        nodes = {node["nodeId"]: node for node in self.session.send("Accessibility.getFullAXTree")["nodes"]}
        return " ".join(self._words(node, nodes) for node in nodes.values() if self._is_region(node))

    def hears(self, words: str) -> None:
        until = time.monotonic() + TIMEOUT_MS / 1000
        while words not in self.now():
            assert time.monotonic() < until, f"{words!r} was not said"
            self.page.wait_for_timeout(LOOK_MS)

    def hears_nothing(self) -> None:
        """The page says nothing until it is still, nor for a while."""
        self.page.evaluate(_WATCH, STILL_MS)
        looks, until = 0, time.monotonic() + TIMEOUT_MS / 1000
        while looks < LONG_ENOUGH_MS // LOOK_MS or not self.page.evaluate("window.listenerIsSure"):
            assert self.now() == ""
            assert time.monotonic() < until or looks < LONG_ENOUGH_MS // LOOK_MS, "the page was never still"
            self.page.wait_for_timeout(LOOK_MS)
            looks += 1

    def waits_until_still(self) -> None:
        """Until what comes from now on is news, however slow the machine."""
        self.page.evaluate(_WATCH, STILL_MS)
        self.page.wait_for_function("window.listenerIsSure")

    @staticmethod
    def _is_region(node: dict[str, Any]) -> bool:
        told = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        return told.get("live") == "polite" and node["role"]["value"] == "paragraph"

    @classmethod
    def _words(cls, node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> str:
        if node["role"]["value"] == "StaticText":
            return str(node["name"]["value"])
        return "".join(cls._words(nodes[child], nodes) for child in node["childIds"] if child in nodes)
