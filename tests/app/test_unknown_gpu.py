"""A GPU that the table does not have, as an address may name it, breaks no calculator."""

import pytest

from core.calculator_page.layout import layout_of
from core.calculators.registry import calculators
from tests.app.pages import opened, words


@pytest.mark.parametrize("calc", calculators())
@pytest.mark.parametrize("gpu", ["tea", "Arc 16GB"])
def test_gpu_that_the_table_does_not_have_breaks_no_page(calc: str, gpu: str) -> None:
    test = opened("calculators.py", {"calc": calc, "gpu": gpu})
    assert not test.exception
    assert layout_of(calculators()[calc]).question in words(test)
