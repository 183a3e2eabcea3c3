"""Who needs more room between letters gets it, and nothing is cut."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.visit import Visit

ROOMY = """*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""What WCAG 1.4.12 asks a page to bear."""

BEYOND = """box => { const words = document.createRange(); words.selectNodeContents(box)
  return words.getBoundingClientRect().right - box.getBoundingClientRect().right }"""


@pytest.mark.parametrize("context_options", [at(1024, 768)], ids=["small laptop"])
@pytest.mark.parametrize(("address", "style"), [("/compare?lang=de", "p {}"), ("/compare", ROOMY), ("/", ROOMY)])
def test_links_between_pages_break_instead_of_losing_their_end(visit: Visit, address: str, style: str) -> None:
    visit.open(address)
    visit.page.add_style_tag(content=style)
    links = visit.page.locator(".stMain .stPageLink a")
    links.first.wait_for()
    assert [link.inner_text() for link in links.all() if link.evaluate(BEYOND) > 0] == []


@pytest.mark.parametrize("context_options", [at(320, 640)], ids=["smallest phone"])
def test_topics_to_choose_from_break_instead_of_losing_their_end(visit: Visit) -> None:
    visit.open("/interview?way=mock")
    visit.page.add_style_tag(content=ROOMY)
    topic = visit.page.get_by_role("button", name="Evaluation and what goes wrong").locator("p")
    assert topic.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_rails_of_the_ladder_do_not_cross_words_with_more_room(visit: Visit) -> None:
    visit.open("/")
    rung = visit.page.locator('.st-key-ladder [role="radiogroup"] > [data-rac]').nth(2)
    words = rung.evaluate("e => getComputedStyle(e, '::after').backgroundColor")
    expect(visit.page.locator(".stApp")).to_have_css("background-color", words)
