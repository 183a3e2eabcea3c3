"""The forms and the feedback of every kind: axe is content, a thumb hits everything, nothing scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from core.content.items import KINDS
from tests.browser.conftest import at
from tests.browser.gallery.gallery_server import running_gallery
from tests.browser.test_every_page import complaints_in_both_themes
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

PHONE = at(390, 844, has_touch=True, is_mobile=True)
wide = pytest.mark.parametrize("context_options", [at(1400, 16_000)], ids=["wide"])
tall_phone = pytest.mark.parametrize(
    "context_options", [at(390, 24_000, has_touch=True, is_mobile=True)], ids=["phone"]
)
phone = pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])
both_galleries = pytest.mark.parametrize("which", ["forms", "feedback"])


@pytest.fixture(scope="module")
def app() -> Iterator[str]:
    with running_gallery() as address:
        yield address


@phone
def test_rows_are_answered_with_a_thumb(visit: Visit) -> None:
    visit.open("/?item=example-single-choice")
    rows = visit.page.locator('[class*="st-key-choice"] [role="radiogroup"] > *')
    assert [row for row in rows.all() if (row.bounding_box() or {"height": 0})["height"] < 44] == []
    box = rows.last.bounding_box()
    assert box
    visit.page.touchscreen.tap(box["x"] + box["width"] - 12, box["y"] + box["height"] - 8)
    visit.settle()
    visit.button("Check answer").tap()
    expect(visit.page.locator(".ll-said")).to_be_visible()


def test_ring_around_a_button_that_moves_nothing_is_as_strong_as_any_other(visit: Visit) -> None:
    visit.open("/?item=example-order")
    first = visit.button("Move up: RLHF or DPO")
    expect(first).to_have_attribute("aria-disabled", "true")
    visit.tab_to(first)
    expect(first).to_have_css("outline-style", "solid")
    expect(first).to_have_css("opacity", "1")


# Orca with Firefox says nothing of a sentence that it is led to when its words stand in a box of their own.
def test_a_verdict_is_read_by_who_is_led_to_it(visit: Visit) -> None:
    visit.open("/?all=feedback")
    verdicts = visit.page.locator(".ll-said")
    found = verdicts.evaluate_all(
        """all => all.map((one) => {
          const said = [...one.children].filter((part) => part.ariaHidden !== "true")
          return [one.getAttribute("tabindex"), ...said.map((part) => getComputedStyle(part).display)].join(" ")
        })"""
    )
    assert len(found) > len(KINDS)
    assert set(found) <= {"-1", "-1 inline"}


@phone
def test_fields_are_large_enough_not_to_zoom(visit: Visit) -> None:
    visit.open("/?all=forms")
    sizes = visit.page.locator("input[id^=field], select").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert len(sizes) > len(KINDS)
    assert min(sizes) >= 16


@both_galleries
@phone
def test_nothing_scrolls_sideways_and_a_finger_hits_everything(visit: Visit, which: str) -> None:
    visit.open(f"/?all={which}")
    assert visit.ask("smallTargets") == []
    assert visit.sideways(390, 320) == {390: 0, 320: 0}


@both_galleries
@wide
def test_axe_finds_nothing_on_a_wide_screen(visit: Visit, which: str) -> None:
    visit.open(f"/?all={which}")
    assert complaints_in_both_themes(visit) == []


@both_galleries
@tall_phone
def test_axe_finds_nothing_on_a_phone(visit: Visit, which: str) -> None:
    visit.open(f"/?all={which}")
    assert complaints_in_both_themes(visit) == []
