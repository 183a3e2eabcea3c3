"""The decision guide as a room walks it: by majority, and where there is none by its host. Pure."""

from datetime import datetime

from core.content.agendas import AnyStep, GuideStep
from core.content.models import Content
from core.decision import Walk, walk
from core.language.text import t
from core.workshop.errors import WorkshopError
from core.workshop.events import Events, GuideAnswered
from core.workshop.host import close_vote, set_steps, step_on
from core.workshop.room import NOTHING, Ballot, Room
from core.workshop.votes import leaders
from core.workshop.words import fit_case


def guide_walk(content: Content, room: Room, step: GuideStep) -> Walk:
    """Where the room's answers lead on a step of its agenda."""
    answers = dict(room.guide_answers.get(step.id, NOTHING))
    return walk(content.guide, content.guide_graph, answers)


def tied(ballot: Ballot, now: datetime) -> tuple[str, ...]:
    """The leading options of a vote that has ended, when there are several: the host takes one of them."""
    ahead = leaders(ballot)
    return ahead if len(ahead) > 1 and not ballot.is_open(now) else ()


def take_majority(room: Room, ballot_id: str, now: datetime) -> Events:
    """Takes what most people picked on a question of the guide as the room's answer.

    Raises:
        WorkshopError: nobody voted, it is a tie, or the vote is not on the guide.
    """
    ballot = _ballot(room, ballot_id)
    ahead = leaders(ballot)
    if not ahead:
        raise WorkshopError(t("Nobody has voted yet. Wait for a vote."))
    if len(ahead) > 1:
        raise WorkshopError(t("It is now a tie. Close the vote, then choose one of the answers."))
    return _taken(room, ballot, ahead[0], now)


def break_tie(room: Room, ballot_id: str, option: str, now: datetime) -> Events:
    """Takes one of the answers that as many people picked.

    Raises:
        WorkshopError: the vote is open or no tie, the option is not at its head, or the vote is not on the guide.
    """
    ballot = _ballot(room, ballot_id)
    if option not in tied(ballot, now):
        raise WorkshopError(t("That answer is not in a tie. Look again."))
    return _taken(room, ballot, option, now)


def take_back(room: Room, step_id: str, question: str, now: datetime) -> Events:
    """Takes back what the room answered to a question of the guide; its votes are kept, and it can vote again."""
    step_on(room, step_id)
    given = room.guide_answers.get(step_id, NOTHING)
    return (GuideAnswered(at=now, step=step_id, question=question, options=()),) if question in given else ()


def is_decided(room: Room, step: GuideStep) -> bool:
    """Whether the room has voted on a step's case, so that another case would seem to have been decided."""
    return bool(room.ballots_of(step.id))


def write_case(room: Room, step_id: str, text: str, now: datetime) -> Events:
    """Replaces the case that a step of the guide came with by one of the room's own.

    Raises:
        WorkshopError: the text does not fit, or the room has voted on the case.
    """
    case, steps = fit_case(text), room.steps
    if any(step.id == step_id and isinstance(step, GuideStep) and is_decided(room, step) for step in steps):
        raise WorkshopError(t("The room has already voted on this case."))
    return set_steps(room, [_with_case(step, case) if step.id == step_id else step for step in steps], now)


def _with_case(step: AnyStep, case: str) -> AnyStep:
    return step.model_copy(update={"case": case}) if isinstance(step, GuideStep) else step


def _ballot(room: Room, ballot_id: str) -> Ballot:
    ballot = room.ballots.get(ballot_id)
    if ballot is None or ballot.question is None:
        raise WorkshopError(t("There is no vote on the guide to act on."))
    step_on(room, ballot.step)
    return ballot


def _taken(room: Room, ballot: Ballot, option: str, now: datetime) -> Events:
    answered = GuideAnswered(at=now, step=ballot.step, question=ballot.question or "", options=(option,))
    return (*close_vote(room, now), answered)
