"""The KV cache: keys and values of what was read are kept, so that a new word costs one word's work. Pure.

Shapes: N sequences, T positions, width D, H heads of width D / H.
"""

from dataclasses import dataclass

import numpy as np

from core.lab.model import LAYER_PARTS, SLOPES, Array, LayerTrace, Shape, Weights, forward, rms_norm, softmax
from core.lab.tokens import Tokens

_BEHIND = 4


@dataclass
class _LayerCache:
    """One layer's keys and values (N, H, T, D / H), and its last four normed inputs (N, 4, D), the latest last."""

    keys: Array
    values: Array
    latest: Array


class KVCache:
    """Sequences that are continued one word at a time, all together."""

    def __init__(self, shape: Shape, weights: Weights, tokens: Tokens, lengths: Tokens, room: int) -> None:
        """Reads the prompts `tokens` (N, T), where row n has `lengths[n]` words; leaves room for `room` more words."""
        trace = forward(shape, weights, tokens)
        self._shape, self._weights, self._lengths = shape, weights, lengths.copy()
        self._rows = np.arange(len(lengths))
        self.scores: Array = trace.scores[self._rows, lengths - 1]
        """Scores of each sequence's next word, (N, V)."""
        self._kept = [_keep(layer, lengths, room) for layer in trace.layers]

    def append(self, words: Tokens) -> None:
        """Appends one word to each sequence, `words` (N,), and computes the scores of the next."""
        stream = self._weights["embed"][words]
        for layer, kept in enumerate(self._kept):
            part = {name: self._weights[f"{layer}.{name}"] for name in LAYER_PARTS}
            stream = self._layer(part, kept, stream)
        self._lengths += 1
        self.scores = rms_norm(stream, self._weights["norm"]) @ self._weights["head"]

    def _layer(self, part: Weights, kept: _LayerCache, stream: Array) -> Array:
        """One layer on the new words alone, (N, D); their keys and values are kept for later words."""
        normed = rms_norm(stream, part["norm_attention"])
        window = np.concatenate([kept.latest, normed[:, None]], axis=1)
        kept.latest = window[:, 1:]
        latest_first = window[:, ::-1]
        queries = self._heads((latest_first * part["filter_q"]).sum(1) @ part["q"])
        kept.keys[self._rows, :, self._lengths] = self._heads((latest_first * part["filter_k"]).sum(1) @ part["k"])
        kept.values[self._rows, :, self._lengths] = self._heads(normed @ part["v"])
        attention = self._attend(queries, kept.keys)
        mixed = (attention[:, :, None] @ kept.values).reshape(len(normed), -1)
        middle = stream + mixed @ part["o"]
        added: Array = np.maximum(rms_norm(middle, part["norm_mlp"]) @ part["up"], 0) @ part["down"]
        return middle + added

    def _heads(self, values: Array) -> Array:
        """(N, D) to (N, H, D / H)."""
        return values.reshape(len(values), self._shape.heads, -1)

    def _attend(self, queries: Array, keys: Array) -> Array:
        """The attention of each new word to each position, (N, H, T)."""
        scores = (keys @ queries[..., None])[..., 0] * queries.dtype.type(1 / np.sqrt(queries.shape[-1]))
        back = self._lengths[:, None] - np.arange(keys.shape[2])
        slopes = np.resize(np.array(SLOPES, scores.dtype), self._shape.heads)
        bias = -slopes[:, None] * back[:, None, :].astype(scores.dtype)
        return softmax(np.where(back[:, None, :] >= 0, scores + bias, scores.dtype.type(-np.inf)))


def _keep(trace: LayerTrace, lengths: Tokens, room: int) -> _LayerCache:
    free = ((0, 0), (0, 0), (0, room), (0, 0))
    padded = np.pad(trace.normed, ((0, 0), (_BEHIND, 0), (0, 0)))
    places = lengths[:, None] + np.arange(_BEHIND)
    latest = padded[np.arange(len(lengths))[:, None], places]
    return _LayerCache(np.pad(trace.keys, free), np.pad(trace.values, free), latest)
