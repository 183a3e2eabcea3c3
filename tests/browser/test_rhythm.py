"""How a page is divided: room above its parts, one rule between two blocks, edges and words that match their place."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_interviews import DEBRIEFED, MARKED, PAST
from tests.browser.seeded_rooms import ENDED, HOST, RESULTS
from tests.browser.test_alignment import boxes
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

ABOVE = """heading => {
  const words = document.createTreeWalker(document.querySelector(".stMain"), NodeFilter.SHOW_TEXT)
  const top = heading.getBoundingClientRect().top
  let lowest = 0
  while (words.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(words.currentNode)
    for (const line of range.getClientRects()) if (line.bottom <= top) lowest = Math.max(lowest, line.bottom)
  }
  return top - lowest
}"""


@pytest.mark.parametrize("context_options", [at(1400, 6000), at(390, 9000)], ids=["laptop", "phone"])
@pytest.mark.parametrize(
    ("address", "least"),
    [
        ("/lab?station=adapt&run=lora&rank=2&seed=12", 4),
        ("/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB", 2),
        ("/decide?problem=style&style-prompting=yes&style-examples=yes", 2),
        ("/pipeline?step=fine-tuning", 1),
        ("/cases", 1),
        (f"/interview?way=mock#{DEBRIEFED}", 1),
        ("/progress", 1),
    ],
)
def test_part_of_a_page_stands_further_from_what_is_above_it_than_from_its_own(
    visit: Visit, address: str, least: int
) -> None:
    visit.open(address)
    parts = visit.page.locator("h2.ll-part")
    parts.nth(least - 1).wait_for()
    visit.settle()
    assert min(parts.evaluate_all(f"all => all.map({ABOVE})")) >= 40


def test_last_words_of_a_workshop_stand_in_the_middle_of_its_big_screen(visit: Visit) -> None:
    visit.open(f"/host?room={ENDED}&view=screen#{HOST}")
    [thanks] = boxes(visit.page.locator("h1"))
    assert 300 < (thanks["top"] + thanks["bottom"]) / 2 < 600
    assert thanks["height"] > 60


def test_question_of_a_debrief_is_no_smaller_and_no_paler_than_its_points(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&session={PAST[0]}#{DEBRIEFED}")
    asked, points = (visit.page.locator(f".ll-stud{end}").first for end in ("ied", "y li"))
    asked.wait_for()
    looks = "e => { const look = getComputedStyle(e); return [look.fontSize, look.color] }"
    assert asked.evaluate(looks) == points.evaluate(looks)


@pytest.mark.parametrize(
    "address",
    [
        "/decide?problem=style&style-prompting=yes&style-examples=yes&view=record",
        f"/host?room={ENDED}#{HOST}",
    ],
)
def test_buttons_that_print_or_save_have_their_icons(visit: Visit, address: str) -> None:
    visit.open(address)
    row = visit.page.locator(".st-key-no-print button")
    row.nth(2).wait_for()
    icons = row.evaluate_all("""all => all.map(e => e.querySelector('.ll-icon, [data-testid="stIconMaterial"]'))
      .map(sign => sign && sign.textContent)""")
    assert None not in icons
    assert "print" in icons


def test_ladder_reaches_the_edge_of_what_is_above_and_below_it(visit: Visit) -> None:
    visit.open("/")
    [ladder] = boxes(visit.page.locator(".ll-rungs"))
    [use] = boxes(visit.page.locator(".st-key-uses"))
    assert abs(ladder["right"] - use["right"]) <= 1


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB", "calculator-table-memory-0"),
        ("/lab?station=adapt&run=lora&rank=2&seed=12", "lab-lora-numbers"),
        ("/fine-tuning", "sft-graph-words"),
        ("/pitfalls", "curve-leakage-numbers"),
    ],
)
def test_one_rule_and_not_two_stands_between_a_drawer_and_what_follows(visit: Visit, address: str, key: str) -> None:
    visit.open(address)
    drawer = visit.page.locator(f".st-key-{key} details")
    drawer.wait_for()
    width = "e => getComputedStyle(e).borderBottomWidth"
    assert drawer.evaluate(width) == "0px"
    drawer.locator("summary").click()
    visit.settle()
    assert drawer.evaluate(width) == "0px"


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_ways_back_of_a_calculator_are_one_list_and_do_not_lie_on_each_other(visit: Visit) -> None:
    visit.open("/calculators?calc=memory")
    [first], [second] = (
        boxes(visit.page.locator(f".st-key-calculator-{name}-memory button")) for name in ("reset", "start")
    )
    assert 0 <= second["top"] - first["bottom"] <= 8


@pytest.mark.parametrize("context_options", [at(390, 844), at(700, 450)], ids=["phone", "tablet"])
def test_menu_has_one_sign_on_phones_and_tablets(visit: Visit) -> None:
    visit.open("/")
    opener = visit.page.get_by_test_id("stExpandSidebarButton")
    opener.wait_for()
    assert "menu" in opener.evaluate("e => getComputedStyle(e, '::before').content")
    assert opener.locator("> *").evaluate_all("all => all.map(e => e.getBoundingClientRect().width)") == [0]


@pytest.mark.parametrize("context_options", [at(320, 640, has_touch=True, is_mobile=True)], ids=["smallest"])
def test_buttons_of_a_debrief_are_as_wide_as_their_words_on_the_smallest_phone(visit: Visit) -> None:
    visit.open(f"/interview?way=mock&session={PAST[0]}#{DEBRIEFED}")
    [another, saved] = boxes(visit.page.locator(".st-key-downloads-mock button"))
    assert another["width"] < saved["width"]


def test_answer_stands_off_its_title(visit: Visit) -> None:
    visit.open(f"/interview#{MARKED}")
    [title], [said] = boxes(visit.page.locator("h2:has(+ .ll-answer)")), boxes(visit.page.locator("h2 + .ll-answer"))
    assert said["top"] - title["bottom"] >= 8


def test_title_of_a_dialog_has_the_letters_of_the_headings_in_it(visit: Visit) -> None:
    visit.open("/compare")
    visit.button("Help").first.click()
    title, keys = (visit.page.get_by_role("dialog").get_by_text(words, exact=True) for words in ("Help", "Keys"))
    face = "e => getComputedStyle(e).fontFamily.split(',')[0]"
    assert title.evaluate(face) == keys.evaluate(face)


def test_result_of_a_guess_begins_level_with_its_knobs(visit: Visit) -> None:
    visit.open("/lab")
    visit.button("See the recorded run").click()
    visit.page.locator(".st-key-result-lab .curve").first.wait_for()
    visit.settle()
    [knobs], [how] = boxes(visit.page.locator(".st-key-panel-lab")), boxes(visit.page.locator("p.ll-how"))
    assert abs(how["top"] - knobs["top"]) <= 8


def test_links_drawn_as_buttons_are_as_high_as_buttons(visit: Visit) -> None:
    visit.open("/")
    [button] = boxes(visit.page.get_by_test_id("stBaseButton-primary"))
    assert {round(one["height"]) for one in boxes(visit.page.locator(".st-key-uses .stPageLink a"))} == {
        round(button["height"])
    }


def test_field_of_our_own_looks_like_every_field(visit: Visit) -> None:
    visit.open("/progress")
    own, theirs = visit.page.locator(".ll-input"), visit.page.get_by_test_id("stDateInputField").first
    ground = "e => getComputedStyle(e).backgroundColor"
    assert own.evaluate(ground) == theirs.evaluate(ground)


@pytest.mark.parametrize(
    ("address", "words", "most"),
    [("/cases?pair=rag,fine-tune", ".ll mark", 0.1), ("/fine-tuning", ".stMarkdown p > code", 0.2)],
    ids=["marked", "code"],
)
def test_full_stop_stands_at_the_word_that_it_follows(visit: Visit, address: str, words: str, most: float) -> None:
    visit.open(address)
    room = visit.page.locator(words).evaluate_all(
        "all => all.map(e => { const css = getComputedStyle(e);"
        " return (parseFloat(css.paddingRight) + parseFloat(css.marginRight)) / parseFloat(css.fontSize) })"
    )
    assert room and max(room) <= most + 0.001


def test_code_amid_words_is_hardly_smaller_than_they_are(visit: Visit) -> None:
    visit.open("/fine-tuning")
    sizes = visit.page.locator(".stMarkdown p > code").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert sizes and min(sizes) >= 14


def test_option_without_votes_has_no_bar(visit: Visit) -> None:
    visit.open(f"/host?room={RESULTS}#{HOST}")
    bars = visit.page.locator(".ll-vote .bars > span").filter(has_text="0 %").locator("i.none")
    assert bars.count() == 5
    for name, nothing in (("backgroundImage", "none"), ("backgroundColor", "rgba(0, 0, 0, 0)")):
        assert set(bars.evaluate_all(f"all => all.map(e => getComputedStyle(e).{name})")) == {nothing}


@pytest.mark.parametrize("context_options", [at(320, 700), at(1400, 900)], ids=["phone", "laptop"])
def test_plan_names_its_last_day_and_no_day_lies_on_another(visit: Visit) -> None:
    visit.open("/progress?lang=de#veteran")
    days = boxes(visit.page.locator(".ll-daybars").first.locator(".days span"))
    [plot] = boxes(visit.page.locator(".ll-daybars").first.locator(".plot"))
    assert len(days) == 3
    assert abs(days[-1]["right"] - plot["right"]) <= 1
    assert all(after["left"] - before["right"] >= 8 for before, after in itertools.pairwise(days))


def test_keys_of_the_help_are_drawn_like_every_key(visit: Visit) -> None:
    visit.open("/compare")
    visit.button("Help").first.click()
    table = visit.page.get_by_role("dialog").get_by_role("table")
    expect(table.locator("kbd").first).to_have_css("border-bottom-width", "2px")
    assert table.locator("kbd.ll-key").all_inner_texts()[:4] == ["Ctrl", "K", "←", "→"]
    assert table.locator("td:has(kbd)").count() == table.get_by_role("row").count() - 1


def test_solved_steps_stand_in_their_boxes_without_a_rule_below_each(visit: Visit) -> None:
    visit.open("/calculators?calc=labelling&examples=5000")
    visit.page.get_by_text("Practise this calculation").click()
    steps = visit.page.locator('[class*="st-key-worked-"]')
    steps.first.wait_for()
    assert set(steps.evaluate_all("all => all.map(e => getComputedStyle(e).borderBottomWidth)")) == {"0px"}
