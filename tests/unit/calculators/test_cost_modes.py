"""The three sources of a cost, by hand and for whatever is typed."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.cost_chapter import implied_rate
from core.calculators.cost_inputs import CostInputs, Mode
from core.calculators.model import Result
from core.content.reference import Reference

Calc = Callable[..., Result]
COMPUTED = {"mode": "computed", "model": "Llama-2-7B", "gpu": "A10G", "mfu": 0.4}
FLOPS_A_TOKEN = {
    "lora": 4 * 6_738_415_616 + 8 * 32 * 4096 * 512,
    "qlora": 4 * 6_738_415_616 + 8 * 32 * 4096 * 512,
    "full": 6 * 6_738_415_616 + 12 * 32 * 4096 * 512,
}


@pytest.mark.parametrize("method", FLOPS_A_TOKEN)
def test_computed_hours_by_hand(method: str, calc: Calc) -> None:
    result = calc("cost", **COMPUTED, method=method, examples=1000, epochs=2, usd_per_gpu_hour=3)
    tokens = 1000 * 512 * 2
    hours = tokens * FLOPS_A_TOKEN[method] / (70e12 * 0.4 * 3600)
    assert result.value("training_tokens") == tokens
    assert result.value("flops") == tokens * FLOPS_A_TOKEN[method]
    assert result.value("gpu_hours") == pytest.approx(hours)
    assert result.value("cost_usd") == pytest.approx(3 * hours)
    assert result.value("tokens_per_s_per_gpu") == pytest.approx(70e12 * 0.4 / FLOPS_A_TOKEN[method])


@pytest.mark.parametrize(("gpus", "share"), [(1, 1), (2, 1 / 2), (8, 1 / 8)])
def test_hours_are_shared_and_gpu_hours_are_not(gpus: int, share: float, calc: Calc) -> None:
    one, many = calc("cost", **COMPUTED), calc("cost", **COMPUTED, n_gpus=gpus)
    assert many.value("hours") == pytest.approx(share * one.value("hours"))
    assert many.value("gpu_hours") == pytest.approx(one.value("gpu_hours"))
    assert many.value("cost_usd") == pytest.approx(one.value("cost_usd"))


@given(
    examples=st.integers(1, 10**6),
    tokens=st.integers(1, 10**5),
    epochs=st.floats(0.01, 100),
    mtok=st.floats(0.001, 1e6),
)
@settings(max_examples=60)
def test_tokens_are_the_product_unless_typed(examples: int, tokens: int, epochs: float, mtok: float) -> None:
    inputs = CostInputs(examples=examples, tokens_per_example=tokens, epochs=epochs)
    assert inputs.training_tokens == pytest.approx(examples * tokens * epochs)
    assert inputs.model_copy(update={"mtok": mtok}).training_tokens == pytest.approx(mtok * 1e6)


@given(low=st.floats(0.1, 100), more=st.floats(0, 100), gpus=st.integers(1, 64), rate=st.floats(0, 50))
@settings(max_examples=60)
def test_row_of_the_chapter_with_everything_replaced(
    calc: Calc, low: float, more: float, gpus: int, rate: float
) -> None:
    result = calc("cost", hours_low=low, hours_high=low + more, n_gpus=gpus, usd_per_gpu_hour=rate)
    cost = next(quantity for quantity in result.quantities if quantity.id == "cost_usd")
    assert cost.low == pytest.approx(low * gpus * rate)
    assert cost.high == pytest.approx((low + more) * gpus * rate)
    assert cost.value == pytest.approx((low + low + more) / 2 * gpus * rate)
    assert result.value("implied_usd_per_gpu_hour") == 5


def test_every_row_with_gpus_implies_five_or_ten_dollars(reference: Reference) -> None:
    rates = {row.id: implied_rate(row) for row in reference.chapter_costs if row.gpu is not None}
    assert rates == {"lora-7b": 5, "lora-13b": 10, "qlora-70b": 10, "full-7b": 10}


@pytest.mark.parametrize("row", ["openai-gpt-4o-mini", "runway"])
def test_managed_rows_have_no_hourly_rate(row: str, calc: Calc) -> None:
    result = calc("cost", chapter_row=row)
    names = {quantity.id for quantity in result.quantities}
    assert "rate_usd_per_gpu_hour" not in names
    assert any("no hourly rate follows" in note for note in result.notes)


def test_managed_training_is_tokens_times_price_for_every_provider(calc: Calc, reference: Reference) -> None:
    for row in reference.training_prices:
        if row.training_unit.endswith("hour"):
            found = calc("cost", mode="managed", managed=row.id, training_hours=2)
            assert found.value("cost_usd") == pytest.approx(2 * row.training_usd)
        else:
            found = calc("cost", mode="managed", managed=row.id, mtok=2)
            assert found.value("cost_usd") == pytest.approx(2 * row.training_usd)
            assert calc("cost", mode="managed", managed=row.id, mtok=2, usd_per_mtok=7).value("cost_usd") == 14
        assert found.sources == (f"{row.provider} {row.model}: {row.source}, {row.as_of}",)


def test_computed_cost_has_a_range_that_comes_from_price_and_speed(calc: Calc) -> None:
    result = calc("cost", mode="computed", model="Llama-3.1-8B", gpu="H100")
    cost, hours = (next(q for q in result.quantities if q.id == name) for name in ("cost_usd", "gpu_hours"))
    assert cost.low is not None and cost.high is not None
    assert hours.low is not None and hours.high is not None
    assert hours.low < hours.value < hours.high
    assert cost.low < cost.value < cost.high
    assert cost.high / cost.low > hours.high / hours.low


@pytest.mark.parametrize("mode", list(Mode))
def test_every_input_is_used_by_some_mode(mode: Mode, calc: Calc) -> None:
    for name, field in CostInputs.model_fields.items():
        assert field.title, name
    assert calc("cost", mode=mode).cautions == ()


def test_gpu_without_a_price_still_has_its_hours(calc: Calc) -> None:
    result = calc("cost", mode="computed", gpu="RTX 3080")
    names = {quantity.id for quantity in result.quantities}
    assert "hours" in names and "cost_usd" not in names
    assert (
        "The table has no rent for RTX 3080 (fp32 accumulate). Give what a GPU-hour costs to get dollars."
        in result.notes
    )
    assert calc("cost", mode="computed", gpu="RTX 3080", usd_per_gpu_hour=0.1).value("cost_usd") > 0
