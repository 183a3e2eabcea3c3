from collections.abc import Callable
from math import prod

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.calculators.memory import compute
from core.calculators.memory_inputs import MemoryInputs
from core.calculators.memory_stacks import find_stack
from core.calculators.model import Result
from core.calculators.problems import BadInputsError
from core.content.reference import Reference

Calc = Callable[..., Result]
GIB = 2.0**30


def test_bf16_weights_are_two_bytes_a_parameter(calc: Calc) -> None:
    result = calc("memory", model="Llama-3.1-8B", method="lora")
    assert result.value("weights_gib") == pytest.approx(8_030_261_248 * 2 / GIB)


@pytest.mark.parametrize(
    "inputs",
    [
        {"method": "lora"},
        {"method": "full", "base_weight_dtype": "fp32", "train_dtype": "fp32"},
        {"method": "qlora", "base_weight_dtype": "nf4"},
        {"method": "qlora", "base_weight_dtype": "nf4", "framework": "LitGPT"},
    ],
    ids=str,
)
def test_numbers_of_weights_come_to_what_stands_behind_them(calc: Calc, inputs: dict[str, str]) -> None:
    step = calc("memory", model="Llama-3.2-1B", **inputs).steps[0]
    terms = step.numbers.removesuffix(", over 1 GPU").replace(" B", "").split(" + ")
    size = sum(prod(map(float, one.split(" × "))) for one in terms) * 1e9 / GIB
    assert size == pytest.approx(float(step.result.removesuffix(" GiB")), rel=0.01)


def test_full_training_in_bf16_needs_eight_bytes_a_parameter_and_two_for_the_step(calc: Calc) -> None:
    result = calc("memory", model="TinyLlama-1.1B", method="full", seq_len=1)
    assert result.value("peak_memory_gib") == pytest.approx(1_100_048_384 * 10 / GIB, rel=1e-6)
    assert any("optimizer step" in note for note in result.notes)


def test_fp32_master_weights_cost_twelve_bytes_a_parameter_more_than_none(calc: Calc) -> None:
    pure = calc("memory", model="TinyLlama-1.1B", method="full").value("optimizer_gib")
    mixed = calc("memory", model="TinyLlama-1.1B", method="full", train_dtype="bf16 mixed (fp32 master)")
    assert pure == pytest.approx(1_100_048_384 * 4 / GIB)
    assert mixed.value("optimizer_gib") == pytest.approx(1_100_048_384 * 12 / GIB)


def test_checkpointing_keeps_two_bytes_of_the_residual_stream_a_layer(calc: Calc) -> None:
    result = calc("memory", model="Llama-3.1-8B", method="lora", grad_ckpt="full", seq_len=4096)
    assert result.value("activations_gib") == pytest.approx(32 * 2 * 4096 * 4096 / GIB)


def test_logits_of_todays_hugging_face_are_fourteen_bytes_a_token_and_entry(calc: Calc) -> None:
    result = calc("memory", model="Llama-3.1-8B", method="lora", seq_len=4096)
    assert result.value("logits_gib") == pytest.approx(14 * 128_256 * 4096 / GIB)
    old = calc("memory", model="Llama-3.1-8B", method="lora", seq_len=4096, source_date="2024-03")
    assert old.value("logits_gib") == pytest.approx(24 * 128_256 * 4096 / GIB)


def test_four_bit_weights_leave_embeddings_wide(calc: Calc) -> None:
    result = calc("memory", model="Llama-2-7B", method="qlora", framework="torchtune", base_weight_dtype="nf4-dq")
    linear, rest = 6_476_005_376, 6_738_415_616 - 6_476_005_376
    assert result.value("weights_gib") == pytest.approx((linear * 0.5159 + rest * 2) / GIB)


def test_adapters_count_rank_times_both_widths(calc: Calc) -> None:
    result = calc("memory", model="Llama-3.1-8B", method="lora", lora_r=16, lora_targets="q+v")
    assert result.value("trainable_params") == 6_815_744


def test_dora_adds_a_magnitude_for_each_output(calc: Calc) -> None:
    lora = calc("memory", model="Llama-3.1-8B", method="lora", lora_targets="q+v").value("trainable_params")
    dora = calc("memory", model="Llama-3.1-8B", method="dora", lora_targets="q+v").value("trainable_params")
    assert dora - lora == 32 * (4096 + 1024)


def test_fsdp_divides_what_is_kept_and_gathers_two_layers(calc: Calc) -> None:
    one = calc("memory", model="Llama-3.1-70B", method="lora")
    eight = calc("memory", model="Llama-3.1-70B", method="lora", n_gpus=8, sharding="fsdp")
    assert eight.value("weights_gib") == pytest.approx(one.value("weights_gib") / 8)
    assert one.value("gathered_gib") == 0
    assert 5 < eight.value("gathered_gib") < 9


def test_offloaded_fsdp_keeps_no_weights_on_the_gpu(calc: Calc) -> None:
    result = calc("memory", model="Llama-3.1-70B", method="full", n_gpus=8, sharding="fsdp", cpu_offload=1)
    assert result.value("weights_gib") == result.value("optimizer_gib") == 0


def test_reserved_memory_never_exceeds_the_gpu_where_the_used_part_fits(calc: Calc) -> None:
    run = {"model": "Qwen-7B", "method": "lora", "framework": "ms-swift", "seq_len": 2048, "gpu": "A100-80GB"}
    assert calc("memory", **run, micro_batch=8).value("peak_memory_gib") == pytest.approx(77.6, abs=0.1)


def test_measured_by_nvidia_smi_the_context_counts(calc: Calc) -> None:
    run = {"model": "Llama-3.1-8B", "method": "lora"}
    reserved = calc("memory", **run, memory_metric="reserved").value("peak_memory_gib")
    assert calc("memory", **run, memory_metric="nvidia-smi").value("peak_memory_gib") == pytest.approx(reserved + 0.5)


def test_unknown_frameworks_count_as_hugging_face(calc: Calc) -> None:
    run = {"model": "Llama-3.1-8B", "method": "lora"}
    unknown, plain = calc("memory", **run, framework="nobody knows"), calc("memory", **run)
    assert unknown.quantities == plain.quantities
    assert unknown.cautions == ("Framework “nobody knows” is not known; treated as Hugging Face.",)


def test_a_published_table_row_is_read_as_it_is(calc: Calc) -> None:
    row = {"model": "Gemma-2-9B", "model_params_b": "9.2417", "method": "qlora", "framework": "litgpt"}
    row |= {"base_weight_dtype": "nf4", "train_dtype": "bf16", "optimizer": "adamw", "lora_r": "16"}
    row |= {"lora_targets": "q+k+v+o+mlp+lm_head", "seq_len": "512", "micro_batch": "1", "seq_filled": "1"}
    row |= {"grad_accum": ">1", "lora_dropout": "0.05", "grad_ckpt": "none", "attention": "flash/sdpa"}
    row |= {"loss_impl": "chunked_logits", "n_gpus": "1", "sharding": "none", "cpu_offload": "0", "gpu": "A10G-24GB"}
    assert calc("memory", **row).value("peak_memory_gib") == pytest.approx(19.483, rel=0.05)


def test_a_model_out_of_the_table_borrows_the_widths_of_the_nearest(calc: Calc) -> None:
    named = calc("memory", model="SomebodysModel-6B", method="lora")
    given_size = calc("memory", model="Somebodys", method="lora", model_params_b=6)
    assert named.value("peak_memory_gib") == given_size.value("peak_memory_gib")
    assert named.value("weights_gib") == pytest.approx(6e9 * 2 / GIB)
    assert any("nearest in size" in note for note in named.notes)


def test_a_typed_shape_needs_no_table(calc: Calc) -> None:
    result = calc("memory", model="mine", method="lora", hidden_size=1024, num_layers=4, vocab_size=1000)
    linear = 4 * (4 * 1024 * 1024 + 3 * 1024 * 4096)
    assert result.value("weights_gib") == pytest.approx((linear + 2 * 1000 * 1024) * 2 / GIB)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"model": "no-such-model"}, "model_params_b"),
        ({"lora_r": "9000"}, "above the smallest target matrix (1024)"),
        ({"lora_targets": "nothing"}, "is not a matrix"),
        ({"seq_len": "0"}, "at least 1"),
        ({"seq_len": "nan"}, "whole number"),
        ({"micro_batch": "-1"}, "at least 1"),
        ({"grad_accum": "0"}, "whole number above 0"),
        ({"grad_accum": "many"}, "whole number above 0"),
        ({"grad_accum": "=4"}, "whole number above 0"),
        ({"grad_accum": "9" * 5000}, "whole number above 0"),
        ({"method": "magic"}, "choose from"),
        ({"model_params_b": "1e30"}, "at most"),
        ({"hidden_size": "4096", "num_layers": "32", "model_params_b": "0.1"}, "below"),
    ],
)
def test_bad_inputs_are_answered_with_a_sentence(calc: Calc, raw: dict[str, str], words: str) -> None:
    with pytest.raises(BadInputsError) as caught:
        calc("memory", **{"model": "Llama-3.1-8B", "method": "lora", **raw})
    assert words in str(caught.value)


def test_old_litgpt_has_no_second_embedding_and_shards_late() -> None:
    old, new = find_stack("LitGPT", "2023-10"), find_stack("litgpt", "")
    assert (old.trains_embedding_copy, old.copies_before_sharding) == (False, True)
    assert (new.trains_embedding_copy, new.copies_before_sharding) == (True, False)


runs = st.fixed_dictionaries(
    {
        "model": st.sampled_from(["Llama-3.1-8B", "Qwen-7B", "Gemma-2-2B", "Phi-2", "Mixtral-8x7B"]),
        "method": st.sampled_from(["full", "lora", "qlora", "dora"]),
        "framework": st.sampled_from(["hf", "litgpt", "torchtune", "ms-swift", "Qwen finetune.py"]),
        "seq_len": st.integers(1, 16_384),
        "micro_batch": st.integers(1, 16),
        "grad_accum": st.sampled_from(["1", ">1"]),
        "grad_ckpt": st.sampled_from(["none", "selective", "full", "full+act_offload"]),
        "optimizer": st.sampled_from(["adamw", "adamw_8bit", "paged_adamw_8bit (in-backward)", "sgd"]),
        "loss_impl": st.sampled_from(["full_logits", "chunked_ce", "fused_linear_ce"]),
        "attention": st.sampled_from(["flash/sdpa", "eager"]),
        "memory_metric": st.sampled_from(["", "allocated", "reserved", "nvidia-smi"]),
        "gpu": st.sampled_from(["", "A100-80GB"]),
    }
)


def peak(reference: Reference, raw: dict[str, object]) -> float:
    return compute(MemoryInputs.model_validate(raw), reference).value("peak_memory_gib")


@given(run=runs)
@settings(max_examples=200)
def test_parts_sum_to_the_peak_and_the_range_holds_it(reference: Reference, run: dict[str, object]) -> None:
    result = compute(MemoryInputs.model_validate(run), reference)
    headline = result.quantities[0]
    assert sum(part.value for part in result.parts) == pytest.approx(headline.value)
    assert all(part.value >= 0 for part in result.parts)
    assert headline.low is not None and headline.high is not None
    assert headline.low < headline.value < headline.high


@given(run=runs, more=st.sampled_from(["seq_len", "micro_batch"]), factor=st.integers(2, 5))
@settings(max_examples=200)
def test_more_tokens_never_need_less(reference: Reference, run: dict[str, object], more: str, factor: int) -> None:
    assert peak(reference, {**run, more: int(str(run[more])) * factor}) >= peak(reference, run) - 1e-9


@given(run=runs)
@settings(max_examples=100)
def test_checkpointing_never_needs_more(reference: Reference, run: dict[str, object]) -> None:
    assert peak(reference, {**run, "grad_ckpt": "full"}) <= peak(reference, {**run, "grad_ckpt": "none"}) + 1e-9


def gathered(reference: Reference, raw: dict[str, object]) -> float:
    return compute(MemoryInputs.model_validate(raw), reference).value("gathered_gib")


GEMMA_WITHOUT_STATES = {
    "model": "Gemma-2-2B",
    "method": "full",
    "seq_len": 565,
    "grad_ckpt": "selective",
    "optimizer": "sgd",
    "micro_batch": 16,
    "loss_impl": "chunked_ce",
}


@given(run=runs, gpus=st.integers(1, 8), sharding=st.sampled_from(["fsdp", "zero2", "zero3", "device_map"]))
@example(run=GEMMA_WITHOUT_STATES, gpus=1, sharding="fsdp")
@settings(max_examples=200)
def test_sharding_over_more_gpus_needs_no_more_but_the_layers_that_the_first_split_gathers(
    reference: Reference, run: dict[str, object], gpus: int, sharding: str
) -> None:
    """One GPU has its layers whole; from two on they are gathered, which for a large vocabulary can cost more."""
    few = {**run, "sharding": sharding, "n_gpus": gpus}
    more = {**few, "n_gpus": 2 * gpus}
    first_split = gathered(reference, more) - gathered(reference, few) if gpus == 1 else 0.0
    assert peak(reference, more) <= peak(reference, few) + first_split + 1e-9


@given(h=st.integers(2, 64), layers=st.integers(1, 40), more=st.sampled_from(["hidden_size", "num_layers"]))
@settings(max_examples=100)
def test_larger_models_never_need_less(reference: Reference, h: int, layers: int, more: str) -> None:
    shape = {"model": "mine", "method": "lora", "hidden_size": 128 * h, "num_layers": layers, "lora_r": 8}
    assert peak(reference, {**shape, more: 2 * int(str(shape[more]))}) >= peak(reference, shape)
