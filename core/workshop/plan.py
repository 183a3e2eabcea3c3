"""The plan of a workshop as its host holds it on paper: when each step begins, and what to do when it is late. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.content.agendas import AnyStep, GuideStep, LabStep, VoteStep
from core.language.numbers import written
from core.language.text import t
from core.workshop.votes import EXPLAIN_BELOW, MOVE_ON_ABOVE, advice


@dataclass(frozen=True)
class Plan:
    """What is to be printed: an agenda, or the one of a room, whose `code` is empty where there is none yet."""

    title: str
    steps: tuple[AnyStep, ...]
    code: str = ""


@dataclass(frozen=True)
class PlannedStep:
    """A step with its number, and the minute of the workshop at which it begins."""

    number: int
    begins: float
    step: AnyStep


def planned(steps: Sequence[AnyStep]) -> Iterator[PlannedStep]:
    """The steps in their order, each with its beginning."""
    begins = 0.0
    for number, step in enumerate(steps, 1):
        yield PlannedStep(number, begins, step)
        begins += step.minutes


def minutes_words(minutes: float) -> str:
    """A number of minutes as a plan writes it, without the word.

    >>> minutes_words(7.0), minutes_words(2.5)
    ('7', '2.5')
    """
    return written(minutes, "g")


def first_to_go(steps: Sequence[AnyStep]) -> tuple[AnyStep, ...]:
    """The steps that can be left out first when the room is late: votes of one round, the last of them first."""
    return tuple(step for step in reversed(steps) if isinstance(step, VoteStep) and step.rounds == 1)


def rounds_words(step: VoteStep) -> str:
    """How often a vote is held, and for how long it is open."""
    if step.rounds == 1:
        return t("One round, open for {seconds} s.", seconds=step.seconds)
    return t("Two rounds, each open for {seconds} s.", seconds=step.seconds)


def when_late(step: AnyStep) -> str:
    """What makes a step shorter; empty for one whose length is what is said in it."""
    match step:
        case VoteStep(rounds=1):
            return t("Leave it out.")
        case VoteStep():
            return t("Show the results after the first round, and go on.")
        case GuideStep():
            return t("Take the majority as soon as it is clear; nobody has to wait for the end of the time.")
        case LabStep():
            return t("Close the guess as soon as most have guessed.")
        case _:
            return ""


def after_first_round(*, guess: bool) -> tuple[tuple[str, str], ...]:
    """The rule between two rounds: each share that is right, and what to do then, in the words of the screen.

    >>> [share for share, _ in after_first_round(guess=False)]
    ['Below 30 % right', '30 to 70 % right', 'Above 70 % right']
    """
    low, high = f"{EXPLAIN_BELOW * 100:.0f}", f"{MOVE_ON_ABOVE * 100:.0f}"
    middle = (EXPLAIN_BELOW + MOVE_ON_ABOVE) / 2
    return (
        (t("Below {low} % right", low=low), advice(0.0, guess=guess)),
        (t("{low} to {high} % right", low=low, high=high), advice(middle, guess=guess)),
        (t("Above {high} % right", high=high), advice(1.0, guess=guess)),
    )
