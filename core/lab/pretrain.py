"""Pre-training: predicting the next word of the corpus, over and over. The expensive part, even here. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.lab.corpus import draw_windows, pack, write_documents
from core.lab.gradients import Every, backward
from core.lab.model import Array, Shape, Trace, Weights, forward
from core.lab.objectives import next_word
from core.lab.optimizers import Adam, Muon, clip, cosine, is_matrix
from core.lab.tokens import Tokens
from core.lab.world import World, make_world, rng_for

STEPS, BATCH, WINDOW = 600, 16, 64


@dataclass(frozen=True)
class PretrainingRecipe:
    """How long and how fast: Muon's rate is for the matrices in the layers, Adam's for all other weights."""

    steps: int = STEPS
    batch: int = BATCH
    muon_rate: float = 0.03
    adam_rate: float = 1.2e-2

    @property
    def tokens(self) -> int:
        """How many tokens it reads, repeats counted.

        >>> PretrainingRecipe().tokens
        614400
        """
        return self.steps * self.batch * WINDOW


@dataclass(frozen=True)
class Base:
    """A pre-trained model and the world that it has read about."""

    world: World
    shape: Shape
    weights: Weights


def corpus_of(seed: int) -> Tokens:
    """All that the model of a seed reads, as one row of about 150,000 tokens."""
    return pack(write_documents(make_world(seed), rng_for(seed, "corpus")))


class Descent:
    """Steps of all weights, in place: Muon's for the matrices in the layers, Adam's for the others.

    The rates rise for ten steps, then fall.
    """

    def __init__(self, shape: Shape, weights: Weights, recipe: PretrainingRecipe) -> None:
        self._shape, self._weights, self._steps = shape, weights, recipe.steps
        self._muon, self._adam = Muon(recipe.muon_rate), Adam(recipe.adam_rate)

    def step(self, number: int, trace: Trace, scores: Array) -> None:
        """One step, counted from 0, by the gradient at the scores."""
        collect = Every()
        backward(self._shape, self._weights, trace, scores, collect)
        clip(collect.gradients)
        size = cosine(number, self._steps) * min(1.0, (number + 1) / 10)
        self._muon.step(self._weights, {n: g for n, g in collect.gradients.items() if is_matrix(n)}, size)
        self._adam.step(self._weights, {n: g for n, g in collect.gradients.items() if not is_matrix(n)}, size)


def pretrain(
    shape: Shape, weights: Weights, corpus: Tokens, recipe: PretrainingRecipe, rng: np.random.Generator
) -> Iterator[float]:
    """Trains the weights in place; yields the loss of each step, in nats per word."""
    descent = Descent(shape, weights, recipe)
    for step in range(recipe.steps):
        windows = draw_windows(corpus, rng, recipe.batch, WINDOW)
        inputs, targets = windows[:, :-1], windows[:, 1:]
        trace = forward(shape, weights, inputs)
        loss, scores = next_word(trace.scores, targets, np.ones(targets.shape, np.float32))
        descent.step(step, trace, scores)
        yield loss


def in_half_precision(weights: Weights) -> Weights:
    """The weights rounded to 16 bits, as models are stored, and converted back to 32 bits to compute with."""
    return {name: value.astype(np.float16).astype(np.float32) for name, value in weights.items()}
