"""Somebody who listens to a page with a screen reader."""

import time
from typing import Any

from playwright.sync_api import CDPSession, Page

from tests.browser.contexts import TIMEOUT_MS

LOOK_MS, LONG_ENOUGH_MS = 100, 1500


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
        for _ in range(LONG_ENOUGH_MS // LOOK_MS):
            assert self.now() == ""
            self.page.wait_for_timeout(LOOK_MS)

    @staticmethod
    def _is_region(node: dict[str, Any]) -> bool:
        told = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        return told.get("live") == "polite" and node["role"]["value"] == "paragraph"

    @classmethod
    def _words(cls, node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> str:
        if node["role"]["value"] == "StaticText":
            return str(node["name"]["value"])
        return "".join(cls._words(nodes[child], nodes) for child in node["childIds"] if child in nodes)
