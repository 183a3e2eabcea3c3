"""Four ways to serve, by hand: what a query, a month and the start cost, and how the curves run."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cumulative import crossings, cumulative_curve, queries_by_month, queries_until
from core.calculators.first_token import first_tokens, prefill_ms
from core.calculators.serving_options import Option, Prices, read_prices, serving_options, stuffing_limit
from core.content.reference import Reference

ROUND = BreakEvenInputs(
    system_tokens=100,
    tuned_system_tokens=50,
    query_tokens=200,
    output_tokens=300,
    knowledge_tokens=10_000,
    retrieved_tokens=2_000,
    input_usd_per_mtok=1,
    cached_usd_per_mtok=0.1,
    output_usd_per_mtok=4,
    embedding_usd_per_mtok=0.5,
    tuned_input_usd_per_mtok=2,
    tuned_output_usd_per_mtok=8,
    training_usd_per_mtok=3,
    training_mtok=10,
    labels_usd=1_000,
    cache_hit_share=0.5,
    vector_db_usd_per_month=70,
    vector_usd_per_1k=2,
    reindex_per_month=2,
    usd_per_gpu_hour=1,
    n_gpus=2,
    hosted_training_usd=40,
)


def prices(reference: Reference, **changed: object) -> Prices:
    return read_prices(ROUND.model_copy(update=changed), reference)


def option(reference: Reference, name: str, **changed: object) -> Option:
    inputs = ROUND.model_copy(update=changed)
    return next(found for found in serving_options(inputs, read_prices(inputs, reference)) if found.id == name)


def test_typed_prices_are_the_ones_that_count(reference: Reference) -> None:
    found = prices(reference)
    assert (found.prompt, found.cached, found.written, found.output) == (1, 0.1, 1, 4)
    assert (found.tuned_prompt, found.tuned_output, found.training, found.embedding) == (2, 8, 3, 0.5)
    assert (found.rent.usd, found.rent.low, found.rent.high) == (1, 1, 1)


@pytest.mark.parametrize(
    ("hits", "caching", "prefix"),
    [(1.0, True, 0.1), (0.0, True, 1.0), (0.5, True, 0.55), (0.5, False, 1.0), (1.0, False, 1.0)],
)
def test_prefix_costs_what_hits_and_misses_come_to(
    hits: float, caching: bool, prefix: float, *, reference: Reference
) -> None:
    assert prices(reference, cache_hit_share=hits, caching=caching).prefix == pytest.approx(prefix)


def test_stuffing_by_hand(reference: Reference) -> None:
    stuffing = option(reference, "stuffing")
    assert stuffing.query_usd == pytest.approx((10_100 * 0.55 + 200 * 1 + 300 * 4) / 1e6)
    assert (stuffing.upfront_usd, stuffing.month_usd, stuffing.retrain_usd) == (0, 0, 0)


def test_rag_by_hand(reference: Reference) -> None:
    rag = option(reference, "rag")
    assert rag.query_usd == pytest.approx((2_300 * 1 + 300 * 4 + 200 * 0.5) / 1e6 + 2 / 1000)
    assert rag.upfront_usd == pytest.approx(10_000 * 0.5 / 1e6)
    assert rag.month_usd == pytest.approx(70 + 2 * 10_000 * 0.5 / 1e6)


def test_fine_tuned_by_hand(reference: Reference) -> None:
    tuned = option(reference, "tuned")
    assert tuned.query_usd == pytest.approx((250 * 2 + 300 * 8) / 1e6)
    assert (tuned.upfront_usd, tuned.retrain_usd, tuned.month_usd) == (1_030, 30, 0)


def test_self_hosted_by_hand(reference: Reference) -> None:
    hosted = option(reference, "hosted", tokens_per_s_per_gpu=1_000, peak_factor=2)
    assert (hosted.upfront_usd, hosted.query_usd, hosted.retrain_usd) == (1_040, 0, 40)
    assert hosted.queries_per_gpu_month == 1_000 * 3600 * 730 / 2 / 300
    assert hosted.monthly_usd(1) == 2 * 730
    assert hosted.monthly_usd(3 * hosted.queries_per_gpu_month) == 3 * 730


def test_answers_of_no_tokens_do_not_divide_by_nothing(reference: Reference) -> None:
    assert math.isfinite(option(reference, "hosted", output_tokens=0).queries_per_gpu_month)


KINDS = st.builds(
    Option,
    id=st.just("x"),
    label=st.just("X"),
    upfront_usd=st.floats(0, 1e6),
    query_usd=st.floats(0, 1),
    month_usd=st.floats(0, 1e5),
    retrain_usd=st.floats(0, 1e4),
)


@given(KINDS, st.lists(st.floats(0, 1e6), min_size=1, max_size=36), st.integers(0, 12))
@settings(max_examples=80)
def test_curve_ends_at_the_sum_of_all_bills(kind: Option, asked: list[float], every: int) -> None:
    curve = cumulative_curve(kind, tuple(asked), every)
    retrained = (len(asked) - 1) // every if every else 0
    expected = kind.upfront_usd + kind.query_usd * sum(asked) + kind.month_usd * len(asked)
    assert curve.total == pytest.approx(expected + kind.retrain_usd * retrained)
    assert list(curve.points) == sorted(curve.points)
    assert curve.calls_usd == pytest.approx(kind.query_usd * sum(asked))


@given(st.floats(1, 1e6), st.floats(0, 20), st.integers(1, 60), st.floats(0, 1))
def test_queries_until_a_month_grow_with_it(start: float, growth: float, months: int, part: float) -> None:
    asked = queries_by_month(BreakEvenInputs(queries_per_month=start, growth_pct=growth, months=months))
    assert len(asked) == months
    assert asked[0] == start
    assert queries_until(0, asked) == 0
    assert queries_until(months, asked) == pytest.approx(sum(asked))
    assert queries_until(part * months, asked) <= sum(asked) * (1 + 1e-9)


@given(st.floats(0.1, 1e4), st.floats(0.1, 1e3), st.floats(1.5, 100))
def test_crossing_of_two_straight_lines_is_where_algebra_puts_it(upfront: float, month: float, factor: float) -> None:
    dear_first, cheap_first = Option("a", "A", upfront, 0, month), Option("b", "B", 0, 0, month * factor)
    meets = upfront / (month * factor - month)
    months = 40
    curves = tuple(cumulative_curve(kind, (0.0,) * months, 0) for kind in (dear_first, cheap_first))
    (crossing,) = crossings(curves)
    if meets < months - 1:
        assert crossing.month == pytest.approx(meets, rel=1e-6)
    assert (crossing.dearer_first, crossing.cheaper_first) == (dear_first, cheap_first)


@pytest.mark.parametrize(
    ("retrieved", "prompt", "prefix", "limit"),
    [(2_500, 2.5, 1.25, 5_000), (2_500, 2.0, 0.5, 10_000), (2_500, 1.25, 0.125, 25_000), (0, 1, 1, 0)],
)
def test_k_star_by_hand(retrieved: float, prompt: float, prefix: float, limit: float) -> None:
    assert stuffing_limit(retrieved, prompt, prefix) == limit


def test_first_tokens_by_hand(reference: Reference) -> None:
    inputs = ROUND.model_copy(update={"retrieval_ms": 120, "prefill_mfu": 0.5})
    shape, gpu = reference.model("Llama-3.1-8B"), reference.gpu("A100")

    def ms(tokens: int) -> float:
        return 2 * 8_030_261_248 * tokens / (312e12 * 0.5) * 1000

    stuffing, rag, tuned = first_tokens(inputs, shape, gpu)
    assert (stuffing.prompt_tokens, rag.prompt_tokens, tuned.prompt_tokens) == (10_300, 2_300, 250)
    assert stuffing.ms == pytest.approx(ms(200) + 0.5 * ms(10_100))
    assert (stuffing.low, stuffing.high) == pytest.approx((ms(200), ms(10_300)))
    assert rag.ms == pytest.approx(ms(2_300) + 120)
    assert (rag.low, rag.high) == pytest.approx((ms(2_300) + 50, ms(2_300) + 200))
    assert (tuned.ms, tuned.low, tuned.high) == pytest.approx((ms(250),) * 3)


@given(st.floats(1e6, 1e12), st.floats(0, 1e6), st.floats(1, 5000), st.floats(0.01, 1))
def test_reading_twice_the_prompt_takes_twice_as_long(params: float, tokens: float, peak: float, mfu: float) -> None:
    once = prefill_ms(params, tokens, peak, mfu)
    assert prefill_ms(params, 2 * tokens, peak, mfu) == pytest.approx(2 * once)
    assert prefill_ms(params, tokens, 2 * peak, mfu) == pytest.approx(once / 2)
