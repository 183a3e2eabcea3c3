"""Numbers to be predicted are what calculators compute; the product's own bank holds to it."""

from collections.abc import Mapping

from core.calculators.training_memory import full_state
from core.content.models import Content
from core.content.reference import Reference
from core.content.typed_items import CalculatorRun, PredictNumber
from core.quiz.answers import Typed
from core.quiz.marking import mark
from core.quiz.predictions import prediction_findings
from tests.unit.quiz.examples import ALL, example
from tests.unit.quiz.small_bank import BANK


def findings(reference: Reference, answer: float, change: Mapping[str, object]) -> list[str]:
    item = example("predict-calculator")
    assert isinstance(item, PredictNumber)
    assert item.from_calculator
    run = CalculatorRun.model_validate(item.from_calculator.model_dump() | change)
    changed = item.model_copy(update={"answer": answer, "from_calculator": run})
    return [message for *_, message in prediction_findings(Content.model_construct(items=(changed,)), reference)]


def test_bank_and_examples_hold_to_what_calculators_compute(reference: Reference) -> None:
    assert list(prediction_findings(BANK, reference)) == []


def test_what_does_not_agree_is_named(reference: Reference) -> None:
    assert findings(reference, 4_590_000, {}) == []
    assert findings(reference, 5e6, {}) == ["is not what the calculator computes (4.58752e+06); write that"]
    assert findings(reference, 1, {"calculator": "lora-param"}) == [
        "'lora-param' is not among the calculators; did you mean lora-params?"
    ]
    assert findings(reference, 1, {"calculator": "kv-cache"})[0].startswith(
        "'kv-cache' is not among the calculators; choose one of break-even, "
    )
    assert findings(reference, 1, {"quantity": "none"})[0].startswith(
        "'none' is not among the calculator's results; choose one of trainable_params, "
    )
    assert findings(reference, 1, {"inputs": {"rank": 3}})[0].startswith("its inputs are refused: ")
    assert findings(reference, 1, {"inputs": {"model": "GPT-9"}})[0].startswith("its inputs are refused: ")


def test_who_answers_with_the_figure_of_the_lessons_bar_is_told_how_this_run_differs(reference: Reference) -> None:
    drawn = full_state(reference.model("Llama-2-7B").total_params).total_gib
    found = mark(ALL["memory-of-a-full-7b-run"], Typed(text=f"{drawn:.0f}"))
    assert (found.score, found.feedback[0].why[:28]) == (0.5, "That is mixed precision, 16 ")
