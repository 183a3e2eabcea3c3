"""A participant's current vote or guess, and how long it can be changed."""

from components.markup import el, icon, show
from components.vote_clock import vote_clock
from components.workshop_access import own_person, own_pick
from core.content.graphs import Question
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.answers import Arranged, Filled, Matched
from core.quiz.guesses import is_guess
from core.workshop.picks import pick_words
from core.workshop.room import Ballot, Room


def vote_standing(room: Room, ballot: Ballot, asked: AnyItem | Question) -> None:
    """Draws the pick and the time left."""
    mine = own_pick(room, ballot)
    if mine is not None:
        fixed = own_person(room.code) in ballot.fixed
        in_form = isinstance(mine, Arranged | Filled | Matched) and not fixed  # too long to be said below it again
        pick = "" if in_form else pick_words(asked, mine)
        words = _guess_words(pick, fixed=fixed) if is_guess(asked) else _vote_words(pick, fixed=fixed)
        show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
    vote_clock(room, ballot, asked, ballot.id)


def _vote_words(pick: str, *, fixed: bool) -> str:
    if fixed:
        return t("Your pick: {pick}. It was in before the results were shown, so it stays.", pick=pick)
    if not pick:
        return t("Your answer is in. Change it until time ends.")
    return t("Your pick: {pick}. Change it until time ends.", pick=pick)


def _guess_words(guess: str, *, fixed: bool) -> str:
    if fixed:
        return t("Your guess: {guess}. It was in before the results were shown, so it stays.", guess=guess)
    return t("Your guess: {guess}. Change it until time ends.", guess=guess)
