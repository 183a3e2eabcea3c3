"""What is to be seen at once: why an answer is right, on the projector; pipeline and menus whole, by the presenter."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import at
from tests.browser.seeded_rooms import HOST, STAGE
from tests.browser.test_workshop_laptop import NAME_PX, below_the_buttons
from tests.browser.visit import Visit
from tests.browser.workshop_room import CUT, at_step, opened_workshop, pick

SIDES = """() => {
  const frames = [...document.querySelectorAll("[class*=st-key-room-figure] *")].map((one) => one.shadowRoot ?? one)
  const figure = frames.map((one) => one.querySelector?.(".wrap")).find(Boolean)
  const frame = figure.getBoundingClientRect()
  const boxes = [...figure.querySelectorAll(".node")].map((one) => one.getBoundingClientRect())
  return boxes.filter((box) => box.left < frame.left || box.right > frame.right).length
}"""


@pytest.mark.parametrize("width", [1024, 1280, 1400])
def test_presenter_sees_the_pipeline_in_its_whole_width(chromium: Browser, app: str, width: int) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        room.host.set_viewport_size({"width": width, "height": 800})
        room.press("Next step")
        at_step(room.host, 2)
        room.host.locator("[class*=st-key-room-figure] .node.selected").wait_for()
        room.host.wait_for_timeout(300)
        assert room.host.evaluate(SIDES) == 0
        assert room.host.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("context_options", [at(1280, 720), at(1400, 900), at(1920, 1080)], ids=["720", "900", "1080"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_presenter_sees_the_pipeline_to_its_end_in_letters_that_are_read(visit: Visit, language: str) -> None:
    visit.open(f"/host?room={STAGE}&lang={language}#{HOST}")
    visit.page.locator("[class*=st-key-room-figure] .node.selected").wait_for()
    visit.stand_still()
    found = visit.page.evaluate(CUT)
    assert found["nodes"] == 11 and found["cut"] == []
    assert below_the_buttons(visit.page, ".st-key-room-figure .wrap svg") == []
    assert visit.page.evaluate(NAME_PX) >= 14


def test_room_sees_why_beside_the_results_of_both_rounds(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        people = [room.join("Ada"), room.join("Bo")]
        room.press("Next step")
        for words in ("RAG", "Fine-tuning"):
            room.host.get_by_role("button", name="Open the").first.click()
            pick(people[0], words)
            room.press("Close the vote")
        room.press("Show results")
        screen = room.host.context.new_page()
        for width, height in ((1920, 1080), (1280, 720)):
            screen.set_viewport_size({"width": width, "height": height})
            screen.goto(f"{app}/host?room={room.code}&view=screen")
            expect(screen.locator("p", has_text="Why.")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1024, 1180, 1200])
def test_presenters_menus_stand_in_one_row(chromium: Browser, app: str, width: int) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size({"width": width, "height": 768})
        room.press("Next step")
        at_step(room.host, 2)
        menus = room.host.locator(".st-key-room-tools [data-testid=stPopoverButton]")
        expect(menus).to_have_count(5)
        assert len({box["y"] for menu in menus.all() if (box := menu.bounding_box())}) == 1


def test_presenter_sees_the_clock_of_a_vote_above_the_buttons_on_a_small_screen(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size({"width": 1024, "height": 768})
        room.press("Next step")
        at_step(room.host, 2)
        room.press("Open the vote")
        clock = room.host.get_by_text("0 of 0 have voted")
        clock.wait_for()
        bottom, top = (
            one.evaluate("(one, side) => one.getBoundingClientRect()[side]", side)
            for one, side in ((clock, "bottom"), (room.host.locator(".st-key-room-controls"), "top"))
        )
        assert bottom <= top


LONG_OVER = """() => {
  const row = document.querySelector(".st-key-room-tools")
  const roots = [...row.querySelectorAll("*")].map((one) => one.shadowRoot ?? one)
  const line = roots.map((one) => one.querySelector?.("p.clock")).find(Boolean)
  line.className = "clock over"
  const words = ["128:39 von 9:00", "119:39 über der Zeit", "130:39 hinter dem Plan"]
  ;[...line.children].forEach((part, place) => { part.textContent = words[place] })
  const menus = [...row.querySelectorAll("[data-testid=stPopoverButton]")]
  return new Set(menus.map((one) => one.getBoundingClientRect().top)).size
}"""
"""The rows of menus beside a clock that says so; asked at once, before it ticks."""


@pytest.mark.parametrize("context_options", [at(1280, 720)], ids=["laptop"])
def test_menus_stand_in_one_row_beside_a_clock_that_is_long_over_time(visit: Visit) -> None:
    visit.open(f"/host?room={STAGE}&lang=de#{HOST}")
    expect(visit.page.locator(".st-key-room-tools [data-testid=stPopoverButton]")).to_have_count(5)
    assert visit.page.evaluate(LONG_OVER) == 1


@pytest.mark.parametrize("context_options", [at(1400, 900)])
def test_names_of_the_keys_are_as_dark_as_text(visit: Visit) -> None:
    visit.open(f"/host?room={STAGE}#{HOST}")
    name = visit.page.locator("kbd", has_text="Space")
    expect(name).to_have_css("opacity", "1")
    expect(name).to_have_css("color", "rgb(22, 32, 29)")
