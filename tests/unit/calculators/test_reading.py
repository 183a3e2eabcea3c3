"""From text to inputs, and every way in which it fails."""

from collections.abc import Callable
from enum import StrEnum

import pytest
from pydantic import Field, model_validator

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.evaluation import evaluate, flat_results, flat_units
from core.calculators.model import Calculator, Inputs, Quantity, Result, Unit
from core.calculators.problems import BadInputsError, Problem
from core.calculators.reading import must_be_stated, read_inputs, unit_of, unstated
from core.content.lookup import UnknownNameError
from core.content.reference import Reference
from core.language.in_force import speaking


class Colour(StrEnum):
    RED = "red"
    BLUE = "Blue"


class Sample(Inputs):
    hours: float = Field(default=1, title="Hours", gt=0, lt=100, json_schema_extra={"unit": "h"})
    count: int = Field(default=1, title="Count", ge=1, le=10)
    price: float = Field(default=1, title="Price", ge=0, json_schema_extra={"unit": "usd/1M tokens"})
    colour: Colour = Field(default=Colour.RED, title="Colour")
    flag: bool = Field(default=False, title="Flag")
    word: str = Field(default="a", title="Word", min_length=1, max_length=5)
    named: str = Field(default="", title="Named", json_schema_extra={"must_be_stated": True, "unless": "typed"})
    typed: float | None = Field(default=None, title="Typed")

    @model_validator(mode="after")
    def _together(self) -> "Sample":
        if self.hours == 13 and self.count == 7:
            raise ValueError("13 and 7 do not go together; change one.")
        return self


def refusal(**raw: object) -> tuple[str | None, str]:
    with pytest.raises(BadInputsError) as caught:
        read_inputs(Sample, raw)
    (problem,) = caught.value.problems
    return problem.field, problem.sentence


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("hours", "0", "Hours is “0”; it must be above 0 h."),
        ("hours", "100", "Hours is “100”; it must be below 100 h."),
        ("hours", "nan", "Hours is “nan”; write a number of h; it must be finite."),
        ("hours", "inf", "Hours is “inf”; write a number of h; it must be finite."),
        ("hours", "5 h", "Hours is “5 h”; write a number of h alone, like 5, without a unit."),
        ("hours", "$5", "Hours is “$5”; write a number of h alone, like 5, without a unit."),
        ("hours", "1,5", "Hours is “1,5”; write a number of h with a point, like 1.5."),
        ("hours", "1,500", "Hours is “1,500”; write a number of h without separators, like 1500."),
        ("hours", "five", "Hours is “five”; write a number of h."),
        ("hours", "", "Hours is empty; give a value or leave hours out."),
        ("hours", -5.0, "Hours is “-5”; it must be above 0 h."),
        ("hours", 1e99, "Hours is “1e+99”; it must be below 100 h."),
        ("count", "0", "Count is “0”; it must be at least 1."),
        ("count", "11", "Count is “11”; it must be at most 10."),
        ("count", "1.5", "Count is “1.5”; write a whole number."),
        ("count", "5.000", "Count is “5.000”; write a whole number without separators, like 5000."),
        ("count", " 1.234.567 ", "Count is “1.234.567”; write a whole number without separators, like 1234567."),
        ("hours", "1.234.567", "Hours is “1.234.567”; write a number of h without separators, like 1234567."),
        ("count", 1.5, "Count is “1.5”; write a whole number."),
        ("count", "1,5", "Count is “1,5”; write a whole number."),
        ("count", "2.5 GPUs", "Count is “2.5 GPUs”; write a whole number."),
        ("count", "2 GPUs", "Count is “2 GPUs”; write a whole number alone, like 2, without a unit."),
        ("count", "1.5k", "Count is “1.5k”; write a whole number in full, like 1500."),
        ("price", "-1", "Price is “-1”; it must be at least 0 $ per 1M tokens."),
        ("count", "1e30", "Count is “1e30”; write a whole number."),
        ("colour", "rot", "Colour is “rot”; choose from red, Blue."),
        ("colour", "bleu", "Colour is “bleu”; did you mean Blue?"),
        ("flag", "perhaps", "Flag is “perhaps”; write 1 for yes or 0 for no."),
        ("word", "", "Word is “”; write it as this input's help says."),
        ("word", "toolong", "Word is “toolong”; write it as this input's help says."),
        ("hour", "1", "“hour” is not an input; did you mean hours?"),
    ],
)
def test_bad_value_says_what_to_do(name: str, value: object, sentence: str) -> None:
    assert refusal(**{name: value}) == (name, sentence)


@pytest.mark.parametrize(
    ("calculator_id", "name", "typed", "advice"),
    [
        ("labelling", "examples", "7B", " in full, like 7000000000."),
        ("labelling", "examples", "5 thousand", " in full, like 5000."),
        ("labelling", "examples", "1e5", " in full, like 100000."),
        ("labelling", "examples", "1'000", " without separators, like 1000."),
        ("labelling", "compute_usd", "$12,500.00", " without separators, like 12500.00."),
        ("labelling", "minutes_per_example", "5m", " alone, like 5, without a unit."),
        ("labelling", "review_share", "12.5 %", " as a share, like 0.125."),
        ("memory", "lora_dropout", "5%", " as a share, like 0.05."),
        ("break-even", "growth_pct", "10%", " alone, like 10, without a unit."),
        ("break-even", "training_mtok", "7.5M", " alone, like 7.5, without a unit."),
        ("break-even", "training_mtok", "7500000 tokens", " alone, like 7.5, without a unit."),
        ("pretraining", "params_b", "7000M", " alone, like 7, without a unit."),
        ("pretraining", "tokens_t", "300B", " alone, like 0.3, without a unit."),
    ],
)
def test_advice_keeps_what_was_meant(
    calculator_id: str, name: str, typed: str, advice: str, refusal: Callable[..., tuple[object, str]]
) -> None:
    assert refusal(calculator_id, **{name: typed})[1].endswith(advice)


def test_minus_that_pages_print_is_read(calc: Callable[..., Result]) -> None:
    assert calc("break-even", growth_pct="−5").quantities == calc("break-even", growth_pct=-5).quantities


def test_number_that_is_out_of_bounds_is_written_as_the_language_writes_it() -> None:
    with speaking("de"):
        assert "„-0,5“" in (refusal(hours=-0.5)[1])


def test_rule_over_several_inputs_names_none() -> None:
    assert refusal(hours=13, count=7) == (None, "13 and 7 do not go together; change one.")


def test_long_values_are_cut_in_the_sentence() -> None:
    assert len(refusal(hours="9" * 500 + "x")[1]) < 200


def test_text_is_read_as_people_type_it() -> None:
    inputs = read_inputs(Sample, {"hours": " 2.5 ", "count": "3.0", "colour": "BLUE", "flag": "1", "word": " b "})
    assert (inputs.hours, inputs.count, inputs.colour, inputs.flag, inputs.word) == (2.5, 3, Colour.BLUE, True, "b")


def test_whole_number_may_have_the_point_that_programs_write() -> None:
    assert (read_inputs(Sample, {"count": "5.0"}).count, read_inputs(Sample, {"hours": "5.000"}).hours) == (5, 5.0)


def test_all_problems_are_found_at_once() -> None:
    with pytest.raises(BadInputsError) as caught:
        read_inputs(Sample, {"hours": "x", "count": 0})
    assert [problem.field for problem in caught.value.problems] == ["hours", "count"]
    assert str(caught.value) == " ".join(problem.sentence for problem in caught.value.problems)


def test_input_that_must_be_stated_may_be_replaced_by_another() -> None:
    field = Sample.model_fields["named"]
    assert must_be_stated(field, {"hours"})
    assert not must_be_stated(field, {"typed"})
    assert [problem.field for problem in unstated(Sample, {"named": " "})] == ["named"]
    assert unstated(Sample, {"typed": "1"}) == unstated(Sample, {"named": "x"}) == ()


def test_units_come_from_the_inputs() -> None:
    assert unit_of(Sample.model_fields["hours"]) == "h"
    assert unit_of(Sample.model_fields["count"]) == ""


def calculator(*quantities: Quantity, error: Exception | None = None) -> Calculator[Sample]:
    def compute(inputs: Sample, reference: Reference) -> Result:
        if error is not None:
            raise error
        return Result(quantities, (), ())

    return Calculator("sample", "Sample", "What?", Sample, compute)


NOTHING = Reference(models=())


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_number_that_is_not_finite_never_comes_out(value: float) -> None:
    for broken in (Quantity("x", "X", value, Unit.USD), Quantity("x", "X", 1, Unit.USD, low=value)):
        with pytest.raises(BadInputsError, match="many powers of ten"):
            evaluate(calculator(broken), Sample(), NOTHING)


@pytest.mark.parametrize("error", [OverflowError(), ZeroDivisionError()])
def test_arithmetic_that_fails_is_a_sentence(error: Exception) -> None:
    with pytest.raises(BadInputsError, match="many powers of ten"):
        evaluate(calculator(error=error), Sample(), NOTHING)


def test_unknown_name_is_put_beside_its_input() -> None:
    with pytest.raises(BadInputsError) as caught:
        evaluate(calculator(error=UnknownNameError("word", "No such word.")), Sample(), NOTHING)
    assert caught.value.problems == (Problem("word", "No such word."),)
    with pytest.raises(BadInputsError) as caught:
        evaluate(calculator(error=UnknownNameError("GPU", "No such GPU.")), Sample(), NOTHING)
    assert caught.value.problems == (Problem(None, "No such GPU."),)


def test_unit_is_named_in_german_as_it_stands_alone() -> None:
    with speaking("de"), pytest.raises(BadInputsError) as caught:
        read_inputs(BreakEvenInputs, {"months": "0.4"})
    assert caught.value.problems[0].sentence.endswith("schreib eine ganze Zahl (Einheit: Monate).")


def test_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(KeyError):
        evaluate(calculator(error=KeyError("x")), Sample(), NOTHING)


def test_flat_results_name_ranges_and_give_the_first_one_short_names() -> None:
    result = Result(
        (
            Quantity("n", "N", 3.0, Unit.COUNT),
            Quantity("cost_usd", "Cost", 5, Unit.USD, 4, 6.5),
            Quantity("hours", "Hours", 2, Unit.HOURS, 1, 3),
        ),
        (),
        (),
        parts=(Quantity("part", "Part", 0.5, Unit.USD),),
    )
    assert flat_results(result) == {
        "n": 3,
        "cost_usd": 5,
        "cost_usd_low": 4,
        "low": 4,
        "cost_usd_high": 6.5,
        "high": 6.5,
        "hours": 2,
        "hours_low": 1,
        "hours_high": 3,
        "part": 0.5,
    }
    assert flat_units(result)["low"] == "usd"


def test_memory_takes_the_names_with_its_unit() -> None:
    result = Result((Quantity("peak_memory_gib", "Peak", 41.5, Unit.GIB, 38, 45),), (), ())
    assert {"peak_memory_gib", "low_gib", "high_gib"} <= flat_results(result).keys()
    assert "low" not in flat_results(result)


def test_whole_numbers_come_out_whole() -> None:
    result = Result((Quantity("a", "A", 4_587_520.0, Unit.PARAMETERS), Quantity("b", "B", 8.1e22, Unit.FLOP)), (), ())
    assert [type(value) for value in flat_results(result).values()] == [int, float]
