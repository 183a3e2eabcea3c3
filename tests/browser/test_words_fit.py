"""Words and numbers have the room that they need, and what a device has not is not told of."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

RECORD = "/decide?problem=style&style-prompting=yes&style-examples=yes&view=record&lang=de"
OVER = """label => { const words = document.createRange(); words.selectNodeContents(label);
  return words.getBoundingClientRect().width - label.getBoundingClientRect().width }"""


@pytest.mark.parametrize("context_options", [at(320, 700)], ids=["small phone"])
def test_long_label_of_a_button_is_not_cut_on_a_small_phone(visit: Visit) -> None:
    visit.open(RECORD)
    label = visit.button("Als Entscheidungsprotokoll speichern").locator("p").locator("xpath=..")
    assert label.evaluate(OVER) < 0.5
    assert label.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("context_options", [at(1400, 900)], ids=["desktop"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_three_figures_of_a_lesson_stand_in_one_row(visit: Visit, language: str) -> None:
    visit.open(f"/fine-tuning?lang={language}")
    row = visit.page.locator('[class*="st-key-spread-"] .ll-figs:has(> :nth-child(3):last-child)').first
    row.wait_for()
    tops = row.locator("> *").evaluate_all("all => all.map(e => Math.round(e.getBoundingClientRect().top))")
    assert len(tops) == 3
    assert len(set(tops)) == 1
    assert row.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("context_options", [at(390, 844) | {"has_touch": True, "is_mobile": True}], ids=["phone"])
def test_phone_is_told_of_no_keys(visit: Visit) -> None:
    visit.open("/decide")
    visit.page.locator(".st-key-help-open button, .st-key-help\\.open button").first.click()
    dialog = visit.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="On paper")).to_be_visible()
    expect(dialog.get_by_role("heading", name="Keys")).to_be_hidden()


@pytest.mark.parametrize("context_options", [at(1400, 900)], ids=["desktop"])
def test_desktop_is_told_of_the_keys(visit: Visit) -> None:
    visit.open("/decide")
    visit.page.locator(".st-key-help-open button, .st-key-help\\.open button").first.click()
    expect(visit.page.get_by_role("dialog").get_by_role("heading", name="Keys")).to_be_visible()


@pytest.mark.parametrize("context_options", [at(1024, 768)], ids=["small laptop"])
@pytest.mark.parametrize("answers", ["", "problem=style&style-prompting=yes&style-examples=yes&"])
def test_german_title_of_the_guide_does_not_lie_under_its_figure(visit: Visit, answers: str) -> None:
    visit.open(f"/decide?{answers}lang=de")
    for width in (1024, 1280, 1001):
        visit.resize(width, 768)
        assert visit.page.locator("h1").evaluate(OVER) <= 0
        assert visit.ask("sideways") == 0


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_longest_german_label_of_an_approach_stands_off_its_words(visit: Visit) -> None:
    visit.open("/compare?lang=de")
    cell = visit.page.locator("td", has_text="Die Wissensbasis ist zu groß").first
    cell.wait_for()
    assert cell.evaluate(_BETWEEN) >= 8


_BETWEEN = """cell => {
  const label = document.createElement("span"), name = getComputedStyle(cell, "::before")
  Object.assign(label.style, { font: name.font, position: "absolute", whiteSpace: "nowrap" })
  label.textContent = cell.dataset.head; cell.append(label)
  const words = document.createRange(); words.selectNodeContents(cell.firstChild)
  const start = cell.getBoundingClientRect().left + parseFloat(getComputedStyle(cell).paddingLeft)
  const gap = words.getBoundingClientRect().left - start - label.getBoundingClientRect().width
  label.remove(); return gap }"""
"""How far a cell's words begin behind the name of its column, which stands before them."""
