"""On a laptop the node that is marked is in the window, however tall the figure: it scrolls within itself."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit
from tests.read_once import load_content

pytestmark = pytest.mark.leaves_page

STAGES = load_content().stages
LAPTOPS = [at(1280, 800), at(1366, 650)]
IDS = ["1280 x 800", "768 px less the browser's bars"]


@pytest.mark.parametrize("context_options", LAPTOPS, ids=IDS)
def test_walk_moves_the_mark_within_the_window(visit: Visit) -> None:
    visit.open("/pipeline")
    for stage in STAGES[1:]:
        visit.button("Next").click()
        visit.wait_for_params(step=stage.id)
        expect(visit.node(stage.id)).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("context_options", LAPTOPS, ids=IDS)
@pytest.mark.parametrize(
    ("address", "node"),
    [
        ("/pipeline?step=application", "application"),
        ("/decide?problem=knowledge&data-size=large&retrieval-time=yes", "rag"),
        ("/decide?node=fine-tune-knowledge", "fine-tune-knowledge"),
    ],
    ids=["step", "outcome", "node"],
)
def test_node_that_a_link_names_is_in_the_window(visit: Visit, address: str, node: str) -> None:
    visit.open(address)
    expect(visit.node(node)).to_have_attribute("aria-current", "step")
    expect(visit.node(node)).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("context_options", [at(1280, 800)], ids=["low laptop"])
@pytest.mark.parametrize("address", ["/pipeline?step=pre-training", "/fine-tuning", "/progress#veteran"])
def test_button_that_enlarges_a_figure_stays_under_the_pointer(visit: Visit, address: str) -> None:
    visit.open(address)
    larger = visit.page.get_by_role("button", name="Zoom in")
    larger.scroll_into_view_if_needed()
    before = larger.bounding_box()
    assert before and before["y"] + before["height"] <= 800
    for _ in range(2):
        visit.page.mouse.click(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
    expect(visit.page.get_by_role("button", name="Fit")).to_have_attribute("aria-pressed", "false")
    after = larger.bounding_box()
    assert after
    assert [after["x"], after["y"]] == pytest.approx([before["x"], before["y"]], abs=1)


@pytest.mark.parametrize("context_options", [at(1280, 800)], ids=["low laptop"])
def test_buttons_of_the_pipeline_are_in_a_low_window(visit: Visit) -> None:
    visit.open("/pipeline")
    box = visit.page.get_by_role("button", name="Zoom in").bounding_box()
    assert box and box["y"] + box["height"] <= 800


@pytest.mark.parametrize("context_options", [at(1024, 768)], ids=["small laptop"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_buttons_and_key_of_the_pipeline_are_clear_of_its_edges_on_a_small_laptop(visit: Visit, language: str) -> None:
    visit.open(f"/pipeline?step=sft&lang={language}")
    visit.node("sft").wait_for()
    for wide, high in ((1024, 768), (1100, 720)):
        visit.resize(wide, high)
        larger, key = visit.page.locator(".tools button").nth(1), visit.page.locator(".ll-keyline")
        buttons, words, frame = (found.bounding_box() for found in (larger, key, visit.page.locator(".wrap")))
        assert buttons and words and frame
        assert buttons["y"] + buttons["height"] <= high
        assert frame["y"] - words["y"] - words["height"] >= 7


@pytest.mark.parametrize("context_options", [at(1280, 800)], ids=["low laptop"])
def test_node_pressed_twice_has_no_word_marked(visit: Visit) -> None:
    visit.open("/pipeline")
    visit.node("pre-training").locator("text").first.dblclick()
    visit.wait_for_params(step="pre-training")
    assert visit.page.evaluate("() => getSelection().toString()") == ""
