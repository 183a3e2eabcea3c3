"""A participant's vote on a question of the bank: the form while it is open, what counted once it is over."""

from xml.etree import ElementTree as ET

from components import session
from components.answer_feedback import answer_feedback
from components.chapter_link import chapter_link
from components.markup import el, rich, show
from components.vote_form import vote_form
from components.vote_over import vote_over
from components.workshop_access import own_person, own_pick
from core.content.agendas import VoteStep
from core.content.choice_items import Case
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.display import shown_order
from core.quiz.guesses import is_guess
from core.quiz.marking import mark_kept
from core.workshop.figures import as_typed
from core.workshop.room import Ballot, Room
from core.workshop.votes import After, next_after, share_right


def vote_on_item(content: Content, room: Room, step: VoteStep, item: AnyItem, head: ET.Element) -> None:
    """Draws the vote of a step as it stands now, under a line that says where one is."""
    held = room.ballots_of(step.id)
    situation = rich("p", item.situation, class_="ll-lede") if isinstance(item, Case) else None
    show(head, rich("h1", item.question, class_="ll-question"), situation, class_="ll ll-question-head")
    if not held:
        show(el("p", _not_yet(item) if room.step_id == step.id else _passed(item), class_="ll-note"))
        return
    ballot = held[-1]
    if ballot.is_open(session.now()):
        vote_form(room, ballot, item)
    elif step.id in room.results:
        _results(room, ballot, item)
        chapter_link(content, item)
    else:
        again = ballot.round < step.rounds and room.step_id == step.id
        vote_over(ballot, item, own_person(room.code), meanwhile=_meanwhile(ballot, item) if again else "")


def _meanwhile(ballot: Ballot, item: AnyItem) -> str:
    """The same advice as the big screen gives: with few right there is nobody to hear the reason from."""
    share = share_right(item, ballot)
    if share is None:
        return t("A second round may follow.")
    match next_after(share):
        case After.EXPLAIN:
            return t("A second round may follow. Listen once more meanwhile.")
        case After.DISCUSS:
            return t("A second round may follow. Talk it over meanwhile.")
        case After.MOVE_ON:
            return ""


def _not_yet(item: AnyItem) -> str:
    if is_guess(item):
        return t("The guess opens in a moment. Read it meanwhile.")
    return t("The vote opens in a moment. Read it meanwhile.")


def _passed(item: AnyItem) -> str:
    if is_guess(item):
        return t("The presenter has moved on; this was not guessed.")
    return t("The presenter has moved on; this was not voted on.")


def _results(room: Room, ballot: Ballot, item: AnyItem) -> None:
    """The verdict on one's own pick; who had none is told the answer all the same."""
    pick = own_pick(room, ballot)
    if not pick:
        none = t("You did not guess.") if is_guess(item) else t("You did not vote in this round.")
        show(el("p", none, class_="ll-note"))
    typed = as_typed(item, pick) if pick else None
    answer_feedback(item, typed, mark_kept(item, typed), shown_order(item, room.code))
