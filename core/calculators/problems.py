"""What is wrong with inputs, as sentences that say what to do. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the input's name, or None when it is no single input, and a sentence."""

    field: str | None
    sentence: str


class BadInputsError(ValueError):
    """Inputs that cannot be computed. A calculator raises it for what bounds on single inputs cannot say."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))

    @classmethod
    def of(cls, field: str | None, sentence: str) -> "BadInputsError":
        """An error with one problem.

        >>> BadInputsError.of("r", "Rank 5000 is above the matrix; give at most 1024.").problems[0].field
        'r'
        """
        return cls([Problem(field, sentence)])
