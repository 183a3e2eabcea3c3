"""Who needs larger letters, or more room between them, gets them: the browser's own size counts and nothing is cut."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import at
from tests.browser.find_chromium import FLAGS, find_chromium
from tests.browser.visit import Visit

ROOMY = """*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""What WCAG 1.4.12 asks a page to bear."""

BEYOND = """box => { const words = document.createRange(); words.selectNodeContents(box)
  return words.getBoundingClientRect().right - box.getBoundingClientRect().right }"""

OUTSIDE = """box => [...box.querySelectorAll("p")].some((words) => { const here = words.getBoundingClientRect(),
  around = box.getBoundingClientRect(); return here.top < around.top - 1 || here.bottom > around.bottom + 1 })"""


@pytest.fixture(scope="module")
def far_sighted(chromium: Browser) -> Iterator[Browser]:
    """A browser that was told to write in 24 px instead of 16."""
    size = "--blink-settings=defaultFontSize=24"
    with chromium.browser_type.launch(executable_path=find_chromium(), args=[*FLAGS, size]) as browser:
        yield browser


@pytest.mark.parametrize("address", ["/fine-tuning", "/takeaways", "/decide?problem=style", "/lab"])
def test_size_of_letters_that_the_browser_was_told_is_taken(far_sighted: Browser, app: str, address: str) -> None:
    visit = Visit(far_sighted.new_page(viewport={"width": 1400, "height": 900}), app)
    sign = "&" if "?" in address else "?"
    visit.open(f"{address}{sign}lang=de")
    expect(visit.page.locator("h1")).to_have_css("font-size", "60px")
    assert visit.sideways(1400, 1024, 768) == {1400: 0, 1024: 0, 768: 0}


def test_columns_stand_below_each_other_where_larger_letters_leave_no_room(far_sighted: Browser, app: str) -> None:
    visit = Visit(far_sighted.new_page(viewport={"width": 1400, "height": 900}), app)
    visit.open("/fine-tuning")
    block = visit.page.locator('[class*="st-key-spread-"]').first
    heading, text = block.locator("h2").first, block.locator(":scope > :nth-child(2) p").first
    assert _left(heading) == _left(text)


def _left(found: Locator) -> float:
    return float(found.evaluate("e => e.getBoundingClientRect().left"))


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
    rung = visit.page.locator(".ll-rung").nth(2)
    words = rung.evaluate("e => getComputedStyle(e, '::after').backgroundColor")
    expect(visit.page.locator(".stApp")).to_have_css("background-color", words)


def test_names_stay_in_their_buttons_with_more_room_below_paragraphs(visit: Visit) -> None:
    visit.open("/calculators?calc=memory")
    visit.page.add_style_tag(content=ROOMY)
    names = visit.page.locator("button:has(p), label:has(p), summary:has(p)").locator("visible=true").all()
    assert len(names) > 10
    assert [name.inner_text() for name in names if name.evaluate(OUTSIDE)] == []


CUT_LABELS = """plots => plots.flatMap(plot => {
  const box = plot.getBoundingClientRect(), style = getComputedStyle(plot)
  const open = [...plot.querySelectorAll("svg")].every(svg => getComputedStyle(svg).overflow === "visible")
  const more = open && style.overflowX === "clip" ? parseFloat(style.overflowClipMargin) : 0
  return [...plot.querySelectorAll("text")].map(e => [e.textContent, e.getBoundingClientRect()])
    .filter(([, at]) => at.width && (at.left < box.left - more || at.right > box.right + more))
    .map(([words]) => words) })"""


@pytest.mark.parametrize("context_options", [at(1280, 900), at(390, 844)], ids=["laptop", "phone"])
@pytest.mark.parametrize("calculator", ["break-even&horizon=12", "pretraining&tokens_t=15.6"])
def test_words_of_a_plot_are_whole_when_their_letters_stand_apart(visit: Visit, calculator: str) -> None:
    visit.open(f"/calculators?calc={calculator}")
    visit.page.locator(".ll-plot .ytick text").first.wait_for()
    visit.page.add_style_tag(content=ROOMY)
    assert visit.page.locator(".ll-plot").evaluate_all(CUT_LABELS) == []
    assert visit.ask("sideways") == 0
