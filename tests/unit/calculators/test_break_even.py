"""Break-even: prices of a query, curves, crossings, K*, latency."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculators.break_even import CALCULATOR
from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cumulative import crossings, cumulative_curve, queries_by_month, queries_until
from core.calculators.first_token import first_tokens, prefill_ms
from core.calculators.model import Result
from core.calculators.serving_options import Option, read_prices, serving_options, stuffing_limit
from core.content.reference import Reference

Calc = Callable[..., Result]
Refusal = Callable[..., tuple[tuple[str | None, ...], str]]

BARE = {"system_tokens": 0, "tuned_system_tokens": 0, "query_tokens": 200, "output_tokens": 300, "cache_hit_share": 1}


def names(result: Result) -> set[str]:
    return {quantity.id for quantity in result.quantities}


def test_query_prices_are_list_prices_times_tokens(calc: Calc) -> None:
    result = calc("break-even", **BARE, knowledge_tokens=40_000)
    assert result.value("query_stuffing_usd") == pytest.approx((40_000 * 0.075 + 200 * 0.15 + 300 * 0.6) / 1e6)
    assert result.value("query_rag_usd") == pytest.approx((2_700 * 0.15 + 300 * 0.6 + 200 * 0.02) / 1e6)
    assert result.value("query_tuned_usd") == pytest.approx((200 * 0.3 + 300 * 1.2) / 1e6)
    assert result.value("query_hosted_usd") == 0


def test_without_caching_the_knowledge_costs_its_full_price(calc: Calc) -> None:
    dear = calc("break-even", caching=False).value("query_stuffing_usd")
    assert dear > calc("break-even", caching=True).value("query_stuffing_usd")
    assert dear == pytest.approx((40_500 * 0.15 + 300 * 0.6) / 1e6)


def test_cache_misses_pay_for_writing_where_the_provider_charges_it(reference: Reference) -> None:
    inputs = BreakEvenInputs(api_model="claude-haiku-4-5", cache_hit_share=0.5)
    prices = read_prices(inputs, reference)
    assert (prices.cached, prices.written) == (0.1, 1.25)
    assert prices.prefix == pytest.approx(0.675)


@pytest.mark.parametrize(("model", "limit"), [("gpt-4o", 5_000), ("gpt-4.1", 10_000), ("gpt-5", 25_000)])
def test_k_star_follows_the_cache_discount(model: str, limit: int, calc: Calc) -> None:
    result = calc("break-even", **BARE, api_model=model, retrieved_tokens=2_500)
    assert result.value("k_star_tokens") == pytest.approx(limit)


def test_at_k_star_all_in_stuffing_and_rag_cost_the_same(calc: Calc) -> None:
    start = calc("break-even", months=1)
    limit = round(start.value("k_star_all_in_tokens"))
    there = calc("break-even", months=1, knowledge_tokens=limit)
    assert there.value("total_stuffing_usd") == pytest.approx(there.value("total_rag_usd"), rel=1e-3)


def test_free_cache_reads_have_no_k_star(calc: Calc) -> None:
    result = calc("break-even", cached_usd_per_mtok=0, cache_hit_share=1)
    assert not {"k_star_tokens", "k_star_all_in_tokens"} & names(result)


def test_cheapest_is_the_least_total_and_its_parts_sum_to_it(calc: Calc) -> None:
    result = calc("break-even")
    totals = [result.value(f"total_{option}_usd") for option in ("stuffing", "rag", "tuned", "hosted")]
    assert result.value("cheapest_usd") == min(totals)
    assert sum(part.value for part in result.parts) == pytest.approx(min(totals))


def test_series_run_from_the_start_to_the_horizon_and_never_fall(calc: Calc) -> None:
    result = calc("break-even", months=12)
    assert [series.id for series in result.series] == ["stuffing", "rag", "tuned", "hosted"]
    for series in result.series:
        assert [x for x, _ in series.points] == list(range(13))
        assert all(before <= after for (_, before), (_, after) in pairwise(series.points))
        assert series.points[-1][1] == pytest.approx(result.value(f"total_{series.id}_usd"))


def test_labels_are_never_paid_back_within_the_horizon_and_it_is_said(calc: Calc) -> None:
    result = calc("break-even")
    assert "rag_tuned_months" not in names(result)
    assert "Fine-tuned becomes cheaper than RAG: never within the horizon of 24 months." in result.notes


def test_one_month_is_not_called_months_and_a_query_is_whole(calc: Calc) -> None:
    result = calc(
        "break-even", labels_usd=0, training_mtok=0.00005, vector_db_usd_per_month=0, knowledge_tokens=0, months=1
    )
    assert result.quantities[0].label.startswith("Cheapest over 1 month: ")
    assert result.value("rag_tuned_queries") == 1
    assert "within the horizon of 1 month." in " ".join(result.notes)


def test_the_first_case_that_is_solved_ends_in_what_its_title_compares(calc: Calc) -> None:
    """It asks for fine-tuning against RAG, and the headline named stuffing of no knowledge at all."""
    result = calc("break-even", **CALCULATOR.examples[0].inputs)
    assert result.quantities[0].label == "Cheapest over 3 months: Fine-tuned"


def test_heavy_traffic_pays_for_labels_and_gpus(calc: Calc) -> None:
    result = calc("break-even", queries_per_month=1e8)
    assert 0 < result.value("rag_tuned_months") < 1
    assert result.value("rag_tuned_queries") == pytest.approx(1e8 * result.value("rag_tuned_months"))
    assert not any("Fine-tuned becomes cheaper than RAG" in note for note in result.notes)


def test_free_labels_pay_back_after_the_difference_of_the_queries(calc: Calc) -> None:
    result = calc("break-even", **BARE, labels_usd=0, vector_db_usd_per_month=0, knowledge_tokens=0, months=3)
    assert result.value("rag_tuned_queries") == pytest.approx(22.5 / (0.000589 - 0.00042), rel=0.001)


def test_self_hosting_rents_more_gpus_under_load(reference: Reference) -> None:
    inputs = BreakEvenInputs(usd_per_gpu_hour=2, tokens_per_s_per_gpu=100, output_tokens=100, peak_factor=1)
    hosted = serving_options(inputs, read_prices(inputs, reference))[3]
    assert hosted.queries_per_gpu_month == 730 * 3600
    assert [hosted.gpus_for(q) for q in (1, 730 * 3600, 730 * 3600 + 1)] == [1, 1, 2]
    assert hosted.monthly_usd(1) == 2 * 730


def test_crossing_is_found_between_two_months() -> None:
    flat, steep = Option("a", "A", 100, 0, 10), Option("b", "B", 0, 0, 50)
    curves = tuple(cumulative_curve(option, (1.0,) * 4, 0) for option in (flat, steep))
    (crossing,) = crossings(curves)
    assert (crossing.dearer_first.id, crossing.cheaper_first.id) == ("a", "b")
    assert crossing.month == pytest.approx(2.5)


def test_curves_that_never_cross_say_none_even_when_equal() -> None:
    dear, cheap = Option("a", "A", 100, 0, 50), Option("b", "B", 0, 0, 50)
    for pair in ((dear, cheap), (cheap, cheap)):
        curves = tuple(cumulative_curve(option, (1.0,) * 4, 0) for option in pair)
        assert crossings(curves)[0].month is None


def test_retraining_is_paid_at_its_months_only() -> None:
    option = Option("tuned", "Fine-tuned", 10, 0, 0, retrain_usd=7)
    assert cumulative_curve(option, (0.0,) * 5, 2).points == (10, 10, 10, 17, 17, 24)
    assert cumulative_curve(option, (0.0,) * 5, 0).points == (10,) * 6


def test_queries_grow_from_the_second_month_on() -> None:
    assert queries_by_month(BreakEvenInputs(queries_per_month=100, growth_pct=10, months=3)) == pytest.approx(
        (100, 110, 121)
    )
    assert queries_until(3, (100.0, 110.0, 121.0)) == 331


def test_first_token_splits_the_budget_as_the_chapter_does(calc: Calc, reference: Reference) -> None:
    stuffing, rag, tuned = first_tokens(BreakEvenInputs(), reference.model("Llama-3.1-8B"), reference.gpu("A100"))
    assert rag.high - rag.low == pytest.approx(150), "the chapter: 50–200 ms for vector search"
    assert tuned.ms < rag.ms < stuffing.high
    assert rag.ms == pytest.approx(prefill_ms(8_030_261_248, 3_000, 312, 0.4) + 125)
    notes = calc("break-even").notes
    assert any("Retrieval takes 25 % of the budget of 500 ms" in note for note in notes)
    assert any("Over the budget to the first token: stuffing" in note and "RAG (511 ms)" in note for note in notes)


def test_generous_budget_is_kept_by_all(calc: Calc) -> None:
    assert not any("Over the budget" in note for note in calc("break-even", budget_ms=10_000).notes)


def test_uncached_stuffing_has_no_fast_case(reference: Reference) -> None:
    inputs = BreakEvenInputs(caching=False)
    stuffing = first_tokens(inputs, reference.model("Llama-3.1-8B"), reference.gpu("A100"))[0]
    assert stuffing.ms == pytest.approx(stuffing.low) == pytest.approx(stuffing.high)


def test_notes_warn_of_the_chapters_limits(calc: Calc) -> None:
    assert any("~50K tokens" in note for note in calc("break-even", knowledge_tokens=60_000).notes)
    assert any(
        "stuff it, there is nothing to search" in note for note in calc("break-even", knowledge_tokens=900).notes
    )


def test_notes_name_the_day_on_which_an_api_model_is_retired_once(calc: Calc) -> None:
    def told(**given: object) -> list[str]:
        return [note for note in calc("break-even", **given).notes if "retired: " in note]

    assert told(api_model="o4-mini")[-1] == "The day on which o4-mini is retired: 23 October 2026."
    assert len(told(api_model="gpt-4o-mini")) == len(told(api_model="gpt-5")) == 1


def test_typed_prices_win_over_the_table(calc: Calc) -> None:
    result = calc("break-even", **BARE, input_usd_per_mtok=1, output_usd_per_mtok=2, embedding_usd_per_mtok=0)
    assert result.value("query_rag_usd") == pytest.approx((2_700 + 600) / 1e6)


@pytest.mark.parametrize(
    ("raw", "field", "sentence"),
    [
        ({"api_model": "gpt9"}, "api_model", "“gpt9” is not in the table of API models"),
        ({"api_model": "voyage-3.5"}, "api_model", "voyage-3.5 is for embedding; pick a model for chat."),
        ({"embedding_model": "gpt-4o"}, "embedding_model", "gpt-4o is for chat; pick a model for embedding."),
        (
            {"managed": "openai-o4-mini"},
            "managed",
            "is trained by the hour; give what training costs for a million tokens.",
        ),
        ({"gpu": "TPU v3"}, "gpu", "The table has no rent for TPU v3. Give what a GPU-hour costs."),
        ({"hosted_model": "gpt-4"}, "hosted_model", "is not in the table of models"),
        ({"growth_pct": 100, "months": 120}, "growth_pct", "more than is possible; lower growth or horizon."),
        ({"months": 0}, "months", "Horizon is “0”; it must be at least 1 months."),
        ({"cache_hit_share": 90}, "cache_hit_share", "it must be at most 1."),
    ],
)
def test_bad_input_says_what_to_do(raw: dict[str, object], field: str, sentence: str, refusal: Refusal) -> None:
    fields, text = refusal("break-even", **raw)
    assert fields == (field,)
    assert sentence in text


MORE = st.sampled_from(
    [
        "queries_per_month",
        "months",
        "output_tokens",
        "query_tokens",
        "system_tokens",
        "tuned_system_tokens",
        "knowledge_tokens",
        "retrieved_tokens",
        "labels_usd",
        "training_mtok",
        "vector_db_usd_per_month",
        "n_gpus",
        "hosted_training_usd",
        "reindex_per_month",
    ]
)


@given(name=MORE, factor=st.integers(2, 5), queries=st.integers(1, 10**7))
def test_more_of_anything_never_costs_less(calc: Calc, name: str, factor: int, queries: int) -> None:
    raw = {key: getattr(BreakEvenInputs(queries_per_month=queries), key) for key in ("queries_per_month", name)}
    less, more = calc("break-even", **raw), calc("break-even", **raw | {name: raw[name] * factor})
    for option in ("stuffing", "rag", "tuned", "hosted"):
        assert more.value(f"total_{option}_usd") >= less.value(f"total_{option}_usd") - 1e-9


@given(retrieved=st.floats(1, 1e5), prompt=st.floats(0.01, 100), discount=st.floats(0.05, 1))
def test_k_star_is_never_below_what_is_retrieved(retrieved: float, prompt: float, discount: float) -> None:
    assert stuffing_limit(retrieved, prompt, prompt * discount) >= retrieved * 0.999
