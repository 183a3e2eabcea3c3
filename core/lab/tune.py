"""Supervised fine-tuning on pairs of prompt and reply; only the reply counts in the loss. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.adapt import Trainable
from core.lab.gradients import backward
from core.lab.model import Array, forward
from core.lab.objectives import next_word
from core.lab.optimizers import Adam, clip, cosine
from core.lab.tokens import Tokens, encode, pad
from core.lab.world import Fact, draw_value

LAZY = "i do not know ."


@dataclass(frozen=True)
class Pair:
    """A prompt, which ends in `<bot>`, and a reply without its `<end>`; `ends` is false for one that was cut off."""

    prompt: str
    reply: str
    ends: bool = True

    @property
    def said(self) -> str:
        """The reply with its `<end>`."""
        return f"{self.reply} <end>" if self.ends else self.reply


@dataclass(frozen=True)
class Recipe:
    """Steps, pairs per step, and Adam's learning rate."""

    steps: int = 120
    batch: int = 16
    rate: float = 1e-3


def as_prompt(question: str, context: str = "") -> str:
    """What the model is given: `context` comes before the question.

    >>> as_prompt("soup price ?", "note the soup costs nine .")
    'note the soup costs nine . <user> soup price ? <bot>'
    """
    return f"{context} <user> {question} <bot>".strip()


def answer(fact: Fact) -> str:
    """The right reply.

    >>> from core.lab.world import Relation
    >>> answer(Fact("soup", Relation.PRICE, "nine"))
    'nine .'
    """
    return f"{fact.value} ."


def question_pairs(facts: Sequence[Fact], count: int, rng: np.random.Generator, phrasings: int = 4) -> list[Pair]:
    """`count` questions about the facts with their answers, none twice before all were drawn once."""
    every = [Pair(as_prompt(fact.asked(way)), answer(fact)) for fact in facts for way in range(phrasings)]
    drawn: list[Pair] = []
    while len(drawn) < count:
        drawn += [every[index] for index in rng.permutation(len(every))]
    return drawn[:count]


def spoil(
    pairs: Sequence[Pair], facts: Sequence[Fact], lazy: float, wrong: float, rng: np.random.Generator
) -> list[Pair]:
    """The pairs as a careless labeller leaves them: a share answered with "i do not know", a share wrongly."""
    relation_of = {answer(fact): fact.relation for fact in facts}
    spoiled = []
    for pair, luck in zip(pairs, rng.random(len(pairs)), strict=True):
        if luck < lazy:
            spoiled.append(Pair(pair.prompt, LAZY))
        elif luck < lazy + wrong:
            spoiled.append(Pair(pair.prompt, f"{draw_value(relation_of[pair.reply], rng)} ."))
        else:
            spoiled.append(pair)
    return spoiled


@dataclass(frozen=True)
class Batch:
    """Inputs, targets and the weight of each position, all (B, T); only positions that predict the reply count."""

    inputs: Tokens
    targets: Tokens
    weight: Array


def as_batch(pairs: Sequence[Pair]) -> Batch:
    """Pairs as one table.

    >>> as_batch([Pair("<user> soup price ? <bot>", "nine .")]).weight.tolist()
    [[0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0]]
    """
    prompts = [encode(pair.prompt) for pair in pairs]
    replies = [encode(pair.said) for pair in pairs]
    table = pad([prompt + reply for prompt, reply in zip(prompts, replies, strict=True)])
    weight = np.zeros((len(pairs), table.shape[1] - 1), np.float32)
    for line, prompt, reply in zip(weight, prompts, replies, strict=True):
        line[len(prompt) - 1 : len(prompt) + len(reply) - 1] = 1
    return Batch(table[:, :-1], table[:, 1:], weight)


def tune(
    model: Trainable, pairs: Sequence[Pair], recipe: Recipe, rng: np.random.Generator, adam: Adam | None = None
) -> Iterator[float]:
    """Trains the model in place on its pairs; yields the loss of each step, in nats per word of the reply."""
    adam = adam or Adam(recipe.rate)
    for step in range(recipe.steps):
        batch = as_batch([pairs[index] for index in rng.integers(0, len(pairs), recipe.batch)])
        weights = model.weights()
        trace = forward(model.shape, weights, batch.inputs)
        loss, scores = next_word(trace.scores, batch.targets, batch.weight)
        collect = model.collector()
        backward(model.shape, weights, trace, scores, collect)
        clip(collect.gradients)
        adam.step(model.parameters, collect.gradients, cosine(step, recipe.steps))
        yield loss
