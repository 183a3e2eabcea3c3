"""What happens to a vote, as facts: it opens, people pick, it ends, its results are shown, it goes on. Pure."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import StringConstraints

from core.quiz.answers import Answer
from core.workshop.event_base import EventBase
from core.workshop.membership_events import PersonId

BallotId = Annotated[str, StringConstraints(min_length=1, max_length=160)]


class BallotOpened(EventBase):
    """A vote began: on an item (`round` 1 or 2), or on a question of the guide (`question`)."""

    kind: Literal["ballot-opened"] = "ballot-opened"
    ballot: BallotId
    step: str
    round: int = 1
    question: str | None = None
    closes: datetime


class Voted(EventBase):
    """A person's pick; the last before the end counts."""

    kind: Literal["voted"] = "voted"
    ballot: BallotId
    person: PersonId
    answer: Answer


class BallotProlonged(EventBase):
    """The host gave an open vote more time."""

    kind: Literal["ballot-prolonged"] = "ballot-prolonged"
    ballot: BallotId
    closes: datetime


class BallotClosed(EventBase):
    """The host ended a vote before its time."""

    kind: Literal["ballot-closed"] = "ballot-closed"
    ballot: BallotId


class ResultsShown(EventBase):
    """The host put a step's results on the screens."""

    kind: Literal["results-shown"] = "results-shown"
    step: str


class ResultsHidden(EventBase):
    """The host took a step's results off the screens again."""

    kind: Literal["results-hidden"] = "results-hidden"
    step: str


class VoteResumed(EventBase):
    """A vote that had ended goes on, with the picks that are in; `closes` is its new end."""

    kind: Literal["vote-resumed"] = "vote-resumed"
    ballot: BallotId
    closes: datetime
