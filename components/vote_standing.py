"""What a participant's vote or guess is now, and how long it can be changed."""

from components import session
from components.countdown.countdown import countdown
from components.markup import el, icon, show
from components.workshop_access import here, own_person
from core.content.graphs import Question
from core.content.items import AnyItem
from core.language.text import t
from core.workshop.guessing import is_guess
from core.workshop.picks import pick_words
from core.workshop.room import Ballot, Room
from core.workshop.votes import said_so_far


def vote_standing(room: Room, ballot: Ballot, asked: AnyItem | Question) -> None:
    """Draws the pick and the time left."""
    mine = ballot.picks.get(own_person(room.code))
    if mine is not None:
        pick = pick_words(asked, mine)
        words = t("Your pick: {pick}. Change it until time ends.", pick=pick)
        if is_guess(asked):
            words = t("Your guess: {guess}. Change it until time ends.", guess=pick)
        show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
    total = (ballot.closes - ballot.opened).total_seconds()
    voted = said_so_far(room, ballot, here(room), asked)
    countdown(ballot.ends, total, session.now(), voted, ballot.id)
