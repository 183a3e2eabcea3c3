"""What a worked case starts from."""

import pytest

from core.calculator_page.given import given_words
from core.calculators.faded import faded_cases
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.language.in_force import speaking


def given(reference: Reference, calculator_id: str) -> str:
    calculator = calculators()[calculator_id]
    example = calculator.examples[0]
    return given_words(calculator, example, faded_cases(calculator, example, reference)[0], reference)


@pytest.mark.parametrize(
    ("calculator_id", "words"),
    [
        ("cost", "Hours from Chapter, Chapter row “LoRA, 7B params, A10G (24 GB)”"),
        ("labelling", "Pairs 5,000, Minutes a pair 5"),
        ("lora-params", "Model Llama-3.2-3B, Target modules q_proj+v_proj, Rank 16"),
        ("pretraining", "Model Llama-3.1-8B, Training tokens 15, Accelerator H100-80GB"),
    ],
)
def test_choice_is_said_as_the_form_says_it(calculator_id: str, words: str, reference: Reference) -> None:
    assert given(reference, calculator_id) == words


def test_every_case_starts_from_something_that_can_be_said(reference: Reference) -> None:
    for calculator_id in calculators():
        assert given(reference, calculator_id)


def test_choice_is_said_in_the_language_of_the_page(reference: Reference) -> None:
    with speaking("de"):
        assert given(reference, "cost").startswith("Stunden laut Kapitel, Zeile des Kapitels „LoRA, ")
