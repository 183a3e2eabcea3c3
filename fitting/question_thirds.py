"""Which third of the questions each belongs to, and the encoder that was tuned without it."""

import random
from functools import cache
from itertools import chain
from pathlib import Path

from benchmarks.marking_others import EXAMINERS, SEALED_RUBRICS, by_rubrics, other_fields
from core.content.loader import load_content
from core.interview.bank_rubrics import rubrics
from core.interview.embedding import MiniLm, shipped, started
from core.interview.tuned_layers import with_tuned_layers

THIRDS = 3


@cache
def third_of_question() -> dict[str, int]:
    """By lot, always the same; a question of the bank has its id as its name, another one its words."""
    bank = {name.split("/")[0] for name in rubrics(load_content())}
    others = {rubric.question for rubric, _ in chain(other_fields(), *map(by_rubrics, (*EXAMINERS, *SEALED_RUBRICS)))}
    order = [*sorted(bank), *sorted(others)]
    random.Random(1).shuffle(order)
    return {name: place % THIRDS for place, name in enumerate(order)}


def layers_without(third: int) -> Path:
    """Where `encoder_layers --thirds` keeps the layers that have not seen a third of the questions."""
    return Path(__file__).parents[1] / "build" / f"layers-without-{third}.npz"


def encoder_without(third: int) -> MiniLm:
    """The encoder that has not seen a third of the questions."""
    return started(with_tuned_layers(shipped(), layers_without(third).read_bytes()))
