"""Enter in the menus that match pairs: on to the next one that is open, then to the answer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.gallery.gallery_server import running_gallery
from tests.browser.visit import Visit


@pytest.fixture(scope="module")
def app() -> Iterator[str]:
    with running_gallery() as address:
        yield address


def test_enter_goes_from_menu_to_open_menu_and_then_gives_the_pairs(visit: Visit) -> None:
    visit.open("/?item=example-match")
    visit.page.get_by_label("It misses our tone").select_option(label="Fine-tuning")
    visit.tab_to(visit.page.get_by_label("It does not know our catalogue"))
    visit.press("r", "Enter")
    expect(visit.page.get_by_label("It is too slow")).to_be_focused()
    visit.press("Enter")
    expect(visit.page.get_by_label("It is too slow")).to_be_focused()
    expect(visit.page.locator(".ll-said")).to_have_count(0)
    visit.press("a", "Enter")
    expect(visit.page.locator(".ll-said")).to_have_text("check_circleRight.")


def test_enter_in_an_unfolded_menu_takes_the_row(visit: Visit) -> None:
    visit.open("/?item=example-match")
    first = visit.page.get_by_label("It does not know our catalogue")
    visit.tab_to(first)
    visit.press("Space")
    visit.page.wait_for_timeout(300)
    visit.press("ArrowDown", "Enter")
    expect(first).not_to_have_value("")
    expect(first).to_be_focused()
    expect(visit.page.get_by_text("1 of 3 matched")).to_be_visible()


def test_arrow_of_a_menu_stands_off_its_edge_and_words_end_before_it(visit: Visit) -> None:
    visit.open("/?item=example-match")
    menu = visit.page.get_by_label("It is too slow")
    appearance, room, edge, sign = menu.evaluate(
        """menu => { const after = getComputedStyle(menu.parentElement, "::after"), own = getComputedStyle(menu)
        return [own.appearance, parseFloat(own.paddingRight), parseFloat(after.right), parseFloat(after.width)] }"""
    )
    assert (appearance, edge) == ("none", 8)
    assert room >= edge + sign
