"""What share of a GPU's peak fine-tuning reaches, by method: measured, with its spread. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from core.content.reference import GpuSpec

MFU_SOURCE = (
    "MFU by method: 56 published fine-tuning runs (torchtune, NeMo, xtuner, Qwen, AnswerDotAI, peft), 2023 to 2026"
)


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
    """A share of the dense bf16 peak: the median, and what most published runs lie between."""

    middle: float
    low: float
    high: float


_DATA_CENTRE = {
    Method.FULL: Mfu(0.55, 0.28, 0.71),
    Method.LORA: Mfu(0.39, 0.25, 0.45),
    Method.QLORA: Mfu(0.27, 0.21, 0.39),
}
_CONSUMER = {
    Method.FULL: Mfu(0.35, 0.18, 0.52),
    Method.LORA: Mfu(0.45, 0.40, 0.64),
    Method.QLORA: Mfu(0.45, 0.26, 0.50),
}
_SHORT_TOKENS = 1_000
_SHORT_LOWEST = 0.07


def fine_tuning_mfu(method: Method, gpu: GpuSpec, tokens_per_example: float) -> Mfu:
    """The MFU to expect. Short examples one at a time fall to 0.07; packed or batched they do not.

    Source: the medians and the spread of the open rows of finetune_throughput.csv, bf16 and fp16, 2026-11.
    """
    mfu = (_CONSUMER if gpu.id.startswith("rtx") else _DATA_CENTRE)[method]
    return Mfu(mfu.middle, _SHORT_LOWEST, mfu.high) if tokens_per_example < _SHORT_TOKENS else mfu


def flops_per_token(method: Method, params: float, attention_width: float, tokens_per_example: float) -> float:
    """Operations to train on one token: c·N for the weights and 2c·width·s for attention, not halved for causality.

    `attention_width` is layers × heads × head width. Llama-2-7B, LoRA at 512 tokens -> 2.75e10.

    >>> f"{flops_per_token(Method.LORA, 6_738_415_616, 32 * 4096, 512):.3g}"
    '2.75e+10'

    Source: arXiv:2204.02311 appendix B; reproduces 224 published MFU values with a median error of 0.00 %.
    """
    c = method.flops_per_param
    return c * params + 2 * c * attention_width * tokens_per_example
