"""A mock interview as a value: what was asked, said, rated and timed. Kept as JSON, it resumes. Pure."""

import hashlib
from collections import defaultdict
from datetime import datetime

from pydantic import Field, ValidationError

from core.content.interview_items import TOPIC_LABELS, FollowUp, FreeAnswer, Level, Topic
from core.content.models import Content
from core.interview.follow_ups import next_follow_up
from core.interview.turn import Conversation, Draft, turn_of
from core.interview.verdicts import AnswerMark
from core.language.text import t
from core.moment import Moment

MOST_QUESTIONS = 12


class MockInterview(Conversation):
    """An interview in progress or over. Marks are in it from the start, and shown once the learner has rated."""

    id: str = Field(max_length=64)
    started: Moment
    level: Level
    topics: tuple[Topic, ...]
    question_ids: tuple[str, ...] = Field(min_length=1, max_length=MOST_QUESTIONS)
    asking: str | None = Field(default=None, description="The follow-up that is open now; None: the question itself.")
    place: int = Field(default=0, ge=0)
    draft: Draft = Draft()
    ended: Moment | None = None
    passed: int = Field(default=0, ge=0, description="How many turns the learner rated, or passed over, at the end.")

    @property
    def over(self) -> bool:
        """Whether everything was asked, or it was ended before."""
        return self.ended is not None or self.place >= len(self.question_ids)

    @property
    def topic_words(self) -> str:
        """The topics that it was kept to, each in quotes; nothing where it was on all of them."""
        if not self.topics or len(set(self.topics)) == len(Topic):
            return ""
        return ", ".join(t("“{name}”", name=t(TOPIC_LABELS[topic])) for topic in self.topics)

    @property
    def question_id(self) -> str | None:
        """The question that is open; None when it is over."""
        return None if self.over else self.question_ids[self.place]

    @property
    def rubric_id(self) -> str:
        """The id by which `bank_rubrics.rubrics` knows what is asked now."""
        return f"{self.question_id}/{self.asking}" if self.asking else str(self.question_id)


class NoQuestionsError(ValueError):
    """No question fits; the message says what to change."""


def read_mock(text: str | None) -> MockInterview | None:
    """The interview that was kept; None when nothing was, or another version wrote it."""
    try:
        return MockInterview.model_validate_json(text) if text else None
    except ValidationError:
        return None


def choose_questions(
    content: Content, level: Level, topics: tuple[Topic, ...], length: int, seed: str
) -> tuple[str, ...]:
    """Ids of up to `length` questions, the same for the same seed, topics by turns.

    Questions of the level come first; those of the levels below fill up.

    Raises:
        NoQuestionsError: none has one of the topics at this level or below.
    """
    levels = list(Level)[: list(Level).index(level) + 1][::-1]
    chosen: list[str] = []
    for one in levels:
        pool = [i for i in content.items if isinstance(i, FreeAnswer) and i.level is one and i.topic in topics]
        chosen += _by_turns(pool, seed)
    if not chosen:
        raise NoQuestionsError(
            t("No question covers these topics at this level; pick another topic or a higher level.")
        )
    return tuple(chosen[: max(1, min(length, MOST_QUESTIONS))])


def _by_turns(pool: list[FreeAnswer], seed: str) -> list[str]:
    by_topic: dict[Topic, list[FreeAnswer]] = defaultdict(list)
    for item in sorted(pool, key=lambda item: _drawn(seed, item.id)):
        by_topic[item.topic].append(item)
    ranked = [
        (rank, _drawn(seed, topic), item.id) for topic, items in by_topic.items() for rank, item in enumerate(items)
    ]
    return [name for _, _, name in sorted(ranked)]


def _drawn(seed: str, name: str) -> str:
    return hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()


def with_draft(mock: MockInterview, draft: Draft) -> MockInterview:
    """The interview with what was typed and how long it took so far; older text than what it holds changes nothing."""
    return mock if mock.over else mock.model_copy(update={"draft": draft.unless_older(mock.draft)})


def answer(mock: MockInterview, content: Content, given: Draft, mark: AnswerMark) -> MockInterview:
    """The interview after an answer: the next follow-up is open, or the next question.

    `mark` is of the open question or follow-up; a question that left the bank is passed over.
    """
    if mock.question_id is None:
        return mock
    turn = turn_of(mock.question_id, mock.asking, given, mark)
    return _moved_on(mock.model_copy(update={"turns": (*mock.turns, turn), "draft": Draft()}), content)


def give_up(mock: MockInterview, given: Draft, mark: AnswerMark) -> MockInterview:
    """The interview after “I do not know”: an interviewer asks no further and goes on to the next question."""
    if mock.question_id is None:
        return mock
    turn = turn_of(mock.question_id, mock.asking, given, mark)
    update = {"turns": (*mock.turns, turn), "draft": Draft(), "asking": None, "place": mock.place + 1}
    return mock.model_copy(update=update)


def _moved_on(mock: MockInterview, content: Content) -> MockInterview:
    follow_up = _next(mock, content)
    if follow_up is not None:
        return mock.model_copy(update={"asking": follow_up.id})
    return mock.model_copy(update={"asking": None, "place": mock.place + 1})


def _next(mock: MockInterview, content: Content) -> FollowUp | None:
    here = [turn for turn in mock.turns if turn.question == mock.question_id]
    item = content.item_by_id.get(str(mock.question_id))
    if not isinstance(item, FreeAnswer) or not here:
        return None
    asked = [turn.follow_up for turn in here if turn.follow_up]
    return next_follow_up(item, here[0].verdicts, asked)


def end(mock: MockInterview, at: datetime) -> MockInterview:
    """The interview ended here; the first time counts."""
    return mock if mock.ended else mock.model_copy(update={"ended": at, "draft": Draft()})
