"""Plots: as wide as their place, in the colours of the theme, light on paper, and told when they cannot be drawn."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watch, at
from tests.browser.visit import Visit

LABELS = """() => [...document.querySelectorAll(".ll-plot")].flatMap((plot) => {
  const frame = plot.getBoundingClientRect()
  return [...plot.querySelectorAll(".annotation-text, .ytick text")].map((e) => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.left < frame.left || box.right > frame.right).map(([e]) => e.textContent)
})"""
RUN = "/calculators?calc=pretraining&model=Llama-3.1-405B&tokens_t=15.6"
QLORA = "/calculators?calc=memory&model=Llama-3.1-70B&method=qlora&gpu=A100-80GB"


def test_chart_is_as_wide_as_its_place_when_the_window_changes(visit: Visit) -> None:
    visit.open(QLORA)
    chart = visit.page.locator(".ll-plot").first
    drawing = chart.locator(".main-svg").first
    for width in (1400, 500):
        visit.page.set_viewport_size({"width": width, "height": 900})
        expect(drawing).to_have_attribute("width", str(chart.evaluate("one => one.clientWidth")))
    assert visit.ask("sideways") <= 0


def test_chart_whose_code_does_not_come_says_so(visit: Visit, watch: Watch) -> None:
    visit.page.route("**/plotly-*.js", lambda route: route.abort())
    visit.page.goto(visit.app + QLORA)
    expect(visit.page.locator(".ll-plot")).to_contain_text("Its numbers stand below")
    visit.page.get_by_text("The figure in numbers").click()
    expect(visit.page.get_by_role("table").first).to_be_visible()
    assert [error for error in watch.errors if "plotly" not in error] == []
    watch.errors.clear()


def test_chart_follows_a_switch_of_the_theme_and_is_light_on_paper(visit: Visit) -> None:
    visit.open(QLORA)
    words = visit.page.locator(".ll-plot .annotation-text").first
    dark, light = "rgb(237, 241, 238)", "rgb(22, 32, 29)"
    expect(words).to_have_css("fill", light)
    visit.switch_scheme("dark")
    expect(words).to_have_css("fill", dark)
    for event, colour in (("beforeprint", light), ("afterprint", dark)):
        visit.page.evaluate("name => { dispatchEvent(new Event(name)) }", event)
        expect(words).to_have_css("fill", colour)


def test_change_draws_its_figure_once(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&method=lora")
    expect(visit.page.locator(".ll-plot .main-svg").first).to_be_visible()
    visit.page.evaluate(
        "() => { const react = Plotly.react; window.drawn = []; "
        "Plotly.react = (frame, data, ...more) => { drawn.push(data[0].x[0]); return react(frame, data, ...more) } }"
    )
    for count, name in enumerate(("QLoRA", "LoRA"), start=1):
        visit.page.get_by_role("radio", name=name, exact=True).click()
        visit.page.wait_for_function("count => drawn.length >= count", arg=count)
        visit.page.wait_for_timeout(300)
    drawn = visit.page.evaluate("() => drawn")
    assert len(drawn) == 2 and drawn[0] < drawn[1], drawn


def test_words_below_an_axis_do_not_run_into_each_other_on_a_narrow_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 700})
    visit.open("/compare?lang=de")
    words = visit.page.locator(".ll-plot .xtick text")
    expect(words.first).to_be_visible()
    boxes = sorted(words.evaluate_all("all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right])"))
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(boxes)]
    assert min(gaps) >= 4, gaps


@pytest.mark.parametrize("context_options", [at(320, 700, has_touch=True, is_mobile=True)], ids=["small phone"])
@pytest.mark.parametrize(
    "address",
    [
        RUN,
        f"{RUN}&lang=de",
        "/calculators?calc=break-even&months=60&lang=de",
        "/calculators?calc=throughput&method=qlora",
    ],
)
def test_no_words_of_a_figure_are_cut_at_its_edge_on_a_narrow_phone(visit: Visit, address: str) -> None:
    visit.open(address)
    expect(visit.page.locator(".ll-plot .annotation-text").first).to_be_visible()
    assert visit.page.evaluate(LABELS) == []


def test_name_of_an_approach_ends_before_the_box_of_the_next_one_on_a_narrow_phone(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 700})
    visit.open("/compare")
    plot = visit.page.locator(".ll-plot")
    name = plot.locator(".annotation").filter(has_text="stuffing").locator(".annotation-text")
    next_box = plot.locator(".scatterlayer .trace .js-line").nth(2)
    ends, begins = name.bounding_box(), next_box.bounding_box()
    assert ends and begins
    assert ends["x"] + ends["width"] < begins["x"]


@pytest.mark.parametrize("address", ["/calculators?calc=memory&method=qlora", "/compare"])
def test_words_at_a_plots_edge_are_not_cut_by_what_keeps_its_height(visit: Visit, address: str) -> None:
    visit.open(address)
    around = visit.page.locator(".stElementContainer:has(.ll-plot)").first
    expect(around).to_have_css("overflow", "visible")


def test_plot_is_one_image_with_a_name_to_a_screen_reader(visit: Visit) -> None:
    visit.open("/compare")
    expect(visit.page.locator(".ll-plot .main-svg").first).to_be_visible()
    heard = visit.page.locator("body").aria_snapshot().splitlines()
    assert [line for line in heard if line.strip() == "- img"] == []
