"""What an author is told of a calculator that is not right yet."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import Field

from core.__main__ import main
from core.calculators import registry
from core.calculators.calculator_checks import calculator_problems, problems_with
from core.calculators.lora_params import CALCULATOR
from core.calculators.model import Inputs, Quantity, Result, Step
from core.content.models import Content
from core.content.reference import Reference

EXAMPLE = CALCULATOR.examples[0]
AT = f"examples.{EXAMPLE.title}"


class _Loose(Inputs):
    """Inputs that their author has not finished."""

    rank: int = Field(default=8, title="Rank", ge=1)
    name: str = "any"


class _Open(Inputs):
    """Inputs with one that nothing is known of until somebody gives it."""

    size: int = Field(title="Size", ge=1, le=10)


def _unfinished(inputs: _Loose, reference: Reference) -> Result:
    unit: Any = "%"
    return Result((Quantity("share", "Share", inputs.rank, unit),), (Step("a", "b", "c"),), ())


WRONG: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "id": (
        {"id": "LoRA params"},
        [
            (
                "id",
                "'LoRA params' has the wrong form; "
                "write small letters and digits, with hyphens between words, such as lora-params",
            )
        ],
    ),
    "question": ({"question": "How many"}, [("question", "'How many' is no question; end it with a question mark")]),
    "no claims": (
        {"claims": ()},
        [("claims", "is empty; name claims that it computes, since pages and search lead to it by them")],
    ),
    "misspelt claim": (
        {"claims": ("lora-nam",)},
        [("claims", "'lora-nam' is not among the claims; did you mean lora-name?")],
    ),
    "no examples": (
        {"examples": ()},
        [("examples", "is empty; add an example: inputs, and the values that its source gives for them")],
    ),
    "example of an unknown result": (
        {"examples": (replace(EXAMPLE, expected={"trainable": 1}),)},
        [
            (
                AT,
                "'trainable' is not among the results; "
                "choose one of trainable_params, all_params, trainable_pct, adapter_gib, q_proj, v_proj",
            )
        ],
    ),
    "example that expects nothing": (
        {"examples": (replace(EXAMPLE, expected={}),)},
        [(AT, "expects nothing; add the values that its source gives")],
    ),
    "no default": (
        {"inputs": _Open},
        [("inputs.size", "has no default; add default=…, since the page opens with it")],
    ),
    "unfinished": (
        {"inputs": _Loose, "compute": _unfinished, "examples": (replace(EXAMPLE, inputs={}, expected={"share": 8}),)},
        [
            ("inputs.rank", "is a number without both bounds; add ge=… and le=…"),
            ("inputs.name", "has no title; add title=…"),
            ("result.share", "has the unit '%'; name a member of Unit"),
            ("result.sources", "is empty; add at least one"),
        ],
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_with_what_to_do(case: str, content: Content, reference: Reference) -> None:
    changes, expected = WRONG[case]
    assert list(problems_with(replace(CALCULATOR, **changes), content, reference)) == expected


def test_a_formula_that_misses_its_example_is_said_with_both_numbers(content: Content, reference: Reference) -> None:
    (name, value) = next(iter(EXAMPLE.expected.items()))
    wrong = replace(CALCULATOR, examples=(replace(EXAMPLE, expected={name: value * 2}),))
    ((field, message),) = problems_with(wrong, content, reference)
    assert field == AT
    assert message == f"{name} comes to {value:g}, not to {value * 2:g}; correct the formula or the example"


def test_inputs_that_an_example_misspells_are_said_with_the_nearest(content: Content, reference: Reference) -> None:
    wrong = replace(CALCULATOR, examples=(replace(EXAMPLE, inputs={"modle": "Llama-3.2-3B"}),))
    ((_, message),) = problems_with(wrong, content, reference)
    assert message == "its inputs are refused: “modle” is not an input; did you mean model?"


def test_a_default_out_of_its_own_bounds_is_refused(content: Content, reference: Reference) -> None:
    class _Slipped(Inputs):
        rank: int = Field(default=0, title="Rank", ge=1, le=64)

    found = problems_with(replace(CALCULATOR, inputs=_Slipped), content, reference)
    assert ("inputs", "the defaults are refused: Rank is “0”; it must be at least 1.") in list(found)


def test_two_of_one_id_are_told_by_each_command_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registry, "_in_files", lambda: iter([("core/calculators/b.py", CALCULATOR)] * 2))
    registry.calculators.cache_clear()
    told = "core/calculators/b.py › lora-params › id: is taken by core/calculators/b.py; give one of the two another id"
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"{told}\n1 problem. Nothing was changed.\n"
    assert main(["calc"]) == 2
    assert capsys.readouterr().err == f"{told}\n"
    monkeypatch.undo()
    registry.calculators.cache_clear()


def test_nothing_is_wrong_with_those_of_the_product(content: Content, reference: Reference) -> None:
    assert calculator_problems(content, reference) == ()


def test_a_problem_names_the_file_of_its_calculator(content: Content, reference: Reference) -> None:
    without = content.model_copy(update={"claims": ()})
    found = calculator_problems(type(content).model_construct(**dict(without)), reference)
    assert str(found[0]).startswith("core/calculators/break_even.py › break-even › claims: ")
