"""How a figure is shown is in the address: Back, a reload and a link show it so again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

OUTCOME = "/decide?problem=knowledge&data-size=large&retrieval-time=yes"


@pytest.mark.parametrize(
    ("address", "name", "view"),
    [("/pipeline?step=sft", "All steps in words", "view=text"), (OUTCOME, "In words", "figure=text")],
    ids=["pipeline", "decision guide"],
)
def test_back_and_reload_show_the_view_that_the_address_names(visit: Visit, address: str, name: str, view: str) -> None:
    visit.open(address)
    nodes, words = visit.page.locator("svg .node"), visit.page.get_by_role("radio", name=name)
    nodes.first.wait_for()
    words.click()
    expect(nodes).to_have_count(0)
    visit.settle()
    assert visit.page.url.endswith(f"{address}&{view}")
    visit.page.go_back()
    expect(nodes.first).to_be_visible()
    expect(words).not_to_be_checked()
    visit.page.go_forward()
    expect(nodes).to_have_count(0)
    visit.page.reload()
    expect(words).to_be_checked()
    expect(nodes).to_have_count(0)


def test_starting_over_leaves_the_flowchart_as_it_is_shown(visit: Visit) -> None:
    visit.open(f"{OUTCOME}&figure=decision")
    own = visit.page.get_by_role("radio", name="The chapter's own")
    expect(own).to_be_checked()
    visit.button("Start over").click()
    visit.sees_heading("What is wrong with the output?")
    expect(own).to_be_checked()
    visit.wait_for_params(figure="decision")


def test_view_that_does_not_exist_is_ignored_with_a_word(visit: Visit) -> None:
    visit.open("/decide?figure=tea")
    expect(visit.page.get_by_text("The address says “figure”, which the guide does not know.")).to_be_visible()
    expect(visit.page.get_by_role("radio", name="With added gates")).to_be_checked()


def test_figure_says_its_nodes_and_not_the_labels_of_its_edges(visit: Visit) -> None:
    visit.open("/decide")
    said = visit.page.get_by_role("group", name=re.compile("flowchart")).aria_snapshot()
    assert said.count("button") == 24
    assert "Yes, still failing" not in said, "its way is told in words"
    visit.page.get_by_role("radio", name="In words").click()
    expect(visit.page.get_by_text("If “Yes, still failing”:").first).to_be_visible()
