"""Which parameters a pre-training run has: the table's, the typed ones, and what a mixture passes a token."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.pretraining_inputs import PretrainingInputs, cautions, params_of
from core.calculators.problems import BadInputsError
from core.content.lookup import UnknownNameError
from core.content.reference import Reference


def params(reference: Reference, **raw: object) -> tuple[float, float]:
    return params_of(PretrainingInputs.model_validate(raw), reference)


@pytest.mark.parametrize(
    ("raw", "total", "active"),
    [
        ({"model": "Llama-3.1-8B"}, 8_030_261_248, 8_030_261_248),
        ({"model": "Mixtral-8x7B"}, 46_702_792_704, 12_879_925_248),
        ({"model": "Mystery", "params_b": 7}, 7e9, 7e9),
        ({"model": "Mystery", "params_b": 671, "active_params_b": 37}, 671e9, 37e9),
        ({"model": "Mixtral-8x7B", "params_b": 46.7}, 46.7e9, 12_879_925_248),
        ({"model": "Mixtral-8x7B", "params_b": 10}, 10e9, 10e9),
        ({"model": "Mixtral-8x7B", "active_params_b": 13}, 46_702_792_704, 13e9),
        ({"params_b": 70}, 70e9, 70e9),
    ],
)
def test_parameters_are_typed_or_the_tables(
    raw: dict[str, object], total: float, active: float, reference: Reference
) -> None:
    assert params(reference, **raw) == (total, active)


def test_model_that_nobody_knows_needs_its_size(reference: Reference) -> None:
    with pytest.raises(UnknownNameError, match="is not in the table of models"):
        params(reference, model="Mystery")


def test_more_active_than_all_is_refused_up_to_rounding(reference: Reference) -> None:
    assert params(reference, params_b=7, active_params_b=7.005) == (7e9, 7.005e9)
    with pytest.raises(BadInputsError, match="are more than the total") as caught:
        params(reference, params_b=7, active_params_b=7.1)
    assert caught.value.problems[0].field == "active_params_b"


@given(st.floats(0.001, 10_000), st.floats(0.001, 1))
def test_active_is_never_above_all(reference: Reference, billions: float, share: float) -> None:
    for model in ("Mixtral-8x7B", "Mystery", "Llama-3.1-8B"):
        total, active = params(reference, model=model, params_b=billions)
        assert active <= total == billions * 1e9
    total, active = params(reference, params_b=billions, active_params_b=max(billions * share, 1e-6))
    assert active <= total * 1.001


@pytest.mark.parametrize("model", ["Mystery-8x7B", "Mystery-MoE", "Mystery-57B-A14B", "Mystery-17B-16E"])
def test_name_of_a_mixture_asks_for_what_is_active(model: str, reference: Reference) -> None:
    (said,) = cautions(PretrainingInputs(model=model, params_b=50), reference)
    assert said == f"{model} sounds like a mixture of experts; give active_params_b, or all are counted."
    assert cautions(PretrainingInputs(model=model, params_b=50, active_params_b=10), reference) == ()


@pytest.mark.parametrize("raw", [{}, {"params_b": 7}, {"model": "GPT-3", "params_b": 175}, {"model": "Mixtral-8x7B"}])
def test_dense_and_known_models_are_not_nagged_at(raw: dict[str, object], reference: Reference) -> None:
    assert cautions(PretrainingInputs.model_validate(raw), reference) == ()
