"""What training changes: every weight, or small matrices beside frozen ones (LoRA). Pure."""

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from core.lab.gradients import Collector, Every, rows
from core.lab.model import MATRICES, Array, Shape, Weights

QUERY_AND_VALUE = ("q", "v")
ALL_LINEAR = MATRICES


class GradientCollector(Collector, Protocol):
    """A collector that keeps what it collects."""

    gradients: Weights


class Trainable(Protocol):
    """A model as training sees it."""

    shape: Shape
    parameters: Weights

    def weights(self) -> Weights:
        """The current weights to compute with."""

    def collector(self) -> GradientCollector:
        """A collector of the gradients of `parameters`, and of nothing else."""


class Full:
    """Full fine-tuning: every weight is trained, on a copy, so that the base stays as it was."""

    def __init__(self, shape: Shape, weights: Weights) -> None:
        self.shape = shape
        self.parameters = {name: value.copy() for name, value in weights.items()}

    def weights(self) -> Weights:
        """The weights themselves."""
        return self.parameters

    def collector(self) -> GradientCollector:
        """A collector of every gradient."""
        return Every()


class Adapted:
    """LoRA: beside each target W (D, E) stand A (D, r) and B (r, E); computed with is W + 2 A B. Only A and B move.

    Source: Hu et al. 2021, https://arxiv.org/abs/2106.09685; alpha is twice the rank.
    """

    scale = 2.0

    def __init__(self, shape: Shape, weights: Weights, rank: int, targets: Iterable[str], rng: np.random.Generator):
        self.shape, self.frozen, self.rank = shape, weights, rank
        self.targets = tuple(f"{layer}.{name}" for layer in range(shape.layers) for name in sorted(targets))
        self.parameters: Weights = {}
        for name in self.targets:
            tall, wide = weights[name].shape
            first = rng.standard_normal((tall, rank)) / np.sqrt(tall)
            self.parameters[f"{name}.a"] = first.astype(weights[name].dtype)
            self.parameters[f"{name}.b"] = np.zeros((rank, wide), weights[name].dtype)

    def weights(self) -> Weights:
        """The frozen weights with the adapters added."""
        added = {name: self.frozen[name] + self.scale * self._product(name) for name in self.targets}
        return {**self.frozen, **added}

    def collector(self) -> GradientCollector:
        """One that takes the gradients of A and B."""
        return _OfAdapters(self)

    def _product(self, name: str) -> Array:
        product: Array = self.parameters[f"{name}.a"] @ self.parameters[f"{name}.b"]
        return product


class _OfAdapters:
    """Collects the gradients of A and B, which takes less work than that of W."""

    def __init__(self, model: Adapted) -> None:
        self.gradients: Weights = {}
        self._model = model

    def matrix(self, name: str, inputs: Array, outputs: Array) -> None:
        """For a target: A from inputs and B's view of outputs, B from A's view of inputs."""
        if name not in self._model.targets:
            return
        first, second = (self._model.parameters[f"{name}.{part}"] for part in "ab")
        into, out = rows(inputs), rows(outputs)
        self.gradients[f"{name}.a"] = self._model.scale * (into.T @ (out @ second.T))
        self.gradients[f"{name}.b"] = self._model.scale * ((into @ first).T @ out)

    def value(self, name: str, gradient: Array) -> None:
        """Nothing else moves."""

    def wants(self, name: str) -> bool:
        """Nothing else moves."""
        return False


def count(weights: Weights) -> int:
    """How many numbers there are.

    >>> count({"a": np.zeros((2, 3)), "b": np.zeros(4)})
    10
    """
    return sum(value.size for value in weights.values())
