"""The focus of a host whose button goes away under it."""

from playwright.sync_api import Browser, expect

from tests.browser.workshop_room import at_step, opened_workshop, pick, told_keys

WATCH = """() => {
  const moment = performance.now()
  performance.now = () => moment
  window.seen = []
  const look = () => {
    const words = document.activeElement === document.body ? "nothing" : document.activeElement.innerText
    if (seen.at(-1) !== words) seen.push(words)
    requestAnimationFrame(look)
  }
  look()
}"""
"""Stops the page's watch, and notes in `seen` what has had the focus."""

LATE = """() => {
  const later = window.setTimeout
  window.setTimeout = (act, ...more) => act.name === "go" ? 0 : later(act, ...more)
}"""
"""Keeps the page from leading the focus on, as a slow machine does for a while."""


def test_focus_of_a_host_is_led_on_at_once_and_a_press_that_was_on_its_way_does_nothing(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        guest, page = room.join("Ada"), room.host
        room.join("Bo")
        for number in (2, 3):
            room.press("Next step")
            at_step(page, number)
        page.get_by_role("button", name="Open the vote").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Close the vote")).to_be_focused()
        page.wait_for_timeout(4_000)  # so long the focus is led on after the host's own press
        page.evaluate(WATCH)
        pick(guest, "It doesn't know my documents")
        takes = page.get_by_role("button", name="Take the majority")
        expect(takes).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_timeout(1_000)
        assert page.evaluate("seen") == ["Close the vote", "Take the majority"]
        page.evaluate("delete performance.now")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("How much does the model need to know?")


def test_tie_that_ends_a_vote_unpressed_gives_the_focus_to_no_answer(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        people, page = [room.join("Ada"), room.join("Bo")], room.host
        for number in (2, 3):
            room.press("Next step")
            at_step(page, number)
        page.get_by_role("button", name="Open the vote").focus()
        page.keyboard.press("Enter")
        closes = page.get_by_role("button", name="Close the vote")
        expect(closes).to_be_focused()
        for guest, words in zip(
            people, ("It doesn't know my documents", "It is too slow or too expensive"), strict=True
        ):
            pick(guest, words)
        page.wait_for_timeout(4_000)  # so long the focus is led on after the host's own press
        expect(closes).to_be_focused()
        remote = page.context.new_page()
        remote.goto(f"{app}/remote?room={room.code}")
        remote.get_by_role("button", name="Close the vote").click()
        expect(page.locator(".st-key-room-ties p").first).to_be_focused()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(remote.get_by_text("A tie: you decide.")).to_be_visible()
        expect(page.locator("h1")).to_have_text("What is wrong with the output?")


def test_space_right_after_an_arrow_does_what_the_page_says_though_the_arrow_left_the_focus_on_a_button(
    chromium: Browser, app: str
) -> None:
    with opened_workshop(chromium, app) as room:
        page = room.host
        for number in (2, 3):
            room.press("Next step")
            at_step(page, number)
        expect(told_keys(page)).to_contain_text("Open the vote")
        page.keyboard.press("Tab")  # what is pressed by mouse is left alone by Space anyway
        page.get_by_role("button", name="Previous").focus()
        page.evaluate(LATE)
        page.keyboard.press("ArrowLeft")
        at_step(page, 2)
        expect(told_keys(page)).to_contain_text("Open the vote")
        expect(page.get_by_role("button", name="Previous")).to_be_focused()
        page.keyboard.press("Space")
        expect(page.get_by_role("button", name="Close the vote")).to_be_visible()
        at_step(page, 2)


def test_focus_of_a_host_who_made_a_new_key_goes_to_what_the_key_brought(chromium: Browser, app: str) -> None:
    with opened_workshop(chromium, app) as room:
        page = room.host
        page.reload()
        page.get_by_role("button", name="Links").click()
        page.get_by_role("button", name="Make a new key").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_label("Show the remote as a QR code")).to_be_focused()
