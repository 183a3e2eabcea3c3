"""The calculators: an engineer's way from decision to record, by keyboard alone, on a phone, with what is typed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

TASK = "/decide?problem=task&tried-prompting=yes&task-examples=yes"
QLORA = "/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB"


def result(visit: Visit) -> Locator:
    return visit.page.locator(".ll-result")


def link(visit: Visit, name: str) -> Locator:
    return visit.page.locator('[data-testid="stMain"]').get_by_role("link", name=re.compile(name))


def row(visit: Visit, gpu: str) -> Locator:
    return visit.page.locator(".ll-fit").filter(has_text=re.compile(f"^{gpu}"))


def add_to_record(visit: Visit) -> None:
    visit.button("Add to the decision record").click()
    expect(visit.page.get_by_text("This result is in your decision record.")).to_be_visible()
    visit.settle()


def back_to_decision(visit: Visit) -> None:
    link(visit, "Back to your decision").click()
    visit.sees_heading("Fine-tune on task examples")
    visit.settle()


def test_a_whole_number_may_be_typed_with_a_power_of_ten(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling")
    pairs = visit.page.get_by_label("Pairs", exact=True)
    pairs.fill("1e3")
    pairs.press("Enter")
    visit.wait_for_params(examples="1000")
    expect(pairs).to_have_value("1000")


def test_way_back_to_the_chapters_values_also_fills_what_stands_in_an_open_drawer(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&seq_len=4096")
    visit.page.get_by_text("More settings", exact=True).click()
    visit.settle()
    field = visit.page.locator(".st-key-panel-calculator details input[type=number]").first
    expect(field, "a field is drawn before it has its number").not_to_have_value("")
    before = field.input_value()
    field.fill("0.1")
    field.press("Enter")
    expect(visit.page.get_by_text("Changed there: LoRA dropout.")).to_be_visible()
    visit.settle()
    expect(field, "the drawer stays open").to_be_visible()
    visit.button("Use the chapter's values").click()
    expect(field).to_have_value(before)


def test_engineer_goes_from_decision_to_memory_cost_labels_and_record(visit: Visit, tmp_path: Path) -> None:
    visit.open(TASK)
    link(visit, "Does it fit on your GPU").click()
    visit.sees_heading("Will it fit on the GPU?")
    expect(row(visit, "A100 80GB")).to_contain_text("Does not fit")
    visit.page.get_by_role("radio", name="QLoRA", exact=True).click()
    visit.wait_for_params(method="qlora")
    expect(row(visit, "A100 80GB")).to_contain_text("Fits")
    add_to_record(visit)
    back_to_decision(visit)

    link(visit, "What would the training cost").click()
    visit.sees_heading("What does a fine-tune cost?")
    expect(result(visit)).to_contain_text("$80–240")
    add_to_record(visit)
    back_to_decision(visit)

    link(visit, "What would the examples cost").click()
    visit.sees_heading("What do the training pairs cost?")
    expect(result(visit)).to_contain_text("416.7 h")
    expect(visit.page.get_by_text("99.7 %")).to_be_visible()
    add_to_record(visit)
    back_to_decision(visit)

    with visit.page.expect_download() as waiting:
        visit.button("Save as decision record").click()
    waiting.value.save_as(tmp_path / "record.md")
    record = (tmp_path / "record.md").read_text(encoding="utf-8")
    numbers = record.partition("## Numbers")[2].partition("## Watch for")[0]
    for words in ("Will it fit on the GPU?", "**$80–240**", "**416.7 h**", "calc=memory&model=Llama-3.1-70B"):
        assert words in numbers


def test_memory_is_worked_by_keyboard_alone(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora&gpu=A10G&model=Llama-2-13B")
    expect(row(visit, "A10G")).to_contain_text("Does not fit")
    visit.tab_to(visit.page.get_by_role("radio", name="LoRA", exact=True))
    visit.press("ArrowRight", "Space")
    visit.wait_for_params(method="qlora")
    expect(row(visit, "A10G")).to_contain_text("Fits")
    visit.tab_to(visit.page.get_by_label("Micro batch", exact=True))
    visit.press("Control+a")
    visit.page.keyboard.type("4")
    visit.press("Enter")
    expect(visit.page).to_have_url(re.compile("micro_batch=4"))
    visit.settle()
    visit.tab_to(visit.page.locator("input[type=range]"))
    visit.press("ArrowRight")
    expect(visit.page).to_have_url(re.compile("lora_r=32"))


def test_number_that_cannot_be_used_is_said_and_the_last_result_stays(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=60")
    expect(result(visit)).to_contain_text("5 h")
    pairs = visit.page.get_by_label("Pairs", exact=True)
    pairs.fill("0")
    pairs.press("Enter")
    expect(visit.page.get_by_role("alert").filter(has_text="Pairs is “0”; it must be at least 1.")).to_be_visible()
    expect(result(visit)).to_contain_text("5 h")
    pairs.fill("120")
    pairs.press("Enter")
    visit.wait_for_params(examples="120")
    expect(result(visit)).to_contain_text("10 h")


def test_model_can_be_typed_as_its_address_on_the_hub(visit: Visit) -> None:
    visit.open("/calculators?calc=lora-params&r=8")
    model = visit.page.get_by_role("combobox", name="Model").first
    model.click()
    model.fill("meta-llama/Llama-3.1-8B-Instruct")
    model.press("Enter")
    visit.wait_for_params(model="meta-llama/Llama-3.1-8B-Instruct")
    expect(result(visit)).to_contain_text("3.41M")


def test_update_of_prices_ends_in_a_sentence_and_blocks_nothing(visit: Visit) -> None:
    visit.open("/calculators?calc=break-even&months=12")
    visit.button("Update prices").click()
    sentence = re.compile("No newer prices could be fetched|No answer yet|prices were checked")
    expect(visit.page.get_by_role("status").filter(has_text=sentence)).to_be_visible()
    visit.page.get_by_label("Horizon, months").fill("6")
    visit.page.get_by_label("Horizon, months").press("Enter")
    visit.wait_for_params(months="6")
    expect(visit.page.get_by_text("Cheapest over 6 months")).to_be_visible()


@pytest.mark.parametrize("context_options", [at(1400, 2400, accept_downloads=True)], ids=["tall"])
def test_result_is_taken_away_as_table_and_picture(visit: Visit, tmp_path: Path) -> None:
    visit.open(QLORA)
    for name, starts in (("CSV", "kind,name,value"), ("SVG", "<svg")):
        with visit.page.expect_download() as waiting:
            visit.button(f"download {name}").or_(visit.button(name)).first.click()
        waiting.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(starts)


def test_guess_that_was_given_or_skipped_is_not_asked_again_after_a_reload(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling")
    visit.page.get_by_label("Your guess, hours").fill("100")
    visit.button("Show the result").click()
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()
    visit.page.reload()
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()
    visit.open("/calculators?calc=memory")
    visit.button("Skip the guess").click()
    expect(result(visit)).to_be_visible()
    visit.open("/calculators?calc=break-even")
    expect(result(visit)).to_be_visible()
    visit.open("/calculators?calc=labelling")
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_guess_comes_first_and_the_result_after_it_on_a_phone(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling")
    expect(result(visit)).to_have_count(0)
    visit.page.get_by_label("Your guess, hours").fill("100")
    visit.button("Show the result").click()
    expect(result(visit)).to_contain_text("416.7 h")
    expect(visit.page.get_by_text("You guessed 100 h")).to_be_visible()
    expect(visit.page.locator("#result-labelling")).to_be_focused()
    expect(result(visit)).to_be_in_viewport()
    assert visit.ask("sideways") <= 0


@pytest.mark.parametrize("context_options", [at(1400, 2400, "dark")], ids=["dark"])
def test_practice_marks_what_is_typed(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=5000")
    visit.page.get_by_text("Practise this calculation").click()
    visit.page.get_by_role("radio", name="Two blanks").click()
    visit.settle()  # a line of the case before it may be on its way out
    line = visit.page.locator('[class*="st-key-worked-"]').first.bounding_box()
    assert line and line["height"] < 120  # as high as its formula, with no empty space below
    blank = visit.page.get_by_label("Result of “Labels”")
    blank.fill("12500")
    blank.press("Enter")
    expect(visit.page.get_by_text("Right.", exact=False).first).to_be_visible()


def test_paper_has_the_chosen_method_and_whole_charts(visit: Visit) -> None:
    visit.open(QLORA)
    chart = visit.page.locator(".ll-plot").first
    expect(chart).to_be_visible()
    visit.page.emulate_media(media="print")
    method = visit.page.locator(".st-key-calculator-memory-method")
    expect(method.get_by_role("radio", name="QLoRA", exact=True)).to_be_visible()
    expect(method.get_by_role("radio", name="Full")).to_be_hidden()
    expect(visit.page.get_by_text("The figure in numbers")).to_be_hidden()
    visit.stand_still()
    visit.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    chart.evaluate("one => { one.style.maxWidth = '400px' }")
    for drawing in chart.locator(".main-svg").all():
        assert (drawing.get_attribute("viewBox") or "").startswith("0 0 ")
        box = drawing.bounding_box()
        assert box and box["width"] <= 400


@pytest.mark.parametrize("name", ["CSV", "SVG"])
def test_file_holds_what_was_typed_right_before_the_press(visit: Visit, name: str) -> None:
    visit.open("/calculators?calc=labelling&examples=5000")
    visit.page.get_by_label("Pairs", exact=True).fill("7123")
    with visit.page.expect_download() as downloading:
        visit.button(name).click()
    text = Path(downloading.value.path()).read_text(encoding="utf-8")
    assert {"CSV": "examples,7123", "SVG": "$17,808"}[name] in text


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_phone_keeps_the_result_in_sight_of_the_fields_and_covers_none(visit: Visit) -> None:
    visit.open(QLORA)
    panel, before = visit.page.locator(".st-key-panel-calculator"), result(visit).inner_text()
    visit.page.get_by_role("radio", name="LoRA", exact=True).tap()
    expect(result(visit)).not_to_have_text(before)
    expect(result(visit)).to_be_in_viewport(ratio=1)
    foot = visit.page.locator('[data-testid="stElementContainer"]:has(.ll-result)')
    fields = panel.locator("input:visible").all()
    assert len(fields) >= 3
    for field in fields:
        field.focus()
        seen, covers = field.bounding_box(), foot.bounding_box()
        assert seen and covers
        assert seen["y"] + seen["height"] <= covers["y"]
    panel.evaluate("e => e.closest('[data-testid=stMain]').scrollTo(0, 99999)")
    expect(result(visit)).not_to_be_in_viewport()
