"""Reinforcement learning against the reward model: PPO's clipped step with GRPO's baseline. Pure.

A value network is left out: the mean reward of four replies to one prompt stands in for what it would foretell.
Source: Schulman et al. 2017, https://arxiv.org/abs/1707.06347; Shao et al. 2024, https://arxiv.org/abs/2402.03300
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.adapt import Full, Trainable
from core.lab.gradients import backward
from core.lab.model import Array
from core.lab.objectives import push
from core.lab.optimizers import Adam, clip
from core.lab.preferences import LONGEST, log_chance_of, reply_chances, reply_to
from core.lab.rater import Question
from core.lab.reward import rewards_of
from core.lab.speak import Voice
from core.lab.tune import Pair


@dataclass(frozen=True)
class PpoRecipe:
    """`beta` is the price of each nat that a reply lies from the first policy; at 0 nothing holds it back."""

    beta: float = 0.5
    steps: int = 60
    prompts: int = 12
    samples: int = 4
    rate: float = 1e-3
    epochs: int = 2
    reach: float = 0.2


@dataclass(frozen=True)
class PpoStep:
    """Means over the replies of one step: what the reward model gave, and the distance that was paid for (nats)."""

    reward: float
    distance: float


def train_ppo(
    policy: Trainable, judge: Full, questions: Sequence[Question], recipe: PpoRecipe, rng: np.random.Generator
) -> Iterator[PpoStep]:
    """Trains the policy in place, the first policy being as it is when the training starts."""
    adam = Adam(recipe.rate)
    reference = {name: value.copy() for name, value in policy.weights().items()}
    for _ in range(recipe.steps):
        asked = [questions[i] for i in rng.integers(0, len(questions), recipe.prompts) for _ in range(recipe.samples)]
        replies = reply_to(policy.shape, policy.weights(), asked, Voice(LONGEST, 1.0, rng))
        rewards = rewards_of(judge, replies)
        distance = log_chance_of(policy.shape, policy.weights(), replies) - log_chance_of(
            policy.shape, reference, replies
        )
        advantage = above_group(rewards - recipe.beta * distance, recipe.samples)
        _improve(policy, replies, advantage, recipe, adam)
        yield PpoStep(float(rewards.mean()), float(distance.mean()))


def above_group(rewards: Array, samples: int) -> Array:
    """By how much each reply beats the mean of the replies to its prompt, (N,), groups one after another.

    >>> above_group(np.array([1.0, 3.0, 5.0, 5.0]), 2).tolist()
    [-1.0, 1.0, 0.0, 0.0]
    """
    groups = rewards.reshape(-1, samples)
    gains: Array = (groups - groups.mean(1, keepdims=True)).ravel()
    return gains


def _improve(policy: Trainable, replies: Sequence[Pair], advantage: Array, recipe: PpoRecipe, adam: Adam) -> None:
    before: Array | None = None
    for _ in range(recipe.epochs):
        weights = policy.weights()
        batch, trace, chances = reply_chances(policy.shape, weights, replies)
        before = chances if before is None else before
        pull = clipped_pull(np.exp(chances - before), advantage[:, None], recipe.reach)
        amount = -pull * batch.weight / batch.weight.sum()
        collect = policy.collector()
        backward(policy.shape, weights, trace, push(trace, batch.targets, amount.astype(np.float32)), collect)
        clip(collect.gradients)
        adam.step(policy.parameters, collect.gradients)


def clipped_pull(ratio: Array, advantage: Array, reach: float) -> Array:
    """How hard each word is pulled up or down: not at all once its chance has moved by more than `reach`.

    >>> clipped_pull(np.array([1.0, 1.3, 1.3]), np.array([2.0, 2.0, -2.0]), 0.2).tolist()
    [2.0, 0.0, -2.6]
    """
    out = ((advantage > 0) & (ratio > 1 + reach)) | ((advantage < 0) & (ratio < 1 - reach))
    pull: Array = np.where(out, 0.0, ratio * advantage)
    return pull
