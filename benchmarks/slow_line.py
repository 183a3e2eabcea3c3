"""First visit over a slow line, against a blank Streamlit page over the same: seconds and bytes.

The browser holds itself to 2 Mbit/s and has each answer begin 100 ms late, as a phone does at the edge of a room. What
is waited for is that a page can be used; the bytes are those of all that it fetches until two seconds later.
"""

import sys
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Browser

from benchmarks.first_visit import PAGES as MEASURED
from benchmarks.first_visit import usable_after
from benchmarks.serving import ROOT, chromium, served

TIMES = 3
AT_MOST = 0.6
"""Times the blank page, for both."""
LINE = {"offline": False, "latency": 100, "downloadThroughput": 250_000, "uploadThroughput": 125_000}
"""Milliseconds and bytes per second."""
NAMES = ("start", "pipeline", "quick-fire")
PAGES = (*(page[:3] for page in MEASURED if page[0] in NAMES), ("join", "/join", "input"))
"""Name, path, what can be used once the page is there."""
_BYTES = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, each) => sum + each.transferSize, 0)"""


def visit(browser: Browser, url: str, selector: str) -> tuple[float, float]:
    """Seconds from navigation to `selector`, and kB."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    page.goto(url, wait_until="commit")
    taken = usable_after(page, selector)
    page.wait_for_timeout(2000)
    weight = float(page.evaluate(_BYTES)) / 1000
    context.close()
    return taken, weight


def main() -> int:
    """Prints a row per page; 1 when a page takes or weighs more than its share of the blank page."""
    with chromium() as browser, ExitStack() as servers:
        blank = servers.enter_context(served(ROOT / "benchmarks/blank/blank.py"))
        app = servers.enter_context(served(ROOT / "app.py"))
        asked = [("blank", blank, "h1"), *((name, app + path, selector) for name, path, selector in PAGES)]
        found: dict[str, list[tuple[float, float]]] = {name: [] for name, _, _ in asked}
        for _ in range(TIMES):
            for name, url, selector in asked:
                found[name].append(visit(browser, url, selector))
    print(f"First visit by phone over 2 Mbit/s, median of {TIMES}: s, kB; ratios to the blank page ≤ {AT_MOST}")
    seconds, weight = (median(one) for one in zip(*found["blank"], strict=True))
    failed = False
    for name, visits in found.items():
        taken, weighs = (median(one) for one in zip(*visits, strict=True))
        slow = name != "blank" and max(taken / seconds, weighs / weight) > AT_MOST
        failed |= slow
        word = "" if name == "blank" else f"{taken / seconds:.2f}, {weighs / weight:.2f} {'MISSED' if slow else 'ok'}"
        print(f"{name:10} {taken:5.2f} s {weighs:6.0f} kB {word}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
