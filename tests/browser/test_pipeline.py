"""The training pipeline: by mouse, by keyboard alone, in words alone, by its address."""

import pytest
from playwright.sync_api import expect

from core.content.lessons import Stage
from tests.browser.conftest import at
from tests.browser.visit import Visit
from tests.read_once import load_content

pytestmark = pytest.mark.leaves_page

STAGES = load_content().stages


def test_pressing_a_node_shows_its_stop_and_names_it_in_the_address(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.sees_heading(STAGES[0].title)
    for stage in (STAGES[3], STAGES[9], STAGES[1]):
        visit.node(stage.id).click()
        visit.wait_for_params(step=stage.id)
        visit.sees_heading(stage.title)
        expect(visit.node(stage.id)).to_have_attribute("aria-pressed", "true")
    expect(visit.page.locator('.node[aria-pressed="true"]')).to_have_count(1)


def test_pressed_node_is_marked_before_the_server_answers_and_only_until_then(visit: Visit) -> None:
    visit.open("/pipeline")
    click = "node.dispatchEvent(new MouseEvent('click', { bubbles: true }))"
    space = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))"
    for stage, press in ((STAGES[3], click), (STAGES[4], space)):
        assert visit.node(stage.id).evaluate(f"(node) => {{ {press}; return node.matches('.asked') }}")
        visit.sees_heading(stage.title)
        expect(visit.page.locator(".node.asked")).to_have_count(0)


@pytest.mark.parametrize("context_options", [at(700, 450), at(390, 664)], ids=["200 per cent", "phone"])
def test_what_a_pressed_node_says_comes_into_view_and_the_focus_stays_in_the_figure(visit: Visit) -> None:
    visit.open("/pipeline")
    for stage in (STAGES[2], STAGES[4]):
        visit.node(stage.id).press("Enter")
        expect(visit.heading(stage.title)).to_be_in_viewport(ratio=1)
        expect(visit.page.locator(f"#stage-{stage.id} + p")).to_be_in_viewport(ratio=0.5)
        assert visit.focused() == stage.id


def test_what_can_be_pressed_is_told_on_the_screen_and_not_on_paper(visit: Visit) -> None:
    visit.open("/pipeline")
    how = visit.page.get_by_text("Go step by step, or pick one in the figure.")
    expect(how).to_be_visible()
    visit.page.emulate_media(media="print")
    expect(how).to_be_hidden()
    expect(visit.page.get_by_text("How a pile of text becomes the model you call.")).to_be_visible()


def test_next_and_previous_walk_all_stops(visit: Visit) -> None:
    visit.open("/pipeline")
    expect(visit.button("Previous")).to_be_disabled()
    for stage in STAGES[1:]:
        visit.button("Next").click()
        visit.sees_heading(stage.title)
    expect(visit.button("Next")).to_be_disabled()
    visit.button("Previous").click()
    visit.sees_heading(STAGES[-2].title)


@pytest.mark.parametrize(("step", "pressed", "left"), [(-2, "Next", "Previous"), (1, "Previous", "Next")])
def test_at_an_end_of_the_walk_the_focus_goes_to_the_button_that_is_left(
    visit: Visit, step: int, pressed: str, left: str
) -> None:
    visit.open(f"/pipeline?step={STAGES[step].id}")
    visit.button(pressed).press("Enter")
    expect(visit.button(pressed)).to_be_disabled()
    expect(visit.button(left)).to_be_focused()
    visit.press("Enter")
    visit.sees_heading(STAGES[step].title)
    expect(visit.button(left)).to_be_focused()


@pytest.mark.parametrize("stage", STAGES[::4], ids=lambda stage: stage.id)
def test_address_opens_its_step(visit: Visit, stage: Stage) -> None:
    visit.open(f"/pipeline?step={stage.id}")
    visit.sees_heading(stage.title)
    expect(visit.node(stage.id)).to_have_attribute("aria-current", "step")


def test_back_and_reload_keep_the_step(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    visit.node("rlhf-dpo").click()
    visit.wait_for_params(step="rlhf-dpo")
    visit.page.reload()
    visit.page.locator("h1").first.wait_for()
    visit.sees_heading("People say which answer is better")
    assert visit.params() == {"step": "rlhf-dpo"}


def test_keyboard_alone_walks_the_figure(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.tab_to(visit.node("raw-text"))
    visit.press("ArrowDown")
    assert visit.focused() == "pre-training"
    visit.press("ArrowDown", "Enter")
    visit.wait_for_params(step="base-model")
    visit.sees_heading("It can finish a text, not answer you")
    assert visit.focused() == "base-model", "the focus stays where it was when the page has changed"
    visit.press("ArrowDown", "Space")
    visit.wait_for_params(step="sft")
    assert visit.focused() == "sft"
    visit.press("End")
    assert visit.focused() == STAGES[-1].id
    visit.press("Home")
    assert visit.focused() == STAGES[0].id


def test_figure_is_one_stop_of_the_tab_key(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    expect(visit.page.locator('.node[tabindex="0"]')).to_have_count(1)
    visit.tab_to(visit.node("sft"))
    visit.press("Tab")
    assert visit.focused() not in {stage.id for stage in STAGES}
    visit.press("Shift+Tab")
    assert visit.focused() == "sft"


def test_left_right_and_space_walk_the_page(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.node("sft").wait_for()
    expect(visit.button("Next")).to_be_visible()
    visit.press("ArrowRight")
    visit.wait_for_params(step="pre-training")
    visit.press("Space")
    visit.wait_for_params(step="base-model")
    visit.press("ArrowLeft")
    visit.wait_for_params(step="pre-training")
    visit.sees_heading(STAGES[1].title)


def test_quick_presses_of_space_each_walk_a_step_and_leave_the_focus_alone_at_the_end(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.node("sft").wait_for()
    expect(visit.button("Next")).to_be_visible()
    visit.press(*["Space"] * 6)
    visit.sees_heading(STAGES[6].title)
    visit.wait_for_params(step=STAGES[6].id)
    visit.press(*["Space"] * len(STAGES))
    visit.sees_heading(STAGES[-1].title)
    expect(visit.page.locator("body")).to_be_focused()


@pytest.mark.parametrize("key", ["ArrowRight", "Enter", "Space"])
def test_quick_presses_of_an_arrow_or_a_button_each_walk_a_step(visit: Visit, key: str) -> None:
    visit.open("/pipeline")
    visit.node("sft").wait_for()
    if key != "ArrowRight":
        visit.button("Next").focus()
    visit.press(*[key] * 6)
    visit.wait_for_params(step=STAGES[6].id)
    visit.sees_heading(STAGES[6].title)
    visit.press(*["ArrowLeft"] * 2)
    visit.wait_for_params(step=STAGES[4].id)
    visit.press(*["ArrowRight"] * len(STAGES))
    visit.sees_heading(STAGES[-1].title)
    expect(visit.page.locator("body") if key == "ArrowRight" else visit.button("Previous")).to_be_focused()


def test_space_on_a_button_presses_the_button(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    visit.tab_to(visit.button("Previous"))
    visit.press("Space")
    visit.wait_for_params(step="base-model")
    visit.sees_heading("It can finish a text, not answer you")


def test_words_alone_give_every_stop(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.tab_to(visit.page.get_by_role("radio", name="Figure"))
    visit.press("ArrowRight", "Space")
    visit.wait_for_params(view="text")
    expect(visit.page.locator("h2")).to_have_count(len(STAGES))
    expect(visit.page.locator("svg .node")).to_have_count(0)
    text = visit.page.locator('[data-testid="stMain"]').inner_text()
    for stage in STAGES:
        assert stage.goes_in.replace("*", "") in text
        assert stage.chef.strip().replace("\n", " ") in text


def test_words_open_by_their_address(visit: Visit) -> None:
    visit.open("/pipeline?view=text")
    expect(visit.page.locator("h2")).to_have_count(len(STAGES))


@pytest.mark.parametrize(
    "step", ["tea", "<script>alert(1)</script>", "x" * 10_000, ""], ids=["word", "html", "10kB", "empty"]
)
def test_step_that_does_not_exist_opens_the_first_with_a_word(visit: Visit, step: str) -> None:
    visit.open(f"/pipeline?step={step}")
    expect(visit.page.get_by_text("names a step that does not exist")).to_be_visible()
    visit.sees_heading(STAGES[0].title)
    visit.button("Next").click()
    visit.sees_heading(STAGES[1].title)


@pytest.mark.parametrize("kind", ["SVG", "Mermaid"])
def test_figure_can_be_taken_away(visit: Visit, kind: str) -> None:
    visit.open("/pipeline?step=sft")
    with visit.page.expect_download() as started:
        visit.button(kind).click()
    text = started.value.path().read_text(encoding="utf-8")
    assert text.startswith("<svg" if kind == "SVG" else "flowchart TD")
    assert "Supervised Fine-Tuning SFT" in text
    assert started.value.suggested_filename == ("pipeline.svg" if kind == "SVG" else "pipeline.mmd")


def test_zoom_and_fit_work_with_the_keyboard(visit: Visit) -> None:
    visit.open("/pipeline?step=sft")
    svg = visit.page.locator(".wrap > svg")
    before = svg.bounding_box()
    larger = visit.button("Zoom in")
    larger.focus()
    visit.press("Enter", "Enter")
    after = svg.bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"] * 1.5
    visit.button("Zoom out").click()
    visit.button("Zoom out").click()
    back = svg.bounding_box()
    assert back
    assert back["width"] == pytest.approx(before["width"], rel=0.02)


def test_cost_is_guessed_by_keys_and_paper_has_it_without_a_guess(visit: Visit) -> None:
    visit.open("/pipeline?step=pre-training")
    cost = visit.page.locator(".st-key-panel-stage dt").get_by_text("Cost", exact=True)
    expect(visit.page.get_by_text("compute to pre-train at the scale of GPT-4")).to_have_count(0)
    expect(cost).to_be_hidden()
    visit.page.emulate_media(media="print")
    expect(cost).to_be_visible()
    expect(visit.page.get_by_label("Your guess, $")).to_be_hidden()
    visit.page.emulate_media(media="screen")
    visit.page.get_by_label("Your guess, $").fill("70M")
    visit.press("Enter")
    expect(visit.page.get_by_role("status").get_by_text("Within the range.")).to_be_visible()
    expect(cost).to_be_visible()
    expect(visit.heading(STAGES[1].title)).to_be_focused()
    visit.press("ArrowRight")
    visit.sees_heading(STAGES[2].title)
