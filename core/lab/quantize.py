"""Quantization: weights in few bits, as integer steps of a block's largest value or as NF4's sixteen levels. Pure."""

from enum import StrEnum

import numpy as np

from core.lab.model import Array, Weights
from core.lab.optimizers import is_matrix

BLOCK = 64
NF4_LEVELS = (
    *(-1.0, -0.6961928, -0.5250731, -0.3949175, -0.2844414, -0.1847734, -0.0910500, 0.0),
    *(0.0795803, 0.1609302, 0.2461123, 0.3379152, 0.4407098, 0.5626170, 0.7229568, 1.0),
)
"""Source: Dettmers et al. 2023, appendix E, https://arxiv.org/abs/2305.14314"""


class Precision(StrEnum):
    """How many bits the matrices of the layers are stored in."""

    FP32 = "fp32"
    INT8 = "int8"
    NF4 = "nf4"
    INT4 = "int4"
    INT3 = "int3"
    INT2 = "int2"

    @property
    def bits(self) -> int:
        """Bits per weight, not counting scales.

        >>> Precision.NF4.bits, Precision.INT3.bits
        (4, 3)
        """
        return int(self.value[-1]) if self is not Precision.FP32 else 32


def quantize(weights: Weights, precision: Precision) -> Weights:
    """The weights after a round trip through few bits; embeddings, gains and filters stay in 32 bits."""
    return {name: _round_trip(value, precision) if is_matrix(name) else value for name, value in weights.items()}


def _round_trip(matrix: Array, precision: Precision) -> Array:
    """Blocks of 64 weights, each divided by its largest, rounded to the nearest level, and multiplied back."""
    if precision is Precision.FP32:
        return matrix
    blocks = matrix.reshape(-1, BLOCK)
    largest = np.abs(blocks).max(1, keepdims=True) + matrix.dtype.type(1e-12)
    back: Array = (nearest_level(blocks / largest, precision) * largest).reshape(matrix.shape).astype(matrix.dtype)
    return back


def nearest_level(values: Array, precision: Precision) -> Array:
    """Values from -1 to 1, each rounded to the nearest level that the bits can represent.

    >>> nearest_level(np.array([0.3, 0.6]), Precision.INT2).tolist()
    [0.0, 1.0]
    >>> nearest_level(np.array([0.3, 0.6]), Precision.NF4).round(3).tolist()
    [0.338, 0.563]
    """
    if precision is Precision.NF4:
        levels = np.array(NF4_LEVELS)
        between = (levels[1:] + levels[:-1]) / 2
        named: Array = levels[np.searchsorted(between, values)]
        return named
    steps = 2 ** (precision.bits - 1) - 1
    rounded: Array = np.round(values * steps) / steps
    return rounded


def stored_bytes(weights: Weights, precision: Precision) -> int:
    """The size on disk: matrices in few bits with one 32-bit scale per block, everything else in 32 bits.

    >>> stored_bytes({"0.q": np.zeros((64, 64)), "embed": np.zeros((10, 64))}, Precision.INT4)
    4864
    """
    size = 0
    for name, value in weights.items():
        few = is_matrix(name) and precision is not Precision.FP32
        size += value.size * precision.bits // 8 + 4 * value.size // BLOCK if few else 4 * value.size
    return size
