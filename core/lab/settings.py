"""Knobs, which move in steps, and the settings that a run is given. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from core.lab.world import rng_for
from core.language.text import t

Value = int | float | str


MOST_SEED = 10_000


def read_seed(text: str) -> int | None:
    """The world that a text names, 0 to `MOST_SEED`; None when it names none.

    >>> read_seed("12"), read_seed("-1"), read_seed("10001"), read_seed("١٢")
    (12, None, None, None)
    """
    digits = text.lstrip("0")
    named = text.isascii() and text.isdigit() and len(digits) < 9 and int(digits or "0") <= MOST_SEED
    return int(digits or "0") if named else None


class BadSettingError(ValueError):
    """A knob or a value that there is not; the message says what to do."""


@dataclass(frozen=True)
class Knob:
    """Something that the learner moves: its steps in order, and the one that it stands at."""

    id: str
    steps: tuple[Value, ...]
    default: Value

    def read(self, text: str) -> Value:
        """The step that a text names.

        >>> Knob("rank", (1, 8), 8).read("8")
        8

        Raises:
            BadSettingError: there is no such step.
        """
        wanted = text.strip().lower()
        for step in self.steps:
            if str(step) == wanted or (not isinstance(step, str) and _number(wanted) == step):
                return step
        steps = ", ".join(str(step) for step in self.steps)
        given = f"{self.id}={text[:40]}"
        raise BadSettingError(t("{given} is not a step of this knob; choose one of {steps}.", given=given, steps=steps))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


@dataclass(frozen=True)
class Setting:
    """Which experiment, with which steps of its knobs, in the world of which seed."""

    experiment: str
    seed: int
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """One text for one setting, whatever the order in which it was written.

        >>> Setting("tune", 10, {"wrong": 0.0, "examples": 500}).key
        'tune examples=500 wrong=0.0 seed=10'
        """
        return " ".join([self.knob_key, f"seed={self.seed}"])

    @property
    def knob_key(self) -> str:
        """The key of the setting without its seed."""
        return " ".join([self.experiment, *(f"{name}={self.values[name]}" for name in sorted(self.values))])

    def whole(self, knob: str) -> int:
        """A knob's step as a whole number."""
        return int(self.values[knob])

    def number(self, knob: str) -> float:
        """A knob's step as a number."""
        return float(self.values[knob])

    def word(self, knob: str) -> str:
        """A knob's step as a word."""
        return str(self.values[knob])

    def rng_for(self, purpose: str) -> np.random.Generator:
        """A random generator for one purpose of the run; it depends only on the seed and the purpose."""
        return rng_for(self.seed, purpose)
