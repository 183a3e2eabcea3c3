"""What the eye gets: themes, motion, the diagram on a phone, and a fresh server that opens the right page."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.seeded_rooms import GUIDE, HOST, NAMES, VOTE
from tests.browser.server import running_app
from tests.browser.views import pages
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

PAPER = {"light": "rgb(253, 253, 251)", "dark": "rgb(18, 23, 21)"}
GROUND = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"
MARKED = "e => getComputedStyle(e.querySelector('.body')).fill"


def test_theme_follows_the_system_and_the_marker_stays_yellow(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    for scheme in ("light", "dark", "light"):
        visit.switch_scheme(scheme)
        assert visit.page.evaluate(GROUND) == PAPER[scheme]
        expect(visit.node("sft").locator(".body")).to_have_css("fill", "rgb(255, 224, 77)")
        assert visit.page.evaluate("() => document.documentElement.style.colorScheme") == scheme


def test_theme_can_be_chosen_in_the_menu(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    visit.page.get_by_test_id("stMainMenu").get_by_role("button").click()
    visit.page.get_by_role("menuitemradio", name="Dark").click()
    visit.page.wait_for_function(f"({GROUND})() === '{PAPER['dark']}'")
    visit.page.wait_for_function("document.documentElement.style.colorScheme === 'dark'")


@pytest.mark.parametrize("context_options", [at(1400, 900, reduced_motion="reduce")], ids=["reduced"])
def test_nothing_moves_where_motion_is_reduced(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    visit.node("rlhf-dpo").click()
    visit.wait_for_params(step="rlhf-dpo")
    assert visit.node("rlhf-dpo").locator(".body").evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
    names = visit.page.locator(".edge path").evaluate_all("all => all.map(e => getComputedStyle(e).animationName)")
    assert set(names) == {"none"}


@pytest.mark.parametrize(("address", "value"), [("/alignment", "0.1"), ("/pitfalls", "70 %")])
def test_value_of_a_slider_stands_on_one_line(visit: Visit, address: str, value: str) -> None:
    visit.open(address)
    shown = visit.page.get_by_test_id("stSliderThumbValue").filter(has_text=value).first
    shown.scroll_into_view_if_needed()
    assert shown.evaluate("e => e.getBoundingClientRect().height") < 30


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
@pytest.mark.parametrize("address", ["/pipeline?step=fine-tuning", "/decide?problem=speed"])
def test_phone_shows_the_marked_node_inside_its_frame(visit: Visit, address: str) -> None:
    visit.open(address)
    marked = visit.page.locator('.node[aria-current="step"]')
    marked.wait_for()
    visit.page.wait_for_timeout(400)
    inside = marked.evaluate(
        "e => { const a = e.getBoundingClientRect(), b = e.closest('.wrap').getBoundingClientRect();"
        " return a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1 }"
    )
    assert inside


@pytest.mark.parametrize("context_options", [at(390, 844), at(320, 700)], ids=["phone", "smallest phone"])
@pytest.mark.parametrize("step", ["raw-text", "fine-tuning"])
def test_phone_cuts_no_side_off_the_pipeline(visit: Visit, step: str) -> None:
    visit.open(f"/pipeline?step={step}")
    visit.page.locator('.node[aria-current="step"]').wait_for()
    visit.page.wait_for_timeout(400)
    bodies = visit.page.locator(".node").evaluate_all(
        "all => all.map(e => [e.getBoundingClientRect(), e.closest('.wrap').getBoundingClientRect()])"
        ".filter(([box, frame]) => box.left < frame.left || box.right > frame.right).length"
    )
    assert bodies == 0


@pytest.mark.parametrize("context_options", [at(700, 450), at(844, 390)], ids=["200 % zoom", "phone on its side"])
@pytest.mark.parametrize("address", ["/pipeline?step=fine-tuning", "/decide?problem=speed"])
def test_figure_leaves_room_for_its_words_where_the_window_is_low(visit: Visit, address: str) -> None:
    visit.open(address)
    marked = visit.page.locator('.node[aria-current="step"]')
    marked.wait_for()
    frame = marked.evaluate("e => e.closest('.wrap').getBoundingClientRect().height")
    assert frame < 300


@pytest.mark.parametrize("context_options", [at(390, 844), at(700, 450)], ids=["phone", "200 % zoom"])
def test_closed_menu_takes_no_focus(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.page.get_by_test_id("stExpandSidebarButton").wait_for()
    reached = []
    for _ in range(6):
        visit.page.keyboard.press("Tab")
        reached.append(visit.page.evaluate("() => document.activeElement.getBoundingClientRect().right"))
    assert min(reached) > 0


@pytest.mark.parametrize("context_options", [at(390, 844), at(390, 844, "dark"), at(700, 450)])
def test_a_press_beside_the_open_menu_closes_it_and_does_nothing_else(visit: Visit) -> None:
    visit.open("/compare")
    opener, search = visit.page.get_by_test_id("stExpandSidebarButton"), visit.button("Search").first
    expect(search).to_be_visible()
    box = search.bounding_box()
    assert box
    opener.click()
    expect(visit.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")).to_be_focused()
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(visit.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(opener).to_be_focused()
    visit.page.wait_for_timeout(500)
    expect(visit.page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("context_options", [at(390, 844)], ids=["phone"])
def test_escape_closes_the_menu_and_gives_the_focus_back(visit: Visit) -> None:
    visit.open("/compare")
    opener = visit.page.get_by_test_id("stExpandSidebarButton")
    visit.tab_to(opener)
    visit.press("Enter")
    expect(visit.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")).to_be_focused()
    visit.press("Escape")
    expect(visit.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(opener).to_be_focused()


@pytest.mark.parametrize("context_options", [at(390, 844), at(700, 450)], ids=["phone", "200 % zoom"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_that_leaves_the_open_menu_closes_it(visit: Visit, key: str) -> None:
    visit.open("/compare")
    visit.page.mouse.move(600, 400)  # beside the menu: Streamlit shows its button to a pointer over it
    opener = visit.page.get_by_role("button", name="Menu", exact=True)
    visit.tab_to(opener)
    visit.press("Enter")
    expect(visit.page.get_by_role("button", name="Close the menu", exact=True)).to_be_focused()
    menu = visit.page.get_by_test_id("stSidebar")
    ends = menu.locator('[data-testid="stLogoLink"], [data-testid="stSidebarNavLink"]')
    (ends.last if key == "Tab" else ends.first).focus()
    visit.press(key)
    expect(visit.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(opener).to_be_focused()


@pytest.mark.parametrize(
    "context_options", [at(390, 844, has_touch=True, is_mobile=True), at(700, 450)], ids=["phone", "narrow window"]
)
def test_a_page_chosen_in_the_menu_closes_it(visit: Visit) -> None:
    visit.open("/compare")
    opener = visit.page.get_by_test_id("stExpandSidebarButton")
    opener.click()
    visit.page.get_by_test_id("stSidebarNavLink").filter(has_text="Pitfalls").click()
    visit.sees_heading("Pitfalls")
    expect(visit.page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(opener).to_be_focused()


def test_deep_link_is_the_first_thing_that_a_fresh_server_answers(visit: Visit) -> None:
    with running_app() as fresh:
        visit.page.goto(f"{fresh}/pipeline?step=sft")
        visit.sees_heading("A teacher shows how to answer")
        expect(visit.page.get_by_test_id("stTopNavSection").first).to_have_text("Learn")
        visit.page.goto("about:blank")


def test_cookie_is_set_once_and_scripts_cannot_read_it(visit: Visit) -> None:
    visit.open("/")
    first = visit.page.context.cookies()
    assert [(c["name"], c["httpOnly"], c["sameSite"]) for c in first if "learner" in c["name"]] == [
        ("llm_ladder_learner", True, "Lax")
    ]
    assert "learner" not in visit.page.evaluate("() => document.cookie")
    visit.open("/pipeline")
    again = {c["name"]: c["value"] for c in visit.page.context.cookies()}
    assert again["llm_ladder_learner"] == next(c["value"] for c in first if c["name"] == "llm_ladder_learner")


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["small phone"])
@pytest.mark.parametrize("address", pages())
def test_no_title_in_german_is_wider_than_the_smallest_phone(visit: Visit, address: str) -> None:
    visit.open(f"{address}?lang=de")
    title = visit.page.locator("h1").first
    assert title.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert title.evaluate("e => e.getBoundingClientRect().right") <= 320


@pytest.mark.parametrize("context_options", [at(320, 640)], ids=["1280 px at 400 %, where the scroll bar takes room"])
@pytest.mark.parametrize("address", ["/", "/progress", "/interview?way=mock"])
def test_nothing_scrolls_sideways_in_german_beside_a_scroll_bar(visit: Visit, address: str) -> None:
    visit.open(f"{address}{'&' if '?' in address else '?'}lang=de")
    assert visit.ask("sideways") == 0


@pytest.mark.parametrize("context_options", [at(1400, 900, "dark")], ids=["dark"])
def test_circle_of_the_chosen_rung_is_as_dark_as_its_words(visit: Visit) -> None:
    visit.open("/")
    rung = visit.page.locator(".ll-rung:has(:checked)")
    circle = rung.locator(".ll-rung-dot")
    ink = rung.locator("b").evaluate("e => getComputedStyle(e).color")
    assert circle.evaluate("e => getComputedStyle(e).backgroundColor") == ink


def test_question_of_a_room_stands_in_the_middle_and_the_room_at_its_right_edge(visit: Visit) -> None:
    visit.open(f"/join?room={VOTE}#{NAMES[0]}")
    column = visit.page.locator(".st-key-room").bounding_box()
    room = visit.page.locator(".ll-who").bounding_box()
    assert column and room
    right = column["x"] + column["width"]
    assert abs(column["x"] - (1400 - right)) < 24
    assert abs(room["x"] + room["width"] - right) < 2


def test_sentence_to_vote_on_takes_two_lines_at_most_beside_its_bar(visit: Visit) -> None:
    visit.open(f"/host?room={GUIDE}#{HOST}")
    words = visit.page.locator(".ll-vote strong")
    words.first.wait_for()
    visit.stand_still()
    assert max(words.evaluate_all("all => all.map(e => e.getClientRects().length)")) <= 2
    assert words.first.evaluate("e => e.getClientRects().length") == 1


@pytest.mark.parametrize("context_options", [at(390, 844, has_touch=True, is_mobile=True)], ids=["phone"])
def test_words_of_a_field_to_choose_in_stand_in_its_middle_on_a_phone(visit: Visit) -> None:
    visit.open("/calculators?calc=memory")
    field = visit.page.get_by_test_id("stSelectbox").first
    frame, words = field.get_by_role("group").bounding_box(), field.get_by_role("combobox").bounding_box()
    assert frame and words and words["height"] >= 44
    assert abs(frame["y"] + frame["height"] / 2 - words["y"] - words["height"] / 2) < 1


def test_segment_that_is_chosen_by_key_or_mouse_is_as_yellow_as_any(visit: Visit) -> None:
    visit.open("/interview?way=mock")
    marker = "rgb(255, 224, 77)"
    junior, staff = (visit.page.get_by_role("radio", name=name, exact=True) for name in ("Junior", "Staff"))
    visit.arrow_to(junior)
    visit.press("Space")
    expect(junior).to_have_attribute("aria-checked", "true")
    expect(junior).to_be_focused()
    expect(junior).to_have_css("background-color", marker)
    staff.click()
    expect(staff).to_have_attribute("aria-checked", "true")
    expect(staff).to_have_css("background-color", marker)
