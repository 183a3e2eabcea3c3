"""Events of a room: facts in the past tense. A room is the fold of its events. Pure."""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter

from core.content.agendas import Step
from core.workshop.event_base import EventBase
from core.workshop.lab_events import LabRan, LabStarted
from core.workshop.membership_events import Joined, Left, LetBack, PersonId, Removed, Renamed
from core.workshop.vote_events import (
    BallotClosed,
    BallotOpened,
    BallotProlonged,
    ResultsHidden,
    ResultsShown,
    Voted,
    VoteResumed,
)


class Pace(StrEnum):
    """How a participant finds the speed."""

    TOO_FAST = "too-fast"
    FINE = "fine"
    TOO_SLOW = "too-slow"


class RoomOpened(EventBase):
    """A host opened the room with a copy of an agenda, so that later edits of content do not change it."""

    kind: Literal["room-opened"] = "room-opened"
    code: str
    title: str
    steps: tuple[Step, ...] = Field(min_length=1)
    language: str = "en"


class LockSet(EventBase):
    """The host closed the door to newcomers, or opened it."""

    kind: Literal["lock-set"] = "lock-set"
    locked: bool


class RoomClosed(EventBase):
    """The host ended the workshop."""

    kind: Literal["room-closed"] = "room-closed"


class RoomReopened(EventBase):
    """The host took it up again."""

    kind: Literal["room-reopened"] = "room-reopened"


class Begun(EventBase):
    """The workshop began: the host left the lobby. Logs from before this event existed begin with their opening."""

    kind: Literal["begun"] = "begun"


class StepShown(EventBase):
    """The room went to a step."""

    kind: Literal["step-shown"] = "step-shown"
    step: str


class AgendaChanged(EventBase):
    """The host reordered, left out or added steps, set their minutes, or wrote a case."""

    kind: Literal["agenda-changed"] = "agenda-changed"
    steps: tuple[Step, ...] = Field(min_length=1)


class BlankSet(EventBase):
    """The host blanked the screens, or lit them."""

    kind: Literal["blank-set"] = "blank-set"
    blank: bool


class GuideAnswered(EventBase):
    """The majority's answer to a question of the guide was taken, or after a tie the host's; no options: taken back."""

    kind: Literal["guide-answered"] = "guide-answered"
    step: str
    question: str
    options: tuple[str, ...]


class Asked(EventBase):
    """A participant asked something."""

    kind: Literal["asked"] = "asked"
    id: str
    person: PersonId
    text: str


class Upvoted(EventBase):
    """A participant wants a question answered, or no longer."""

    kind: Literal["upvoted"] = "upvoted"
    question: str
    person: PersonId
    on: bool


class QuestionAnswered(EventBase):
    """The host marked a question as answered."""

    kind: Literal["question-answered"] = "question-answered"
    question: str


class QuestionDropped(EventBase):
    """The host took a question away that does not belong in front of the room."""

    kind: Literal["question-dropped"] = "question-dropped"
    question: str


class QuestionReturned(EventBase):
    """The host took back that a question was answered, or removed."""

    kind: Literal["question-returned"] = "question-returned"
    question: str


class PaceFelt(EventBase):
    """A participant said how the speed feels."""

    kind: Literal["pace-felt"] = "pace-felt"
    person: PersonId
    pace: Pace


class VoiceSet(EventBase):
    """The host turned the room's questions or its gauge on or off."""

    kind: Literal["voice-set"] = "voice-set"
    questions: bool
    gauge: bool


AnyEvent: TypeAlias = (
    RoomOpened
    | Joined
    | Renamed
    | Left
    | Removed
    | LetBack
    | LockSet
    | RoomClosed
    | RoomReopened
    | Begun
    | StepShown
    | AgendaChanged
    | BlankSet
    | BallotOpened
    | Voted
    | BallotProlonged
    | BallotClosed
    | ResultsShown
    | GuideAnswered
    | Asked
    | Upvoted
    | QuestionAnswered
    | QuestionDropped
    | QuestionReturned
    | PaceFelt
    | VoiceSet
    | LabStarted
    | LabRan
    | ResultsHidden
    | VoteResumed
)
"""Any event, for annotations."""

Events: TypeAlias = tuple[AnyEvent, ...]
"""What follows from an act, in its order."""

Event = Annotated[AnyEvent, Field(discriminator="kind")]
"""Any event, as the log holds it."""


def is_loud(event: AnyEvent) -> bool:
    """Whether every screen waits for an event; votes, people and questions are counted and may be told together."""
    return not isinstance(event, Voted | Joined | Renamed | Left | Asked | Upvoted | PaceFelt)


_EVENT: TypeAdapter[AnyEvent] = TypeAdapter(Event)


def event_json(event: AnyEvent) -> str:
    """The event as the log keeps it."""
    return _EVENT.dump_json(event).decode()


def read_event(text: str) -> AnyEvent:
    """The event that `event_json` wrote.

    Raises:
        pydantic.ValidationError: the text is no event.
    """
    return _EVENT.validate_json(text)
