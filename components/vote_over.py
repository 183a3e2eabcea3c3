"""The answer that counted, once a vote or a guess is over."""

from components.markup import el, icon, show
from core.content.graphs import Question
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.guesses import is_guess
from core.workshop.picks import pick_words
from core.workshop.room import Ballot


def vote_over(ballot: Ballot, asked: AnyItem | Question, person: str, *, meanwhile: str = "") -> None:
    """Draws the pick that counted, or that there was none; with `meanwhile` what to do until more comes."""
    mine = ballot.picks.get(person)
    pick = pick_words(asked, mine) if mine else ""
    words = _guess_words(pick) if is_guess(asked) else _vote_words(pick)
    show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
    if meanwhile:
        show(el("p", meanwhile, class_="ll-note"))


def _guess_words(guess: str) -> str:
    if not guess:
        return t("Guessing is over. You did not guess.")
    return t("Your guess: {guess}. Guessing is over.", guess=guess)


def _vote_words(pick: str) -> str:
    return t("Your pick: {pick}. The vote is over.", pick=pick) if pick else t("The vote is over. You picked nothing.")
