"""The formulas of break-even with the learner's numbers in them. Pure."""

from core.calculators.break_even_inputs import BreakEvenInputs
from core.calculators.cumulative import Curve
from core.calculators.model import Step, Unit
from core.calculators.serving_options import HOURS_A_MONTH, Prices, stuffing_limit
from core.language.numbers import in_figures, written
from core.language.text import nt, t
from core.numbers.number_format import compact, unit_words, usd, usd_in_full, usd_price


def break_even_steps(inputs: BreakEvenInputs, prices: Prices, curves: tuple[Curve, ...]) -> tuple[Step, ...]:
    """What a query costs each way, what is paid at the start and by the month, the totals, and K*."""
    totals = (_total(inputs, curve) for curve in curves)
    return (*_query_steps(inputs, prices, curves), *_fixed_steps(inputs, prices, curves), *totals)


def _total(inputs: BreakEvenInputs, curve: Curve) -> Step:
    """From the costs of a query to the total that the figure and the table show."""
    start, calls, standing = curve.option.upfront_usd, curve.calls_usd, curve.standing_usd
    return Step(
        nt(
            "{label}, {n} month: at the start + queries + monthly bills",
            "{label}, all {n} months: at the start + queries + monthly bills",
            inputs.months,
            label=curve.option.label,
        ),
        " + ".join(usd_in_full(part) for part in (start, calls, standing)),
        usd_in_full(curve.total),
    )


def _query_steps(inputs: BreakEvenInputs, prices: Prices, curves: tuple[Curve, ...]) -> tuple[Step, ...]:
    i, p = inputs, prices
    stuffing, rag, tuned, _ = (curve.option for curve in curves)
    output = f"{written(i.output_tokens, ',')} × {usd_price(p.output)}"
    question = f"{written(i.query_tokens, ',')} × {usd_price(p.prompt)}"
    retrieved = f"{written(i.system_tokens + i.retrieved_tokens + i.query_tokens, ',')} × {usd_price(p.prompt)}"
    searching = t("RAG, a query: (system, retrieved and question × prompt + answer × answer price + embedding) ÷ 1M")
    searched = ""
    if i.vector_usd_per_1k:
        searching = t("{formula} + search", formula=searching)
        searched = f" + {usd_price(i.vector_usd_per_1k)} ÷ {written(1_000, ',')}"
    hits = i.cache_hit_share if i.caching else 0.0
    return (
        Step(
            t("Prefix price of 1M tokens: hits × cached + misses × written"),
            f"{written(hits, 'g')} × {usd_price(p.cached)} + {written(1 - hits, 'g')} × {usd_price(p.written)}",
            usd_price(p.prefix),
        ),
        Step(
            t("Stuffing, a query: (system and knowledge × prefix + question × prompt + answer × answer price) ÷ 1M"),
            f"({written(i.system_tokens + i.knowledge_tokens, ',')} × {usd_price(p.prefix)} + {question} + {output}) ÷ "
            + in_figures("1M"),
            usd(stuffing.query_usd),
        ),
        Step(
            searching,
            f"({retrieved} + {output} + {written(i.query_tokens, ',')} × {usd_price(p.embedding)}) ÷ {in_figures('1M')}"
            f"{searched}",
            usd(rag.query_usd),
        ),
        Step(
            t("Fine-tuned, a query: (system and question × tuned prompt + answer × tuned answer price) ÷ 1M"),
            f"({written(i.tuned_system_tokens + i.query_tokens, ',')} × {usd_price(p.tuned_prompt)} + "
            f"{written(i.output_tokens, ',')} × {usd_price(p.tuned_output)}) ÷ {in_figures('1M')}",
            usd(tuned.query_usd),
        ),
    )


def _fixed_steps(inputs: BreakEvenInputs, prices: Prices, curves: tuple[Curve, ...]) -> tuple[Step, ...]:
    i, p = inputs, prices
    tuned, hosted = curves[2].option, curves[3].option
    month = hosted.monthly_usd(i.queries_per_month)
    steps = [
        Step(
            t("Fine-tuned, at the start: labels + million training tokens × price"),
            f"{usd_in_full(i.labels_usd)} + {written(i.training_mtok, 'g')} × {usd_price(p.training)}",
            usd_in_full(tuned.upfront_usd),
        ),
        Step(
            t("Self-hosted, the first month: GPUs × hours × price"),
            f"{written(hosted.gpus_for(i.queries_per_month), ',')} × {HOURS_A_MONTH} × {usd_price(p.rent.usd)}",
            usd_in_full(month),
        ),
    ]
    if p.prefix > 0:
        limit = stuffing_limit(i.retrieved_tokens, p.prompt, p.prefix)
        numbers = f"{written(i.retrieved_tokens, ',')} × {usd_price(p.prompt)} ÷ {usd_price(p.prefix)}"
        steps.append(
            Step(
                t("K*: retrieved × prompt price ÷ prefix price"), numbers, f"{_tokens(limit)} {unit_words(Unit.TOKENS)}"
            )
        )
    return tuple(steps)


def _tokens(count: float) -> str:
    """As exact as the page shows them beside the formula."""
    return written(count, ",.0f") if 100 <= count < 100_000 else compact(count)
