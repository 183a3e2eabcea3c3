"""The one act that a step waits for: open a vote, close it, show what came of it. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.content.agendas import GuideStep, LabStep, VoteStep
from core.content.models import Content
from core.language.text import t
from core.workshop import host
from core.workshop.events import Events
from core.workshop.guide import guide_walk
from core.workshop.lab import open_guess, start_run
from core.workshop.room import Room


@dataclass(frozen=True)
class NextAct:
    """What the presenter's main button says, and does to the room at a moment."""

    label: str
    act: Callable[[Room, datetime], Events]


def next_act(content: Content, room: Room, now: datetime) -> NextAct | None:
    """The act that the step waits for; None when it waits for nothing but the next step."""
    match room.step:
        case VoteStep():
            return _vote_act(room, room.step, now)
        case GuideStep():
            return _guide_act(content, room, room.step, now)
        case LabStep():
            return _lab_act(room, room.step, now)
        case _:
            return None


def _vote_act(room: Room, step: VoteStep, now: datetime) -> NextAct | None:
    if step.id in room.results:
        return None
    if room.open_ballot(now):
        return NextAct(t("Close the vote"), host.close_vote)
    held = len(room.ballots_of(step.id))
    if held >= step.rounds:
        return NextAct(t("Show results"), host.show_results)
    label = t("Open the vote") if held == 0 else t("Open the second round")
    return NextAct(label, lambda room, now: host.open_vote(room, step.id, now))


def _guide_act(content: Content, room: Room, step: GuideStep, now: datetime) -> NextAct | None:
    asks = guide_walk(content, room, step).asks
    if asks is None:
        return None
    held = [ballot for ballot in room.ballots_of(step.id) if ballot.question == asks.id]
    if held and (held[-1].picks or held[-1].is_open(now)):
        return NextAct(t("Take the majority"), lambda room, now: host.take_majority(room, held[-1].id, now))
    return NextAct(t("Open the vote"), lambda room, now: host.open_guide_vote(room, step.id, asks.id, now))


def _lab_act(room: Room, step: LabStep, now: datetime) -> NextAct | None:
    if step.id in room.lab_runs:
        return None
    if not room.ballots_of(step.id):
        return NextAct(t("Open the guess"), lambda room, now: open_guess(room, step.id, now))
    if room.open_ballot(now):
        return NextAct(t("Close the guess"), host.close_vote)
    return NextAct(t("Run it"), lambda room, now: start_run(room, step.id, now))
