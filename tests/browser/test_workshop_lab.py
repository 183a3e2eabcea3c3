"""A room of six guesses a figure of the lab, has it run once, and all see the same come out."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.workshop_room import DESK, PHONE, Workshop, at_step, opened_workshop

NAMES = ("Ada", "Bo", "Cy", "Di", "Eve", "Fay")
GUESSES = ("90", "70", "45", "20", "60", "95")
STEP = 4


def test_room_of_six_runs_a_station_together(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="(45 min)") as room:
        people = [room.join(name) for name in NAMES]
        for number in range(2, STEP + 1):
            room.press("Next step")
            at_step(room.host, number)
        for page in people:
            at_step(page, STEP)
        guess_all(room, people)
        expect(room.host.locator(".ll-vote").first).to_be_visible()
        assert room.host.get_by_text("what came out").count() == 0
        late = room.join("Late")
        expect(late.get_by_text("Guessing is over. You did not guess.")).to_be_visible()
        room.press("Run it")
        expect(room.host.locator(".ll-fig", has_text="what came out")).to_be_visible(timeout=40_000)
        see_the_guesses_beside_it(room)
        see_the_same(room, [*people, late])
        see_it_again(room, people[0])


def guess_all(room: Workshop, people: list[Page]) -> None:
    """Everybody types a number, one a wrong one first."""
    room.press("Open the guess")
    for page, number in zip(people, GUESSES, strict=True):
        field = page.get_by_label(re.compile("Your guess"))
        if number == GUESSES[0]:
            field.fill("many")
            field.press("Enter")
            expect(page.get_by_text("Write the number in digits")).to_be_visible()
        field.fill(number)
        field.press("Enter")
        expect(page.get_by_text(re.compile(f"Your guess: {number}"))).to_be_visible()
    expect(room.host.get_by_text("6 of 6 have guessed")).to_be_visible()
    room.press("Close the guess")


def see_the_guesses_beside_it(room: Workshop) -> None:
    """The big screen has what came out and all guesses without being scrolled."""
    screen = room.host.context.new_page()
    screen.set_viewport_size(DESK)
    screen.goto(f"{room.addresses[0]}/host?room={room.code}&view=screen")
    rows = screen.locator(".ll-vote")
    expect(rows.first).to_be_visible()
    expect(screen.locator(".ll-fig", has_text="what came out")).to_be_visible()
    bottoms = [one["y"] + one["height"] for row in rows.all() if (one := row.bounding_box())]
    assert len(bottoms) == rows.count() > 3 and max(bottoms) < DESK["height"]
    screen.close()


def see_the_same(room: Workshop, people: list[Page]) -> None:
    """The figure on the host's screen is on every phone, beside one's own guess."""
    figure = room.host.locator(".ll-fig", has_text="what came out").locator("b").inner_text()
    assert 20 <= float(figure.split("\N{NO-BREAK SPACE}")[0]) <= 60
    for page in people:
        expect(page.locator(".ll-fig", has_text="what came out").locator("b")).to_have_text(figure)
    expect(people[0].get_by_text("Your guess: 90 %")).to_be_visible()
    expect(people[-1].get_by_text("You did not guess.")).to_be_visible()
    expect(room.host.locator(".ll-fig", has_text="the middle guess").locator("b")).to_contain_text("65")
    expect(people[0].get_by_role("img", name=re.compile("New dishes answered")).first).to_be_visible()
    assert people[0].evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert room.host.get_by_role("button", name="Run it").count() == 0


def see_it_again(room: Workshop, page: Page) -> None:
    """The host goes on and comes back: the log holds what came out."""
    room.press("Next step")
    at_step(page, STEP + 1)
    room.press("Previous")
    expect(page.locator(".ll-fig", has_text="what came out")).to_be_visible()
    expect(room.host.get_by_text(re.compile("Run for this room"))).to_be_visible()
