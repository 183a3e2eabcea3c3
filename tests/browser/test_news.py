"""What a change comes to is told to those who listen, by the region that stands on every page from the start."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.contexts import TIMEOUT_MS
from tests.browser.visit import Visit

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


@pytest.fixture
def listener(visit: Visit) -> Iterator[Listener]:
    one = Listener(visit.page)
    yield one
    one.session.detach()


def test_result_is_told_by_its_name_with_the_verdict_on_the_chosen_gpu(visit: Visit, listener: Listener) -> None:
    visit.open("/calculators?calc=memory&gpu=A100-80GB SXM")
    listener.hears_nothing()
    visit.tab_to(visit.page.get_by_role("spinbutton", name="Micro batch"))
    visit.press("ArrowUp")
    listener.hears("Peak memory a GPU: 2")
    assert "GiB is likely. A100 80GB your choice Fits" in listener.now()


def test_change_that_leaves_the_headline_tells_the_number_that_it_moves(visit: Visit, listener: Listener) -> None:
    visit.open("/calculators?calc=labelling&people=2")
    listener.hears_nothing()
    visit.tab_to(visit.page.get_by_role("spinbutton", name="Cost of an hour"))
    visit.press("ArrowUp")
    listener.hears("$12,917 Labels cost")
    assert "Person-hours" not in listener.now()


def test_too_early_check_is_told(visit: Visit, listener: Listener) -> None:
    visit.open("/quick-fire#newcomer-who-listens")
    listener.hears_nothing()
    visit.press("Enter")
    listener.hears("If you do not know, press N.")


def test_privacy_of_dictation_is_no_news_at_each_question(visit: Visit) -> None:
    visit.open("/interview?way=mock")
    visit.button("Start: ").press("Enter")
    dictate = visit.button("Dictate")
    dictate.wait_for()
    visit.settle()
    note = visit.page.locator(".answer-box p", has_text="dictation")
    assert note.get_attribute("role") is None
    described = dictate.evaluate("e => e.getRootNode().getElementById(e.getAttribute('aria-describedby')).textContent")
    assert described == note.inner_text()
