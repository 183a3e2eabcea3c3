"""What to study after a mock interview: the points that were missed, each fact once, under what was asked. Pure."""

from collections.abc import Iterable, Sequence
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
