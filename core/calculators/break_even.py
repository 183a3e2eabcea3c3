"""Break-even: what stuffing, RAG, fine-tuned and self-hosted cost over time, and where they cross. Pure."""

from math import ceil

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.break_even_notes import break_even_notes, never_crossing
from core.calculators.break_even_steps import break_even_steps
from core.calculators.cumulative import (
    Crossing,
    Curve,
    crossings,
    cumulative_curve,
    queries_by_month,
    queries_until,
)
from core.calculators.first_token import first_tokens, latency_notes, latency_step
from core.calculators.model import Calculator, Example, Quantity, Result, Series, Unit
from core.calculators.problems import BadInputsError
from core.calculators.serving_options import Prices, find, read_prices, serving_options, stuffing_limit
from core.content.reference import Reference
from core.language.text import marked, nt, t
from core.numbers.number_format import compact

_MOST_QUERIES = 1e13
_FORMULAS = "Arithmetic on list prices; no published end-to-end measurement was found to check it with"


def compute(inputs: BreakEvenInputs, reference: Reference) -> Result:
    """Cumulative cost of four options, their crossings, K*, and the time to the first token.

    gpt-4o-mini, 2,500 retrieved tokens, 200 in and 300 out -> RAG $0.000589 a query, fine-tuned $0.000420.

    Source: chapter, “When would you choose fine-tuning over RAG”; prices from the tables, each dated.
    """
    prices = read_prices(inputs, reference)
    queries = queries_by_month(inputs)
    if max(queries) > _MOST_QUERIES:
        most = compact(max(queries))
        sentence = t("The queries grow to {most} a month, more than is possible; lower growth or horizon.", most=most)
        raise BadInputsError.of("growth_pct", sentence)
    options = serving_options(inputs, prices)
    curves = tuple(cumulative_curve(option, queries, inputs.retrain_every_months) for option in options)
    best = min(curves, key=lambda curve: curve.total)
    found = crossings(curves)
    shape, gpu = find(reference.model, inputs.hosted_model, "hosted_model"), reference.gpu(inputs.gpu)
    times = first_tokens(inputs, shape, gpu)
    steps = break_even_steps(inputs, prices, curves)
    waits = tuple(time.quantity() for time in times)
    rented = min(map(curves[-1].option.gpus_for, queries))
    beside = (*latency_notes(inputs, times), *break_even_notes(inputs, reference, rented))
    return Result(
        quantities=(*_totals(best, curves), *_limits(inputs, prices), *_crossed(found, queries), *waits),
        parts=_parts(best),
        steps=(*steps, latency_step(inputs, shape, gpu, times[1])),
        sources=(_FORMULAS, *prices.sources, f"{gpu.name}: {gpu.source}, {gpu.as_of}"),
        notes=(*never_crossing(found, inputs.months), *beside),
        series=tuple(_series(curve) for curve in curves),
    )


def _totals(best: Curve, curves: tuple[Curve, ...]) -> tuple[Quantity, ...]:
    months = len(best.points) - 1
    return (
        Quantity(
            "cheapest_usd",
            nt(
                "Cheapest over {n} month: {label}", "Cheapest over {n} months: {label}", months, label=best.option.label
            ),
            best.total,
            Unit.USD,
        ),
        *(
            Quantity(f"total_{c.option.id}_usd", t("{label}, total", label=c.option.label), c.total, Unit.USD)
            for c in curves
        ),
        *(
            Quantity(
                f"query_{c.option.id}_usd", t("{label}, a query", label=c.option.label), c.option.query_usd, Unit.USD
            )
            for c in curves
        ),
    )


def _series(curve: Curve) -> Series:
    points = tuple((float(month), spent) for month, spent in enumerate(curve.points))
    return Series(curve.option.id, curve.option.label, Unit.USD, Unit.MONTHS, points)


def _parts(best: Curve) -> tuple[Quantity, ...]:
    return (
        Quantity("upfront_usd", t("of which up front"), best.option.upfront_usd, Unit.USD),
        Quantity("calls_usd", t("of which for calls"), best.calls_usd, Unit.USD),
        Quantity("standing_usd", t("of which monthly"), best.standing_usd, Unit.USD),
    )


def _limits(inputs: BreakEvenInputs, prices: Prices) -> tuple[Quantity, ...]:
    if prices.prefix <= 0:
        return ()
    limit = stuffing_limit(inputs.retrieved_tokens, prices.prompt, prices.prefix)
    plain = Quantity("k_star_tokens", t("K*: knowledge that costs as much stuffed as retrieved"), limit, Unit.TOKENS)
    all_in = _limit_all_in(inputs, prices)
    if all_in is None:
        return (plain,)
    return plain, Quantity("k_star_all_in_tokens", t("K* with the index and the database"), all_in, Unit.TOKENS)


def _limit_all_in(inputs: BreakEvenInputs, prices: Prices) -> float | None:
    """K* in the first month with the whole bill: system prompt, embeddings, rebuilds, database, searches."""
    i, p, asked = inputs, prices, inputs.queries_per_month
    a_token = p.prefix - i.reindex_per_month * p.embedding / asked
    fixed = (i.system_tokens + i.retrieved_tokens) * p.prompt - i.system_tokens * p.prefix
    fixed += i.query_tokens * p.embedding
    fixed += (i.vector_db_usd_per_month / asked + i.vector_usd_per_1k / 1_000) * 1e6
    return max(fixed, 0.0) / a_token if a_token > 0 else None


def _crossed(found: tuple[Crossing, ...], queries: tuple[float, ...]) -> tuple[Quantity, ...]:
    quantities = []
    for crossing in found:
        if crossing.month is None:
            continue
        a, b = sorted((crossing.cheaper_first.id, crossing.dearer_first.id))
        one, other = crossing.dearer_first.label, crossing.cheaper_first.label
        months = t("{one} becomes cheaper than {other} after", one=one, other=other)
        many = t("{one} becomes cheaper than {other} after queries", one=one, other=other)
        asked = float(ceil(round(queries_until(crossing.month, queries), 6)))  # there is no half a query
        quantities.append(Quantity(f"{a}_{b}_months", months, crossing.month, Unit.MONTHS))
        quantities.append(Quantity(f"{a}_{b}_queries", many, asked, Unit.COUNT))
        if crossing.again:
            names = {"one": crossing.cheaper_last.label, "other": crossing.dearer_last.label}
            stays = t("{one} stays cheaper than {other} after", **names)
            quantities.append(Quantity(f"{a}_{b}_last_months", stays, crossing.again[-1], Unit.MONTHS))
    return tuple(quantities)


_BARE: dict[str, str | int | float | bool] = {
    "system_tokens": 0, "tuned_system_tokens": 0, "query_tokens": 200, "output_tokens": 300, "cache_hit_share": 1,
}  # fmt: skip
CALCULATOR = Calculator(
    id="break-even",
    title="Break-even",
    question="When does RAG, fine-tuning or self-hosting pay?",
    inputs=BreakEvenInputs,
    compute=compute,
    claims=(
        "retrieval-adds-latency",
        "retrieval-adds-tokens",
        "weights-need-no-retrieval",
        "tuned-api-costs-more",
        "count-inference-in",
        "rag-cost-and-time",
        "tuning-cost-and-time",
        "stuffing-cost-and-time",
    ),
    found_by=(marked("API prices"), marked("price per token"), marked("payback"), marked("build or buy")),
    examples=(
        Example(
            "Fine-tuned gpt-4o-mini against RAG, 22.50 dollars of training, labels free",
            _BARE | {"labels_usd": 0, "vector_db_usd_per_month": 0, "knowledge_tokens": 20_000, "months": 3},
            {"query_rag_usd": 0.000589, "query_tuned_usd": 0.00042, "rag_tuned_queries": 133_000},
            "arithmetic: $22.50 ÷ ($0.000589 − $0.000420)",
        ),
        Example(
            "K* on gpt-4.1: cached tokens cost a quarter",
            _BARE | {"api_model": "gpt-4.1", "retrieved_tokens": 2_500},
            {"k_star_tokens": 10_000},
            "2,500 × $2.00 ÷ $0.50; genai-prices, 2026-11",
        ),
        Example(
            "K* on gpt-5: cached tokens cost a tenth",
            _BARE | {"api_model": "gpt-5", "retrieved_tokens": 2_500},
            {"k_star_tokens": 25_000},
            "2,500 × $1.25 ÷ $0.125; genai-prices, 2026-11",
        ),
    ),
)
