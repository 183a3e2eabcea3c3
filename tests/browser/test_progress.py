"""Progress by hand: a newcomer's one way on, the pipeline that tells recall, drills, the plan to a date."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from core.quiz.days import day_of
from core.quiz.settings import ReviewSettings
from tests.browser.conftest import at
from tests.browser.server import VETERAN
from tests.browser.visit import Visit, stranger

MINE = f"/progress#{VETERAN}"
LATE = """const after = setTimeout
window.setTimeout = (act, ms, ...more) => after(act, ms === 300 ? 1200 : ms, ...more)"""
"""What leads the focus to a sentence that was told waits longer, as in a slow browser."""


def of_a_stranger(visit: Visit) -> Visit:
    """Somebody who has the veteran's progress as their own, so that a test may change it."""
    visit.open(MINE)
    with visit.page.expect_download() as started:
        visit.button("Export everything").click()
    data = started.value.path().read_bytes()
    visit.open(f"/progress#{stranger()}")
    field = visit.page.locator('.st-key-strip-import input[type="file"]')
    field.set_input_files({"name": "export.json", "mimeType": "application/json", "buffer": data})
    visit.button("Import").click()
    visit.sees_heading("Weak spots on the pipeline")
    return visit


def test_newcomer_gets_one_fact_and_one_way_on(visit: Visit) -> None:
    visit.open("/progress")
    visit.sees_heading("Nothing is measured yet")
    expect(visit.page.locator('[data-testid^="stBaseButton-primary"]')).to_have_count(1)
    visit.tab_to(visit.button("Answer the first question"))
    visit.press("Enter")
    visit.page.wait_for_url(re.compile("/quick-fire"))


def test_veteran_sees_what_is_due_and_goes_there(visit: Visit) -> None:
    visit.open(MINE)
    for title in ("The next 30 days", "Recall, measured", "How sure, how right", "Interview date", "Stuck"):
        visit.sees_heading(title)
    visit.button("Review").click()
    visit.page.wait_for_url(re.compile("/quick-fire"))


def test_nodes_tell_recall_by_word_length_and_name(visit: Visit) -> None:
    visit.open(MINE)
    node = visit.node("pre-training")
    expect(node.locator(".mark .word")).to_have_text(re.compile(r"^(holds|fading|weak) \d+\s%$"))
    expect(node).to_have_attribute(
        "aria-label", re.compile(r"(holds|fading|weak), recall \d+\s%, \d+ of \d+ questions begun")
    )
    visit.page.locator(".st-key-progress-nodes").get_by_text("The figure in numbers").click()
    row = visit.page.get_by_role("row", name=re.compile("Pre-training"))
    expect(row).to_contain_text(re.compile(r"(holds|fading|weak)"))


def test_keyboard_alone_reads_a_step_and_drills_it(visit: Visit) -> None:
    of_a_stranger(visit)
    visit.tab_to(visit.page.locator('.node[tabindex="0"]'))
    visit.press("Home")
    while visit.focused() != "rag":
        before = visit.focused()
        visit.press("ArrowDown")
        assert visit.focused() != before
    visit.press("Enter")
    visit.sees_heading("RAG")
    expect(visit.node("rag")).to_have_attribute("aria-pressed", "true")
    visit.tab_to(visit.page.get_by_role("button", name=re.compile("on this step")))
    visit.press("Enter")
    visit.page.wait_for_url(re.compile("/quick-fire.*way=drill"))
    visit.settle()
    expect(visit.page.locator("h1")).to_be_visible()


def test_sure_but_wrong_starts_a_drill_and_an_open_one_is_asked_about(visit: Visit) -> None:
    of_a_stranger(visit)
    visit.sees_heading("Sure, but wrong")
    drill = visit.page.get_by_role("button", name=re.compile(r"Drill (these \d+|this one)"))
    drill.click()
    visit.page.wait_for_url(re.compile("way=drill"))


def test_date_gives_a_plan_and_can_be_taken_back(visit: Visit) -> None:
    of_a_stranger(visit)
    visit.button("No date").click()
    expect(visit.page.get_by_text("Set a date, and every question comes once more")).to_be_visible()
    _type_date(visit, datetime.now(UTC).date() + timedelta(days=9))
    expect(visit.page.get_by_text("days left")).to_be_visible()
    expect(visit.page.get_by_text("expected recall on the day")).to_be_visible()
    expect(visit.page.get_by_role("img", name=re.compile("Questions a day until the interview"))).to_be_visible()
    visit.page.reload()
    expect(visit.page.get_by_text("days left")).to_be_visible()


def test_date_typed_right_after_an_import_keeps_the_focus(visit: Visit) -> None:
    visit.page.add_init_script(LATE)
    of_a_stranger(visit)
    visit.button("No date").click()
    expect(visit.page.get_by_text("Set a date, and every question")).to_be_visible()
    year = visit.page.get_by_role("spinbutton", name="year, When is your interview?")
    year.click()
    visit.page.wait_for_timeout(1_500)
    expect(year).to_be_focused()


@pytest.mark.parametrize(("days", "sentence"), [(-5, "That day has passed"), (0, "That is today")])
def test_date_that_leaves_nothing_to_plan_is_told(visit: Visit, days: int, sentence: str) -> None:
    of_a_stranger(visit)
    visit.button("No date").click()
    expect(visit.page.get_by_text("Set a date, and every question")).to_be_visible()
    zone_day = visit.page.evaluate("() => new Date().toISOString()")
    today = day_of(
        datetime.fromisoformat(zone_day.replace("Z", "+00:00")), ReviewSettings()
    )  # before 4 it is yesterday
    _type_date(visit, today + timedelta(days=days))
    expect(visit.page.get_by_text(sentence)).to_be_visible()


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_phone_sees_first_what_is_due(visit: Visit) -> None:
    visit.open(MINE)
    expect(visit.page.get_by_text("due today")).to_be_in_viewport()
    expect(visit.button("Review")).to_be_in_viewport()


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_figure_begins_below_its_key(visit: Visit) -> None:
    visit.open(MINE)
    key = visit.page.get_by_text("Press a step to see what is behind it.").bounding_box()
    frame = visit.page.locator(".st-key-diagram-progress .wrap").bounding_box()
    assert key is not None
    assert frame is not None
    assert frame["y"] >= key["y"] + key["height"]


def test_date_stays_when_another_tab_saves_review_settings_that_it_opened_before(visit: Visit) -> None:
    visit.open("/quick-fire").button("Settings").click()
    dialog = visit.page.get_by_role("dialog")
    expect(dialog.get_by_label("New questions a day")).to_be_visible()
    other, day = Visit(visit.page.context.new_page(), visit.app), datetime.now(UTC).date() + timedelta(days=30)
    other.open("/progress")
    _type_date(other, day)
    expect(other.page.get_by_text("days left")).to_be_visible()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    other.open("/progress")
    expect(other.page.get_by_role("spinbutton", name="year, When is your interview?")).to_have_text(f"{day:%Y}")


def _type_date(visit: Visit, day: date) -> None:
    year = visit.page.get_by_role("spinbutton", name="year, When is your interview?")
    year.click()
    visit.page.keyboard.type(f"{day:%Y%m%d}", delay=30)
    expect(year).to_have_text(f"{day:%Y}")
    visit.press("Tab")
    visit.settle()
    visit.button("Make the plan").press("Enter")
    visit.settle()


@pytest.mark.parametrize("context_options", [at(320, 700)], ids=["smallest phone"])
def test_days_and_weak_spots_are_whole_on_the_smallest_phone(visit: Visit) -> None:
    visit.open(MINE)
    box = "e => { const r = e.getBoundingClientRect(); return [r.left, r.right, r.height] }"
    for days in visit.page.locator(".ll-daybars .days").all():
        shown = [one.evaluate(box) for one in days.locator("span").all() if one.is_visible()]
        assert len(shown) >= 2
        assert all(later[0] - former[1] >= 6 for former, later in pairwise(shown))
    names = visit.page.locator(".ll-spot > strong")
    assert names.count() > 1
    assert all(one.evaluate(box)[2] < 30 for one in names.all())


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_plan_to_a_date_a_year_off_keeps_within_its_figure_on_a_phone(visit: Visit) -> None:
    of_a_stranger(visit)
    _type_date(visit, day_of(datetime.now(UTC), ReviewSettings()) + timedelta(days=360))
    figure = visit.page.locator(".ll-daybars").first
    expect(figure.locator(".plot > span")).to_have_count(360)
    shown = [one.bounding_box() for one in figure.locator(".days span").all() if one.is_visible()]
    assert len(shown) == 4
    assert all(later["x"] - former["x"] - former["width"] >= 6 for former, later in pairwise(filter(None, shown)))
    end = "e => e.getBoundingClientRect().right"
    plot = figure.locator(".plot")
    assert plot.locator("> span").last.evaluate(end) <= plot.evaluate(end) + 0.5


@pytest.mark.parametrize("context_options", [at(320, 700)], ids=["smallest phone"])
def test_days_of_a_plan_keep_apart_however_long_their_months_are_called(visit: Visit) -> None:
    of_a_stranger(visit)
    figure = visit.page.locator(".ll-daybars").first
    for width, days in ((320, 70), (425, 57)):
        visit.resize(1400)
        _type_date(visit, day_of(datetime.now(UTC), ReviewSettings()) + timedelta(days=days))
        expect(figure.locator(".plot > span")).to_have_count(days)
        visit.resize(width)
        figure.locator(".days span:not(:first-child)").evaluate_all("all => all.map(e => e.textContent = '24. Sept.')")
        shown = [one.bounding_box() for one in figure.locator(".days span").all() if one.is_visible()]
        assert len(shown) >= 3
        assert all(later["x"] - former["x"] - former["width"] >= 6 for former, later in pairwise(filter(None, shown)))


WHOLE = """() => {
  const roots = [...document.querySelectorAll('.st-key-diagram-progress *')].map((one) => one.shadowRoot)
  const wrap = roots.filter(Boolean).map((one) => one.querySelector('.wrap')).find(Boolean)
  const frame = wrap.getBoundingClientRect()
  return [...wrap.querySelectorAll('.node, .mark')].every((one) => {
    const box = one.getBoundingClientRect()
    return box.left >= frame.left && box.right <= frame.right
  })
}"""


@pytest.mark.parametrize("context_options", [at(768, 1024), at(820, 1180), at(1024, 768)])
def test_weak_spots_are_whole_on_a_tablet_in_german(visit: Visit) -> None:
    visit.open(f"/progress?lang=de#{VETERAN}")
    visit.page.locator(".st-key-diagram-progress .mark").first.wait_for()
    visit.page.wait_for_function(WHOLE)


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_day_that_is_chosen_can_be_read_in_the_dark(visit: Visit) -> None:
    visit.open(f"/progress#{VETERAN}")
    visit.page.get_by_role("button", name="Choose date").click()
    day = visit.page.get_by_test_id("stDateInputCalendar").locator("[data-selected]")
    expect(day).to_have_css("background-color", "rgb(237, 241, 238)")
    expect(day).to_have_css("color", "rgb(18, 23, 21)")


def test_calendar_opens_by_a_target_that_a_pointer_meets(visit: Visit) -> None:
    visit.open("/progress")
    box = visit.page.get_by_role("button", name="Choose date").bounding_box()
    assert box and min(box["width"], box["height"]) >= 24
