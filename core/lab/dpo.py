"""DPO: the policy learns from the pairs directly, with no reward model and no reinforcement learning. Pure.

Source: Rafailov et al. 2023, https://arxiv.org/abs/2305.18290
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.adapt import Trainable
from core.lab.gradients import backward
from core.lab.model import Array, Weights
from core.lab.objectives import log_prob_gradient, sigmoid
from core.lab.optimizers import Adam, clip
from core.lab.preferences import Preference, reply_log_probs, token_log_probs


@dataclass(frozen=True)
class DpoRecipe:
    """`beta` holds the policy near the one it started from: the larger, the nearer."""

    beta: float = 1.0
    steps: int = 200
    batch: int = 16
    rate: float = 5e-4


def train_dpo(
    policy: Trainable, reference: Weights, pairs: Sequence[Preference], recipe: DpoRecipe, rng: np.random.Generator
) -> Iterator[float]:
    """Trains the policy in place; yields each step's loss, −log of the probability that the better reply wins."""
    adam = Adam(recipe.rate)
    chosen = reply_log_probs(policy.shape, reference, [pair.chosen for pair in pairs])
    rejected = reply_log_probs(policy.shape, reference, [pair.rejected for pair in pairs])
    for _ in range(recipe.steps):
        drawn = rng.integers(0, len(pairs), recipe.batch)
        replies = [pairs[i].chosen for i in drawn] + [pairs[i].rejected for i in drawn]
        weights = policy.weights()
        batch, trace, log_probs = token_log_probs(policy.shape, weights, replies)
        lead = preferred_lead(log_probs.sum(1), np.concatenate([chosen[drawn], rejected[drawn]]))
        loss, pull = dpo_loss(lead, recipe.beta)
        amount = np.concatenate([pull, -pull])[:, None] * batch.weight
        collect = policy.collector()
        gradient = log_prob_gradient(trace, batch.targets, amount.astype(batch.weight.dtype))
        backward(policy.shape, weights, trace, gradient, collect)
        clip(collect.gradients)
        adam.step(policy.parameters, collect.gradients)
        yield loss


def preferred_lead(now: Array, before: Array) -> Array:
    """How much more log probability the better reply has gained than the worse, (N,).

    `now` and `before` are (2 N,), the better replies first.

    >>> preferred_lead(np.array([-1.0, -3.0]), np.array([-2.0, -2.0])).tolist()
    [2.0]
    """
    gained = now - before
    half = len(gained) // 2
    lead: Array = gained[:half] - gained[half:]
    return lead


def dpo_loss(lead: Array, beta: float) -> tuple[float, Array]:
    """The mean loss, and its gradient at the log probability of each better reply, (N,).

    >>> loss, pull = dpo_loss(np.zeros(1), 0.5)
    >>> round(loss, 3), pull.tolist()
    (0.693, [-0.25])
    """
    win = sigmoid(beta * lead)
    return -float(np.log(np.maximum(win, 1e-12)).mean()), -beta * (1 - win) / len(lead)
