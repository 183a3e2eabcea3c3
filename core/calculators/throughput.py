"""Throughput: FLOPs per token, the share of the peak that is reached, and tokens per second on each GPU. Pure."""

import re
from dataclasses import dataclass

from core.calculators.memory_shapes import from_table
from core.calculators.model import Calculator, Example, Quantity, Result, Step, Unit
from core.calculators.problems import BadInputsError
from core.calculators.spellings import same_word
from core.calculators.throughput_cautions import TUNED, cautions
from core.calculators.throughput_inputs import ThroughputInputs, Training
from core.calculators.throughput_speed import A100, AMPERE_CARD, SOURCES, Work, expected_mfu, generation_of, most_mfu
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.number_format import in_billions, scientific, three_figures, unit_words

# Layers, width and parameters of the MPT family, after llm-foundry's training configurations.
_MPT = {
    "125m": (12, 768, 0.1253),
    "350m": (24, 1024, 0.356),
    "760m": (24, 1536, 0.7605),
    "1b": (24, 2048, 1.316),
    "3b": (32, 2560, 2.6518),
    "7b": (32, 4096, 6.6589),
    "13b": (40, 5120, 12.854),
    "30b": (48, 7168, 29.9752),
    "70b": (80, 8192, 64.8624),
}
_RECOMPUTES = ("full", "on", "yes", "true", "1")
_UNPACKED_TOKENS = 256
_DEFAULT_BANDWIDTH = 1000.0
_SERVER_BANDWIDTH = 1.5e12


@dataclass(frozen=True)
class _Body:
    layers: int
    width: int
    queries: int
    params: float


@dataclass(frozen=True)
class _Range:
    """Published speeds lie between `low` and `high` times the prediction."""

    low: float
    high: float
    ends_at_peak: bool = False


_PRETRAINING, _FINE_TUNING, _STRANGE = _Range(0.80, 1.25), _Range(0.65, 1.45), _Range(0.45, 1.7)


def compute(inputs: ThroughputInputs, reference: Reference) -> Result:
    """Tokens a second on each GPU with a range, FLOPs a token, and the utilisation that connects them.

    Raises:
        BadInputsError: a model without a known size.
        UnknownNameError: a GPU without a known peak.
    """
    work = work_of(inputs, reference)
    mfu = expected_mfu(work)
    speed = work.peak * mfu / work.flops_per_token
    band = _within_the_peak(_band(inputs), mfu, most_mfu(work))
    return Result(
        quantities=(
            Quantity(
                "tokens_per_s_per_gpu",
                t("Tokens a second, each GPU"),
                speed,
                Unit.TOKENS_PER_S,
                speed * band.low,
                speed * band.high,
            ),
            Quantity("flops_per_token", t("FLOPs a token"), work.flops_per_token, Unit.FLOP),
            Quantity("mfu", t("Utilisation of the bf16 peak (MFU)"), mfu, Unit.RATIO, mfu * band.low, mfu * band.high),
            Quantity("tokens_per_s", t("Tokens a second, all GPUs"), speed * inputs.n_gpus, Unit.TOKENS_PER_S),
        ),
        steps=_steps(inputs, work, mfu),
        sources=SOURCES,
        notes=_notes(inputs, band),
        cautions=cautions(inputs, reference),
    )


def work_of(inputs: ThroughputInputs, reference: Reference) -> Work:
    """The run as speed sees it: FLOPs, tokens, peak, and what waits.

    Raises: as `compute` does.
    """
    body, framework = _body(inputs, reference), same_word(inputs.framework)
    adapters = inputs.method in (Training.LORA, Training.QLORA)
    c = 4.0 if adapters else 6.0
    peak, bandwidth = _gpu(inputs, reference)
    length = inputs.seq_len if inputs.packed else min(inputs.seq_len, _UNPACKED_TOKENS)
    return Work(
        linear_flops=c * body.params,
        attention_flops=2 * c * body.layers * body.queries * inputs.seq_len,
        params=body.params,
        width=body.width,
        layers=body.layers,
        tokens=float(length * inputs.micro_batch),
        peak=peak,
        bandwidth=bandwidth,
        gpus=inputs.n_gpus,
        generation=generation_of(inputs.gpu) or (A100 if bandwidth >= _SERVER_BANDWIDTH else AMPERE_CARD),
        adapters=adapters,
        quantized=inputs.method is Training.QLORA,
        recomputes=inputs.grad_ckpt.lower().strip().startswith(_RECOMPUTES),
        fp8="fp8" in inputs.precision.lower(),
        tuned=any(word in framework for word in TUNED),
        old_kernel="foundry" in framework,
        sharded="ddp" not in f"{inputs.parallelism} {inputs.note}".lower(),
    )


def _body(inputs: ThroughputInputs, reference: Reference) -> _Body:
    given = inputs.model_params_b * 1e9 if inputs.model_params_b else None
    mpt = re.fullmatch(r"mpt-?(\d+[mb])", inputs.model.lower().strip())
    if mpt and mpt[1] in _MPT:
        layers, width, billions = _MPT[mpt[1]]
        return _Body(layers, width, width, given or billions * 1e9)
    entry = reference.known_model(inputs.model)
    if entry is None:
        if given is None:
            raise BadInputsError.of("model", f"{reference.no_model(inputs.model)} {t('Or give model_params_b.')}")
        dense = [model for model in reference.models if not model.is_moe]
        entry = min(dense, key=lambda model: abs(model.total_params - given))
        return _Body(entry.num_layers, entry.hidden_size, entry.query_size, given)
    shape = from_table(entry)
    return _Body(shape.layers, shape.h, shape.q, float(entry.active_params or given or shape.params))


def _gpu(inputs: ThroughputInputs, reference: Reference) -> tuple[float, float]:
    """Peak in FLOP/s and memory bandwidth in bytes per second."""
    spec = reference.known_gpu(inputs.gpu)
    if spec is None and inputs.peak_tflops_bf16 is not None:
        return inputs.peak_tflops_bf16 * 1e12, _guess_bandwidth(inputs) * 1e9
    spec = spec or reference.gpu(inputs.gpu)
    return (inputs.peak_tflops_bf16 or spec.dense_bf16_tflops) * 1e12, spec.mem_bandwidth_gb_s * 1e9


def _guess_bandwidth(inputs: ThroughputInputs) -> float:
    """Server GPUs read 3 to 6 GB/s for each TFLOP/s of peak, cards 6 to 13; the cautious end where the name is new."""
    kind = generation_of(inputs.gpu)
    peak = inputs.peak_tflops_bf16 or 100.0
    return max(_DEFAULT_BANDWIDTH, peak * 3.4) if kind and kind.has_nvlink else _DEFAULT_BANDWIDTH


def _band(inputs: ThroughputInputs) -> _Range:
    if generation_of(inputs.gpu) is None:
        return _STRANGE
    if not inputs.packed or inputs.seq_len * inputs.micro_batch < 1024:
        return _STRANGE
    return _PRETRAINING if inputs.method is Training.PRETRAIN else _FINE_TUNING


def _within_the_peak(band: _Range, mfu: float, most: float) -> _Range:
    """The factors were found where a GPU reaches a half of its peak; near it, there is less left to gain."""
    return band if mfu * band.high <= most else _Range(band.low, most / mfu, ends_at_peak=True)


def _steps(inputs: ThroughputInputs, work: Work, mfu: float) -> tuple[Step, ...]:
    c = 4 if work.adapters else 6
    return (
        Step(
            t("FLOPs a token: c × N for the matrices + 2c × layers × width × sequence for attention"),
            f"{c} × {in_billions(work.params)} + {scientific(work.attention_flops)}",
            f"{scientific(work.flops_per_token)} FLOP",
        ),
        Step(
            t("Utilisation: what matrices and attention reach, less each micro batch's wait"),
            t(
                "{gpu}, {tokens} tokens a micro batch, recomputing {kind}",
                gpu=work.generation.name,
                tokens=written(work.tokens, ",.0f"),
                kind=inputs.grad_ckpt,
            ),
            three_figures(mfu),
        ),
        Step(
            t("Speed: peak × utilisation / FLOPs a token"),
            f"{three_figures(work.peak / 1e12)} TFLOP/s × {three_figures(mfu)} / ({scientific(work.flops_per_token)})",
            f"{three_figures(work.peak * mfu / work.flops_per_token)} {unit_words(Unit.TOKENS_PER_S)}",
        ),
    )


def _notes(inputs: ThroughputInputs, band: _Range) -> tuple[str, ...]:
    notes = [
        t(
            "Range: {low} to {high} times the prediction; at least 80 % of published runs lie in it.",
            low=written(band.low, "g"),
            high=written(band.high, ".3g"),
        )
    ]
    if band.ends_at_peak:
        notes.append(t("The range ends where the GPU computes at its peak all the time; more is not possible."))
    if not inputs.packed:
        notes.append(
            t("Unpacked: {tokens} real tokens a sequence are assumed; padding is not counted.", tokens=_UNPACKED_TOKENS)
        )
    return tuple(notes)


CALCULATOR: Calculator[ThroughputInputs] = Calculator(
    id="throughput",
    title="Training speed",
    question="How many tokens a second does one GPU train, and how far is that from its peak?",
    inputs=ThroughputInputs,
    compute=compute,
    claims=("cost-lora-7b", "cost-lora-13b", "cost-qlora-70b", "cost-full-7b"),
    found_by=(marked("throughput"), marked("tokens per second")),
    examples=(
        Example(
            "MPT-13B pre-trained on eight A100-80GB",
            {
                "model": "MPT-13b",
                "method": "pretrain",
                "framework": "llm-foundry (FSDP)",
                "seq_len": 2048,
                "micro_batch": 2,
                "grad_ckpt": "none",
                "n_gpus": 8,
                "gpu": "A100-80GB",
            },
            {"tokens_per_s_per_gpu": 2262.0, "flops_per_token": 8.2157e10},
            "mosaicml/llm-foundry scripts/train/benchmarking/README.md, commit 8c8dd48f: 2,262 tokens/s, MFU 59.57%",
            0.15,
        ),
        Example(
            "Llama-3.2-3B with LoRA on an A100",
            {
                "model": "Llama-3.2-3B",
                "method": "lora",
                "framework": "torchtune",
                "seq_len": 4096,
                "micro_batch": 2,
                "grad_ckpt": "full",
                "gpu": "A100-80GB",
            },
            {"tokens_per_s_per_gpu": 8210.0},
            "pytorch/torchtune README.md, commit bd2a0fc7: 8,210 tokens/s",
            0.15,
        ),
    ),
)
