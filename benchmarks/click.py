"""Pressing a node until its panel shows, against a fragment rerun of a blank page in the same run."""

import random
import sys
import time
from statistics import median

from playwright.sync_api import Page

from benchmarks.serving import ROOT, chromium, served

TIMES = 13
LIMIT = 2.0
PAUSE_S, FRAME_S = 0.2, 1 / 60

# Both are timed inside the page, from the click to the first frame that has the new text, laid out. Text is looked for
# as it stands in the document: asking for what is drawn lays the page out at every frame, which the page then pays for.
CLICK = """([press, shown]) => new Promise((done) => {
  const deep = (root, selector) => {
    const found = root.querySelector(selector)
    if (found) return found
    for (const host of root.querySelectorAll("*")) {
      const inside = host.shadowRoot && deep(host.shadowRoot, selector)
      if (inside) return inside
    }
    return null
  }
  const start = performance.now()
  const target = deep(document, press)
  target.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }))
  const there = () => document.body.textContent.includes(shown) && (document.body.getBoundingClientRect(), true)
  const look = () => there() ? done(performance.now() - start) : requestAnimationFrame(look)
  look()
})"""


_chance = random.Random(1)


def pause() -> None:
    """Waits between two presses, of ours and of the blank page alike, and up to a frame longer.

    A press right after a frame finds all awake and the next frame a whole one away: it takes half as long.
    """
    time.sleep(PAUSE_S + _chance.uniform(0, FRAME_S))


def blank_clicks(page: Page, address: str) -> list[float]:
    """Milliseconds from a click to the new text, on the blank page."""
    page.goto(address)
    page.get_by_text("Counted 0").wait_for()
    page.get_by_role("button", name="Count").wait_for()
    taken = []
    for n in range(TIMES + 1):
        pause()
        taken.append(page.evaluate(CLICK, ["[data-testid=stButton] button", f"Counted {n + 1}"]))
    return taken[1:]


def node_clicks(page: Page, address: str) -> list[float]:
    """Milliseconds from pressing a node to its panel, on the pipeline page."""
    page.goto(f"{address}/pipeline?step=raw-text")
    page.locator(".node[data-id=sft][role=button]").wait_for()
    ids = [page.locator(".node").nth(n).get_attribute("data-id") for n in range(11)]
    taken = []
    for n in range(TIMES + 1):
        number = 2 + n % 8
        pause()
        taken.append(page.evaluate(CLICK, [f".node[data-id={ids[number - 1]}]", f"Step {number} of 11"]))
    return taken[1:]


def main() -> int:
    """Prints both and their ratio; 1 when it is over the limit."""
    with chromium() as browser, served(ROOT / "benchmarks/blank/blank.py") as blank, served(ROOT / "app.py") as app:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        blank_ms, node_ms = blank_clicks(page, blank), node_clicks(page, app)
    ratio = median(node_ms) / median(blank_ms)
    print(f"Click until shown, median of {TIMES} (max) in ms")
    print(f"blank fragment {median(blank_ms):.0f} ({max(blank_ms):.0f})")
    verdict = "ok" if ratio <= LIMIT else "MISSED"
    print(f"pipeline node  {median(node_ms):.0f} ({max(node_ms):.0f}) × {ratio:.2f} ≤ {LIMIT} {verdict}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
