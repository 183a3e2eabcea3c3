"""`apply(room, event) -> room`: the same events make the same room, on every process. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from core.workshop import membership, questions
from core.workshop.events import (
    AgendaChanged,
    AnyEvent,
    Asked,
    Begun,
    BlankSet,
    GuideAnswered,
    LockSet,
    PaceFelt,
    QuestionAnswered,
    QuestionDropped,
    QuestionReturned,
    RoomClosed,
    RoomOpened,
    RoomReopened,
    StepShown,
    Upvoted,
    VoiceSet,
)
from core.workshop.lab_events import LabRan, LabStarted
from core.workshop.membership_events import Joined, Left, LetBack, Removed, Renamed
from core.workshop.room import NOTHING, Ballot, LabRun, Room, with_one, without
from core.workshop.vote_events import (
    BallotClosed,
    BallotOpened,
    BallotProlonged,
    ResultsHidden,
    ResultsShown,
    Voted,
    VoteResumed,
)


def opened_room(event: RoomOpened) -> Room:
    """The room that an opening event makes."""
    first = event.steps[0].id
    return Room(event.code, event.title, event.language, event.at, event.steps, first, event.at)


def room_of(events: Iterable[AnyEvent]) -> Room:
    """The room that a log makes.

    Raises:
        ValueError: the log does not begin with an opening.
    """
    log = iter(events)
    first = next(log, None)
    if not isinstance(first, RoomOpened):
        raise ValueError("a room's log begins with its opening")
    room = opened_room(first)
    for event in log:
        room = apply(room, event)
    return room


def apply(room: Room, event: AnyEvent) -> Room:
    """The room after an event, without the hours it slept: one that cannot be only counts, others may light screens."""
    awake = _woken(room, room.asleep(event.at))
    changed = _APPLY[type(event)](awake, event)
    lit = changed is not awake and type(event) in _LIGHTS
    return replace(changed, version=room.version + 1, blank=changed.blank and not lit, heard=event.at)


def _reopened(room: Room, event: RoomReopened) -> Room:
    """The room, open again; the time that it was closed does not count for the step that is on."""
    if room.closed is None:
        return room
    return _woken(replace(room, closed=None), event.at - room.closed)


def _woken(room: Room, idle: timedelta) -> Room:
    return replace(room, away=room.away + idle, step_since=room.step_since + idle) if idle else room


def _runs(room: Room) -> Room:
    """The room, begun. Logs written before there was a `Begun` event only have acts that imply it."""
    return room if room.begun else replace(room, begun=room.opened)


def _step_shown(room: Room, event: StepShown) -> Room:
    if event.step not in {step.id for step in room.steps}:
        return room
    return replace(_left(_runs(room), event.at), step_id=event.step)


def _left(room: Room, at: datetime) -> Room:
    """The room as it leaves a step: the time on it is added up, and how people felt its pace is forgotten."""
    took = max(0.0, (at - room.step_since).total_seconds())
    seconds = room.spent.get(room.step_id, 0.0) + took
    paces = NOTHING if took else room.paces  # what was felt in the lobby, which the same press has left, is kept
    return replace(room, step_since=at, came=at, spent=with_one(room.spent, room.step_id, seconds), paces=paces)


def _agenda_changed(room: Room, event: AgendaChanged) -> Room:
    ids = [step.id for step in event.steps]
    befores = ("", *(step.id for step in room.whole_agenda))
    left_out = tuple(pair for pair in zip(befores, room.whole_agenda, strict=False) if pair[1].id not in ids)
    room = replace(room, left_out=left_out)
    if room.step_id in ids:
        return replace(room, steps=event.steps)
    before = [step.id for step in room.steps[: room.place]]
    here = next((step for step in reversed(before) if step in ids), ids[0])
    return replace(_left(room, event.at) if room.begun else room, steps=event.steps, step_id=here)


def _ballot_opened(room: Room, event: BallotOpened) -> Room:
    if event.ballot in room.ballots:
        return room
    room = _runs(room)
    ballot = Ballot(event.ballot, event.step, event.round, event.question, event.at, event.closes)
    ended = {b.id: replace(b, closed=event.at) if b.is_open(event.at) else b for b in room.ballots.values()}
    return replace(room, ballots=MappingProxyType({**ended, ballot.id: ballot}), results=room.results - {event.step})


def _voted(room: Room, event: Voted) -> Room:
    ballot = room.ballots.get(event.ballot)
    if ballot is None or not ballot.takes(event.person, event.at) or not room.has(event.person):
        return room
    counted = replace(ballot, picks=with_one(ballot.picks, event.person, event.answer))
    return replace(room, ballots=with_one(room.ballots, ballot.id, counted))


def _ballot_prolonged(room: Room, event: BallotProlonged) -> Room:
    ballot = room.ballots.get(event.ballot)
    if ballot is None or not ballot.is_open(event.at):
        return room
    longer = replace(ballot, closes=max(ballot.closes, event.closes))
    return replace(room, ballots=with_one(room.ballots, ballot.id, longer))


def _ballot_closed(room: Room, event: BallotClosed) -> Room:
    ballot = room.ballots.get(event.ballot)
    if ballot is None or not ballot.is_open(event.at):
        return room
    return replace(room, ballots=with_one(room.ballots, ballot.id, replace(ballot, closed=event.at)))


def _vote_resumed(room: Room, event: VoteResumed) -> Room:
    """The room with the vote open again; who has seen its results does not change what they had picked before."""
    ballot = room.ballots.get(event.ballot)
    if ballot is None or ballot.is_open(event.at):
        return room
    fixed = ballot.fixed | frozenset(ballot.picks if ballot.step in room.results else ())
    again = replace(ballot, resumed=event.at, closes=event.closes, closed=None, fixed=fixed)
    return replace(room, ballots=with_one(room.ballots, ballot.id, again), results=room.results - {ballot.step})


def _guide_answered(room: Room, event: GuideAnswered) -> Room:
    answers = without(room.guide_answers.get(event.step, NOTHING), event.question)
    if event.options:
        answers = with_one(answers, event.question, event.options)
    return replace(room, guide_answers=with_one(room.guide_answers, event.step, answers))


def _pace_felt(room: Room, event: PaceFelt) -> Room:
    return replace(room, paces=with_one(room.paces, event.person, event.pace)) if room.has(event.person) else room


def _lab_started(room: Room, event: LabStarted) -> Room:
    if event.step in room.lab_runs or event.step not in {step.id for step in room.steps}:
        return room
    return replace(room, lab_runs=with_one(room.lab_runs, event.step, LabRun(event.at)))


def _lab_ran(room: Room, event: LabRan) -> Room:
    run = room.lab_runs.get(event.step)
    if run is None or run.outcome is not None or room.closed:
        return room
    over = replace(run, outcome=event.outcome)
    return replace(room, lab_runs=with_one(room.lab_runs, event.step, over), results=room.results | {event.step})


_APPLY: dict[type[Any], Callable[[Room, Any], Room]] = {
    RoomOpened: lambda room, _: room,
    Joined: membership.joined,
    Renamed: membership.renamed,
    Left: membership.left,
    Removed: membership.removed,
    LetBack: membership.let_back,
    LockSet: lambda room, event: replace(room, locked=event.locked),
    RoomClosed: lambda room, event: replace(room, closed=event.at),
    RoomReopened: _reopened,
    Begun: lambda room, event: room if room.begun else replace(room, begun=event.at, step_since=event.at),
    StepShown: _step_shown,
    AgendaChanged: _agenda_changed,
    BlankSet: lambda room, event: replace(room, blank=event.blank),
    BallotOpened: _ballot_opened,
    Voted: _voted,
    BallotProlonged: _ballot_prolonged,
    BallotClosed: _ballot_closed,
    ResultsShown: lambda room, event: replace(room, results=room.results | {event.step}),
    GuideAnswered: _guide_answered,
    Asked: questions.asked,
    Upvoted: questions.upvoted,
    QuestionAnswered: questions.answered,
    QuestionDropped: questions.dropped,
    QuestionReturned: questions.returned,
    PaceFelt: _pace_felt,
    VoiceSet: lambda room, event: replace(room, questions_on=event.questions, gauge_on=event.gauge),
    LabStarted: _lab_started,
    LabRan: _lab_ran,
    ResultsHidden: lambda room, event: replace(room, results=room.results - {event.step}),
    VoteResumed: _vote_resumed,
}
_LIGHTS = frozenset({StepShown, BallotOpened, VoteResumed, ResultsShown, LabStarted})
"""What has the room look at something, and so ends a blank."""
