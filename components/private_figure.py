"""The result of a closed vote, for the presenter alone."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el
from core.content.agendas import VoteStep
from core.content.items import AnyItem
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.guesses import is_guess
from core.workshop.guessing import none_said
from core.workshop.resume import was_left
from core.workshop.room import Room
from core.workshop.votes import advice, share_right


def private_figure(content: Content, room: Room) -> ET.Element | None:
    """How a closed vote stands, for the presenter alone; None while there is nothing to say."""
    step = room.step
    held = room.ballots_of(step.id)
    if not isinstance(step, VoteStep) or not held:
        return None
    item = find_item(content, step.item)
    if held[-1].is_open(session.now()):
        return el("p", _fixed(item)) if held[-1].fixed else None
    share = share_right(item, held[-1]) if item else None
    if share is None:
        return el("p", none_said(item))
    words = f" {advice(share, guess=is_guess(item))}" if len(held) < step.rounds and step.id not in room.results else ""
    told = el("p", el("strong", _right(f"{share * 100:.0f}", held[-1].round, step.rounds)), words)
    return el("div", told, el("p", _taken_up(item))) if was_left(room, session.now()) else told


def _fixed(item: AnyItem | None) -> str:
    """What a vote does that went on after its results had been seen."""
    if is_guess(item):
        return t("Guesses from before the results were shown stay as they are; anyone who had not guessed still can.")
    return t("Picks from before the results were shown stay as they are; anyone who had not voted still can.")


def _taken_up(item: AnyItem | None) -> str:
    """What the two ways do by which a step that was left is taken up."""
    if is_guess(item):
        return t("“Go on guessing” keeps the guesses that are in; “Guess again” starts with none.")
    return t("“Go on voting” keeps the votes that are in; “Vote again” starts with none.")


def _right(share: str, round_number: int, rounds: int) -> str:
    if rounds == 1:
        return t("{share} % right.", share=share)
    return t("{share} % right in round {round}.", share=share, round=round_number)
