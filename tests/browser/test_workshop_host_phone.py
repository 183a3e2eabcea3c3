"""A host who leads from a phone: how long a vote is open and the room's code are on the first screen, menus are few."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.seeded_rooms import ASKED, GUIDE, HOST, LOBBY, VOTE
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

PHONE = pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
CLOCK = ".st-key-room-tools > :first-child"


def middles(found: Locator) -> set[int]:
    """Where the middles of elements are, in rows of 8 px."""
    return {round((box["y"] + box["height"] / 2) / 8) for one in found.all() if (box := one.bounding_box())}


@PHONE
@pytest.mark.parametrize("language", ["en", "de"])
def test_clock_of_a_vote_and_the_code_stand_above_the_case(visit: Visit, language: str) -> None:
    visit.open(f"/host?room={VOTE}&lang={language}#{HOST}")
    clock, title = visit.page.locator(".st-key-room-screen [class*=st-key-countdown]"), visit.page.locator("h1.ll-big")
    expect(clock).to_be_visible()
    ends, begins = clock.bounding_box(), title.bounding_box()
    assert ends and begins and 0 < ends["y"] + ends["height"] <= begins["y"]
    expect(visit.page.locator(".ll-room-here", has_text=VOTE)).to_be_in_viewport(ratio=1)


@PHONE
def test_code_is_read_out_from_the_first_screen_of_the_lobby(visit: Visit) -> None:
    visit.open(f"/host?room={LOBBY}#{HOST}")
    expect(visit.page.locator(".ll-room-here", has_text=LOBBY)).to_be_in_viewport(ratio=1)
    visit.resize(1400, 900)
    expect(visit.page.locator(".ll-room-here")).to_be_hidden()  # there the card has it, with the QR code


@PHONE
@pytest.mark.parametrize(("room", "language"), [(LOBBY, "en"), (LOBBY, "de"), (ASKED, "en"), (ASKED, "de")])
def test_menus_stand_in_two_rows(visit: Visit, room: str, language: str) -> None:
    visit.open(f"/host?room={room}&lang={language}#{HOST}")
    menus = visit.page.locator(".st-key-room-tools [data-testid=stPopoverButton]")
    expect(menus).to_have_count(5)
    assert len(middles(menus)) == 2
    people, clock = (one.bounding_box() for one in (menus.first, visit.page.locator(CLOCK)))
    assert people and clock and people["y"] >= clock["y"] + clock["height"]
    rows = [middles(one) for one in menus.all()]
    assert rows[0] == rows[1] == rows[2] != rows[3] == rows[4]
    menus.first.click()
    visit.page.get_by_text("/join?room=").first.wait_for()
    assert [middles(one) for one in menus.all()] == rows


@PHONE
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_a_host_does_with_a_question_stands_in_one_row(visit: Visit, language: str) -> None:
    visit.open(f"/remote?room={ASKED}&lang={language}#{HOST}")
    visit.page.locator(".st-key-remote-questions summary").click()
    row = visit.page.locator("[class*=st-key-rule-question-host-]").first
    expect(row.locator("button")).to_have_count(2)
    assert len(middles(row.locator("button"))) == 1


@PHONE
def test_next_step_stays_under_the_thumb_where_a_title_has_a_line_below_it(visit: Visit) -> None:
    depths = set()
    for code in (LOBBY, VOTE, GUIDE):  # a title of one line, of two, of one with the question that it asks
        visit.open(f"/remote?room={code}#{HOST}")
        visit.settle()
        head, buttons = (
            visit.page.locator(one).bounding_box() for one in (".ll-remote-head", ".st-key-remote-buttons")
        )
        assert head and buttons
        depths.add(round(buttons["y"] - head["y"]))
    assert len(depths) == 1


@pytest.mark.parametrize("context_options", [at(320, 256)], ids=["at 400 %"])
def test_buttons_of_a_page_at_400_percent_lie_below_the_step_and_leave_the_window_to_it(visit: Visit) -> None:
    visit.open(f"/host?room={VOTE}#{HOST}")
    buttons = visit.page.locator(".st-key-room-controls")
    assert buttons.evaluate("one => one.getBoundingClientRect().top") > 256
    visit.page.get_by_role("button", name="Blank").focus()
    expect(buttons).to_be_in_viewport()
