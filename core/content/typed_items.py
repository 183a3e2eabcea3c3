"""Items that are answered from memory: cards, short texts, gaps, numbers, predictions. Pure."""

import re
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from core.content.base import Entry, Line, Slug, Text
from core.content.item_base import ItemBase, NearMiss, UnitWord, check_distinct

GAP = re.compile(r"\{\{([a-z0-9-]+)\}\}")


class Flashcard(ItemBase):
    """A question and its answer, to be recalled."""

    kind: Literal["flashcard"]
    answer: Text


class ShortText(ItemBase):
    """A word or a phrase.

    Case, accents, punctuation, articles, words such as “use” or “about” in front, what
    it is for or on behind (“with a daily index”), and one slip do not matter. What stands behind counts against it
    when it has a word of a near-miss, so write down what people confuse it with.
    """

    kind: Literal["short-text"]
    answer: Line = Field(description="The answer as it is shown.")
    variants: tuple[Line, ...] = Field(default=(), description="Other wordings that are just as right.")
    near_misses: tuple[NearMiss, ...] = ()

    @model_validator(mode="after")
    def _each_wording_once(self) -> Self:
        check_distinct("the wording", _wordings(self.answer, self.variants, self.near_misses))
        return self


class Gap(Entry):
    """A gap of a text; the text holds its id in double braces: {{rank}}."""

    id: Slug
    answer: Line
    variants: tuple[Line, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    why: Text

    @model_validator(mode="after")
    def _each_wording_once(self) -> Self:
        check_distinct("the wording", _wordings(self.answer, self.variants, self.near_misses))
        return self


class Cloze(ItemBase):
    """A text with gaps to fill."""

    kind: Literal["cloze"]
    question: Line = "Fill the gaps."
    text: Text = Field(description="With each gap's id in double braces: 'LoRA stands for {{name}}.'")
    gaps: tuple[Gap, ...] = Field(min_length=1, max_length=6)

    @model_validator(mode="after")
    def _gaps_are_in_the_text(self) -> Self:
        there, written = GAP.findall(self.text), [gap.id for gap in self.gaps]
        if sorted(there) != sorted(written) or len(set(there)) != len(there):
            raise ValueError(f"the text has the gaps {there} and the list has {written}; name each once in both")
        return self

    @property
    def stem(self) -> str:
        """The text with its gaps; one at the end of a sentence leaves no fourth dot."""
        return GAP.sub("…", self.text).replace("….", "…")


class NumberSpan(Entry):
    """Numbers from `low` up to and including `high`; an end that is left out is open."""

    low: float | None = None
    high: float | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("a range needs low, high or both")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"high ({self.high:g}) must not be below low ({self.low:g})")
        return self

    def holds(self, number: float) -> bool:
        """Whether the number lies in the range, ends included."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


class NumberRange(NumberSpan):
    """Wrong numbers that have a common cause, with the feedback on them."""

    why: Text
    misconception: Slug | None = None
    credit: float = Field(default=0, ge=0, lt=1)


class Number(ItemBase):
    """A number with a unit. Right is what lies in `accepted`, or within the tolerance of the answer."""

    kind: Literal["number"]
    answer: float
    unit: UnitWord = Field(description="As it stands behind the field: 'person-hours', '%'. Empty for a bare number.")
    tolerance_percent: float = Field(default=0, ge=0, le=100)
    accepted: NumberSpan | None = Field(default=None, description="When a range is right: {low: 1000, high: 50000}.")
    ranges: tuple[NumberRange, ...] = Field(default=(), description="Feedback by range; the first that fits is given.")

    @model_validator(mode="after")
    def _answer_is_right(self) -> Self:
        if self.accepted and not self.accepted.holds(self.answer):
            raise ValueError(f"the answer {self.answer:g} lies outside 'accepted'; correct one of the two")
        if any(wrong.holds(self.answer) for wrong in self.ranges):
            raise ValueError(f"the answer {self.answer:g} lies in a range of wrong numbers; correct that range")
        return self


class ClaimFigure(Entry):
    """A figure that a claim states: `figure` counts from 0."""

    claim: Slug
    figure: int = Field(default=0, ge=0)


class CalculatorRun(Entry):
    """A number that a calculator computes; inputs that are left out keep their defaults."""

    calculator: Slug
    inputs: dict[str, str | int | float | bool] = Field(default_factory=dict)
    quantity: str = Field(min_length=1, max_length=64, description="The id of the result, e.g. trainable_params.")


class PredictNumber(ItemBase):
    """A guess before the number is shown; right within a factor, half right within its square.

    The answer is written out, so that it can be marked and exported alone; a rule holds it to its basis.
    """

    near_credit: ClassVar[float] = 0.5
    kind: Literal["predict-number"]
    answer: float = Field(gt=0)
    high: float | None = Field(default=None, description="When the answer is a range: its upper end.")
    unit: UnitWord
    within_factor: float = Field(default=2, gt=1, le=10)
    from_claim: ClaimFigure | None = None
    from_calculator: CalculatorRun | None = None
    ranges: tuple[NumberRange, ...] = Field(default=(), description="Feedback by range; the first that fits is given.")

    @model_validator(mode="after")
    def _one_basis(self) -> Self:
        if (self.from_claim is None) == (self.from_calculator is None):
            raise ValueError("name where the number comes from: from_claim or from_calculator, one of the two")
        if self.high is not None and self.high <= self.answer:
            raise ValueError(f"high ({self.high:g}) must be above the answer ({self.answer:g})")
        return self

    @property
    def upper(self) -> float:
        """The upper end of the range that is right; the answer itself where it is one number."""
        return self.answer if self.high is None else self.high

    def bounds(self, factor: float) -> tuple[float, float]:
        """The lowest and the highest guess that is at most so many times too low or too high."""
        return self.answer / factor, self.upper * factor

    @property
    def near_factor(self) -> float:
        """Up to how many times too high or low a guess earns `near_credit`."""
        return self.within_factor**2


def _wordings(answer: str, variants: tuple[str, ...], near_misses: tuple[NearMiss, ...]) -> tuple[str, ...]:
    return (answer, *variants, *(text for miss in near_misses for text in miss.texts))
