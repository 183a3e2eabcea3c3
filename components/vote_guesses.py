"""Numbers that a room guessed: the histogram first, then the answer and how far off the middle guess was."""

from statistics import median

from components.markup import big_number, el, show
from components.vote_bars import vote_bars
from core.content.typed_items import PredictNumber
from core.language.numbers import written
from core.language.text import t
from core.number_format import DOLLARS, span, unit_words, usd
from core.workshop.histogram import guesses
from core.workshop.room import Ballot


def vote_guesses(item: PredictNumber, ballots: tuple[Ballot, ...], *, revealed: bool) -> None:
    """Draws the guesses; once `revealed`, the answer too."""
    vote_bars(item, ballots, revealed=revealed)
    found = guesses(tuple(ballots[-1].picks.values()))
    if not revealed or not found:
        return
    middle = median(found)
    figures = (
        (_middle(middle, item.unit), t("the middle guess")),
        (_answer(item), t("the answer")),
        (_ratio(middle, item), t("guess to answer")),
    )
    show(el("div", *(big_number(*one) for one in figures), class_="ll-figs"))


def _middle(value: float, unit: str) -> str:
    """The middle guess; below a thousand with all of up to four figures, since two guesses may have a half between."""
    if unit in DOLLARS or abs(value) >= 1000:
        return _number(value, unit)
    return f"{written(value, '.4g')} {unit_words(unit)}".strip()


def _answer(item: PredictNumber) -> str:
    return _number(item.answer, item.unit, item.high)


def _number(value: float, unit: str, high: float | None = None) -> str:
    if unit in DOLLARS:
        return usd(value) if high is None else span(value, high, "usd")
    return f"{span(value, high or value, 'count')} {unit}".strip()


def _ratio(guess: float, item: PredictNumber) -> str:
    """How many times the answer, or the nearer end of its range, the guess is."""
    nearest = min(max(guess, item.answer), item.high or item.answer)
    return t("in range") if item.high and nearest == guess else f"× {written(guess / nearest, '.2g')}"
