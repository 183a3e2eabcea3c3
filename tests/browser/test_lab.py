"""The lab: guessed, run, stopped, replayed and read; by keyboard alone, on a phone, in the dark; and its ways in."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

RUN_MS = 60_000
"""A worker gives way to every other process; on a busy machine a second of work takes many."""


def outcome(visit: Visit) -> Locator:
    return visit.page.locator(".ll-outcome-of-guess .ll-result")


def radio(visit: Visit, name: str) -> Locator:
    return visit.page.get_by_role("radio", name=name, exact=True)


def how(visit: Visit, words: str) -> Locator:
    return visit.page.locator(".ll-how").filter(has_text=words)


def summary(visit: Visit, words: str) -> Locator:
    return visit.page.locator("summary").filter(has_text=words)


def test_newcomer_is_surprised_by_a_run_of_their_own_and_goes_on(visit: Visit) -> None:
    visit.open("/lab")
    visit.sees_heading("Teach it to answer")
    expect(visit.page.get_by_text("What holds.")).to_have_count(0)
    visit.button("Run it and see").click()
    expect(outcome(visit)).to_contain_text("You guessed 50 %", timeout=RUN_MS)
    expect(how(visit, "Live: run on this server")).to_be_visible()
    assert visit.params() == {"station": "tune", "run": "tune", "examples": "10000", "lazy": "0.3"}
    expect(visit.page.locator(".drawings svg:visible").first).to_be_visible()
    expect(visit.page.get_by_role("list").get_by_text("Shown here").first).to_be_visible()
    radio(visit, "none").first.click()
    visit.page.wait_for_url(lambda url: "lazy" not in url)
    expect(how(visit, "Recorded: 5 worlds")).to_be_visible()


@pytest.mark.parametrize(
    "context_options", [at(390, 844, "dark", has_touch=True, is_mobile=True)], ids=["phone in the dark"]
)
def test_station_is_guessed_run_stopped_and_read_by_keyboard_alone(visit: Visit) -> None:
    visit.open("/lab?station=traps")
    visit.tab_to(visit.page.locator("input[type=range]"))
    visit.press("ArrowRight", "ArrowRight")
    visit.tab_to(visit.button("Run it and see"))
    visit.press("Enter")
    expect(outcome(visit)).to_contain_text("You guessed 60 %", timeout=RUN_MS)
    expect(outcome(visit)).to_be_in_viewport()
    visit.settle()
    visit.tab_to(summary(visit, "The curves in numbers"))
    visit.press("Enter")
    expect(visit.page.get_by_role("columnheader", name="Other questions, recorded")).to_be_visible()
    assert visit.ask("sideways") <= 0

    visit.open("/lab?station=pre-train&run=pre-train")
    expect(how(visit, "Recorded: 5 worlds")).to_be_visible()
    visit.tab_to(visit.button("Run it live"))
    visit.press("Enter")
    stop = visit.button("Stop")
    expect(stop).to_be_visible()
    visit.tab_to(stop)
    visit.press("Enter")
    expect(visit.page.get_by_text("You stopped this run.")).to_be_visible()
    expect(how(visit, "Recorded: 5 worlds")).to_be_visible()
    visit.settle()
    visit.arrow_to(radio(visit, "100"))
    visit.press("ArrowLeft")
    visit.press("Space")
    visit.page.wait_for_url(re.compile("steps=|run=pre-train$"))
    visit.tab_to(summary(visit, "The code that runs"))
    visit.press("Enter")
    expect(visit.page.get_by_text("core/lab/experiments/pre_train.py")).to_be_visible()


def test_dot_of_what_came_leaves_the_ends_of_its_scale_to_be_read(visit: Visit) -> None:
    visit.open("/lab?station=pre-train")
    visit.button("See the recorded run").click()
    expect(outcome(visit)).to_contain_text("0 %")
    visit.settle()
    dot, end = (visit.page.locator(f".ll-scale {part}").bounding_box() for part in (".came", "p span:first-child"))
    assert dot and end
    assert abs(dot["x"] - end["x"]) < end["width"], "the dot does not stand at that end"
    assert dot["y"] + dot["height"] <= end["y"]


def test_step_of_the_pipeline_leads_into_the_lab_and_the_lab_back(visit: Visit) -> None:
    main = visit.page.get_by_test_id("stMain")
    visit.open("/pipeline?step=rlhf-dpo")
    main.get_by_role("link", name="Run it: Please the guests").click()
    visit.sees_heading("Please the guests")
    visit.button("See the recorded run").click()
    expect(outcome(visit)).to_contain_text("−0.88")
    visit.settle()
    main.get_by_role("link", name="People say which answer is better").click()
    visit.wait_for_params(step="rlhf-dpo")


@pytest.mark.parametrize("context_options", [at(320, 700)], ids=["320"])
@pytest.mark.parametrize("address", ["/lab?station=traps", "/calculators?calc=throughput"])
def test_on_a_phone_the_row_of_choices_shows_the_chosen_one(visit: Visit, address: str) -> None:
    visit.open(address)
    row = visit.page.locator("[class*=-chooser] [role=radiogroup]").first
    expect(row.locator("[aria-checked=true]")).to_be_in_viewport(ratio=0.9)
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 320


def test_guess_that_was_skipped_is_not_asked_again_after_a_reload(visit: Visit) -> None:
    visit.open("/lab?station=tune")
    visit.button("Skip the guess").click()
    expect(visit.page.get_by_text("Guess first")).to_have_count(0)
    visit.page.reload()
    expect(visit.page.get_by_text("What holds.")).to_be_visible()
    expect(visit.page.get_by_text("Guess first")).to_have_count(0)
    visit.open("/lab?station=adapt")
    expect(visit.page.get_by_text("Guess first")).to_be_visible()
