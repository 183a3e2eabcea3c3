"""What a family of generated items is: a seed in, an item with its worked solution out. Pure."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import StringConstraints

from core.content.base import Entry, Line, Slug
from core.content.typed_items import Number, NumberRange

GeneratedId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*~\d{1,9}$")]
MAX_SEED = 999_999_999

TWO_FIGURES = 5
"""Per cent that a number may be off when it is given in two figures, as one says it in a talk: 1.4 million."""

T = TypeVar("T")


class WorkedStep(Entry):
    """One line of the solution: in words, with the numbers in it, and what it comes to."""

    words: Line
    numbers: Line
    result: Line


class GeneratedItem(Number):
    """A number to be computed, with fresh figures and the worked solution."""

    id: GeneratedId
    family: Slug
    seed: int
    steps: tuple[WorkedStep, ...]


@dataclass(frozen=True)
class Draw:
    """Draws from lists by a seed: the same on every machine and in every version of Python."""

    family: str
    seed: int

    def one_of(self, name: str, options: Sequence[T]) -> T:
        """The option that this seed draws under a name.

        >>> Draw("labelling-hours", 7).one_of("minutes", (3, 4, 5))
        5
        """
        digest = hashlib.sha256(f"{self.family}~{self.seed}~{name}".encode()).digest()
        return options[int.from_bytes(digest[:8]) % len(options)]


@dataclass(frozen=True)
class Family:
    """A kind of computation: `make` turns a seed into an item."""

    id: str
    title: str
    claims: tuple[str, ...]
    make: Callable[[Draw], GeneratedItem]

    def item(self, seed: int) -> GeneratedItem:
        """The item of a seed, 0..999,999,999; the same seed gives the same item."""
        return self.make(Draw(self.id, seed))


def near(value: float, why: str, misconception: str | None = None, credit: float = 0) -> NumberRange:
    """Wrong numbers within 1 % of a value that a known mistake leads to."""
    return NumberRange(low=value * 0.99, high=value * 1.01, why=why, misconception=misconception, credit=credit)


def told(steps: tuple[WorkedStep, ...]) -> str:
    """The solution as text, for exports and for those who have no formula view."""
    return " ".join(f"{step.words}: {step.numbers} = {step.result}." for step in steps)
