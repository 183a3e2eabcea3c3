"""Showing the answer of a review, and going on to the next item, against a fragment rerun of a blank page."""

import sys
import tempfile
from statistics import median

from playwright.sync_api import Page

from benchmarks.click import CLICK, LIMIT, TIMES, blank_clicks, pause
from benchmarks.serving import ROOT, chromium, served

REVEAL = ".st-key-review-give-up-press button, .st-key-review-check-press button:not(:disabled)"
GRADE = ".st-key-grade-4 button"
ANSWER = "Here is the answer."


def review_clicks(page: Page, address: str) -> tuple[list[float], list[float]]:
    """Milliseconds from a press to the feedback, and from a grade to the next item's button."""
    page.goto(f"{address}/quick-fire")
    reveals, grades = [], []
    for number in range(1, TIMES + 2):
        page.locator(REVEAL).first.wait_for()
        pause()
        reveals.append(page.evaluate(CLICK, [REVEAL, ANSWER]))
        page.locator(GRADE).wait_for()
        pause()
        grades.append(page.evaluate(CLICK, [GRADE, f"{15 - number} new"]))
    return reveals[1:], grades[1:]


def main() -> int:
    """Prints both and their ratios; 1 when one is over the limit."""
    with (
        tempfile.TemporaryDirectory() as data,
        chromium() as browser,
        served(ROOT / "benchmarks/blank/blank.py") as blank,
        served(ROOT / "app.py", LLM_LADDER_DATA=data, LLM_LADDER_SECRET="only measured with") as app,
    ):
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        base = blank_clicks(page, blank)
        reveals, grades = review_clicks(page, app)
    print(f"Press until shown, median of {TIMES} (max) in ms")
    print(f"blank fragment {median(base):.0f} ({max(base):.0f})")
    failed = False
    for name, taken in (("answer → feedback", reveals), ("grade → next item", grades)):
        ratio = median(taken) / median(base)
        failed |= ratio > LIMIT
        verdict = "ok" if ratio <= LIMIT else "MISSED"
        print(f"{name} {median(taken):.0f} ({max(taken):.0f}) × {ratio:.2f} ≤ {LIMIT} {verdict}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
