"""Labelling: person-hours and dollars for the training pairs, beside what the compute costs. Pure."""

from pydantic import Field

from core.calculators.model import Calculator, Example, Inputs, Quantity, Result, Step, Unit
from core.content.reference import Reference
from core.language.numbers import written
from core.language.text import marked, t
from core.numbers.number_format import ratio, usd_in_full, usd_price

CHAPTER_PERSON_HOURS = 400
"""The chapter's figure for 5,000 pairs × 5 minutes; computed it is 416.7."""

_SOURCE = "The chapter, “The hidden cost”"


class LabellingInputs(Inputs):
    """A training set to be written by people."""

    examples: int = Field(default=5_000, title="Pairs", description="Pairs to write.", ge=1, le=1_000_000_000)
    minutes_per_example: float = Field(
        default=5,
        title="Minutes a pair",
        description="To write one; the chapter's 5 include its review.",
        gt=0,
        le=10_000,
        json_schema_extra={"unit": "min"},
    )
    review_share: float = Field(
        default=0,
        title="Share reviewed",
        description="Share of pairs that a second person reviews, between 0 and 1.",
        ge=0,
        le=1,
    )
    review_minutes: float = Field(
        default=2,
        title="Minutes a review",
        description="For the share that is reviewed on top.",
        ge=0,
        le=10_000,
        json_schema_extra={"unit": "min"},
    )
    usd_per_hour: float = Field(
        default=30,
        title="Cost of an hour",
        description="What an hour of your writers' time costs. The chapter gives no rate: 30 is an assumption.",
        ge=0,
        le=10_000,
        json_schema_extra={"unit": "usd/h"},
    )
    people: int = Field(default=1, title="People", description="How many write at the same time.", ge=1, le=1_000_000)
    hours_per_week: float = Field(
        default=40, title="Hours a week", description="For each person.", gt=0, le=168, json_schema_extra={"unit": "h"}
    )
    compute_usd: float = Field(
        default=40,
        title="Compute cost",
        description="The training run's cost; 40 is the chapter's upper end for LoRA on 7B.",
        ge=0,
        le=1e12,
        json_schema_extra={"unit": "usd"},
    )


def is_the_chapters(inputs: LabellingInputs) -> bool:
    """Whether the hours are those that the chapter rounds: its pairs and minutes, and no review on top."""
    return (inputs.examples, inputs.minutes_per_example, inputs.review_share) == (5_000, 5, 0)


def compute(inputs: LabellingInputs, reference: Reference) -> Result:
    """Hours, dollars and weeks; and how labels compare with compute.

    5,000 pairs × 5 minutes -> 416.7 person-hours, $12,500 at $30 an hour; the chapter rounds to 400.

    Source: chapter, “The hidden cost”.
    """
    writing = inputs.examples * inputs.minutes_per_example / 60
    review = inputs.examples * inputs.review_share * inputs.review_minutes / 60
    hours = writing + review
    cost = hours * inputs.usd_per_hour
    total = cost + inputs.compute_usd
    quantities = [
        Quantity("person_hours", t("Person-hours"), hours, Unit.HOURS),
        Quantity("cost_usd", t("Labels cost"), cost, Unit.USD),
        Quantity("weeks", t("Weeks of work"), hours / inputs.people / inputs.hours_per_week, Unit.COUNT),
        Quantity("usd_per_example", t("A pair costs"), cost / inputs.examples, Unit.USD),
        Quantity("total_usd", t("Labels and compute"), total, Unit.USD),
    ]
    if total > 0:
        quantities.append(Quantity("labels_pct", t("Labels' share of both"), 100 * cost / total, Unit.PERCENT))
    return Result(
        quantities=tuple(quantities),
        parts=(
            Quantity("writing_hours", t("Writing"), writing, Unit.HOURS),
            Quantity("review_hours", t("Review on top"), review, Unit.HOURS),
        ),
        steps=_steps(inputs, (writing, review, hours, cost)),
        sources=(_SOURCE,),
        notes=_notes(inputs, cost),
    )


def _steps(inputs: LabellingInputs, found: tuple[float, float, float, float]) -> tuple[Step, ...]:
    writing, review, hours, cost = found
    steps = [
        Step(
            t("Writing: pairs × minutes ÷ 60"),
            f"{written(inputs.examples, ',')} × {written(inputs.minutes_per_example, ',g')} ÷ 60",
            f"{_hours(writing)} h",
        ),
        Step(
            t("Review on top: pairs × share × minutes ÷ 60"),
            f"{written(inputs.examples, ',')} × {written(inputs.review_share, 'g')} × "
            f"{written(inputs.review_minutes, ',g')} ÷ 60",
            f"{_hours(review)} h",
        ),
        Step(
            t("Person-hours: the sum"),
            f"{_hours(writing)} h + {_hours(review)} h",
            f"{_hours(hours)} h",
        ),
        Step(
            t("Labels: hours × cost of an hour"),
            f"{_hours(hours)} h × {usd_price(inputs.usd_per_hour)}",
            usd_in_full(cost),
        ),
    ]
    if inputs.compute_usd > 0:
        numbers = f"{usd_in_full(cost)} ÷ {usd_in_full(inputs.compute_usd)}"
        steps.append(Step(t("Labels beside compute"), numbers, f"{ratio(cost / inputs.compute_usd)} ×"))
    return tuple(steps)


def _hours(hours: float) -> str:
    """To the tenth, as long as a tenth is little of it: 0.0 h × $30 would be no $0.50."""
    return written(hours, ",.1f") if hours >= 10 or hours == 0 else written(hours, ".3g")


def _notes(inputs: LabellingInputs, cost: float) -> tuple[str, ...]:
    notes = []
    if is_the_chapters(inputs):
        notes.append(
            t("The chapter says {hours} person-hours for this; 5,000 × 5 ÷ 60 is 417.", hours=CHAPTER_PERSON_HOURS)
        )
    if cost > inputs.compute_usd:
        notes.append(t("Labels cost more than compute, as the chapter says they often do."))
    if inputs.examples < 300:
        notes.append(t("Fewer than a few hundred examples overfit: the chapter advises few-shot prompting instead."))
    return tuple(notes)


CALCULATOR = Calculator(
    id="labelling",
    title="Labelling",
    question="How many hours and dollars do the training pairs take?",
    inputs=LabellingInputs,
    compute=compute,
    claims=("labelling-hours", "labelling-pace", "labelling-often-dominates", "sft-examples", "lora-examples"),
    found_by=(marked("how much does labelling cost"), marked("price of labels"), marked("annotation")),
    examples=(
        Example(
            "The chapter's 5,000 pairs of 5 minutes: 400 hours there, 417 computed",
            {"examples": 5_000, "minutes_per_example": 5},
            {"person_hours": 416.667, "cost_usd": 12_500},
            _SOURCE,
            rel_tol=1e-5,
        ),
        Example(
            "500 good ones, each reviewed, by two people",
            {"examples": 500, "minutes_per_example": 10, "review_share": 1, "review_minutes": 4, "people": 2},
            {"person_hours": 116.667, "weeks": 1.4583},
            "arithmetic; the chapter: “500 high-quality examples outperform 10K mediocre ones”",
            rel_tol=1e-4,
        ),
    ),
)
