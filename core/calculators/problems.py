"""What is wrong with inputs, in sentences that say what to do. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.language.text import t

Fault = tuple[str, str]
"""A field of a calculator, and what is wrong with it, for whoever writes the calculator."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the input's name, or None when it is no single input, and a sentence."""

    field: str | None
    sentence: str


class BadInputsError(ValueError):
    """Inputs that cannot be computed. A calculator raises it for what bounds on single inputs cannot say."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        if isinstance(problems, str):
            raise TypeError("BadInputsError takes problems; write BadInputsError.of(field, sentence)")
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))

    @classmethod
    def of(cls, field: str | None, sentence: str) -> "BadInputsError":
        """An error with one problem.

        >>> BadInputsError.of("r", "Rank 5000 is above the matrix; give at most 1024.").problems[0].field
        'r'
        """
        return cls([Problem(field, sentence)])


class FaultyCalculatorError(BadInputsError):
    """A mistake in a calculator's code: nothing can be shown, whatever is wrong with the inputs.

    `faults` say what to do to whoever writes it; the sentence is for whoever meets it on a page, in a table or a
    command, where it stands in the result's place.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        what = ", ".join(f"{field} {message.partition(';')[0]}" for field, message in self.faults)
        sentence = t(
            "The code of this calculator has a mistake ({what}). Try other inputs or another calculator.", what=what
        )
        super().__init__([Problem(None, sentence)])


class NoSuchResultError(StopIteration):
    """A result was asked for by an id that none of a calculator's results has: the end of a search."""

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        self.fault: Fault = ("result", f"{wanted!r} is not among the results; choose one of {', '.join(known)}")
        super().__init__(": ".join(self.fault))
