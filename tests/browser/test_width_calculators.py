"""A calculator in windows of every width: form and result side by side, and what belongs in a row stays in it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import at
from tests.browser.test_width import box
from tests.browser.visit import Visit

WIDTHS = [at(width, 800) for width in (724, 900, 1100, 1280)]
MEMORY = "/calculators?calc=memory&micro_batch=64"


@pytest.fixture
def memory(visit: Visit) -> Visit:
    visit.open(MEMORY)
    visit.page.locator(".ll-fit").first.wait_for()
    visit.settle()
    return visit


@pytest.mark.parametrize("context_options", WIDTHS)
def test_methods_stand_in_one_row_beside_the_result(memory: Visit) -> None:
    methods = memory.page.get_by_role("radiogroup", name="Method").get_by_role("radio").all()
    tops = {round(box(method)[1]) for method in methods}
    assert len(methods) == 5 and len(tops) == 1
    _, _, right, _ = box(memory.page.locator(".st-key-panel-calculator"))
    left, *_ = box(memory.page.locator(".st-key-result-calculator"))
    assert right < left


@pytest.mark.parametrize("context_options", WIDTHS)
def test_verdict_on_a_gpu_takes_one_line(memory: Visit) -> None:
    for verdict in memory.page.locator(".ll-fit .ll-verdict").all():
        _, top, _, bottom = box(verdict)
        assert bottom - top < 30


def test_what_is_wrong_with_one_of_two_numbers_leaves_them_in_one_row(memory: Visit) -> None:
    batch = memory.page.get_by_role("spinbutton", name="Micro batch")
    other = memory.page.get_by_role("spinbutton", name="Sequence length, tokens")
    batch.fill("-3")
    batch.press("Enter")
    expect(memory.page.get_by_role("alert")).to_contain_text("it must be at least 1")
    assert abs(box(batch)[1] - box(other)[1]) < 1
