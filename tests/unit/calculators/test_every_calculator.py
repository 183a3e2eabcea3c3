"""What holds for every calculator of the registry, those that do not exist yet included."""

import math
import re
import time
from dataclasses import dataclass

import pytest

from core.calculators import registry
from core.calculators.address import address, parse_address
from core.calculators.batch import Table, run_batch
from core.calculators.evaluation import evaluate, flat_results, flat_units
from core.calculators.faded import faded_cases, is_right
from core.calculators.model import Calculator, Example, Result, Unit
from core.calculators.problems import BadInputsError
from core.calculators.reading import must_be_stated, read_inputs
from core.calculators.registry import calculators
from core.content.reference import Reference
from tests.open_pages import ROOT
from tests.read_once import load_content

ALL = list(calculators().values())
EXAMPLES = [(calculator, example) for calculator in ALL for example in calculator.examples]


def _name(value: object) -> str:
    if isinstance(value, Calculator):
        return value.id
    return value.title[:40] if isinstance(value, Example) else str(value)


def _run(calculator: Calculator, example: Example, reference: Reference) -> Result:
    return evaluate(calculator, read_inputs(calculator.inputs, example.inputs), reference)


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_example_gives_what_its_source_says(calculator: Calculator, example: Example, reference: Reference) -> None:
    found = flat_results(_run(calculator, example, reference))
    assert example.expected, "an example without an expected value proves nothing"
    for name, expected in example.expected.items():
        assert found[name] == pytest.approx(expected, rel=example.rel_tol, abs=0), name


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_calculator_has_a_sourced_example(calculator: Calculator) -> None:
    assert calculator.examples
    assert all(len(example.source) > 3 for example in calculator.examples)
    assert calculator.question.endswith("?")


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_sources_name_no_file_of_the_repository(calculator: Calculator, example: Example, reference: Reference) -> None:
    for source in _run(calculator, example, reference).sources:
        assert not re.search(r"docs/|benchmarks/|content/|\.(md|csv|yaml)\b", source), source


@pytest.mark.parametrize(
    ("calculator_id", "row"), [("memory", "memory, all"), ("serving", "serving"), ("throughput", "throughput, all")]
)
def test_errors_that_sources_tell_are_those_of_the_table_of_accuracy(
    calculator_id: str, row: str, reference: Reference
) -> None:
    calculator = registry.calculators()[calculator_id]
    told = " ".join(evaluate(calculator, calculator.inputs(), reference).sources)
    table = (ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    found = re.search(rf"^\| \**{row}\** \| (\d+) \| \**([\d.]+) %", table, re.MULTILINE)
    assert found
    assert f" {found[1]} published " in told
    assert f"median error {found[2]} %" in told


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_calculator_names_claims_that_there_are(calculator: Calculator) -> None:
    assert calculator.claims, "name the chapter's claims that it computes: pages and search lead to it by them"
    assert set(calculator.claims) <= set(load_content().claim_by_id)


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_every_input_has_a_title_and_bounds(calculator: Calculator) -> None:
    for name, field in calculator.inputs.model_fields.items():
        assert field.title, f"{calculator.id} › {name}: give it a title"
        if field.annotation in (int, float):
            bounds = " ".join(type(rule).__name__ for rule in field.metadata)
            assert "G" in bounds and "L" in bounds, f"{calculator.id} › {name}: a number needs both bounds"


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_default_inputs_compute(calculator: Calculator, reference: Reference) -> None:
    inputs, words = parse_address(calculator, {})
    assert words == ()
    result = evaluate(calculator, inputs, reference)
    assert result.steps and result.sources
    assert all(isinstance(quantity.unit, Unit) for quantity in result.quantities)


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_names_of_results_are_unique(calculator: Calculator, example: Example, reference: Reference) -> None:
    result = _run(calculator, example, reference)
    names = [quantity.id for quantity in (*result.quantities, *result.parts)]
    assert len(names) == len(set(names))
    assert flat_results(result).keys() == flat_units(result).keys()


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_ranges_hold_their_value(calculator: Calculator, example: Example, reference: Reference) -> None:
    for quantity in _run(calculator, example, reference).quantities:
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.value * (1 + 1e-9), quantity.id
            assert quantity.value <= quantity.high * (1 + 1e-9), quantity.id


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_address_round_trips(calculator: Calculator, example: Example) -> None:
    inputs = read_inputs(calculator.inputs, example.inputs)
    again, words = parse_address(calculator, address(calculator, inputs))
    assert again == inputs
    assert words == ()


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_batch_row_equals_the_single_case(calculator: Calculator, example: Example, reference: Reference) -> None:
    needed = [n for n, f in calculator.inputs.model_fields.items() if must_be_stated(f, example.inputs)]
    stated = {name: calculator.inputs.model_fields[name].get_default() for name in needed} | example.inputs
    header = tuple(stated)
    row = tuple(str(value) for value in stated.values())
    table = run_batch(calculator, Table(header, (row,)), reference)
    found = dict(zip(table.header, table.rows[0], strict=True))
    assert found["error"] == ""
    expected = flat_results(evaluate(calculator, read_inputs(calculator.inputs, stated), reference))
    assert {name: float(found[name]) for name in expected} == pytest.approx(expected)


@pytest.mark.parametrize(("calculator", "example"), EXAMPLES, ids=_name)
def test_case_fades_from_solved_to_empty(calculator: Calculator, example: Example, reference: Reference) -> None:
    solved, faded, empty = faded_cases(calculator, example, reference)
    assert not any(step.is_blank for step in solved.steps)
    assert sum(step.is_blank for step in faded.steps) == min(2, sum(step.is_blank for step in empty.steps))
    assert any(step.is_blank for step in empty.steps)
    for step in empty.steps:
        if step.is_blank:
            assert step.numbers is None
            assert is_right(step.answer.result, step)


@pytest.mark.parametrize("calculator", ALL, ids=_name)
@pytest.mark.parametrize("bad", ["", "abc", "nan", "inf", "-1", "1e30", "1e309", "12 GB", "0x10", "💥", "9" * 400])
def test_bad_value_gives_a_sentence_or_a_sound_number(calculator: Calculator, bad: str, reference: Reference) -> None:
    for name in calculator.inputs.model_fields:
        try:
            result = evaluate(calculator, read_inputs(calculator.inputs, {name: bad}), reference)
        except BadInputsError as error:
            for problem in error.problems:
                assert problem.sentence.endswith((".", "?", "…")), problem.sentence
                assert "Traceback" not in problem.sentence and "pydantic" not in problem.sentence
                assert len(problem.sentence) < 1_500
        else:
            assert all(math.isfinite(quantity.value) for quantity in (*result.quantities, *result.parts))


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_numbers_out_of_bounds_name_their_field(calculator: Calculator) -> None:
    for name, field in calculator.inputs.model_fields.items():
        if field.annotation in (int, float):
            with pytest.raises(BadInputsError) as caught:
                read_inputs(calculator.inputs, {name: "1e300" if field.annotation is float else "9" * 25})
            assert caught.value.problems[0].field == name


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_unknown_input_names_the_nearest(calculator: Calculator) -> None:
    name = next(iter(calculator.inputs.model_fields))
    with pytest.raises(BadInputsError) as caught:
        read_inputs(calculator.inputs, {f"{name}x": "1"})
    assert "is not an input" in str(caught.value)
    assert name in str(caught.value)


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_one_compute_takes_under_two_milliseconds(calculator: Calculator, reference: Reference) -> None:
    inputs = calculator.inputs()
    calculator.compute(inputs, reference)
    times = []
    for _ in range(20):
        start = time.process_time()
        calculator.compute(inputs, reference)
        times.append(time.process_time() - start)
    assert min(times) < 0.002


@dataclass(frozen=True)
class _Clash:
    CALCULATOR: Calculator


def test_registry_is_sorted_and_finds_each_once() -> None:
    assert list(calculators()) == sorted(calculators())
    assert {"cost", "labelling", "lora-params", "break-even", "pretraining"} <= set(calculators())


def test_two_calculators_with_one_id_stop_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    clash = _Clash(ALL[0])
    monkeypatch.setattr(registry.importlib, "import_module", lambda name: clash)
    calculators.cache_clear()
    with pytest.raises(ValueError, match="is taken"):
        calculators()
    monkeypatch.undo()
    calculators.cache_clear()
    assert len(calculators()) == len(ALL)


@pytest.mark.parametrize("calculator", ALL, ids=_name)
def test_a_source_begins_as_a_sentence_does_or_with_a_name(calculator: Calculator, reference: Reference) -> None:
    for source in evaluate(calculator, calculator.inputs(), reference).sources:
        assert not re.match(r"[a-z]+,?\s", source), source
