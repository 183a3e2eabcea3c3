"""Interview questions: key points that an answer should make, what sounds wrong, follow-ups, a model answer. Pure."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from core.content.base import Entry, Line, Slug, Text
from core.content.item_base import ItemBase, check_distinct
from core.language.text import marked

LEAST_WORDS, MOST_WORDS = 150, 250
"""How long a model answer is, in words: what can be said aloud in one to two minutes."""


class Level(StrEnum):
    """Whom the question is for; what is expected of an answer grows with it."""

    JUNIOR = "junior"
    SENIOR = "senior"
    STAFF = "staff"


class Topic(StrEnum):
    """What the question is about; a mock interview draws from the topics that were picked."""

    TRAINING = "training"
    TUNING = "tuning"
    ALIGNMENT = "alignment"
    CHOICE = "choice"
    EVALUATION = "evaluation"
    COST = "cost"


LEVEL_LABELS = {Level.JUNIOR: marked("junior"), Level.SENIOR: marked("senior"), Level.STAFF: marked("staff")}

TOPIC_LABELS = {
    Topic.TRAINING: marked("How models are trained"),
    Topic.TUNING: marked("Fine-tuning methods"),
    Topic.ALIGNMENT: marked("RLHF and DPO"),
    Topic.CHOICE: marked("Prompt, retrieve or fine-tune"),
    Topic.EVALUATION: marked("Evaluation and what goes wrong"),
    Topic.COST: marked("Cost and latency"),
}


class KeyPoint(Entry):
    """One thing that a good answer says."""

    id: Slug
    text: Line = Field(description="The point as a whole sentence, in the words of the field.")
    weight: float = Field(default=1, ge=0.5, le=3, description="1 is usual; 2 counts twice.")
    claim: Slug = Field(description="The claim that it states; shown as the place to read about it.")
    accept: tuple[Line, ...] = Field(
        min_length=2, max_length=4, description="How candidates say it aloud, each a clause or a sentence."
    )
    typed: tuple[Line, ...] = Field(
        default=(), max_length=4, description="How candidates type it in a hurry, shorter than anybody would say it."
    )

    @property
    def wordings(self) -> tuple[str, ...]:
        """All ways to put it, besides its own sentence."""
        return self.accept + self.typed


class SoundsLike(Entry):
    """A misconception that turns up in answers to this question, in the words of those who hold it."""

    misconception: Slug = Field(description="An entry of content/misconceptions.yaml; its correction is shown.")
    phrases: tuple[Line, ...] = Field(min_length=1, max_length=16)


class When(StrEnum):
    """What opens a follow-up: that its point is missing, or that it was made."""

    MISSED = "missed"
    MADE = "made"


class FollowUp(Entry):
    """What an interviewer asks next: about a point that was missed, or further on from one that was made."""

    id: Slug
    when: When
    point: Slug = Field(description="The key point of the question above that opens it.")
    question: Text
    key_points: tuple[KeyPoint, ...] = Field(min_length=1, max_length=5)
    model_answer: Text

    @model_validator(mode="after")
    def _points_differ(self) -> Self:
        check_points(self.key_points)
        return self

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of its key points."""
        return tuple(dict.fromkeys(point.claim for point in self.key_points))


class FreeAnswer(ItemBase):
    """An interview question, answered in one's own words and marked by its key points."""

    kind: Literal["free-answer"]
    level: Level
    topic: Topic
    minutes: float = Field(gt=0, le=10, description="How long a good answer takes to say.")
    key_points: tuple[KeyPoint, ...] = Field(min_length=4, max_length=8)
    sounds_like: tuple[SoundsLike, ...] = ()
    follow_ups: tuple[FollowUp, ...] = Field(min_length=2, max_length=3)
    model_answer: Text = Field(description=f"In our own words, {LEAST_WORDS} to {MOST_WORDS} of them.")
    strong: Text = Field(description="What a strong answer sounds like.")
    weak: Text = Field(description="What a weak answer sounds like.")

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        check_points(self.key_points)
        check_distinct("the misconception", self.misconceptions)
        words = len(self.model_answer.split())
        if not LEAST_WORDS <= words <= MOST_WORDS:
            raise ValueError(f"the model answer has {words} words; write {LEAST_WORDS} to {MOST_WORDS}")
        for point in self.key_points:
            if point.claim not in self.claims:
                raise ValueError(f"the point {point.id!r} states the claim {point.claim!r}; add it to 'claims'")
        for follow_up in self.follow_ups:
            if follow_up.point not in {point.id for point in self.key_points}:
                raise ValueError(f"the follow-up {follow_up.id!r} waits for {follow_up.point!r}; name a key point")
        return self

    @property
    def answer(self) -> str:
        """The model answer, by the name that other kinds give to theirs."""
        return self.model_answer

    def follow_up(self, follow_up_id: str | None) -> FollowUp | None:
        """The follow-up that has the id; None for the question itself, and where none has it."""
        return next((one for one in self.follow_ups if one.id == follow_up_id), None)


def check_points(points: tuple[KeyPoint, ...]) -> None:
    """Raises `ValueError` when two points have one id, or one wording would be accepted for two."""
    check_distinct("the key point", (point.id for point in points))
    check_distinct("the wording", (words for point in points for words in (point.text, *point.wordings)))
