"""A room as a value: who is there, which step is on, what was voted and asked. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, TypeVar

from core.content.agendas import AnyStep, VoteStep
from core.quiz.answers import AnyAnswer
from core.workshop.events import Pace
from core.workshop.lab_events import LabOutcome

T = TypeVar("T")
NOTHING: Mapping[Any, Any] = MappingProxyType({})
SLEEPS_AFTER = timedelta(hours=3)
"""A room in which nothing happens for longer was left open, as over night: that is no time of the workshop."""


def with_one(kept: Mapping[str, T], name: str, one: T) -> Mapping[str, T]:
    """What a room keeps, with one more, or with another in its place."""
    return MappingProxyType({**kept, name: one})


def without(kept: Mapping[str, T], name: str) -> Mapping[str, T]:
    """What a room keeps, without one."""
    return MappingProxyType({key: one for key, one in kept.items() if key != name})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who joined; `removed` when the host sent them out, `left` when they went by themselves.

    Who was gone before the workshop began, and did not come back, is not one who `took_part`.
    """

    id: str
    name: str
    joined: datetime
    removed: bool = False
    left: bool = False
    took_part: bool = True

    @property
    def gone(self) -> bool:
        """Whether they are no longer of the room."""
        return self.removed or self.left


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote: what it is on, when it ends, and who picked what. `question` is set when it is on the guide."""

    id: str
    step: str
    round: int
    question: str | None
    opened: datetime
    closes: datetime
    closed: datetime | None = None
    picks: Mapping[str, AnyAnswer] = field(default_factory=lambda: NOTHING)
    resumed: datetime | None = None
    fixed: frozenset[str] = frozenset()
    """Those whose pick was in before they saw the results; the vote went on after that, and their pick stays."""

    @property
    def planned_s(self) -> float:
        """How long it was to be open when it was opened, or went on, in seconds."""
        return (self.closes - (self.resumed or self.opened)).total_seconds()

    @property
    def ends(self) -> datetime:
        """The moment after which nothing counts."""
        return min(self.closes, self.closed) if self.closed else self.closes

    def is_open(self, now: datetime) -> bool:
        """Whether a pick counts at a moment."""
        return self.opened <= now < self.ends

    def takes(self, person: str, now: datetime) -> bool:
        """Whether a person's pick counts at a moment."""
        return self.is_open(now) and person not in self.fixed


@dataclass(frozen=True, slots=True)
class RoomQuestion:
    """A participant's question, and who else wants it answered."""

    id: str
    person: str
    text: str
    asked: datetime
    upvoters: frozenset[str] = frozenset()
    answered: bool = False


@dataclass(frozen=True, slots=True)
class LabRun:
    """A run of the lab for the room: when it began, and what came out once it is over."""

    started: datetime
    outcome: LabOutcome | None = None


@dataclass(frozen=True)
class Room:
    """All that is known of a room. `version` counts its events; `begun` is None while it is in the lobby."""

    code: str
    title: str
    language: str
    opened: datetime
    steps: tuple[AnyStep, ...]
    step_id: str
    step_since: datetime
    version: int = 1
    begun: datetime | None = None
    closed: datetime | None = None
    away: timedelta = timedelta()
    """How long it was closed, or was left alone, before it was taken up again."""
    heard: datetime | None = None
    """When the last of its events was; None before the second."""
    came: datetime | None = None
    """When it came to the step that is on, however long it slept since; None while it has not left the first."""
    locked: bool = False
    blank: bool = False
    people: Mapping[str, Person] = field(default_factory=lambda: NOTHING)
    ballots: Mapping[str, Ballot] = field(default_factory=lambda: NOTHING)
    results: frozenset[str] = frozenset()
    """Steps whose results are on the screens."""
    guide_answers: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: NOTHING)
    """By step and question of the guide: the options that were taken."""
    questions: Mapping[str, RoomQuestion] = field(default_factory=lambda: NOTHING)
    dropped: Mapping[str, RoomQuestion] = field(default_factory=lambda: NOTHING)
    """Questions that the host removed: on no screen and in no report, until they are put back."""
    questions_on: bool = True
    gauge_on: bool = True
    paces: Mapping[str, Pace] = field(default_factory=lambda: NOTHING)
    """By person: how the speed of the step that is on feels."""
    spent: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """By step: the seconds that the room was on it; what runs since `step_since` is not in them yet."""
    lab_runs: Mapping[str, LabRun] = field(default_factory=lambda: NOTHING)
    """By step."""
    left_out: tuple[tuple[str, AnyStep], ...] = ()
    """Steps that the agenda no longer has, each behind the id of the step that it stood after; none for the first."""

    @property
    def whole_agenda(self) -> tuple[AnyStep, ...]:
        """The steps, with those that were left out in their places."""
        whole = list(self.steps)
        for before, step in self.left_out:
            place = next((index for index, one in enumerate(whole, 1) if one.id == before), 0)
            whole.insert(place, step)
        return tuple(whole)

    @property
    def place(self) -> int:
        """The index of the step that is on."""
        return next(index for index, step in enumerate(self.steps) if step.id == self.step_id)

    @property
    def step(self) -> AnyStep:
        """The step that is on."""
        return self.steps[self.place]

    @property
    def next_step(self) -> AnyStep | None:
        """The step after it."""
        return self.steps[self.place + 1] if self.place + 1 < len(self.steps) else None

    @property
    def in_lobby(self) -> bool:
        """Whether the workshop has not begun: people join, and no time is counted."""
        return self.begun is None and self.closed is None

    @property
    def since(self) -> datetime:
        """When the workshop began; its opening when it ended before that."""
        return self.begun or self.opened

    def idle(self, now: datetime) -> timedelta:
        """How long ago the last of its events was."""
        return now - (self.heard or self.opened)

    def asleep(self, now: datetime) -> timedelta:
        """For how long it has been left alone; nothing while something happens every few hours, nor at its end."""
        idle = self.idle(now)
        return idle if self.begun and not self.closed and idle > SLEEPS_AFTER else timedelta()

    @property
    def present(self) -> tuple[Person, ...]:
        """Those who joined and are still of the room, in the order of joining."""
        return tuple(person for person in self.people.values() if not person.gone)

    @property
    def waiting(self) -> tuple[RoomQuestion, ...]:
        """The questions that nobody has answered yet, in the order of asking."""
        return tuple(question for question in self.questions.values() if not question.answered)

    def has(self, person: str) -> bool:
        """Whether a person is in the room."""
        found = self.people.get(person)
        return found is not None and not found.gone

    def ballots_of(self, step: str, question: str | None = None) -> tuple[Ballot, ...]:
        """The votes of a step, in the order of opening; where a question of the guide is named, those on it.

        Of a round that was opened once more, since nobody had voted in it, the later one.
        """
        found = (ballot for ballot in self.ballots.values() if ballot.step == step)
        rounds = {(one.question, one.round): one for one in found if question in (None, one.question)}
        return tuple(rounds.values())

    def next_ballot_id(self, step: str) -> str:
        """The id of the next vote on a step; a round that is opened once more has one of its own."""
        times = sum(ballot.step == step for ballot in self.ballots.values()) + 1
        return f"{step}.{times}"

    def is_unheard(self, step: VoteStep, now: datetime) -> bool:
        """Whether a vote of one round has ended and nobody has voted: it can be opened once more."""
        held = self.ballots_of(step.id)
        return step.rounds == 1 and bool(held) and not held[-1].picks and not held[-1].is_open(now)

    def open_ballot(self, now: datetime) -> Ballot | None:
        """The vote that counts now."""
        return next((ballot for ballot in self.ballots.values() if ballot.is_open(now)), None)
