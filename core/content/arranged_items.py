"""Items that are answered by arranging: put in order, match. Pure."""

from typing import Literal, Self

from pydantic import Field, model_validator

from core.content.base import Entry, Line, Slug, Text
from core.content.item_base import ItemBase, check_distinct


class OrderStep(Entry):
    """One thing to be put in its place."""

    id: Slug
    text: Line
    why: Text = Field(description="Why it stands in this place.")


class Swap(Entry):
    """Two steps that are often confused in order: `later` is put before `earlier`."""

    earlier: Slug
    later: Slug
    why: Text
    misconception: Slug


class Order(ItemBase):
    """Steps to be put in order; they are written in the right one and shown shuffled."""

    kind: Literal["order"]
    steps: tuple[OrderStep, ...] = Field(min_length=3, max_length=8)
    swaps: tuple[Swap, ...] = Field(min_length=1, description="The mix-ups that give a misconception away.")

    @model_validator(mode="after")
    def _swaps_name_steps(self) -> Self:
        check_distinct("the step id", (step.id for step in self.steps))
        check_distinct("the step", (step.text for step in self.steps))
        place = {step.id: index for index, step in enumerate(self.steps)}
        for swap in self.swaps:
            for name in (swap.earlier, swap.later):
                if name not in place:
                    raise ValueError(f"the swap names {name!r}, which is not among the steps; use a step's id")
            if place[swap.earlier] >= place[swap.later]:
                raise ValueError(
                    f"in the right order {swap.earlier!r} does not come before {swap.later!r}; turn the swap round"
                )
        return self


class Pair(Entry):
    """Two things that belong together."""

    id: Slug
    left: Line
    right: Line
    why: Text


class Extra(Entry):
    """Something on the right that matches nothing on the left."""

    id: Slug
    right: Line
    why: Text
    misconception: Slug


class Confusion(Entry):
    """A wrong match that gives a misconception away: the left of one pair with the right of another."""

    left: Slug
    right: Slug
    why: Text
    misconception: Slug


class Match(ItemBase):
    """Things on the left, each with one on the right; the right side is shown shuffled."""

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=8)
    extras: tuple[Extra, ...] = Field(default=(), max_length=3)
    confusions: tuple[Confusion, ...] = Field(min_length=1, description="Wrong matches that deserve a comment.")

    @model_validator(mode="after")
    def _confusions_name_pairs(self) -> Self:
        ids = [pair.id for pair in self.pairs]
        check_distinct("the id", [*ids, *(extra.id for extra in self.extras)])
        check_distinct("the left side", self.lefts.values())
        check_distinct("the right side", self.rights.values())
        for mix in self.confusions:
            for name in (mix.left, mix.right):
                if name not in ids:
                    raise ValueError(f"a confusion names {name!r}, which is not among the pairs; use a pair's id")
            if mix.left == mix.right:
                raise ValueError(f"{mix.left!r} with {mix.right!r} is the right match, not a confusion")
        return self

    @property
    def lefts(self) -> dict[str, str]:
        """The left sides, by the ids of their pairs."""
        return {pair.id: pair.left for pair in self.pairs}

    @property
    def rights(self) -> dict[str, str]:
        """The right sides, by the ids of their pairs and of the extras."""
        return {pair.id: pair.right for pair in self.pairs} | {extra.id: extra.right for extra in self.extras}
