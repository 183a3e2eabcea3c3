"""What a host does with a vote that has ended, as facts: show its results, hide them, have it go on. Pure."""

from datetime import datetime
from typing import Literal

from core.workshop.event_base import EventBase


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
    ballot: str
    closes: datetime
