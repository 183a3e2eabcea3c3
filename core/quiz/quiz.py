"""A drill or an exam as a value: its items, the answers so far, the current place. Saved, it can be resumed. Pure."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from core.content.models import Content
from core.moment import Moment
from core.quiz.answers import Answer, AnyAnswer
from core.quiz.generated import find_item
from core.quiz.log import Confidence, Mode
from core.quiz.mark import Mark
from core.quiz.marking import mark_kept

MOST_TITLE = 120


class Response(BaseModel):
    """What was given for one item of a quiz; `answer` is None for “I do not know”, `id` the answer's in the log."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(max_length=160)
    answer: Answer | None = None
    confidence: Confidence | None = None
    hints: int = Field(default=0, ge=0, le=10)
    seconds: float | None = Field(default=None, ge=0, le=86_400)


class Quiz(BaseModel):
    """A quiz in progress. In an exam marks are held back until it is submitted, once, as a whole."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(max_length=64)
    title: str = Field(max_length=MOST_TITLE)
    mode: Mode
    item_ids: tuple[str, ...] = Field(min_length=1, max_length=500)
    started: Moment
    place: int = Field(default=0, ge=0)
    responses: dict[str, Response] = Field(default_factory=dict)
    flagged: tuple[str, ...] = ()
    hinted: tuple[str, ...] = Field(default=(), description="The items whose hint was asked for: it costs credit.")
    draft: Answer | None = Field(default=None, description="What is picked or typed at this place, not yet given.")
    sure: Confidence | None = Field(default=None, description="How sure the learner says to be of it.")
    spent: dict[str, float] = Field(default_factory=dict, description="Seconds in front of each item of an exam.")
    submitted: Moment | None = None

    @property
    def is_exam(self) -> bool:
        """Whether marks wait for the end."""
        return self.mode is Mode.EXAM

    @property
    def item_id(self) -> str:
        """The item at this place."""
        return self.item_ids[min(self.place, len(self.item_ids) - 1)]

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Items with no response yet."""
        return tuple(name for name in self.item_ids if name not in self.responses)

    @property
    def over(self) -> bool:
        """Whether its marks may be shown: an exam is submitted, a drill answered to its end."""
        return self.submitted is not None or (not self.is_exam and not self.unanswered)


_NOTHING_DRAFTED: dict[str, None] = {"draft": None, "sure": None}


def with_draft(quiz: Quiz, draft: AnyAnswer | None, sure: Confidence | None = None) -> Quiz:
    """The quiz with what is entered in the widgets now."""
    return quiz.model_copy(update={"draft": draft, "sure": sure})


def with_hint(quiz: Quiz, item_id: str) -> Quiz:
    """The quiz with the hint of an item shown; asking again changes nothing."""
    return quiz if item_id in quiz.hinted else quiz.model_copy(update={"hinted": (*quiz.hinted, item_id)})


def respond(quiz: Quiz, response: Response) -> Quiz:
    """The quiz with a response at its place. In an exam a response may be replaced until it is submitted."""
    locked = quiz.submitted is not None or (not quiz.is_exam and quiz.item_id in quiz.responses)
    if locked:
        return quiz
    return quiz.model_copy(update={"responses": {**quiz.responses, quiz.item_id: response}, **_NOTHING_DRAFTED})


def respond_to(quiz: Quiz, item_id: str, response: Response) -> Quiz:
    """The quiz with a response to an item, if it stands there: another tab may have gone elsewhere."""
    return respond(quiz, response) if quiz.item_id == item_id else quiz


def go_to(quiz: Quiz, place: int) -> Quiz:
    """The quiz at another place, clamped to its items; the draft is what was answered there."""
    place = max(0, min(place, len(quiz.item_ids) - 1))
    there = quiz.responses.get(quiz.item_ids[place])
    drafted = {"draft": there.answer, "sure": there.confidence} if there else _NOTHING_DRAFTED
    return quiz.model_copy(update={"place": place, **drafted})


def flag(quiz: Quiz, item_id: str) -> Quiz:
    """The quiz with an item flagged, or no longer."""
    without = tuple(name for name in quiz.flagged if name != item_id)
    return quiz.model_copy(update={"flagged": without if item_id in quiz.flagged else (*without, item_id)})


def submit(quiz: Quiz, at: datetime) -> Quiz:
    """The exam handed in; the first time counts."""
    return quiz if quiz.submitted else quiz.model_copy(update={"submitted": at, **_NOTHING_DRAFTED})


def still_known(quiz: Quiz, content: Content) -> Quiz | None:
    """The quiz without items that the course no longer has, at the same or the next question; None: none is left."""
    left = tuple(name for name in quiz.item_ids if find_item(content, name) is not None)
    if not left:
        return None
    if len(left) == len(quiz.item_ids):
        return quiz if quiz.place < len(left) else go_to(quiz, quiz.place)
    place = sum(name in left for name in quiz.item_ids[: quiz.place])
    responses = {name: response for name, response in quiz.responses.items() if name in left}
    drafted = {} if quiz.item_id in left else _NOTHING_DRAFTED
    kept = {"item_ids": left, "place": min(place, len(left) - 1), "responses": responses, **drafted}
    return quiz.model_copy(update={**kept, "flagged": tuple(name for name in quiz.flagged if name in left)})


def bring_next(quiz: Quiz, item_id: str) -> Quiz:
    """The quiz with an item moved, or put, right after this place, and on that place; as it is when it is there."""
    here = quiz.item_id
    if item_id == here:
        return quiz
    rest = [name for name in quiz.item_ids if name != item_id]
    place = rest.index(here) + 1
    return go_to(quiz.model_copy(update={"item_ids": (*rest[:place], item_id, *rest[place:])}), place)


def next_open(quiz: Quiz) -> int | None:
    """The place of the next item with no response, going round from this place; None when all have one."""
    places = (*range(quiz.place + 1, len(quiz.item_ids)), *range(quiz.place + 1))
    return next((place for place in places if quiz.item_ids[place] not in quiz.responses), None)


def marks(quiz: Quiz, content: Content) -> dict[str, Mark]:
    """The mark of each item of a quiz that is over; items without a response count as not known.

    Items that are no longer in the bank are left out. Of a quiz that is not over, those answered, and none in an exam.
    """
    if quiz.is_exam and not quiz.over:
        return {}
    found = {}
    for name in quiz.item_ids:
        item, response = find_item(content, name), quiz.responses.get(name)
        if item is not None and (response or quiz.over):
            found[name] = mark_kept(item, response.answer if response else None)
    return found


def score(quiz: Quiz, content: Content) -> float:
    """The mean credit 0..1 of a quiz's marks, hints taken off; 0 when there are none."""
    credits_ = [
        found.credit(quiz.responses[name].hints if name in quiz.responses else 0)
        for name, found in marks(quiz, content).items()
    ]
    return sum(credits_) / len(credits_) if credits_ else 0.0
