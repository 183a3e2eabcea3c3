"""An exam on a phone, where a question with its options is longer than the screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.practised import Practised
from tests.browser.visit import Visit, stranger

HEADER_PX = 60


@pytest.mark.parametrize("context_options", [at(360, 500, has_touch=True, is_mobile=True)], ids=["small phone"])
def test_next_question_is_read_from_its_head_not_from_its_options(visit: Visit) -> None:
    here = Practised(visit.page, visit.app).open(f"/quick-fire?way=exam#{stranger()}")
    here.button("Start the exam").tap()
    for place in range(2, 8):
        expect(here.button("Next")).to_be_visible()
        here.settle()
        here.button("Next").tap()
        here.waits_for_stop(place, "open, shown now")
        head = here.page.locator("h1")
        here.page.wait_for_function(
            "([head, least]) => head.getBoundingClientRect().top >= least", arg=[head.element_handle(), HEADER_PX]
        )
        expect(head).to_be_in_viewport()
