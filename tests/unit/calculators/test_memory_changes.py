"""Verdicts and changes for any run: they never raise, agree with the peak, and say the same as the calculator."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.memory_bands import band_of
from core.calculators.memory_fit import changes, cheapest_change, peak_gib, usable_gib, verdicts
from core.calculators.memory_inputs import MemoryInputs, Method
from core.content.reference import Reference

RUNS = st.builds(
    MemoryInputs,
    model=st.sampled_from(["Llama-3.1-8B", "Llama-3.2-1B", "Mixtral-8x7B", "Phi-2", "Gemma-2-9B", "Mine-3B"]),
    method=st.sampled_from(list(Method)),
    seq_len=st.integers(1, 32_000),
    micro_batch=st.integers(1, 16),
    grad_ckpt=st.sampled_from(["none", "selective", "full", "strange"]),
    attention=st.sampled_from(["flash/sdpa", "eager"]),
    optimizer=st.sampled_from(["adamw", "adamw_8bit", "paged_adamw_8bit", "sgd"]),
    loss_impl=st.sampled_from(["full_logits", "chunked_ce", "liger"]),
    sharding=st.sampled_from(["none", "fsdp", "zero2"]),
    n_gpus=st.integers(1, 16),
    lora_r=st.integers(1, 256),
)
ANY_RUN = settings(max_examples=40)


@ANY_RUN
@given(RUNS)
def test_every_gpu_gets_a_verdict_that_agrees_with_the_peak(reference: Reference, inputs: MemoryInputs) -> None:
    peak, band = peak_gib(inputs, reference), band_of(inputs.method)
    found = verdicts(inputs, reference)
    assert len(found) == len(reference.gpus)
    for verdict in found:
        assert verdict.usable_gib == usable_gib(verdict.gpu.memory_gb)
        assert verdict.headroom_gib == pytest.approx(verdict.usable_gib - peak)
        if verdict.word == "fits":
            assert peak * band.high <= verdict.usable_gib
        elif verdict.word == "tight":
            assert peak <= verdict.usable_gib < peak * band.high
        else:
            assert verdict.word == "no"
            assert verdict.headroom_gib < 0


@ANY_RUN
@given(RUNS)
def test_larger_gpus_never_get_a_worse_verdict(reference: Reference, inputs: MemoryInputs) -> None:
    order = ["no", "tight", "fits"]
    places = [order.index(verdict.word) for verdict in verdicts(inputs, reference)]
    assert places == sorted(places)


@ANY_RUN
@given(RUNS)
def test_every_change_lowers_the_peak_and_is_a_run_of_its_own(reference: Reference, inputs: MemoryInputs) -> None:
    now = peak_gib(inputs, reference)
    for change in changes(inputs, reference):
        assert change.peak_gib < now
        assert change.inputs != inputs
        assert peak_gib(change.inputs, reference) == change.peak_gib
        assert change.words and change.costs


@ANY_RUN
@given(RUNS, st.sampled_from([16, 24, 40, 80, 141]))
def test_cheapest_change_fits_and_none_before_it_does(reference: Reference, inputs: MemoryInputs, gib: float) -> None:
    found = changes(inputs, reference)
    cheapest = cheapest_change(inputs, gib, reference)
    fitting = [change for change in found if change.peak_gib <= usable_gib(gib)]
    assert cheapest == (fitting[0] if fitting else None)


def test_change_that_cannot_be_made_is_left_out(reference: Reference) -> None:
    tiny = MemoryInputs(model="mine", method=Method.FULL, hidden_size=8, num_layers=2, vocab_size=9_000_000)
    wide = MemoryInputs(method=Method.FULL, lora_r=9_999)
    for inputs in (tiny, wide):
        found = [change.words for change in changes(inputs, reference)]
        assert found
        assert "train LoRA adapters instead" not in found


@pytest.mark.parametrize(
    ("method", "low", "high"),
    [
        (Method.FULL, 0.82, 1.22),
        (Method.LORA, 0.85, 1.15),
        (Method.DORA, 0.85, 1.15),
        (Method.QLORA, 0.87, 1.18),
        (Method.QDORA, 0.87, 1.18),
    ],
)
def test_band_follows_the_method(method: Method, low: float, high: float) -> None:
    band = band_of(method)
    assert (band.low, band.high) == (low, high)
    assert band.coverage == 0.9
