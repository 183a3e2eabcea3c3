"""What to study after a mock interview: the points that were missed, each fact once, under what was asked. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Missed:
    """A point to study: where it was asked and in what words, what it says, and the claim that it states."""

    item_id: str
    follow_up_id: str | None
    asked: str
    point_id: str
    text: str
    claim: str
    weight: float


def study_list(missed: Iterable[Missed]) -> tuple[Missed, ...]:
    """The heaviest first. What a question's own point says already, its follow-ups do not say again."""
    every = tuple(missed)
    own = {(one.item_id, one.claim) for one in every if one.follow_up_id is None}
    kept = (one for one in every if one.follow_up_id is None or (one.item_id, one.claim) not in own)
    return tuple(sorted(kept, key=lambda one: -one.weight))


def by_question(missed: Sequence[Missed]) -> dict[str, tuple[Missed, ...]]:
    """The points under what was asked, for many say “it” or “that” of it; in the order in which each first comes."""
    every = dict.fromkeys(one.asked for one in missed)
    return {asked: tuple(one for one in missed if one.asked == asked) for asked in every}


def not_yet_right(missed: Iterable[Missed], claims_right: Collection[str]) -> tuple[Missed, ...]:
    """The points whose claim no question has been answered right on since: `claims_right` are the claims of those."""
    return tuple(one for one in missed if one.claim not in claims_right)


def drill_of(missed: Iterable[Missed], claims_of: Mapping[str, Sequence[str]], most: int) -> tuple[str, ...]:
    """Up to `most` ids of `claims_of` on what was missed: each next one asks the most of what none before it asks.

    Once every claim is asked, the others follow in the same way.

    >>> point = Missed("lora", None, "What is LoRA?", "frozen", "The base is frozen.", "base-frozen", 2)
    >>> drill_of([point], {"adapters": ["adapters-small"], "freeze": ["base-frozen"]}, 10)
    ('freeze',)
    """
    weights: dict[str, float] = defaultdict(float)
    for one in missed:
        weights[one.claim] += one.weight
    left = {name: asks for name, claims in claims_of.items() if (asks := weights.keys() & set(claims))}
    chosen: list[str] = []
    open_ = set(weights)
    while left and len(chosen) < most:
        asked = {name: sum(weights[claim] for claim in claims & open_) for name, claims in left.items()}
        best = max(asked, key=asked.__getitem__)
        if asked[best]:
            chosen.append(best)
            open_ -= left.pop(best)
        else:
            open_ = set(weights)
    return tuple(chosen)
