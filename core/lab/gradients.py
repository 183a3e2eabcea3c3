"""Backpropagation, written out by hand: from the gradient at the scores to that of every weight. Pure.

One function serves all training. Each objective (the next word, a higher reward, a preferred reply) says which gradient
it has at the scores; from there on, the backward pass is the same.
"""

from typing import Protocol

import numpy as np

from core.lab.model import Array, LayerTrace, Shape, Trace, Weights, inverse_rms, join_heads, split_heads


class Collector(Protocol):
    """Takes the gradients of the weights that are trained, and ignores the others."""

    def matrix(self, name: str, inputs: Array, outputs: Array) -> None:
        """`inputs` (…, D) went through the matrix `name`; `outputs` (…, E) is the gradient of its output."""

    def value(self, name: str, gradient: Array) -> None:
        """The gradient of a weight that is not in a matrix product, in the shape of that weight."""

    def wants(self, name: str) -> bool:
        """Whether the gradient of a weight is worth computing."""


class Every:
    """Collects the gradient of every weight, as full training does."""

    def __init__(self) -> None:
        self.gradients: Weights = {}

    def matrix(self, name: str, inputs: Array, outputs: Array) -> None:
        """Inputs transposed times outputs: (D, E)."""
        self.gradients[name] = rows(inputs).T @ rows(outputs)

    def value(self, name: str, gradient: Array) -> None:
        """Keeps the gradient as it is."""
        self.gradients[name] = gradient

    def wants(self, name: str) -> bool:
        """All of them."""
        return True


def rows(values: Array) -> Array:
    """All tokens of all sequences as rows: (B, T, D) to (B T, D)."""
    return values.reshape(-1, values.shape[-1])


def backward(shape: Shape, weights: Weights, trace: Trace, scores: Array, collect: Collector) -> None:
    """Hands every weight's gradient to `collect`; `scores` is the gradient at the scores, (B, T, V)."""
    collect.matrix("head", trace.normed, scores)
    stream = _rms_norm_back("norm", weights["norm"], trace.last, scores @ weights["head"].T, collect)
    for layer in reversed(range(shape.layers)):
        stream = _layer_back(layer, weights, trace.layers[layer], stream, collect)
    if collect.wants("embed"):
        collect.value("embed", _sum_by_word(trace, stream, len(weights["embed"])))


def _sum_by_word(trace: Trace, stream: Array, words: int) -> Array:
    """The gradient of the embedding, (V, D): for each word, the sum over the positions where it occurs."""
    flat = trace.tokens.ravel()
    places = np.zeros((words, flat.size), stream.dtype)
    places[flat, np.arange(flat.size)] = 1
    return places @ rows(stream)


def _layer_back(layer: int, weights: Weights, trace: LayerTrace, stream: Array, collect: Collector) -> Array:
    """From the gradient of a layer's output to that of its input, both (B, T, D)."""
    down, up = weights[f"{layer}.down"], weights[f"{layer}.up"]
    collect.matrix(f"{layer}.down", trace.hidden, stream)
    hidden = stream @ down.T
    hidden *= trace.hidden > 0
    collect.matrix(f"{layer}.up", trace.normed_middle, hidden)
    gain = weights[f"{layer}.norm_mlp"]
    middle = stream + _rms_norm_back(f"{layer}.norm_mlp", gain, trace.middle, hidden @ up.T, collect)
    normed = _attention_back(layer, weights, trace, middle, collect)
    gain = weights[f"{layer}.norm_attention"]
    return middle + _rms_norm_back(f"{layer}.norm_attention", gain, trace.inputs, normed, collect)


def _attention_back(layer: int, weights: Weights, trace: LayerTrace, outputs: Array, collect: Collector) -> Array:
    """Through attention: from the gradient of what it added to the stream to that of its input, both (B, T, D)."""
    heads = trace.queries.shape[1]
    collect.matrix(f"{layer}.o", trace.mixed, outputs)
    mixed = split_heads(outputs @ weights[f"{layer}.o"].T, heads)
    values = join_heads(trace.attention.transpose(0, 1, 3, 2) @ mixed)
    attention = mixed @ trace.values.transpose(0, 1, 3, 2)
    attention -= np.einsum("bhij,bhij->bhi", attention, trace.attention)[..., None]
    attention *= trace.attention
    attention *= attention.dtype.type(1 / np.sqrt(trace.queries.shape[-1]))
    queries = join_heads(attention @ trace.keys)
    keys = join_heads(attention.transpose(0, 1, 3, 2) @ trace.queries)
    collect.matrix(f"{layer}.v", trace.normed, values)
    collect.matrix(f"{layer}.q", trace.for_queries, queries)
    collect.matrix(f"{layer}.k", trace.for_keys, keys)
    normed = values @ weights[f"{layer}.v"].T
    for name, gradient in (("q", queries), ("k", keys)):
        through = gradient @ weights[f"{layer}.{name}"].T
        normed += _convolution_back(f"{layer}.filter_{name}", weights, trace.normed, through, collect)
    return normed


def _convolution_back(name: str, weights: Weights, values: Array, outputs: Array, collect: Collector) -> Array:
    """Through the convolution: each token gets the gradients of the four after it that it contributed to."""
    taps = weights[name]
    reach = range(1, min(len(taps), values.shape[1]))
    if collect.wants(name):
        gradient = np.zeros_like(taps)
        gradient[0] = np.einsum("btd,btd->d", outputs, values)
        for back in reach:
            gradient[back] = np.einsum("btd,btd->d", outputs[:, back:], values[:, :-back])
        collect.value(name, gradient)
    inputs: Array = outputs * taps[0]
    for back in reach:
        inputs[:, :-back] += outputs[:, back:] * taps[back]
    return inputs


def _rms_norm_back(name: str, gain: Array, values: Array, outputs: Array, collect: Collector) -> Array:
    """Through RMSNorm: the part of the gradient that would only change a token's norm is removed."""
    inverse = inverse_rms(values)
    unit = values * inverse
    if collect.wants(name):
        collect.value(name, np.einsum("btd,btd->d", outputs, unit))
    scaled = outputs * gain
    along = np.einsum("btd,btd->bt", scaled, unit)[..., None] / values.shape[-1]
    inputs: Array = (scaled - unit * along) * inverse
    return inputs
