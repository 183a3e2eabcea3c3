"""Fine-tuning cost: the chapter's table, a computed job, or managed training. Pure."""

from dataclasses import replace

from core.calculators.cost_cautions import unused
from core.calculators.cost_chapter import chapter_cost
from core.calculators.cost_computed import computed_cost, managed_cost
from core.calculators.cost_inputs import CostInputs, Mode
from core.calculators.model import Calculator, Example, Result
from core.content.reference import Reference
from core.language.text import marked

_CHAPTER = "The chapter, “What fine-tuning actually costs”, early 2025"


def compute(inputs: CostInputs, reference: Reference) -> Result:
    """Hours and dollars, from the source that `mode` names.

    The chapter's LoRA row, 7B on an A10G, 2–8 hours -> $10–40, which implies $5 an hour.

    Source: chapter, “what fine-tuning actually costs”; for the other modes see `cost_computed`.
    """
    computes = {Mode.CHAPTER: chapter_cost, Mode.COMPUTED: computed_cost, Mode.MANAGED: managed_cost}
    return replace(computes[inputs.mode](inputs, reference), cautions=unused(inputs, reference))


def _row(row: str, title: str, low: float, high: float, rate: float | None = None) -> Example:
    expected = {"cost_usd_low": low, "cost_usd_high": high}
    if rate is not None:
        expected["implied_usd_per_gpu_hour"] = rate
    return Example(title, {"mode": "chapter", "chapter_row": row}, expected, _CHAPTER, rel_tol=0)


CALCULATOR = Calculator(
    id="cost",
    title="Fine-tuning cost",
    question="How many hours and dollars does this fine-tuning job take?",
    inputs=CostInputs,
    compute=compute,
    claims=("cost-build-or-buy", "lora-cheaper", "full-tuning-best-and-dearest"),
    found_by=(marked("how much does it cost to fine-tune"), marked("price of fine-tuning"), marked("GPU price")),
    examples=(
        _row("lora-7b", "LoRA, 7B on an A10G: $10–40", 10, 40, 5),
        _row("lora-13b", "LoRA, 13B on an A100 40GB: $40–120", 40, 120, 10),
        _row("qlora-70b", "QLoRA, 70B on an A100 80GB: $80–240", 80, 240, 10),
        _row("full-7b", "Full, 7B on four A100 80GB: $160–960", 160, 960, 10),
        _row("openai-gpt-4o-mini", "OpenAI, gpt-4o-mini: $3–15 a million tokens", 3, 15),
        _row("runway", "Runway: $3–25 a job", 3, 25),
        Example(
            "The chapter's first row, computed: 10,000 examples of 512 tokens, three times",
            {"mode": "computed", "model": "Llama-2-7B", "method": "lora", "gpu": "A10G", "mfu": 0.4},
            {"hours": 4.19, "training_tokens": 15_360_000},
            "arithmetic: 15.36M tokens × 2.75e10 FLOP on 70 TFLOP/s at an MFU of 0.40",
        ),
        Example(
            "7.5 million tokens at OpenAI",
            {"mode": "managed", "managed": "openai-gpt-4o-mini", "mtok": 7.5},
            {"cost_usd": 22.5},
            "$3.00 a million training tokens: OpenAI price list, 2025-12",
        ),
    ),
)
