import csv
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.cases import DATA
from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.calculators.throughput import compute
from core.calculators.throughput_inputs import ThroughputInputs
from core.calculators.throughput_speed import generation_of
from core.content.reference import Reference

Calc = Callable[..., Result]


def test_full_training_counts_six_flops_a_parameter_and_attention_beside(calc: Calc) -> None:
    result = calc("throughput", model="Llama-2-7B", method="full", gpu="A100-80GB", seq_len=4096)
    assert result.value("flops_per_token") == pytest.approx(6 * 6_738_415_616 + 12 * 32 * 4096 * 4096)


def test_adapters_leave_out_the_weight_gradient(calc: Calc) -> None:
    full = calc("throughput", model="Llama-2-7B", method="full", gpu="A100-80GB").value("flops_per_token")
    lora = calc("throughput", model="Llama-2-7B", method="lora", gpu="A100-80GB").value("flops_per_token")
    assert lora == pytest.approx(full * 4 / 6)


def test_experts_that_a_token_does_not_visit_cost_nothing(calc: Calc) -> None:
    result = calc("throughput", model="Mixtral-8x7B", method="pretrain", gpu="H100-SXM", seq_len=1)
    assert result.value("flops_per_token") == pytest.approx(6 * 12_879_925_248, rel=1e-4)


def test_flops_agree_with_published_utilisation(calc: Calc) -> None:
    with (DATA / "finetune_throughput.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"].startswith("mosaicml")]
    for row in rows[::9]:
        names = ("model", "model_params_b", "method", "framework", "precision", "seq_len", "micro_batch", "gpu")
        result = calc("throughput", **{name: row[name] for name in names})
        assert result.value("flops_per_token") == pytest.approx(float(row["flops_per_token_formula"]), rel=0.001)


def test_speed_times_flops_is_the_used_share_of_the_peak(calc: Calc) -> None:
    result = calc("throughput", model="Llama-3.1-8B", method="lora", gpu="A100-80GB")
    used = result.value("tokens_per_s_per_gpu") * result.value("flops_per_token")
    assert used / 312e12 == pytest.approx(result.value("mfu"))


def test_short_batches_in_four_bits_are_slow(calc: Calc) -> None:
    run = {"model": "Qwen-14B", "method": "qlora", "framework": "Qwen finetune.py", "gpu": "A100-80GB"}
    short = calc("throughput", **run, grad_ckpt="full", seq_len=512).value("mfu")
    long = calc("throughput", **run, grad_ckpt="full", seq_len=8192).value("mfu")
    assert short == pytest.approx(0.12, abs=0.02)
    assert long == pytest.approx(0.38, abs=0.03)


def test_a_gpu_out_of_the_table_needs_its_peak(calc: Calc) -> None:
    run = {"model": "Llama-3.1-8B", "method": "lora", "gpu": "Future-9000"}
    with pytest.raises(BadInputsError, match="Future-9000"):
        calc("throughput", **run)
    result = calc("throughput", **run, peak_tflops_bf16=500)
    low, value, high = (getattr(result.quantities[0], name) for name in ("low", "value", "high"))
    assert high / low == pytest.approx(1.7 / 0.45)
    assert low < value < high


def test_a_model_out_of_the_table_needs_its_size(calc: Calc) -> None:
    with pytest.raises(BadInputsError, match="model_params_b"):
        calc("throughput", model="no-such-model", method="lora", gpu="A100-80GB")
    assert calc("throughput", model="mine", model_params_b=7, method="lora", gpu="A100-80GB").value("mfu") > 0.2


@pytest.mark.parametrize(("gpu", "kind"), [("NVIDIA H200", "Hopper"), ("A10G", "Ampere card"), ("L40S", "Ada card")])
def test_generations_are_told_by_name(gpu: str, kind: str) -> None:
    found = generation_of(gpu)
    assert found is not None
    assert found.name == kind


@given(
    tokens=st.tuples(st.integers(1, 65_536), st.integers(1, 64)),
    method=st.sampled_from(["pretrain", "full", "lora", "qlora"]),
    gpu=st.sampled_from(["A100-80GB", "H100-SXM", "RTX4090"]),
    n_gpus=st.integers(1, 4096),
)
@settings(max_examples=200)
def test_larger_batches_are_never_slower_a_token(
    reference: Reference, tokens: tuple[int, int], method: str, gpu: str, n_gpus: int
) -> None:
    raw = {"model": "Llama-3.1-8B", "seq_len": tokens[0], "method": method, "gpu": gpu, "n_gpus": n_gpus}
    few = compute(ThroughputInputs.model_validate({**raw, "micro_batch": tokens[1]}), reference)
    many = compute(ThroughputInputs.model_validate({**raw, "micro_batch": 2 * tokens[1]}), reference)
    assert many.value("tokens_per_s_per_gpu") >= few.value("tokens_per_s_per_gpu")
    assert 0 < many.value("mfu") < 1


@given(
    seq_len=st.sampled_from([2_048, 32_768, 131_072, 1_000_000, 10_000_000]),
    method=st.sampled_from(["pretrain", "full", "lora", "qlora"]),
    gpu=st.sampled_from(["A100-80GB", "H100-SXM", "RTX4090"]),
)
@settings(max_examples=60)
def test_range_never_passes_the_peak(reference: Reference, seq_len: int, method: str, gpu: str) -> None:
    raw = {"model": "Llama-3.1-8B", "seq_len": seq_len, "method": method, "gpu": gpu}
    result = compute(ThroughputInputs.model_validate(raw), reference)
    speed, _, mfu, _ = result.quantities
    assert mfu.high is not None and mfu.value < mfu.high <= 1 + 1e-9
    assert speed.high is not None and speed.high / speed.value == pytest.approx(mfu.high / mfu.value)
    cut = any("ends where the GPU computes at its peak" in note for note in result.notes)
    assert cut == (mfu.high == pytest.approx(1))


def test_range_of_a_very_long_sequence_ends_at_the_peak_and_says_so(calc: Calc) -> None:
    run = {"model": "Llama-3.1-8B", "method": "lora", "gpu": "A100-80GB", "seq_len": 1_000_000}
    assert calc("throughput", **run).quantities[2].high == pytest.approx(1)
    assert calc("throughput", **run | {"seq_len": 2_048}).quantities[2].high == pytest.approx(0.72, abs=0.02)
    fp8 = calc("throughput", **run | {"precision": "fp8", "seq_len": 2_048}).quantities[2]
    assert fp8.high is not None and fp8.high > 1
