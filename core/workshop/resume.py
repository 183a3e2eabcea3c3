"""The host's ways back from the end of a vote: hide its results, go on with it, or have it again. Pure."""

from datetime import datetime, timedelta

from core.content.agendas import LabStep, VoteStep
from core.language.text import t
from core.workshop.errors import WorkshopError
from core.workshop.events import Events
from core.workshop.host import step_on
from core.workshop.room import Ballot, Room
from core.workshop.vote_events import BallotOpened, ResultsHidden, VoteResumed


def can_go_on(room: Room, now: datetime) -> bool:
    """Whether the last vote of the step that is on has ended and can go on: no second round is offered by its results.

    What the lab has run for is not guessed any more.
    """
    ballot = _ended(room, now)
    if ballot is None or room.step_id in room.lab_runs:
        return False
    return not can_hide(room)


def can_hide(room: Room) -> bool:
    """Whether results are on the screens before the last round was held: without them the next round can be opened."""
    step = room.step
    return isinstance(step, VoteStep) and step.id in room.results and len(room.ballots_of(step.id)) < step.rounds


def was_left(room: Room, now: datetime) -> bool:
    """Whether the room has come back to a step after its last vote had ended, so that it may be had again."""
    ballot = _ended(room, now)
    if ballot is None or room.came is None or not ballot.picks:
        return False
    return ballot.ends < room.came and can_go_on(room, now)


def hide_results(room: Room, step_id: str, now: datetime) -> Events:
    """Takes the results of the first of two rounds off the screens, so that the second can be opened."""
    step = step_on(room, step_id)
    return (ResultsHidden(at=now, step=step.id),) if step.id in room.results and isinstance(step, VoteStep) else ()


def go_on_voting(room: Room, step_id: str, now: datetime) -> Events:
    """Opens the last vote of a step once more; every pick that is in counts, and is fixed if results were seen.

    Raises:
        WorkshopError: the step is not on, or has no vote that can go on.
    """
    seconds = _seconds(room, step_id)
    ballot = room.ballots_of(step_id)[-1:]
    if ballot and ballot[0].is_open(now):
        return ()
    if not ballot or not can_go_on(room, now):
        raise WorkshopError(t("There is no vote here that can go on."))
    return (VoteResumed(at=now, ballot=ballot[0].id, closes=now + seconds),)


def vote_again(room: Room, step_id: str, now: datetime) -> Events:
    """Opens the last vote of a step anew, without the picks that it had; a second press changes nothing.

    Raises:
        WorkshopError: the step is not on, or has no vote that can be had again.
    """
    seconds = _seconds(room, step_id)
    if room.open_ballot(now):
        return ()
    held = room.ballots_of(step_id)
    if not was_left(room, now):
        raise WorkshopError(t("There is no vote here that can go on."))
    ballot, number = room.next_ballot_id(step_id), held[-1].round
    return (BallotOpened(at=now, ballot=ballot, step=step_id, round=number, closes=now + seconds),)


def _seconds(room: Room, step_id: str) -> timedelta:
    step = step_on(room, step_id)
    if not isinstance(step, VoteStep | LabStep):
        raise WorkshopError(t("There is nothing to vote on in this step."))
    return timedelta(seconds=step.seconds)


def _ended(room: Room, now: datetime) -> Ballot | None:
    held = room.ballots_of(room.step_id) if isinstance(room.step, VoteStep | LabStep) else ()
    return held[-1] if held and not held[-1].is_open(now) else None
