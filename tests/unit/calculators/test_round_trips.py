"""Inputs that go out as an address, a table, JSON or a case come back as they were, for every calculator."""

import csv
import io
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from core.calculators.address import address, parse_address
from core.calculators.batch import Table, run_batch
from core.calculators.evaluation import evaluate, flat_results, flat_units
from core.calculators.faded import faded_cases, is_right
from core.calculators.model import Calculator, Example, Inputs, Unit
from core.calculators.problems import BadInputsError
from core.calculators.reading import must_be_stated, read_inputs
from core.calculators.registry import calculators
from core.calculators.report import as_json
from core.content.reference import Reference
from core.numbers.number_format import parse

ALL = pytest.mark.parametrize("calculator", calculators().values(), ids=lambda calculator: calculator.id)
MODELS = ["Llama-3.1-8B", "Llama-3.2-3B", "Qwen2.5-7B", "Gemma-2-9B", "Mixtral-8x7B", "Qwen3-30B-A3B", "Phi-3-mini-4k"]
TEXTS = {
    "models": MODELS,
    "gpus": ["A100-80GB", "A100-40GB", "H100-80GB", "L4", "A10G"],
    "chapter_costs": ["lora-7b", "lora-13b", "full-7b", "qlora-70b", "runway"],
    "training_prices": ["openai-gpt-4o-mini", "openai-gpt-4-1"],
}
FREE = ("note", "source_date", "runtime", "memory_meaning", "parallelism", "modules_to_save", "memory_metric")
KEPT = {"lora_targets": ["q+v", "q+k+v+o+mlp"], "target_modules": ["all-linear"], "grad_accum": ["1", ">1", "16"]}
PER_CALCULATOR = settings(max_examples=30, suppress_health_check=[HealthCheck.filter_too_much])
TYPED_SHAPE = ("hidden_size", "num_layers", "num_attention_heads", "num_kv_heads", "head_dim", "intermediate_size")


def values(name: str, field: FieldInfo) -> st.SearchStrategy[Any] | None:
    """Values that one input may have; None for what is left at its default."""
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, Mapping) else {}
    kinds = [kind for kind in get_args(field.annotation) or (field.annotation,) if kind is not type(None)]
    if name in KEPT:
        return st.sampled_from(KEPT[name])
    if kinds[0] is bool:
        return st.booleans()
    if isinstance(kinds[0], type) and issubclass(kinds[0], Enum):
        return st.sampled_from(list(kinds[0]))
    if kinds[0] is str:
        known = TEXTS.get(str(extra.get("choices")), [])
        return st.sampled_from(known) if known else None
    least = next((float(rule.ge) for rule in field.metadata if hasattr(rule, "ge")), 0.01)
    most = min(next((float(rule.le) for rule in field.metadata if hasattr(rule, "le")), 1.0), max(least, 1) * 1000)
    return (
        st.integers(int(least), int(most))
        if kinds[0] is int
        else st.floats(least, min(most, 0.9 if most < 1 else most))
    )


@st.composite
def some_inputs(draw: st.DrawFn, calculator: Calculator[Any]) -> Inputs:
    """A handful of inputs of a calculator, within their bounds and going together."""
    possible = {
        name: strategy
        for name, field in calculator.inputs.model_fields.items()
        if name not in (*FREE, *TYPED_SHAPE, "vocab_size") and (strategy := values(name, field)) is not None
    }
    chosen = draw(st.lists(st.sampled_from(sorted(possible)), unique=True, max_size=6))
    raw = {name: draw(possible[name]) for name in chosen}
    try:
        return read_inputs(calculator.inputs, raw)
    except BadInputsError:
        assume(False)
        raise


@ALL
def test_inputs_survive_their_address(calculator: Calculator[Any]) -> None:
    @PER_CALCULATOR
    @given(some_inputs(calculator))
    def survive(inputs: Inputs) -> None:
        written = address(calculator, inputs)
        assert all(isinstance(value, str) for value in written.values())
        assert parse_address(calculator, written) == (inputs, ())
        assert address(calculator, parse_address(calculator, written)[0]) == written

    survive()


@ALL
def test_a_row_of_a_table_computes_as_the_single_case_does(calculator: Calculator[Any], reference: Reference) -> None:
    fields = calculator.inputs.model_fields
    needed = [name for name, field in fields.items() if must_be_stated(field, ())] or [next(iter(fields))]

    @PER_CALCULATOR
    @given(some_inputs(calculator))
    def same(inputs: Inputs) -> None:
        shown = inputs.model_dump(mode="json")
        columns = {"id": "1", **{name: shown[name] for name in needed}, **address(calculator, inputs)}
        columns = {name: str(value) for name, value in columns.items() if value is not None}
        assume(all(name in columns for name in needed))
        (row,) = _through_csv(calculator, columns, reference)
        try:
            expected = flat_results(evaluate(calculator, inputs, reference))
        except BadInputsError as error:
            assert row["error"] == " ".join(problem.sentence for problem in error.problems)
        else:
            assert row["error"] == ""
            assert {name: float(row[name]) for name in expected} == {n: float(v) for n, v in expected.items()}

    same()


def _through_csv(calculator: Calculator[Any], columns: dict[str, str], reference: Reference) -> list[dict[str, str]]:
    """A table with one row, written as CSV, read, computed, written and read again."""
    text = io.StringIO()
    csv.writer(text).writerows([columns.keys(), columns.values()])
    header, *rows = csv.reader(io.StringIO(text.getvalue()))
    table = run_batch(calculator, Table(tuple(header), tuple(map(tuple, rows))), reference)
    out = io.StringIO()
    csv.writer(out).writerows([table.header, *table.rows])
    return list(csv.DictReader(io.StringIO(out.getvalue())))


@ALL
def test_json_holds_the_inputs_every_result_and_its_unit(calculator: Calculator[Any], reference: Reference) -> None:
    @PER_CALCULATOR
    @given(some_inputs(calculator))
    def holds(inputs: Inputs) -> None:
        try:
            result = evaluate(calculator, inputs, reference)
        except BadInputsError:
            assume(False)
            raise
        found = json.loads(as_json(calculator, inputs, result))
        assert read_inputs(calculator.inputs, {k: v for k, v in found["inputs"].items() if v is not None}) == inputs
        assert found["results"] == flat_results(result)
        assert found["units"] == flat_units(result)
        assert set(found["units"].values()) <= {unit.value for unit in Unit}
        assert [step["result"] for step in found["steps"]] == [step.result for step in result.steps]

    holds()


@ALL
def test_parts_are_never_negative_and_ranges_hold_their_value(
    calculator: Calculator[Any], reference: Reference
) -> None:
    @PER_CALCULATOR
    @given(some_inputs(calculator))
    def sound(inputs: Inputs) -> None:
        try:
            result = evaluate(calculator, inputs, reference)
        except BadInputsError:
            assume(False)
            raise
        assert all(part.value >= 0 for part in result.parts)
        for quantity in result.quantities:
            if quantity.low is not None and quantity.high is not None:
                assert quantity.low <= quantity.value * (1 + 1e-9)
                assert quantity.value <= quantity.high * (1 + 1e-9)

    sound()


WHOLE = {
    "memory": "peak_memory_gib",
    "serving": "memory_gib",
    "lora-params": "trainable_params",
    "labelling": "person_hours",
    "break-even": "cheapest_usd",
}


@pytest.mark.parametrize("calculator_id", WHOLE)
def test_parts_sum_to_the_whole(calculator_id: str, reference: Reference) -> None:
    calculator = calculators()[calculator_id]

    @PER_CALCULATOR
    @given(some_inputs(calculator))
    def sum_up(inputs: Inputs) -> None:
        try:
            result = evaluate(calculator, inputs, reference)
        except BadInputsError:
            assume(False)
            raise
        whole = result.value(WHOLE[calculator_id])
        assert sum(part.value for part in result.parts) == pytest.approx(whole, rel=1e-9, abs=1e-9)

    sum_up()


@ALL
def test_a_case_of_any_inputs_fades_and_its_own_answers_are_right(
    calculator: Calculator[Any], reference: Reference
) -> None:
    @PER_CALCULATOR
    @given(some_inputs(calculator))
    def fades(inputs: Inputs) -> None:
        example = Example("a case", dict(address(calculator, inputs)), {}, "none")
        try:
            solved, two_blank, empty = faded_cases(calculator, example, reference)
        except BadInputsError:
            assume(False)
            raise
        assert [step.answer for step in solved.steps] == [step.answer for step in empty.steps]
        assert not any(step.is_blank for step in solved.steps)
        blanks = [step for step in empty.steps if step.is_blank]
        assert [step.answer for step in two_blank.steps if step.is_blank] == [step.answer for step in blanks[-2:]]
        for step in blanks:
            assert is_right(step.answer.result, step)
            assert is_right("no number", step) is None
            if parse(step.answer.result):
                assert is_right("-1", step) is False

    fades()
