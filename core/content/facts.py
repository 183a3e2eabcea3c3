"""The schema of what the chapter asserts: claims with their figures, and the tables made of them. Pure."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from core.content.base import AsOf, Entry, Line, Slug, Source, Text
from core.content.pages import Page


class Unit(StrEnum):
    """What a figure counts. The value is what content files write."""

    USD = "usd"
    USD_PER_MTOK = "usd-per-mtok"
    USD_PER_HOUR = "usd-per-hour"
    TOKENS = "tokens"
    EXAMPLES = "examples"
    PARAMETERS = "parameters"
    GPUS = "gpus"
    GIB = "gib"
    GB = "gb"
    BITS = "bits"
    HOURS = "hours"
    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    MILLISECONDS = "ms"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    RANK = "rank"
    COUNT = "count"


class Category(StrEnum):
    """A concept that keeps its colour in every figure: a token of `core/palette.py`, of which no two may look alike."""

    PROMPT = "prompt"
    STUFF = "stuff"
    RAG = "rag"
    TUNE = "tune"
    PRE = "pre"
    ALIGN = "align"
    APP = "app"


class Range(Entry):
    """A number, or a range of numbers, in one unit."""

    low: float
    high: float | None = Field(default=None, description="Left out when the range is one number.")
    unit: Unit
    approximate: bool = Field(default=False, description="The source says about, roughly, or ~.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.high is not None and self.high <= self.low:
            raise ValueError(f"high ({self.high:g}) must be above low ({self.low:g}); leave high out for one number")
        return self


class Figure(Range):
    """A number of a claim, with the words that say what it counts."""

    label: Line = Field(description="What the number counts, as it stands under it: 'examples in a training set'.")
    remark: Line | None = Field(default=None, description="Our own note on this number: 'the chapter rounds to 400'.")


class Claim(Entry):
    """One assertion of the chapter, in our own words."""

    id: Slug
    text: Text = Field(description="One sentence of our own.")
    source: Slug = Field(description="The section of the chapter that it comes from (an id in chapter.yaml).")
    figures: tuple[Figure, ...] = ()
    note: Text | None = Field(default=None, description="Where the chapter errs, rounds or is silent: what we say.")
    as_of: AsOf | None = Field(default=None, description="Needed when a figure is a price or a market figure.")

    @model_validator(mode="after")
    def _prices_are_dated(self) -> Self:
        if self.as_of is None and any(f.unit.value.startswith("usd") for f in self.figures):
            raise ValueError("a claim with a price needs as_of: add the date that the price holds for, e.g. 2025-02")
        return self


class Section(Entry):
    """A section of the chapter, which claims name as their source."""

    id: Slug
    title: Line
    page: Page = Field(description="The page that teaches it.")


class Takeaway(Entry):
    """One line of the chapter's summary."""

    id: Slug
    text: Text
    claims: tuple[Slug, ...] = Field(min_length=1)


class Topic(Entry):
    """A topic that the chapter builds on or leads to, with what a reader needs of it."""

    id: Slug
    title: Line
    text: Text = Field(description="What of it matters here, in one or two sentences.")


class Quotation(Entry):
    """The one sentence of the chapter that is quoted word for word."""

    text: Text
    source: Slug
    claims: tuple[Slug, ...] = Field(min_length=1)


class Chapter(Entry):
    """The frame of the course: title, summary, sections, takeaways."""

    id: Slug
    title: Line
    source: Source
    tldr: tuple[Text, ...] = Field(min_length=1, description="Paragraphs; ==so== marks a phrase, **so** weights it.")
    claims: tuple[Slug, ...] = Field(min_length=1, description="The claims that the summary makes.")
    sections: tuple[Section, ...] = Field(min_length=1)
    takeaways: tuple[Takeaway, ...] = Field(min_length=1)
    quotation: Quotation
    prerequisites: tuple[Topic, ...] = ()
    related: tuple[Topic, ...] = ()
    tests_every_claim: bool = Field(
        default=False, description="Set to true when the bank is complete: a claim that no item tests is then an error."
    )


class Approach(Entry):
    """One row of the chapter's table of five approaches, with the numbers that place it on a plot."""

    id: Slug
    title: Line
    source: Slug
    category: Category
    best_for: Text
    cost: Line = Field(description="The chapter's word: zero, minimal, low–medium, high, enormous.")
    time_to_ship: Line
    avoid_when: Text
    time_hours: Range = Field(description="Working hours, for the plot.")
    relative_cost: Range = Field(description="Times the cost of prompting, for the plot.")
    basis: Text = Field(description="Where the two ranges come from; assumptions are named as such.")
    claims: tuple[Slug, ...] = Field(min_length=1)
    pitfalls: tuple[Slug, ...] = ()
    rung: Line | None = Field(default=None, description="The sentence under the ladder, when it is a rung of it.")


class CostRow(Entry):
    """One row of the chapter's cost table, as ranges with units."""

    id: Slug
    approach: Line
    model: Line
    parameters_b: float | None = Field(default=None, gt=0, description="Billions of parameters.")
    gpu: Line
    gpu_count: int | None = Field(default=None, ge=1)
    accelerator: Slug | None = Field(default=None, description="Id of the GPU in gpu-specs.yaml.")
    time: Range | None = Field(default=None, description="Left out where the chapter gives no number.")
    time_words: Line = Field(description="The chapter's wording: '2–8 hours', 'minutes'.")
    cost: Range
    cost_per: Line = Field(description="What the cost is for: 'a run', '1M tokens', 'a job'.")
    provider: Line | None = None
    claim: Slug
    source: Slug
    as_of: AsOf
    note: Text | None = None


class PitfallKind(StrEnum):
    """Reasons to hold back, or things that go wrong once you have started."""

    HOLD_BACK = "hold-back"
    GOES_WRONG = "goes-wrong"


class Pitfall(Entry):
    """A thing not to do, or a thing that goes wrong, as the chapter warns."""

    id: Slug
    kind: PitfallKind
    title: Line
    text: Text
    instead: Text = Field(description="What to do instead, or how to notice it.")
    source: Slug
    claims: tuple[Slug, ...] = Field(min_length=1)
    figure: Slug | None = Field(default=None, description="A figure that the learner moves.")
    node: Slug | None = Field(default=None, description="The step of the pipeline that it belongs to.")


class Term(Entry):
    """A glossary entry."""

    id: Slug
    term: Line
    definition: Text
    also: tuple[Line, ...] = Field(default=(), description="Other names and abbreviations, for the search.")
    see: tuple[Slug, ...] = Field(default=(), description="Related terms.")
    page: Page | None = Field(default=None, description="The page that explains it.")
    source: Source
