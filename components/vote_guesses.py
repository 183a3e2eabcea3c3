"""Numbers that a room guessed: the histogram first, then the answer and how far off the middle guess was."""

from components.markup import number_row, show
from components.vote_bars import vote_bars
from core.content.typed_items import PredictNumber
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import DOLLARS, span, unit_words, usd
from core.quiz.marking_typed import times_off
from core.workshop.guessing import middle_words
from core.workshop.histogram import middle_guess
from core.workshop.room import Ballot


def vote_guesses(item: PredictNumber, ballots: tuple[Ballot, ...], *, revealed: bool) -> None:
    """Draws the guesses; once `revealed`, the answer too."""
    vote_bars(item, ballots, revealed=revealed)
    middle = middle_guess(tuple(ballots[-1].picks.values()))
    if not revealed or middle is None:
        return
    figures = (
        (middle_words(middle, item.unit), t("the middle guess")),
        (_answer(item), t("the answer")),
        _ratio(middle, item),
    )
    show(number_row(*figures))


def _answer(item: PredictNumber) -> str:
    if item.unit in DOLLARS:
        return usd(item.answer) if item.high is None else span(item.answer, item.high, "usd")
    return f"{span(item.answer, item.upper, 'count')} {unit_words(item.unit)}".strip()


def _ratio(guess: float, item: PredictNumber) -> tuple[str, str]:
    """How many times too high or too low the guess is, by the answer or the nearer end of its range."""
    if not guess:
        return "× 0", t("guess to answer")
    nearest = min(max(guess, item.answer), item.upper)
    if item.high and nearest == guess:
        return t("in range"), t("guess to answer")
    off = max(guess, nearest) / min(guess, nearest)
    counts, most = off <= item.within_factor, written(item.within_factor, ".2g")
    times = times_off(off) if counts else written(off, ".2g")
    if times == "1":
        words = t("guess to answer")
    elif guess > nearest:
        words = t("higher; up to × {most} counts", most=most) if counts else t("too high")
    else:
        words = t("lower; up to × {most} counts", most=most) if counts else t("too low")
    return f"× {times}", words
