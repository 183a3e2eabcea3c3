"""What holds on every page of the map: axe is content, nothing scrolls sideways, a finger can press everything."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.views import pages, views
from tests.browser.visit import Visit
from tests.open_pages import OpenPage, open_pages

pytestmark = pytest.mark.leaves_page
every_view = pytest.mark.parametrize("address", views())

# axe skips the contrast of text outside the visible part of Streamlit's scroll box: hence the tall windows.
# Left out are two things of Streamlit's own: its phone menu puts headings into a list, and the box to drop a file on
# has a name although it is no part of the page for those who hear it; the button in it is, and is checked.
LEFT_OUT = {"exclude": [["[data-testid='stSidebarNav']"]]}
STREAMLITS_OWN = ('presentation-role-conflict: <section role="presentation"', "stFileUploaderDropzone")
COLOURS = ["color-contrast", "link-in-text-block"]
TALL = 6000
PHONE = at(390, TALL, has_touch=True, is_mobile=True)


BETWEEN = (1024, 768, 700)
"""A small laptop, a tablet upright, and a page of 1,400 at 200 %."""
WIDE, HAND = at(1400, 900), at(390, 844, has_touch=True, is_mobile=True)


# Of all that axe has to tell, only what is wrong comes back; and one page gets its script once.
IS_LOADED = "'axe' in window"
RUN = "async asked => (await axe.run(asked.within, {resultTypes: ['violations'], ...asked.rules})).violations"


def complaints(visit: Visit, **rules: object) -> list[str]:
    if not visit.page.evaluate(IS_LOADED):
        visit.page.evaluate(Axe().axe_script)
    found = visit.page.evaluate(RUN, {"within": LEFT_OUT, "rules": rules})
    lines = [
        f"{rule['id']}: {node['html'][:160]} ({why['message']})"
        for rule in found
        for node in rule["nodes"]
        for why in [*node["any"], *node["all"], *node["none"]][:1]
    ]
    return [line for line in lines if not all(words in line for words in STREAMLITS_OWN)]


def complaints_in_both_themes(visit: Visit, width: int | None = None) -> list[str]:
    """What axe finds; without a width the window stays as it is, and must be tall already.

    The dark theme has the same document in other colours: there only colours are looked at.
    """
    if width is not None:
        visit.page.set_viewport_size({"width": width, "height": TALL})
    visit.switch_scheme("light")
    found = complaints(visit)
    visit.switch_scheme("dark")
    return [*found, *(f"{line} (dark)" for line in complaints(visit, runOnly=COLOURS))]


@every_view
@pytest.mark.parametrize("context_options", [WIDE], ids=["wide"])
def test_wide_screen_shows_headings_in_order_readable_figures_and_nothing_for_axe(visit: Visit, address: str) -> None:
    visit.open(address)
    levels = visit.ask("headings")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    text = visit.ask("figureText")
    assert text["name"] is None or text["name"] >= 14 - 0.05
    assert text["rest"] is None or text["rest"] >= 12 - 0.05
    assert visit.sideways(*BETWEEN) == dict.fromkeys(BETWEEN, 0)
    assert complaints_in_both_themes(visit, 1400) == []


@every_view
@pytest.mark.parametrize("context_options", [HAND], ids=["phone"])
def test_phone_scrolls_nothing_sideways_has_room_for_fingers_and_nothing_for_axe(visit: Visit, address: str) -> None:
    visit.open(address)
    assert visit.ask("smallTargets") == []
    assert visit.sideways(390, 320) == {390: 0, 320: 0}
    assert complaints_in_both_themes(visit, 390) == []


PLANT = """() => {
  const box = document.querySelector('[data-testid="stMainBlockContainer"]')
  const words = document.createElement('p')
  words.textContent = 'Planted: too pale to read'
  words.style.cssText = 'color:#cccccc;background:#ffffff;margin-top:3000px'
  box.append(words, document.createElement('button'))
}"""


@pytest.mark.parametrize("context_options", [at(1400, TALL)], ids=["wide"])
def test_axe_finds_what_was_planted_far_down(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.page.evaluate(PLANT)
    found = {line.split(":")[0] for line in complaints(visit)}
    assert {"color-contrast", "button-name"} <= found


@pytest.mark.parametrize("page", open_pages(), ids=lambda page: page.address)
def test_menu_opens_the_page_and_the_tab_names_it(visit: Visit, page: OpenPage) -> None:
    visit.open("/pipeline" if page.address == "/" else "/")
    item = visit.page.get_by_role("menuitem", name=page.title, exact=True)
    for section in visit.page.get_by_test_id("stTopNavSection").all():
        section.click()
        visit.page.get_by_role("menu").wait_for()
        if item.count():
            break
        visit.press("Escape")
    item.click()
    visit.page.wait_for_url(lambda url: url.removeprefix(visit.app).rstrip("/") == page.address.rstrip("/"))
    visit.settle()
    expect(visit.page.locator("h1")).to_be_visible()
    expect(visit.page).to_have_title(f"{page.title} · LLM Ladder")


@pytest.mark.parametrize("address", pages())
def test_unknown_parameters_change_nothing(visit: Visit, address: str) -> None:
    visit.open(f"{address}?utm=<b>x</b>&utm=2&long={'y' * 10_000}")
    expect(visit.page.locator("h1")).to_be_visible()
    assert visit.page.get_by_test_id("stException").count() == 0
    assert visit.page.locator(".ll-fault").count() == 0
