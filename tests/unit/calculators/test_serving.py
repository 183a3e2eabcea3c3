import re
from collections.abc import Callable
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.calculators.reading import read_inputs
from core.calculators.serving import ServingInputs, compute
from core.content.reference import Reference

Calc = Callable[..., Result]
GIB = 2.0**30


def test_the_cache_takes_two_values_a_layer_and_key_head(calc: Calc) -> None:
    result = calc("serving", model="Llama-3.1-8B", input_len=1000, gen_len=24, batch=8)
    assert result.value("kv_cache_gib") == pytest.approx(2 * 32 * 1024 * 2 * 1024 * 8 / GIB)
    assert result.value("weights_gib") == pytest.approx(8_030_261_248 * 2 / GIB)


def test_four_bits_leave_embeddings_and_head_at_two_bytes(calc: Calc) -> None:
    result = calc("serving", model="Qwen3-8B", quantization="AWQ-INT4")
    head = 151_936 * 4096
    linear = 36 * (2 * 4096 * 4096 + 2 * 4096 * 1024 + 3 * 4096 * 12288)
    assert result.value("weights_gib") == pytest.approx((linear * 0.52 + (8_190_735_360 - linear) * 2) / GIB)
    assert result.value("weights_gib") > (linear * 0.52 + 2 * head * 2) / GIB * 0.999


def test_fp8_loads_a_head_of_its_own_for_tied_models(calc: Calc) -> None:
    result = calc("serving", model="Qwen3-0.6B", quantization="FP8", input_len=1, gen_len=2048, gpu="H20-96GB")
    assert result.value("memory_gib") == pytest.approx(1.188, rel=0.05)


def test_a_growing_cache_is_held_twice(calc: Calc) -> None:
    run = {"model": "Qwen-7B", "input_len": 1, "gen_len": 1024, "batch": 32}
    grown = calc("serving", **run, runtime="HF, no KV-cache quantisation, generating 1024", memory_meaning="unstated")
    assert grown.value("kv_cache_gib") == pytest.approx(2 * calc("serving", **run).value("kv_cache_gib"))
    assert grown.value("memory_gib") == pytest.approx(45.355, rel=0.05)


def test_the_prompt_shows_where_the_figure_is_the_peak(calc: Calc) -> None:
    run = {"model": "Qwen3-8B", "input_len": 30_720, "gen_len": 1}
    steady = calc("serving", **run, memory_meaning="steady state (inferred)")
    peak = calc("serving", **run, memory_meaning="peak incl. prefill (inferred)")
    assert steady.value("prefill_gib") == 0
    assert peak.value("memory_gib") - steady.value("memory_gib") == pytest.approx(peak.value("prefill_gib"))
    assert peak.value("prefill_gib") == pytest.approx(30_720 * (6 * 12288 + 4 * 4096) / GIB, rel=0.001)


def test_the_largest_batch_fits_and_one_more_does_not(calc: Calc) -> None:
    run = {"model": "Llama-3.1-8B", "gpu": "A100-80GB", "input_len": 4000, "gen_len": 96}
    batch = int(calc("serving", **run).value("largest_batch"))
    usable = 80 * 0.97 - 0.5
    assert calc("serving", **run, batch=batch).value("memory_gib") <= usable
    assert calc("serving", **run, batch=batch + 1).value("memory_gib") > usable


def test_the_longest_context_fills_the_gpu(calc: Calc) -> None:
    run = {"model": "Llama-3.1-8B", "gpu": "L4", "quantization": "AWQ-INT4"}
    context = int(calc("serving", **run).value("largest_context"))
    filled = calc("serving", **run | {"input_len": context, "gen_len": 0})
    assert filled.value("memory_gib") == pytest.approx(24 * 0.97 - 0.5, abs=0.001)


def test_a_model_too_large_for_the_gpu_says_so(calc: Calc) -> None:
    result = calc("serving", model="Llama-3.1-70B", gpu="L4")
    assert result.value("largest_batch") == result.value("largest_context") == 0
    assert "This does not fit 1 × L4." in result.notes
    assert result.notes[0] == "This does not fit 1 × L4."


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"model": "no-such-model"}, "not in the table"),
        ({"batch": "0"}, "at least 1"),
        ({"input_len": "-3"}, "at least 0"),
    ],
)
def test_bad_inputs_are_answered_with_a_sentence(calc: Calc, raw: dict[str, str], words: str) -> None:
    with pytest.raises(BadInputsError, match=words):
        calc("serving", **{"model": "Qwen3-8B", **raw})


@given(
    model=st.sampled_from(["Qwen3-8B", "Llama-3.1-70B", "Mixtral-8x7B", "Gemma-2-2B"]),
    how=st.tuples(
        st.sampled_from(["BF16", "FP8", "GPTQ-Int8", "AWQ-INT4", "nf4-dq"]),
        st.sampled_from(["", "litgpt generate", "HF, no KV-cache quantisation", "HF transformers 4.40"]),
    ),
    numbers=st.tuples(st.integers(0, 100_000), st.integers(0, 10_000), st.integers(1, 64)),
    more=st.sampled_from(["input_len", "gen_len", "batch"]),
)
@settings(max_examples=200)
def test_more_of_anything_never_needs_less_and_parts_sum(
    reference: Reference, model: str, how: tuple[str, str], numbers: tuple[int, int, int], more: str
) -> None:
    sizes = dict(zip(("input_len", "gen_len", "batch"), numbers, strict=True))
    raw = {"model": model, "quantization": how[0], "runtime": how[1], **sizes}
    result = compute(ServingInputs.model_validate(raw), reference)
    larger = compute(ServingInputs.model_validate({**raw, more: sizes[more] * 2}), reference)
    assert larger.value("memory_gib") >= result.value("memory_gib") * (1 - 1e-12)  # sums round at the last bit
    assert sum(part.value for part in result.parts) == pytest.approx(result.value("memory_gib"))


@pytest.mark.parametrize(
    "inputs",
    [
        {"quantization": "BF16"},
        {"quantization": "AWQ-INT4", "gen_len": "100000", "batch": "8"},
        {"quantization": "fp32", "runtime": "HF, no KV-cache quantisation"},
        {"quantization": "nf4-dq", "runtime": "litgpt generate"},
        {"quantization": "FP8", "runtime": "vLLM, fp8 KV cache", "input_len": "30720"},
    ],
    ids=str,
)
def test_numbers_of_weights_and_cache_come_to_what_stands_behind_them(
    inputs: dict[str, str], reference: Reference
) -> None:
    for step in compute(read_inputs(ServingInputs, {"model": "Qwen3-8B", **inputs}), reference).steps[:2]:
        terms = re.sub(r" \([^)]*\)|,", "", step.numbers).replace(" B", "e9").split(" + ")
        size = sum(prod(map(float, one.replace("GiB", f"× {GIB}").split(" × "))) for one in terms)
        stated = float(step.result.removesuffix(" GiB").replace(",", ""))
        assert size / GIB == pytest.approx(stated, rel=0.005, abs=0.006), step


def test_longest_context_is_not_taken_for_the_models_own(calc: Calc) -> None:
    said = "The longest context is what memory holds. The model may read less: its card says how much."
    assert said in calc("serving", gpu="A100-80GB").notes
    assert said not in calc("serving").notes


def test_sequences_of_no_tokens_have_no_largest_batch(calc: Calc) -> None:
    found = {quantity.id for quantity in calc("serving", gpu="A100-80GB", input_len=0, gen_len=0).quantities}
    assert "largest_context" in found
    assert "largest_batch" not in found
