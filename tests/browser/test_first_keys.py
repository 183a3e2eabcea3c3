"""A key pressed as soon as a page shows what it is for counts, though the code that takes it is still to come."""

from playwright.sync_api import Page, Route, expect

from tests.browser.visit import Visit

CODE = "**/BidiComponent.*.js"


class HeldCode:
    """The code of components, which does not come until it is let go."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.route(CODE, self._hold)

    def _hold(self, route: Route) -> None:
        """Leaves it unanswered."""

    def let_go(self) -> None:
        """Playwright answers what was held."""
        self._page.unroute(CODE)


def test_key_of_a_review_waits_for_the_code_that_takes_it(visit: Visit) -> None:
    held = HeldCode(visit.page)
    visit.page.goto(f"{visit.app}/quick-fire", wait_until="commit")
    expect(visit.button("I do not know")).to_be_visible()
    visit.press("n")
    held.let_go()
    expect(visit.page.locator(".ll-said")).to_be_visible()


def test_key_that_nothing_took_is_not_pressed_on_the_next_page(visit: Visit) -> None:
    visit.open("/")
    visit.press("n")
    visit.page.get_by_role("link", name="Practise").click()
    expect(visit.button("I do not know")).to_be_visible()
    visit.page.locator(".key-presses").wait_for(state="attached")
    visit.page.wait_for_timeout(300)
    expect(visit.page.locator(".ll-said")).to_have_count(0)
