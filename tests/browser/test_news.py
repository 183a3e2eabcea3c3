"""What a change comes to is told to those who listen, by the region that stands on every page from the start."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.listener import Listener
from tests.browser.server import VETERAN
from tests.browser.visit import Visit, stranger


@pytest.fixture
def listener(visit: Visit) -> Iterator[Listener]:
    one = Listener(visit.page)
    yield one
    one.session.detach()


def test_result_is_told_by_its_name_with_the_verdict_on_the_chosen_gpu(visit: Visit, listener: Listener) -> None:
    visit.open("/calculators?calc=memory&gpu=A100-80GB SXM")
    listener.hears_nothing()
    visit.tab_to(visit.page.get_by_role("spinbutton", name="Micro batch"))
    visit.press("ArrowUp")
    listener.hears("Peak memory a GPU: 2")
    assert "GiB is likely. A100 80GB your choice Fits" in listener.now()


def test_change_that_leaves_the_headline_tells_the_number_that_it_moves(visit: Visit, listener: Listener) -> None:
    visit.open("/calculators?calc=labelling&people=2")
    listener.hears_nothing()
    visit.tab_to(visit.page.get_by_role("spinbutton", name="Cost of an hour"))
    visit.press("ArrowUp")
    listener.hears("$12,917 Labels cost")
    assert "Person-hours" not in listener.now()


def test_count_of_the_lora_builder_has_the_name_that_it_is_told_by(visit: Visit) -> None:
    visit.open("/fine-tuning")
    count = visit.page.get_by_role("status", name="Trained parameters", exact=True)
    expect(count).to_contain_text("4,587,520")
    rank = visit.page.get_by_role("spinbutton", name="Rank, r")
    rank.fill("0")
    rank.press("Enter")
    stale = visit.page.get_by_role("status", name="Trained parameters, at the last values that worked")
    expect(stale).to_contain_text("4,587,520")


def test_dial_of_the_lab_tells_what_its_run_came_to(visit: Visit, listener: Listener) -> None:
    visit.open("/lab?station=adapt")
    visit.button("Skip the guess").press("Enter")
    rank = visit.page.get_by_role("radiogroup", name="Rank").get_by_role("radio", name="32", exact=True)
    rank.wait_for()
    listener.waits_until_still()
    rank.press("Space")
    listener.hears("points LoRA is behind by")


@pytest.mark.parametrize("given", ["x", "?", "two"])
def test_key_that_a_field_for_a_number_drops_is_told(visit: Visit, listener: Listener, given: str) -> None:
    visit.open("/calculators?calc=labelling")
    listener.hears_nothing()
    visit.tab_to(visit.page.get_by_role("spinbutton", name="Pairs"))
    visit.page.keyboard.type(given)
    listener.hears("Not taken: only a number goes in here.")


def test_key_that_a_field_for_a_number_takes_is_not_told_otherwise(visit: Visit, listener: Listener) -> None:
    visit.open("/calculators?calc=labelling&lang=de")
    visit.tab_to(visit.page.get_by_role("spinbutton", name="Rechenkosten"))
    listener.hears_nothing()
    visit.press("Control+a")
    visit.page.keyboard.type("-1.000.000,5")
    visit.page.wait_for_timeout(800)
    assert "bernommen" not in listener.now()
    visit.press("Control+a", "5", "Enter")
    visit.page.wait_for_timeout(800)
    assert "bernommen" not in listener.now()


def test_too_early_check_is_told(visit: Visit, listener: Listener) -> None:
    visit.open("/quick-fire#newcomer-who-listens")
    listener.hears_nothing()
    visit.press("Enter")
    listener.hears("If you do not know, press N.")


def test_privacy_of_dictation_is_no_news_at_each_question(visit: Visit) -> None:
    visit.open("/interview?way=mock")
    visit.button("Start: ").press("Enter")
    dictate = visit.button("Dictate")
    dictate.wait_for()
    visit.settle()
    note = visit.page.locator(".answer-box p", has_text="dictation")
    assert note.get_attribute("role") is None
    described = dictate.evaluate("e => e.getRootNode().getElementById(e.getAttribute('aria-describedby')).textContent")
    assert described == note.inner_text()


def test_step_of_the_pipeline_is_told_by_its_name(visit: Visit, listener: Listener) -> None:
    visit.open("/pipeline")
    listener.hears_nothing()
    visit.button("Next").press("Enter")
    listener.hears("Step 2 of 11. Pre-Training: the model learns to predict the next token")


def test_hint_is_told_and_takes_the_focus_of_the_button_that_asked_for_it(visit: Visit, listener: Listener) -> None:
    visit.open(f"/quick-fire?item=gpt-4o-mini-three-passes#{stranger()}")
    listener.hears_nothing()
    visit.button("Answer it").press("Enter")
    visit.button("Hint").press("Enter")
    listener.hears("Hint. How many tokens are trained on in all?")
    expect(visit.page.locator(".ll-hint")).to_be_focused()


def test_plan_is_told_and_who_drops_it_keeps_the_focus(visit: Visit, listener: Listener) -> None:
    visit.open(f"/progress#{stranger()}")
    listener.hears_nothing()
    visit.tab_to(visit.page.get_by_role("spinbutton", name="year"))
    visit.page.keyboard.type(f"{datetime.now(UTC) + timedelta(days=30):%Y%m%d}")
    visit.button("Make the plan").press("Enter")
    listener.hears("questions a day.")
    visit.settle()
    visit.button("No date").press("Enter")
    expect(visit.button("Make the plan")).to_be_focused()


def test_code_for_another_device_is_told(visit: Visit, listener: Listener) -> None:
    visit.open(f"/progress#{VETERAN}")
    listener.hears_nothing()
    visit.button("Show a code").press("Enter")
    listener.hears(visit.page.locator(".ll-bigcode").inner_text())


def test_marks_of_an_answer_are_told(visit: Visit, listener: Listener) -> None:
    visit.open(f"/interview#{stranger()}")
    listener.hears_nothing()
    visit.button("Ask me this question").press("Enter")
    visit.page.get_by_label("Your answer").fill("Prompt first, and fetch what changes. Tune for style and format only.")
    visit.button("Submit and lock").press("Enter")
    visit.button("No to the rest").press("Enter")
    visit.button("Show the marks").press("Enter")
    listener.hears("You: 0 said")
    assert "The marker: " in listener.now()
