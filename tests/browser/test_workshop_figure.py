"""The figure on the audience's screen is seen whole, on a laptop and on a projector; the presenter's buttons stay."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_workshop_projector import LETTERS
from tests.browser.workshop_room import CUT, DESK, Workshop, at_step, opened_workshop, pick


def _audience(room: Workshop, step: int, width: int, height: int) -> Page:
    """The audience's window of that size, at that step, once its figure is drawn."""
    for _ in range(step - 1):
        room.press("Next step")
    at_step(room.host, step)
    screen = room.host.context.new_page()
    screen.set_viewport_size({"width": width, "height": height})
    screen.goto(f"{room.addresses[0]}/host?room={room.code}&view=screen")
    screen.locator("[class*=st-key-room-figure] .node.selected").wait_for()
    return screen


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1920, 1080), (1280, 720)])
def test_audience_sees_the_whole_pipeline(chromium: Browser, app: str, width: int, height: int) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        screen = _audience(room, 2, 800, 600)
        screen.set_viewport_size({"width": width, "height": height})
        screen.wait_for_timeout(300)
        found = screen.evaluate(CUT)
        assert found["nodes"] >= 11 and found["cut"] == []


def test_long_names_leave_the_pipeline_whole_and_text_grows_with_the_screen(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        for name in (
            "Bartholomew von Hohenlohe-Langen",
            "Wilhelmina Featherstonehaugh-Smy",
            "Maximilian Alexander Oberhofer",
        ):
            room.join(name)
        screen = _audience(room, 2, 1280, 720)
        screen.wait_for_timeout(300)
        assert screen.evaluate(CUT)["cut"] == []
        heights = []
        for width, height in ((1280, 720), (1920, 1080), (2560, 1440)):
            screen.set_viewport_size({"width": width, "height": height})
            screen.wait_for_timeout(300)
            assert screen.evaluate(CUT)["cut"] == []
            box = screen.locator("h1").bounding_box()
            heights.append((box["height"] if box else 0) / height)
        assert max(heights) - min(heights) < 0.005


def test_name_without_a_space_stays_in_its_column(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.join("M" * 32)
        card = room.host.locator(".ll-join", has_text="MMM")
        card.wait_for()
        assert card.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1920, 1080), (1280, 720)])
def test_audience_sees_the_whole_flowchart(chromium: Browser, app: str, width: int, height: int) -> None:
    with opened_workshop(chromium, app) as room:
        screen = _audience(room, 3, width, height)
        screen.wait_for_timeout(300)
        found = screen.evaluate(CUT)
        assert found["nodes"] >= 20 and found["cut"] == []


def test_whole_flowchart_has_no_word_too_small_for_a_projector(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        screen = _audience(room, 3, 1280, 720)
        screen.wait_for_timeout(300)
        letters = screen.evaluate(LETTERS)
        assert letters["name"] >= 12 and "figure" not in letters


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1280, 850), (1024, 900)])
def test_presenter_sees_no_part_of_the_flowchart_cut(chromium: Browser, app: str, width: int, height: int) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size({"width": width, "height": height})
        guest = room.join("Ada")
        for _ in (2, 3):
            room.press("Next step")
        for words, node in (
            ("It doesn't know my documents", "problem"),
            ("It is too large, or changes often", "data-size"),
        ):
            room.host.locator(f"[class*=st-key-room-figure] .node.selected[data-id={node}]").wait_for()
            room.host.wait_for_timeout(300)
            found = room.host.evaluate(CUT)
            assert found["nodes"] >= 6 and found["cut"] == []
            room.press("Open the vote")
            pick(guest, words)
            room.press("Take the majority")


def test_presenters_buttons_stay_in_one_place_from_step_to_step(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        tops = []
        for step in (1, 2, 3):
            at_step(room.host, step)
            room.host.wait_for_timeout(300)
            box = room.host.locator(".st-key-room-controls").bounding_box()
            tops.append(box["y"] if box else 0)
            room.press("Next step")
        assert max(tops) - min(tops) <= 4 and min(tops) > DESK["height"] - 90


def test_audience_sees_the_answers_and_the_clock_of_a_long_case(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        screen = _audience(room, 3, 1280, 720)
        room.press("Agenda")
        room.host.locator("textarea").fill("Clerks write letters in the tone of the house. " * 8)
        room.press("Use this case")
        room.host.get_by_text("This is the case that the room will decide.").wait_for()
        room.host.keyboard.press("Escape")
        room.press("Open the vote")
        clock = screen.get_by_text("0 of 0 have voted")
        expect(clock).to_be_in_viewport(ratio=1)
        expect(screen.get_by_text("It is too slow or too expensive")).to_be_in_viewport(ratio=1)


def _answer_three(room: Workshop, guest: Page) -> None:
    """The guide's first three questions, by the majority of one."""
    for words in (
        "It doesn't know my documents",
        "It is too large, or changes often",
        "No time, or no place for a vector database",
    ):
        room.press("Open the vote")
        pick(guest, words)
        room.press("Take the majority")


def test_audience_sees_the_answers_so_far_to_their_end(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        screen = _audience(room, 3, 1280, 720)
        _answer_three(room, guest)
        room.press("Open the vote")
        screen.get_by_text("0 of 1 have voted").wait_for()
        last = screen.locator("p", has_text="Can each answer spend")
        expect(last).to_be_in_viewport(ratio=1)


def test_notes_of_the_guide_stand_above_the_buttons_of_a_small_laptop(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size({"width": 1024, "height": 768})
        people = [room.join("Ada"), room.join("Bo")]
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        room.press("Open the vote")
        for page, words in zip(
            people, ("It doesn't know my documents", "It is too slow or too expensive"), strict=True
        ):
            pick(page, words)
        expect(room.host.get_by_text("2 of 2 have voted")).to_be_visible()
        assert _notes_end_above_the_buttons(room.host)
        room.press("Close the vote")
        expect(room.host.get_by_text("A tie: you decide.")).to_be_visible()
        assert _notes_end_above_the_buttons(room.host)


def _notes_end_above_the_buttons(host: Page) -> bool:
    notes, buttons = (host.locator(one).bounding_box() for one in (".st-key-strip-notes", ".st-key-room-controls"))
    return bool(notes and buttons) and notes["y"] + notes["height"] <= buttons["y"]


def test_names_near_the_question_are_read_from_the_last_row(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        screen = _audience(room, 3, 1280, 720)
        for words, node in _WAY:
            room.press("Open the vote")
            pick(guest, words)
            room.press("Take the majority")
            screen.locator(f"[class*=st-key-room-figure] .node.selected[data-id={node}]").wait_for()
            screen.wait_for_timeout(300)
            assert screen.evaluate(LETTERS)["name"] >= 14 and screen.evaluate(CUT)["cut"] == []


_WAY = (
    ("It doesn't know my documents", "data-size"),
    ("It is too large, or changes often", "retrieval-time"),
    ("No time, or no place for a vector database", "knowledge-stable"),
    ("No, it changes more often", "rag"),
)
"""What the guide is answered on the longest way through it, and the node that is lit then."""


def test_answers_so_far_leave_the_notes_their_place_on_a_projector(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.host.set_viewport_size({"width": 1280, "height": 720})
        guest = room.join("Ada")
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        _answer_three(room, guest)
        expect(room.host.locator("h1")).to_have_text("Does the knowledge stay the same for months?")
        room.host.wait_for_timeout(300)
        assert _notes_end_above_the_buttons(room.host)
