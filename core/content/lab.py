"""The stations of the lab as content: claim, guess, knobs, figures, and what each shows at this size. Pure."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from core.content.base import Entry, Line, Slug, Text
from core.content.facts import Category
from core.content.lessons import Link
from core.language.numbers import written

Step = int | float | str


class Unit(StrEnum):
    """How a figure of a run is written."""

    PERCENT = "percent"
    POINTS = "points"
    NUMBER = "number"
    TIMES = "times"
    BYTES = "bytes"
    COUNT = "count"
    SECONDS = "seconds"
    NATS = "nats"


class Verdict(StrEnum):
    """Whether a claim of the chapter can be seen in a model this small."""

    SHOWN = "shown"
    IN_PART = "shown in part"
    NOT_HERE = "not at this size"


class LabKnob(Entry):
    """A knob of a run, with words for each of its steps; id and steps are those of the code."""

    id: Slug
    title: Line
    steps: tuple[Step, ...] = Field(min_length=2)
    labels: tuple[Line, ...] = Field(default=(), description="One for each step; the step itself when left out.")
    said: Line | None = Field(
        default=None, description="What it is set to, within a sentence: '{at} examples', after 'with'."
    )

    @model_validator(mode="after")
    def _each_step_has_its_label(self) -> Self:
        if self.labels and len(self.labels) != len(self.steps):
            raise ValueError(f"there are {len(self.steps)} steps and {len(self.labels)} labels; give each step one")
        if self.said and self.said.count("{at}") != 1:
            raise ValueError("'said' needs {at} once, where the setting stands")
        return self

    def label_of(self, step: Step) -> str:
        """What a step is called, in the language in force.

        >>> LabKnob(id="beta", title="Beta", steps=(0.0, 1.0)).label_of(0.0)
        '0.0'
        >>> LabKnob(id="examples", title="Examples", steps=(5, 2000)).label_of(2000)
        '2,000'
        """
        labels = dict(zip(self.steps, self.labels, strict=True)) if self.labels else {}
        number = step if isinstance(step, str) else written(step, "," if isinstance(step, int) else "")
        return labels.get(step, number)


class LabCurve(Entry):
    """A curve of a run, by the name that the code gives it."""

    curve: Line
    title: Line
    x: Line = Field(description="What runs along the bottom: 'training step'.")
    unit: Unit
    category: Category | None = None


class LabFigure(Entry):
    """A figure of a run, by the name that the code gives it."""

    figure: Line
    title: Line
    unit: Unit


class LabRun(Entry):
    """One experiment of a station, as the learner meets it."""

    id: Slug = Field(description="The id of the experiment in the code.")
    title: Line
    text: Text = Field(description="What is done, in a few sentences.")
    knobs: tuple[LabKnob, ...] = ()
    curves: tuple[LabCurve, ...] = ()
    figures: tuple[LabFigure, ...] = Field(min_length=1)


class Recorded(Entry):
    """A figure as the recorded worlds have it: mean and deviation."""

    run: Slug
    figure: Line
    knobs: dict[str, Step] = Field(default_factory=dict, description="Steps that are not the defaults.")
    unit: Unit


class Guess(Entry):
    """What the learner predicts before the first run; the answer is a recorded figure."""

    question: Text
    low: float
    high: float
    step: float = Field(gt=0)
    answer: Recorded
    because: Text = Field(description="Why it comes out so.")


class Comparison(Entry):
    """What a verdict rests on: one of its figures is larger than another, or than a number, by at least so much."""

    more: Slug
    than: Slug | float
    by: float = 0.0


class ClaimVerdict(Entry):
    """What the lab says about one claim of the chapter; {name} in the text stands for a recorded figure."""

    claim: Slug
    verdict: Verdict
    text: Text
    figures: dict[Slug, Recorded] = Field(min_length=1)
    rests_on: tuple[Comparison, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _figures_are_said_and_compared(self) -> Self:
        for name in self.figures:
            if f"{{{name}}}" not in self.text:
                raise ValueError(f"the figure {name!r} is not in the text; write {{{name}}} where it belongs")
        compared = {end for c in self.rests_on for end in (c.more, c.than) if isinstance(end, str)}
        for name in sorted(compared - set(self.figures)):
            raise ValueError(f"{name!r} is compared and is not among the figures; add it, or correct the name")
        return self


class LabStation(Entry):
    """A station of the lab: claims of the chapter, made to happen."""

    id: Slug
    title: Line
    chef: Line = Field(description="The same in the kitchen: 'Culinary school'.")
    source: Slug
    text: Text = Field(description="What the station is about, before anything runs.")
    guess: Guess
    runs: tuple[LabRun, ...] = Field(min_length=1)
    holds: Text = Field(description="What holds here as it does in large models.")
    differs: Text = Field(description="What does not, or only in part.")
    size: Text = Field(description="Why size matters for it.")
    shortcuts: Text = Field(description="What was made easier than it is, so that it runs in seconds.")
    verdicts: tuple[ClaimVerdict, ...] = Field(min_length=1)
    node: Slug = Field(description="The step of the pipeline that it belongs to.")
    links: tuple[Link, ...] = ()
    items: tuple[Slug, ...] = ()
