"""A press costs the browser one drawing: what the server sends together reaches the page in one task."""

from base64 import b64decode

import pytest
from playwright.sync_api import Locator, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.visit import Visit

# Before all scripts of the page: keeps its sockets. And counts: messages that one task brings share a turn, which ends
# when the microtasks run.
KEEP = """() => {
  window.sockets = []
  window.WebSocket = class extends WebSocket {
    constructor(...asked) { super(...asked); if (this.url.includes("/_stcore/stream")) sockets.push(this) }
  }
}"""
COUNT = """() => {
  window.told = []
  let turn = null
  sockets.at(-1).addEventListener("message", () => {
    if (!turn) { turn = []; told.push(turn); queueMicrotask(() => { turn = null }) }
    turn.push(1)
  })
}"""


@pytest.fixture
def listened(visit: Visit) -> Visit:
    visit.page.add_init_script(f"({KEEP})()")
    visit.open("/pipeline?step=raw-text").stand_still()
    visit.page.evaluate(COUNT)
    return visit


def told_after_a_press(visit: Visit) -> list[int]:
    """Goes to the next node; how many messages each task brought."""
    visit.button("Next").click()
    expect(visit.page.get_by_text("Step 2 of 11").first).to_be_visible()
    visit.settle()
    return [len(turn) for turn in visit.page.evaluate("() => window.told")]


def test_the_news_of_a_run_comes_in_one_task_with_what_the_press_is_waited_for(listened: Visit) -> None:
    tasks = told_after_a_press(listened)
    assert tasks[0] >= 3, tasks
    assert len(tasks) < sum(tasks) / 2, tasks


def test_a_page_that_nobody_sees_gets_its_messages_at_once(listened: Visit) -> None:
    listened.page.evaluate("() => Object.defineProperty(document, 'hidden', { get: () => true })")
    assert set(told_after_a_press(listened)) == {1}


NOTE = """(shown) => {
  window.noted = []
  sockets.at(-1).addEventListener("message", ({ data }) => {
    const bytes = Array.from(new Uint8Array(data), (byte) => String.fromCharCode(byte)).join("")
    noted.push([btoa(bytes), document.body.textContent.includes(shown)])
  })
}"""
"""Keeps each message, and whether what is to be shown stood in the page when it came."""


def noted_after(visit: Visit, press: Locator, shown: str) -> list[tuple[str, bool]]:
    """The kinds of the messages that the page was given, in order, and whether the text stood there by then."""
    visit.page.evaluate(NOTE, shown)
    press.click()
    expect(visit.page.get_by_text(shown).first).to_be_visible()
    visit.settle()
    noted = visit.page.evaluate("() => noted")
    return [(kind_of(data), there) for data, there in noted]


def kind_of(data: str) -> str:
    return str(ForwardMsg.FromString(b64decode(data)).WhichOneof("type"))


def test_what_a_press_is_waited_for_stands_there_before_the_news_of_its_run(listened: Visit) -> None:
    noted = noted_after(listened, listened.button("Next"), "Step 2 of 11")
    kinds = [kind for kind, _ in noted]
    begins = kinds.index("new_session")
    assert begins > 1
    assert set(kinds[:begins]) == {"delta"}
    assert noted[begins] == ("new_session", True)
    drawn = kinds.index("delta", begins)
    assert kinds[drawn : drawn + begins] == ["delta"] * begins, "given again, in the name of the new run"
    assert kinds.count("new_session") == kinds.count("script_finished") == 1


HALF = """() => {
  window.turns = []
  let turn = null, late = [], isLate = false
  const frame = window.requestAnimationFrame
  window.showLate = () => { turns.length = 0; isLate = true }
  window.requestAnimationFrame = (act) => {
    if (!isLate || !turns.length) return frame(act)
    isLate = false
    return late.push(act)
  }
  window.WebSocket = class extends WebSocket {
    constructor(...asked) {
      super(...asked)
      this.addEventListener("message", ({ data, isTrusted }) => {
        if (isTrusted) return void setTimeout(() => late.splice(0).forEach(frame))
        if (!turn) { turn = []; turns.push(turn); queueMicrotask(() => { turn = null }) }
        turn.push(btoa(Array.from(new Uint8Array(data), (byte) => String.fromCharCode(byte)).join("")))
      })
    }
  }
}"""
"""A browser that shows the first frame once a part of the rest is there. Keeps the messages, each task's together."""


def test_half_of_the_rest_does_not_come_with_the_news(visit: Visit) -> None:
    visit.page.add_init_script(f"({HALF})()")
    seen = 0
    for _ in range(6):  # a busy server may send the news by itself: then nothing goes ahead
        visit.open("/decide?problem=task&tried-prompting=yes&picked=no").stand_still()
        visit.page.evaluate("() => showLate()")
        visit.button("Continue").click()
        visit.sees_heading("Ship a few-shot prompt, collect examples")
        visit.settle()
        turns = [[kind_of(data) for data in turn] for turn in visit.page.evaluate("() => turns")]
        ahead, *later = turns
        if set(ahead) == {"delta"}:
            news, seen = later[0], seen + 1
            assert news[0] == "new_session"
            assert "script_finished" in news or news.count("delta") == len(ahead), turns
    assert seen, "in no try anything went ahead"


def test_a_run_of_the_whole_page_begins_with_its_news(listened: Visit) -> None:
    to_calculator = listened.page.get_by_role("link", name="What would that many tokens cost")
    noted = noted_after(listened, to_calculator, "Every result in a table")
    assert noted[0] == ("new_session", False)


BEGIN = """() => {
  window.begun = []
  const soon = window.setTimeout
  window.setTimeout = (act, ms, ...rest) => soon(act, ms === 1 ? 400 : ms, ...rest)
  window.WebSocket = class extends WebSocket {
    constructor(...asked) {
      super(...asked)
      this.addEventListener("message", ({ isTrusted }) =>
        isTrusted || begun.push(Boolean(document.querySelector(".stHtml"))))
    }
  }
}"""
"""A browser that comes to its timers late, when all that a run sends is there. Notes at each message whether the first
element was drawn before it."""


@pytest.mark.parametrize(("address", "ahead"), [("/takeaways", 3), ("/decide", 10)])
def test_page_is_given_once_its_first_element_is_drawn_so_that_no_title_is_a_grey_box_first(
    visit: Visit, address: str, ahead: int
) -> None:
    visit.page.add_init_script(f"({BEGIN})()")
    visit.open(address)
    begun = visit.page.evaluate("() => begun")
    assert len(begun) > 20
    assert not any(begun[:ahead])
    assert all(begun[ahead:])


BOXES = """() => {
  window.boxed = new Set()
  new MutationObserver(() => {
    for (const box of document.querySelectorAll('[data-testid="stElementContainer"] [data-testid$="Skeleton"]'))
      boxed.add(box.closest('[data-testid="stElementContainer"]'))
  }).observe(document, { childList: true, subtree: true })
}"""
BOXED = """() => [...boxed]
  .filter(each => each.isConnected && !each.matches(".st-key-line-back") && !each.closest(".st-key-top-right"))
  .filter(each => each.querySelector('.stButton, [data-testid^="stBidi"]')).map(each => each.className)"""
"""Buttons and components below the bar that were a grey box first."""


@pytest.mark.parametrize("address", ["/decide", "/pipeline", "/progress"])
def test_bar_goes_ahead_so_that_no_button_and_no_figure_is_a_grey_box_first(visit: Visit, address: str) -> None:
    visit.page.add_init_script(f"({BEGIN})()")
    visit.page.add_init_script(f"({BOXES})()")
    visit.open(address)
    assert visit.page.evaluate(BOXED) == []
