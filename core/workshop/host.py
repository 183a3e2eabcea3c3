"""What a host can do: each act looks at the room and gives the events that follow, or refuses. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.content.agendas import MOST_STEPS, Agenda, AnyStep, GuideStep, VoteStep
from core.language.in_force import ENGLISH
from core.language.text import t
from core.workshop.errors import WorkshopError
from core.workshop.events import (
    AgendaChanged,
    Begun,
    BlankSet,
    Events,
    LockSet,
    QuestionAnswered,
    QuestionDropped,
    QuestionReturned,
    RoomClosed,
    RoomOpened,
    RoomReopened,
    StepShown,
    VoiceSet,
)
from core.workshop.membership_events import Removed
from core.workshop.room import Room
from core.workshop.vote_events import BallotClosed, BallotOpened, BallotProlonged, ResultsShown

REOPENS_WITHIN = timedelta(days=1)
MORE_TIME = timedelta(seconds=30)


@dataclass(frozen=True)
class NewRoom:
    """What a host chose for a room: its agenda, the language for people who chose none, the steps left out."""

    agenda: Agenda
    language: str = ENGLISH
    left_out: frozenset[str] = frozenset()


def open_room(code: str, agenda: Agenda, language: str, now: datetime) -> RoomOpened:
    """The first event of a room, with a copy of the agenda."""
    return RoomOpened(at=now, code=code, title=agenda.title, steps=agenda.steps, language=language)


def begin(room: Room, now: datetime) -> Events:
    """Leaves the lobby: from here on the clock counts.

    Raises:
        WorkshopError: the room is closed.
    """
    _check_running(room)
    return () if room.begun else (Begun(at=now),)


def show(room: Room, step_id: str, now: datetime) -> Events:
    """Goes to a step, out of the lobby too; a vote that is open on another ends.

    Raises:
        WorkshopError: the room is closed or has no such step.
    """
    _check_running(room)
    if step_id not in {step.id for step in room.steps}:
        raise WorkshopError(t("This step is no longer in the agenda. Choose another."))
    if step_id == room.step_id:
        return ()
    return (*begin(room, now), *close_vote(room, now), StepShown(at=now, step=step_id))


def move(room: Room, by: int, now: datetime) -> Events:
    """Goes on (1) or back (-1); at either end it stays."""
    place = max(0, min(room.place + by, len(room.steps) - 1))
    return show(room, room.steps[place].id, now)


def set_blank(room: Room, blank: bool, now: datetime) -> Events:
    """Blanks the screens, or lights them."""
    return () if room.blank == blank else (BlankSet(at=now, blank=blank),)


def set_lock(room: Room, locked: bool, now: datetime) -> Events:
    """Closes the door to newcomers, or opens it."""
    return () if room.locked == locked else (LockSet(at=now, locked=locked),)


def remove(room: Room, person: str, now: datetime) -> Events:
    """Sends a person out; they come back only if the host lets them (`letting_back`)."""
    return (Removed(at=now, person=person),) if room.has(person) else ()


def close(room: Room, now: datetime) -> Events:
    """Ends the workshop."""
    return () if room.closed else (*close_vote(room, now), RoomClosed(at=now))


def can_reopen(room: Room, now: datetime) -> bool:
    """Whether a workshop that has ended can be taken up again."""
    return room.closed is not None and now - room.closed <= REOPENS_WITHIN


def reopen(room: Room, now: datetime) -> Events:
    """Takes a workshop up again within a day.

    Raises:
        WorkshopError: it ended longer ago.
    """
    if room.closed is None:
        return ()
    if not can_reopen(room, now):
        raise WorkshopError(t("This workshop ended more than a day ago. Open a new room."))
    return (RoomReopened(at=now),)


def open_vote(room: Room, step_id: str, now: datetime) -> Events:
    """Opens the next round of the step that is on, or its only one once more when nobody voted in it.

    Raises:
        WorkshopError: the step takes no vote, or had all its rounds.
    """
    step = step_on(room, step_id)
    if not isinstance(step, VoteStep):
        raise WorkshopError(t("There is nothing to vote on in this step."))
    held = room.ballots_of(step.id)
    if held and held[-1].is_open(now):
        return ()
    unheard = room.is_unheard(step, now)
    if step.id in room.results or (len(held) >= step.rounds and not unheard):
        raise WorkshopError(t("This question has been voted on. Go to the next step."))
    number = len(held) + (not unheard)
    closes = now + timedelta(seconds=step.seconds)
    opened = BallotOpened(at=now, ballot=room.next_ballot_id(step.id), step=step.id, round=number, closes=closes)
    return (*begin(room, now), opened)


def open_guide_vote(room: Room, step_id: str, question: str, now: datetime) -> Events:
    """Opens the vote on a question of the guide.

    Raises:
        WorkshopError: the step is not the guide.
    """
    step = step_on(room, step_id)
    if not isinstance(step, GuideStep):
        raise WorkshopError(t("The guide is not showing. Go to its step first."))
    held = room.ballots_of(step.id, question)
    if held and held[-1].is_open(now):
        return ()
    number = len(held) + 1
    closes = now + timedelta(seconds=step.seconds)
    ballot_id = f"{step.id}.{question}.{number}"
    opened = BallotOpened(at=now, ballot=ballot_id, step=step.id, round=number, question=question, closes=closes)
    return (*begin(room, now), *close_vote(room, now), opened)


def prolong_vote(room: Room, now: datetime) -> Events:
    """Gives the vote that is open more time; one that has ended stays as it is."""
    ballot = room.open_ballot(now)
    return (BallotProlonged(at=now, ballot=ballot.id, closes=ballot.closes + MORE_TIME),) if ballot else ()


def close_vote(room: Room, now: datetime) -> Events:
    """Ends the vote that is open; nothing happens when none is."""
    return tuple(BallotClosed(at=now, ballot=ballot.id) for ballot in room.ballots.values() if ballot.is_open(now))


def show_results(room: Room, now: datetime) -> Events:
    """Puts the results of the step on the screens, after the first of two rounds as well; an open last round ends.

    Raises:
        WorkshopError: nothing was voted on, or the first of two rounds is open.
    """
    step = room.step
    held = room.ballots_of(step.id)
    if not isinstance(step, VoteStep) or not held:
        raise WorkshopError(t("There are no results yet. Open the vote first."))
    if len(held) < step.rounds and held[-1].is_open(now):
        raise WorkshopError(t("The first round is open. Close the vote, then show its results or open the second."))
    return () if step.id in room.results else (*close_vote(room, now), ResultsShown(at=now, step=step.id))


def set_steps(room: Room, steps: Sequence[AnyStep], now: datetime) -> Events:
    """Replaces the agenda by other steps, or the same in another order; a vote on a step that goes ends.

    Raises:
        WorkshopError: there are none, too many, or two have one id.
    """
    if not 1 <= len(steps) <= MOST_STEPS:
        raise WorkshopError(t("An agenda has 1 to {most} steps.", most=MOST_STEPS))
    if len({step.id for step in steps}) < len(steps):
        raise WorkshopError(t("This step is already in the agenda."))
    ended = () if room.step_id in {step.id for step in steps} else close_vote(room, now)
    return () if tuple(steps) == room.steps else (*ended, AgendaChanged(at=now, steps=tuple(steps)))


def move_step(room: Room, step_id: str, by: int, now: datetime) -> Events:
    """Moves a step of the agenda later (1) or earlier (-1); at either end it stays."""
    steps = list(room.steps)
    place = next((index for index, step in enumerate(steps) if step.id == step_id), None)
    if place is None:
        return ()
    steps.insert(max(0, min(place + by, len(room.steps) - 1)), steps.pop(place))
    return set_steps(room, steps, now)


def mark_answered(room: Room, question_id: str, now: datetime) -> Events:
    """Marks a participant's question as answered."""
    question = room.questions.get(question_id)
    return () if question is None or question.answered else (QuestionAnswered(at=now, question=question_id),)


def drop_question(room: Room, question_id: str, now: datetime) -> Events:
    """Takes a participant's question off all screens and out of the report."""
    return (QuestionDropped(at=now, question=question_id),) if question_id in room.questions else ()


def return_question(room: Room, question_id: str, now: datetime) -> Events:
    """Has a question wait again that was marked as answered, or dropped, by mistake."""
    question = room.questions.get(question_id)
    is_aside = question.answered if question else question_id in room.dropped
    return (QuestionReturned(at=now, question=question_id),) if is_aside else ()


def set_voice(room: Room, questions: bool, gauge: bool, now: datetime) -> Events:
    """Turns the room's questions and its gauge on or off."""
    if (room.questions_on, room.gauge_on) == (questions, gauge):
        return ()
    return (VoiceSet(at=now, questions=questions, gauge=gauge),)


def _check_running(room: Room) -> None:
    if room.closed:
        raise WorkshopError(t("This workshop has ended. Open it again first."))


def step_on(room: Room, step_id: str) -> AnyStep:
    """The current step, if it has that id.

    Raises:
        WorkshopError: the room is closed, or another step is on.
    """
    _check_running(room)
    if room.step_id != step_id:
        raise WorkshopError(t("The room has moved on to another step. Look again."))
    return room.step
