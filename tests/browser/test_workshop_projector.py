"""A projector of 1280 × 720: nobody scrolls it, and the last row reads it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_rooms import (
    ASKED,
    BRIEF,
    CAUTIONED,
    DECIDED,
    GUESS,
    GUIDE,
    HOST,
    LAB,
    LOBBY,
    RESULTS,
    STAGE,
    VOTE,
)
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

BELOW = """() => {
  const main = document.querySelector("[data-testid=stMain]")
  return main.scrollHeight - main.clientHeight
}"""
LETTERS = """() => {
  const found = {}
  const look = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) look(one.shadowRoot)
      const words = [...one.childNodes].filter((part) => part.nodeType === 3).map((part) => part.data.trim()).join("")
      const box = one.getBoundingClientRect()
      if (!words || box.width < 2 || box.height < 2 || getComputedStyle(one).visibility === "hidden") continue
      const scale = one.ownerSVGElement ? one.getScreenCTM().a : 1
      const part = !one.ownerSVGElement ? "text" : one.classList.contains("name") ? "name" : "figure"
      found[part] = Math.min(found[part] ?? 99, parseFloat(getComputedStyle(one).fontSize) * scale)
    }
  }
  look(document.querySelector(".stMain"))
  return found
}"""
"""The smallest letters on a screen in px: of its text, of the names in its figures, and of what else figures say."""

SIZES = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"


@pytest.mark.parametrize("code", [LOBBY, STAGE, VOTE, RESULTS, GUESS, LAB, ASKED, DECIDED, CAUTIONED, BRIEF])
@pytest.mark.parametrize("language", ["en", "de"])
def test_all_is_seen_without_scrolling_in_letters_for_the_last_row(visit: Visit, code: str, language: str) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={code}&view=screen#host")
    if language == "de":
        visit.button("Deutsch").click()
        visit.page.get_by_text("Schritt").first.wait_for()
        visit.settle()
    visit.page.wait_for_timeout(300)
    assert visit.page.evaluate(BELOW) <= 0
    letters = visit.page.evaluate(LETTERS)
    assert letters["text"] >= 14 and letters.get("name", 14) >= 14 and letters.get("figure", 12) >= 12


def test_projector_says_how_many_questions_it_leaves_to_the_phones(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={ASKED}&view=screen#host")
    assert visit.page.locator(".ll-asked").count() == 3
    expect(visit.page.get_by_text("3 of 13, most votes first. The phones have all.")).to_be_in_viewport()


def test_clock_of_a_vote_is_as_large_as_the_answers(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={VOTE}&view=screen#host")
    clock = visit.page.get_by_text("seconds left")
    answers = visit.page.locator(".ll-choices li").first
    for css in ("font-size", "color"):
        expect(clock).to_have_css(css, answers.evaluate(f"e => getComputedStyle(e)['{css}']"))


def test_run_of_the_lab_has_its_curve_and_replies_on_the_projector(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={LAB}&view=screen#host")
    for part in (".ll-fig", ".st-key-room-screen svg", ".ll-replies dd"):
        boxes = [box for one in visit.page.locator(part).all() if one.is_visible() and (box := one.bounding_box())]
        assert boxes and max(box["y"] + box["height"] for box in boxes) <= 720


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_way_to_the_audiences_screen_is_a_first_button_like_any(visit: Visit) -> None:
    visit.open(f"/host?room={STAGE}#{HOST}")
    visit.button("Links").click()
    way = visit.page.get_by_role("link", name="Open the audience's screen")
    for css in ("background-color", "color"):
        expect(way).to_have_css(css, visit.button("Next step").evaluate(f"e => getComputedStyle(e)['{css}']"))


@pytest.mark.parametrize("context_options", [at(1280, 720)], ids=["projector"])
def test_outcome_has_most_of_the_wall_beside_the_narrow_way_to_it(visit: Visit) -> None:
    visit.open(f"/host?room={DECIDED}&view=screen#{HOST}")
    outcome = visit.page.get_by_role("heading", name="Fine-tune on stable knowledge")
    outcome.wait_for()
    assert visit.page.locator(".st-key-room-screen").evaluate("one => one.getBoundingClientRect().width") > 640


def test_projector_says_what_to_keep_in_mind_and_the_host_reads_it_once(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={CAUTIONED}&view=screen#{HOST}")
    expect(visit.page.get_by_text("You said that there is no time")).to_be_in_viewport(ratio=1)
    visit.open(f"/host?room={CAUTIONED}#{HOST}")
    expect(visit.page.get_by_text("You said that there is no time")).to_have_count(1)


@pytest.mark.parametrize(("code", "least"), [(DECIDED, 16), (CAUTIONED, 16), (BRIEF, 20)])
def test_words_of_a_decided_case_are_as_large_as_the_wall_has_room_for(visit: Visit, code: str, least: int) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={code}&view=screen#{HOST}")
    answers = visit.page.locator(".st-key-room-screen .ll > p, .st-key-room-screen .ll > p .ll-note")
    votes = answers.filter(has_text="votes")
    expect(votes.first).to_be_visible()
    assert min(answers.evaluate_all(SIZES)) >= 16 and min(votes.evaluate_all(SIZES)) >= least


@pytest.mark.parametrize("code", [GUIDE, DECIDED])
def test_the_flowchart_grows_with_the_screen_as_the_words_do(visit: Visit, code: str) -> None:
    shares = []
    for height in (720, 1440):
        visit.page.set_viewport_size({"width": height * 16 // 9, "height": height})
        visit.open(f"/host?room={code}&view=screen#{HOST}")
        drawn = visit.page.locator("[class*=st-key-room-figure] .wrap svg").first
        drawn.wait_for()
        visit.page.wait_for_timeout(300)
        box = drawn.bounding_box()
        assert box
        shares.append(box["height"] / height)
    assert shares[1] == pytest.approx(shares[0], rel=0.06)


def test_a_click_and_a_key_draw_no_frame_through_the_words(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 720})
    visit.open(f"/host?room={VOTE}&view=screen#{HOST}")
    visit.page.mouse.click(640, 600)
    visit.press("ArrowRight")
    ring = "getComputedStyle(document.querySelector('.stMain'), '::before').boxShadow"
    assert visit.page.evaluate(ring) == "none"
