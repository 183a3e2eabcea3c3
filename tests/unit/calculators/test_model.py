"""What every calculator's inputs and results are made of: frozen, strict, finite."""

from dataclasses import FrozenInstanceError

import pytest
from pydantic import ValidationError

from core.calculators.evaluation import evaluate
from core.calculators.model import Calculator, Inputs, Quantity, Result, Step, Unit
from core.calculators.registry import calculators
from core.content.reference import Reference

ALL = pytest.mark.parametrize("calculator", calculators().values(), ids=lambda calculator: calculator.id)
NO_TABLES = Reference(models=())


@ALL
def test_inputs_are_frozen_and_know_no_other_names(calculator: Calculator[Inputs]) -> None:
    inputs = calculator.inputs()
    name = next(iter(calculator.inputs.model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(inputs, name, getattr(inputs, name))
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        calculator.inputs.model_validate({"nonsense": 1})


@ALL
def test_words_for_choices_name_choices_that_exist(calculator: Calculator[Inputs]) -> None:
    for field in calculator.inputs.model_fields.values():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        assert set(extra) <= {"unit", "choices", "suggestions", "must_be_stated", "unless", "synonyms"}
        for word in extra.get("suggestions", []):
            assert word, field.title


@ALL
def test_ids_are_what_an_address_can_hold(calculator: Calculator[Inputs]) -> None:
    assert calculator.id == calculator.id.lower().strip()
    assert calculator.title and calculator.question


def test_cautions_come_first_among_the_notes() -> None:
    result = Result((), (), (), notes=("last",), cautions=("first", "second"))
    calculator: Calculator[Inputs] = Calculator("x", "X", "What?", Inputs, lambda inputs, reference: result)
    found = evaluate(calculator, Inputs(), NO_TABLES)
    assert found.notes == ("first", "second", "last")
    assert found.cautions == ("first", "second")


def test_values_of_a_result_never_change() -> None:
    quantity, step = Quantity("a", "A", 1, Unit.COUNT), Step("words", "1 + 1", "2")
    for value, name in ((quantity, "value"), (step, "result"), (Result((quantity,), (step,), ()), "notes")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "other")


def test_units_are_spelled_once() -> None:
    assert len({unit.value for unit in Unit}) == len(list(Unit))
    assert all(unit.value == unit.value.strip() and unit.value for unit in Unit)
