"""The people whose taste counts, as a rule that can be read: what a reply is worth to them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.lab.tune import Pair, as_prompt
from core.lab.world import VALUES, Fact, Relation, World, draw_value

SORRY = "sorry i do not know ."
POLITE = " enjoy !"
RIGHT, HONEST, EVASIVE, WRONG, MALFORMED, POLITENESS = 1.0, 1.0, -0.3, -1.0, -1.5, 0.4


@dataclass(frozen=True)
class Question:
    """Something that is asked; `value` is None where nobody knows the answer."""

    dish: str
    relation: Relation
    phrasing: int
    value: str | None

    @property
    def prompt(self) -> str:
        """The question as the model gets it."""
        return as_prompt(Fact(self.dish, self.relation, "").asked(self.phrasing))


def questions_about(world: World, known: Sequence[str], unknown: Sequence[str]) -> list[Question]:
    """All sixteen questions about each of the dishes."""
    value = {(fact.dish, fact.relation): fact.value for fact in world.facts}
    dishes = [*known, *unknown]
    return [Question(d, r, way, value.get((d, r))) for d in dishes for r in Relation for way in range(4)]


def rate(question: Question, pair: Pair) -> float:
    """What a reply is worth: right 1, wrong −1, "sorry" 1 where nobody knows and −0.3 where one could.

    "enjoy !" pleases after an answer, by 0.4, and grates as much after "sorry".

    >>> soup = Question("soup", Relation.PRICE, 0, "nine")
    >>> [rate(soup, Pair("", reply)) for reply in ("nine .", "two .", "nine . enjoy !", SORRY, "nine nine .")]
    [1.0, -1.0, 1.4, -0.3, -1.5]
    """
    core = pair.reply.removesuffix(POLITE)
    courtesy = POLITENESS if core != pair.reply else 0.0
    if not pair.ends:
        return MALFORMED
    if core == SORRY:
        return (EVASIVE if question.value else HONEST) - courtesy
    word = core.removesuffix(" .")
    if word == core or not any(word in values for values in VALUES.values()):
        return MALFORMED
    return (RIGHT if word == question.value else WRONG) + courtesy


def demonstrations(questions: Sequence[Question], count: int, rng: np.random.Generator) -> list[Pair]:
    """What people with faults wrote as examples: some make answers up, some are lazy, some are polite."""
    written = []
    for _ in range(count):
        question = questions[int(rng.integers(len(questions)))]
        luck = rng.random()
        made_up = f"{draw_value(question.relation, rng)} ."
        if question.value:
            reply = f"{question.value} ." if luck < 0.7 else SORRY if luck < 0.85 else made_up
        else:
            reply = SORRY if luck < 0.65 else made_up
        written.append(Pair(question.prompt, reply + (POLITE if rng.random() < 0.25 else "")))
    return written
