"""Going on from what was read: keys and values are kept, so that a new word costs one word's work (the KV cache). Pure.

Shapes: N sequences, T places, D numbers a token, H heads of D / H numbers.
"""

from dataclasses import dataclass

import numpy as np

from core.lab.model import LAYER_PARTS, SLOPES, Array, LayerTrace, Shape, Weights, forward, normalise, softmax
from core.lab.tokens import Tokens

_BEHIND = 4


@dataclass
class _Kept:
    """Of one layer: keys and values (N, H, T, D / H), and the last four normed inputs (N, 4, D), latest last."""

    keys: Array
    values: Array
    latest: Array


class Memory:
    """Sequences that were read and are gone on with, one word each at a time."""

    def __init__(self, shape: Shape, weights: Weights, tokens: Tokens, lengths: Tokens, room: int) -> None:
        """Reads the prompts `tokens` (N, T), of which row n has `lengths[n]` words; `room` is for so many more."""
        trace = forward(shape, weights, tokens)
        self._shape, self._weights, self._lengths = shape, weights, lengths.copy()
        self._rows = np.arange(len(lengths))
        self.scores: Array = trace.scores[self._rows, lengths - 1]
        """Scores of each sequence's next word, (N, V)."""
        self._kept = [_keep(layer, lengths, room) for layer in trace.layers]

    def go_on(self, words: Tokens) -> None:
        """Appends a word to each sequence, (N,), and computes the scores of the next."""
        stream = self._weights["embed"][words]
        for layer, kept in enumerate(self._kept):
            part = {name: self._weights[f"{layer}.{name}"] for name in LAYER_PARTS}
            stream = self._layer(part, kept, stream)
        self._lengths += 1
        self.scores = normalise(stream, self._weights["norm"]) @ self._weights["head"]

    def _layer(self, part: Weights, kept: _Kept, stream: Array) -> Array:
        """One layer on the new words alone, (N, D); what they leave for later words is kept."""
        normed = normalise(stream, part["norm_attention"])
        window = np.concatenate([kept.latest, normed[:, None]], axis=1)
        kept.latest = window[:, 1:]
        latest_first = window[:, ::-1]
        queries = self._heads((latest_first * part["filter_q"]).sum(1) @ part["q"])
        kept.keys[self._rows, :, self._lengths] = self._heads((latest_first * part["filter_k"]).sum(1) @ part["k"])
        kept.values[self._rows, :, self._lengths] = self._heads(normed @ part["v"])
        attention = self._attend(queries, kept.keys)
        mixed = (attention[:, :, None] @ kept.values).reshape(len(normed), -1)
        middle = stream + mixed @ part["o"]
        added: Array = np.maximum(normalise(middle, part["norm_mlp"]) @ part["up"], 0) @ part["down"]
        return middle + added

    def _heads(self, values: Array) -> Array:
        """(N, D) to (N, H, D / H)."""
        return values.reshape(len(values), self._shape.heads, -1)

    def _attend(self, queries: Array, keys: Array) -> Array:
        """How much each new word looks at each place, (N, H, T)."""
        scores = (keys @ queries[..., None])[..., 0] * queries.dtype.type(1 / np.sqrt(queries.shape[-1]))
        back = self._lengths[:, None] - np.arange(keys.shape[2])
        slopes = np.resize(np.array(SLOPES, scores.dtype), self._shape.heads)
        bias = -slopes[:, None] * back[:, None, :].astype(scores.dtype)
        return softmax(np.where(back[:, None, :] >= 0, scores + bias, scores.dtype.type(-np.inf)))


def _keep(trace: LayerTrace, lengths: Tokens, room: int) -> _Kept:
    free = ((0, 0), (0, 0), (0, room), (0, 0))
    padded = np.pad(trace.normed, ((0, 0), (_BEHIND, 0), (0, 0)))
    places = lengths[:, None] + np.arange(_BEHIND)
    latest = padded[np.arange(len(lengths))[:, None], places]
    return _Kept(np.pad(trace.keys, free), np.pad(trace.values, free), latest)
