"""Numbers that a room guessed: the histogram first, then the answer and how far off the middle guess was."""

from components.markup import number_row, show
from components.vote_bars import vote_bars
from core.content.typed_items import PredictNumber
from core.language.numbers import written
from core.language.text import t
from core.numbers.number_format import DOLLARS, span, unit_words, usd
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
    nearest = min(max(guess, item.answer), item.upper)
    times = written(max(guess, nearest) / min(guess, nearest), ".2g") if guess else "0"
    if times in ("0", "1"):
        return t("in range") if item.high and nearest == guess else f"× {times}", t("guess to answer")
    return f"× {times}", t("too high") if guess > nearest else t("too low")
