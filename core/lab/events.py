"""Events of a run: progress, points of curves, replies, and measured figures. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """Step `done` of `total` of a part of the run, such as "pre-training"."""

    part: str
    done: int
    total: int


@dataclass(frozen=True)
class Point:
    """A point of a curve."""

    curve: str
    x: float
    y: float


@dataclass(frozen=True)
class Said:
    """A reply, in words: who was asked, what, and what came."""

    who: str
    prompt: str
    reply: str


@dataclass(frozen=True)
class Measured:
    """A figure of the run. Shares lie between 0 and 1."""

    figure: str
    value: float


Event = Progress | Point | Said | Measured
Run = Iterator[Event]


def counted(part: str, steps: Iterator[T], total: int) -> Iterator[tuple[T, Progress]]:
    """Each step of a training with how far it is."""
    for done, step in enumerate(steps, start=1):
        yield step, Progress(part, done, total)


def progress(part: str, steps: Iterator[T], total: int) -> Iterator[Progress]:
    """A training of which only the progress is told.

    >>> list(progress("tuning", iter([0.5, 0.4]), 2))[-1]
    Progress(part='tuning', done=2, total=2)
    """
    for _, told in counted(part, steps, total):
        yield told
