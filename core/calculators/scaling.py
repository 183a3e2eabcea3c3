"""The arithmetic of pre-training: operations, the Chinchilla point, hours. Pure."""

from math import sqrt

from core.content.reference import GpuSpec

_TYPICAL_MFU = {"h100": 0.25, "h800": 0.25, "h200": 0.25, "b200": 0.25, "tpu": 0.29, "v100": 0.20}
_AMPERE_MFU = 0.35
LOWEST_MFU, HIGHEST_MFU = 0.13, 0.52
_OVERHEAD_LOW, _OVERHEAD_HIGH = 0.94, 1.38


def training_flops(active_params: float, tokens: float) -> float:
    """Operations of a training run: 6 per parameter and token, 2 forward and 4 backward.

    GPT-3, 175 billion parameters on 300 billion tokens -> 3.15e23; published 3.14e23.

    >>> training_flops(175e9, 300e9)
    3.15e+23

    Source: arXiv:2001.08361; median 2.0 % from 19 published figures.
    """
    return 6 * active_params * tokens


def chinchilla_point(flops: float) -> tuple[float, float]:
    """The compute-optimal parameters and tokens for `flops`: N = √(C ÷ 120), D = 20 N.

    >>> [round(x / 1e9) for x in chinchilla_point(5.76e23)]
    [69, 1386]

    Source: arXiv:2203.15556 (70 billion parameters on 1.4 trillion tokens at 5.76e23).
    """
    params = sqrt(flops / 120)
    return params, 20 * params


def gpu_hours(flops: float, gpu: GpuSpec, mfu: float | None) -> tuple[float, float, float]:
    """Hours of one accelerator: middle, low and high.

    With no MFU given the ends are what 21 of the 22 published runs whose tokens are known lie between, restarts and
    post-training included.
    With one, the ends are what eight runs that publish both MFU and hours came to: 0.94 to 1.38 of the plain formula.
    """
    peak_per_hour = gpu.dense_bf16_tflops * 1e12 * 3600
    if mfu is not None:
        plain = flops / (peak_per_hour * mfu)
        return plain, plain * _OVERHEAD_LOW, plain * _OVERHEAD_HIGH
    middle = flops / (peak_per_hour * typical_mfu(gpu))
    return middle, flops / (peak_per_hour * HIGHEST_MFU), flops / (peak_per_hour * LOWEST_MFU)


def typical_mfu(gpu: GpuSpec) -> float:
    """What share of its peak a kind of accelerator reached over whole published runs: the median, between 0 and 1."""
    return next((mfu for start, mfu in _TYPICAL_MFU.items() if gpu.id.startswith(start)), _AMPERE_MFU)
