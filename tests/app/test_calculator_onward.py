"""Every calculator leads back into the chapter, and on to the guide."""

from typing import Any

import pytest

from core.calculators.model import Calculator
from core.calculators.registry import calculators
from tests.app.pages import opened


@pytest.mark.parametrize("calculator", calculators().values(), ids=lambda one: one.id)
def test_see_it_in_the_chapter_leads_into_the_chapter(calculator: Calculator[Any]) -> None:
    test = opened("calculators.py", {"calc": calculator.id})
    *told, guide = [link.label for link in test.get("page_link")]
    assert told and guide == "Decide for your case"


def test_calculator_that_no_step_opens_leads_to_the_sections_that_it_computes() -> None:
    test = opened("calculators.py", {"calc": "lora-params"})
    assert [link.label for link in test.get("page_link")][:2] == ["LoRA and QLoRA", "What goes wrong"]
