"""How the width is used: text beside its heading where no figure is, one column for what is read, room to press."""

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import DEBRIEFED
from tests.browser.seeded_rooms import ENDED, HOST, STAGE, VOTE
from tests.browser.visit import Visit

BOX = "e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] }"
PRESSED = """button => { const own = button.getBoundingClientRect(), hits = [];
  const middle = [own.left + own.width / 2, own.top + own.height / 2];
  const at = (x, y) => { const found = document.elementFromPoint(x, y); return found && button.contains(found) };
  let [left, right, up, down] = [0, 0, 0, 0];
  const sign = button.querySelector('svg').getBoundingClientRect();
  const x = sign.left + 8, y = sign.top + 8;
  while (at(x - left - 1, y)) left++;
  while (at(x + right + 1, y)) right++;
  while (at(x, y - up - 1)) up++;
  while (at(x, y + down + 1)) down++;
  return [left + right + 1, up + down + 1, sign.width] }"""


def box(found: Locator) -> tuple[float, float, float, float]:
    found.scroll_into_view_if_needed()
    left, top, right, bottom = found.evaluate(BOX)
    return left, top, right, bottom


def spreads(visit: Visit) -> list[Locator]:
    found = visit.page.locator('[class*="st-key-spread-"]')
    found.first.wait_for()
    return found.all()


@pytest.mark.parametrize("address", ["/fine-tuning", "/alignment", "/pitfalls", "/takeaways"])
def test_text_without_a_figure_stands_beside_its_heading(visit: Visit, address: str) -> None:
    visit.open(address)
    for block in spreads(visit):
        heading = box(block.locator("h2, h3").first)
        left, top, right, _ = box(block.locator(":scope > :nth-child(2) p").first)
        heading_again = box(block.locator("h2, h3").first)
        assert left > 500 and right - left <= 34 * 16
        assert abs(top - heading_again[1]) < 24
        assert heading[0] < 200


@pytest.mark.parametrize("context_options", [at(390, 844), at(768, 900)], ids=["phone", "tablet"])
@pytest.mark.parametrize("address", ["/alignment", "/pitfalls"])
def test_text_stays_below_its_heading_where_the_window_is_narrow(visit: Visit, address: str) -> None:
    visit.open(address)
    for block in spreads(visit):
        left, _, _, bottom = box(block.locator("h2, h3").first)
        text = block.locator(":scope > :nth-child(2) p").first.evaluate(BOX)
        assert text[1] >= bottom and abs(text[0] - left) < 1


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/quick-fire?way=drill", "practise"),
        ("/cases", "practise"),
        ("/interview", "interview"),
        ("/takeaways?claim=three-stages", "panel-claim"),
        ("/decide?problem=style&style-prompting=yes&style-examples=yes&view=record", "panel-record"),
    ],
)
def test_column_of_what_is_read_is_equally_wide_on_every_page(visit: Visit, address: str, key: str) -> None:
    visit.open(address)
    left, _, right, _ = box(visit.page.locator(f".st-key-{key}").first)
    assert right - left == 720


@pytest.mark.parametrize(
    ("context_options", "wide", "high"),
    [
        (at(390, 844, has_touch=True, is_mobile=True), 44, 40),
        (at(320, 700, has_touch=True), 44, 40),
        (at(1400, 900), 24, 24),
    ],
    ids=["phone", "smallest phone", "desk"],
)
@pytest.mark.parametrize("calculator", ["break-even", "memory", "pretraining"])
def test_help_for_a_field_has_room_for_a_finger(visit: Visit, calculator: str, wide: int, high: int) -> None:
    visit.open(f"/calculators?calc={calculator}")
    helps = visit.page.locator('[data-testid="stTooltipIcon"] button')
    helps.first.wait_for()
    for one in helps.all():
        one.scroll_into_view_if_needed()
        if not one.is_visible():
            continue
        width, height, sign = one.evaluate(PRESSED)
        assert (width >= wide, height >= high, sign) == (True, True, 16), one.get_attribute("aria-label")


HEADER = """() => [...document.querySelectorAll(
  '[data-testid="stLogoLink"], [data-testid="stTopNavSection"], [data-testid="stExpandSidebarButton"], ' +
  '[data-testid="stMainMenu"], .st-key-top-right button')].map(e => e.getBoundingClientRect())
  .filter(r => r.width && r.top < 60 && r.right > 0).map(r => [r.left, r.right]).sort((a, b) => a[0] - b[0])"""


@pytest.mark.parametrize("address", ["/pitfalls", "/pitfalls?lang=de"])
def test_nothing_in_the_header_lies_on_another_thing(visit: Visit, address: str) -> None:
    visit.open(address)
    for width in (320, 390, 641, 767, 768, 834, 880, 881, 1001, 1400):
        visit.page.set_viewport_size({"width": width, "height": 700})
        visit.settle()
        places = visit.page.evaluate(HEADER)
        assert len(places) >= 3
        assert all(left >= right - 1 for (_, right), (left, _) in pairwise(places)), (width, places)


@pytest.mark.parametrize("address", ["/compare", "/lab", "/takeaways", "/fine-tuning"])
def test_long_german_words_stay_in_the_window_of_a_tablet(visit: Visit, address: str) -> None:
    visit.open(f"{address}?lang=de")
    assert visit.sideways(1024, 900, 768, 700) == {1024: 0, 900: 0, 768: 0, 700: 0}


@pytest.mark.parametrize("context_options", [at(1024, 768)], ids=["small laptop"])
def test_reasons_of_a_debrief_have_room_for_their_words(visit: Visit) -> None:
    visit.open("/interview?way=mock&session=first#debriefed")
    reason = visit.page.locator(".ll-bands .ll-row > span:last-child").nth(1)
    for width in (1024, 768, 700):
        visit.page.set_viewport_size({"width": width, "height": 700})
        visit.settle()
        left, _, right, _ = box(reason)
        assert right - left > 300


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
@pytest.mark.parametrize("address", ["/pipeline", "/pipeline?lang=de", "/progress#veteran", "/decide"])
def test_words_in_a_figure_are_as_large_on_a_phone(visit: Visit, address: str) -> None:
    visit.open(address)
    visit.page.locator(".node").first.wait_for()
    text = visit.ask("figureText")
    assert 14 <= text["name"] < 20
    assert 12 <= text["rest"] < 20


def test_both_ways_out_of_a_learners_data_begin_at_one_height(visit: Visit) -> None:
    visit.open("/progress#veteran")
    to_file, to_device = (visit.page.locator(f".st-key-strip-{way}").evaluate(BOX) for way in ("export", "offer"))
    assert abs(to_file[1] - to_device[1]) < 1 and to_file[0] < to_device[0]


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_days_under_a_figure_keep_apart_on_a_phone(visit: Visit) -> None:
    visit.open("/progress?lang=de#veteran")
    for figure in visit.page.locator(".ll-daybars .days").all():
        places = [box(day) for day in figure.locator("span").all() if day.is_visible()]
        assert all(left - right >= 12 for (_, _, right, _), (left, *_) in pairwise(places))


@pytest.mark.parametrize("context_options", [at(320, 640)], ids=["smallest phone"])
def test_shares_of_a_step_stand_below_each_other_however_long_its_sections_are_called(visit: Visit) -> None:
    visit.open("/progress#veteran")
    shares = visit.page.locator(".ll-spot:has(> span:first-child) > .ll-num")
    shares.first.wait_for()
    assert len({round(box(share)[2]) for share in shares.all()}) == 1


@pytest.mark.parametrize("context_options", [at(700, 450)], ids=["200 % zoom"])
def test_counts_of_a_review_take_one_line_in_german(visit: Visit) -> None:
    visit.open("/quick-fire?lang=de#veteran")
    _, top, _, bottom = box(visit.page.locator(".ll-counts"))
    assert bottom - top < 30


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_two_past_interviews_are_compared_on_a_phone_without_scrolling(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&lang=de#{DEBRIEFED}")
    table = visit.page.locator(".ll-scroll:has(.ll-sessions)")
    assert table.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_ways_to_take_a_report_away_stand_in_one_row_on_a_phone(visit: Visit) -> None:
    visit.open(f"/host?room={ENDED}&lang=de#{HOST}")
    ways = [visit.button(name) for name in ("Drucken", "Markdown", "CSV")]
    assert len({round(box(way)[1]) for way in ways}) == 1


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_next_step_stays_under_the_thumb_whether_a_title_takes_one_line_or_two(visit: Visit) -> None:
    below = []
    for code in (STAGE, VOTE):
        visit.open(f"/remote?room={code}#{HOST}")
        below.append(box(visit.button("Next step"))[1] - box(visit.page.locator("h1"))[1])
    assert abs(below[0] - below[1]) < 1


LINES = """e => { const words = document.createRange(); words.selectNodeContents(e);
  return [...words.getClientRects()].map(line => line.width) }"""


def test_note_below_the_answer_box_ends_in_no_line_of_two_words(visit: Visit) -> None:
    visit.open("/interview")
    visit.button("Ask me this question").click()
    note = visit.page.get_by_text("For dictation your browser")
    note.wait_for()
    lines = note.evaluate(LINES)
    assert min(lines) > 0.5 * max(lines)


def test_ring_of_a_button_without_a_frame_leaves_its_words_free(visit: Visit) -> None:
    visit.open("/quick-fire")
    way = visit.button("I do not know")
    visit.tab_to(way)
    expect(way).to_have_css("box-shadow", "none")
    expect(way).to_have_css("outline-offset", "4px")
    expect(way).to_have_css("outline-width", "3px")
