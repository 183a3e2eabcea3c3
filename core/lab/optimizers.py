"""Optimizers: Adam and Muon, gradient clipping, and the learning-rate schedule. Pure but for the optimizers' state."""

import numpy as np

from core.lab.model import MATRICES, Array, Weights


class Adam:
    """Scales each weight's step by how large and how steady its gradient has been. Keeps two numbers per weight.

    Source: Kingma and Ba 2015, https://arxiv.org/abs/1412.6980
    """

    def __init__(self, rate: float, beta1: float = 0.9, beta2: float = 0.99) -> None:
        self.rate, self.beta1, self.beta2 = rate, beta1, beta2
        self._mean: Weights = {}
        self._square: Weights = {}
        self._steps = 0

    def step(self, weights: Weights, gradients: Weights, scale: float = 1.0) -> None:
        """Updates the weights in place; the learning rate is `scale` times `rate`."""
        self._steps += 1
        fix = np.sqrt(1 - self.beta2**self._steps) / (1 - self.beta1**self._steps)
        for name, gradient in gradients.items():
            mean = self._mean.setdefault(name, np.zeros_like(gradient))
            square = self._square.setdefault(name, np.zeros_like(gradient))
            mean += (1 - self.beta1) * (gradient - mean)
            square += (1 - self.beta2) * (gradient * gradient - square)
            weights[name] -= (self.rate * scale * fix) * mean / (np.sqrt(square) + 1e-8)

    @property
    def bytes(self) -> int:
        """The memory of its state, in bytes."""
        return sum(kept.nbytes for part in (self._mean, self._square) for kept in part.values())


class Muon:
    """Orthogonalized steps for matrices: every direction moves equally far. Keeps one number per weight.

    Source: Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/
    """

    def __init__(self, rate: float, momentum: float = 0.95) -> None:
        self.rate, self.momentum = rate, momentum
        self._mean: Weights = {}

    def step(self, weights: Weights, gradients: Weights, scale: float = 1.0) -> None:
        """Updates the matrices in place; those of one shape are orthogonalized together."""
        shapes: dict[tuple[int, ...], list[str]] = {}
        for name, gradient in gradients.items():
            shapes.setdefault(gradient.shape, []).append(name)
        for (tall, wide), names in shapes.items():
            pushes = []
            for name in names:
                mean = self._mean.setdefault(name, np.zeros_like(gradients[name]))
                mean *= self.momentum
                mean += gradients[name]
                pushes.append(gradients[name] + self.momentum * mean)
            size = self.rate * scale * max(1.0, wide / tall) ** 0.5
            for name, even in zip(names, orthogonalize(np.stack(pushes)), strict=True):
                weights[name] -= size * even


def orthogonalize(matrices: Array) -> Array:
    """Matrices (N, D, E) with the same directions and with all singular values near 1, by five Newton–Schulz steps.

    >>> even = orthogonalize(np.diag([9.0, 1.0])[None])[0]
    >>> bool(0.6 < even[1, 1] and even[0, 0] < 1.3)
    True
    """
    tall = matrices.shape[1] > matrices.shape[2]
    even = matrices.transpose(0, 2, 1) if tall else matrices
    even = even / (np.sqrt((even * even).sum((1, 2), keepdims=True)) + 1e-7)
    for _ in range(5):
        square = even @ even.transpose(0, 2, 1)
        even = 3.4445 * even + (-4.7750 * square + 2.0315 * square @ square) @ even
    evened: Array = even.transpose(0, 2, 1) if tall else even
    return evened


def is_matrix(name: str) -> bool:
    """Whether a weight is one of the matrices inside a layer.

    >>> is_matrix("0.up"), is_matrix("embed"), is_matrix("1.filter_q")
    (True, False, False)
    """
    return name.rpartition(".")[2] in MATRICES


def clip(gradients: Weights, most: float = 1.0) -> None:
    """Scales all gradients down together, in place, when their joint norm is more than `most`."""
    length = float(np.sqrt(sum(float((gradient * gradient).sum()) for gradient in gradients.values())))
    if length > most:
        for name in gradients:
            gradients[name] *= most / length


def cosine(step: int, steps: int) -> float:
    """The learning-rate schedule: 1 at the start, 0 at the end, half a cosine between.

    >>> round(cosine(0, 100), 2), round(cosine(50, 100), 2), round(cosine(100, 100), 2)
    (1.0, 0.5, 0.0)
    """
    return float(0.5 * (1 + np.cos(np.pi * step / steps)))
