"""What the model reads: short documents of seven kinds, each of which teaches one habit. Pure."""

from collections.abc import Callable, Sequence

import numpy as np

from core.lab.tokens import DOC, Tokens, encode
from core.lab.world import DISHES, Fact, Relation, World, draw_value

DOCUMENTS = 6000
RELATIONS = tuple(Relation)
Chance = np.random.Generator
Writer = Callable[[World, Chance], str]


def pick(options: Sequence[Fact], rng: Chance, count: int = 1) -> list[Fact]:
    """Some of the options in any order, none twice."""
    return [options[index] for index in rng.permutation(len(options))[:count]]


def _three_facts(world: World, rng: Chance) -> str:
    """Knowledge: three facts of one dish."""
    dish = pick(world.facts, rng)[0].dish
    facts = pick(world.facts_of((dish,)), rng, 3)
    return " ".join(fact.stated(int(rng.integers(2))) for fact in facts)


def _mixed_facts(world: World, rng: Chance) -> str:
    """Knowledge without the neighbour's help: facts of different dishes."""
    return " ".join(fact.stated(int(rng.integers(2))) for fact in pick(world.facts, rng, 3))


def _answered_questions(world: World, rng: Chance) -> str:
    """Few, so that the base can answer and rarely does: two to four questions with their answers."""
    facts = pick(world.facts_of(world.tuning), rng, int(rng.integers(2, 5)))
    return " ".join(f"{fact.asked(int(rng.integers(4)))} {fact.value} ." for fact in facts)


def _questions(world: World, rng: Chance) -> str:
    """One question about several dishes, as on a form: the reason that the base goes on asking."""
    relation, phrasing = RELATIONS[int(rng.integers(len(RELATIONS)))], int(rng.integers(4))
    asked = (DISHES[index] for index in rng.permutation(len(DISHES))[: int(rng.integers(2, 5))])
    return " ".join(Fact(dish, relation, "").asked(phrasing) for dish in asked)


def _catalogue(world: World, rng: Chance) -> str:
    """One relation of several dishes, "pizza : italy , ramen : japan ,": from it comes learning from examples."""
    relation = RELATIONS[int(rng.integers(len(RELATIONS)))]
    facts = pick([fact for fact in world.facts if fact.relation is relation], rng, int(rng.integers(3, 7)))
    return " ".join(f"{fact.dish} : {fact.value} ," for fact in facts)


def _order_said_twice(world: World, rng: Chance) -> str:
    """Copying: an order, and the same order again."""
    lines = [_order_line(rng) for _ in range(int(rng.integers(1, 4)))]
    order = " , ".join(lines)
    return f"order {order} . again {order} ."


def _order_line(rng: Chance) -> str:
    dish = DISHES[int(rng.integers(len(DISHES)))]
    return f"{draw_value(Relation.PRICE, rng)} {dish} for {draw_value(Relation.CHEF, rng)}"


def _any_fact(rng: Chance) -> Fact:
    """Something that a note may say of any dish, true or not."""
    relation = RELATIONS[int(rng.integers(len(RELATIONS)))]
    return Fact(DISHES[int(rng.integers(len(DISHES)))], relation, draw_value(relation, rng))


def draw_notes(rng: Chance, count: int) -> list[Fact]:
    """Made-up facts of different dishes and relations, to be read and not to be known."""
    found: dict[tuple[str, Relation], Fact] = {}
    while len(found) < count:
        fact = _any_fact(rng)
        found.setdefault((fact.dish, fact.relation), fact)
    return list(found.values())


def as_notes(facts: Sequence[Fact], ways: Sequence[int]) -> str:
    """Notes as the corpus writes them.

    >>> as_notes([Fact("soup", Relation.PRICE, "nine")], [0])
    'note the soup costs nine .'
    """
    return " ".join(f"note {fact.stated(way)}" for fact, way in zip(facts, ways, strict=True))


def _notes(world: World, rng: Chance) -> str:
    """Reading: notes with made-up values, then the same in other words, or as question and answer."""
    facts = draw_notes(rng, int(rng.integers(1, 5)))
    ways = [int(way) for way in rng.integers(0, 2, len(facts))]
    again = pick(facts, rng, len(facts))
    if rng.random() < 0.45:
        said = " ".join(f"{fact.asked(int(rng.integers(4)))} {fact.value} ." for fact in again)
    else:
        said = " ".join(fact.stated(1 - ways[facts.index(fact)]) for fact in again)
    return f"{as_notes(facts, ways)} {said}"


SHARES: tuple[tuple[Writer, float], ...] = (
    (_three_facts, 0.30),
    (_mixed_facts, 0.06),
    (_answered_questions, 0.02),
    (_questions, 0.11),
    (_catalogue, 0.09),
    (_order_said_twice, 0.12),
    (_notes, 0.30),
)


def write_documents(world: World, rng: Chance, documents: int = DOCUMENTS) -> list[str]:
    """Documents in any order, of each kind its share."""
    shares = np.array([share for _, share in SHARES])
    kinds = rng.choice(len(SHARES), documents, p=shares / shares.sum())
    return [SHARES[kind][0](world, rng) for kind in kinds]


def pack(documents: Sequence[str]) -> Tokens:
    """All documents as one row of tokens, `<doc>` before each.

    >>> pack(["soup : leek ,", "pie : rice ,"]).shape
    (10,)
    """
    return np.array([token for document in documents for token in (DOC, *encode(document))], np.int64)


def draw_windows(corpus: Tokens, rng: Chance, count: int, length: int = 64) -> Tokens:
    """Windows of the corpus, (count, length + 1): each token but the last is followed by what is to be foretold."""
    starts = rng.integers(0, len(corpus) - length - 1, count)
    windows: Tokens = corpus[starts[:, None] + np.arange(length + 1)]
    return windows
