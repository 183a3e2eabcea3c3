"""A slider until the new result shows, against a blank fragment; one compute; a table of 10,000 rows."""

import sys
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page

from benchmarks.click import blank_clicks, pause
from benchmarks.serving import ROOT, chromium, seconds, served
from core.calculator_page.opened import open_address
from core.calculators.batch import Table, run_batch
from core.calculators.registry import calculators
from core.content.reference_loader import load_reference

TIMES = 15
LIMIT, COMPUTE_LIMIT_MS, TABLE_LIMIT_S = 2.0, 2.0, 10.0
ADDRESS = "/calculators?calc=memory&model=Llama-3.1-8B&method=lora&gpu=A10G"

# Timed inside the page: from the key or click to the first frame in which the headline is another one.
WATCH = """(kind) => {
  const result = () => document.querySelector(".ll-result b")?.textContent, before = result()
  window.taken = new Promise((done) => addEventListener(kind, () => {
    const start = performance.now()
    const look = () => result() !== before ? done(performance.now() - start) : requestAnimationFrame(look)
    look()
  }, { capture: true, once: true }))
}"""


def recomputes(page: Page, address: str) -> tuple[list[float], list[float]]:
    """Milliseconds from choosing a method, and from a step of the rank's slider, to the new peak."""
    page.goto(address + ADDRESS)
    page.locator(".ll-result").wait_for()
    page.wait_for_timeout(1500)
    methods, ranks = [], []
    for n in range(TIMES + 1):
        page.evaluate(WATCH, "click")
        page.get_by_role("radio", name=("QLoRA", "LoRA")[n % 2], exact=True).click()
        methods.append(float(page.evaluate("() => window.taken")))
        pause()
    page.locator("input[type=range]").focus()
    for n in range(TIMES + 1):
        page.evaluate(WATCH, "keydown")
        page.keyboard.press(("ArrowRight", "ArrowLeft")[n % 2])
        ranks.append(float(page.evaluate("() => window.taken")))
        pause()
    return methods[1:], ranks[1:]


def compute_ms() -> dict[str, float]:
    """Median milliseconds of opening one address, result included, for each calculator."""
    reference = load_reference(Path(ROOT) / "content" / "reference")

    def compute(calculator: Any) -> float:
        inputs = open_address(calculator, {}, reference).inputs
        return 1000 * seconds(lambda: calculator.compute(inputs, reference), 50)

    return {name: compute(calculator) for name, calculator in calculators().items()}


def table_seconds() -> float:
    """Seconds for 10,000 rows of the memory calculator."""
    reference = load_reference(Path(ROOT) / "content" / "reference")
    head = ("model", "method", "seq_len", "micro_batch")
    rows = tuple(("Llama-3.1-8B", ("full", "lora", "qlora")[n % 3], str(256 + n), "1") for n in range(10_000))
    return seconds(lambda: run_batch(calculators()["memory"], Table(head, rows), reference), 1)


def main() -> int:
    """Prints the three; 1 when one is over its limit."""
    with chromium() as browser, served(ROOT / "benchmarks/blank/blank.py") as blank, served(ROOT / "app.py") as app:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        blank_ms, (method_ms, rank_ms) = blank_clicks(page, blank), recomputes(page, app)
    base, computes, table = median(blank_ms), compute_ms(), table_seconds()
    ratio, slider = median(method_ms) / base, median(rank_ms) / base
    print(f"Press until the new result shows, median of {TIMES} (max) in ms")
    print(f"blank fragment  {base:.0f} ({max(blank_ms):.0f})")
    for name, taken, times in (("method", method_ms, ratio), ("rank, slider", rank_ms, slider)):
        word = "ok" if times <= LIMIT else "MISSED"
        print(f"{name:15} {median(taken):.0f} ({max(taken):.0f}) × {times:.2f} ≤ {LIMIT} {word}")
    slowest = max(computes, key=lambda name: computes[name])
    print(f"one compute, slowest: {slowest} {computes[slowest]:.2f} ms ≤ {COMPUTE_LIMIT_MS}")
    print(f"table of 10,000 rows, memory: {table:.1f} s ≤ {TABLE_LIMIT_S}")
    return int(max(ratio, slider) > LIMIT or computes[slowest] > COMPUTE_LIMIT_MS or table > TABLE_LIMIT_S)


if __name__ == "__main__":
    sys.exit(main())
