"""A file for import by keyboard: what it holds is told, and the focus stays when it is taken out again."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.listener import Listener
from tests.browser.test_learner_data import give, small_export
from tests.browser.visit import Visit, stranger


def test_file_that_is_taken_out_again_leaves_the_focus_at_its_field(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    for _ in range(2):
        give(visit, "bad.json", b"{}")
        expect(visit.page.get_by_role("alert")).to_be_visible()
        visit.button("Remove bad.json").press("Enter")
        expect(visit.button("Upload")).to_be_focused()


@pytest.mark.parametrize(("context_options", "least"), [(at(1400, 900), 24), (at(390, 844), 44)], ids=["desk", "phone"])
def test_buttons_beside_a_file_are_met_by_a_pointer(visit: Visit, least: int) -> None:
    visit.open("/progress")
    give(visit, "bad.json", b"{}")
    for name in ("Remove bad.json", "Add files"):
        visit.button(name).wait_for()
        box = visit.button(name).bounding_box()
        assert box and min(box["width"], box["height"]) >= least


def test_what_a_file_would_change_is_told(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    listener = Listener(visit.page)
    listener.waits_until_still()
    give(visit, "export.json", small_export())
    listener.hears("In the file 3 entries")
    listener.session.detach()
