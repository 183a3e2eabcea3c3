"""Addresses: shareable, short, forgiving."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from core.calculators.address import address, parse_address
from core.calculators.model import Inputs
from core.calculators.problems import BadInputsError
from core.calculators.registry import calculators

LORA, COST = calculators()["lora-params"], calculators()["cost"]


def test_only_what_differs_from_the_defaults_is_written() -> None:
    assert address(LORA, LORA.inputs()) == {}
    assert address(LORA, LORA.inputs(r=8, use_dora=True)) == {"r": "8", "use_dora": "1"}


def test_choices_and_numbers_are_written_as_people_type_them() -> None:
    inputs = COST.inputs(mode="computed", epochs=2, usd_per_gpu_hour=1.5)
    assert address(COST, inputs) == {"mode": "computed", "epochs": "2", "usd_per_gpu_hour": "1.5"}


def test_spelling_of_a_model_in_an_address_is_kept() -> None:
    inputs, words = parse_address(LORA, {"calc": "lora-params", "model": "llama-3.1-8b"})
    assert (inputs.model, words) == ("llama-3.1-8b", ())


def test_unknown_name_is_passed_over_with_a_word() -> None:
    inputs, words = parse_address(LORA, {"rank": "8", "r": "4"})
    assert inputs.r == 4
    assert len(words) == 1
    assert "“rank”, which lora-params does not ask for" in words[0]


def test_bad_values_take_their_defaults_and_good_ones_stay() -> None:
    inputs, words = parse_address(COST, {"epochs": "x", "examples": "-3", "mfu": "0.3", "mode": "computed"})
    assert (inputs.epochs, inputs.examples, inputs.mfu, inputs.mode) == (3, 10_000, 0.3, "computed")
    assert len(words) == 2
    assert all(word.endswith("The value in the address was ignored.") for word in words)


def test_values_that_do_not_go_together_give_the_defaults() -> None:
    inputs, words = parse_address(COST, {"hours_low": "9", "hours_high": "2"})
    assert inputs == COST.inputs()
    assert "swap them" in words[0]


@pytest.mark.parametrize("params", [{}, {"size": "many"}])
def test_calculator_whose_own_values_are_refused_is_not_read_without_end(params: dict[str, str]) -> None:
    class Unfinished(Inputs):
        size: int = Field(title="Size", ge=1, le=10)

    with pytest.raises(BadInputsError, match="Size"):
        parse_address(replace(LORA, inputs=Unfinished), params)


@given(params=st.dictionaries(st.sampled_from([*COST.inputs.model_fields, "x", "calc"]), st.text(max_size=30)))
def test_no_address_breaks_the_page(params: dict[str, str]) -> None:
    inputs, words = parse_address(COST, params)
    again, _ = parse_address(COST, address(COST, inputs))
    assert again == inputs
    assert all(word.endswith((".", "?")) for word in words)


@pytest.mark.parametrize("value", [0.1, 1e-7, 123456.789, 2.0, 1e9])
def test_numbers_survive_the_address_exactly(value: float) -> None:
    inputs = COST.inputs(mtok=value)
    assert parse_address(COST, address(COST, inputs))[0].mtok == value
