"""Numbers as votes: read once, where they were typed, and shown to each person in their own language. Pure."""

from typing import TypeGuard

from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.typed_items import Number, PredictNumber
from core.language.in_force import ENGLISH, speaking
from core.language.numbers import in_figures
from core.numbers.number_format import DOLLARS, unit_words
from core.numbers.typed_number import read_number
from core.quiz.answers import AnyAnswer, Typed
from core.quiz.number_reading import number_in, with_cents

DIGITS = 15
"""How many digits of a number are kept: as many as a float gives back unchanged."""


def as_kept(asked: AnyItem | Question, answer: AnyAnswer) -> AnyAnswer:
    """The answer as a room's log keeps it: a number in its unit, as Python writes it, so that one number is one answer.

    What cannot be read stays as it was typed.
    """
    if not isinstance(answer, Typed) or not takes_number(asked):
        return answer
    number = number_in(answer, asked.unit)
    return answer if number is None else _answer(f"{number:.{DIGITS}g}", number)


def as_typed(asked: AnyItem | Question, answer: AnyAnswer) -> AnyAnswer:
    """A kept answer as somebody would type it who speaks the language in force; other answers are the same in all."""
    number = figure(answer) if takes_number(asked) else None
    return answer if number is None else _answer(figure_words(number), number)


def figure(answer: AnyAnswer) -> float | None:
    """The number in a stored answer; None when it is not a number.

    Rooms that voted before numbers were kept as figures hold what was typed: that is read as English.
    """
    if not isinstance(answer, Typed) or answer.number is not None:
        return answer.number if isinstance(answer, Typed) else None
    with speaking(ENGLISH):
        return read_number(answer.text)


def figure_words(number: float) -> str:
    """A number with all its digits, as the language in force writes it.

    >>> figure_words(4587.0), figure_words(0.05), figure_words(3e23)
    ('4,587', '0.05', '3e23')
    """
    return in_figures(_all_digits(number))


def amount_words(number: float, unit: str) -> str:
    """A number with all its digits and its unit; money as the language in force writes it.

    >>> amount_words(12500.0, "dollars"), amount_words(2.5, "usd"), amount_words(63.0, "GiB"), amount_words(2.0, "")
    ('$12,500', '$2.50', '63 GiB', '2')
    """
    if unit in DOLLARS:
        return in_figures(f"${with_cents(_all_digits(number))}")
    return f"{figure_words(number)} {unit_words(unit)}".rstrip()


def takes_number(asked: AnyItem | Question) -> TypeGuard[Number | PredictNumber]:
    """Whether a number is asked for."""
    return isinstance(asked, Number | PredictNumber)


def _answer(text: str, number: float) -> Typed:
    return Typed(text=text, number=float(f"{number:.{DIGITS}g}"))


def _all_digits(number: float) -> str:
    return f"{number:,.{DIGITS}g}".replace("e+", "e")
