"""The reward model: the same trunk with one number on top, which predicts what raters prefer. Pure."""

from collections.abc import Iterator, Sequence

import numpy as np

from core.lab.adapt import Full
from core.lab.gradients import backward
from core.lab.model import Array, Shape, Weights, forward
from core.lab.objectives import sigmoid
from core.lab.optimizers import Adam, clip
from core.lab.preferences import Preference
from core.lab.tokens import Tokens, encode, pad
from core.lab.tune import Pair, Recipe

RECIPE = Recipe(steps=300, batch=16, rate=5e-4)


def start_reward_model(shape: Shape, weights: Weights) -> Full:
    """A copy of the policy whose head (D, V) is one column of zeros (D, 1)."""
    return Full(shape, {**weights, "head": np.zeros((shape.width, 1), weights["head"].dtype)})


def train_reward_model(
    model: Full, pairs: Sequence[Preference], recipe: Recipe, rng: np.random.Generator
) -> Iterator[float]:
    """Trains the model in place; yields each step's loss by Bradley and Terry: −log σ(better − worse)."""
    adam = Adam(recipe.rate)
    for _ in range(recipe.steps):
        drawn = [pairs[index] for index in rng.integers(0, len(pairs), recipe.batch)]
        yield _reward_step(model, drawn, adam)


def _reward_step(model: Full, pairs: Sequence[Preference], adam: Adam) -> float:
    table, ends = as_whole([pair.chosen for pair in pairs] + [pair.rejected for pair in pairs])
    trace = forward(model.shape, model.parameters, table)
    rewards = trace.scores[np.arange(len(ends)), ends, 0]
    loss, gradient = bradley_terry(rewards)
    scores = np.zeros_like(trace.scores)
    scores[np.arange(len(ends)), ends, 0] = gradient
    collect = model.collector()
    backward(model.shape, model.parameters, trace, scores, collect)
    clip(collect.gradients)
    adam.step(model.parameters, collect.gradients)
    return loss


def bradley_terry(rewards: Array) -> tuple[float, Array]:
    """Loss and gradient at the rewards (2 N,), whose first half are those of the better replies.

    >>> loss, gradient = bradley_terry(np.array([0.0, 0.0]))
    >>> round(loss, 3), gradient.tolist()
    (0.693, [-0.5, 0.5])
    """
    half = len(rewards) // 2
    win = sigmoid(rewards[:half] - rewards[half:])
    pull = -(1 - win) / half
    return -float(np.log(np.maximum(win, 1e-12)).mean()), np.concatenate([pull, -pull])


def as_whole(pairs: Sequence[Pair]) -> tuple[Tokens, Tokens]:
    """Prompt and reply as one table (N, T), and the place of each one's last word (N,)."""
    rows = [encode(f"{pair.prompt} {pair.said}") for pair in pairs]
    return pad(rows), np.array([len(row) - 1 for row in rows], np.int64)


def rewards_of(model: Full, pairs: Sequence[Pair]) -> Array:
    """What the model thinks each reply is worth, (N,)."""
    found = []
    for at in range(0, len(pairs), 64):
        table, ends = as_whole(pairs[at : at + 64])
        found.append(forward(model.shape, model.parameters, table).scores[np.arange(len(ends)), ends, 0])
    return np.concatenate(found)


def agreement(model: Full, pairs: Sequence[Preference]) -> float:
    """The share of pairs, from 0 to 1, on which the model prefers what the rater preferred."""
    gap = rewards_of(model, [p.chosen for p in pairs]) - rewards_of(model, [p.rejected for p in pairs])
    return float((gap > 0).mean())
