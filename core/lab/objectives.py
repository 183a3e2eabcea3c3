"""What training wants, each as a loss and as its gradient at the scores. Pure.

Shapes: scores (B, T, V), targets and shares of each place (B, T).
"""

import numpy as np

from core.lab.model import Array, Trace, softmax
from core.lab.tokens import Tokens


def next_word(scores: Array, targets: Tokens, weight: Array) -> tuple[float, Array]:
    """Cross-entropy in nats a word, and its gradient; `weight` says how much each place counts.

    >>> loss, gradient = next_word(np.zeros((1, 1, 4)), np.array([[2]]), np.ones((1, 1)))
    >>> round(loss, 3), gradient.round(2).tolist()
    (1.386, [[[0.25, 0.25, -0.75, 0.25]]])
    """
    shares = softmax(scores.copy())
    share = weight / max(float(weight.sum()), 1.0)
    right = np.take_along_axis(shares, targets[..., None], -1)[..., 0]
    loss = -float((np.log(np.maximum(right, 1e-12)) * share).sum())
    gradient = shares
    np.put_along_axis(gradient, targets[..., None], (right - 1)[..., None], -1)
    gradient *= share[..., None]
    return loss, gradient


def teacher(scores: Array, shares: Array, weight: Array) -> tuple[float, Array]:
    """Cross-entropy against a whole distribution, (B, T, V), such as a larger model's."""
    own = softmax(scores.copy())
    share = weight / max(float(weight.sum()), 1.0)
    loss = -float(((np.log(np.maximum(own, 1e-12)) * shares).sum(-1) * share).sum())
    return loss, (own - shares) * share[..., None]


def log_chances(scores: Array, targets: Tokens) -> Array:
    """The log of the chance that each target had, (B, T)."""
    top = scores.max(-1, keepdims=True)
    whole = np.log(np.exp(scores - top).sum(-1)) + top[..., 0]
    chances: Array = np.take_along_axis(scores, targets[..., None], -1)[..., 0] - whole
    return chances


def push(trace: Trace, targets: Tokens, amount: Array) -> Array:
    """The gradient at the scores of the sum of `amount` (B, T) times each target's log chance, (B, T, V)."""
    gradient: Array = -softmax(trace.scores.copy()) * amount[..., None]
    at_targets = np.take_along_axis(gradient, targets[..., None], -1)[..., 0] + amount
    np.put_along_axis(gradient, targets[..., None], at_targets[..., None], -1)
    return gradient


def sigmoid(values: Array) -> Array:
    """From any number to a chance.

    >>> sigmoid(np.array([0.0])).tolist()
    [0.5]
    """
    chances: Array = 1 / (1 + np.exp(-np.clip(values, -60, 60)))
    return chances
