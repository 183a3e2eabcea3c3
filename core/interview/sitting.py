"""One interview question with its follow-ups: written, locked, rated by the learner, then marked. Pure.

Kept as JSON, it resumes after a closed tab.
"""

from enum import StrEnum

from pydantic import Field, ValidationError

from core.content.interview_items import FollowUp, FreeAnswer
from core.interview.follow_ups import next_follow_up
from core.interview.turn import Conversation, Draft, Turn, turn_of
from core.interview.verdicts import AnswerMark


class Stage(StrEnum):
    """What is to be done next."""

    WRITING = "writing"
    RATING = "rating"
    MARKED = "marked"


class Sitting(Conversation):
    """A question as it was asked, answered and rated. Its marks are shown once the learner has rated every point."""

    id: str = Field(max_length=64)
    question: str = Field(max_length=80)
    asking: str | None = Field(default=None, max_length=80)
    writing: bool = True
    shown: int = Field(default=0, ge=0, description="How many turns had their marks shown.")
    draft: Draft = Draft()
    turns: tuple[Turn, ...] = Field(default=(), max_length=8)

    @property
    def stage(self) -> Stage:
        """What is to be done next."""
        if self.writing:
            return Stage.WRITING
        return Stage.RATING if self.shown < len(self.turns) else Stage.MARKED

    @property
    def rubric_id(self) -> str:
        """The id by which `bank_rubrics.rubrics` knows what is asked now."""
        return f"{self.question}/{self.asking}" if self.asking else self.question


def read_sitting(text: str | None) -> Sitting | None:
    """The sitting that was kept; None when nothing was, or another version wrote it."""
    try:
        return Sitting.model_validate_json(text) if text else None
    except ValidationError:
        return None


def with_typed(sitting: Sitting, draft: Draft) -> Sitting:
    """The sitting with what stands in the box; older text than what it holds changes nothing."""
    return sitting.model_copy(update={"draft": draft.unless_older(sitting.draft)}) if sitting.writing else sitting


def lock(sitting: Sitting, given: Draft, mark: AnswerMark) -> Sitting:
    """The sitting after an answer: it can be changed no more, and is to be rated. A second time changes nothing."""
    if not sitting.writing:
        return sitting
    turn = turn_of(sitting.question, sitting.asking, given, mark)
    update = {"turns": (*sitting.turns, turn), "draft": Draft(), "writing": False}
    return sitting.model_copy(update=update)


def show_marks(sitting: Sitting) -> Sitting:
    """The sitting with the marks of its last answer shown, once every point is rated."""
    if sitting.writing or not sitting.turns or (sitting.turns[-1].judgeable and sitting.turns[-1].unrated):
        return sitting
    return sitting.model_copy(update={"shown": len(sitting.turns)})


def follow_up_of(sitting: Sitting, item: FreeAnswer) -> FollowUp | None:
    """The follow-up that the answer to the question opens, by the learner's verdicts; None at the end."""
    if not sitting.turns:
        return None
    asked = [turn.follow_up for turn in sitting.turns if turn.follow_up]
    return next_follow_up(item, sitting.turns[0].verdicts, asked)


def ask(sitting: Sitting, follow_up: FollowUp) -> Sitting:
    """The sitting with a follow-up open."""
    return sitting.model_copy(update={"asking": follow_up.id, "writing": True, "draft": Draft()})
