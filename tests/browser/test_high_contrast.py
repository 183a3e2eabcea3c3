"""With forced colours what is chosen, what is slid and what is measured can still be told from the page."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

forced = pytest.mark.parametrize("context_options", [at(1280, 900, forced_colors="active")], ids=["forced"])


def ground(part: Locator) -> str:
    return str(part.evaluate("part => getComputedStyle(part).backgroundColor"))


@forced
def test_the_chosen_step_and_the_thumb_of_a_slider_are_seen_in_forced_colours(visit: Visit) -> None:
    visit.open("/lab?station=tune&run=tune")
    steps = visit.page.locator('[role="radiogroup"] > button[role="radio"]')
    expect(steps.first).to_be_visible()
    chosen, other = (steps.and_(visit.page.locator(f'[aria-checked="{state}"]')).first for state in ("true", "false"))
    assert ground(chosen) != ground(other)
    thumb = visit.page.locator('[data-testid="stSlider"] [data-rac]:has(> div > input[type="range"])')
    assert ground(thumb) != ground(visit.page.locator("body"))


@forced
def test_the_bars_and_the_figure_of_a_calculator_are_seen_in_forced_colours(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=full")
    page = ground(visit.page.locator("body"))
    expect(visit.page.locator(".ll-gauge .use").first).to_be_visible()
    assert ground(visit.page.locator(".ll-gauge .use").first) != page
    swatches = visit.page.locator(".ll-legend .ll-sw")
    assert ground(swatches.nth(0)) != ground(swatches.nth(1))
