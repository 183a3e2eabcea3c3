"""First visit with a cold browser until a page can be used, against a blank Streamlit page in the same run.

Each visit comes from a page of another site, as a visitor's does, so that the browser begins a process for it. From an
empty tab it begins one only for a document with the header `cross-origin-opener-policy`, which ours have and the blank
page has not: then the blank page alone would be spared that.
"""

import sys
from contextlib import ExitStack
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from benchmarks.serving import ROOT, chromium, served

TIMES = 9
# Playwright's own waiting looks less and less often, up to every 500 ms; this looks at every frame, and into
# shadow roots.
FOUND = """(selector) => {
  const visible = (element) => element && element.getClientRects().length > 0
  const search = (root) => {
    if (visible(root.querySelector(selector))) return true
    for (const host of root.querySelectorAll('[data-testid^="stBidiComponent"], [data-testid^="stBidiComponent"] *'))
      if (host.shadowRoot && search(host.shadowRoot)) return true
    return false
  }
  return search(document) ? performance.now() : false
}"""
CURVE = ".drawings svg.wide"
BLANKS = {"blank": ("blank.py", "h1"), "blank + plot": ("plot.py", CURVE)}
BESIDE_PLOT = {"lab"}
"""Pages that are measured against a blank page with the same plot."""
PAGES = (
    # name, path, what can be used once the page is there, at most so many times the blank page
    ("start", "/", "input[type=radio]", 1.15),
    ("pipeline", "/pipeline", ".node[data-id=sft][role=button]", 1.5),
    ("fine-tuning", "/fine-tuning", "h1", 1.5),
    ("alignment", "/alignment", "h1", 1.5),
    ("pitfalls", "/pitfalls", "h1", 1.5),
    ("takeaways", "/takeaways", "h1", 1.5),
    ("lab", "/lab?station=adapt&run=lora", CURVE, 1.5),
    ("decide", "/decide", ".node[data-id=rag][role=button]", 1.5),
    ("quick-fire", "/quick-fire", ".st-key-review-check-press button, .st-key-review-give-up-press button", 1.5),
    ("cases", "/cases", ".st-key-case-start-press button:not(:disabled)", 1.5),
    ("interview", "/interview", ".st-key-interview-choice-start button", 1.5),
    ("progress", "/progress", ".st-key-progress-first button", 1.5),
    ("compare", "/compare", ".js-plotly-plot", 2.6),
    ("calculators", "/calculators?calc=memory&method=qlora", ".js-plotly-plot", 2.6),
)


def visit(browser: Browser, url: str, selector: str) -> tuple[float, list[str]]:
    """Seconds from navigation to `selector`, and the scripts that were fetched."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(f"http://localhost:{urlsplit(url).port}/_stcore/health")  # to a browser another site than 127.0.0.1
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url) if request.resource_type == "script" else None)
    page.goto(url, wait_until="commit")
    taken = usable_after(page, selector)
    context.close()
    return taken, scripts


def usable_after(page: Page, selector: str) -> float:
    """Waits until `selector` can be seen; the seconds from the navigation until then."""
    return float(page.wait_for_function(FOUND, arg=selector, polling="raf", timeout=60_000).json_value()) / 1000


def main() -> int:
    """Prints a row per page; 1 when a page is slower than its limit or fetches plotting code that it does not show."""
    with chromium() as browser, ExitStack() as servers:
        folder = ROOT / "benchmarks/blank"
        asked = [
            (name, servers.enter_context(served(folder / script)), selector)
            for name, (script, selector) in BLANKS.items()
        ]
        app = servers.enter_context(served(ROOT / "app.py"))
        asked += [(name, app + path, selector) for name, path, selector, _ in PAGES]
        for _, url, selector in asked:
            visit(browser, url, selector)
        times: dict[str, list[float]] = {name: [] for name, _, _ in asked}
        plotting = set()
        for _ in range(TIMES):
            for name, url, selector in asked:
                taken, scripts = visit(browser, url, selector)
                times[name].append(taken)
                plotting |= {name} if any("plotly" in script.lower() for script in scripts) else set()
    return int(told(times, plotting))


def told(times: dict[str, list[float]], plotting: set[str]) -> bool:
    """Prints the rows; whether a page missed its limit."""
    failed = False
    print(f"First visit, cold browser, median of {TIMES} (min–max) in s; ratio to the blank page; limit")
    for name in BLANKS:
        print(f"{name:12} {_spread(times[name])}")
    for name, _, _, limit in PAGES:
        base = "blank + plot" if name in BESIDE_PLOT else "blank"
        ratio = median(times[name]) / median(times[base])
        slow = ratio > limit or (name in plotting and limit < 2)
        failed |= slow
        note = "plotting code" if name in plotting else ""
        note = f"to {base}" if name in BESIDE_PLOT else note
        print(f"{name:12} {_spread(times[name])} × {ratio:.2f} ≤ {limit} {'MISSED' if slow else 'ok'} {note}")
    return failed


def _spread(taken: list[float]) -> str:
    return f"{median(taken):.2f} ({min(taken):.2f}–{max(taken):.2f})"


if __name__ == "__main__":
    sys.exit(main())
