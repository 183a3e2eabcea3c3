"""Preference pairs: two replies of which people like one better; and how a policy is judged by their taste. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.adapt import Trainable
from core.lab.generate import Decoding, generate
from core.lab.model import Array, Shape, Trace, Weights, forward
from core.lab.objectives import log_probs
from core.lab.rater import POLITENESS, SORRY, Question, rate
from core.lab.tune import Batch, Pair, as_batch

LONGEST = 9
SAME_BUT_POLITE = 0.15


@dataclass(frozen=True)
class Preference:
    """Two replies to one question, the better one first."""

    chosen: Pair
    rejected: Pair


def reply_to(shape: Shape, weights: Weights, questions: Sequence[Question], decoding: Decoding) -> list[Pair]:
    """One sampled reply to each question."""
    prompts = [question.prompt for question in questions]
    said = generate(shape, weights, prompts, decoding)
    return [
        Pair(prompt, reply.removesuffix("<end>").strip(), reply.endswith("<end>"))
        for prompt, reply in zip(prompts, said, strict=True)
    ]


def draw_preferences(
    policy: Trainable, questions: Sequence[Question], rng: np.random.Generator
) -> Iterator[list[Preference]]:
    """Pairs of replies that the rater tells apart, up to 128 at a time, without end.

    Those that differ in politeness alone are mostly dropped.
    """
    decoding = Decoding(LONGEST, 1.3, rng)
    while True:
        asked = [questions[index] for index in rng.integers(0, len(questions), 128)]
        one, other = (reply_to(policy.shape, policy.weights(), asked, decoding) for _ in range(2))
        found: list[Preference] = []
        for question, first, second in zip(asked, one, other, strict=True):
            gap = rate(question, first) - rate(question, second)
            if gap == 0 or (abs(abs(gap) - POLITENESS) < 1e-9 and rng.random() > SAME_BUT_POLITE):
                continue
            found.append(Preference(first, second) if gap > 0 else Preference(second, first))
        yield found


def collect_preferences(
    policy: Trainable, questions: Sequence[Question], count: int, rng: np.random.Generator
) -> list[Preference]:
    """The first `count` of the pairs that are drawn."""
    found: list[Preference] = []
    for drawn in draw_preferences(policy, questions, rng):
        found += drawn
        if len(found) >= count:
            break
    return found[:count]


def token_log_probs(shape: Shape, weights: Weights, pairs: Sequence[Pair]) -> tuple[Batch, Trace, Array]:
    """The log probability of each word of each reply, (B, T), zero elsewhere; with what the backward pass needs."""
    batch = as_batch(pairs)
    trace = forward(shape, weights, batch.inputs)
    return batch, trace, log_probs(trace.scores, batch.targets) * batch.weight


def reply_log_probs(shape: Shape, weights: Weights, pairs: Sequence[Pair]) -> Array:
    """The log probability of each whole reply, (N,)."""
    parts = [token_log_probs(shape, weights, pairs[at : at + 64])[2].sum(1) for at in range(0, len(pairs), 64)]
    return np.concatenate(parts)


@dataclass(frozen=True)
class Judgement:
    """A policy judged by the rater: mean worth, shares from 0 to 1, and how far it has moved (KL, nats a reply)."""

    score: float
    right_on_known: float
    honest_on_unknown: float
    distance: float
    scores: tuple[float, ...]
    replies: tuple[Pair, ...]


def judge(policy: Trainable, reference: Weights, questions: Sequence[Question], rng: np.random.Generator) -> Judgement:
    """Samples one reply to each question at temperature 1, and rates it."""
    weights = policy.weights()
    replies = reply_to(policy.shape, weights, questions, Decoding(LONGEST, 1.0, rng))
    scores = [rate(question, reply) for question, reply in zip(questions, replies, strict=True)]
    asked = list(zip(questions, replies, scores, strict=True))
    right = [score >= 1 for question, _, score in asked if question.value]
    honest = [reply.reply.startswith(SORRY) for question, reply, _ in asked if not question.value]
    moved = reply_log_probs(policy.shape, weights, replies) - reply_log_probs(policy.shape, reference, replies)
    shares = [float(np.mean(values)) if values else float("nan") for values in (right, honest)]
    return Judgement(float(np.mean(scores)), shares[0], shares[1], float(moved.mean()), tuple(scores), tuple(replies))


def wins(first: Judgement, second: Judgement) -> float:
    """The share of questions on which the first one's reply is worth more; equal replies count half.

    >>> one, two = (Judgement(0, 0, 0, 0, scores, ()) for scores in ((1.0, 0.0), (0.0, 0.0)))
    >>> wins(one, two)
    0.75
    """
    gap = np.array(first.scores) - np.array(second.scores)
    return float(((gap > 0) + 0.5 * (gap == 0)).mean())
