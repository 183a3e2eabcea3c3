"""What a person does on a page, in the words of the tests."""

import re
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.server import SECRET
from tests.history import cookie

CHECKS = re.sub("^ *//.*\n", "", (Path(__file__).parent / "checks.js").read_text(encoding="utf-8"), flags=re.M)
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
DRAWN = """() => !document.querySelector('[data-testid$="Skeleton"], .ll-plot:not(.js-plotly-plot)')"""
STILL = """() => document.getAnimations().every(each =>
  each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)"""

FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"

PLACES = """(target) => {
  const row = [...target.closest("[role=radiogroup]").querySelectorAll("[role=radio]")]
  return [row.indexOf(document.activeElement), row.indexOf(target)]
}"""

_STRANGERS = count(1)


def stranger() -> str:
    """The name of a learner that no test has had, nor a first try of the same test."""
    return f"stranger-{next(_STRANGERS)}"


class Visit:
    """A page of the app in a browser."""

    def __init__(self, page: Page, app: str) -> None:
        self.page = page
        self.app = app

    def open(self, address: str) -> "Visit":
        """Opens an address; `#name` at its end opens it as the learner of that name."""
        address, _, learner = address.partition("#")
        if learner:
            self.page.context.add_cookies([{**cookie(learner, SECRET), "url": self.app}])  # type: ignore[list-item]
        self.page.goto(self.app + address)
        self.page.locator("h1").first.wait_for()
        self.settle()
        return self

    def settle(self) -> None:
        """Waits until the script has run, what draws its widgets has been loaded, and what it drew stands still."""
        self.page.locator(IDLE).wait_for()
        self.page.wait_for_function("document.fonts.status === 'loaded'")
        self.page.wait_for_function(DRAWN)

    def stand_still(self) -> None:
        """Waits until no colour and nothing faded is on its way; what turns for ever is not waited for."""
        self.settle()
        self.page.wait_for_function(STILL)

    def resize(self, width: int, height: int = 700) -> None:
        """Makes the window another size; Streamlit measures its menu anew and draws it once more a frame later."""
        self.page.set_viewport_size({"width": width, "height": height})
        for _ in range(3):
            self.page.evaluate(FRAMES)
        self.settle()

    def switch_scheme(self, scheme: str) -> None:
        """What happens when the system turns dark or light; the app follows."""
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        self.page.wait_for_function(
            "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme", arg=scheme
        )
        self.stand_still()

    def ask(self, question: str) -> Any:
        """The answer to one of the questions in checks.js."""
        return self.page.evaluate(f"({CHECKS})[{question!r}]()")

    def sideways(self, *widths: int) -> dict[int, int]:
        """How many pixels of the page lie beyond the window, by its width."""
        found = {}
        for width in widths:
            self.resize(width)
            found[width] = self.ask("sideways")
        return found

    def params(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.page.url).query).items()}

    def wait_for_params(self, **wanted: str) -> None:
        names = {name.replace("_", "-"): value for name, value in wanted.items()}
        self.page.wait_for_function(
            "wanted => { const now = new URLSearchParams(location.search);"
            " return Object.entries(wanted).every(([name, value]) => now.get(name) === value) }",
            arg=names,
        )
        self.settle()

    def node(self, node_id: str) -> Locator:
        return self.page.locator(f'.node[data-id="{node_id}"]')

    def button(self, name: str) -> Locator:
        """The button whose name begins so; a hint of its key may follow."""
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}"))

    def heading(self, text: str) -> Locator:
        return self.page.get_by_role("heading", name=text)

    def sees_heading(self, text: str) -> None:
        expect(self.heading(text).first).to_be_visible()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, target: Locator, most: int = 60) -> None:
        """Presses Tab until the target has the focus, as somebody without a mouse has to."""
        for _ in range(most):
            if target.count() and target.first.evaluate("e => e.matches(':focus')"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{most} Tabs did not reach {target}")

    def arrow_to(self, target: Locator) -> None:
        """Tab leads to the button of a row that is chosen, and arrows from there to the target."""
        row = target.locator("xpath=ancestor::*[@role='radiogroup'][1]").get_by_role("radio")
        self.tab_to(row.and_(self.page.locator('[aria-checked="true"]')))
        at, there = target.evaluate(PLACES)
        self.press(*["ArrowRight" if there > at else "ArrowLeft"] * abs(there - at))
        expect(target).to_be_focused()

    def focused(self) -> str:
        """What has the focus, in words: looks into open shadow roots."""
        return str(
            self.page.evaluate(
                "() => { let e = document.activeElement;"
                " while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;"
                " return e ? (e.dataset.id || e.getAttribute('aria-label') || e.textContent || e.tagName) : '' }"
            )
        )
