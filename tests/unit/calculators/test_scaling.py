"""The arithmetic of pre-training and of rent, against published figures and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.gpu_rent import Rent, rent_of
from core.calculators.scaling import chinchilla_point, gpu_hours, training_flops, typical_mfu
from core.calculators.training_mfu import Method, fine_tuning_mfu, flops_per_token, job_of
from core.content.reference import Reference


@pytest.mark.parametrize(
    ("name", "params", "tokens", "published"),
    [
        ("GPT-3", 175e9, 300e9, 3.14e23),
        ("Chinchilla", 70e9, 1.4e12, 5.76e23),
        ("PaLM", 540.35e9, 780e9, 2.53e24),
        ("Llama-3.1-405B", 405.85e9, 15.6e12, 3.8e25),
        ("DeepSeek-V3", 37e9, 14.8e12, 3.3e24),
    ],
)
def test_six_a_parameter_and_token_is_what_is_published(
    name: str, params: float, tokens: float, published: float
) -> None:
    assert training_flops(params, tokens) == pytest.approx(published, rel=0.03), name


@given(st.floats(1e15, 1e30))
def test_chinchilla_point_spends_everything_at_twenty_tokens_a_parameter(flops: float) -> None:
    params, tokens = chinchilla_point(flops)
    assert tokens == pytest.approx(20 * params)
    assert training_flops(params, tokens) == pytest.approx(flops)


@pytest.mark.parametrize(
    ("gpu", "mfu"),
    [
        ("A100-80GB", 0.35),
        ("A100-40GB", 0.35),
        ("A800", 0.35),
        ("H100", 0.25),
        ("H100-PCIe", 0.25),
        ("H800", 0.25),
        ("H200", 0.25),
        ("B200", 0.25),
        ("TPUv3", 0.29),
        ("TPUv4", 0.29),
        ("TPU v2", 0.29),
        ("V100", 0.20),
        ("MI300X", 0.35),
    ],
)
def test_whole_runs_reach_a_share_of_the_peak_by_accelerator(gpu: str, mfu: float, reference: Reference) -> None:
    assert typical_mfu(reference.gpu(gpu)) == mfu


def test_hours_by_hand(reference: Reference) -> None:
    a100 = reference.gpu("A100")
    an_hour_at_peak = 312e12 * 3600
    middle, low, high = gpu_hours(an_hour_at_peak, a100, None)
    assert (middle, low, high) == pytest.approx((1 / 0.35, 1 / 0.52, 1 / 0.13))
    assert gpu_hours(an_hour_at_peak, a100, 0.5) == pytest.approx((2, 2 * 0.94, 2 * 1.38))


@given(st.floats(1e15, 1e28), st.none() | st.floats(0.05, 1))
def test_hours_lie_in_their_range_and_double_with_the_work(
    reference: Reference, flops: float, mfu: float | None
) -> None:
    for gpu in reference.gpus:
        middle, low, high = gpu_hours(flops, gpu, mfu)
        assert low <= middle <= high
        assert gpu_hours(2 * flops, gpu, mfu) == pytest.approx((2 * middle, 2 * low, 2 * high))


def test_rent_of_a_gpu_lies_between_its_cheapest_and_its_dearest(reference: Reference) -> None:
    found = 0
    for gpu in reference.gpus:
        rent = rent_of(gpu, None, reference)
        if rent is None:
            assert reference.prices_of(gpu) == ()
            continue
        found += 1
        assert 0 < rent.low <= rent.usd <= rent.high
        assert rent.source.startswith(f"{gpu.name} prices: ")
        assert ", as of 20" in rent.source
    assert found > 10


@pytest.mark.parametrize("typed", [0.0, 1.5, 100.0])
def test_typed_rent_has_no_range(typed: float, reference: Reference) -> None:
    for gpu in reference.gpus:
        assert rent_of(gpu, typed, reference) == Rent(typed, typed, typed, "Price an hour: typed in")


@pytest.mark.parametrize(
    ("rent", "words"),
    [
        (Rent(2, 2, 2, ""), "$2/h"),
        (Rent(2.5, 1, 4, ""), "$2.50 ($1–4/h)"),
        (Rent(0, 0, 0, ""), "$0/h"),
    ],
)
def test_rent_in_words(rent: Rent, words: str) -> None:
    assert rent.words() == words


@pytest.mark.parametrize(("method", "c"), [(Method.FULL, 6), (Method.LORA, 4), (Method.QLORA, 4)], ids=str)
def test_operations_of_a_token_by_hand(method: Method, c: int) -> None:
    assert method.flops_per_param == c
    assert flops_per_token(method, 1000, 10, 7) == c * 1000 + 2 * c * 10 * 7


@pytest.mark.parametrize(
    ("tokens", "batch"), [(1, 2048), (512, 4), (1000, 3), (2047, 2), (2048, 1), (2049, 1), (100_000, 1)]
)
def test_short_examples_are_packed_to_some_two_thousand_tokens(tokens: int, batch: int) -> None:
    job = job_of(Method.LORA, "Llama-2-7B", "A10G", tokens, 2)
    assert (job.seq_len, job.micro_batch, job.n_gpus, job.packed) == (tokens, batch, 2, True)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("gpu", ["A10G", "A100-80GB", "H100", "L4", "MI300X"])
def test_expected_utilisation_is_a_share_with_a_range(method: Method, gpu: str, reference: Reference) -> None:
    mfu = fine_tuning_mfu(job_of(method, "Llama-3.1-8B", gpu, 512, 1), reference)
    assert 0 < mfu.low < mfu.middle < mfu.high < 1.3
