"""The numbers that calculators put into a decision record are kept, and can be taken out again."""

from playwright.sync_api import expect

from tests.browser.visit import Visit

DECISION = "/decide?problem=style&style-prompting=yes&style-examples=yes"
HOLDS = "The record holds numbers from"


def test_numbers_outlive_a_reload_and_can_be_removed(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=2000")
    visit.button("Add to the decision record").click()
    expect(visit.page.get_by_text("This result is in your decision record.")).to_be_visible()
    visit.settle()
    visit.page.reload()
    expect(visit.page.get_by_text("This result is in your decision record.")).to_be_visible()
    visit.open(f"{DECISION}&view=record")
    expect(visit.page.get_by_text("Person-hours: 166.7 h")).to_be_visible()
    visit.open(DECISION)
    visit.button("Remove the numbers").click()
    expect(visit.page.get_by_text(HOLDS)).to_have_count(0)
    expect(visit.button("Printable view")).to_be_focused()
    visit.settle()
    visit.page.reload()
    visit.sees_heading("Fine-tune on style examples")
    expect(visit.page.get_by_text(HOLDS)).to_have_count(0)
