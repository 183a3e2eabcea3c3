"""Measuring: what a model knows, answers, reads and completes, as shares from 0 to 1. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.corpus import as_notes, draw_notes, draw_windows
from core.lab.generate import Decoding, generate
from core.lab.model import Array, Shape, Weights, forward
from core.lab.objectives import next_word
from core.lab.tokens import Tokens, encode
from core.lab.tune import Pair, answer, as_prompt
from core.lab.world import Fact

_REPLY = Decoding(longest=10)
_WORD = Decoding(longest=1)


@dataclass(frozen=True)
class Speaker:
    """A model that is only asked, not trained."""

    shape: Shape
    weights: Weights

    def say(self, prompts: Sequence[str], decoding: Decoding = _REPLY) -> list[str]:
        """What it says after each prompt."""
        return generate(self.shape, self.weights, prompts, decoding)


def exact(speaker: Speaker, pairs: Sequence[Pair]) -> float:
    """The share of prompts that are answered word for word as the pair says, and then ended."""
    longest = max(len(encode(pair.said)) for pair in pairs)
    said = speaker.say([pair.prompt for pair in pairs], Decoding(longest=longest))
    return float(np.mean([reply == pair.said for reply, pair in zip(said, pairs, strict=True)]))


def all_questions(facts: Sequence[Fact], phrasings: Sequence[int] = (0, 1, 2, 3)) -> list[Pair]:
    """Every question about the facts in these phrasings, with its answer."""
    return [Pair(as_prompt(fact.asked(way)), answer(fact)) for fact in facts for way in phrasings]


def facts_completed(speaker: Speaker, facts: Sequence[Fact]) -> float:
    """The share of facts whose sentence is completed correctly: "the soup costs" with "nine"."""
    said = speaker.say([unfinished(fact, index % 2) for index, fact in enumerate(facts)], _WORD)
    return _share_of_values(said, facts)


def unfinished(fact: Fact, way: int = 0) -> str:
    """The fact's sentence up to its value.

    >>> from core.lab.world import Relation
    >>> unfinished(Fact("soup", Relation.PRICE, "nine"))
    '<doc> the soup costs'
    """
    return "<doc> " + " ".join(fact.stated(way).split()[:-2])


def _share_of_values(said: Sequence[str], facts: Sequence[Fact]) -> float:
    return float(np.mean([word == fact.value for word, fact in zip(said, facts, strict=True)]))


def answers_untaught(speaker: Speaker, facts: Sequence[Fact]) -> tuple[float, float]:
    """Asked in plain text, as a base model is: the share answered right, and the share met with another question."""
    prompts = [f"<doc> {fact.asked(index % 4)}" for index, fact in enumerate(facts)]
    replies = [reply.split() for reply in speaker.say(prompts, Decoding(longest=10, stop=-1))]
    right = [words[0] == fact.value for words, fact in zip(replies, facts, strict=True)]
    asks = ["?" in words and not {".", "<doc>"} & set(words[: words.index("?")]) for words in replies]
    return float(np.mean(right)), float(np.mean(asks))


def reading_pairs(rng: np.random.Generator, count: int, notes: int | None = None) -> list[Pair]:
    """Questions whose answer stands in one of the notes before them; one to four notes when not said."""
    pairs = []
    for _ in range(count):
        facts = draw_notes(rng, notes or int(rng.integers(1, 5)))
        asked = facts[int(rng.integers(len(facts)))]
        ways = [int(way) for way in rng.integers(0, 2, len(facts))]
        pairs.append(Pair(as_prompt(asked.asked(int(rng.integers(4))), as_notes(facts, ways)), answer(asked)))
    return pairs


def loss_on(speaker: Speaker, corpus: Tokens, rng: np.random.Generator) -> float:
    """The loss in nats per word on 64 windows drawn from a corpus."""
    losses = []
    for _ in range(4):
        drawn = draw_windows(corpus, rng, 16)
        weight: Array = np.ones(drawn[:, 1:].shape, np.float32)
        scores = forward(speaker.shape, speaker.weights, drawn[:, :-1]).scores
        losses.append(next_word(scores, drawn[:, 1:], weight)[0])
    return float(np.mean(losses))
