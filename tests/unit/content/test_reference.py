"""The reference tables: what they hold, and that the parts of a row agree."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from core.content.base import first_day
from core.content.price_rows import marked_when_old
from core.content.reference import MlpType, ModelShape, Reference, TrainingUnit
from core.content.reference_loader import load_reference

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "content" / "reference"


def test_every_id_and_name_finds_its_own_entry(reference: Reference) -> None:
    for shape in reference.models:
        assert reference.model(shape.id) is shape
        assert reference.model(shape.name) is shape
    for gpu in reference.gpus:
        assert reference.gpu(gpu.id) is gpu
        assert all(reference.gpu(alias) is gpu for alias in gpu.aliases)
    for training in reference.training_prices:
        assert reference.training_price(training.id) is training
    for row in reference.chapter_costs:
        assert reference.chapter_cost(row.id) is row
    for price in reference.api_prices:
        assert reference.api_price(price.model) is price


def test_tables_are_as_long_as_their_sources(reference: Reference) -> None:
    assert len(reference.models) == 93
    assert len(reference.gpus) == 44
    assert len(reference.gpu_prices) == 74
    assert len(reference.training_prices) == 15
    assert len(reference.api_models) == 35
    assert [row.id for row in reference.chapter_costs] == [
        "lora-7b",
        "lora-13b",
        "qlora-70b",
        "full-7b",
        "openai-gpt-4o-mini",
        "runway",
    ]


@pytest.mark.parametrize("shape", load_reference(TABLES).models, ids=lambda shape: shape.id)
def test_shape_agrees_with_its_own_cache_and_count(shape: ModelShape) -> None:
    kv = 2 * 2 * shape.num_layers * shape.kv_size
    assert shape.kv_bytes_per_token_bf16 == kv
    m = shape.moe_intermediate_size or shape.intermediate_size
    matrices = 3 if shape.mlp_type is MlpType.GATED else 2
    mlp = matrices * shape.hidden_size * m * (shape.num_experts or 1)
    attention = 2 * shape.hidden_size * (shape.query_size + shape.kv_size)
    embeddings = shape.vocab_size * shape.hidden_size * (1 if shape.tied_embeddings else 2)
    counted = shape.num_layers * (mlp + attention) + embeddings
    assert counted == pytest.approx(shape.total_params, rel=0.01), "biases, norms and positions are below 1 %"


def test_mixture_of_experts_passes_fewer_parameters_a_token(reference: Reference) -> None:
    mixtral, llama = reference.model("Mixtral-8x7B"), reference.model("Llama-3.1-8B")
    assert mixtral.is_moe and not llama.is_moe
    assert mixtral.params_per_token == 12_879_925_248 < mixtral.total_params
    assert llama.params_per_token == llama.total_params


def test_price_of_a_gpu_hour_is_the_instance_divided(reference: Reference) -> None:
    for row in reference.gpu_prices:
        assert row.on_demand_usd_per_gpu_h == pytest.approx(row.on_demand_usd_per_h / row.gpu_count, rel=1e-3)
        if row.spot_usd_per_h is not None and row.spot_usd_per_gpu_h is not None:
            assert row.spot_usd_per_gpu_h < row.on_demand_usd_per_gpu_h


def test_historic_prices_are_never_todays(reference: Reference) -> None:
    historic = [row for row in reference.gpu_prices if row.historic]
    assert len(historic) == 12
    assert all(row.as_of == "2023" for row in historic)
    shown = [row for gpu in reference.gpus for row in reference.prices_of(gpu)]
    assert not any(row.historic for row in shown)
    cheapest_first = [row.on_demand_usd_per_gpu_h for row in reference.prices_of(reference.gpu("H100"))]
    assert cheapest_first == sorted(cheapest_first)


def test_every_row_with_a_price_has_a_source_and_a_date(reference: Reference) -> None:
    rows = (*reference.gpu_prices, *reference.training_prices, *reference.chapter_costs)
    for row in (*rows, *reference.api_prices):
        assert len(row.source) > 5
        assert first_day(row.as_of) <= date(2026, 11, 24)


def test_reinforcement_tuning_is_priced_by_the_hour(reference: Reference) -> None:
    by_hour = [row.id for row in reference.training_prices if row.training_unit is TrainingUnit.PER_HOUR]
    assert by_hour == ["openai-o4-mini"]


def test_tables_show_themselves_in_one_line(reference: Reference) -> None:
    assert repr(reference).startswith("Reference(models=93, gpus=44")


def test_other_prices_are_found_in_the_new_tables_only(reference: Reference) -> None:
    old = reference.api_price("gpt-4o")
    cheaper = old.model_copy(update={"input_usd_per_mtok": 1.0})
    updated = reference.with_api_prices((cheaper,))
    assert updated.api_price("gpt-4o").input_usd_per_mtok == 1.0
    assert reference.api_price("gpt-4o").input_usd_per_mtok == 2.5
    assert updated.models == reference.models


@pytest.mark.parametrize(
    ("source", "old"),
    [
        ("prices, as of 2025-06", True),
        ("prices, as of 2026", True),
        ("prices, 2026-11", False),
        ("prices, 2026-08-26", False),
        ("prices, 2026-08-25", True),
        ("peft 0.21.2 (2024-11)", False),
        ("arXiv:2001.08361", False),
        ("", False),
    ],
)
def test_source_line_is_marked_when_its_date_is_old(source: str, old: bool) -> None:
    marked = marked_when_old(source, date(2026, 11, 24))
    assert marked == (f"{source} (older than 90 days)" if old else source)


def test_tables_cannot_be_changed(reference: Reference) -> None:
    with pytest.raises(ValidationError):
        reference.models[0].num_layers = 1  # type: ignore[misc]
