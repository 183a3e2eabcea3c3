"""Items that are answered by picking: single and multiple choice, true or false, a case, a wrong passage. Pure."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from core.content.base import Entry, Line, Slug, Text
from core.content.item_base import (
    Choice,
    Choices,
    ItemBase,
    check_belief,
    check_choices,
    check_distinct,
    check_one_right,
)
from core.language.text import marked, t


class SingleChoice(ItemBase):
    """One of three to five options is right."""

    kind: Literal["single-choice"]
    options: Choices = Field(min_length=3, max_length=5)

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        check_choices(self.options)
        check_one_right(self.options, "options")
        return self


class MultipleChoice(ItemBase):
    """Every right option is to be picked, and no wrong one; partial credit counts both."""

    kind: Literal["multiple-choice"]
    options: Choices = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _some_right_some_wrong(self) -> Self:
        check_choices(self.options)
        right = sum(option.correct for option in self.options)
        if right in (0, len(self.options)):
            raise ValueError("some options must be right and some wrong; a pick of none or all would give nothing away")
        return self


class TrueFalse(ItemBase):
    """The question is a statement; the learner says whether it is true, then picks the reason."""

    kind: Literal["true-false"]
    answer: bool = Field(description="Whether the statement holds.")
    why_not: Text = Field(description="What to say to those who picked the wrong verdict.")
    misconception: Slug = Field(description="What those who picked the wrong verdict believe.")
    reasons: Choices = Field(min_length=2, max_length=5, description="Exactly one gives the right reason.")

    @model_validator(mode="after")
    def _one_reason_right(self) -> Self:
        check_choices(self.reasons)
        check_one_right(self.reasons, "reasons")
        return self


class CaseApproach(StrEnum):
    """What a case may call for."""

    PROMPT = "prompt"
    STUFF = "stuff"
    RAG = "rag"
    FINE_TUNE = "fine-tune"
    SMALLER_MODEL = "smaller-model"


APPROACH_LABELS = {
    CaseApproach.PROMPT: marked("Better prompting"),
    CaseApproach.STUFF: marked("Prompt stuffing"),
    CaseApproach.RAG: marked("RAG"),
    CaseApproach.FINE_TUNE: marked("Fine-tuning"),
    CaseApproach.SMALLER_MODEL: marked("A smaller model"),
}


class CaseOption(Entry):
    """One of the five approaches, judged for this case."""

    approach: CaseApproach
    why: Text
    misconception: Slug | None = Field(default=None, description="Needed when the approach is wrong here.")


class Case(ItemBase):
    """A short situation to classify; its twin differs in one fact and calls for something else."""

    kind: Literal["case"]
    question: Line = marked("What does this case call for first?")
    situation: Text = Field(description="Two to four sentences.")
    answer: CaseApproach
    options: tuple[CaseOption, ...] = Field(min_length=5, max_length=5, description="All five approaches.")
    twin: Slug = Field(description="The id of the case that differs in one fact.")
    changed: tuple[Line, ...] = Field(min_length=1, description="The words of this situation that the twin changes.")
    guide: dict[Slug, Slug] = Field(
        default_factory=dict, description="What the situation answers to the decision guide: question id to option id."
    )

    @model_validator(mode="after")
    def _judges_all_approaches(self) -> Self:
        check_distinct("the approach", (option.approach for option in self.options))
        for option in self.options:
            check_belief(option.approach == self.answer, option.misconception)
        for words in self.changed:
            count = self.situation.count(words)
            if count != 1:
                raise ValueError(f"the changed words {words!r} appear {count} times in the situation; write them once")
        return self

    @property
    def stem(self) -> str:
        """The situation: all cases ask the same."""
        return self.situation

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The five approaches as options, each with its label in the language in force."""
        return tuple(
            Choice(
                id=option.approach.value,
                text=t(APPROACH_LABELS[option.approach]),
                correct=option.approach == self.answer,
                why=option.why,
                misconception=option.misconception,
            )
            for option in self.options
        )


class Passage(Entry):
    """A part of a text or code in which one part is wrong."""

    id: Slug
    text: Text
    wrong: bool = False
    why: Text = Field(description="What is wrong with it, or why it is right.")


class SpotError(ItemBase):
    """A text or a piece of code, cut into parts; exactly one part is wrong."""

    kind: Literal["spot-error"]
    passages: tuple[Passage, ...] = Field(min_length=3, max_length=10, description="In reading order.")
    code: bool = Field(default=False, description="Shown line by line in a fixed-width font.")
    correction: Text = Field(description="The wrong part, put right.")
    misconception: Slug = Field(description="What people who overlook the error believe.")

    @model_validator(mode="after")
    def _one_part_wrong(self) -> Self:
        check_distinct("the passage id", (passage.id for passage in self.passages))
        wrong = sum(passage.wrong for passage in self.passages)
        if wrong != 1:
            raise ValueError(f"{wrong} passages are wrong; mark exactly one with 'wrong: true'")
        return self

    @property
    def stem(self) -> str:
        """What is asked, and the whole text: without the question it would be told as if nothing were wrong in it."""
        return " ".join((self.question, *(passage.text for passage in self.passages)))
