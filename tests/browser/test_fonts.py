"""Which fonts a first visit fetches: those that a page shows, and no other; and that they have every icon."""

import pytest
from playwright.sync_api import Response

from tests.browser.views import pages
from tests.browser.visit import Visit
from tests.icon_font import OURS

WIDE = """() => {
  const roots = [document, ...[...document.querySelectorAll('*')].map(each => each.shadowRoot).filter(Boolean)]
  const shown = roots.flatMap(root => [...root.querySelectorAll('[data-testid="stIconMaterial"], .ll-icon, .icon')])
    .filter(each => each.getClientRects().length && each.textContent.trim())
  const wide = shown.filter(each => {
    const range = document.createRange()
    range.selectNodeContents(each)
    return range.getBoundingClientRect().width > 1.1 * parseFloat(getComputedStyle(each).fontSize)
  })
  return [shown.length, wide.map(each => each.textContent)]
}"""
"""How many icons there are, and the names of those that stand there as a word."""


@pytest.mark.parametrize("address", ["/", "/pipeline", "/quick-fire", "/calculators"])
def test_first_visit_fetches_no_font_that_it_does_not_show(visit: Visit, address: str) -> None:
    fonts: dict[str, int] = {}

    def note(answer: Response) -> None:
        if answer.request.resource_type == "font":
            fonts[answer.url.rpartition("/")[2]] = len(answer.body())

    visit.page.on("response", note)
    visit.open(address)
    assert "ibm-plex-sans-latin-wght-normal.woff2" in fonts
    assert [name for name in fonts if name.startswith("Source")] == []
    assert {size for name, size in fonts.items() if name.startswith("MaterialSymbols")} == {OURS.stat().st_size}


@pytest.mark.leaves_page
@pytest.mark.parametrize("view", pages())
def test_every_icon_is_drawn_as_a_sign(visit: Visit, view: str) -> None:
    visit.open(view)
    visit.page.wait_for_function(f"({WIDE})()[0] > 0")  # the bar above may be drawn after the page
    assert visit.page.evaluate(WIDE)[1] == []
