"""The form of a vote or a guess that is open: what is entered is sent, and said below it."""

from functools import partial

from components.answer_form import answer_form
from components.answer_now import answer_now, draft_now
from components.cast_vote import cast_vote
from components.markup import el, icon, show
from components.vote_form_key import vote_form_key
from components.vote_standing import vote_standing
from components.workshop_access import own_person, own_pick
from core.content.choice_items import TrueFalse
from core.content.items import AnyItem
from core.language.text import t
from core.quiz.display import shown_order
from core.workshop.figures import as_typed
from core.workshop.room import Ballot, Room


def vote_form(room: Room, ballot: Ballot, item: AnyItem, bounds: tuple[float, float] | None = None) -> None:
    """Draws the form, filled with this person's vote. A vote that can no longer be changed is shown without a form."""
    if own_person(room.code) in ballot.fixed:
        vote_standing(room, ballot, item)
        return
    pick = own_pick(room, ballot)
    draft = as_typed(item, pick) if pick else None
    key = vote_form_key(room, ballot, item, partial(answer_now, item))
    answer = answer_form(item, shown_order(item, room.code), key, draft)
    room = cast_vote(room, ballot, answer, item, bounds)
    if isinstance(item, TrueFalse) and answer is None and draft_now(item, key):
        words = t("It counts once you have said why.")
        show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
    vote_standing(room, room.ballots[ballot.id], item)
