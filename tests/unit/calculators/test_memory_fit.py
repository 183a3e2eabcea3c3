import pytest

from core.calculators.memory_fit import changes, cheapest_change, peak_gib, usable_gib, verdicts
from core.calculators.memory_inputs import MemoryInputs, Method
from core.content.reference import Reference


def test_a_gpu_holds_less_than_its_name_says() -> None:
    assert usable_gib(24) == pytest.approx(22.78)


def test_verdicts_run_from_too_small_to_roomy(reference: Reference) -> None:
    found = {v.gpu.id: v for v in verdicts(MemoryInputs(model="Llama-3.1-8B", method=Method.LORA), reference)}
    assert found["l4"].word in ("tight", "fits") or found["l4"].headroom_gib < 0
    assert found["h200"].word == "fits"
    assert found["h200"].headroom_gib > 100
    memories = [v.gpu.memory_gb for v in verdicts(MemoryInputs(), reference)]
    assert memories == sorted(memories)


def test_full_training_that_does_not_fit_is_told_the_cheapest_change_first(reference: Reference) -> None:
    inputs = MemoryInputs(model="Llama-3.2-3B", method=Method.FULL, grad_ckpt="none", seq_len=4096, micro_batch=2)
    assert peak_gib(inputs, reference) > usable_gib(48)
    change = cheapest_change(inputs, 48, reference)
    assert change is not None
    assert change.words == "turn activation checkpointing on"
    assert change.peak_gib <= usable_gib(48)
    assert peak_gib(change.inputs, reference) == change.peak_gib


def test_every_change_lowers_the_peak_and_says_what_it_costs(reference: Reference) -> None:
    inputs = MemoryInputs(model="Llama-3.1-8B", method=Method.LORA, grad_ckpt="none", attention="eager", micro_batch=4)
    now, found = peak_gib(inputs, reference), changes(inputs, reference)
    assert [change.words for change in found] == [
        "compute the loss in chunks or fused",
        "turn activation checkpointing on",
        "use flash attention",
        "use micro batches of 1, and accumulate",
        "shard over twice the GPUs (FSDP)",
        "cut sequences to 1,024 tokens",
        "keep the base weights in 4 bits (QLoRA)",
    ]
    assert all(change.peak_gib < now and change.costs for change in found)


def test_a_seventy_billion_model_fits_one_a100_only_in_four_bits(reference: Reference) -> None:
    inputs = MemoryInputs(model="Llama-3.1-70B", method=Method.LORA, loss_impl="fused_linear_ce")
    change = cheapest_change(inputs, 80, reference)
    assert change is not None
    assert change.inputs.method is Method.QLORA or change.inputs.n_gpus == 2


def test_no_change_is_offered_where_no_single_one_is_enough(reference: Reference) -> None:
    assert cheapest_change(MemoryInputs(model="Llama-3.1-405B", method=Method.FULL), 16, reference) is None
