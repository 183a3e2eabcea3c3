"""Generating text: one word after another, the likeliest or a sampled one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.kv_cache import KVCache
from core.lab.model import Array, Shape, Weights, softmax
from core.lab.tokens import END, Tokens, decode, encode, pad

PAIRS_OF_WORDS = 2_000_000
"""How many query–key pairs are computed at once; more would only take memory."""


@dataclass(frozen=True)
class Decoding:
    """How words are chosen: at temperature 0 the likeliest; above it, `rng` samples. `longest` is in words."""

    longest: int = 8
    temperature: float = 0.0
    rng: np.random.Generator | None = None
    stop: int = END


def generate(shape: Shape, weights: Weights, prompts: Sequence[str], decoding: Decoding) -> list[str]:
    """What the model says after each prompt, up to and including `<end>`, or until the reply has its longest length."""
    rows = [encode(prompt) for prompt in prompts]
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    said = [""] * len(rows)
    while order:
        length = len(rows[order[-1]]) + decoding.longest
        together = max(1, min(64, PAIRS_OF_WORDS // (shape.heads * length**2)))
        chosen, order = order[-together:], order[:-together]
        for index, reply in zip(
            chosen, _generate_together(shape, weights, [rows[i] for i in chosen], decoding), strict=True
        ):
            said[index] = decode(reply)
    return said


def _generate_together(shape: Shape, weights: Weights, rows: list[list[int]], decoding: Decoding) -> list[list[int]]:
    lengths = np.array([len(row) for row in rows], np.int64)
    cache = KVCache(shape, weights, pad(rows), lengths, decoding.longest)
    said = [_choose(cache.scores, decoding)]
    ended = said[0] == decoding.stop
    while len(said) < decoding.longest and not ended.all():
        cache.append(said[-1])
        said.append(_choose(cache.scores, decoding))
        ended |= said[-1] == decoding.stop
    return [_reply(line, decoding.stop) for line in np.stack(said, axis=1)]


def _choose(scores: Array, decoding: Decoding) -> Tokens:
    """One word for each row of scores (N, V)."""
    if decoding.rng is None or decoding.temperature == 0:
        likeliest: Tokens = scores.argmax(-1)
        return likeliest
    shares = softmax(scores.astype(np.float64) / decoding.temperature)
    luck = decoding.rng.random((len(shares), 1))
    drawn: Tokens = (shares.cumsum(-1) < luck).sum(-1).clip(0, shares.shape[1] - 1)
    return drawn


def _reply(line: Tokens, stop: int) -> list[int]:
    words = [int(word) for word in line]
    return words[: words.index(stop) + 1] if stop in words else words
