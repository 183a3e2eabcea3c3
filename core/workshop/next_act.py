"""The act that a step waits for: open a vote, close it, show what came of it; and what else may be done. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from core.content.agendas import GuideStep, LabStep, VoteStep
from core.content.models import Content
from core.language.text import t
from core.quiz.generated import find_item
from core.quiz.guesses import is_guess
from core.workshop import host
from core.workshop.events import Events
from core.workshop.guessing import room_guesses
from core.workshop.guide import break_tie, guide_walk, take_back, take_majority, tied
from core.workshop.lab import open_guess, start_run
from core.workshop.resume import can_go_on, can_hide, go_on_voting, hide_results, vote_again, was_left
from core.workshop.room import Ballot, Room
from core.workshop.votes import After, leaders, next_after, share_right


class ActName(StrEnum):
    """What the act that a step waits for can be named."""

    OPEN_OR_CLOSE = "do"
    OPEN_ANEW = "anew"
    NEXT_ROUND = "round"
    RESULTS = "results"
    TAKE = "take"
    RUN = "run"


@dataclass(frozen=True)
class NextAct:
    """What a button of the presenter says, and does to the room at a moment.

    Acts that take each other's place while nobody presses, as time ends or votes come in, have different names, and so
    their buttons do: a press that is on its way when the button changes does nothing, and not what was not pressed.
    """

    label: str
    act: Callable[[Room, datetime], Events]
    name: ActName = ActName.OPEN_OR_CLOSE


def next_act(content: Content, room: Room, now: datetime) -> NextAct | None:
    """The act that the room waits for; None when it waits for the next step, or for one of `tie_acts`."""
    if room.in_lobby:
        return NextAct(t("Start the workshop"), host.begin)
    match room.step:
        case VoteStep():
            return next(iter(_vote_acts(content, room, room.step, now)), None)
        case GuideStep():
            return _guide_act(content, room, room.step, now)
        case LabStep():
            return _lab_act(room, room.step, now)
        case _:
            return None


def other_act(content: Content, room: Room, now: datetime) -> NextAct | None:
    """What may be done in place of the act that the step waits for; None when there is nothing."""
    if room.in_lobby:
        return None
    match room.step:
        case VoteStep():
            return next(iter(_vote_acts(content, room, room.step, now)[1:]), None)
        case GuideStep():
            return _other_guide_act(content, room, room.step, now)
        case _:
            return None


def acts_back(content: Content, room: Room, now: datetime) -> tuple[NextAct, ...]:
    """The ways back from a vote that has ended: to go on with it, or to hide its results; then to have it again.

    None where the vote can be opened by the act that the step waits for.
    """
    step = room.step
    if room.in_lobby or (isinstance(step, VoteStep) and room.is_unheard(step, now) and step.id not in room.results):
        return ()
    if can_hide(room):
        return (NextAct(t("Hide the results"), lambda room, now: hide_results(room, step.id, now)),)
    if not can_go_on(room, now):
        return ()
    guess = room_guesses(content, room)
    label = t("Go on guessing") if guess else t("Go on voting")
    goes_on = NextAct(label, lambda room, now: go_on_voting(room, step.id, now))
    if not was_left(room, now):
        return (goes_on,)
    label = t("Guess again") if guess else t("Vote again")
    return (goes_on, NextAct(label, lambda room, now: vote_again(room, step.id, now)))


def _vote_acts(content: Content, room: Room, step: VoteStep, now: datetime) -> tuple[NextAct, ...]:
    """The acts of a vote, first the one that it waits for."""
    if step.id in room.results:
        return ()
    held, item = room.ballots_of(step.id), find_item(content, step.item)
    is_last, guesses = len(held) >= step.rounds, is_guess(item)
    if room.open_ballot(now):
        if guesses:  # its end shows all guesses, and only the next press the answer
            return (NextAct(t("Close the guess"), host.close_vote),)
        close = NextAct(t("Close the vote"), host.close_vote)
        return (close, NextAct(t("Close and show results"), host.show_results)) if is_last else (close,)
    label = t("Show the answer") if guesses and is_last else t("Show results")
    results, unheard = NextAct(label, host.show_results, ActName.RESULTS), room.is_unheard(step, now)
    if is_last and not unheard:
        return (results,)
    first = t("Open the guess") if guesses else t("Open the vote")
    label = t("Open the second round") if held and not unheard else first
    name = ActName.OPEN_ANEW if unheard else ActName.NEXT_ROUND if held else ActName.OPEN_OR_CLOSE
    opens = NextAct(label, lambda room, now: host.open_vote(room, step.id, now), name)
    if not held:
        return (opens,)
    share = share_right(item, held[-1]) if item else None
    moves_on = share is not None and next_after(share) is After.MOVE_ON
    return (results, opens) if moves_on else (opens, results)


def tie_acts(content: Content, room: Room, now: datetime) -> tuple[NextAct, ...]:
    """After a tie on a question of the guide: the answers of which the host takes one, in the order of the question."""
    asks = guide_walk(content, room, room.step).asks if isinstance(room.step, GuideStep) else None
    ballot = _latest(room, asks.id) if asks else None
    if asks is None or ballot is None:
        return ()
    ahead = [option for option in asks.options if option.id in tied(ballot, now)]
    return tuple(NextAct(option.label, partial(_break_tie, ballot.id, option.id)) for option in ahead)


def _break_tie(ballot_id: str, option: str, room: Room, now: datetime) -> Events:
    return break_tie(room, ballot_id, option, now)


def _latest(room: Room, question: str) -> Ballot | None:
    """The last vote of the step that is on, on a question of the guide."""
    return next(reversed(room.ballots_of(room.step_id, question)), None)


def _guide_act(content: Content, room: Room, step: GuideStep, now: datetime) -> NextAct | None:
    asks = guide_walk(content, room, step).asks
    if asks is None:
        return None
    ballot = _latest(room, asks.id)
    if ballot and tied(ballot, now):
        return None
    if ballot and ballot.is_open(now) and len(leaders(ballot)) != 1:
        return NextAct(t("Close the vote"), host.close_vote)
    if ballot and ballot.picks:
        return NextAct(t("Take the majority"), lambda room, now: take_majority(room, ballot.id, now), ActName.TAKE)
    name = ActName.OPEN_ANEW if ballot else ActName.OPEN_OR_CLOSE
    return NextAct(t("Open the vote"), lambda room, now: host.open_guide_vote(room, step.id, asks.id, now), name)


def _other_guide_act(content: Content, room: Room, step: GuideStep, now: datetime) -> NextAct | None:
    """Another vote on the question that was just voted on, else the way back to the one before."""
    walked = guide_walk(content, room, step)
    asks = walked.asks
    ballot = _latest(room, asks.id) if asks else None
    if ballot and ballot.is_open(now):
        return None
    if asks and ballot and ballot.picks:
        return NextAct(t("Vote again"), lambda room, now: host.open_guide_vote(room, step.id, asks.id, now))
    if not walked.answered:
        return None
    last = walked.answered[-1].question.id
    return NextAct(t("Undo last answer"), lambda room, now: take_back(room, step.id, last, now))


def _lab_act(room: Room, step: LabStep, now: datetime) -> NextAct | None:
    if step.id in room.lab_runs:
        return None
    if not room.ballots_of(step.id):
        return NextAct(t("Open the guess"), lambda room, now: open_guess(room, step.id, now))
    if room.open_ballot(now):
        return NextAct(t("Close the guess"), host.close_vote)
    return NextAct(t("Run it"), lambda room, now: start_run(room, step.id, now), ActName.RUN)
