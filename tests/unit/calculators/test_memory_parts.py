"""Weights, gradients, optimizer states and their shards, by hand."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.memory_inputs import MemoryInputs, Method
from core.calculators.memory_parts import CONTEXT_BYTES, Parts, peak_parts, weight_bytes
from core.calculators.memory_run import Run, Split, gpu_memory_gib, settle
from core.calculators.problems import BadInputsError
from core.calculators.training_memory import GIB
from core.content.reference import Reference

Settled = Callable[..., Run]
N, HEAD = 8_030_261_248, 128_256 * 4096  # Llama-3.1-8B
LINEAR = 32 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 14_336)
OTHER = N - LINEAR


@pytest.fixture
def settled(reference: Reference) -> Settled:
    def run(**raw: object) -> Run:
        base: dict[str, object] = {"model": "Llama-3.1-8B", "method": "full", "seq_len": 128}
        return settle(MemoryInputs.model_validate(base | raw), reference)

    return run


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({}, 2 * N),
        ({"base_weight_dtype": "fp32"}, 4 * N),
        ({"base_weight_dtype": "float32"}, 4 * N),
        ({"method": "lora"}, 2 * N),
        ({"method": "qlora"}, 0.5625 * LINEAR + 4 * OTHER),
        ({"method": "qlora", "base_weight_dtype": "nf4-dq"}, 0.5159 * LINEAR + 4 * OTHER),
        ({"method": "qlora", "base_weight_dtype": "NF4 (double quant)"}, 0.5159 * LINEAR + 4 * OTHER),
        ({"method": "lora", "base_weight_dtype": "int8"}, 1.02 * LINEAR + 4 * OTHER),
        ({"method": "qlora", "base_weight_dtype": "gptq-int4"}, 0.52 * LINEAR + 2 * OTHER),
        ({"method": "qlora", "base_weight_dtype": "GPTQ"}, 0.52 * LINEAR + 2 * OTHER),
        ({"method": "qlora", "framework": "torchtune"}, 0.5625 * LINEAR + 2 * OTHER),
        (
            {"method": "qlora", "framework": "litgpt", "source_date": "2024-01"},
            0.5625 * (LINEAR + HEAD) + 2 * (OTHER - HEAD),
        ),
        (
            {"method": "qlora", "framework": "litgpt", "source_date": "2024-10"},
            0.5625 * (LINEAR + HEAD) + 2 * (OTHER - HEAD) + 2 * HEAD,
        ),
    ],
)
def test_weights_take_their_bytes(raw: dict[str, object], expected: float, settled: Settled) -> None:
    assert weight_bytes(settled(**raw)) == pytest.approx(expected)


def test_litgpt_never_ties_the_head(settled: Settled) -> None:
    tied = settled(model="Llama-3.2-1B")
    untied = settled(model="Llama-3.2-1B", framework="litgpt")
    assert weight_bytes(untied) - weight_bytes(tied) == 2 * 128_256 * 2048


@pytest.mark.parametrize(
    ("optimizer", "a_parameter"),
    [
        ("adamw", 4),
        ("AdamW (fused)", 4),
        ("adamw_8bit", 2),
        ("adamw 8-bit", 2),
        ("lion", 2),
        ("sgd", 0),
        ("adafactor", 0),
        ("paged_adamw_8bit", 0),
        ("paged adamw 32bit", 0),
    ],
)
def test_optimizer_keeps_so_many_bytes_a_parameter(optimizer: str, a_parameter: int, settled: Settled) -> None:
    assert peak_parts(settled(optimizer=optimizer)).optimizer == a_parameter * N


def test_fp32_master_makes_states_and_gradients_wide(settled: Settled) -> None:
    parts = peak_parts(settled(train_dtype="bf16 mixed (fp32 master)"))
    assert (parts.weights, parts.gradients, parts.optimizer) == (2 * N, 4 * N, 12 * N)


@pytest.mark.parametrize("dtype", ["fp32", "float32"])
def test_fp32_weights_need_no_master_beside_them(dtype: str, settled: Settled) -> None:
    parts = peak_parts(settled(base_weight_dtype=dtype, train_dtype=dtype))
    assert (parts.weights, parts.gradients, parts.optimizer) == (4 * N, 4 * N, 8 * N)


def test_gradients_in_the_backward_pass_are_one_matrix(settled: Settled) -> None:
    parts = peak_parts(settled(optimizer="adamw (in-backward)"))
    assert parts.gradients == 2 * max(LINEAR / 32, HEAD)


def test_step_of_adamw_copies_the_parameters_unless_fused(settled: Settled) -> None:
    assert peak_parts(settled()).overhead == 2 * N
    assert peak_parts(settled(optimizer="fused adamw")).overhead == 0
    assert peak_parts(settled(framework="torchtune")).overhead == 0


def test_accumulated_gradients_are_alive_at_the_loss(settled: Settled) -> None:
    long = {"seq_len": 60_000, "optimizer": "fused adamw"}
    once, often = peak_parts(settled(**long)), peak_parts(settled(**long, grad_accum=">1"))
    assert (once.gradients, often.gradients) == (0, 2 * N)
    assert often.total - once.total == 2 * N


@pytest.mark.parametrize(
    ("sharding", "weights", "gradients", "optimizer"),
    [
        ("none", 1, 1, 1),
        ("ddp", 1, 1, 1),
        ("ZeRO-1", 1, 1, 8),
        ("zero2", 1, 8, 8),
        ("SHARD_GRAD_OP", 1, 8, 8),
        ("zero3", 8, 8, 8),
        ("deepspeed zero-3", 8, 8, 8),
        ("FSDP", 8, 8, 8),
        ("fsdp2", 8, 8, 8),
        ("full_shard", 8, 8, 8),
        ("Full Shard", 8, 8, 8),
        ("shard-grad-op", 1, 8, 8),
        ("ZeRO stage 3", 8, 8, 8),
        ("zero_3", 8, 8, 8),
    ],
)
def test_sharding_divides_what_it_says(
    sharding: str, weights: int, gradients: int, optimizer: int, settled: Settled
) -> None:
    run = settled(sharding=sharding, n_gpus=8, optimizer="fused adamw", grad_accum="2")
    parts = peak_parts(run)
    assert parts.weights == 2 * N / weights
    assert parts.gradients == 2 * N / gradients
    assert parts.optimizer == 4 * N / optimizer
    assert run.split.gathers == (weights > 1)


def test_gathered_layers_are_two_with_embedding_and_head_and_never_more_than_is_missing(settled: Settled) -> None:
    run = {"sharding": "fsdp", "n_gpus": 8, "seq_len": 60_000}
    layer = LINEAR / 32
    assert peak_parts(settled(**run)).gathered == layer * (2 * 2 + 2) + 2 * HEAD * (2 + 2)
    assert peak_parts(settled(**run, method="lora")).gathered == layer * 4 + 2 * HEAD * 2
    alone = peak_parts(settled(**run | {"n_gpus": 1}))
    assert alone.gathered == 0


def test_layer_split_leaves_the_head_on_the_last_gpu(settled: Settled) -> None:
    parts = peak_parts(settled(sharding="device_map", n_gpus=4, method="lora"))
    assert parts.weights == 2 * N / 4 + 2 * HEAD


def test_layer_split_is_known_however_it_is_joined(settled: Settled) -> None:
    assert settled(sharding="device-map", n_gpus=4).split == settled(sharding="device_map", n_gpus=4).split


@pytest.mark.parametrize("gpus", [33, 1000])
def test_more_gpus_than_layers_cannot_split_them(gpus: int, settled: Settled) -> None:
    with pytest.raises(BadInputsError, match="more than the 32 layers") as caught:
        settled(sharding="device_map", n_gpus=gpus)
    assert caught.value.problems[0].field == "n_gpus"


def test_plain_data_parallelism_keeps_gradients_twice(settled: Settled) -> None:
    alone, four = peak_parts(settled()), peak_parts(settled(n_gpus=4))
    assert four.total - alone.total == 2 * N


def test_offload_leaves_layers_only_or_the_optimizer(settled: Settled) -> None:
    whole = peak_parts(settled(sharding="fsdp", n_gpus=4, cpu_offload=True))
    assert (whole.weights, whole.gradients, whole.optimizer) == (0, 0, 0)
    assert whole.gathered > 0
    states = peak_parts(settled(cpu_offload=True))
    assert (states.weights, states.optimizer) == (2 * N, 0)


def test_old_litgpt_holds_a_whole_copy_while_it_shards(settled: Settled) -> None:
    run = {"framework": "litgpt", "sharding": "fsdp", "n_gpus": 4, "method": "lora"}
    old, new = settled(**run, source_date="2023-08"), settled(**run, source_date="2024-08")
    assert peak_parts(old).total == pytest.approx(2 * N * (1 + 1 / 4))
    assert peak_parts(new).total < peak_parts(old).total


def test_nvidia_smi_adds_the_context_and_reserved_a_tenth_of_what_moves(settled: Settled) -> None:
    run = {"seq_len": 8000, "method": "lora", "grad_ckpt": "none"}
    used = peak_parts(settled(**run))
    assert used.overhead == 0
    reserved = peak_parts(settled(**run, memory_metric="reserved"))
    assert reserved.overhead == pytest.approx(0.1 * (used.activations + used.logits))
    seen = peak_parts(settled(**run, memory_metric="nvidia-smi"))
    assert seen.overhead == pytest.approx(CONTEXT_BYTES + 0.1 * (used.activations + used.logits))


def test_slack_ends_where_the_gpu_is_full(settled: Settled) -> None:
    run = {"seq_len": 8000, "method": "lora", "grad_ckpt": "none", "memory_metric": "reserved"}
    free = peak_parts(settled(**run))
    full = peak_parts(settled(**run, gpu="60GB"))
    assert full.total == pytest.approx(max(free.total - free.overhead, min(free.total, 0.97 * 60 * GIB)))


@pytest.mark.parametrize(
    ("name", "gib"),
    [("A100-80GB", 80), ("L4", 24), ("a10g", 24), ("24 GB", 24), ("V100-32GB", 32), ("", 0), ("none", 0), ("B300", 0)],
)
def test_memory_of_a_gpu_is_in_its_name_or_in_the_table(name: str, gib: float, reference: Reference) -> None:
    assert gpu_memory_gib(name, reference) == gib


def test_parts_add_up() -> None:
    assert Parts(1, 2, 3, 4, 5, 6, 7, 8).total == 36


def test_run_without_a_split_is_told_by_its_default(settled: Settled) -> None:
    assert settled().split == Split()
    assert not settled().buckets_gradients
    assert settled(n_gpus=2).buckets_gradients


@pytest.mark.parametrize(
    ("method", "dtype", "four_bit", "gptq", "upcasts"),
    [
        (Method.LORA, "", False, False, False),
        (Method.QLORA, "", True, False, True),
        (Method.QDORA, "nf4-dq", True, False, True),
        (Method.QLORA, "gptq-int4", False, True, False),
        (Method.QLORA, "awq", False, True, False),
        (Method.LORA, "int8", False, False, True),
        (Method.LORA, "fp16", False, False, False),
    ],
)
def test_kind_of_base_weights_is_told_by_method_and_name(
    method: Method, dtype: str, four_bit: bool, gptq: bool, *, upcasts: bool, settled: Settled
) -> None:
    run = settled(method=method, base_weight_dtype=dtype)
    assert (run.is_4bit, run.is_gptq, run.upcasts) == (four_bit, gptq, upcasts)


@given(gpus=st.integers(1, 64), tokens=st.integers(1, 20_000), kind=st.sampled_from(["fsdp", "zero2", "zero1", "ddp"]))
@settings(max_examples=60)
def test_every_part_is_positive_and_the_peak_holds_both_moments(
    reference: Reference, gpus: int, tokens: int, kind: str
) -> None:
    inputs = MemoryInputs(model="Llama-3.2-3B", method=Method.FULL, seq_len=tokens, n_gpus=gpus, sharding=kind)
    parts = peak_parts(settle(inputs, reference))
    assert all(getattr(parts, name) >= 0 for name in Parts.__dataclass_fields__)
    assert parts.total >= parts.weights + parts.optimizer
