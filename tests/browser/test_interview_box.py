"""The box that an interview is answered in: its clock warns and never stops anybody; it takes dictation."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.practised import Practised
from tests.browser.visit import Visit

RECOGNITION = """
window.SpeechRecognition = window.webkitSpeechRecognition = class {
  static available() { return Promise.resolve("%s") }
  start() { window.heard = this }
  stop() { this.onend?.() }
}
window.say = (words) => {
  const result = Object.assign([{ transcript: words }], { isFinal: true })
  window.heard.onresult({ resultIndex: 0, results: [result] })
}
"""
NOTES_STOPS = """
const stop = window.SpeechRecognition.prototype.stop
window.SpeechRecognition.prototype.stop = function () { window.stopped = true; stop.call(this) }
"""
NO_RECOGNITION = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition"
KEEPS_NOTHING = """
Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError") } })
"""
LISTENERS = """
window.waiting = {}
for (const [way, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const real = EventTarget.prototype[way]
  EventTarget.prototype[way] = function (kind, act, ...rest) {
    const isOurs = ["pagehide", "visibilitychange"].includes(kind) && /keepAway|report/.test(act)
    if (isOurs) (window.waiting[kind] ??= new Set())[by > 0 ? "add" : "delete"](act)
    return real.call(this, kind, act, ...rest)
  }
}
"""
TWO_MINUTES_S = 120
PUT_AWAY = """() => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""
TELLS_NOTHING = (
    """() => document.addEventListener("visibilitychange", (event) => event.stopImmediatePropagation(), true)"""
)
LONGER_THAN_THE_SECOND_MS = 4000
PAST_THE_REPORT_MS = 500


def begun(visit: Visit) -> Practised:
    """A question of two minutes, just asked."""
    tab = Practised(visit.page, visit.app).open("/interview")
    tab.go_on("Ask me this question")
    return tab


def clock(tab: Practised) -> Locator:
    return tab.page.locator(".clock")


def test_clock_warns_who_speaks_at_four_fifths_counts_on_in_red_and_takes_the_answer_all_the_same(visit: Visit) -> None:
    visit.page.add_init_script(RECOGNITION % "available")
    visit.page.clock.install()
    tab = begun(visit)
    tab.page.clock.fast_forward(30_000)
    expect(clock(tab)).to_have_attribute("data-state", "thinking")
    tab.button("Dictate").click()
    tab.page.evaluate("say('RAG comes first for me.')")
    expect(clock(tab)).to_have_attribute("data-state", "running")
    expect(tab.page.get_by_text("Wrap up soon")).to_have_count(0)
    tab.page.clock.fast_forward(0.8 * TWO_MINUTES_S * 1000)
    expect(tab.page.get_by_text("Wrap up soon")).to_be_visible()
    expect(clock(tab)).to_contain_text("of 2:00")
    tab.page.clock.fast_forward(0.4 * TWO_MINUTES_S * 1000)
    expect(tab.page.get_by_text("Over the target")).to_be_visible()
    expect(clock(tab)).to_contain_text("over 2:00")
    expect(tab.page.get_by_role("timer")).to_have_text(re.compile(r"^\+0:[23]\d$"))
    tab.page.locator("textarea").press_sequentially(" And tuning needs a reason.")
    expect(tab.page.get_by_role("timer")).to_have_css("color", "rgb(156, 31, 24)")
    tab.page.clock.resume()
    tab.go_on("Submit and lock")
    tab.sees_heading("Did you say it?")
    expect(tab.page.get_by_text(re.compile(r"^2:[23]\d of 2:00$"))).to_be_visible()


def test_night_for_which_the_phone_slept_is_no_time_that_an_answer_took(visit: Visit) -> None:
    visit.page.clock.install()
    tab = begun(visit)
    tab.page.locator("textarea").fill("RAG comes first for me.")
    tab.page.clock.fast_forward("10:00:00")
    tab.page.clock.fast_forward(61_000)
    expect(clock(tab)).to_contain_text(re.compile(r"^1:0\d"))


def test_who_types_is_never_over_a_target_of_speaking(visit: Visit) -> None:
    visit.page.clock.install()
    tab = begun(visit)
    tab.page.locator("textarea").press_sequentially("RAG comes first for me.")
    tab.page.clock.fast_forward(1.2 * TWO_MINUTES_S * 1000)
    expect(tab.page.get_by_role("timer")).to_have_text(re.compile(r"^2:[23]\d$"))
    expect(clock(tab)).to_have_attribute("data-state", "running")
    expect(clock(tab)).to_contain_text("target: about 2:00 spoken")
    tab.page.clock.resume()
    tab.go_on("Submit and lock")
    expect(tab.page.get_by_text(re.compile(r"typed in 2:[23]\d, target about 2:00 spoken"))).to_be_visible()


def test_who_types_is_warned_by_how_long_the_words_take_to_say(visit: Visit) -> None:
    tab = begun(visit)
    expect(tab.page.locator(".warning")).to_have_css("display", "flex")  # what is announced is there before it speaks
    tab.page.locator("textarea").fill("word " * 200)
    expect(tab.page.get_by_text("200 words. About 1:32 to say. The model answer has ")).to_be_visible()
    expect(clock(tab)).to_have_attribute("data-state", "running")
    tab.page.locator("textarea").fill("word " * 210)
    expect(tab.page.get_by_text("Wrap up soon")).to_be_visible()
    tab.page.locator("textarea").fill("word " * 265)
    expect(tab.page.get_by_text("Over the target")).to_be_visible()
    expect(clock(tab).locator(".of")).to_have_css("color", "rgb(156, 31, 24)")
    expect(tab.page.get_by_role("timer")).not_to_have_css("color", "rgb(156, 31, 24)")  # typing took seconds
    expect(tab.page.get_by_role("timer")).to_have_text(re.compile(r"^0:0\d$"))


@pytest.mark.parametrize(
    ("available", "told"),
    [("available", "Dictation runs on this device."), ("downloadable", "may send your voice to its maker's service")],
)
def test_dictation_says_where_the_voice_goes_and_writes_into_the_box(visit: Visit, available: str, told: str) -> None:
    visit.page.add_init_script(RECOGNITION % available)
    tab = begun(visit)
    expect(tab.page.get_by_text(told)).to_be_visible()
    tab.page.locator("textarea").fill("First of all,")
    tab.button("Dictate").click()
    expect(tab.button("Stop dictating")).to_have_attribute("aria-pressed", "true")
    assert tab.page.evaluate("window.heard.processLocally === true") is (available == "available")
    tab.page.evaluate("say(' RAG comes first ')")
    expect(tab.page.locator("textarea")).to_have_value("First of all, RAG comes first")
    tab.page.evaluate("window.heard.onerror({ error: 'not-allowed' })")
    expect(tab.page.get_by_text("not allowed to use the microphone")).to_be_visible()
    tab.button("Stop dictating").click()
    expect(tab.button("Dictate")).to_have_attribute("aria-pressed", "false")
    expect(clock(tab)).to_have_attribute("data-state", "running")


def test_microphone_is_let_go_when_the_box_leaves_the_page(visit: Visit) -> None:
    visit.page.add_init_script(RECOGNITION % "available" + NOTES_STOPS)
    tab = begun(visit)
    tab.button("Dictate").click()
    expect(tab.button("Stop dictating")).to_be_visible()
    tab.go_on("Choose another question")
    expect(tab.page.locator("textarea")).to_have_count(0)
    tab.page.wait_for_function("window.stopped === true", timeout=5_000)


def test_browser_without_speech_recognition_shows_nothing_of_it(visit: Visit) -> None:
    visit.page.add_init_script(NO_RECOGNITION)
    tab = begun(visit)
    expect(tab.button("Submit and lock")).to_be_visible()
    expect(tab.button("Dictate")).to_have_count(0)
    expect(tab.page.get_by_text("voice")).to_have_count(0)


def test_reload_in_the_middle_of_a_word_keeps_all_that_was_typed(visit: Visit) -> None:
    tab = begun(visit)
    tab.page.locator("textarea").press_sequentially("Facts that change belong in retr")
    tab.page.reload()
    expect(tab.page.locator("textarea")).to_have_value("Facts that change belong in retr")
    tab.settle()
    other = Practised(visit.page.context.new_page(), visit.app).open("/interview")
    expect(other.page.locator("textarea")).to_have_value("Facts that change belong in retr")


def written_in_another_tab(visit: Visit, words: str) -> None:
    """Writes into the box of a second tab of the browser and waits until a third would show it."""
    other = Practised(visit.page.context.new_page(), visit.app).open("/interview")
    other.page.locator("textarea").fill(words)
    other.page.locator("textarea").blur()
    wait_for_kept(visit, words)


def wait_for_kept(visit: Visit, words: str, tries: int = 5) -> None:
    new = Practised(visit.page.context.new_page(), visit.app)
    found = [new.open("/interview").page.locator("textarea").input_value()]
    while found[-1] != words and len(found) < tries:
        new.page.evaluate("sessionStorage.clear()")
        found.append(new.open("/interview").page.locator("textarea").input_value())
    assert found[-1] == words, found
    new.page.close()


def test_older_text_of_a_tab_does_not_come_back_over_what_another_tab_wrote_later(visit: Visit) -> None:
    tab = begun(visit)
    tab.page.wait_for_timeout(LONGER_THAN_THE_SECOND_MS)
    tab.page.evaluate(TELLS_NOTHING)
    tab.page.locator("textarea").press_sequentially("The first tab.")
    tab.page.goto("about:blank")
    written_in_another_tab(visit, "What the second tab wrote after it.")
    tab.open("/interview")
    expect(tab.page.locator("textarea")).to_have_value("What the second tab wrote after it.")


def test_tab_that_only_stands_open_does_not_undo_what_another_tab_wrote_later(visit: Visit) -> None:
    tab = begun(visit)
    tab.page.locator("textarea").fill("The first tab.")
    tab.page.locator("textarea").blur()
    wait_for_kept(visit, "The first tab.")
    written_in_another_tab(visit, "What the second tab wrote after it.")
    tab.page.evaluate(PUT_AWAY)
    tab.page.wait_for_timeout(PAST_THE_REPORT_MS)
    tab.settle()
    wait_for_kept(visit, "What the second tab wrote after it.", tries=1)
    tab.page.locator("textarea").press_sequentially(" And on.")
    tab.page.locator("textarea").blur()
    wait_for_kept(visit, "The first tab. And on.")


def test_browser_that_keeps_nothing_has_the_box_all_the_same(visit: Visit) -> None:
    visit.page.add_init_script(KEEPS_NOTHING)
    tab = begun(visit)
    tab.page.locator("textarea").press_sequentially("RAG comes first for me.")
    tab.go_on("Submit and lock")
    tab.sees_heading("Did you say it?")


@pytest.mark.parametrize("context_options", [at(1280, 650)])
def test_who_gives_by_keys_what_cannot_be_judged_sees_why_and_goes_on_writing(visit: Visit) -> None:
    tab = begun(visit)
    for words in ("ok", "okay"):
        tab.page.locator("textarea").fill(words)
        tab.page.locator("h1").scroll_into_view_if_needed()
        tab.press("Control+Enter")
        expect(tab.page.get_by_text("There is not enough to judge.")).to_be_in_viewport(ratio=1)
        expect(tab.page.locator("textarea")).to_be_focused()


def test_box_that_is_gone_listens_to_nothing_more(visit: Visit) -> None:
    visit.page.add_init_script(LISTENERS)
    tab = begun(visit)
    tab.page.locator("textarea").fill("RAG comes first.")
    counts = "() => ['pagehide', 'visibilitychange'].map((kind) => window.waiting[kind]?.size)"
    assert tab.page.evaluate(counts) == [1, 1]
    tab.page.get_by_role("radio", name="Mock interview").click()
    expect(tab.page.locator("h1")).to_have_text("Mock interview")
    tab.page.wait_for_function(f"({counts})().every((left) => left === 0)")
