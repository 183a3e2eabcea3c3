"""The marks of an answer, read on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import MARKED
from tests.browser.visit import Visit

PHONE = at(390, 844, has_touch=True, is_mobile=True)
LINES = """e => { const range = document.createRange(); range.selectNodeContents(e)
  return new Set([...range.getClientRects()].map(each => Math.round(each.top))).size }"""


def opened(visit: Visit) -> Visit:
    visit.open(f"/interview#{MARKED}")
    visit.sees_heading("Key points")
    return visit


@pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])
def test_model_answer_is_read_in_its_paragraphs(visit: Visit) -> None:
    opened(visit)
    drawer = visit.page.locator(".stExpander", has_text="Model answer")
    drawer.locator("summary").tap()
    parts = drawer.locator(".ll > p")
    expect(parts.first).to_have_text("I start from RAG and need a reason to leave it. There are three.")
    expect(parts).to_have_count(5)


@pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])
def test_number_of_a_point_stands_beside_its_first_line(visit: Visit) -> None:
    row = opened(visit).page.locator(".ll-point").first
    number, name = row.locator(".ll-num").bounding_box(), row.locator("strong").bounding_box()
    assert number and name
    assert abs(number["y"] - name["y"]) < 6


@pytest.mark.parametrize("context_options", [PHONE], ids=["phone"])
def test_two_numbers_of_one_stretch_are_not_parted_by_the_edge(visit: Visit) -> None:
    visit.open(f"/interview#{MARKED}")
    note = visit.page.locator(".ll-answer sup").first
    note.evaluate("e => { e.textContent = '2, 7'; e.closest('p').style.width = '1px' }")
    assert note.evaluate(LINES) == 1


@pytest.mark.parametrize(
    ("context_options", "sign"), [(PHONE, '"expand_more" / ""'), (at(1400, 900), "none")], ids=["phone", "mouse"]
)
def test_drawer_with_its_own_icon_shows_a_finger_that_it_opens(visit: Visit, sign: str) -> None:
    drawer = opened(visit).page.locator("summary", has_text="Model answer")
    assert drawer.evaluate("e => getComputedStyle(e, '::after').content") == sign


@pytest.mark.parametrize(
    ("context_options", "below"), [(at(390, 844), "points"), (at(1400, 900), "answer")], ids=["phone", "desk"]
)
def test_follow_up_comes_below_the_points_in_one_column_and_under_the_answer_in_two(visit: Visit, below: str) -> None:
    visit.open("/interview#marked")
    follow_up = visit.button("Follow-up: a point you missed").bounding_box()
    points = visit.page.locator(".ll-points").bounding_box()
    assert follow_up
    assert points
    if below == "points":
        assert follow_up["y"] >= points["y"] + points["height"]
    else:
        assert follow_up["x"] + follow_up["width"] < points["x"]
        assert follow_up["y"] < points["y"] + points["height"]
