"""The schema of a workshop's agenda: steps that point to what is taught and asked elsewhere. Pure."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from core.content.base import Entry, Line, Slug, Text
from core.content.lab import Guess
from core.content.lessons import Link

LEAST_MINUTES = 0.5
"""Of a step. Rooms of earlier versions may have steps with less: what checks an agenda refuses those, not the model."""
MOST_MINUTES, MOST_STEPS = 60, 60
"""Of a step, and of an agenda, in a file and in a room."""


class StepBase(Entry):
    """What every step has. `kind` comes first in each."""

    id: Slug
    title: Line = Field(description="What the room reads while the step is on.")
    minutes: float = Field(
        gt=0, le=MOST_MINUTES, description="Planned time; the presenter's clock measures against it."
    )
    notes: Text = Field(description="For the presenter alone: what to say, what to listen for.")


class ShowStep(StepBase):
    """Something to look at: a stage of the pipeline, or a few lines of our own."""

    kind: Literal["show"] = "show"
    stage: Slug | None = Field(default=None, description="The stage of the pipeline that is lit.")
    lines: tuple[Line, ...] = Field(default=(), max_length=6, description="What stands on the screen.")
    links: tuple[Link, ...] = Field(default=(), description="Pages that participants can open in the meantime.")


class VoteStep(StepBase):
    """A question of the bank that the room votes on, once or before and after a discussion."""

    kind: Literal["vote"] = "vote"
    item: Slug
    rounds: Literal[1, 2] = 1
    seconds: int = Field(default=60, ge=10, le=900, description="How long each round is open.")


class GuideStep(StepBase):
    """The decision guide, walked by majority for a case of the room's own."""

    kind: Literal["guide"] = "guide"
    case: Text = Field(description="The case that the room decides; the presenter may tell another.")
    seconds: int = Field(default=45, ge=10, le=900, description="How long each question is open.")


class DiscussStep(StepBase):
    """A prompt to discuss, beside the room's own questions."""

    kind: Literal["discuss"] = "discuss"
    prompt: Text


class LabStep(StepBase):
    """A run of the lab: everybody guesses a figure of it first, then it runs once for the whole room."""

    kind: Literal["lab"] = "lab"
    station: Slug
    guess: Guess | None = Field(
        default=None,
        description="What the room guesses; its answer names run, knobs and figure. The station's own when left out.",
    )
    seconds: int = Field(default=45, ge=10, le=900, description="How long the guess is open.")


AnyStep: TypeAlias = ShowStep | VoteStep | GuideStep | DiscussStep | LabStep
"""Any step, for annotations."""

Step = Annotated[AnyStep, Field(discriminator="kind")]
"""Any step, as content files and rooms hold it."""


class Agenda(Entry):
    """A workshop's plan, ready to be run."""

    id: Slug
    title: Line
    description: Text
    steps: tuple[Step, ...] = Field(min_length=1, max_length=MOST_STEPS)

    @property
    def minutes(self) -> float:
        """Planned time of all steps together, in minutes."""
        return sum(step.minutes for step in self.steps)
