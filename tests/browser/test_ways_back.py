"""Back to where a link was followed, as that place was left."""

from playwright.sync_api import expect

from tests.browser.visit import Visit


def test_way_back_to_a_calculator_has_what_was_typed_after_its_links_were_drawn(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=5000")
    visit.page.get_by_label("Pairs", exact=True).fill("7123")
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(visit.app + "/calculators?calc=labelling&examples=7123")
    visit.page.get_by_role("link", name="Decide for your case").click()
    visit.page.get_by_role("heading", level=1, name="Decision guide").wait_for()
    visit.settle()
    visit.page.get_by_role("link", name="Back to “Labelling").click()
    expect(visit.page.get_by_label("Pairs", exact=True)).to_have_value("7123")
    expect(visit.page).to_have_url(visit.app + "/calculators?calc=labelling&examples=7123")
