"""Whether a room guesses a number or votes, and the words for each. Pure."""

from collections.abc import Sequence
from statistics import median

from core.content.agendas import LabStep, VoteStep
from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.models import Content
from core.language.numbers import written
from core.language.text import nt, t
from core.numbers.number_format import DOLLARS, span, unit_words, usd
from core.quiz.generated import find_item
from core.quiz.guesses import is_guess
from core.workshop.room import Room


def room_guesses(content: Content, room: Room) -> bool:
    """Whether the step that is on is a guess."""
    step = room.step
    return isinstance(step, LabStep) or (isinstance(step, VoteStep) and is_guess(find_item(content, step.item)))


def votes_said(count: int) -> str:
    """A number of votes in words.

    >>> votes_said(1), votes_said(2)
    ('1 vote', '2 votes')
    """
    return nt("{n} vote", "{n} votes", count)


def guesses_said(count: int) -> str:
    """A number of guesses in words.

    >>> guesses_said(1), guesses_said(2)
    ('1 guess', '2 guesses')
    """
    return nt("{n} guess", "{n} guesses", count)


def count_said(asked: AnyItem | Question, count: int) -> str:
    """How many have been heard on what was asked: guesses of a number, votes on all else."""
    return guesses_said(count) if is_guess(asked) else votes_said(count)


def part_said(count: int, votes: int) -> str:
    """How many of the votes were for an answer.

    >>> part_said(2, 3), part_said(3, 3)
    ('2 of 3 votes', '3 votes')
    """
    return t("{count} of {votes}", count=count, votes=votes_said(votes)) if count < votes else votes_said(votes)


def none_said(asked: AnyItem | Question | None) -> str:
    """That nobody has been heard on what was asked."""
    return t("Nobody guessed.") if is_guess(asked) else t("Nobody voted.")


def state_said(asked: AnyItem | Question, *, is_open: bool) -> str:
    """Whether the room may still be heard on what was asked."""
    if is_guess(asked):
        return t("Guess open") if is_open else t("Guess closed")
    return t("Vote open") if is_open else t("Vote closed")


def middle_words(value: float, unit: str) -> str:
    """The middle guess; below a thousand with all of up to four figures, since two guesses may have a half between.

    >>> middle_words(62.5, "GiB"), middle_words(4587.5, "GiB"), middle_words(1e30, "GiB")
    ('62.5 GiB', '4.6K GiB', '1.00 × 10³⁰ GiB')
    """
    if unit in DOLLARS:
        return usd(value)
    if abs(value) >= 1000:
        return f"{span(value, value, 'count')} {unit_words(unit)}".strip()
    return f"{written(value, '.4g')} {unit_words(unit)}".strip()


def spread_said(guessed: Sequence[float], unit: str) -> str:
    """Between what the guesses lie, and the middle one; empty while no two of them differ.

    >>> spread_said((20.0, 45.0, 70.0, 90.0), "%")
    'Guesses from 20 % to 90 %; the middle one is 57.5 %.'
    """
    if len({*guessed}) < 2:
        return ""
    low, middle, high = (middle_words(one, unit) for one in (min(guessed), median(guessed), max(guessed)))
    return t("Guesses from {low} to {high}; the middle one is {middle}.", low=low, high=high, middle=middle)
