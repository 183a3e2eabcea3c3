"""Worked, then faded: one example as a solved case, with two blanks, and empty; for any calculator. Pure."""

import re
from dataclasses import dataclass
from typing import Any

from core.calculators.evaluation import evaluate
from core.calculators.model import Calculator, Example, Step
from core.calculators.reading import read_inputs
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import parse
from core.numbers.typed_number import read_number

_TOLERANCE = 0.05
"""Relative: a result that is shown in two figures, $12K for $12,500, is up to 5 % off itself."""
_FEW_FIGURES = 2
"""A number of so few digits may stand for something else, unless its unit is beside it."""


@dataclass(frozen=True)
class FadedStep:
    """One line of a case. What is None is for the learner to find; `answer` is always there to compare with."""

    words: str
    numbers: str | None
    result: str | None
    answer: Step

    @property
    def is_blank(self) -> bool:
        """Whether the learner finds the result."""
        return self.result is None


@dataclass(frozen=True)
class FadedCase:
    """One example, more or less of it filled in."""

    title: str
    inputs: tuple[tuple[str, str], ...]
    steps: tuple[FadedStep, ...]
    source: str


def faded_cases(calculator: Calculator[Any], example: Example, reference: Reference) -> tuple[FadedCase, ...]:
    """The example three times: solved, with its last two results blank, and with only the words of each step.

    Blanks come at the end first (backward fading): the learner first finishes a solution, then makes one.
    A result that cannot be marked, because it is a range or holds no number, is never blank.

    Source: Renkl and Atkinson 2003, Educational Psychologist 38(1), 15–22.

    Raises:
        BadInputsError: the example cannot be computed.
    """
    inputs = read_inputs(calculator.inputs, example.inputs)
    steps = evaluate(calculator, inputs, reference).steps
    markable = [place for place, step in enumerate(steps) if _is_markable(step)]
    fields = calculator.inputs.model_fields
    given = tuple((t(fields[name].title or name), _as_read(value)) for name, value in example.inputs.items())
    return tuple(
        FadedCase(example.title, given, _fade(steps, blanks, hide_numbers), example.source)
        for blanks, hide_numbers in (
            (frozenset[int](), False),
            (frozenset(markable[-2:]), False),
            (frozenset(markable), True),
        )
    )


def is_right(answer: str, step: FadedStep) -> bool | None:
    """Whether what the learner typed is the step's result; None when there is no number in it."""
    typed, wanted = read_number(answer), parse(step.answer.result)
    if typed is None or wanted is None:
        return None
    return abs(typed - wanted) <= _TOLERANCE * max(abs(wanted), 1e-12)


def _as_read(value: str | float | bool) -> str:
    """An input as the language in force writes it; a name stays as it is.

    >>> _as_read(5000), _as_read(0.05), _as_read("Llama-3.2-3B")
    ('5,000', '0.05', 'Llama-3.2-3B')
    """
    return str(value) if isinstance(value, str | bool) else written(value, ",.15g")


def _is_markable(step: Step) -> bool:
    return parse(step.result) is not None and "–" not in step.result


def _fade(steps: tuple[Step, ...], blanks: frozenset[int], hide_numbers: bool) -> tuple[FadedStep, ...]:
    faded = []
    for place, step in enumerate(steps):
        numbers = step.numbers
        for blank in blanks - {place}:  # no other line gives away what a line asks for
            numbers = _hidden(numbers, steps[blank].result)
        shown = None if hide_numbers and place in blanks else numbers
        faded.append(FadedStep(step.words, shown, None if place in blanks else step.result, step))
    return tuple(faded)


def _hidden(numbers: str, result: str) -> str:
    """The numbers of a line without the result of another, also where it stands without its unit.

    >>> _hidden("14.38 + 3.48", "3.48 GiB"), _hidden("$10 ÷ (2 h × 1)", "$10"), _hidden("$100 + 12 × 2 h", "2 h")
    ('14.38 + ?', '? ÷ (2 h × 1)', '$100 + 12 × ?')
    """
    bare = re.search(r"\d[\d.,]*\d", result)
    told = [result, *([bare[0]] if bare and sum(sign.isdigit() for sign in bare[0]) > _FEW_FIGURES else [])]
    for text in told:
        numbers = re.sub(rf"(?<![\d.,]){re.escape(text)}(?!\d|[.,]\d)", "?", numbers)
    return numbers
