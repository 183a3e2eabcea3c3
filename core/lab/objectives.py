"""Training objectives, each as a loss and its gradient at the scores (the logits). Pure.

Shapes: scores (B, T, V), targets and weights of the positions (B, T).
"""

import numpy as np

from core.lab.model import Array, Trace, softmax
from core.lab.tokens import Tokens


def next_word(scores: Array, targets: Tokens, weight: Array) -> tuple[float, Array]:
    """Cross-entropy in nats per word, and its gradient; `weight` says how much each position counts.

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


def distillation(scores: Array, shares: Array, weight: Array) -> tuple[float, Array]:
    """Cross-entropy against a whole distribution `shares`, (B, T, V), such as a larger model's, and its gradient."""
    own = softmax(scores.copy())
    share = weight / max(float(weight.sum()), 1.0)
    loss = -float(((np.log(np.maximum(own, 1e-12)) * shares).sum(-1) * share).sum())
    return loss, (own - shares) * share[..., None]


def log_probs(scores: Array, targets: Tokens) -> Array:
    """The log probability of each target, (B, T)."""
    top = scores.max(-1, keepdims=True)
    whole = np.log(np.exp(scores - top).sum(-1)) + top[..., 0]
    of_targets: Array = np.take_along_axis(scores, targets[..., None], -1)[..., 0] - whole
    return of_targets


def log_prob_gradient(trace: Trace, targets: Tokens, amount: Array) -> Array:
    """The gradient at the scores, (B, T, V), of the sum of `amount` (B, T) times each target's log probability."""
    gradient: Array = -softmax(trace.scores.copy()) * amount[..., None]
    at_targets = np.take_along_axis(gradient, targets[..., None], -1)[..., 0] + amount
    np.put_along_axis(gradient, targets[..., None], at_targets[..., None], -1)
    return gradient


def sigmoid(values: Array) -> Array:
    """From any number to a probability.

    >>> sigmoid(np.array([0.0])).tolist()
    [0.5]
    """
    probabilities: Array = 1 / (1 + np.exp(-np.clip(values, -60, 60)))
    return probabilities
