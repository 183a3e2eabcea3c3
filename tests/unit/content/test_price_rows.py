"""Dated rows: their age, their bounds, and the prices of each GPU."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.content.base import first_day
from core.content.price_rows import OLD_AFTER, GpuPrice, TrainingPrice, TrainingUnit, marked_when_old
from core.content.reference import Reference

ROW = {
    "id": "g999",
    "cloud": "Somewhere",
    "instance": "big",
    "gpu": "h100-sxm",
    "gpu_count": 8,
    "memory_gb_each": 80,
    "on_demand_usd_per_h": 16,
    "on_demand_usd_per_gpu_h": 2,
    "source": "a price list",
    "as_of": "2026-10",
}


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_its_own_first_day(day: date) -> None:
    assert first_day(day.isoformat()) == day
    assert first_day(day.isoformat()[:7]) == day.replace(day=1)
    assert first_day(day.isoformat()[:4]) == day.replace(month=1, day=1)


@given(st.dates(date(2010, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_source_is_old_from_the_ninety_first_day_on(day: date, age: int) -> None:
    today = day + timedelta(days=age)
    assert marked_when_old(f"prices, {day}", today).endswith("(older than 90 days)") == (age > OLD_AFTER.days)


@given(st.text(max_size=60))
def test_any_source_is_marked_at_most_once(text: str) -> None:
    marked = marked_when_old(text, date(2026, 11, 25))
    assert marked in (text, f"{text} (older than 90 days)")
    assert marked_when_old(marked, date(2026, 11, 25)) == marked


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("gpu_count", 0),
        ("memory_gb_each", -1),
        ("on_demand_usd_per_h", 0),
        ("on_demand_usd_per_h", float("nan")),
        ("on_demand_usd_per_gpu_h", float("inf")),
        ("spot_usd_per_h", 0),
        ("gpu", "H100 SXM"),
        ("source", ""),
        ("as_of", "last week"),
        ("as_of", "2026-1"),
        ("colour", "red"),
    ],
)
def test_row_with_a_wrong_value_is_refused(field: str, value: object) -> None:
    GpuPrice.model_validate(ROW)
    with pytest.raises(ValidationError) as caught:
        GpuPrice.model_validate(ROW | {field: value})
    assert caught.value.errors()[0]["loc"] == (field,)


def test_spot_is_optional_and_history_is_never_the_default() -> None:
    row = GpuPrice.model_validate(ROW)
    assert row.spot_usd_per_h is None
    assert row.historic is False


def test_training_is_priced_by_tokens_or_by_the_hour() -> None:
    row = {"id": "x", "provider": "p", "model": "m", "training_usd": 3, "source": "list", "as_of": "2026"}
    for unit in TrainingUnit:
        assert TrainingPrice.model_validate(row | {"training_unit": unit.value}).training_unit is unit
    with pytest.raises(ValidationError, match="training_unit"):
        TrainingPrice.model_validate(row | {"training_unit": "usd a piece"})


def test_prices_of_a_gpu_are_its_chips_and_sorted(reference: Reference) -> None:
    for gpu in reference.gpus:
        rows = reference.prices_of(gpu)
        prices = [row.on_demand_usd_per_gpu_h for row in rows]
        assert prices == sorted(prices)
        assert all(reference.gpu(row.gpu).chip == gpu.chip for row in rows)
        assert not any(row.historic for row in rows)


def test_no_price_is_out_of_all_proportion(reference: Reference) -> None:
    for row in reference.gpu_prices:
        assert 0.05 < row.on_demand_usd_per_gpu_h < 50, row.id
    for training in reference.training_prices:
        assert 0.1 < training.training_usd <= 150, training.id
    for price in reference.api_prices:
        assert price.cached_usd_per_mtok <= price.input_usd_per_mtok, price.id
        assert price.input_usd_per_mtok <= price.output_usd_per_mtok or price.kind == "embedding", price.id


def test_names_that_are_known_need_no_sentence(reference: Reference) -> None:
    assert reference.known_model("Llama-3.1-8B") is reference.model("Llama-3.1-8B")
    assert reference.known_gpu("NVIDIA A100-SXM4-80GB") is reference.gpu("A100")
    assert reference.known_model("Mystery") is None
    assert reference.known_gpu("") is None
    assert reference.no_model("Lama-3.1-8B").startswith("“Lama-3.1-8B” is not in the table of models; did you mean")
