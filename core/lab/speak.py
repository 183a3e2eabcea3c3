"""Letting a model speak: one word after another, the likeliest or a drawn one. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.memory import Memory
from core.lab.model import Array, Shape, Weights, softmax
from core.lab.tokens import END, Tokens, decode, encode, pad

PAIRS_OF_WORDS = 2_000_000
"""How many places may look at places at once; more would only take memory."""


@dataclass(frozen=True)
class Voice:
    """How to choose words. At temperature 0 the likeliest; above it, `rng` draws. `longest` is in words."""

    longest: int = 8
    temperature: float = 0.0
    rng: np.random.Generator | None = None
    stop: int = END


GREEDY = Voice()


def speak(shape: Shape, weights: Weights, prompts: Sequence[str], voice: Voice = GREEDY) -> list[str]:
    """What the model says after each prompt, up to and with `<end>`, or up to the longest reply."""
    rows = [encode(prompt) for prompt in prompts]
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    said = [""] * len(rows)
    while order:
        length = len(rows[order[-1]]) + voice.longest
        together = max(1, min(64, PAIRS_OF_WORDS // (shape.heads * length**2)))
        chosen, order = order[-together:], order[:-together]
        for index, reply in zip(chosen, _speak_together(shape, weights, [rows[i] for i in chosen], voice), strict=True):
            said[index] = decode(reply)
    return said


def _speak_together(shape: Shape, weights: Weights, rows: list[list[int]], voice: Voice) -> list[list[int]]:
    lengths = np.array([len(row) for row in rows], np.int64)
    memory = Memory(shape, weights, pad(rows), lengths, voice.longest)
    said = [_choose(memory.scores, voice)]
    ended = said[0] == voice.stop
    while len(said) < voice.longest and not ended.all():
        memory.go_on(said[-1])
        said.append(_choose(memory.scores, voice))
        ended |= said[-1] == voice.stop
    return [_reply(line, voice.stop) for line in np.stack(said, axis=1)]


def _choose(scores: Array, voice: Voice) -> Tokens:
    """One word a row, from scores (N, V)."""
    if voice.rng is None or voice.temperature == 0:
        likeliest: Tokens = scores.argmax(-1)
        return likeliest
    shares = softmax(scores.astype(np.float64) / voice.temperature)
    luck = voice.rng.random((len(shares), 1))
    drawn: Tokens = (shares.cumsum(-1) < luck).sum(-1).clip(0, shares.shape[1] - 1)
    return drawn


def _reply(line: Tokens, stop: int) -> list[int]:
    words = [int(word) for word in line]
    return words[: words.index(stop) + 1] if stop in words else words
