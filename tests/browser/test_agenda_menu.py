"""The menu in which a host changes the agenda: what was moved or added is in sight, and so is the whole."""

from playwright.sync_api import Browser, expect

from tests.browser.workshop_room import Workshop, at_step, opened_workshop

VERBS = ("Go", "Earlier", "Later", "Leave out", "Put back")


def open_agenda_at(room: Workshop, last: int) -> None:
    """The host goes on to a step, one by one, and opens the agenda there."""
    for place in range(2, last + 1):
        room.press("Next step")
        at_step(room.host, place)
    room.press("Agenda")


def test_menu_opens_at_its_head_while_the_first_step_is_on(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        room.press("Agenda")
        expect(room.host.locator("#agenda-now")).to_be_focused()
        room.host.wait_for_timeout(500)  # what scrolls a menu does so in its time
        expect(room.host.get_by_role("link", name="Print it with notes and answers")).to_be_in_viewport(ratio=1)


def test_step_that_is_moved_on_and_on_stays_in_sight(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        room.press("Agenda")
        later = room.host.get_by_role("button", name="Later Stage 1: pre-training")
        for place in range(2, 9):
            later.evaluate("button => button.click()")
            rows = room.host.locator("[class*=st-key-rule-step-]")
            expect(rows.nth(place)).to_contain_text("Stage 1: pre-training")
            expect(later).to_be_in_viewport(ratio=1)


def test_step_that_is_added_is_in_sight(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        open_agenda_at(room, 10)
        expect(room.host.locator("#agenda-now")).to_be_focused()
        room.host.get_by_label("A question from the bank").click()
        room.host.keyboard.type("Which of these hold for LoRA")
        room.host.get_by_role("option", name="Which of these hold for LoRA?").click()
        room.press("Add it as the next step")
        added = room.host.get_by_role("button", name="Leave out Vote: Which of these hold for LoRA?")
        expect(added).to_be_in_viewport(ratio=1)
        expect(room.host.get_by_text("12 steps, 49 min")).to_be_visible()


def test_focus_stays_on_the_row_of_a_step_that_is_moved_left_out_and_put_back_by_keys(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Agenda")
        expect(room.host.locator("#agenda-now")).to_be_focused()
        step = "Vote: the rules stand still"
        buttons = {verb: room.host.get_by_role("button", name=f"{verb} {step}") for verb in VERBS}
        rows = room.host.locator("[class*=st-key-rule-step-]")
        buttons["Later"].focus()
        for place in (2, 3):
            room.host.keyboard.press("Enter")
            expect(rows.nth(place)).to_contain_text(step)
            expect(buttons["Later"]).to_be_focused()
        room.host.keyboard.press("Enter")
        expect(rows.nth(4)).to_contain_text(step)
        expect(rows.nth(4).locator("[id^=agenda-row]")).to_be_focused()
        for verb, then in (("Leave out", "Put back"), ("Put back", "Leave out")):
            buttons[verb].focus()
            room.host.keyboard.press("Enter")
            expect(buttons[then]).to_be_focused()
        buttons["Go"].focus()
        room.host.keyboard.press("Enter")
        expect(room.host.locator("#agenda-now")).to_be_focused()
        expect(room.host.locator("#agenda-now")).to_contain_text(step)


def test_question_that_is_chosen_after_one_was_added_stays_in_sight(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        room.host.set_viewport_size({"width": 1280, "height": 720})
        open_agenda_at(room, 10)
        expect(room.host.locator("#agenda-now")).to_be_focused()
        answer = room.host.get_by_text("Right answer")
        for asked in ("Which of these hold for LoRA", "Put the five approaches"):
            room.host.get_by_label("A question from the bank").click()
            room.host.keyboard.type(asked)
            room.host.keyboard.press("Enter")
            expect(answer).to_be_visible()
            room.host.wait_for_timeout(900)  # what scrolls a menu does so in its time
            expect(answer).to_be_in_viewport(ratio=1)
            room.press("Add it as the next step")
            expect(answer).to_have_count(0)
            room.host.wait_for_timeout(900)


def test_menu_opens_at_the_case_while_the_guide_that_decides_it_is_on(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        open_agenda_at(room, 9)
        expect(room.host.locator("#agenda-case")).to_be_focused()
        room.host.wait_for_timeout(900)  # what scrolls a menu does so in its time
        expect(room.host.get_by_label("The case for")).to_be_in_viewport(ratio=1)
        expect(room.host.get_by_role("button", name="Use this case")).to_be_in_viewport(ratio=1)
