"""A room on a phone: the step before what stands beside it on a desk, and nothing over it."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.workshop_room import PHONE, at_step, opened_workshop, pick

_WIDER = "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth - innerWidth }"
"""How much wider what a page says is than its screen, in px."""


def top(page: Page, hook: str) -> float:
    """How far down something begins."""
    return float(page.locator(hook).first.evaluate("one => one.getBoundingClientRect().top"))


def test_roamer_sees_the_way_back_at_the_top_of_a_long_step(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        guest = room.join("Ada")
        room.press("Next step")
        at_step(guest, 2)
        guest.get_by_role("button", name="Stop following").click()
        guest.get_by_role("button", name="Back to the presenter").wait_for()
        room.press("Next step")
        guest.get_by_text("The presenter is at step 3").wait_for()
        guest.locator("h1").scroll_into_view_if_needed()
        assert guest.locator("[data-testid=stMain]").evaluate("one => one.scrollHeight") > PHONE["height"] * 1.3
        for hook in (".st-key-room-wander", ".st-key-room-back"):
            assert 0 < top(guest, hook) < PHONE["height"] - 44


def test_what_comes_is_seen_from_its_top_by_who_had_scrolled_down(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app, agenda="How LLMs are trained") as room:
        guest = room.join("Ada")
        room.press("Next step")
        at_step(guest, 2)
        scroll_down(guest)
        for _ in range(2):
            room.press("Next step")
        at_step(guest, 4)
        guest.wait_for_function(_AT_THE_TOP)
        guest.locator("summary", has_text="Ask a question").click()
        guest.get_by_label("Your question").fill("Why not RAG?")
        scroll_down(guest)
        room.press("Open the guess")
        guest.get_by_text("have guessed").wait_for()
        guest.wait_for_timeout(300)
        assert not guest.evaluate(_AT_THE_TOP)  # who types stays there
        guest.get_by_role("button", name="Ask", exact=True).click()
        scroll_down(guest)
        room.press("Close")
        room.press("Next step")
        at_step(guest, 5)
        guest.wait_for_function(_AT_THE_TOP)


_AT_THE_TOP = """() => document.querySelector("[data-testid=stMain]").scrollTop === 0"""


def scroll_down(page: Page) -> None:
    """To the foot of what is drawn by now."""
    page.wait_for_timeout(300)
    assert page.locator("[data-testid=stMain]").evaluate("one => { one.scrollTo(0, 1e6); return one.scrollTop }") > 0


def test_step_comes_before_notes_and_figure(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        assert top(room.host, ".ll-join") < top(room.host, ".st-key-strip-notes")
        room.host.set_viewport_size(PHONE)
        room.host.wait_for_timeout(300)
        assert top(room.host, ".st-key-room-tools") < 72  # as far below the logo as a participant's step
        for step, beside in ((1, ".st-key-strip-notes"), (2, ".st-key-strip-notes"), (3, ".st-key-room-figure")):
            at_step(room.host, step)
            room.host.wait_for_timeout(300)
            assert top(room.host, ".st-key-room-screen h1") < top(room.host, beside)
            room.press("Next step")


def test_question_that_is_being_typed_covers_no_vote_that_opens_meanwhile_and_is_kept(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        guest.locator("summary", has_text="Ask a question").click()
        guest.get_by_label("Your question").fill("Why not RAG?")
        room.press("Next step")
        room.press("Open the vote")
        pick(guest, "RAG")
        expect(guest.get_by_label("Your question")).to_have_value("Why not RAG?")


def test_vote_for_a_question_is_told_where_the_questions_are_open(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        asks, votes = room.join("Ada"), room.join("Bo")
        for page in (asks, votes):
            page.locator("summary", has_text="Ask a question").click()
        asks.get_by_label("Your question").fill("Why not RAG?")
        asks.get_by_role("button", name="Ask", exact=True).click()
        expect(asks.get_by_text("0 votes, your question")).to_be_visible()
        votes.get_by_role("button", name="Me too").click()
        expect(asks.get_by_text("1 vote, your question")).to_be_visible()


def test_below_the_step_stand_two_rows_and_a_third_once_something_was_asked(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        asks, other = room.join("Ada"), room.join("Bo")
        assert rows(other) == [
            ["Ask a question", "Too slow", "Too fast"],
            ["Stop following", "Change your name, or leave"],
        ]
        asks.locator("summary", has_text="Ask a question").click()
        asks.get_by_label("Your question").fill("Why not RAG?")
        asks.get_by_role("button", name="Ask", exact=True).click()
        other.locator("summary", has_text="Questions 1").wait_for()
        assert rows(other) == [
            ["Questions 1", "Ask a question"],
            ["Too slow", "Too fast"],
            ["Stop following", "Change your name, or leave"],
        ]
        assert other.evaluate(_WIDER) <= 0
        for left, right in (("Questions 1", "Ask a question"), ("Too slow", "Too fast")):
            ends = [other.get_by_text(words, exact=True).last.bounding_box() for words in (left, right)]
            assert ends[0] and ends[1] and ends[0]["x"] < PHONE["width"] / 2 < ends[1]["x"]


def rows(page: Page) -> list[list[str]]:
    """What can be pressed below the step, in rows."""
    page.wait_for_timeout(300)
    return list(page.evaluate(_ROWS))


_ROWS = """() => {
  const rows = new Map()
  for (const one of document.querySelectorAll(":is(.st-key-room-voice, .st-key-room-own) :is(summary, button)")) {
    const box = one.getBoundingClientRect(), middle = Math.round((box.top + box.height / 2) / 8)
    rows.set(middle, [...(rows.get(middle) ?? []), one.querySelector("p").textContent])
  }
  return [...rows.values()]
}"""


def test_question_is_asked_by_the_keys_that_its_field_names(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        guest.locator("summary", has_text="Ask a question").click()
        field = guest.get_by_label("Your question")
        field.fill("Why not RAG?")
        expect(guest.get_by_text("Press Ctrl+Enter to apply")).to_be_visible()
        field.press("Control+Enter")
        expect(guest.get_by_text("0 votes, your question")).to_be_visible()
        expect(guest.get_by_label("Your question")).to_have_value("")


def test_why_a_question_was_not_taken_is_said_beside_the_button(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        guest.locator("summary", has_text="Ask a question").click()
        guest.get_by_label("Your question").fill("word " * 90)
        asks = guest.get_by_role("button", name="Ask", exact=True)
        asks.click()
        told = guest.get_by_text("Shorten the question to 280 characters; it has 449.").bounding_box()
        pressed = asks.bounding_box()
        assert told and pressed  # below the button it was below the screen too, or under the keyboard
        assert pressed["y"] <= told["y"] + told["height"] / 2 <= pressed["y"] + pressed["height"]


def test_ring_of_a_field_for_text_is_whole(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest = room.join("Ada")
        guest.locator("summary", has_text="Ask a question").click()
        guest.get_by_label("Your question").click()
        field = guest.locator("[data-testid=stTextAreaRootElement]")
        guest.wait_for_function(_RINGED, arg=field.element_handle())


_RINGED = """field => {
  const ring = getComputedStyle(field), reach = parseFloat(ring.outlineOffset) + parseFloat(ring.outlineWidth)
  const cut = field.closest("[data-testid=stElementContainer]").getBoundingClientRect()
  const own = field.getBoundingClientRect()
  return ring.outlineStyle === "solid" && own.left - reach >= cut.left && own.bottom + reach <= cut.bottom
}"""


def test_long_word_in_a_case_of_the_rooms_own_is_cut_on_no_screen(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        guest, screen = room.join("Ada"), room.host.context.new_page()
        screen.set_viewport_size({"width": 1280, "height": 720})
        screen.goto(f"{app}/host?room={room.code}&view=screen")
        room.host.bring_to_front()
        room.host.get_by_role("button", name="Agenda").click()
        room.host.get_by_label("The case for").fill(f"See https://wiki.example/{'tickets' * 12}.")
        room.host.get_by_role("button", name="Use this case").click()
        room.host.get_by_text("This is the case that the room will decide.").wait_for()
        room.host.keyboard.press("Escape")
        for number in (2, 3):
            room.press("Next step")
            at_step(room.host, number)
        for page in (guest, screen):
            assert not cut_off(page)
        room.press("Open the vote")
        guest.get_by_text("It doesn't know my documents").wait_for()
        assert not cut_off(guest)


def cut_off(page: Page) -> bool:
    """Whether the case is wider than its column."""
    case = page.locator("p:visible", has_text="wiki.example").first
    return bool(case.evaluate("one => one.scrollWidth > one.clientWidth"))


def test_phone_whose_tab_was_closed_finds_its_room_from_the_join_page(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        closed = room.join("Ada")
        closed.wait_for_timeout(2_000)  # who came is noted a second later
        closed.close()
        page = room.contexts[0].new_page()
        page.goto(f"{app}/join")
        expect(page.get_by_text(f"You are in room {room.code} as “Ada”.")).to_be_visible()
        page.get_by_role("button", name="Go back to the room").click()
        at_step(page, 1)
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(room.host.get_by_text("1 here")).to_be_visible()


def test_line_of_code_is_not_cut_on_a_small_phone(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        room.press("Agenda")
        guest = room.join("Ada", {"width": 320, "height": 700})
        room.host.get_by_label("A question from the bank").fill("This run was meant to be LoRA")
        room.host.get_by_role("option", name="This run was meant to be LoRA").click()
        expect(room.host.get_by_text("Right answer: model.requires_grad_(True)")).to_be_visible()
        room.press("Add it as the next step")
        room.host.keyboard.press("Escape")
        room.press("Next step")
        at_step(room.host, 2)
        room.press("Open the vote")
        guest.locator("[data-testid=stRadioOption]", has_text="AutoModelForCausalLM").click()
        expect(guest.get_by_text("Your pick: model = AutoModelForCausalLM.from_pretrained(model_id)")).to_be_visible()
        assert guest.evaluate(_WIDER) <= 0
        room.press("Close the vote")
        expect(guest.get_by_text("The vote is over")).to_be_visible()
        assert guest.evaluate(_WIDER) <= 0
        room.press("End")
        room.press("End the workshop")
        expect(guest.get_by_text("Right answer: model.requires_grad_(True)")).to_be_visible()
        assert guest.evaluate(_WIDER) <= 0
