"""How a vote stands, for the presenter alone: who is ahead, what a closed one came to, between what guesses lie."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el
from core.content.agendas import GuideStep, LabStep, VoteStep
from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.models import Content
from core.language.half_up import fixed
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.guesses import is_guess
from core.workshop.guessing import none_said, part_said, spread_said
from core.workshop.guide import guide_walk
from core.workshop.histogram import guesses
from core.workshop.lab import guess_item
from core.workshop.picks import answer_words
from core.workshop.resume import was_left
from core.workshop.room import Room
from core.workshop.votes import advice, leaders, share_right, votes_by_option


def private_figure(content: Content, room: Room) -> ET.Element | None:
    """What the presenter is told of the votes on the step that is on; None while there is nothing to say."""
    match room.step:
        case VoteStep() as step:
            return _vote(room, step, find_item(content, step.item))
        case GuideStep() as step:
            return _ahead(room, step, guide_walk(content, room, step).asks)
        case LabStep() as step:
            station = content.lab_by_id.get(step.station)
            return _guesses(room, guess_item(step, station, 0.0)) if station and step.id not in room.lab_runs else None
        case _:
            return None


def _vote(room: Room, step: VoteStep, item: AnyItem | None) -> ET.Element | None:
    held = room.ballots_of(step.id)
    if not held:
        return None
    if held[-1].is_open(session.now()):
        return el("p", _reopened_words(item)) if held[-1].fixed else None
    share = share_right(item, held[-1]) if item else None
    shown = step.id in room.results
    if share is None:
        same_round = f" {_repeat_words(item)}" if step.rounds > 1 and not shown else ""
        return el("p", none_said(item), same_round)
    words = f" {advice(share, guess=is_guess(item))}" if len(held) < step.rounds and not shown else ""
    told = el("p", el("strong", _right(fixed(100 * share), held[-1].round, step.rounds)), words)
    if was_left(room, session.now()):
        return el("div", told, el("p", _resume_words(item)))
    if shown or item is None:
        return told
    answer = el("p", t("The right answer: {answer}", answer=answer_words(item)))
    return el("div", told, answer, _guesses(room, item))


def _ahead(room: Room, step: GuideStep, asks: Question | None) -> ET.Element | None:
    """The majority, as soon as there is one: nobody else sees it before the vote ends, and a phone has no bars."""
    held = room.ballots_of(step.id, asks.id) if asks else ()
    ahead = leaders(held[-1]) if held else ()
    if asks is None or len(ahead) != 1:
        return None
    votes = part_said(votes_by_option(held[-1])[ahead[0]], len(held[-1].picks))
    return el("p", el("strong", t("Ahead: {answer}.", answer=asks.option(ahead[0]).label)), f" {votes}.")


def _guesses(room: Room, item: AnyItem | None) -> ET.Element | None:
    """Between what the guesses of a closed round lie: the lowest and the highest are asked why."""
    held = room.ballots_of(room.step_id)
    if item is None or not is_guess(item) or not held or held[-1].is_open(session.now()):
        return None
    words = spread_said(guesses(held[-1].picks.values()), getattr(item, "unit", ""))
    return el("p", words) if words else None


def _reopened_words(item: AnyItem | None) -> str:
    """What happens to the votes that are in when a vote is reopened after its results were shown."""
    if is_guess(item):
        return t("Guesses from before the results were shown stay as they are; anyone who had not guessed still can.")
    return t("Picks from before the results were shown stay as they are; anyone who had not voted still can.")


def _resume_words(item: AnyItem | None) -> str:
    """What each of the two buttons does that resume the vote of a step that the host has come back to."""
    if is_guess(item):
        return t("“Go on guessing” keeps the guesses that are in; “Guess again” starts with none.")
    return t("“Go on voting” keeps the votes that are in; “Vote again” starts with none.")


def _repeat_words(item: AnyItem | None) -> str:
    """How to repeat a round in which nobody voted: the primary button leads on to the next round instead."""
    if is_guess(item):
        return t("“Go on guessing” opens the same round once more.")
    return t("“Go on voting” opens the same round once more.")


def _right(share: str, round_number: int, rounds: int) -> str:
    if rounds == 1:
        return t("{share} % right.", share=share)
    return t("{share} % right in round {round}.", share=share, round=round_number)
