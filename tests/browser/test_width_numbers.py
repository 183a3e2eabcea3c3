"""In windows between a phone and a desk numbers and terms are whole and within their column, and nothing is alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

BEYOND = """rows => rows.flatMap(row => [...row.querySelectorAll("b")].map(number => {
  const words = document.createRange(); words.selectNodeContents(number);
  return [number.textContent, words.getBoundingClientRect().right - row.getBoundingClientRect().right]
})).filter(([, beyond]) => beyond > 1)"""
CUT = """field => { const pen = document.createElement("canvas").getContext("2d"), style = getComputedStyle(field)
  pen.font = style.font
  const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
  return pen.measureText(field.placeholder).width > room }"""


@pytest.mark.parametrize("context_options", [at(820, 1000)], ids=["tablet"])
@pytest.mark.parametrize(("calculator", "language"), [("throughput", "en"), ("throughput", "de"), ("cost", "en")])
def test_no_number_of_a_calculator_stands_beyond_its_column(visit: Visit, calculator: str, language: str) -> None:
    visit.open(f"/calculators?calc={calculator}&lang={language}")
    visit.button({"en": "Skip the guess", "de": "Ohne Schätzung weiter"}[language]).click()
    rows = visit.page.locator(".ll-figs")
    rows.first.wait_for()
    for wide in (820, 768, 1024, 1280):
        visit.resize(wide, 1000)
        assert rows.evaluate_all(BEYOND) == [], wide


@pytest.mark.parametrize("context_options", [at(820, 1000)], ids=["tablet"])
def test_range_of_a_result_is_not_torn_at_its_dash(visit: Visit) -> None:
    visit.open("/calculators?calc=throughput")
    visit.button("Skip the guess").click()
    likely = visit.page.locator(".ll-result span").first
    likely.wait_for()
    assert likely.evaluate("e => e.getBoundingClientRect().height") < 40


TORN = """main => { const torn = [], walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) for (const range of walk.currentNode.data.matchAll(/\\d–\\u2060?\\d/g)) {
    const words = document.createRange()
    words.setStart(walk.currentNode, range.index); words.setEnd(walk.currentNode, range.index + range[0].length)
    const tops = [...words.getClientRects()].filter(e => e.width > 1).map(e => Math.round(e.top / 8))
    if (new Set(tops).size > 1) torn.push(walk.currentNode.data)
  }
  return torn }"""


@pytest.mark.parametrize("context_options", [at(1400, 900)], ids=["desk"])
@pytest.mark.parametrize("address", ["/takeaways", "/fine-tuning?lang=de"])
def test_no_range_of_a_lesson_is_torn_at_its_dash(visit: Visit, address: str) -> None:
    main = visit.open(address).page.get_by_test_id("stMain")
    for wide in (1400, 820, 390, 320):
        visit.resize(wide, 900)
        assert main.evaluate(TORN) == [], wide


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_what_pre_training_costs_is_one_line_on_a_german_phone(visit: Visit) -> None:
    visit.open("/pipeline?step=pre-training&from=quick-fire&lang=de")
    cost = visit.page.locator(".ll-figs .ll-fig b").first
    expect(cost).to_contain_text("Mio.")
    for wide in (390, 384, 412):
        visit.resize(wide, 844)
        assert cost.evaluate("e => e.getBoundingClientRect().height") < 40, wide


@pytest.mark.parametrize("context_options", [at(1024, 1000)], ids=["small laptop"])
def test_no_number_of_a_lesson_stands_beyond_its_column(visit: Visit) -> None:
    visit.open("/fine-tuning?lang=de")
    rows = visit.page.locator(".ll-figs")
    rows.first.wait_for()
    for wide in (1024, 1001, 1180):
        visit.resize(wide, 1000)
        assert rows.evaluate_all(BEYOND) == [], wide


@pytest.mark.parametrize("context_options", [at(820, 1000)], ids=["tablet"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_an_empty_field_says_is_not_cut(visit: Visit, language: str) -> None:
    visit.open(f"/calculators?calc=cost&lang={language}")
    fields = visit.page.locator('.stNumberInput input[placeholder]:not([placeholder=""])')
    expect(fields).to_have_count(4)
    for wide in (820, 768, 1024, 1180):
        visit.resize(wide, 1000)
        assert not any(field.evaluate(CUT) for field in fields.all()), wide


@pytest.mark.parametrize("context_options", [at(820, 1000)], ids=["tablet"])
def test_terms_of_an_approach_and_claims_of_the_lab_have_lines_of_more_than_a_word(visit: Visit) -> None:
    visit.open("/compare?lang=de")
    said = visit.page.locator(".st-key-panel-approach dd").first
    said.wait_for()
    assert said.evaluate("e => e.getBoundingClientRect().width") > 240
    visit.open("/lab?station=pre-train&run=pre-train&lang=de")
    claim = visit.page.locator(".ll-claim > :last-child").first
    claim.wait_for()
    assert claim.evaluate("e => e.getBoundingClientRect().width / e.parentElement.clientWidth") > 0.9


ROWS = """knobs => knobs.map(knob => [...knob.children].map(e => e.getBoundingClientRect().top))
  .filter(tops => tops.length > 3 && new Set(tops).size > 1).length"""


@pytest.mark.parametrize("context_options", [at(1280, 900)], ids=["laptop"])
@pytest.mark.parametrize("run", ["station=adapt&run=lora", "station=pre-train&run=pre-train"])
def test_no_value_of_a_knob_stands_alone_in_a_second_row(visit: Visit, run: str) -> None:
    visit.open(f"/lab?{run}")
    knobs = visit.page.locator('[class*="st-key-lab-knob-"] [role="radiogroup"]')
    knobs.first.wait_for()
    for wide in (1280, 1180, 1024):
        visit.resize(wide, 900)
        assert knobs.evaluate_all(ROWS) == 0, wide


@pytest.mark.parametrize("context_options", [at(1180, 900)], ids=["small laptop"])
def test_two_long_values_of_a_knob_share_a_row_in_german_too(visit: Visit) -> None:
    visit.open("/lab?station=adapt&run=lora&lang=de")
    knob = visit.page.locator('.st-key-lab-knob-lora-targets [role="radio"]')
    for wide in (1180, 1024, 1008):
        visit.resize(wide, 900)
        assert len(set(knob.evaluate_all("all => all.map(e => e.getBoundingClientRect().top)"))) == 1, wide


@pytest.mark.parametrize("context_options", [at(1400, 900)], ids=["desk"])
def test_last_of_nine_groups_of_links_does_not_stand_alone(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    groups = visit.page.locator(".ll-related > section")
    expect(groups).to_have_count(9)
    for wide in (1400, 1280, 1024, 1920):
        visit.resize(wide, 900)
        tops = groups.evaluate_all("all => all.map(e => Math.round(e.getBoundingClientRect().top))")
        assert tops.count(max(tops)) > 1, wide
