"""Reinforcement learning against the reward model: PPO's clipped step with GRPO's baseline. Pure.

A value network is left out: the mean reward of four replies to one prompt stands in for what it would predict.
Source: Schulman et al. 2017, https://arxiv.org/abs/1707.06347; Shao et al. 2024, https://arxiv.org/abs/2402.03300
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.adapt import Full, Trainable
from core.lab.generate import Decoding
from core.lab.gradients import backward
from core.lab.model import Array
from core.lab.objectives import log_prob_gradient
from core.lab.optimizers import Adam, clip
from core.lab.preferences import LONGEST, reply_log_probs, reply_to, token_log_probs
from core.lab.rater import Question
from core.lab.reward import rewards_of
from core.lab.tune import Pair


@dataclass(frozen=True)
class PpoRecipe:
    """`beta` is the penalty per nat of KL divergence from the first policy; at 0 nothing holds the policy back."""

    beta: float = 0.5
    steps: int = 60
    prompts: int = 12
    samples: int = 4
    rate: float = 1e-3
    epochs: int = 2
    clip_range: float = 0.2


@dataclass(frozen=True)
class PpoStep:
    """Means over the replies of one step: the reward, and the KL divergence from the first policy (nats)."""

    reward: float
    distance: float


def train_ppo(
    policy: Trainable, judge: Full, questions: Sequence[Question], recipe: PpoRecipe, rng: np.random.Generator
) -> Iterator[PpoStep]:
    """Trains the policy in place; what it is at the start is the reference that it is held to."""
    adam = Adam(recipe.rate)
    reference = {name: value.copy() for name, value in policy.weights().items()}
    for _ in range(recipe.steps):
        asked = [questions[i] for i in rng.integers(0, len(questions), recipe.prompts) for _ in range(recipe.samples)]
        replies = reply_to(policy.shape, policy.weights(), asked, Decoding(LONGEST, 1.0, rng))
        rewards = rewards_of(judge, replies)
        distance = reply_log_probs(policy.shape, policy.weights(), replies) - reply_log_probs(
            policy.shape, reference, replies
        )
        advantage = group_advantage(rewards - recipe.beta * distance, recipe.samples)
        _improve(policy, replies, advantage, recipe, adam)
        yield PpoStep(float(rewards.mean()), float(distance.mean()))


def group_advantage(rewards: Array, samples: int) -> Array:
    """By how much each reply beats the mean of the replies to its prompt, (N,); groups follow one another.

    >>> group_advantage(np.array([1.0, 3.0, 5.0, 5.0]), 2).tolist()
    [-1.0, 1.0, 0.0, 0.0]
    """
    groups = rewards.reshape(-1, samples)
    gains: Array = (groups - groups.mean(1, keepdims=True)).ravel()
    return gains


def _improve(policy: Trainable, replies: Sequence[Pair], advantage: Array, recipe: PpoRecipe, adam: Adam) -> None:
    before: Array | None = None
    for _ in range(recipe.epochs):
        weights = policy.weights()
        batch, trace, log_probs = token_log_probs(policy.shape, weights, replies)
        before = log_probs if before is None else before
        pull = clipped_gradient(np.exp(log_probs - before), advantage[:, None], recipe.clip_range)
        amount = -pull * batch.weight / batch.weight.sum()
        collect = policy.collector()
        backward(
            policy.shape, weights, trace, log_prob_gradient(trace, batch.targets, amount.astype(np.float32)), collect
        )
        clip(collect.gradients)
        adam.step(policy.parameters, collect.gradients)


def clipped_gradient(ratio: Array, advantage: Array, clip_range: float) -> Array:
    """The gradient of PPO's clipped objective at each log probability: 0 once the ratio has moved past `clip_range`.

    >>> clipped_gradient(np.array([1.0, 1.3, 1.3]), np.array([2.0, 2.0, -2.0]), 0.2).tolist()
    [2.0, 0.0, -2.6]
    """
    out = ((advantage > 0) & (ratio > 1 + clip_range)) | ((advantage < 0) & (ratio < 1 - clip_range))
    pull: Array = np.where(out, 0.0, ratio * advantage)
    return pull
