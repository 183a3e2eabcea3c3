"""One answer in an interview as a value: what stood in the box, what marking said of it, how it was rated. Pure."""

from collections.abc import Mapping
from typing import Self, TypeVar

from pydantic import Field

from core.content.interview_items import FreeAnswer, KeyPoint
from core.interview.value import Value
from core.interview.verdicts import CREDIT, AnswerMark, Verdict

MOST_LETTERS = 60_000
LAST_MOMENT = 8_640_000_000_000_000
"""Milliseconds since 1970 of the last moment that ECMAScript can date."""


class Finding(Value):
    """What marking said of one key point: the verdict, its strength 0..1 and the learner's words that earned it."""

    point: str = Field(max_length=120)
    verdict: Verdict
    strength: float = Field(ge=0, le=1)
    words: str = Field(default="", max_length=MOST_LETTERS)


class Turn(Value):
    """One question or follow-up with its answer; `own` are the learner's verdicts, which count before the machine's."""

    question: str = Field(max_length=80)
    follow_up: str | None = Field(default=None, max_length=80)
    answer: str = Field(default="", max_length=MOST_LETTERS)
    thinking_seconds: float = Field(default=0, ge=0, le=86_400)
    answering_seconds: float = Field(default=0, ge=0, le=86_400)
    dictated: bool = False
    judgeable: bool = True
    findings: tuple[Finding, ...] = ()
    misconceptions: tuple[str, ...] = ()
    own: dict[str, Verdict] = Field(default_factory=dict)

    @property
    def rubric_id(self) -> str:
        """The id by which `bank_rubrics.rubrics` knows it."""
        return f"{self.question}/{self.follow_up}" if self.follow_up else self.question

    @property
    def is_answered(self) -> bool:
        """Whether something was said; “I do not know” is a turn as well."""
        return bool(self.answer.strip())

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What counts for each point: the learner's verdict, else the machine's."""
        return {one.point: self.own.get(one.point, one.verdict) for one in self.findings}

    @property
    def unrated(self) -> tuple[str, ...]:
        """The points that the learner has not rated."""
        return tuple(one.point for one in self.findings if one.point not in self.own)

    def rated(self, own: Mapping[str, Verdict]) -> Self:
        """The turn with the learner's verdicts; points that it does not have are left out."""
        known = {one.point for one in self.findings}
        kept = {point: verdict for point, verdict in own.items() if point in known}
        return self.model_copy(update={"own": {**self.own, **kept}}) if kept else self


class Draft(Value):
    """What stands in the answer box now, and the seconds so far."""

    answer: str = Field(default="", max_length=MOST_LETTERS)
    thinking_seconds: float = Field(default=0, ge=0, le=86_400)
    answering_seconds: float = Field(default=0, ge=0, le=86_400)
    dictated: bool = False
    typed_at: int = Field(default=0, ge=0, le=LAST_MOMENT, description="Milliseconds since 1970, by the browser.")

    def unless_older(self, kept: "Draft") -> "Draft":
        """This one, unless `kept` was typed later, as in another tab: one that only stands open undoes nothing."""
        return kept if self.typed_at < kept.typed_at else self

    @property
    def is_written(self) -> bool:
        """Whether it holds more than spaces."""
        return bool(self.answer.strip())


def turn_of(question: str, follow_up: str | None, given: Draft, mark: AnswerMark) -> Turn:
    """An answer beside what marking said of it."""
    findings = tuple(
        Finding(
            point=one.id,
            verdict=one.verdict,
            strength=min(1.0, max(0.0, one.strength)),
            words=given.answer[one.evidence.start : one.evidence.end] if one.evidence else "",
        )
        for one in mark.points
    )
    return Turn(
        question=question,
        follow_up=follow_up,
        answer=given.answer,
        thinking_seconds=given.thinking_seconds,
        answering_seconds=given.answering_seconds,
        dictated=given.dictated,
        judgeable=mark.judgeable,
        findings=findings,
        misconceptions=tuple(one.id for one in mark.misconceptions),
    )


class Conversation(Value):
    """What was asked turn by turn: one question with its follow-ups, or a whole interview."""

    turns: tuple[Turn, ...] = ()


ConversationT = TypeVar("ConversationT", bound=Conversation)


def rate(conversation: ConversationT, turn: int, own: Mapping[str, Verdict]) -> ConversationT:
    """The conversation with the learner's verdicts on points of a turn; points that it does not have are left out."""
    before = conversation.turns
    rated = before[turn].rated(own) if 0 <= turn < len(before) else None
    if rated is None or rated is before[turn]:
        return conversation
    return conversation.model_copy(update={"turns": (*before[:turn], rated, *before[turn + 1 :])})


def rate_rest_missing(conversation: ConversationT, turn: int) -> ConversationT:
    """The conversation with every point of a turn that the learner has not rated taken as not made."""
    return rate(conversation, turn, dict.fromkeys(conversation.turns[turn].unrated, Verdict.MISSING))


def points_of(turn: Turn, item: FreeAnswer) -> tuple[KeyPoint, ...]:
    """The key points that a turn is held against."""
    follow_up = item.follow_up(turn.follow_up)
    return follow_up.key_points if follow_up else item.key_points


def weight_made(turn: Turn, item: FreeAnswer) -> tuple[float, float]:
    """The weight of the points that were made, by the verdicts that count, and the weight of all."""
    points, found = points_of(turn, item), turn.verdicts
    made = sum(point.weight * CREDIT[found.get(point.id, Verdict.MISSING)] for point in points)
    return made, sum(point.weight for point in points)


def is_whole(turn: Turn, item: FreeAnswer) -> bool:
    """Whether every point was made."""
    made, total = weight_made(turn, item)
    return made >= total


def share(turn: Turn, item: FreeAnswer) -> float:
    """The weighted share 0..1 of the points that were made."""
    made, total = weight_made(turn, item)
    return made / total
