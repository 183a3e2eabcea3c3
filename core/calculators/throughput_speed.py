"""How fast a GPU trains: FLOPs a token, and the share of the peak that physical covariates leave. Pure.

seconds a token × peak = (linear FLOPs / e + attention FLOPs / e_attention) × recomputing
                         + peak × (launching layers + unpacking 4-bit weights + sending weights) / tokens in the batch

Source: docs/accuracy.md. The efficiencies are least squares over 174 published runs, then rounded.
"""

import math
from dataclasses import dataclass

_WIDTH_HALF = 236.0
_FP8 = 1.9
_FP8_PEAK = 2.0
_RECOMPUTE_ALL = 1.15
_RECOMPUTE_ADAPTERS = 1.65
_ADAPTERS = 1.155
_TUNED_LAYER_S = 0.0006
_PLAIN_LAYER_S = 0.0036
_UNPACKED_BYTES = 58.7
_PCIE_BYTES_PER_S = 17.5e9
_OLD_KERNEL = 0.69
_NODE_LOSS = 0.0147
SOURCES = (
    "FLOPs a token: 6 for each parameter, or 4 with adapters, and attention, as published utilisations count them",
    "Utilisation: fitted to 174 published runs, median error 5.7 %; elsewhere expect 11–22 %",
)


@dataclass(frozen=True)
class Generation:
    """GPUs of one kind: the share of the peak that wide matrices reach, and how attention compares."""

    name: str
    efficiency: float
    attention: float
    has_nvlink: bool


A100 = Generation("A100", 0.607, 1.55, True)
HOPPER = Generation("Hopper", 0.50, 0.90, True)
AMPERE_CARD = Generation("Ampere card", 0.69, 1.0, False)
ADA_CARD = Generation("Ada card", 0.70, 1.0, False)
_BY_NAME = (
    (("h100", "h200", "h800", "h20", "b200", "b100", "gh200"), HOPPER),
    (("a100", "a800", "tpu"), A100),
    (("4090", "4080", "4070", "l40", "l4", "ada", "5090", "5080"), ADA_CARD),
    (("3090", "3080", "a5000", "a6000", "a40", "a10", "t4", "v100"), AMPERE_CARD),
)


def generation_of(gpu: str) -> Generation | None:
    """The generation that a GPU's name says, or None.

    >>> generation_of("H100-96GB(500W)").name, generation_of("RTX 4090").name
    ('Hopper', 'Ada card')
    """
    key = gpu.lower().replace(" ", "")
    return next((kind for words, kind in _BY_NAME if any(word in key for word in words)), None)


@dataclass(frozen=True)
class Work:
    """A run as speed sees it. FLOPs are per token; `bandwidth` is that of the GPU's memory, in bytes per second."""

    linear_flops: float
    attention_flops: float
    params: float
    width: int
    layers: int
    tokens: float
    peak: float
    bandwidth: float
    gpus: int
    generation: Generation
    adapters: bool
    quantized: bool
    recomputes: bool
    fp8: bool
    tuned: bool
    old_kernel: bool
    sharded: bool

    @property
    def flops_per_token(self) -> float:
        """Model FLOPs of one token, without recomputing; attention in full, as published MFUs count it."""
        return self.linear_flops + self.attention_flops


def expected_mfu(work: Work) -> float:
    """Model FLOPs utilisation against the dense bf16 peak, 0 to above 1 (fp8)."""
    share = work.flops_per_token / (_computing(work) + work.peak * _waiting_s(work) / work.tokens)
    return share * max(0.5, 1 - _NODE_LOSS * math.log2(work.gpus / 8)) if work.gpus > 8 else share


def most_mfu(work: Work) -> float:
    """The utilisation of a GPU that computes at its peak all the time: 1, and above where fp8 doubles it for matrices.

    Attention is counted in full. A kernel that leaves out what the causal mask hides could pass the peak by that count
    where sequences are very long; no published run does, 0.75 is the most in bf16.
    """
    return work.flops_per_token / (work.linear_flops / (_FP8_PEAK if work.fp8 else 1.0) + work.attention_flops)


def _computing(work: Work) -> float:
    """FLOPs a token as if the peak were reached, for the matrices and the attention."""
    base = work.generation.efficiency * work.width / (work.width + _WIDTH_HALF) * (_ADAPTERS if work.adapters else 1.0)
    attention = min(1.0, base * work.generation.attention * (_OLD_KERNEL if work.old_kernel else 1.0))
    again = _RECOMPUTE_ADAPTERS if work.adapters else _RECOMPUTE_ALL
    matrices = work.linear_flops / (base * (_FP8 if work.fp8 else 1.0))
    return (matrices + work.attention_flops / attention) * (again if work.recomputes else 1.0)


def _waiting_s(work: Work) -> float:
    """Seconds a micro batch that do not shrink with its tokens."""
    launching = work.layers * (_TUNED_LAYER_S if work.tuned else _PLAIN_LAYER_S)
    unpacking = work.params * _UNPACKED_BYTES / work.bandwidth if work.quantized else 0.0
    width = 0.55 if work.quantized else 2.0
    slow_link = work.gpus > 1 and work.sharded and not work.generation.has_nvlink
    sending = work.params * width / _PCIE_BYTES_PER_S if slow_link else 0.0
    return launching + unpacking + sending
