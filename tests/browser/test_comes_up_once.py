"""A page comes up once and stays: what can be read does not move while the rest is on its way."""

import pytest

from tests.browser.conftest import at
from tests.browser.views import pages
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

MOST = 0.1
"""Of the window, as browsers count it: the part that was moved, times how far. What they call good."""

MOVED = """() => new Promise((done) => {
  const watch = new PerformanceObserver((list) => done(list.getEntries().filter((each) => !each.hadRecentInput).map(
    ({ value, sources }) => [value, sources.map(({ node }) => node?.textContent.trim().slice(0, 40) ?? "a figure")])))
  watch.observe({ type: "layout-shift", buffered: true })
  setTimeout(() => done([]), 100)
})"""

PUT_IN = """() => {
  document.putIn = new Promise((done) => {
    const watch = new MutationObserver(() => {
      const waits = document.querySelector('[data-testid="stElementContainer"][data-stale="true"]')
      if (!waits) return
      watch.disconnect()
      const anew = document.querySelector(".stMain").appendChild(waits.cloneNode())
      done(Number(getComputedStyle(anew).opacity))
    })
    watch.observe(document.body, { subtree: true, attributeFilter: ["data-stale"] })
  })
}"""
"""Puts in, in the middle of a run, an element like those that the run has not reached yet; how much of it is seen."""

WIDE, HAND = at(1400, 900), at(390, 844, has_touch=True, is_mobile=True)
MORE = [
    "/decide?problem=style",
    "/decide?problem=style&style-prompting=yes&style-examples=yes",
    "/quick-fire?way=drill",
    "/quick-fire?way=exam",
    "/interview?way=mock",
    "/calculators?calc=break-even&months=12",
]


@pytest.mark.parametrize("context_options", [WIDE, HAND], ids=["wide", "phone"])
@pytest.mark.parametrize("address", [*pages(), *MORE])
def test_page_that_can_be_read_does_not_move(visit: Visit, address: str) -> None:
    visit.open(address)
    moves = visit.page.evaluate(MOVED)
    assert sum(value for value, _ in moves) <= MOST, [move for move in moves if move[0] > MOST / 20]


def test_what_is_put_in_anew_in_the_middle_of_a_run_does_not_blink(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.page.evaluate(PUT_IN)
    visit.button("Next").click()
    assert visit.page.evaluate("document.putIn") == 1
