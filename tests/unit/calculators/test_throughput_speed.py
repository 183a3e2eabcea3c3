"""The share of a GPU's peak: each thing that takes from it, one at a time, by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.throughput import work_of
from core.calculators.throughput_inputs import ThroughputInputs
from core.calculators.throughput_speed import A100, ADA_CARD, AMPERE_CARD, HOPPER, Work, expected_mfu, generation_of
from core.content.reference import Reference

WORK = Work(
    linear_flops=6 * 8e9,
    attention_flops=0.0,
    params=8e9,
    width=4096,
    layers=32,
    tokens=1e12,
    peak=312e12,
    bandwidth=2e12,
    gpus=8,
    generation=A100,
    adapters=False,
    quantized=False,
    recomputes=False,
    fp8=False,
    tuned=True,
    old_kernel=False,
    sharded=True,
)


def test_matrices_alone_reach_what_their_width_allows() -> None:
    assert expected_mfu(WORK) == pytest.approx(0.607 * 4096 / (4096 + 236), rel=1e-6)
    wide, narrow = replace(WORK, width=1_000_000), replace(WORK, width=236)
    assert expected_mfu(wide) == pytest.approx(0.607, rel=1e-3)
    assert expected_mfu(narrow) == pytest.approx(0.607 / 2, rel=1e-6)


@pytest.mark.parametrize(
    ("change", "factor"),
    [
        ({"recomputes": True}, 1 / 1.15),
        ({"adapters": True}, 1.155),
        ({"adapters": True, "recomputes": True}, 1.155 / 1.65),
        ({"fp8": True}, 1.9),
        ({"generation": HOPPER}, 0.50 / 0.607),
        ({"generation": ADA_CARD, "gpus": 1}, 0.70 / 0.607),
        ({"generation": AMPERE_CARD, "gpus": 1}, 0.69 / 0.607),
        ({"gpus": 16}, 1 - 0.0147),
        ({"gpus": 64}, 1 - 3 * 0.0147),
        ({"gpus": 2**60}, 0.5),
        ({"gpus": 1}, 1.0),
    ],
)
def test_each_habit_changes_the_share_by_its_factor(change: dict[str, object], factor: float) -> None:
    assert expected_mfu(replace(WORK, **change)) / expected_mfu(WORK) == pytest.approx(factor, rel=1e-4)


def test_launching_layers_takes_the_same_time_whatever_the_batch() -> None:
    one = replace(WORK, tokens=1000.0)
    computing_s = one.flops_per_token * 1000 / (one.peak * expected_mfu(WORK))
    expected = one.flops_per_token * 1000 / one.peak / (computing_s + 32 * 0.0006)
    assert expected_mfu(one) == pytest.approx(expected, rel=1e-6)
    plain = replace(one, tuned=False)
    assert expected_mfu(plain) == pytest.approx(
        one.flops_per_token * 1000 / one.peak / (computing_s + 32 * 0.0036), rel=1e-6
    )


def test_unpacking_4_bit_weights_reads_memory_once_a_batch() -> None:
    run = replace(WORK, tokens=1000.0, quantized=True, layers=0)
    waiting_s = 8e9 * 58.7 / 2e12
    computing_s = run.flops_per_token * 1000 / (run.peak * expected_mfu(WORK))
    assert expected_mfu(run) == pytest.approx(
        run.flops_per_token * 1000 / run.peak / (computing_s + waiting_s), rel=1e-6
    )


def test_cards_without_nvlink_wait_for_their_weights() -> None:
    cards = replace(WORK, tokens=1000.0, generation=ADA_CARD, layers=0, gpus=2)
    alone, unsharded, servers = replace(cards, gpus=1), replace(cards, sharded=False), replace(cards, generation=A100)
    batch_s = cards.flops_per_token * 1000 / cards.peak
    assert expected_mfu(cards) == pytest.approx(batch_s / (batch_s / expected_mfu(alone) + 8e9 * 2 / 17.5e9))
    assert expected_mfu(unsharded) == expected_mfu(alone)
    assert expected_mfu(servers) > 0.5


def test_old_kernel_makes_attention_slow() -> None:
    long = replace(WORK, attention_flops=6 * 8e9)
    assert expected_mfu(replace(long, old_kernel=True)) < expected_mfu(long)
    assert expected_mfu(replace(WORK, old_kernel=True)) == expected_mfu(WORK)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("A100-80GB", A100),
        ("A800", A100),
        ("TPU v4", A100),
        ("H100-SXM", HOPPER),
        ("H200", HOPPER),
        ("GH200", HOPPER),
        ("B200", HOPPER),
        ("H20-96GB", HOPPER),
        ("RTX 4090", ADA_CARD),
        ("L40S", ADA_CARD),
        ("L4", ADA_CARD),
        ("RTX 6000 Ada", ADA_CARD),
        ("RTX 3090 Ti", AMPERE_CARD),
        ("A10G", AMPERE_CARD),
        ("A40", AMPERE_CARD),
        ("V100", AMPERE_CARD),
        ("T4", AMPERE_CARD),
        ("MI300X", None),
        ("Gaudi 3", None),
        ("", None),
    ],
)
def test_generation_is_told_by_name(name: str, kind: object) -> None:
    assert generation_of(name) is kind


def work(reference: Reference, **raw: object) -> Work:
    base: dict[str, object] = {"model": "Llama-3.1-8B", "method": "full", "gpu": "A100-80GB"}
    return work_of(ThroughputInputs.model_validate(base | raw), reference)


def test_run_becomes_work(reference: Reference) -> None:
    found = work(reference, seq_len=4096, micro_batch=2, n_gpus=16)
    assert found.linear_flops == 6 * 8_030_261_248
    assert found.attention_flops == 12 * 32 * 4096 * 4096
    assert (found.params, found.width, found.layers, found.tokens) == (8_030_261_248, 4096, 32, 8192)
    assert (found.peak, found.bandwidth, found.gpus, found.generation) == (312e12, 2039e9, 16, A100)


@pytest.mark.parametrize(
    ("raw", "field", "value"),
    [
        ({"method": "lora"}, "adapters", True),
        ({"method": "qlora"}, "quantized", True),
        ({"method": "lora"}, "quantized", False),
        ({"grad_ckpt": "full"}, "recomputes", True),
        ({"grad_ckpt": "On"}, "recomputes", True),
        ({"grad_ckpt": "selective op"}, "recomputes", False),
        ({"precision": "amp_fp8"}, "fp8", True),
        ({"framework": "llm-foundry (FSDP)"}, "tuned", True),
        ({"framework": "llm-foundry (FSDP)"}, "old_kernel", True),
        ({"framework": "lit-gpt FSDP"}, "tuned", True),
        ({"framework": "Megatron-LM"}, "tuned", True),
        ({"framework": "axolotl"}, "tuned", False),
        ({"parallelism": "DDP"}, "sharded", False),
        ({"note": "plain ddp"}, "sharded", False),
        ({"packed": False, "seq_len": 4096}, "tokens", 256.0),
        ({"packed": False, "seq_len": 100}, "tokens", 100.0),
        ({"gpu": "MI300X"}, "generation", A100),
        ({"gpu": "Strange", "peak_tflops_bf16": 100}, "generation", AMPERE_CARD),
        ({"peak_tflops_bf16": 100}, "peak", 100e12),
        ({"model": "MPT-7b"}, "params", 6.6589e9),
        ({"model": "mpt-30b"}, "width", 7168),
        ({"model": "Mixtral-8x7B", "model_params_b": 46.7}, "params", 12_879_925_248.0),
        ({"model": "Mine", "model_params_b": 8}, "params", 8e9),
    ],
)
def test_each_input_is_seen_in_the_work(
    raw: dict[str, object], field: str, value: object, reference: Reference
) -> None:
    assert getattr(work(reference, **raw), field) == value


@given(st.floats(1, 1e9), st.sampled_from([A100, HOPPER, ADA_CARD]), st.booleans(), st.booleans())
def test_share_lies_between_nothing_and_the_efficiency(
    tokens: float, generation: object, adapters: bool, quantized: bool
) -> None:
    run = replace(WORK, tokens=tokens, generation=generation, adapters=adapters, quantized=quantized, gpus=1)
    assert 0 < expected_mfu(run) < 0.70 * 1.155
