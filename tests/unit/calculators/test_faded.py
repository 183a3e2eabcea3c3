"""Worked, then faded."""

import pytest

from core.calculators.faded import FadedStep, faded_cases, is_right
from core.calculators.model import Step
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.language.in_force import speaking

LORA, COST = calculators()["lora-params"], calculators()["cost"]


def test_last_two_results_go_blank_first(reference: Reference) -> None:
    _, faded, _ = faded_cases(LORA, LORA.examples[0], reference)
    assert [step.is_blank for step in faded.steps] == [False, False, False, True, True]


def test_later_line_does_not_give_a_blank_away(reference: Reference) -> None:
    solved, faded, _ = faded_cases(LORA, LORA.examples[0], reference)
    assert "3,217,337,344" in (solved.steps[-1].numbers or "")
    assert faded.steps[-1].numbers == "4,587,520 ÷ ?"


def test_no_line_gives_away_what_another_asks_for(reference: Reference) -> None:
    memory = calculators()["memory"]
    _, faded, _ = faded_cases(memory, memory.examples[0], reference)
    assert faded.steps[-2].answer.result == "3.48 GiB"
    assert "3.48" not in (faded.steps[-1].numbers or "")
    _, faded, _ = faded_cases(COST, COST.examples[0], reference)
    assert faded.steps[1].answer.result == "$10"
    assert faded.steps[0].numbers == "? ÷ (2 h × 1)"


def test_case_says_its_inputs_in_german(reference: Reference) -> None:
    labelling = calculators()["labelling"]
    with speaking("de"):
        solved, _, _ = faded_cases(labelling, labelling.examples[0], reference)
    assert solved.inputs == (("Paare", "5.000"), ("Minuten je Paar", "5"))


def test_range_is_shown_and_never_asked_for(reference: Reference) -> None:
    _, _, empty = faded_cases(COST, COST.examples[0], reference)
    today = empty.steps[-1]
    assert today.words == "The same at June 2025 rents"
    assert not today.is_blank


def test_case_says_its_inputs_and_source(reference: Reference) -> None:
    solved, _, _ = faded_cases(LORA, LORA.examples[0], reference)
    assert solved.inputs == (("Model", "Llama-3.2-3B"), ("Target modules", "q_proj+v_proj"), ("Rank", "16"))
    assert "peft" in solved.source


@pytest.mark.parametrize(
    ("wanted", "typed", "right"),
    [
        ("4,587,520", "4587520", True),
        ("4,587,520", "4.6 M", True),
        ("4,587,520", "4.9M", False),
        ("$22.50", "22.5", True),
        ("4.3 h", "4.35", True),
        ("8.09 × 10²² FLOP", "8.1e22", True),
        ("8.09 × 10²² FLOP", "8.1e21", False),
        ("0 h", "0", True),
        ("0 h", "1", False),
        ("375 ×", "375", True),
        ("0.5 h", "0,5", True),
        ("0.5 h", "5", False),
        ("4,587,520", "about five", None),
        ("4,587,520", "", None),
    ],
)
def test_answer_is_marked_by_its_value(wanted: str, typed: str, right: bool | None) -> None:
    step = FadedStep("words", None, None, Step("words", "numbers", wanted))
    assert is_right(typed, step) is right
