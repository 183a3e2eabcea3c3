"""The model: a decoder of two layers, from tokens to a score (a logit) for each next word. Pure.

Shapes: B sequences, T tokens, width D, H heads of width D / H, V words.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from core.lab.tokens import VOCABULARY, Tokens

Array = npt.NDArray[np.floating[Any]]
Weights = dict[str, Array]

MATRICES = ("q", "k", "v", "o", "up", "down")
SLOPES = (1.0, 0.3, 0.08, 0.0)
_NOW = (1.0, 0.6, 0.4, 0.2, 0.0)
_BEFORE = (0.0, 1.0, 0.6, 0.4, 0.2)
_TINY = 1e-6


@dataclass(frozen=True)
class Shape:
    """The sizes of a model; by default it has about 120,000 parameters."""

    vocabulary: int = len(VOCABULARY)
    width: int = 64
    layers: int = 2
    heads: int = 4

    @property
    def parameters(self) -> int:
        """How many numbers are trained.

        >>> Shape(vocabulary=182).parameters
        123200
        """
        block = 12 * self.width**2 + 2 * len(_NOW) * self.width + 2 * self.width
        return 2 * self.vocabulary * self.width + self.layers * block + self.width


def start_weights(shape: Shape, rng: np.random.Generator) -> Weights:
    """Random weights in float32 with two head starts, which large models find for themselves.

    A query looks at the last four words and a key at the four *before* its own, through the same matrix: what follows
    the same words as just now is found at once. And `o` undoes `v`: what is found can be copied.
    """
    d = shape.width

    def normal(*sizes: int) -> Array:
        drawn: Array = (rng.standard_normal(sizes) / np.sqrt(sizes[0])).astype(np.float32)
        return drawn

    embed = normal(d, shape.vocabulary).T.copy()
    weights: Weights = {"embed": embed, "head": embed.T.copy(), "norm": np.ones(d, np.float32)}
    for layer in range(shape.layers):
        q, v = normal(d, d), normal(d, d)
        parts = {"q": q, "k": q.copy(), "v": v, "o": v.T.copy(), "up": normal(d, 4 * d), "down": normal(4 * d, d)}
        parts["down"] *= 0.5
        parts["filter_q"] = np.tile(np.array(_NOW, np.float32)[:, None], (1, d))
        parts["filter_k"] = np.tile(np.array(_BEFORE, np.float32)[:, None], (1, d))
        parts["norm_attention"] = np.ones(d, np.float32)
        parts["norm_mlp"] = np.ones(d, np.float32)
        weights |= {f"{layer}.{name}": value for name, value in parts.items()}
    return weights


@dataclass
class LayerTrace:
    """One layer's activations, kept for the backward pass; heads come before tokens: (B, H, T, D / H)."""

    inputs: Array
    normed: Array
    for_queries: Array
    for_keys: Array
    queries: Array
    keys: Array
    values: Array
    attention: Array
    mixed: Array
    middle: Array
    normed_middle: Array
    hidden: Array


@dataclass
class Trace:
    """A forward pass: the scores, and the activations that the backward pass needs."""

    tokens: Tokens
    layers: list[LayerTrace]
    last: Array
    normed: Array
    scores: Array


def forward(shape: Shape, weights: Weights, tokens: Tokens) -> Trace:
    """Scores of every next word, (B, T, V), from tokens (B, T); causal: later tokens never change earlier scores."""
    stream = weights["embed"][tokens]
    layers = []
    for layer in range(shape.layers):
        part = {name: weights[f"{layer}.{name}"] for name in LAYER_PARTS}
        trace, stream = _layer(shape, part, stream)
        layers.append(trace)
    normed = rms_norm(stream, weights["norm"])
    return Trace(tokens, layers, stream, normed, normed @ weights["head"])


LAYER_PARTS = (*MATRICES, "filter_q", "filter_k", "norm_attention", "norm_mlp")


def _layer(shape: Shape, part: Weights, stream: Array) -> tuple[LayerTrace, Array]:
    """One layer: attention over earlier words, then an MLP on each word alone. The stream is (B, T, D)."""
    normed = rms_norm(stream, part["norm_attention"])
    for_queries, for_keys = causal_convolution(normed, part["filter_q"]), causal_convolution(normed, part["filter_k"])
    queries = split_heads(for_queries @ part["q"], shape.heads)
    keys = split_heads(for_keys @ part["k"], shape.heads)
    values = split_heads(normed @ part["v"], shape.heads)
    attention = attend(queries, keys)
    mixed = join_heads(attention @ values)
    middle = stream + mixed @ part["o"]
    normed_middle = rms_norm(middle, part["norm_mlp"])
    hidden = np.maximum(normed_middle @ part["up"], 0)
    trace = LayerTrace(
        stream, normed, for_queries, for_keys, queries, keys, values, attention, mixed, middle, normed_middle, hidden
    )
    return trace, middle + hidden @ part["down"]


def rms_norm(values: Array, gain: Array) -> Array:
    """RMSNorm: each token's D numbers scaled to a root mean square of 1, then weighted by `gain` (D,).

    >>> rms_norm(np.array([[3.0, 4.0]]), np.ones(2)).round(2).tolist()
    [[0.85, 1.13]]
    """
    return values * inverse_rms(values) * gain


def inverse_rms(values: Array) -> Array:
    """One over the root of the mean square of the last axis, which stays as an axis of one."""
    square = np.einsum("...d,...d->...", values, values)[..., None]
    size: Array = 1 / np.sqrt(square / values.shape[-1] + values.dtype.type(_TINY))
    return size


def causal_convolution(values: Array, taps: Array) -> Array:
    """A short causal convolution, (B, T, D) to (B, T, D): row j of `taps` (5, D) weighs the token j places back.

    >>> causal_convolution(np.array([[[1.0], [10.0]]]), np.array([[1.0], [0.5]])).tolist()
    [[[1.0], [10.5]]]
    """
    mixed: Array = values * taps[0]
    for back in range(1, min(len(taps), values.shape[1])):
        mixed[:, back:] += values[:, :-back] * taps[back]
    return mixed


def split_heads(values: Array, heads: int) -> Array:
    """(B, T, D) to (B, H, T, D / H)."""
    b, t, d = values.shape
    return np.ascontiguousarray(values.reshape(b, t, heads, d // heads).transpose(0, 2, 1, 3))


def join_heads(values: Array) -> Array:
    """(B, H, T, D / H) to (B, T, D)."""
    b, h, t, d = values.shape
    return values.transpose(0, 2, 1, 3).reshape(b, t, h * d)


def attend(queries: Array, keys: Array) -> Array:
    """Attention weights of each token to each earlier one, (B, H, T, T); rows sum to 1, nothing looks ahead."""
    scores = queries @ keys.transpose(0, 1, 3, 2)
    scores *= queries.dtype.type(1 / np.sqrt(queries.shape[-1]))
    scores += _alibi_bias(scores.shape[1], scores.shape[2], str(scores.dtype))
    return softmax(scores)


@lru_cache(maxsize=32)
def _alibi_bias(heads: int, length: int, kind: str) -> Array:
    """ALiBi: a head's score falls with distance by its slope, (H, T, T); later positions get minus infinity.

    Source: Press et al. 2022, https://arxiv.org/abs/2108.12409
    """
    steps = np.arange(length)
    back = steps[:, None] - steps[None, :]
    slopes = np.resize(np.array(SLOPES), heads)[:, None, None]
    return np.where(back >= 0, -slopes * back, -np.inf).astype(kind)


def softmax(scores: Array) -> Array:
    """Scores to probabilities that sum to 1 along the last axis; the scores are overwritten.

    >>> softmax(np.array([0.0, np.log(3.0)])).round(2).tolist()
    [0.25, 0.75]
    """
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores
