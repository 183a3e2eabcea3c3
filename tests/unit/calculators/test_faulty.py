"""A calculator with a mistake in its code: its author is told what to do, and everybody else gets a sentence."""

import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import core.calculators
from core.__main__ import main
from core.calculator_page.opened import open_address, read_form
from core.calculators import registry
from core.calculators.batch import Table, run_batch
from core.calculators.calculator_checks import problems_with
from core.calculators.evaluation import evaluate
from core.calculators.labelling import CALCULATOR, LabellingInputs
from core.calculators.model import Calculator, Quantity, Result, Step, Unit
from core.calculators.problems import BadInputsError, FaultyCalculatorError
from core.calculators.reading import read_inputs
from core.content.models import Content
from core.content.reference import Reference

HOURS = Quantity("hours", "Hours", 1, Unit.HOURS)
STEP = Step("a", "b", "c")
WHAT = "end it with return Result(quantities=…, steps=…, sources=…)"
RETURNED: dict[str, tuple[Any, list[tuple[str, str]]]] = {
    "nothing": (None, [("compute", f"returns nothing; {WHAT}")]),
    "a number": (4.5, [("compute", f"returns something of the type float; {WHAT}")]),
    "no tuple": (
        Result(HOURS, (STEP,), ("S",)),  # type: ignore[arg-type]
        [("result.quantities", "is of the type Quantity; write a tuple, (…,), with a comma")],
    ),
    "other things": (
        Result((HOURS,), ("a", "b", None), ("S",)),  # type: ignore[arg-type]
        [
            ("result.steps", "holds something of the type str; put a Step there"),
            ("result.steps", "holds something of the type NoneType; put a Step there"),
        ],
    ),
    "no number": (
        Result((replace(HOURS, value=None), replace(HOURS, id="days", low="")), (STEP,), ("S",)),  # type: ignore[arg-type]
        [("result.hours", "has the value None; give a number"), ("result.days", "has the low ''; give a number")],
    ),
    "no quantity": (Result((), (STEP,), ("S",)), [("result.quantities", "is empty; add at least one")]),
}
MISTAKE = "The code of this calculator has a mistake"
SENTENCE = f"{MISTAKE} (compute returns nothing). Try other inputs or another calculator."


def returning(result: Any) -> Calculator[Any]:
    """A calculator that returns this, whatever it is asked."""
    return replace(CALCULATOR, compute=lambda inputs, reference: result, examples=())


@pytest.mark.parametrize("case", RETURNED)
def test_its_author_is_told_what_to_do(case: str, content: Content, reference: Reference) -> None:
    result, told = RETURNED[case]
    found = list(problems_with(returning(result), content, reference))
    assert [one for one in found if one[0] != "examples"] == told


def test_what_only_an_example_meets_is_told_under_it(content: Content, reference: Reference) -> None:
    def compute(inputs: Any, tables: Reference) -> Any:
        return CALCULATOR.compute(inputs, tables) if inputs == CALCULATOR.inputs() else None

    example = next(one for one in CALCULATOR.examples if read_inputs(LabellingInputs, one.inputs) != LabellingInputs())
    found = list(problems_with(replace(CALCULATOR, compute=compute, examples=(example,)), content, reference))
    assert found == [(f"examples.{example.title}", f"compute returns nothing; {WHAT}")]


def test_a_result_that_there_is_not_is_named_with_those_that_there_are(reference: Reference) -> None:
    def compute(inputs: Any, tables: Reference) -> Result:
        found = CALCULATOR.compute(inputs, tables)
        return replace(found, notes=(str(found.value("our")),))

    with pytest.raises(FaultyCalculatorError) as caught:
        evaluate(replace(CALCULATOR, compute=compute), CALCULATOR.inputs(), reference)
    ((field, message),) = caught.value.faults
    assert (field, message.partition(";")[0]) == ("result", "'our' is not among the results")


def test_an_address_of_it_opens_nothing_and_says_so(reference: Reference) -> None:
    for result in (None, Result((), (STEP,), ("S",))):
        with pytest.raises(BadInputsError, match=MISTAKE):
            open_address(returning(result), {"examples": "3"}, reference)


def test_an_address_goes_back_to_starting_values_that_have_a_result(reference: Reference) -> None:
    def compute(inputs: Any, tables: Reference) -> Any:
        return CALCULATOR.compute(inputs, tables) if inputs == CALCULATOR.inputs() else None

    some = replace(CALCULATOR, compute=compute)
    opened = open_address(some, {"examples": "3"}, reference)
    assert opened.inputs == CALCULATOR.inputs()
    assert opened.words[0].startswith(SENTENCE)
    inputs, (problem,) = read_form(some, {"examples": 3}, reference)
    assert (inputs, problem.sentence) == (None, SENTENCE)


def test_a_table_says_it_in_each_row(reference: Reference) -> None:
    table = run_batch(returning(None), Table(("examples",), (("3",), ("4",))), reference)
    assert [row[table.header.index("error")] for row in table.rows] == [SENTENCE] * 2


def test_no_command_ends_in_a_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    broken = replace(returning(None), examples=CALCULATOR.examples)
    monkeypatch.setattr(registry, "_in_files", lambda: iter([("core/calculators/labelling.py", broken)]))
    registry.calculators.cache_clear()
    try:
        assert main(["check"]) == 1
        told = f"core/calculators/labelling.py › labelling › compute: returns nothing; {WHAT}"
        assert told in capsys.readouterr().out
        assert main(["calc", "labelling"]) == 2
        assert capsys.readouterr().err == f"{SENTENCE}\n"
    finally:
        monkeypatch.undo()
        registry.calculators.cache_clear()


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Writes the file of a calculator beside the others."""
    monkeypatch.setattr(core.calculators, "__path__", [*core.calculators.__path__, str(tmp_path)])
    registry.calculators.cache_clear()
    yield lambda code: (importlib.invalidate_caches(), (tmp_path / "draft.py").write_text(code, encoding="utf-8"))[0]
    monkeypatch.undo()
    registry.calculators.cache_clear()
    sys.modules.pop("core.calculators.draft", None)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import numpyy\n", "line 1: stops with ModuleNotFoundError, No module named 'numpyy'"),
        ('"""A draft."""\nx = (\n', "line 2: stops with SyntaxError, '(' was never closed"),
        ("\nCALCULATOR = Calculater(\n    1)\n", "line 2: stops with NameError, name 'Calculater' is not defined"),
    ],
)
def test_a_file_that_python_refuses_is_named_with_its_line(
    code: str, said: str, written: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    written(code)
    sentence = f"core/calculators/draft.py › - › draft.py, {said}; correct it there\n"
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"{sentence}1 problem. Nothing was changed.\n"
    assert main(["calc", "labelling"]) == 2
    assert capsys.readouterr().err == sentence


def test_a_compute_that_stops_is_named_with_its_line(content: Content, reference: Reference) -> None:
    def compute(inputs: LabellingInputs, tables: Reference) -> Result:
        return Result((replace(HOURS, value=len(inputs.examples)),), (STEP,), ("S",))  # type: ignore[arg-type]

    line = compute.__code__.co_firstlineno + 1
    what = "stops with TypeError, object of type 'int' has no len()"
    found = list(problems_with(replace(CALCULATOR, compute=compute), content, reference))
    assert found == [(f"test_faulty.py, line {line}", f"{what}; correct it there")]
    with pytest.raises(FaultyCalculatorError, match=rf"a mistake \(test_faulty\.py, line {line} stops with"):
        evaluate(replace(CALCULATOR, compute=compute), CALCULATOR.inputs(), reference)


def test_a_mistake_below_a_calculator_is_told_at_the_calculators_own_line(
    reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(tables: Reference, name: str) -> None:
        raise TypeError("no name")

    monkeypatch.setattr(Reference, "model", refuse)
    pretraining = registry.calculators()["pretraining"]
    with pytest.raises(FaultyCalculatorError) as caught:
        evaluate(pretraining, pretraining.inputs(), reference)
    ((place, _),) = caught.value.faults
    assert place.startswith("pretraining_inputs.py, line ")


def test_a_mistake_in_a_file_that_commands_import_ends_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(name: str) -> None:
        raise SyntaxError("'(' was never closed", ("core/calculators/labelling.py", 168, 5, "x = ("))

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "labelling.py, line 168: stops with SyntaxError, '(' was never closed; correct it there."


def test_a_sentence_in_place_of_problems_is_refused_where_it_is_written() -> None:
    with pytest.raises(TypeError, match=r"write BadInputsError\.of\(field, sentence\)"):
        BadInputsError("The batch is larger than the data set. Lower it.")  # type: ignore[arg-type]
