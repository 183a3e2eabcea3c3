"""Bytes of serving, by hand: names of quantizations, habits of runtimes, weights, cache and prompt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.serving_memory import (
    Runtime,
    bytes_per_weight,
    kv_bytes_per_token,
    linear_params,
    prefill_bytes,
    runtime_of,
    says_bytes,
    weight_bytes,
)
from core.content.reference import Reference

PLAIN = runtime_of("", "", "")
MIB = 2.0**20


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("BF16", 2.0),
        ("fp16", 2.0),
        ("FP32", 4.0),
        ("32-true", 4.0),
        ("FP8", 1.0),
        ("INT8", 1.02),
        ("W8A8", 1.02),
        ("bnb.int8", 1.02),
        ("GPTQ-Int8", 1.03),
        ("GPTQ-Int4", 0.52),
        ("AWQ-INT4", 0.52),
        ("W4A16", 0.52),
        ("4bit", 0.52),
        ("bnb.nf4", 0.5625),
        ("bnb.nf4-dq", 0.5159),
        ("bnb.fp4", 0.5625),
        ("Q8_0", 1.0625),
        ("Q6_K", 0.82),
        ("Q5_K_M", 0.71),
        ("Q4_0", 0.5625),
        ("Q3_K_M", 0.49),
        ("Q2_K", 0.37),
        ("magic", 2.0),
        ("1.58bit", 2.0),
        ("1.58-bit", 2.0),
        ("1.58 bits", 2.0),
        ("", 2.0),
    ],
)
def test_quantization_takes_so_many_bytes_a_weight(name: str, size: float) -> None:
    assert bytes_per_weight(name) == size
    assert says_bytes(name) is (name not in ("magic", "") and "1.58" not in name)


@pytest.mark.parametrize(
    ("runtime", "gpu", "meaning", "expected"),
    [
        ("", "", "", {"kv_bytes": 2.0, "copies_cache": False, "shows_prefill": False, "workspace": 8 * MIB}),
        ("HF transformers 4.51", "H20-96GB", "steady state", {"copies_cache": False, "workspace": 32 * MIB}),
        ("HF transformers 4.40", "A100-80GB", "", {"shows_prefill": True}),
        ("transformers 4.51", "", "", {"shows_prefill": False}),
        ("HF transformers 4.51", "", "peak including prefill", {"shows_prefill": True}),
        ("HF, no KV-cache quantisation", "A100-80GB", "unstated", {"copies_cache": True, "kv_bytes": 2.0}),
        ("HF, KV-cache quantisation", "A100-80GB", "unstated", {"kv_bytes": 1.06}),
        ("vLLM, fp8 KV cache", "", "", {"kv_bytes": 1.06}),
        ("vLLM (paged KV cache)", "", "", {"kv_bytes": 2.0, "copies_cache": False}),
        ("litgpt generate", "A100-40GB", "unstated", {"loads_in_fp32": True, "unties_head": True}),
        ("lit-gpt", "H100", "", {"loads_in_fp32": True, "workspace": 32 * MIB}),
    ],
)
def test_runtime_is_told_by_its_name(runtime: str, gpu: str, meaning: str, expected: dict[str, object]) -> None:
    found = runtime_of(runtime, gpu, meaning)
    assert {name: getattr(found, name) for name in expected} == expected


def test_weights_by_hand(reference: Reference) -> None:
    shape = reference.model("Qwen3-8B")
    linear = 36 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 12_288)
    rest = shape.total_params - linear
    assert linear_params(shape) == linear
    assert weight_bytes(shape, "BF16", PLAIN) == 2 * shape.total_params
    assert weight_bytes(shape, "AWQ-INT4", PLAIN) == pytest.approx(0.52 * linear + 2 * rest)
    assert weight_bytes(shape, "fp32", PLAIN) == 4 * shape.total_params


def test_fp8_of_a_tied_model_has_a_head_of_its_own(reference: Reference) -> None:
    shape = reference.model("Qwen3-0.6B")
    head, linear = shape.vocab_size * shape.hidden_size, linear_params(shape)
    assert weight_bytes(shape, "FP8", PLAIN) == linear + 2 * (shape.total_params - linear + head)


def test_litgpt_quantizes_the_head_and_holds_one_matrix_in_fp32(reference: Reference) -> None:
    shape, runtime = reference.model("Llama-2-7B"), runtime_of("litgpt", "", "")
    head, linear = 32_000 * 4096, linear_params(shape)
    expected = 0.5159 * (linear + head) + 2 * (shape.total_params - linear - head) + 4 * max(head, 4096 * 11_008)
    assert weight_bytes(shape, "nf4-dq", runtime) == pytest.approx(expected)


def test_experts_are_all_held(reference: Reference) -> None:
    shape = reference.model("Mixtral-8x7B")
    assert linear_params(shape) == 32 * (2 * 4096 * 5120 + 8 * 3 * 4096 * 14_336)


@pytest.mark.parametrize(
    ("model", "kib"), [("Llama-2-7B", 512), ("Llama-3.1-8B", 128), ("Llama-3.1-70B", 320), ("Qwen3-8B", 144)]
)
def test_cache_of_a_token(model: str, kib: float, reference: Reference) -> None:
    shape = reference.model(model)
    assert kv_bytes_per_token(shape, PLAIN) == kib * 1024 == shape.kv_bytes_per_token_bf16
    small = Runtime(1.06, False, False, False, False, 0.0)
    assert kv_bytes_per_token(shape, small) == pytest.approx(0.53 * kib * 1024)


def test_prompt_takes_the_width_of_one_layer(reference: Reference) -> None:
    assert prefill_bytes(reference.model("Llama-3.1-8B"), 1000) == 1000 * (6 * 14_336 + 4 * 4096)
    assert prefill_bytes(reference.model("Llama-3.1-8B"), 0) == 0


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_words_make_a_runtime(runtime: str, gpu: str, meaning: str) -> None:
    found = runtime_of(runtime, gpu, meaning)
    assert found.kv_bytes in (1.06, 2.0)
    assert found.workspace in (8 * MIB, 32 * MIB)
    assert 0 < bytes_per_weight(runtime) <= 4
