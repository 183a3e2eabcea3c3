"""A presenter at 1280 × 720: what a step is about, and their notes, stand above the buttons without being scrolled."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import at
from tests.browser.contexts import lent_context
from tests.browser.seeded_rooms import GUESS, HOST, LAB, LOBBY, ONE_CHART, RESULTS, VOTE
from tests.browser.test_workshop_projector import LETTERS
from tests.browser.visit import Visit
from tests.browser.workshop_room import CUT, at_step, opened_workshop, pick

LAPTOP = {"width": 1280, "height": 720}
NOTES, BARS, FIGURES = ".st-key-strip-notes", ".ll-votes", ".ll-figs >> nth=0"
GUIDE_STEP = 9
WAY = (
    ("problem", "It doesn't know my documents"),
    ("data-size", "It is too large, or changes often"),
    ("retrieval-time", "No time, or no place for a vector database"),
    ("knowledge-stable", "No, it changes more often"),
)
LEAST_ON_A_PROJECTOR_PX = 10.5
NAME_PX = """() => {
  const frames = [...document.querySelectorAll("[class*=st-key-room-figure] *")].map((one) => one.shadowRoot ?? one)
  const svg = frames.map((one) => one.querySelector?.("svg")).find(Boolean)
  return parseFloat(getComputedStyle(svg.querySelector(".name")).fontSize) * svg.getScreenCTM().a
}"""


def below_the_buttons(page: Page, *parts: str) -> list[str]:
    """The parts of the page that reach behind the presenter's buttons, or below."""
    top = page.locator(".st-key-room-controls").evaluate("one => one.getBoundingClientRect().top")
    bottoms = {part: page.locator(part).evaluate("one => one.getBoundingClientRect().bottom") for part in parts}
    return [part for part, bottom in bottoms.items() if bottom > top]


@pytest.mark.parametrize("context_options", [at(**LAPTOP)], ids=["laptop"])
@pytest.mark.parametrize(
    ("code", "parts"),
    [
        (LOBBY, (NOTES,)),
        (RESULTS, (NOTES, BARS, FIGURES)),
        (GUESS, (NOTES, BARS, FIGURES)),
        (LAB, (NOTES, BARS, FIGURES, ".stColumn .curve svg >> visible=true >> nth=0")),
    ],
    ids=["lobby", "results", "guesses", "lab"],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_step_stands_above_the_buttons(visit: Visit, code: str, parts: tuple[str, ...], language: str) -> None:
    visit.open(f"/host?room={code}&lang={language}#{HOST}")
    for part in parts:
        visit.page.locator(part).wait_for()
    visit.stand_still()
    assert below_the_buttons(visit.page, *parts) == []


@pytest.mark.parametrize("context_options", [at(**LAPTOP)], ids=["laptop"])
@pytest.mark.parametrize("code", [LAB, ONE_CHART])
def test_curve_of_a_run_is_read_by_the_presenter_too(visit: Visit, code: str) -> None:
    visit.open(f"/host?room={code}#{HOST}")
    visit.stand_still()
    letters = visit.page.evaluate(LETTERS)
    assert letters["figure"] >= 12 and letters.get("name", 14) >= 14


@pytest.mark.parametrize("context_options", [at(700, 450)], ids=["200 per cent"])
@pytest.mark.parametrize("code", [VOTE, LAB])
def test_row_of_buttons_leaves_a_low_window_to_the_step(visit: Visit, code: str) -> None:
    visit.open(f"/host?room={code}#{HOST}")
    visit.stand_still()
    row = visit.page.locator(".st-key-room-controls")
    expect(visit.button("Previous")).to_be_in_viewport(ratio=1)
    assert 450 - row.evaluate("row => row.getBoundingClientRect().top") <= 56
    keys = visit.page.locator(".ll-room-keys")
    keys.scroll_into_view_if_needed()
    visit.page.locator(".stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    expect(keys).to_be_in_viewport(ratio=1)


def test_part_of_the_flowchart_that_is_near_is_seen_whole(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size(LAPTOP)
        guest = room.join("Ada")
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        room.press("Open the vote")
        pick(guest, "It doesn't know my documents")
        room.press("Take the majority")
        room.host.locator("[class*=st-key-room-figure] .node.selected[data-id=data-size]").wait_for()
        room.host.wait_for_timeout(300)
        found = room.host.evaluate(CUT)
        assert found["nodes"] >= 6 and found["cut"] == []
        assert below_the_buttons(room.host, ".st-key-room-figure", NOTES) == []
        assert room.host.evaluate(NAME_PX) >= 14


def test_flowchart_on_a_projector_is_as_large_as_it_can_be(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        screen = room.host.context.new_page()
        screen.set_viewport_size(LAPTOP)
        screen.goto(f"{app}/host?room={room.code}&view=screen")
        screen.locator("[class*=st-key-room-figure] .node.selected").wait_for()
        expect(screen.locator("h1")).to_be_visible()
        screen.wait_for_timeout(300)
        assert screen.evaluate(CUT)["cut"] == []
        assert screen.evaluate(NAME_PX) >= LEAST_ON_A_PROJECTOR_PX


@contextmanager
def german_room(chromium: Browser, app: str, agenda: int) -> Iterator[tuple[Page, Page]]:
    """A host who leads in German, and a guest who reads English."""
    with lent_context(chromium, viewport=LAPTOP) as context, lent_context(chromium) as other:
        host, guest = context.new_page(), other.new_page()
        host.goto(f"{app}/host?lang=de")
        host.locator("[data-testid=stRadioOption]").nth(agenda).click()
        host.get_by_role("button", name="Raum öffnen").click()
        guest.goto(f"{app}/join?room={host.locator('.ll-join-code').inner_text()}&lang=en")
        guest.get_by_label("Your name").fill("Ada")
        guest.get_by_label("Your name").press("Enter")
        guest.get_by_text("Step 1 of").wait_for()
        yield host, guest


def go_to(host: Page, step: int) -> None:
    for number in range(2, step + 1):
        host.get_by_role("button", name="Nächster Schritt").click()
        host.get_by_text(f"Schritt {number} von").wait_for()


def test_clock_of_a_long_case_in_german_stands_above_two_rows_of_buttons(chromium: Browser, app: str) -> None:
    with german_room(chromium, app, agenda=1) as (host, guest):
        go_to(host, 2)
        host.get_by_role("button", name="Abstimmung öffnen").click()
        pick(guest, "RAG")
        host.get_by_role("button", name="Abstimmung beenden").click()
        host.get_by_role("button", name="Zweite Runde öffnen").click()
        host.get_by_text("0 von 1 haben abgestimmt").wait_for()
        host.get_by_role("button", name="Beenden und Ergebnisse zeigen").wait_for()
        assert below_the_buttons(host, ".st-key-room-screen", NOTES) == []


def test_guide_in_german_keeps_figure_and_notes_above_the_buttons_to_its_last_question(
    chromium: Browser, app: str
) -> None:
    with german_room(chromium, app, agenda=0) as (host, guest):
        go_to(host, GUIDE_STEP)
        for node, words in WAY:
            host.locator(f"[class*=st-key-room-figure] .node.selected[data-id={node}]").wait_for()
            host.get_by_role("button", name="Abstimmung öffnen").click()
            pick(guest, words)
            host.get_by_text("1 von 1 hat abgestimmt").or_(host.get_by_text("1 von 1 haben abgestimmt")).wait_for()
            assert host.evaluate(CUT)["cut"] == []
            assert below_the_buttons(host, NOTES) == []
            host.get_by_role("button", name="Mehrheit").click()
