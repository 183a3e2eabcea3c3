"""Pre-training against published runs, and its arithmetic."""

import csv
import statistics
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.model import Result
from core.calculators.pretraining import PretrainingInputs, compute
from core.calculators.reading import read_inputs
from core.calculators.scaling import chinchilla_point, gpu_hours, training_flops, typical_mfu
from core.content.reference import Reference
from tests.unit.calculators.conftest import TABLES

Calc = Callable[..., Result]
Refusal = Callable[..., tuple[tuple[str | None, ...], str]]
INPUTS = ("model", "params_b", "active_params_b", "tokens_t", "gpu", "n_gpus")

with (TABLES / "pretraining_runs.csv").open(encoding="utf-8") as file:
    ROWS = [row for row in csv.DictReader(file) if row["tokens_t"]]


def run_row(row: dict[str, str], reference: Reference) -> Result:
    raw = {name: row[name] for name in INPUTS if row[name]}
    return compute(read_inputs(PretrainingInputs, raw), reference)


def test_operations_are_within_five_percent_of_what_is_published(reference: Reference) -> None:
    errors = [
        abs(run_row(row, reference).value("flops") / float(row["reported_flops"]) - 1)
        for row in ROWS
        if row["reported_flops"]
    ]
    assert statistics.median(errors) < 0.05


def test_range_of_hours_holds_four_fifths_of_published_runs(reference: Reference) -> None:
    held = []
    for row in (row for row in ROWS if row["gpu_hours"]):
        hours = next(q for q in run_row(row, reference).quantities if q.id == "gpu_hours")
        assert hours.low is not None and hours.high is not None
        held.append(hours.low <= float(row["gpu_hours"]) <= hours.high)
    assert sum(held) / len(held) >= 0.8


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_published_run_computes(row: dict[str, str], reference: Reference) -> None:
    result = run_row(row, reference)
    expected = 6e21 * float(row["active_params_b"]) * float(row["tokens_t"])
    assert result.value("flops") == pytest.approx(expected)


def test_chinchilla_point_uses_all_operations() -> None:
    params, tokens = chinchilla_point(5.76e23)
    assert training_flops(params, tokens) == pytest.approx(5.76e23)
    assert tokens / params == pytest.approx(20)


def test_mfu_follows_the_generation(reference: Reference) -> None:
    assert typical_mfu(reference.gpu("A100")) == 0.35
    assert typical_mfu(reference.gpu("H800")) == 0.25
    assert typical_mfu(reference.gpu("TPUv4")) == 0.29
    assert typical_mfu(reference.gpu("V100")) == 0.20


def test_typed_mfu_narrows_the_range(reference: Reference) -> None:
    middle, low, high = gpu_hours(1e21, reference.gpu("A100"), 0.4)
    assert middle == pytest.approx(1e21 / (312e12 * 0.4 * 3600))
    assert (low / middle, high / middle) == pytest.approx((0.94, 1.38))
    _, wide_low, wide_high = gpu_hours(1e21, reference.gpu("A100"), None)
    assert wide_high / wide_low > high / low


def test_days_divide_the_hours_by_the_accelerators(calc: Calc) -> None:
    result = calc("pretraining", tokens_t=1, params_b=7, gpu="A100", n_gpus=512)
    assert result.value("days") == pytest.approx(result.value("gpu_hours") / 512 / 24)
    assert "days" not in {q.id for q in calc("pretraining", tokens_t=1, params_b=7).quantities}


def test_accelerator_without_rent_gives_no_dollars_but_says_so(calc: Calc) -> None:
    result = calc("pretraining", tokens_t=1, params_b=7, gpu="TPU v3")
    assert "cost_usd" not in {q.id for q in result.quantities}
    assert any("Give what a GPU-hour costs" in note for note in result.notes)
    typed = calc("pretraining", tokens_t=1, params_b=7, gpu="TPU v3", usd_per_gpu_hour=2)
    assert typed.value("cost_usd") == pytest.approx(2 * typed.value("gpu_hours"))


def test_chapters_gpt_4_costs_what_the_chapter_says(calc: Calc) -> None:
    result = calc(
        "pretraining", model="GPT-4", params_b=1800, active_params_b=280, tokens_t=13, gpu="A100", usd_per_gpu_hour=1.5
    )
    assert 50e6 < result.value("cost_usd") < 100e6


def test_mixture_of_experts_counts_active_parameters(calc: Calc) -> None:
    dense = calc("pretraining", params_b=671, tokens_t=14.8)
    sparse = calc("pretraining", params_b=671, active_params_b=37, tokens_t=14.8)
    assert sparse.value("flops") / dense.value("flops") == pytest.approx(37 / 671)
    assert calc("pretraining", model="Mixtral-8x7B", tokens_t=1).value("flops") == pytest.approx(6e12 * 12_879_925_248)


@pytest.mark.parametrize(
    ("raw", "field", "sentence"),
    [
        ({"tokens_t": 0}, "tokens_t", "Training tokens is “0”; it must be above 0 trillion."),
        ({"tokens_t": "15T"}, "tokens_t", "write a number of trillion alone, like 15, without a unit."),
        ({"tokens_t": 1e30}, "tokens_t", "at most 10,000 trillion"),
        ({"tokens_t": "nan"}, "tokens_t", "it must be finite."),
        ({"params_b": -7}, "params_b", "it must be above 0 billion."),
        ({"model": "GPT-5"}, "model", "“GPT-5” is not in the table of models"),
        ({"gpu": "H1000"}, "gpu", "“H1000” is not in the table of GPUs; did you mean H800 or H200 or H100 SXM?"),
        (
            {"params_b": 7, "active_params_b": 70},
            "active_params_b",
            "70B active parameters are more than the total of 7B",
        ),
        ({"mfu": 40}, "mfu", "it must be at most 1."),
        ({"n_gpus": 2.5}, "n_gpus", "write a whole number"),
    ],
)
def test_bad_input_says_what_to_do(raw: dict[str, object], field: str, sentence: str, refusal: Refusal) -> None:
    fields, text = refusal("pretraining", **raw)
    assert fields == (field,)
    assert sentence in text


@given(
    params=st.floats(0.1, 2_000),
    tokens=st.floats(0.01, 100),
    more=st.floats(1.01, 10),
    name=st.sampled_from(["params_b", "tokens_t"]),
)
def test_more_never_costs_less(calc: Calc, params: float, tokens: float, more: float, name: str) -> None:
    raw = {"params_b": params, "tokens_t": tokens, "gpu": "H100"}
    less, much = calc("pretraining", **raw), calc("pretraining", **raw | {name: raw[name] * more})
    for quantity in ("flops", "gpu_hours", "cost_usd"):
        assert much.value(quantity) > less.value(quantity)


def test_parameters_are_written_so_that_the_operations_come_out(reference: Reference) -> None:
    step = compute(PretrainingInputs(), reference).steps[0]
    assert (step.numbers, step.result) == ("6 × 8.03 B × 15T", "7.23 × 10²³")
