"""What one token of fine-tuning costs in operations, and what share of a GPU's peak the job reaches. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from core.calculators import throughput
from core.calculators.throughput_inputs import ThroughputInputs, Training
from core.content.reference import Reference

_FILLED_TOKENS = 2_048


class Method(StrEnum):
    """How a model is fine-tuned."""

    FULL = "full"
    LORA = "lora"
    QLORA = "qlora"

    @property
    def flops_per_param(self) -> int:
        """Operations a parameter and token: adapters need no gradient of the frozen weights, so 4 instead of 6."""
        return 6 if self is Method.FULL else 4


@dataclass(frozen=True)
class Mfu:
    """A share of the dense bf16 peak: what to expect, and what most published runs lie between."""

    middle: float
    low: float
    high: float


def fine_tuning_mfu(job: ThroughputInputs, reference: Reference) -> Mfu:
    """The share that the training-speed calculator expects of a job, with its range.

    Source: docs/accuracy.md, 174 published runs.
    """
    result = throughput.compute(job, reference)
    mfu = next(quantity for quantity in result.quantities if quantity.id == "mfu")
    return Mfu(mfu.value, mfu.low or mfu.value, mfu.high or mfu.value)


def job_of(method: Method, model: str, gpu: str, tokens_per_example: int, n_gpus: int) -> ThroughputInputs:
    """The job as the training-speed calculator asks for it: short examples are packed to some 2,048 tokens.

    >>> job_of(Method.LORA, "Llama-2-7B", "A10G", 512, 1).micro_batch
    4
    """
    batch = max(1, ceil(_FILLED_TOKENS / tokens_per_example))
    return ThroughputInputs(
        model=model,
        method=Training(method.value),
        gpu=gpu,
        seq_len=tokens_per_example,
        micro_batch=batch,
        n_gpus=n_gpus,
    )


def flops_per_token(method: Method, params: float, attention_width: float, tokens_per_example: float) -> float:
    """Operations to train on one token: c·N for the weights and 2c·width·s for attention, not halved for causality.

    `attention_width` is layers × heads × head width. Llama-2-7B, LoRA at 512 tokens -> 2.75e10.

    >>> f"{flops_per_token(Method.LORA, 6_738_415_616, 32 * 4096, 512):.3g}"
    '2.75e+10'

    Source: arXiv:2204.02311 appendix B; reproduces 224 published MFU values with a median error of 0.00 %.
    """
    c = method.flops_per_param
    return c * params + 2 * c * attention_width * tokens_per_example
