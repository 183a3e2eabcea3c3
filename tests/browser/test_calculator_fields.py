"""The calculators' fields as people use them by hand: emptied, left, typed in anew."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

DROPPED_AS_WEBKIT_DOES = """field => {
  field.dispatchEvent(new KeyboardEvent("keydown", { key: ".", bubbles: true }))
  field.dispatchEvent(new InputEvent("beforeinput", { data: "", bubbles: true, cancelable: true }))
}"""


def test_emptied_number_comes_back_and_nothing_is_computed_without_it(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=700")
    pairs, result = visit.page.get_by_label("Pairs", exact=True), visit.page.locator(".ll-result")
    expect(result).to_contain_text("58.3 h")
    for typed, leave in (("", "Tab"), ("0", "Enter"), ("", "Enter")):
        pairs.fill(typed)
        pairs.press(leave)
        expect(visit.page.get_by_role("alert")).to_have_count(1 if typed else 0)
        expect(pairs).to_have_value(typed or "700")
        expect(result).to_contain_text("58.3 h")
        assert visit.params()["examples"] == "700"
    expect(visit.page.get_by_label("Clear value").locator("visible=true")).to_have_count(0)


def test_escape_takes_back_what_was_typed_and_empties_no_number_that_has_to_be_there(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=700")
    pairs = visit.page.get_by_label("Pairs", exact=True)
    expect(pairs).to_have_value("700")
    pairs.press("Escape")
    expect(pairs).to_have_value("700")
    pairs.press_sequentially("5")
    expect(pairs).to_have_value("7005")
    pairs.press("Escape")
    expect(pairs).to_have_value("700")
    pairs.press("ArrowUp")
    visit.page.wait_for_url(lambda address: "examples=700" not in address)
    stepped = pairs.input_value()
    pairs.press("Escape")
    pairs.press("Tab")
    visit.settle()
    expect(pairs).to_have_value(stepped)
    assert visit.params()["examples"] == stepped
    expect(visit.page.get_by_text("cannot be empty")).to_have_count(0)


def test_number_that_came_back_is_replaced_by_what_is_typed_next(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=700")
    pairs = visit.page.get_by_label("Pairs", exact=True)
    pairs.fill("")
    pairs.press("Enter")
    expect(visit.page.get_by_text("Pairs cannot be empty; its last value is back.")).to_be_visible()
    expect(pairs).to_have_value("700")
    visit.page.wait_for_function("getSelection().toString() === '700'")
    pairs.press_sequentially("51")
    pairs.press("Enter")
    visit.page.wait_for_url(lambda address: parse_qs(urlsplit(address).query).get("examples") == ["51"])


def test_number_that_may_be_missing_stays_empty(visit: Visit) -> None:
    visit.open("/calculators?calc=cost&usd_per_gpu_hour=1")
    price = visit.page.locator(".st-key-calculator-cost-usd_per_gpu_hour input")
    expect(price).to_have_value("1.0")
    price.fill("")
    price.press("Enter")
    visit.page.wait_for_url(lambda address: "usd_per_gpu_hour" not in address)
    expect(price).to_have_value("")


def test_other_calculator_opens_by_the_press_that_leaves_a_field(visit: Visit) -> None:
    visit.open("/calculators?calc=memory")
    visit.page.get_by_label("Micro batch", exact=True).fill("7")
    visit.page.get_by_role("radio", name="Labelling").click()
    visit.sees_heading("What do the training pairs cost?")
    visit.settle()
    assert visit.params() == {"calc": "labelling"}


@pytest.mark.parametrize(("language", "read"), [("de", "1.5"), ("en", "15")])
def test_decimal_comma_counts_where_the_language_has_one(visit: Visit, language: str, read: str) -> None:
    visit.open(f"/calculators?calc=cost&lang={language}")
    price = visit.page.locator(".st-key-calculator-cost-usd_per_gpu_hour input")
    price.press_sequentially("1,5")
    expect(price).to_have_value(read)
    price.press("Enter")
    visit.page.wait_for_url(lambda address: parse_qs(urlsplit(address).query).get("usd_per_gpu_hour") == [read])


@pytest.mark.parametrize("leave", ["Tab", "Enter"])
@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("de", "1.000", "1000"),
        ("de", "12.500.000", "12500000"),
        ("de", "1.234,5", "1234.5"),
        ("de", "2.75", "2.75"),
        ("de", "0.125", "0.125"),
        ("de", "1.0000", "1"),
        ("en", "1.000", "1"),
    ],
)
def test_typed_point_groups_before_three_digits_where_the_language_groups_by_it(
    visit: Visit, language: str, typed: str, read: str, leave: str
) -> None:
    visit.open(f"/calculators?calc=labelling&lang={language}")
    compute = visit.page.locator(".st-key-calculator-labelling-compute_usd input")
    compute.press("Control+a")
    compute.press_sequentially(typed)
    compute.press(leave)
    visit.page.wait_for_url(lambda address: parse_qs(urlsplit(address).query).get("compute_usd") == [read])


def test_second_point_groups_in_safari_too_which_drops_it_without_a_word(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&lang=de")
    compute = visit.page.locator(".st-key-calculator-labelling-compute_usd input")
    compute.press("Control+a")
    compute.press_sequentially("1.000")
    compute.evaluate(DROPPED_AS_WEBKIT_DOES)
    compute.press_sequentially("000")
    expect(compute).to_have_value("1000000")


def test_arrow_steps_on_from_the_number_that_was_meant(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&lang=de")
    compute = visit.page.locator(".st-key-calculator-labelling-compute_usd input")
    compute.press("Control+a")
    compute.press_sequentially("1.000")
    compute.press("ArrowUp")
    expect(compute).to_have_value(re.compile("^10[0-9][0-9]$"))


def test_number_that_is_typed_over_a_grouped_one_has_its_own_point(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&lang=de")
    compute = visit.page.locator(".st-key-calculator-labelling-compute_usd input")
    for typed, read in (("1.000", "1000"), ("2.5", "2.5"), ("1.000.000", "1000000"), ("3.5", "3.5")):
        compute.press("Control+a")
        compute.press_sequentially(typed)
        compute.press("Enter")
        visit.page.wait_for_url(
            lambda address, read=read: parse_qs(urlsplit(address).query).get("compute_usd") == [read]
        )


def test_point_that_stood_in_the_field_stays_one_of_decimals(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&compute_usd=1.12&lang=de")
    compute = visit.page.locator(".st-key-calculator-labelling-compute_usd input")
    compute.press("End")
    compute.press("5")
    compute.press("Enter")
    visit.page.wait_for_url(lambda address: parse_qs(urlsplit(address).query).get("compute_usd") == ["1.125"])


def test_number_with_a_decimal_comma_goes_in_whole_as_it_is_pasted(visit: Visit) -> None:
    visit.open("/calculators?calc=cost&lang=de")
    price = visit.page.locator(".st-key-calculator-cost-usd_per_gpu_hour input")
    price.focus()
    visit.page.keyboard.insert_text("2,75")
    expect(price).to_have_value("2.75")


@pytest.mark.parametrize(
    ("pasted", "read"), [("2,5", "2.5"), ("12.500 $", "12500"), ("1.234,5", "1234.5"), ("0.125", "0.125")]
)
def test_pasted_number_takes_the_place_of_the_last_one_as_the_page_writes_it(
    visit: Visit, pasted: str, read: str
) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open("/calculators?calc=labelling&compute_usd=7.75&lang=de")
    compute = visit.page.locator(".st-key-calculator-labelling-compute_usd input")
    visit.page.evaluate("words => navigator.clipboard.writeText(words)", pasted)
    compute.press("Control+a")
    compute.press("Control+v")
    expect(compute).to_have_value(read)
    compute.press("Enter")
    visit.page.wait_for_url(lambda address: parse_qs(urlsplit(address).query).get("compute_usd") == [read])


def test_a_slider_is_named_once(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora")
    expect(visit.page.get_by_role("slider", name="LoRA rank", exact=True)).to_have_attribute("aria-valuetext", "16")
    visit.tab_to(visit.page.get_by_role("slider"))
    visit.press("ArrowRight")
    expect(visit.page.get_by_role("slider", name="LoRA rank", exact=True)).to_have_attribute("aria-valuetext", "32")


def test_refused_number_is_invalid_and_described_by_its_sentence_until_it_is_mended(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling")
    pairs, sentence = visit.page.get_by_label("Pairs", exact=True), "Pairs is “0”; it must be at least 1."
    for typed, invalid, described in (("0", "true", re.compile(re.escape(sentence))), ("7", None, re.compile("^$"))):
        pairs.fill(typed)
        pairs.press("Enter")
        expect(visit.page.get_by_role("alert")).to_have_count(1 if invalid else 0)
        expect(pairs).to_have_accessible_description(described)
        if invalid:
            expect(pairs).to_have_attribute("aria-invalid", invalid)
        else:
            expect(pairs).not_to_have_attribute("aria-invalid", "true")
