"""A workshop in several browsers at once: the host's, and one for each participant."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.contexts import lent_context

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1400, "height": 900}

CUT = """() => {
  const frames = [...document.querySelectorAll("[class*=st-key-room-figure] *")].map((one) => one.shadowRoot ?? one)
  const figure = frames.map((one) => one.querySelector?.(".wrap")).find(Boolean)
  const frame = figure.getBoundingClientRect(), bottom = Math.min(frame.bottom, innerHeight) + 1
  const boxes = [...figure.querySelectorAll(".node")].map((one) => [one.dataset.id, one.getBoundingClientRect()])
  const inside = (box) => box.top >= frame.top - 1 && box.bottom <= bottom
    && box.left >= frame.left - 1 && box.right <= frame.right + 1
  return { nodes: boxes.length, cut: boxes.filter(([, box]) => !inside(box)).map(([id]) => id) }
}"""
"""The nodes of the figure on a screen that are not seen whole."""


@dataclass
class Workshop:
    """An open room. `address` is the server; `addresses` may hold several servers of one room, taken in turn."""

    browser: Browser
    addresses: tuple[str, ...]
    host: Page
    code: str
    contexts: list[BrowserContext] = field(default_factory=list)
    _lent: ExitStack = field(default_factory=ExitStack)

    def join(self, name: str, viewport: dict[str, int] | None = None) -> Page:
        """A new participant in a browser of their own."""
        context = self._lent.enter_context(lent_context(self.browser, viewport=viewport or PHONE))
        self.contexts.append(context)
        page = context.new_page()
        address = self.addresses[len(self.contexts) % len(self.addresses)]
        page.goto(f"{address}/join?room={self.code}")
        page.get_by_label("Your name").fill(name)
        page.get_by_label("Your name").press("Enter")
        page.get_by_text(re.compile(r"Step \d+ of")).wait_for()
        return page

    def press(self, name: str) -> None:
        """The host presses a button."""
        self.host.get_by_role("button", name=re.compile(f"^{name}")).first.click()

    def close(self) -> None:
        """Closes all browsers but the host's."""
        self._lent.close()


@contextmanager
def opened_workshop(browser: Browser, *addresses: str, agenda: str = "twenty") -> Iterator[Workshop]:
    """A room that a host has just opened."""
    with lent_context(browser, viewport=DESK) as context:
        host = context.new_page()
        host.goto(f"{addresses[0]}/host")
        host.locator("[data-testid=stRadioOption]", has_text=agenda).first.click()
        host.get_by_role("button", name="Open a room").click()
        code = host.locator(".ll-join-code").inner_text()
        workshop = Workshop(browser, addresses, host, code)
        try:
            yield workshop
        finally:
            workshop.close()


def pick(page: Page, words: str) -> None:
    """Picks a row, and waits until the room has it."""
    row = page.get_by_text(words, exact=True)
    page.locator("[data-testid=stRadioOption]").filter(has=row).click()
    page.get_by_text(re.compile(f"Your pick: {re.escape(words)}")).wait_for()


def told_keys(host: Page) -> Locator:
    """What the host's page says of its keys, once that of the step before it is gone."""
    keys = host.locator(".ll-room-keys")
    expect(keys).to_have_count(1)
    return keys


def at_step(page: Page, number: int) -> None:
    """Waits until a screen is at a step."""
    expect(page.get_by_text(re.compile(rf"Step {number} of")).first).to_be_visible()
