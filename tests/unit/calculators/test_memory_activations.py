"""Bytes of activations and logits, by hand: each coefficient of the formula on models of plain widths."""

import re
from collections.abc import Callable

import pytest

from core.calculators import memory_activations as activations
from core.calculators.memory_inputs import MemoryInputs
from core.calculators.memory_run import Run, settle
from core.calculators.model import Result
from core.content.reference import Reference

Settled = Callable[..., Run]
Calc = Callable[..., Result]
H, Q, K, M, V, LAYERS = 4096, 4096, 1024, 14336, 128_256, 32  # Llama-3.1-8B


@pytest.fixture
def settled(reference: Reference) -> Settled:
    def run(**raw: object) -> Run:
        base: dict[str, object] = {"model": "Llama-3.1-8B", "method": "full", "seq_len": 1000}
        return settle(MemoryInputs.model_validate(base | raw), reference)

    return run


def test_layer_of_full_training_keeps_16h_8q_8m(settled: Settled) -> None:
    assert activations.layer_bytes_per_token(settled()) == 16 * H + 8 * Q + 8 * M


def test_frozen_layer_keeps_8h_8q_6m_beside_its_adapters(settled: Settled) -> None:
    frozen = 8 * H + 8 * Q + 6 * M
    one = settled(method="lora", lora_targets="q", lora_r=8)
    assert activations.layer_bytes_per_token(one) == frozen + 4 * H + 4 * 8
    two = settled(method="lora", lora_targets="q+down", lora_r=8)
    assert activations.layer_bytes_per_token(two) == frozen + 4 * (H + M) + 2 * 4 * 8


def test_dropout_keeps_a_mask_of_one_byte(settled: Settled) -> None:
    without = settled(method="lora", lora_targets="q")
    masked = settled(method="lora", lora_targets="q", lora_dropout=0.1)
    difference = activations.layer_bytes_per_token(masked) - activations.layer_bytes_per_token(without)
    assert difference == H


def test_bf16_adapters_share_one_input_unless_dropout_copies_it(settled: Settled) -> None:
    run = {"method": "lora", "framework": "torchtune", "lora_r": 8}
    one = activations.layer_bytes_per_token(settled(**run, lora_targets="q"))
    three = activations.layer_bytes_per_token(settled(**run, lora_targets="q+k+v"))
    assert three - one == 2 * 2 * 8
    apart = activations.layer_bytes_per_token(settled(**run, lora_targets="gate", lora_dropout=0.1))
    both = activations.layer_bytes_per_token(settled(**run, lora_targets="gate+up", lora_dropout=0.1))
    assert both - apart == (2 + 1) * H + 2 * 8


def test_flash_attention_2_does_not_repeat_keys_and_values(settled: Settled) -> None:
    plain, flash = settled(), settled(attention="flash_attention_2")
    saved = activations.layer_bytes_per_token(plain) - activations.layer_bytes_per_token(flash)
    assert saved == 8 * Q - (4 * Q + 4 * K)


@pytest.mark.parametrize("spelled", ["flash-attention-2", "Flash Attention 2", "FlashAttention-2"])
def test_flash_attention_2_is_known_however_it_is_joined(spelled: str, settled: Settled) -> None:
    kept = (activations.layer_bytes_per_token(settled(attention=one)) for one in (spelled, "flash_attention_2"))
    assert next(kept) == next(kept)


def test_litgpt_keeps_10_bytes_a_norm_and_does_not_repeat(settled: Settled) -> None:
    litgpt = settled(framework="litgpt")
    assert activations.layer_bytes_per_token(litgpt) == 20 * H + (8 * Q + 4 * K) + 8 * M


def test_litgpt_pads_the_update_where_not_all_three_are_adapted(settled: Settled) -> None:
    run = {"framework": "litgpt", "method": "lora", "lora_r": 8}
    some = activations.layer_bytes_per_token(settled(**run, lora_targets="q+v"))
    every = activations.layer_bytes_per_token(settled(**run, lora_targets="q+k+v"))
    assert some - every == 2 * (Q + K) - 2 * 8


def test_a_block_of_two_matrices_keeps_less(settled: Settled) -> None:
    bloom = settled(model="BLOOM-7B1")
    assert activations.layer_bytes_per_token(bloom) == (2 + 2) * 2 * 4096 + 8 * 4096 + 4 * 16_384


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        ("none", LAYERS * (16 * H + 8 * Q + 8 * M)),
        ("off", LAYERS * (16 * H + 8 * Q + 8 * M)),
        ("selective", 0.4 * LAYERS * (16 * H + 8 * Q + 8 * M)),
        ("full", LAYERS * 2 * H),
        ("on", LAYERS * 2 * H),
        ("True", LAYERS * 2 * H),
        ("full+act_offload", 2 * 2 * H),
        ("offload", 2 * 2 * H),
    ],
)
def test_checkpointing_keeps_2h_a_layer(style: str, kept: float, settled: Settled) -> None:
    assert activations.kept_activations(settled(grad_ckpt=style)) == pytest.approx(1000 * kept)


def test_upcast_weights_make_checkpoints_of_four_bytes(settled: Settled) -> None:
    assert activations.kept_activations(settled(method="qlora")) == 1000 * LAYERS * 4 * H
    assert activations.kept_activations(settled(method="lora")) == 1000 * LAYERS * 2 * H


def test_checkpoints_never_keep_more_than_all(settled: Settled) -> None:
    for model in ("Llama-3.1-8B", "Pythia-1.4B", "Gemma-2B"):
        assert activations.kept_activations(settled(model=model)) <= activations.kept_activations(
            settled(model=model, grad_ckpt="none")
        )


def test_layer_split_shares_what_is_kept(settled: Settled) -> None:
    whole = activations.kept_activations(settled())
    assert activations.kept_activations(settled(n_gpus=4, sharding="device_map")) == whole / 4


def test_compile_keeps_four_fifths(settled: Settled) -> None:
    whole = activations.kept_activations(settled(grad_ckpt="none"))
    assert activations.kept_activations(settled(grad_ckpt="none", note="compile=True")) == 0.8 * whole


def test_eager_attention_keeps_a_score_for_each_pair(settled: Settled) -> None:
    flash, eager = settled(grad_ckpt="none"), settled(grad_ckpt="none", attention="eager")
    more = activations.kept_activations(eager) - activations.kept_activations(flash)
    assert more == LAYERS * 6 * 32 * 1000**2
    assert activations.score_bytes(flash, 6) == 0


def test_soft_caps_of_gemma_2_are_eager_whatever_is_said(settled: Settled) -> None:
    assert activations.score_bytes(settled(model="Gemma-2-2B"), 6) == 6 * 8 * 1000**2


def test_recomputed_layer_is_one_layer_and_a_third(settled: Settled) -> None:
    layer = 1000 * (16 * H + 8 * Q + 8 * M)
    assert activations.recomputed_layer(settled()) == pytest.approx(1.3 * layer)
    assert activations.recomputed_layer(settled(grad_ckpt="none")) == 0
    assert activations.recomputed_layer(settled(grad_ckpt="selective")) == 0


def test_4_bit_weights_are_unpacked_one_matrix_at_a_time_and_gptq_one_layer(settled: Settled) -> None:
    assert activations.unpacked_weights(settled(method="qlora")) == 2 * H * M
    gptq = settled(method="qlora", base_weight_dtype="gptq-int4")
    assert activations.unpacked_weights(gptq) == 2 * (2 * H * Q + 2 * H * K + 3 * H * M)
    assert activations.unpacked_weights(settled(method="lora")) == 0


@pytest.mark.parametrize(
    ("raw", "bytes_an_entry"),
    [
        ({}, 14),
        ({"loss_impl": "chunked_ce"}, 6),
        ({"loss_impl": "fused_linear_ce"}, 0),
        ({"loss_impl": "Liger"}, 0),
        ({"loss_impl": "cut_cross_entropy"}, 0),
        ({"source_date": "2024-01"}, 24),
        ({"note": "torch.compile"}, 10),
        ({"note": "compile", "loss_impl": "chunked_ce"}, 2),
        ({"framework": "torchtune", "loss_impl": "chunked_ce"}, 2),
        ({"framework": "unsloth"}, 2),
    ],
)
def test_logits_take_so_many_bytes_a_vocabulary_entry(
    raw: dict[str, object], bytes_an_entry: int, settled: Settled
) -> None:
    assert activations.logits(settled(**raw)) == bytes_an_entry * V * 1000


def test_experts_keep_an_input_for_each_that_a_token_visits(settled: Settled) -> None:
    run = {"model": "Mixtral-8x7B", "method": "lora", "lora_r": 8}
    bare = activations.layer_bytes_per_token(settled(**run, lora_targets="q"))
    gates = activations.layer_bytes_per_token(settled(**run, lora_targets="q+gate_proj"))
    assert gates - bare == 2 * (4 * 4096 + 4 * 8)


@pytest.mark.parametrize(
    "run",
    [
        {"grad_ckpt": "none"},
        {"grad_ckpt": "selective"},
        {"grad_ckpt": "full"},
        {"grad_ckpt": "full", "loss_impl": "fused"},
        {"grad_ckpt": "full+act_offload"},
        {"method": "qlora", "base_weight_dtype": "nf4"},
        {"model": "ChatGLM3-6B", "framework": "ms-swift", "seq_len": 4096},
    ],
    ids=str,
)
def test_formula_of_activations_adds_up_with_its_own_numbers(calc: Calc, run: dict[str, object]) -> None:
    result = calc("memory", **{"model": "Llama-3.1-8B", "method": "lora", **run})
    numbers = next(step.numbers for step in result.steps if step.words.startswith("Activations"))
    layers, size, tokens, beside = re.findall(r"[\d.,]*\d", numbers.partition(", checkpointing")[0])
    kept = float(layers) * float(size.replace(",", "")) * float(tokens.replace(",", ""))
    assert kept / 2**30 + float(beside) == pytest.approx(result.value("activations_gib"), rel=0.001, abs=0.006)


def test_formula_of_activations_counts_two_bytes_of_the_residual_stream_with_checkpointing(calc: Calc) -> None:
    steps = calc("memory", model="Llama-3.1-8B", method="lora", grad_ckpt="full").steps
    assert any(step.numbers == "32 × 8,192 × 2,048 + 0.00 GiB, checkpointing full" for step in steps)
