"""A run of the lab in a room, as facts: that it began, and all that came out, so that a replay shows the same. Pure."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from core.workshop.event_base import EventBase

MOST_SAMPLES = 8
MOST_POINTS = 400


class LabReply(BaseModel):
    """A reply of the model: who was asked, what, and what came."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: str
    prompt: str
    reply: str


class LabOutcome(BaseModel):
    """What came out of a run in the world of a seed; `recorded` when it was not run for this room but before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    recorded: bool
    seed: int
    figures: dict[str, float]
    curves: dict[str, tuple[tuple[float, float], ...]] = Field(default_factory=dict)
    replies: tuple[LabReply, ...] = Field(default=(), max_length=MOST_SAMPLES)


class LabStarted(EventBase):
    """The guesses are in, and the host had the step's experiment run."""

    kind: Literal["lab-started"] = "lab-started"
    step: str


class LabRan(EventBase):
    """The run is over."""

    kind: Literal["lab-ran"] = "lab-ran"
    step: str
    outcome: LabOutcome
