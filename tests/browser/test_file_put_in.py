"""A file for import by keyboard: what it holds is told, and the focus stays when it is taken out again."""

from playwright.sync_api import expect

from tests.browser.listener import Listener
from tests.browser.test_learner_data import give, small_export
from tests.browser.visit import Visit, stranger


def test_file_that_is_taken_out_again_leaves_the_focus_at_its_field(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    for _ in range(2):
        give(visit, "bad.json", b"{}")
        expect(visit.page.get_by_role("alert")).to_be_visible()
        takes_out = visit.button("Remove bad.json")
        for target in (takes_out, visit.button("Add files")):
            box = target.bounding_box()
            assert box and min(box["width"], box["height"]) >= 24
        takes_out.press("Enter")
        expect(visit.button("Upload")).to_be_focused()


def test_what_a_file_would_change_is_told(visit: Visit) -> None:
    visit.open(f"/progress#{stranger()}")
    listener = Listener(visit.page)
    listener.waits_until_still()
    give(visit, "export.json", small_export())
    listener.hears("In the file 3 entries")
    listener.session.detach()
