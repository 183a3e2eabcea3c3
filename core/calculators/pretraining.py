"""Pre-training: 6·N·D operations, the Chinchilla point, and GPU-hours and dollars as a range. Pure."""

from dataclasses import dataclass

from core.calculators.gpu_rent import Rent, rent_of
from core.calculators.model import Calculator, Example, Quantity, Result, Step, Unit
from core.calculators.pretraining_inputs import PretrainingInputs, cautions, params_of
from core.calculators.scaling import (
    HIGHEST_MFU,
    LOWEST_MFU,
    chinchilla_point,
    gpu_hours,
    training_flops,
    typical_mfu,
)
from core.content.reference import GpuSpec, Reference
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.number_format import compact, in_billions, printed, scientific, usd_result

_TABLE = "published runs (model cards, papers, Epoch AI notable models, snapshot 2025-02-24)"


@dataclass(frozen=True)
class _Run:
    """What the inputs come to: parameters, operations, hours (middle, low, high) and the rent."""

    active: float
    tokens: float
    flops: float
    gpu: GpuSpec
    mfu: float
    hours: tuple[float, float, float]
    rent: Rent | None


def compute(inputs: PretrainingInputs, reference: Reference) -> Result:
    """Operations, GPU-hours with a range, days and dollars.

    Llama-2-7B on 2 trillion tokens, A100 -> 8.09e22 FLOP, about 206K GPU-hours (published: 184,320).

    Source: chapter, “GPT-4 was trained on roughly 13 trillion tokens”; arXiv:2001.08361; published runs.
    """
    _, active = params_of(inputs, reference)
    gpu = reference.gpu(inputs.gpu)
    tokens = inputs.tokens_t * 1e12
    flops = training_flops(active, tokens)
    hours = gpu_hours(flops, gpu, inputs.mfu)
    rent = rent_of(gpu, inputs.usd_per_gpu_hour, reference)
    run = _Run(active, tokens, flops, gpu, inputs.mfu or typical_mfu(gpu), hours, rent)
    sources = (f"6·N·D: arXiv:2001.08361; MFU: {_TABLE}", f"{gpu.name}: {gpu.source}, {gpu.as_of}")
    return Result(
        quantities=_quantities(run, inputs.n_gpus),
        steps=_steps(run),
        sources=(*sources, *((rent.source,) if rent else ())),
        notes=_notes(inputs, run),
        cautions=cautions(inputs, reference),
    )


def _quantities(run: _Run, n_gpus: int | None) -> tuple[Quantity, ...]:
    hours, low, high = run.hours
    best_params, best_tokens = chinchilla_point(run.flops)
    quantities = [
        Quantity("flops", t("Operations"), run.flops, Unit.FLOP),
        Quantity("gpu_hours", t("GPU-hours"), hours, Unit.HOURS, low, high),
        Quantity("tokens_per_param", t("Tokens a parameter"), run.tokens / run.active, Unit.RATIO),
        Quantity("chinchilla_params", t("Compute-optimal parameters"), best_params, Unit.PARAMETERS),
        Quantity("chinchilla_tokens", t("Compute-optimal tokens"), best_tokens, Unit.TOKENS),
    ]
    if n_gpus:
        a_day = 24 * n_gpus
        quantities.append(Quantity("days", t("Days"), hours / a_day, Unit.DAYS, low / a_day, high / a_day))
    if run.rent:
        rent = run.rent
        label = t("Cost at {month} rents", month=rent.month) if rent.as_of else t("Cost at your rent")
        quantities.append(Quantity("cost_usd", label, hours * rent.usd, Unit.USD, low * rent.low, high * rent.high))
    return tuple(quantities)


def _steps(run: _Run) -> tuple[Step, ...]:
    hours, flops = run.hours[0], scientific(run.flops)
    steps = [
        Step(
            t("Operations: 6 × active parameters × tokens"),
            f"6 × {in_billions(run.active)} × {printed(run.tokens)}",
            flops,
        ),
        Step(
            t("GPU-hours: operations ÷ (peak × MFU × 3,600 s)"),
            f"{flops} ÷ ({written(run.gpu.dense_bf16_tflops, 'g')} × 10¹² × {written(run.mfu, 'g')} × "
            f"{written(3_600, ',')})",
            f"{printed(hours)} h",
        ),
        Step(
            t("Chinchilla: parameters = √(operations ÷ 120)"),
            f"√({flops} ÷ 120)",
            compact(chinchilla_point(run.flops)[0]),
        ),
    ]
    if run.rent:
        rent = run.rent
        steps.append(
            Step(
                t("Cost: GPU-hours × price an hour"), f"{printed(hours)} × {rent.words()}", usd_result(hours * rent.usd)
            )
        )
    return tuple(steps)


def _notes(inputs: PretrainingInputs, run: _Run) -> tuple[str, ...]:
    notes = []
    if inputs.mfu is None:
        notes.append(
            t(
                "Published totals come to an MFU of {low} to {high} %: they include restarts, and often post-training. "
                "The middle for {gpu} is {mfu} %.",
                low=f"{100 * LOWEST_MFU:.0f}",
                high=f"{100 * HIGHEST_MFU:.0f}",
                gpu=run.gpu.name,
                mfu=f"{100 * run.mfu:.0f}",
            )
        )
    if run.rent is None:
        notes.append(t("The table has no rent for {gpu}. Give what a GPU-hour costs to get dollars.", gpu=run.gpu.name))
    else:
        notes.append(t("Dollars cover rent for the hours of the run; staff, failed runs and data come on top."))
    ratio = run.tokens / run.active
    if ratio > 40:
        notes.append(
            t(
                "{ratio} tokens a parameter is far beyond Chinchilla's 20: more expensive to train, cheaper to serve.",
                ratio=written(ratio, ",.0f"),
            )
        )
    return tuple(notes)


def _example(title: str, expected: dict[str, float], source: str, tolerance: float, **inputs: str | float) -> Example:
    return Example(title, dict(inputs), expected, source, tolerance)


CALCULATOR = Calculator(
    id="pretraining",
    title="Pre-training",
    question="How much compute, time and money does pre-training take?",
    inputs=PretrainingInputs,
    compute=compute,
    claims=(
        "pre-training-cost",
        "pre-training-takes-weeks",
        "gpt-4-tokens",
        "llama-tokens",
        "only-labs-can-pre-train",
        "full-pre-training-cost-and-time",
    ),
    found_by=(
        *(marked("Chinchilla"), marked("scaling laws"), marked("compute-optimal training")),
        marked("tokens per parameter"),
    ),
    examples=(
        _example(
            "Llama 3.1 8B on the chapter's 15 trillion tokens",
            {"flops": 7.227e23},
            "chapter; Llama 3.1 model card",
            0.01,
            model="Llama-3.1-8B",
            tokens_t=15,
            gpu="H100-80GB",
        ),
        _example(
            "Llama 3.1 405B: the paper states 3.8e25",
            {"flops": 3.8e25},
            "arXiv:2407.21783",
            0.02,
            model="Llama-3.1-405B",
            tokens_t=15.6,
            gpu="H100-80GB",
            n_gpus=16384,
        ),
        _example(
            "GPT-4: the chapter's 13 trillion tokens; parameters and rent are estimates, never confirmed",
            {"flops": 2.1e25, "cost_usd": 83e6},
            "The chapter, $50-100M; Epoch AI estimates 2.1e25 FLOP",
            0.05,
            model="GPT-4 (estimate)",
            params_b=1800,
            active_params_b=280,
            tokens_t=13,
            gpu="A100",
            n_gpus=25000,
            usd_per_gpu_hour=1.5,
        ),
        _example(
            "Llama 2 7B: the card states 184,320 hours",
            {"gpu_hours": 184_320},
            "Llama 2 model card",
            0.15,
            model="Llama-2-7B",
            tokens_t=2,
            gpu="A100-80GB",
        ),
    ),
)
