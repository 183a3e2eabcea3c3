"""The ladder on the start page, by keys and by mouse."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.visit import Visit
from tests.read_once import load_content

SAYS = {approach.title: str(approach.rung) for approach in load_content().approaches if approach.rung}


def rung(visit: Visit, title: str) -> Locator:
    return visit.page.get_by_role("radio", name=re.compile(f"^{title}"))


def shown(visit: Visit) -> list[str]:
    """The sentences below the ladder that can be seen."""
    return visit.page.locator(".ll-rung-says p:visible").all_inner_texts()


def test_rung_is_chosen_by_keys_and_says_its_sentence(visit: Visit) -> None:
    visit.open("/")
    assert shown(visit) == [SAYS["Prompting"]]
    visit.tab_to(rung(visit, "Prompting"))
    visit.press("ArrowUp")
    expect(rung(visit, "RAG")).to_be_focused()
    expect(rung(visit, "RAG")).to_be_checked()
    expect(rung(visit, "RAG")).to_have_accessible_description(SAYS["RAG"])
    assert shown(visit) == [SAYS["RAG"]]


def test_rung_is_chosen_by_a_press_anywhere_on_it_and_stays_when_the_page_runs_again(visit: Visit) -> None:
    visit.open("/")
    box = visit.page.locator(".ll-rung").nth(1).bounding_box()
    assert box
    visit.page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4)
    assert shown(visit) == [SAYS["Fine-tuning"]]
    visit.page.get_by_text("Skip the tour").click()
    visit.settle()
    expect(visit.page.get_by_text("Skip the tour")).to_have_count(0)
    assert shown(visit) == [SAYS["Fine-tuning"]]


def test_every_rung_has_its_sentence(visit: Visit) -> None:
    visit.open("/")
    for title, says in SAYS.items():
        rung(visit, title).check()
        assert shown(visit) == [says]
