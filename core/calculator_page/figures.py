"""Which figures each calculator has, made from its inputs and result. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core.calculator_page.break_even_figures import break_even_figures
from core.calculator_page.figure import Bar, Bars, Figure, Limit, Part, Point, Points, Stack
from core.calculator_page.headline import range_words
from core.calculator_page.opened import Opened
from core.calculator_page.precise import precise
from core.calculator_page.published_runs import RUNS
from core.calculators.cost_inputs import CostInputs, Mode
from core.calculators.labelling import LabellingInputs
from core.calculators.lora_params import LoraInputs
from core.calculators.memory_fit import usable_gib
from core.calculators.memory_inputs import MemoryInputs
from core.calculators.memory_run import gpu_memory_gib
from core.calculators.model import Quantity, Result
from core.calculators.pretraining_inputs import PretrainingInputs
from core.calculators.problems import FaultyCalculatorError, NoSuchResultError
from core.calculators.serving import ServingInputs
from core.calculators.throughput_inputs import ThroughputInputs
from core.content.price_rows import ChapterCost
from core.content.reference import Reference
from core.language.numbers import decimal, written
from core.language.text import in_sentence, listed, t
from core.numbers.number_format import compact, parse, ratio

CHAPTER_GPUS = ("a10g", "a100-40gb-sxm", "a100-80gb-sxm")
"""The GPUs of the chapter's cost table: every memory figure is held against them."""
SHORT_NAMES = {"a10g": "A10G 24GB", "a100-40gb-sxm": "A100 40GB", "a100-80gb-sxm": "A100 80GB"}


def figures_of(opened: Opened, reference: Reference) -> tuple[Figure, ...]:
    """The figures, in the order in which they are shown; none for a calculator that this file does not know.

    Raises:
        FaultyCalculatorError: a figure wants a result that the calculator does not have.
    """
    make = _FIGURES.get(opened.calculator.id)
    try:
        return make(opened.inputs, opened.result, reference) if make else ()
    except NoSuchResultError as error:
        raise FaultyCalculatorError([error.fault]) from error


def _optional(result: Result, name: str) -> Quantity | None:
    return next((q for q in (*result.quantities, *result.parts) if q.id == name), None)


def _limits(gpu: str, gpus: int, reference: Reference) -> tuple[Limit, ...]:
    known, memory_gb = reference.known_gpu(gpu), gpu_memory_gib(gpu, reference)
    found = {SHORT_NAMES[name]: usable_gib(reference.gpu(name).memory_gb) for name in CHAPTER_GPUS}
    if (gib := usable_gib(memory_gb)) > 0 and gib not in found.values():
        found[known.name if known else f"{memory_gb:g} GB"] = gib
    times = f"{gpus} × " if gpus > 1 else ""
    limits = (Limit(gib * gpus, f"{times}{name}") for name, gib in found.items())
    return tuple(sorted(limits, key=lambda limit: limit.value))


def _stack(result: Result, limits: tuple[Limit, ...], what: str) -> Stack:
    whole = result.quantities[0]
    parts = tuple(Part(part.label, part.value, part.id) for part in result.parts if part.value >= 0.05)
    largest = max(result.parts, key=lambda part: part.value)
    under = [limit.label for limit in limits if whole.value <= limit.value]
    fits = t("it fits {under}", under=listed(under)) if under else t("it fits none of the GPUs shown")
    share, label = 100 * largest.value / whole.value, in_sentence(largest.label)
    told = {"what": what, "gib": decimal(whole.value, 1), "label": label, "fits": fits}
    if round(share) < 100:
        alt = t("{what} takes {gib} GiB, {share} % of it {label}; {fits}.", share=f"{share:.0f}", **told)
    else:
        alt = t("{what} takes {gib} GiB, nearly all of it {label}; {fits}.", **told)
    return Stack("parts", alt, "GiB", parts, limits)


def _memory(inputs: MemoryInputs, result: Result, reference: Reference) -> tuple[Figure, ...]:
    return (_stack(result, _limits(inputs.gpu, 1, reference), t("Training")),)


def _serving(inputs: ServingInputs, result: Result, reference: Reference) -> tuple[Figure, ...]:
    return (_stack(result, _limits(inputs.gpu, inputs.n_gpus, reference), t("Serving")),)


def _cost(inputs: CostInputs, result: Result, reference: Reference) -> tuple[Figure, ...]:
    cost = _optional(result, "cost_usd")
    if cost is None:
        return ()
    stated = inputs.mode is Mode.CHAPTER
    own = Bar(t("Your numbers"), cost.value, cost.low, cost.high, own=True, middle=not stated)
    chapter = _chapter_bar(inputs, reference)
    same = chapter is not None and (chapter.low, chapter.high) == (cost.low, cost.high)
    bars = [own] if chapter is None else [replace(own, label=chapter.label)] if same else [own, chapter]
    today = _optional(result, "cost_today_usd")
    if today:
        bars.append(Bar(today.label, today.value, today.low, today.high, middle=False))
    words = range_words(cost)
    alt = t("The chapter says {words}", words=words) if same else t("Your numbers come to {words}", words=words)
    alt += t("; the chapter's row says {words}", words=chapter.words("usd")) if chapter is not None and not same else ""
    alt += t("; the table's dated rents make it {range_words}", range_words=range_words(today)) if today else ""
    return (Bars("cost", f"{alt}.", "usd", tuple(bars)),)


def _chapter_bar(inputs: CostInputs, reference: Reference) -> Bar | None:
    row = _chapter_row(inputs, reference)
    if row is None:
        return None
    tokens = inputs.training_tokens / 1e6 if inputs.mode is Mode.MANAGED else inputs.mtok or 1
    times = tokens if row.is_by_tokens else 1
    low, high = row.cost_usd_low * times, row.cost_usd_high * times
    return Bar(
        t("Chapter: {approach}, {model_size}", approach=row.approach, model_size=row.model_size),
        (low + high) / 2,
        low,
        high,
        middle=False,
    )


_MANAGED_ROW = "openai-gpt-4o-mini"  # the id of its price today, too
_ROWS_OF = {
    "lora": {"lora-7b": 7e9, "lora-13b": 13e9},
    "qlora": {"qlora-70b": 70e9},
    "full": {"full-7b": 7e9},
}
"""The chapter's rows of each method, with the parameters of each."""
_ALIKE = 3
"""A model of more times another's size, or of less than such a part, is no measure for its cost."""


def _chapter_row(inputs: CostInputs, reference: Reference) -> ChapterCost | None:
    """The row of the chapter that is nearest to a job: its own row, or the one of its method and about its size.

    None for a managed job on a model that the chapter does not price, and for a size far from its method's rows.
    """
    if inputs.mode is Mode.CHAPTER:
        return reference.chapter_cost(inputs.chapter_row)
    if inputs.mode is Mode.MANAGED:
        return reference.chapter_cost(_MANAGED_ROW) if inputs.managed == _MANAGED_ROW else None
    size = reference.model(inputs.model).total_params
    apart = {name: max(size / of, of / size) for name, of in _ROWS_OF[inputs.method].items()}
    nearest = min(apart, key=apart.__getitem__)
    return reference.chapter_cost(nearest) if apart[nearest] <= _ALIKE else None


def _labelling(inputs: LabellingInputs, result: Result, _: Reference) -> tuple[Figure, ...]:
    labels, compute = result.value("cost_usd"), inputs.compute_usd
    alt = t("Labels cost {precise}, {more}.", precise=precise(labels, "usd"), more=_beside_compute(labels, compute))
    bars = (Bar(t("Labels"), labels, own=True), Bar(t("Compute"), compute))
    return (Bars("labels", alt, "usd", bars),)


def _beside_compute(labels: float, compute: float) -> str:
    if compute <= 0:
        return t("with no compute to pay for")
    times = ratio(labels / compute)
    return t("about as much as the compute") if parse(times) == 1 else t("{compact} times the compute", compact=times)


def _pretraining(inputs: PretrainingInputs, result: Result, _: Reference) -> tuple[Figure, ...]:
    hours = next(q for q in result.quantities if q.id == "gpu_hours")
    flops = result.value("flops")
    name = (
        t("{params_b}B, as typed", params_b=written(inputs.params_b, "g"))
        if inputs.params_b is not None
        else inputs.model
    )
    own = Point(t("Yours: {name}", name=name), flops, hours.value, hours.low, hours.high, own=True)
    published = tuple(Point(run.name, run.flops, run.gpu_hours, source=run.source) for run in RUNS)
    nearest = min(RUNS, key=lambda run: max(run.flops / flops, flops / run.flops))
    alt = t(
        "Yours takes {range_words} on {gpu}; the published run nearest in operations, {name}, took {compact}.",
        range_words=range_words(hours),
        gpu=inputs.gpu,
        name=nearest.name,
        compact=compact(nearest.gpu_hours),
    )
    return (Points("runs", alt, t("operations"), t("GPU-hours"), "FLOP", "h", (*published, own)),)


def _lora(_: LoraInputs, result: Result, __: Reference) -> tuple[Figure, ...]:
    parts = sorted(result.parts, key=lambda part: -part.value)
    whole = result.value("trainable_params")
    bars = tuple(Bar(part.label, part.value, own=True) for part in parts)
    most, trained = parts[0].label, compact(whole)
    share = written(100 * parts[0].value / whole, ".0f")
    alt = (
        t("{trained} parameters are trained; {most} has {share} % of them.", trained=trained, most=most, share=share)
        if len(parts) > 1
        else t("{label} alone trains {compact} parameters.", label=most, compact=trained)
    )
    return (Bars("modules", alt, "parameters", bars),)


def _throughput(inputs: ThroughputInputs, result: Result, _: Reference) -> tuple[Figure, ...]:
    speed, share = result.quantities[0], result.value("mfu")
    peak = speed.value / share
    bars = (
        Bar(t("Expected"), speed.value, speed.low, speed.high, own=True),
        Bar(t("At the peak of {gpu}", gpu=inputs.gpu), peak),
    )
    alt = t(
        "{range_words} a GPU, {share} % of what its peak would give.",
        range_words=range_words(speed),
        share=compact(100 * share),
    )
    return (Bars("speed", alt, "tokens/s", bars),)


_FIGURES: Mapping[str, Callable[[Any, Result, Reference], tuple[Figure, ...]]] = {
    "memory": _memory,
    "serving": _serving,
    "cost": _cost,
    "labelling": _labelling,
    "break-even": break_even_figures,
    "pretraining": _pretraining,
    "lora-params": _lora,
    "throughput": _throughput,
}
